import { PlannedRelease } from '@pejling/domain/release/planned'
import type { Release } from '@pejling/domain/release/release'
import { desc, eq } from 'drizzle-orm'
import { parseRole } from '../accounts/users.ts'
import { authorise, reaches, type AccountHolder, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { plannedReleases, users } from '../db/schema.ts'
import { queueOutdated } from './announcements.ts'
import { needsApproval } from './approval.ts'
import type { PublishedFigure } from './find-replacements.ts'
import { supposePublished } from './preview.ts'
import { digestCarried } from './carried.ts'
import { publish, UnknownIndicatorError, type PublicationOrder } from './publish.ts'
import { parseWords } from './release-words.ts'
import { countShowing, NothingToWithdrawError, withdraw, withdrawalTitle, type WithdrawalRequest } from './withdraw.ts'
import { openReleaseStore } from './release-store.ts'

/** Tells what publishing these indicators now would carry from anything else it might; see {@link digestCarried}. */
export function seenNow(db: Database, indicators: PublicationOrder['indicators']): string {
  return supposePublished(db, indicators, () => digestCarried(db, indicators))
}

/** The planned releases that wait, and those that came to nothing, newest first. */
export function listPlanned(db: Database): PlannedRelease[] {
  return db.sql
    .select()
    .from(plannedReleases)
    .orderBy(desc(plannedReleases.number))
    .all()
    .map(({ body }) => PlannedRelease.parse(JSON.parse(body)))
}

function put(changeSet: ChangeSet, planned: PlannedRelease): void {
  const { sql: query } = changeSet.db
  const { number } = planned
  const before = query.select().from(plannedReleases).where(eq(plannedReleases.number, number)).get()?.body ?? null
  const body = JSON.stringify(PlannedRelease.parse(planned))
  query
    .insert(plannedReleases)
    .values({ number, body })
    .onConflictDoUpdate({ target: plannedReleases.number, set: { body } })
    .run()
  changeSet.record('planned-release', String(number), before, body)
}

type Asked = Pick<PlannedRelease, 'title' | 'note' | 'indicators' | 'seen' | 'publishAt' | 'withdrawal'>

function plan(changeSet: ChangeSet, who: AccountHolder, asked: Asked): PlannedRelease {
  const { db, at } = changeSet
  const planned: PlannedRelease = {
    number: (listPlanned(db)[0]?.number ?? 0) + 1,
    ...asked,
    ...parseWords(asked),
    plannedBy: { name: who.actor.name, email: who.email },
    plannedAt: at,
    needsApproval: needsApproval(db),
    approvedBy: null,
    approver: null,
    state: 'waiting',
    problem: null,
    outdatedAt: null,
  }
  put(changeSet, planned)
  return planned
}

/** Plans a release of what a person has just looked at. It is made by {@link publishDue}. Throws a ReleaseWordsError. */
export function planRelease(db: Database, who: AccountHolder, asked: Omit<Asked, 'withdrawal'>): PlannedRelease {
  authorise(who.actor, 'publisher')
  return write(db, who.actor, { action: 'plan release' }, (changeSet) =>
    plan(changeSet, who, { ...asked, withdrawal: null }),
  )
}

/**
 * Plans a release once more, of what a person has just looked at: one that waits, or one that could not come out. Whoever does is
 * the one who planned it, and an approval of what it was before holds no more. Answers `null` where it waits no more, or is a
 * withdrawal. Throws a ReleaseWordsError.
 */
export function replanRelease(
  db: Database,
  who: AccountHolder,
  number: number,
  asked: Omit<Asked, 'withdrawal'>,
): PlannedRelease | null {
  authorise(who.actor, 'publisher')
  return write(db, who.actor, { action: 'replan release' }, (changeSet) => {
    const planned = listPlanned(db).find((one) => one.number === number)
    if (!planned || planned.withdrawal !== null || (planned.state !== 'waiting' && planned.state !== 'outdated')) {
      return null
    }
    const again: PlannedRelease = {
      ...planned,
      ...asked,
      ...parseWords(asked),
      plannedBy: { name: who.actor.name, email: who.email },
      plannedAt: changeSet.at,
      needsApproval: needsApproval(db),
      approvedBy: null,
      approver: null,
      state: 'waiting',
      problem: null,
      outdatedAt: null,
    }
    put(changeSet, again)
    return again
  })
}

/**
 * Withdraws a published figure, or, where that takes two people, plans it until another person approves. Returns what is planned;
 * `null`: it has been withdrawn. Throws a {@link NothingToWithdrawError}.
 */
export function askToWithdraw(db: Database, who: AccountHolder, figure: WithdrawalRequest): PlannedRelease | null {
  authorise(who.actor, 'publisher')
  if (!needsApproval(db)) {
    withdraw(db, who.actor, figure)
    return null
  }
  const { reason, ...withdrawal } = figure
  if (countShowing(db, withdrawal) === 0) throw new NothingToWithdrawError(withdrawal)
  return write(db, who.actor, { action: 'plan withdrawal', reason: reason.da }, (changeSet) => {
    const about = { title: withdrawalTitle, note: reason, indicators: [figure.indicator], publishAt: null }
    return plan(changeSet, who, { ...about, seen: figureSeen(withdrawal), withdrawal })
  })
}

const figureSeen = ({ indicator, series, period }: PublishedFigure): string => [indicator, series, period].join(' ')

/** Why a planned release cannot be approved or cancelled; `null`: it has been. */
export type PlannedProblem = 'gone' | 'own' | null

/**
 * Approves a planned release, or cancels it; one that could not come out is taken off the list by the same. Whoever planned it
 * cannot approve it.
 */
export function decidePlanned(
  db: Database,
  who: AccountHolder,
  number: number,
  decision: 'approve' | 'cancel',
): PlannedProblem {
  authorise(who.actor, 'publisher')
  return write(db, who.actor, { action: `${decision} release` }, (changeSet): PlannedProblem => {
    const planned = listPlanned(db).find((one) => one.number === number)
    const isOpen = planned?.state === 'waiting' || (planned?.state === 'outdated' && decision === 'cancel')
    if (!planned || !isOpen) return 'gone'
    if (decision === 'approve' && planned.plannedBy.email === who.email) return 'own'
    put(
      changeSet,
      decision === 'cancel'
        ? { ...planned, state: 'cancelled' }
        : { ...planned, approvedBy: who.actor.name, approver: who.email },
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

/** Whether the person who planned or approved a release may still publish. What was asked for by command has no account. */
function isStillPublisher(db: Database, { email, name }: PlannedRelease['plannedBy']): boolean {
  if (email === '') return true
  const row = db.sql.select().from(users).where(eq(users.email, email)).get()
  const role = parseRole(row?.role ?? '')
  return row?.disabledAt === null && role !== null && reaches({ name, role }, 'publisher')
}

/** Why a planned release cannot come out as it was planned; `null`: it can. */
export function plannedProblemOf(db: Database, planned: PlannedRelease): PlannedRelease['problem'] {
  const { indicators, plannedBy, approvedBy, approver, seen, withdrawal } = planned
  if (!isStillPublisher(db, plannedBy)) return 'planner'
  if (approvedBy !== null && approver !== null && !isStillPublisher(db, { name: approvedBy, email: approver })) {
    return 'approver'
  }
  if (withdrawal !== null) return countShowing(db, withdrawal) === 0 ? 'withdrawn' : null
  try {
    return seenNow(db, indicators) === seen ? null : 'changed'
  } catch (error) {
    if (error instanceof UnknownIndicatorError) return 'changed'
    throw error
  }
}

/** A planned release that could not come out, and why. */
type Outdated = Pick<PlannedRelease, 'number' | 'problem'>

/** What came of the planned releases whose time had come. */
export interface DueReleases {
  readonly made: readonly Release[]
  readonly outdated: readonly Outdated[]
}

function make(db: Database, planned: PlannedRelease): Release | null {
  const { title, note, indicators, plannedBy, approvedBy, withdrawal } = planned
  const name = approvedBy === null ? plannedBy.name : `${plannedBy.name}, ${approvedBy}`
  const planner = db.sql.select({ id: users.id }).from(users).where(eq(users.email, plannedBy.email)).get()
  const actor: Actor = { name, role: 'publisher', ...(planner && { account: planner.id }) }
  let release: Release | null
  if (withdrawal === null) release = publish(db, actor, { title, note, indicators })
  else {
    withdraw(db, actor, { ...withdrawal, reason: note ?? title })
    const store = openReleaseStore(db)
    release = store.release(store.latestNumber())
  }
  write(db, actor, { action: 'planned release' }, (changeSet) => put(changeSet, { ...planned, state: 'published' }))
  return release
}

/** Marks a planned release as one that could not come out, with why, and tells webhooks. */
function markOutdated(
  db: Database,
  planned: PlannedRelease,
  problem: NonNullable<PlannedRelease['problem']>,
): Outdated {
  const { number, plannedBy } = planned
  write(db, { name: plannedBy.name, role: 'publisher' }, { action: 'outdated release' }, (changeSet) => {
    put(changeSet, { ...planned, state: 'outdated', problem, outdatedAt: changeSet.at })
    queueOutdated(db, number, changeSet.at)
  })
  return { number, problem }
}

/** Whether a failure passes by itself: another connection is writing, or there is no room just now. */
const isPassing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(?:BUSY|FULL|IOERR|NOMEM)/.test(String(error.code))

/** Makes a planned release, or notes why it cannot come out: both or neither with that it waits no more. */
function settle(db: Database, wanted: number, { made, outdated }: { made: Release[]; outdated: Outdated[] }): void {
  db.sql.transaction(
    () => {
      const planned = listPlanned(db).find((one) => one.number === wanted)
      // Another process may have made it, or a person cancelled it, while the lock was waited for.
      if (!planned || !isDue(planned, db.clock())) return
      const problem = plannedProblemOf(db, planned)
      if (problem === null) {
        const release = make(db, planned)
        if (release) made.push(release)
        return
      }
      outdated.push(markOutdated(db, planned, problem))
    },
    { behavior: 'immediate' },
  )
}

/**
 * Makes the planned releases and withdrawals whose time has come and that have been approved where that is needed. One that would
 * no longer be what was looked at, or whose planner may publish no more, is not made, is marked so, and is told to webhooks. Where
 * making one fails it goes on waiting and the others come out; then throws what failed first.
 */
export function publishDue(db: Database): DueReleases {
  const settled: { made: Release[]; outdated: Outdated[] } = { made: [], outdated: [] }
  const failures: unknown[] = []
  const due = listPlanned(db).filter((one) => isDue(one, db.clock()))
  for (const { number } of due.toReversed()) {
    try {
      settle(db, number, settled)
    } catch (error) {
      failures.push(error)
      const planned = listPlanned(db).find((one) => one.number === number)
      if (planned && !isPassing(error)) markOutdated(db, planned, 'failed')
    }
  }
  if (failures.length > 0) throw failures[0]
  return settled
}
