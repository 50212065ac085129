import type { ChildProcess } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import type { Database } from '../db/database.ts'
import { hasDueMail } from '../extras/mail/outbox.ts'
import { hasDueDelivery } from '../extras/webhooks/deliver.ts'
import { hasDueRelease } from '../releases/planned.ts'
import { childProgram } from './child-program.ts'
import type { ChildOrder, ChildReport } from './child.ts'
import { repeat } from './repeat.ts'
import { OutOfMemoryError, startChild } from '../processes/start-child.ts'
import { deserialiseError } from './serialised-error.ts'
import type { TaskName, TaskReport } from './tasks.ts'

interface Entry {
  readonly task: TaskName
  /** How often it is looked whether it is due, in milliseconds. */
  readonly every: number
  /** Looks only, at a connection that cannot write: the task itself is done elsewhere. */
  readonly isDue: (db: Database) => boolean
  /** Whether it is also looked at once, when the server has started. */
  readonly atStart: boolean
  /** Whether it is done in a demonstration, too: no one asked for invented figures to be renewed. */
  readonly inDemonstration: boolean
  /** Whether it is done only where mails are sent. */
  readonly byMail?: true
}

const [second, minute, hour] = [1000, 60_000, 3_600_000]
/** The journal may grow to so many bytes before its content is moved into the database. */
const longestJournal = 4 * 1024 * 1024

function isJournalLong({ connection: { name } }: Database): boolean {
  const journal = `${name}-wal`
  return existsSync(journal) && statSync(journal).size > longestJournal
}

/** Everything that is done by the clock. */
const timetable: readonly Entry[] = [
  { task: 'publish', every: 5 * second, isDue: hasDueRelease, atStart: true, inDemonstration: true },
  { task: 'deliver', every: 5 * second, isDue: hasDueDelivery, atStart: true, inDemonstration: true },
  { task: 'checkpoint', every: 30 * second, isDue: isJournalLong, atStart: false, inDemonstration: true },
  { task: 'mail', every: 5 * second, isDue: hasDueMail, atStart: true, inDemonstration: false, byMail: true },
  { task: 'remind', every: 15 * minute, isDue: () => true, atStart: true, inDemonstration: false, byMail: true },
  { task: 'fetch', every: hour, isDue: () => true, atStart: false, inDemonstration: false },
  { task: 'retention', every: 6 * hour, isDue: () => true, atStart: true, inDemonstration: true },
]
/** What a task may use, and how long it may take, in milliseconds. */
const limits = { heap: 768, resident: 1536, nice: 10 }
const taskTimeout = 30 * minute

/** How many milliseconds a task under way may continue when the server stops. */
const stopTimeout = 5000

/** Does a task in a process of its own, among `running` as long as it lasts. Rejects with why it failed. */
function inProcess(task: TaskName, demonstration: boolean, running: Set<ChildProcess>): Promise<TaskReport> {
  const { promise, resolve, reject } = Promise.withResolvers<TaskReport>()
  const order: ChildOrder = { do: 'task', task, demonstration }
  const child = startChild(childProgram, order, limits, () =>
    reject(new OutOfMemoryError(`The task ${task} used more than ${limits.resident} MB and was ended`)),
  )
  running.add(child)
  const timer = setTimeout(() => child.kill('SIGKILL'), taskTimeout)
  child.on('message', (report: ChildReport) => {
    if ('done' in report) resolve(report.done)
    else if ('failed' in report) reject(deserialiseError(report.failed))
  })
  const ended = (error: Error): void => {
    clearTimeout(timer)
    running.delete(child)
    reject(error)
  }
  child.once('exit', (code, signal) => ended(new Error(`The task ${task} ended with ${signal ?? code}`)))
  // It could not be started, or told what to do. Unheard, that would end the serving process.
  child.on('error', (error) => {
    child.kill('SIGKILL')
    ended(error)
  })
  return promise
}

/**
 * Does what the timetable says, as long as the server runs; `sendsMail`: whether there is a server to send mails by. `done` receives what was done, `failed` what was not; it is tried
 * the next time. Returns how to end it, which resolves when nothing is under way any more.
 */
export function runTimetable(
  db: Database,
  { demonstration, sendsMail }: { readonly demonstration: boolean; readonly sendsMail: boolean },
  told: {
    readonly done: (task: TaskName, report: TaskReport) => void
    readonly failed: (task: TaskName, error: unknown) => void
  },
): () => Promise<void> {
  const running = new Set<ChildProcess>()
  const entries = timetable.filter(
    ({ inDemonstration, byMail = false }) => (inDemonstration || !demonstration) && (sendsMail || !byMail),
  )
  const repeated = entries.map(({ task, every, isDue, atStart }) => {
    const look = async (): Promise<void> => {
      if (isDue(db)) told.done(task, await inProcess(task, demonstration, running))
    }
    return repeat(look, every, (error) => told.failed(task, error), atStart)
  })
  return async () => {
    for (const end of repeated) end()
    const ended = [...running].map(async (child) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      child.once('exit', () => resolve())
      const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeout)
      await promise
      clearTimeout(timer)
    })
    await Promise.all(ended)
  }
}
