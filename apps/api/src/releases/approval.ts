import { eq } from 'drizzle-orm'
import { authorise, type Actor } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { settings } from '../db/schema.ts'

const approvalSetting = 'approval'

/** Whether a release, and a withdrawal, takes two people: one who asks for it, and another who approves it. */
export function needsApproval(db: Database): boolean {
  return db.sql.select().from(settings).where(eq(settings.name, approvalSetting)).get()?.body === 'true'
}

/** Decides whether releases and withdrawals take two people. */
export function requireApproval(db: Database, actor: Actor, isRequired: boolean): void {
  authorise(actor, 'administrator')
  write(db, actor, { action: 'setting' }, (changeSet) => {
    const before = db.sql.select().from(settings).where(eq(settings.name, approvalSetting)).get()?.body ?? null
    const body = String(isRequired)
    db.sql
      .insert(settings)
      .values({ name: approvalSetting, body })
      .onConflictDoUpdate({ target: settings.name, set: { body } })
      .run()
    changeSet.record('setting', approvalSetting, before, body)
  })
}
