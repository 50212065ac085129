import type { Indicator } from '@pejling/domain/indicator/indicator'
import { Observation } from '@pejling/domain/observation/observation'
import { comparePeriods, periodOf } from '@pejling/domain/period/period'
import { isTotal, parseSeriesKey, seriesKey, type Series, type SeriesKey } from '@pejling/domain/series'
import type { SeriesObservations } from '@pejling/domain/series-observations'
import { and, asc, desc, eq, gt, gte, lt, sql } from 'drizzle-orm'
import type { ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { changes, observations } from '../db/schema.ts'
import { markChanged } from './definitions.ts'

type Row = typeof observations.$inferSelect

/** A row as the observation it is. */
export function toObservation(row: Row): Observation {
  return Observation.parse({
    period: row.period,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    status: row.status,
    footnote: row.footnote === null ? null : JSON.parse(row.footnote),
    sampleSize: row.sampleSize,
    margin: row.margin,
    provenance: row.provenance,
  })
}

/** The key an observation has among the changes: indicator, series, period. */
export function observationKey(indicator: string, series: string, period: string): string {
  return `${indicator}/${series}/${period}`
}

/** Finds the figures of an indicator one by one, by series and period; `null`: there is none. */
export function observationFinder(
  db: Database,
  indicator: string,
): (series: string, period: string) => Observation | null {
  const find = db.sql
    .select()
    .from(observations)
    .where(
      and(
        eq(observations.indicator, indicator),
        eq(observations.series, sql.placeholder('series')),
        eq(observations.period, sql.placeholder('period')),
      ),
    )
    .prepare()
  return (series, period) => {
    const row = find.get({ series, period })
    return row ? toObservation(row) : null
  }
}

/** The figure of a series and period, or `null`. */
export function findObservation(db: Database, indicator: string, series: string, period: string): Observation | null {
  return observationFinder(db, indicator)(series, period)
}

/** The periods there are figures of, of whatever series. */
export function listPeriods(db: Database, indicator: string): string[] {
  const { period } = observations
  const of = eq(observations.indicator, indicator)
  return db.sql
    .selectDistinct({ period })
    .from(observations)
    .where(of)
    .all()
    .map((row) => row.period)
}

/** How many figures a write added, changed and found as they were. */
export interface WrittenObservations {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** Writes figures of one indicator. A figure that is there already is replaced; one that is the same is left alone. */
export function putObservations(
  changeSet: ChangeSet,
  indicator: string,
  rows: Iterable<{ readonly series: Series; readonly observation: Observation }>,
): WrittenObservations {
  const { sql: query } = changeSet.db
  const keyed = { indicator, series: sql.placeholder('series'), period: sql.placeholder('period') }
  const find = observationFinder(changeSet.db, indicator)
  const insert = query
    .insert(observations)
    .values({
      ...keyed,
      value: sql.placeholder('value'),
      numerator: sql.placeholder('numerator'),
      denominator: sql.placeholder('denominator'),
      status: sql.placeholder('status'),
      footnote: sql.placeholder('footnote'),
      sampleSize: sql.placeholder('sampleSize'),
      margin: sql.placeholder('margin'),
      provenance: sql.placeholder('provenance'),
    })
    .onConflictDoUpdate({
      target: [observations.indicator, observations.series, observations.period],
      set: {
        value: sql`excluded.value`,
        numerator: sql`excluded.numerator`,
        denominator: sql`excluded.denominator`,
        status: sql`excluded.status`,
        footnote: sql`excluded.footnote`,
        sampleSize: sql`excluded.sample_size`,
        margin: sql`excluded.margin`,
        provenance: sql`excluded.provenance`,
      },
    })
    .prepare()
  const written = { added: 0, changed: 0, unchanged: 0 }
  for (const { series, observation } of rows) {
    const parsed = Observation.parse(observation)
    const key = seriesKey(series)
    const existing = find(key, parsed.period)
    const before = existing ? JSON.stringify(existing) : null
    const after = JSON.stringify(parsed)
    if (before === after) {
      written.unchanged += 1
      continue
    }
    const footnote = parsed.footnote === null ? null : JSON.stringify(parsed.footnote)
    insert.run({ ...parsed, series: key, footnote })
    changeSet.record('observation', observationKey(indicator, key, parsed.period), before, after)
    written[existing ? 'changed' : 'added'] += 1
  }
  if (written.added + written.changed > 0) markChanged(changeSet, indicator)
  return written
}

/** Takes a figure away that should never have been there. What it was stays in the change set. */
export function removeObservation(changeSet: ChangeSet, indicator: string, series: string, period: string): void {
  const existing = findObservation(changeSet.db, indicator, series, period)
  if (!existing) return
  const { indicator: ofIndicator, series: ofSeries, period: ofPeriod } = observations
  changeSet.db.sql
    .delete(observations)
    .where(and(eq(ofIndicator, indicator), eq(ofSeries, series), eq(ofPeriod, period)))
    .run()
  changeSet.record('observation', observationKey(indicator, series, period), JSON.stringify(existing), null)
  markChanged(changeSet, indicator)
}

/** What must be known of an indicator to put its figures in order. */
type IndicatorOfSeries = Pick<Indicator, 'slug' | 'area' | 'cadence'>

/**
 * The figures of an indicator, a series at a time, each oldest first: the headline (its own area, no breakdown) first,
 * then other totals, then breakdowns, each by name.
 */
export function listSeries(db: Database, indicator: IndicatorOfSeries): SeriesObservations[] {
  const rows = db.sql
    .select()
    .from(observations)
    .where(eq(observations.indicator, indicator.slug))
    .orderBy(asc(observations.series))
    .all()
  const all = [...Map.groupBy(rows, ({ series }) => series)]
  return inOrder(
    indicator,
    all.map(([key, group]) => oneSeries(indicator, key, group.map(toObservation))),
  )
}

/**
 * The figures of an indicator as they stood when each of some change sets was written: today's, with every later change taken
 * back. Returns them by change set, each in the order of {@link listSeries}. A series that did not change between two of them
 * is the same object in both.
 */
export function listSeriesAt(
  db: Database,
  indicator: IndicatorOfSeries,
  changeSets: readonly number[],
): ReadonlyMap<number, readonly SeriesObservations[]> {
  const newestFirst = [...new Set(changeSets)].sort((a, b) => b - a)
  // `0` is the character after `/`: whatever lies between has the prefix.
  const later = db.sql
    .select()
    .from(changes)
    .where(
      and(
        eq(changes.kind, 'observation'),
        gte(changes.key, `${indicator.slug}/`),
        lt(changes.key, `${indicator.slug}0`),
        gt(changes.changeSet, newestFirst.at(-1) ?? Infinity),
      ),
    )
    .orderBy(desc(changes.changeSet), desc(changes.position))
    .all()
  const all = new Map(listSeries(db, indicator).map((one) => [one.key, one]))
  const takeBack = (key: SeriesKey, before: ReadonlyMap<string, string | null>): void => {
    const kept = (all.get(key)?.observations ?? []).filter(({ period }) => !before.has(period))
    const back = [...before.values()].flatMap((body) => (body === null ? [] : [Observation.parse(JSON.parse(body))]))
    if (kept.length + back.length === 0) all.delete(key)
    else all.set(key, oneSeries(indicator, key, [...kept, ...back]))
  }
  let taken = 0
  return new Map(
    newestFirst.map((changeSet) => {
      const changed = new Map<SeriesKey, Map<string, string | null>>()
      for (let next = later[taken]; next && next.changeSet > changeSet; next = later[taken]) {
        const [, series = '', period = ''] = next.key.split('/')
        const before = changed.get(series) ?? new Map<string, string | null>()
        changed.set(series, before.set(period, next.before))
        taken += 1
      }
      for (const [key, before] of changed) takeBack(key, before)
      return [changeSet, inOrder(indicator, [...all.values()])]
    }),
  )
}

/** The figures of one series, oldest first. */
function oneSeries(
  { cadence: { periodKind } }: IndicatorOfSeries,
  key: SeriesKey,
  figures: readonly Observation[],
): SeriesObservations {
  const dated = figures.map((observation) => ({ period: periodOf(periodKind, observation.period), observation }))
  dated.sort((a, b) => comparePeriods(a.period, b.period))
  return { key, ...parseSeriesKey(key), observations: dated.map(({ observation }) => observation) }
}

/** The headline first, then other totals, then breakdowns. */
function inOrder({ area }: IndicatorOfSeries, all: readonly SeriesObservations[]): SeriesObservations[] {
  const rank = (series: Series) => (isTotal(series) ? (series.area === area ? 0 : 1) : 2)
  return all.toSorted((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1))
}

/** Every figure of the workspace, by indicator, series and period. */
export function listAllObservations(db: Database): { indicator: string; series: string; observation: Observation }[] {
  return db.sql
    .select()
    .from(observations)
    .orderBy(asc(observations.indicator), asc(observations.series), asc(observations.period))
    .all()
    .map((row) => ({ indicator: row.indicator, series: row.series, observation: toObservation(row) }))
}
