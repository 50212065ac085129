import { isAskedFor } from '@pejling/domain/connection/asked-for'
import type { Connection, Decided } from '@pejling/domain/connection/connection'
import { fetchedFiguresOf, type FigureOrigin } from '@pejling/domain/connection/figures'
import { resolve } from '@pejling/domain/connection/resolve'
import { selectionsOf } from '@pejling/domain/connection/selection'
import { unlikelyZeros } from '@pejling/domain/connection/unlikely-zero'
import { breakStatuses, type Observation } from '@pejling/domain/observation/observation'
import { danishDay } from '@pejling/domain/period/danish-day'
import { ownEntry } from '@pejling/domain/record/own-entry'
import { comparePeriods, periodOf } from '@pejling/domain/period/period'
import { seriesKey } from '@pejling/domain/series'
import type { Provenance } from '@pejling/domain/source/source'
import type { Text } from '@pejling/domain/text'
import type { Database } from '../../db/database.ts'
import { labelContext } from '../imports.ts'
import type { ObservationImport } from '../import-observations.ts'
import { listSeries, observationFinder } from '../../workspace/observation-store.ts'
import { mostListedFigures, type UnlikelyZero, type Withdrawn } from './fetch-outcome.ts'
import { SourceError, type OutsideSource } from './outside-source.ts'
import { provenanceOf, provenanceSlug, provenanceSlugs } from './provenance.ts'

/** The sources of an installation, by the name connections give them. */
export type OutsideSources = Readonly<Record<string, OutsideSource>>

/** Figures on their way in: nothing has been written. */
export interface Arrived {
  readonly figures: ObservationImport
  readonly provenances: readonly Provenance[]
  readonly passedOver: readonly Text[]
  readonly notMeasured: readonly string[]
  readonly withdrawn: readonly Withdrawn[]
  readonly heldBack: readonly UnlikelyZero[]
}

/** Why a source cannot be asked. */
export function notOffered(name: string, sources: OutsideSources): SourceError {
  const names = Object.keys(sources).join(', ')
  return new SourceError({
    da: `Kilden ${name} er ikke slået til i denne installation, der har ${names}. Se indstillingerne.`,
    en: `The source ${name} is not offered by this installation, which has ${names}. See its settings.`,
  })
}

/** What is known of a figure beside its source, and a source cannot know: that a series breaks there, and what was noted since. */
function withMarks(before: Observation, fetched: Observation, own: ReadonlySet<string>): Observation {
  if (breakStatuses.has(before.status) && fetched.status === 'A')
    return { ...fetched, status: before.status, footnote: before.footnote }
  return before.provenance !== null && own.has(before.provenance) ? { ...fetched, footnote: before.footnote } : fetched
}

type Row = ObservationImport['rows'][number]

const placeOf = (series: string, period: string): string => `${series} ${period}`

/** What an administrator has decided of figures of a connection, by series and period. */
const decisions = ({ decided }: Connection): ReadonlyMap<string, Decided> =>
  new Map(decided.map((one) => [placeOf(one.series, one.period), one]))

/** The zeros among fetched figures that are not taken, because no one has decided yet whether they are measured, or they are not. */
function heldBackOf(
  db: Database,
  rows: readonly Row[],
  connection: Connection,
  context: ReturnType<typeof labelContext>,
): { readonly rows: readonly Row[]; readonly heldBack: readonly UnlikelyZero[] } {
  const decided = decisions(connection)
  const fetched = Map.groupBy(rows, ({ series }) => seriesKey(series))
  const stored = new Map(listSeries(db, context.indicator).map(({ key, observations }) => [key, observations]))
  const { periodKind } = context.indicator.cadence
  const held = new Map<string, UnlikelyZero | null>()
  for (const [key, news] of fetched) {
    if (!news.some(({ observation }) => observation.value === 0)) continue
    const before = new Map(stored.get(key)?.map((one) => [one.period, one]))
    const after = new Map([...before, ...news.map(({ observation }) => [observation.period, observation] as const)])
    const inOrder = [...after.values()].toSorted((a, b) =>
      comparePeriods(periodOf(periodKind, a.period), periodOf(periodKind, b.period)),
    )
    for (const { zero, neighbour } of unlikelyZeros(inOrder)) {
      const place = placeOf(key, zero.period)
      const decision = decided.get(place)?.as
      // A 0 that stands there already has been taken before.
      if (decision === 'zero' || before.get(zero.period)?.value === 0) continue
      const { period, value } = neighbour
      held.set(
        place,
        decision === 'not-measured' ? null : { series: key, observation: zero, neighbour: { period, value } },
      )
    }
  }
  return {
    rows: rows.filter(({ series, observation }) => !held.has(placeOf(seriesKey(series), observation.period))),
    heldBack: [...held.values()].flatMap((one) => one ?? []).slice(0, mostListedFigures),
  }
}

