import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { PlannedRelease } from '@pejling/domain/release/planned'
import { authorise, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { plannedReleases, settings, users } from '../db/schema.ts'

/** Whether releases take two people, and who asked that they should not any more. */
const [approvalSetting, stopSetting] = ['approval', 'approval-stop']

/** Who asked that releases should take one person alone: an account's id, so that it names no one. */
const StopAsked = z.strictObject({ account: z.string(), at: z.string() })

const setting = (db: Database, name: string): string | null =>
  db.sql.select().from(settings).where(eq(settings.name, name)).get()?.body ?? null

function putSetting(changeSet: ChangeSet, name: string, body: string | null): void {
  const { db } = changeSet
  const before = setting(db, name)
  if (body === null) db.sql.delete(settings).where(eq(settings.name, name)).run()
  else {
    db.sql.insert(settings).values({ name, body }).onConflictDoUpdate({ target: settings.name, set: { body } }).run()
  }
  changeSet.record('setting', name, before, body)
}

/** Whether a release, and a withdrawal, takes two people: one who asks for it, and another who approves it. */
export const needsApproval = (db: Database): boolean => setting(db, approvalSetting) === 'true'

const stopAsked = (db: Database): z.infer<typeof StopAsked> | null => {
  const body = setting(db, stopSetting)
  return body === null ? null : StopAsked.parse(JSON.parse(body))
}

/** Which administrator has asked that publishers should publish alone, and whether it is the one with this account; `null`: no one. */
export function stopAskedBy(db: Database, account: string): { readonly name: string; readonly own: boolean } | null {
  const asked = stopAsked(db)
  if (asked === null) return null
  const name = db.sql.select({ name: users.name }).from(users).where(eq(users.id, asked.account)).get()?.name ?? '–'
  return { name, own: asked.account === account }
}

/** Whether the administrator who asked still is one: a request from an account that has been closed since does not count. */
function isStillAsked(db: Database, account: string): boolean {
  const open = and(eq(users.id, account), eq(users.role, 'administrator'))
  return db.sql.select().from(users).where(open).get()?.disabledAt === null
}

/** Has every release that waits take two people, also those that were planned before that was decided. */
function requireOfWaiting(changeSet: ChangeSet): void {
  const { db } = changeSet
  for (const { number, body } of db.sql.select().from(plannedReleases).orderBy(desc(plannedReleases.number)).all()) {
    const planned = PlannedRelease.parse(JSON.parse(body))
    if (planned.state !== 'waiting' || planned.needsApproval) continue
    const after = JSON.stringify({ ...planned, needsApproval: true })
    db.sql.update(plannedReleases).set({ body: after }).where(eq(plannedReleases.number, number)).run()
    changeSet.record('planned-release', String(number), body, after)
  }
}

/**
 * Decides whether releases and withdrawals take two people. One administrator switches it on, for what waits already, too; switching
 * it off takes two: the first asks, another confirms. Answers `done`, `asked`, or `own`: whoever asked cannot confirm.
 */
export function requireApproval(db: Database, actor: Actor, isRequired: boolean): 'done' | 'asked' | 'own' {
  authorise(actor, 'administrator')
  return write(db, actor, { action: 'setting' }, (changeSet) => {
    if (isRequired) {
      putSetting(changeSet, stopSetting, null)
      putSetting(changeSet, approvalSetting, 'true')
      requireOfWaiting(changeSet)
      return 'done'
    }
    const { account } = actor
    const asked = stopAsked(db)
    // The installation itself has no second person; whoever has its command line may do anything.
    if (needsApproval(db) && account !== undefined) {
      if (asked?.account === account) return 'own'
      if (asked === null || !isStillAsked(db, asked.account)) {
        putSetting(changeSet, stopSetting, JSON.stringify({ account, at: changeSet.at }))
        return 'asked'
      }
    }
    putSetting(changeSet, stopSetting, null)
    putSetting(changeSet, approvalSetting, 'false')
    return 'done'
  })
}
