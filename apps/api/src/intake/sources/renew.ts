import type { Connection } from '@pejling/domain/connection/connection'
import { dayInMilliseconds } from '@pejling/domain/day'
import type { Observation } from '@pejling/domain/observation/observation'
import type { ReleaseChangesDocument } from '@pejling/domain/release/release'
import { seriesKey } from '@pejling/domain/series'
import type { Text } from '@pejling/domain/text'
import { desc, eq } from 'drizzle-orm'
import { authorise, system, type Actor } from '../../db/actor.ts'
import { write, type ChangeSet } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { fetches } from '../../db/schema.ts'
import { doEachInTurn } from '../../processes/do-each.ts'
import { previewChange } from '../../releases/preview.ts'
import { attachments, getAttached, kinds, listIndicators, putDefinition } from '../../workspace/definitions.ts'
import type { ObservationImport } from '../import-observations.ts'
import { putObservations } from '../../workspace/observation-store.ts'
import { countChanges, whatChanges } from '../what-changes.ts'
import { arrive, type Arrived, type OutsideSources } from './arrive.ts'
import { FetchOutcome, nothingCame, type Corrected } from './fetch-outcome.ts'
import { SourceError } from './outside-source.ts'

/** How many corrections are named; all of them stand in the differences before publishing. */
const namedAtMost = 20

/** An outcome with when it was, and who asked. */
export interface Fetched extends FetchOutcome {
  readonly indicator: string
  readonly at: string
  readonly by: string
}

/** What is noted where something failed that was not foreseen; the log has the error. */
const unexpected: Text = {
  da: 'Tallene kunne ikke hentes på grund af en fejl i programmet. Fejlen er skrevet i loggen; der prøves igen i morgen.',
  en: 'The figures could not be fetched because of an error in the program. It has been logged; it is tried again tomorrow.',
}

/** What came of fetching, also where the source says why nothing comes. */
export async function orProblem(outcome: Promise<FetchOutcome>): Promise<FetchOutcome> {
  try {
    return await outcome
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return { ...nothingCame, problem: error.problem }
  }
}

/** Whether a figure is the one that stood there: through a third party it may have been rounded. */
function saysTheSame(before: Observation, after: Observation): boolean {
  if (before.value === null || after.value === null || before.provenance === after.provenance)
    return before.value === after.value && before.status === after.status
  const [, decimals = ''] = String(before.value).split('.')
  return Math.abs(before.value - after.value) <= 0.5 * 10 ** -decimals.length + Number.EPSILON * Math.abs(before.value)
}

/** Fetched figures are whole: nothing of what stands there is kept. */
const incoming = ({ rows }: ObservationImport) =>
  rows.map(({ series, observation }) => ({ series, period: observation.period, madeOf: () => observation }))

/** What came beside what stands there. */
function compare(db: Database, arrived: Arrived): FetchOutcome {
  const { figures, passedOver, notMeasured, withdrawn, heldBack } = arrived
  const counts = { added: 0, changed: 0, confirmed: 0, unchanged: 0 }
  const corrected: Corrected[] = []
  for (const { series, kind, before, after } of whatChanges(db, figures.indicator, incoming(figures))) {
    const isSame = kind === 'changed' && before !== null && saysTheSame(before, after)
    counts[isSame ? 'confirmed' : kind] += 1
    if (kind !== 'changed' || isSame || before === null || corrected.length >= namedAtMost) continue
    corrected.push({ series: seriesKey(series), period: after.period, before: before.value, after: after.value })
  }
  return {
    ...counts,
    corrected,
    passedOver: [...passedOver],
    notMeasured: [...notMeasured],
    withdrawn: [...withdrawn],
    heldBack: [...heldBack],
    problem: null,
  }
}

/** Writes what arrived; the day it was fetched is noted only where a figure is new. */
function take(changeSet: ChangeSet, { figures, provenances, heldBack }: Arrived): void {
  const { added, changed } = countChanges(changeSet.db, figures.indicator, figures.rows)
  if (added + changed === 0 && heldBack.length === 0) return
  // Also where a figure may come from that is still to be decided.
  const used = new Set([...figures.rows, ...heldBack].map(({ observation }) => observation.provenance))
  for (const one of provenances) if (used.has(one.slug)) putDefinition(changeSet, kinds.provenance, one)
  putObservations(changeSet, figures.indicator, figures.rows)
}