/** The figures that were fetched from the table before, that are asked for, and that it no longer has. */
function withdrawnOf(
  db: Database,
  rows: readonly Row[],
  connection: Connection,
  context: ReturnType<typeof labelContext>,
  isAsked: ReturnType<typeof isAskedFor>,
): Withdrawn[] {
  const own = provenanceSlugs(connection.source, connection.table)
  const here = new Set(rows.map(({ series, observation }) => placeOf(seriesKey(series), observation.period)))
  const decided = decisions(connection)
  return listSeries(db, context.indicator)
    .flatMap(({ key, area, categories, observations }) =>
      observations.flatMap(({ period, value, provenance }) => {
        const place = placeOf(key, period)
        const isGone = provenance !== null && own.has(provenance) && !here.has(place)
        const decision = decided.get(place)
        const isKept = decision?.as === 'keep' && decision.value === value
        return isGone && !isKept && isAsked({ area, categories }, period) ? [{ series: key, period, value }] : []
      }),
    )
    .slice(0, mostListedFigures)
}

/** Fetches the figures of an indicator as a connection says, without writing any. Throws {@link SourceError}. */
export async function arrive(
  db: Database,
  sources: OutsideSources,
  indicator: string,
  connection: Connection,
): Promise<Arrived> {
  const source = ownEntry(sources, connection.source)
  if (!source) throw notOffered(connection.source, sources)
  const { table } = connection
  const description = await source.describe(table)
  const resolved = resolve(connection, description)
  if ('problems' in resolved) {
    const said = (locale: 'da' | 'en'): string => resolved.problems.map((problem) => problem[locale]).join(' ')
    throw new SourceError({ da: said('da'), en: said('en') })
  }
  const context = labelContext(db, indicator)
  const cells = await source.cells(selectionsOf(resolved.connection, description, context), description)
  const origins = new Set<FigureOrigin>()
  const { rows, passedOver, notMeasured } = fetchedFiguresOf(cells, resolved.connection, context, (origin) => {
    origins.add(origin)
    return provenanceSlug(connection.source, table, origin)
  })
  if (rows.length === 0) {
    throw new SourceError({
      da: `Tabellen ${table} gav ingen tal, indikatoren kan bruge. Se, hvad der er valgt i den.`,
      en: `The table ${table} gave no figures the indicator can use. See what has been chosen in it.`,
    })
  }
  const own = provenanceSlugs(connection.source, table)
  const find = observationFinder(db, indicator)
  const marked = rows.map(({ series, observation }) => {
    const before = find(seriesKey(series), observation.period)
    return { series, observation: before ? withMarks(before, observation, own) : observation }
  })
  const taken = heldBackOf(db, marked, resolved.connection, context)
  const came = [...new Set(rows.map(({ observation }) => observation.period))]
  const isAsked = isAskedFor(resolved.connection, description, context, came)
  const retrievedOn = danishDay(db.clock())
  return {
    figures: { indicator, rows: taken.rows },
    provenances: [...origins].map((origin) => provenanceOf(source, connection.source, table, origin, retrievedOn)),
    passedOver,
    notMeasured,
    heldBack: taken.heldBack,
    withdrawn: withdrawnOf(db, rows, resolved.connection, context, isAsked),
  }
}
