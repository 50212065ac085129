import { createHash } from 'node:crypto'
import { PlannedRelease } from '@pejling/domain/release/planned'
import type { Release } from '@pejling/domain/release/release'
import { desc, eq } from 'drizzle-orm'
import { authorise, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { plannedReleases, settings } from '../db/schema.ts'
import { previewPublication } from './preview.ts'
import { publish, type Publication } from './publish.ts'

/** Somebody with an account. */
interface Somebody {
  readonly actor: Actor
  readonly email: string
}

const approvalSetting = 'approval'

/** Whether a release takes two people: one who plans it, and another who approves it. */
export function needsApproval(db: Database): boolean {
  return db.sql.select().from(settings).where(eq(settings.name, approvalSetting)).get()?.body === 'true'
}

/** Decides whether releases take two people. */
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

/** Tells what publishing these indicators now would change from anything else it might. */
export function seenNow(db: Database, indicators: Publication['indicators']): string {
  return digestOf(previewPublication(db, indicators))
}

/** Tells one review from another. */
export const digestOf = (changes: ReturnType<typeof previewPublication>): string =>
  createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 16)

/** The planned releases that wait, and those that came to nothing, newest first. */
export function listPlanned(db: Database): PlannedRelease[] {
  return db.sql
    .select()
    .from(plannedReleases)
    .orderBy(desc(plannedReleases.number))
    .all()
    .map(({ body }) => PlannedRelease.parse(JSON.parse(body)))
}

function put(changeSet: ChangeSet, before: PlannedRelease | null, after: PlannedRelease): void {
  const body = JSON.stringify(PlannedRelease.parse(after))
  changeSet.db.sql
    .insert(plannedReleases)
    .values({ number: after.number, body })
    .onConflictDoUpdate({ target: plannedReleases.number, set: { body } })
    .run()
  changeSet.record('planned-release', String(after.number), before && JSON.stringify(before), body)
}

/** Plans a release of what somebody has just looked at. It is made by {@link publishDue}. */
export function planRelease(
  db: Database,
  who: Somebody,
  about: Pick<PlannedRelease, 'title' | 'note' | 'indicators' | 'seen' | 'publishAt'>,
): PlannedRelease {
  authorise(who.actor, 'publisher')
  return write(db, who.actor, { action: 'plan release' }, (changeSet) => {
    const planned: PlannedRelease = {
      number: (listPlanned(db)[0]?.number ?? 0) + 1,
      title: about.title,
      note: about.note,
      indicators: about.indicators,
      seen: about.seen,
      plannedBy: { name: who.actor.name, email: who.email },
      plannedAt: changeSet.at,
      publishAt: about.publishAt,
      needsApproval: needsApproval(db),
      approvedBy: null,
      state: 'waiting',
    }
    put(changeSet, null, planned)
    return planned
  })
}

/** Why a planned release cannot be approved or cancelled; `null`: it has been. */
export type PlannedProblem = 'gone' | 'own' | null

/** Approves a planned release, or cancels it. Whoever planned it cannot approve it. */
export function decidePlanned(
  db: Database,
  who: Somebody,
  number: number,
  decision: 'approve' | 'cancel',
): PlannedProblem {
  authorise(who.actor, 'publisher')
  return write(db, who.actor, { action: `${decision} release` }, (changeSet): PlannedProblem => {
    const planned = listPlanned(db).find((one) => one.number === number)
    if (planned?.state !== 'waiting') return 'gone'
    if (decision === 'approve' && planned.plannedBy.email === who.email) return 'own'
    put(
      changeSet,
      planned,
      decision === 'cancel' ? { ...planned, state: 'cancelled' } : { ...planned, approvedBy: who.actor.name },
    )
    return null
  })
}

const isDue = ({ state, needsApproval: needs, approvedBy, publishAt }: PlannedRelease, now: string): boolean =>
  state === 'waiting' && (!needs || approvedBy !== null) && (publishAt === null || publishAt <= now)

/** Whether a planned release is to be made now. */
export function hasDueRelease(db: Database): boolean {
  return listPlanned(db).some((one) => isDue(one, db.clock()))
}

/**
 * Makes the planned releases whose time has come and that have been approved where that is needed. One that would no longer be
 * what was looked at is not made, and is marked so. Answers the releases that were made.
 */
export function publishDue(db: Database): Release[] {
  const due = listPlanned(db).filter((one) => isDue(one, db.clock()))
  return due.toReversed().flatMap((planned) =>
    // Both or neither: a release, and that it is no longer planned.
    db.sql.transaction(
      () => {
        const { title, note, indicators, plannedBy, approvedBy } = planned
        const isSame = seenNow(db, indicators) === planned.seen
        const name = approvedBy === null ? plannedBy.name : `${plannedBy.name}, ${approvedBy}`
        const actor: Actor = { name, role: 'publisher' }
        const release = isSame ? publish(db, actor, { title, note, indicators }) : null
        write(db, actor, { action: isSame ? 'planned release' : 'outdated release' }, (changeSet) => {
          put(changeSet, planned, { ...planned, state: isSame ? 'published' : 'outdated' })
        })
        return release ? [release] : []
      },
      { behavior: 'immediate' },
    ),
  )
}