/** What fetching by a connection would bring, and what it would change for readers. Nothing is kept. Throws {@link SourceError}. */
export async function previewFetch(
  db: Database,
  sources: OutsideSources,
  indicator: string,
  connection: Connection,
): Promise<{
  readonly outcome: FetchOutcome
  readonly changes: ReleaseChangesDocument | null
  readonly figures: ObservationImport
}> {
  const arrived = await arrive(db, sources, indicator, connection)
  return {
    outcome: compare(db, arrived),
    changes: previewChange(db, (changeSet) => take(changeSet, arrived)),
    figures: arrived.figures,
  }
}

/**
 * Fetches an indicator's figures as its connection says, and writes those that are new or others into the workspace, in one
 * change set. They are published like any others: by a person. What cannot be fetched changes nothing and is noted; an error that
 * is no {@link SourceError} is noted, too, and thrown.
 */
export async function renew(
  db: Database,
  actor: Actor,
  sources: OutsideSources,
  indicator: string,
): Promise<FetchOutcome | null> {
  authorise(actor, 'editor')
  const connection = getAttached(db, attachments.connection, indicator)
  if (connection === null) return null
  const failed: unknown[] = []
  const outcome = await orProblem(
    arrive(db, sources, indicator, connection).then((arrived) => {
      const counts = compare(db, arrived)
      const reason = arrived.provenances.map(({ text }) => text.da).join(' ')
      write(db, actor, { action: 'fetch', reason }, (changeSet) => take(changeSet, arrived))
      return counts
    }),
  ).catch((error: unknown): FetchOutcome => {
    failed.push(error)
    return { ...nothingCame, problem: unexpected }
  })
  db.sql
    .insert(fetches)
    .values({ indicator, at: db.clock(), by: actor.name, outcome: JSON.stringify(outcome) })
    .run()
  for (const error of failed) throw error
  return outcome
}

/** An indicator whose figures come from another producer's table. */
export interface ConnectedIndicator {
  readonly slug: string
  readonly connection: Connection
}

/** The indicators whose figures come from another producer's table. */
export function connectedIndicators(db: Database): ConnectedIndicator[] {
  return listIndicators(db).flatMap(({ slug, retiredOn }) => {
    const connection = retiredOn === null ? getAttached(db, attachments.connection, slug) : null
    return connection ? [{ slug, connection }] : []
  })
}

/** What came of the last time an indicator was fetched; `null`: it never was. */
export function lastFetch(db: Database, indicator: string): Fetched | null {
  const row = db.sql
    .select()
    .from(fetches)
    .where(eq(fetches.indicator, indicator))
    .orderBy(desc(fetches.number))
    .limit(1)
    .get()
  return row ? { indicator, at: row.at, by: row.by, ...FetchOutcome.parse(JSON.parse(row.outcome)) } : null
}

const daysOf: Readonly<Record<NonNullable<Connection['every']>, number>> = { day: 1, week: 7, month: 30 }

/** Whether an indicator is to be fetched by itself now. One whose fetch failed is asked for again the next day. */
function isDue(db: Database, { slug, connection: { every } }: ConnectedIndicator, now: string): boolean {
  if (every === null) return false
  const last = lastFetch(db, slug)
  const days = last?.problem === null ? daysOf[every] : 1
  return last === null || (Date.parse(now) - Date.parse(last.at)) / dayInMilliseconds >= days
}

/** The connected indicators whose time it is, one after another. */
export function dueForFetch(db: Database, now: string): string[] {
  return connectedIndicators(db).flatMap((one) => (isDue(db, one, now) ? [one.slug] : []))
}

/**
 * Fetches what administrators have asked to be fetched by itself and whose time has come, one after another. One that fails does
 * not keep the others from being fetched. Returns the indicators of which an administrator has something to decide since, by how many
 * figures. Throws a `SomeFailedError` at the end.
 */
export async function renewDue(db: Database, sources: OutsideSources): Promise<Readonly<Record<string, number>>> {
  const toDecide: Record<string, number> = {}
  await doEachInTurn(
    connectedIndicators(db),
    ({ slug }) => slug,
    async (one) => {
      if (!isDue(db, one, db.clock())) return
      const outcome = await renew(db, system, sources, one.slug)
      const figures = (outcome?.withdrawn.length ?? 0) + (outcome?.heldBack.length ?? 0)
      if (figures > 0) toDecide[one.slug] = figures
    },
  )
  return toDecide
}
