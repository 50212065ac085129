import { databaseFile } from '../cli/installation.ts'
import { readConfig, type Config } from '../config/config.ts'
import { openDatabase, systemClock, type Database } from '../db/database.ts'
import { publishDue } from '../releases/planned.ts'
import { applyRetention } from './retention/retention.ts'
import { renewDue } from '../intake/sources/renew.ts'
import { outsideSources } from '../intake/sources/sources.ts'
import { sendDue } from '../extras/mail/outbox.ts'
import { queueDue } from '../extras/mail/remind.ts'
import { mailSender } from '../extras/mail/transport.ts'
import { deliverDue } from '../extras/webhooks/deliver.ts'

/** What a task says when it is done, for the log, and how much it matters; `null`: nothing worth a line. */
export type TaskReport = { readonly level: 'info' | 'warn'; readonly about: Readonly<Record<string, unknown>> } | null

type Task = (db: Database, config: Config) => TaskReport | Promise<TaskReport>

/** How long SQLite waits for the write lock in a task, in milliseconds. */
const busyTimeout = 30_000

/** What is done again and again beside the serving process, each time in a process of its own. */
const tasks = {
  checkpoint: ({ connection }) => {
    connection.pragma('wal_checkpoint(PASSIVE)')
    return null
  },
  retention: (db, { retention }) => ({ level: 'info', about: { gone: applyRetention(db, retention) } }),
  fetch: async (db, { sourceUrls }) => {
    const toDecide = await renewDue(db, outsideSources(sourceUrls))
    // Figures their source took back, or zeros that may mean "not yet": an administrator has to decide.
    return Object.keys(toDecide).length > 0 ? { level: 'warn', about: { toDecide } } : null
  },
  deliver: async (db, { site }) => {
    await deliverDue(db, { fetch: globalThis.fetch, siteUrl: site.url })
    return null
  },
  remind: (db, { mail, site }) => {
    if (mail === null) return null
    const queued = queueDue(db, site.url).length
    return queued === 0 ? null : { level: 'info', about: { queued } }
  },
  mail: async (db, { mail, site }) => {
    if (mail !== null) await sendDue(db, mailSender(mail, site.url))
    return null
  },
  publish: (db) => {
    const { made, outdated } = publishDue(db)
    const about = { releases: made.map(({ number }) => number), outdated }
    // A planned release that could not come out as it was planned is to be noticed.
    return { level: outdated.length > 0 ? 'warn' : 'info', about }
  },
} as const satisfies Readonly<Record<string, Task>>

/** Names one of them. */
export type TaskName = keyof typeof tasks

/** Does a task with the installation's database. */
export async function runTask(name: TaskName, demonstration: boolean): Promise<TaskReport> {
  const config = readConfig(process.env)
  const db = openDatabase(databaseFile(config, demonstration), systemClock, { busyTimeout })
  try {
    const task: Task = tasks[name]
    return await task(db, config)
  } finally {
    db.connection.close()
  }
}
