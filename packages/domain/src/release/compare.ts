import type { IndicatorDocument } from './documents.ts'
import type { IndicatorChange, ReleaseEntry } from './release.ts'
import { seriesName } from './series-name.ts'

/** Two versions of one document: what it was and what it is; `null` where it was or is not there. */
export interface DocumentChange {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/** The difference between two lists of documents, by path. Documents with the same hash are the same. */
export function compareEntries(before: readonly ReleaseEntry[], after: readonly ReleaseEntry[]): DocumentChange[] {
  const old = new Map(before.map(({ path, hash }) => [path, hash]))
  const now = new Map(after.map(({ path, hash }) => [path, hash]))
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => change.before !== change.after)
}

/** What changed in an indicator from one document to another: verdict, definition, and each figure. */
export function compareIndicator(
  before: IndicatorDocument | null,
  after: IndicatorDocument | null,
): IndicatorChange | null {
  const either = after ?? before
  if (!either) return null
  const verdictBefore = before?.assessments[0]?.verdict ?? null
  const verdictAfter = after?.assessments[0]?.verdict ?? null
  return {
    indicator: either.indicator.slug,
    name: either.indicator.name,
    unit: either.indicator.unit,
    decimals: either.indicator.decimals,
    noun: either.indicator.noun,
    periodKind: either.indicator.cadence.periodKind,
    change: !before ? 'added' : after ? 'changed' : 'removed',
    verdict: verdictBefore === verdictAfter ? null : { before: verdictBefore, after: verdictAfter },
    definitionChanged:
      before !== null && after !== null && JSON.stringify(before.indicator) !== JSON.stringify(after.indicator),
    observations: compareObservations(before, after),
  }
}

type ChangedFigure = IndicatorChange['observations'][number]

interface Figure {
  readonly place: Pick<ChangedFigure, 'series' | 'seriesName' | 'period'>
  readonly figure: NonNullable<ChangedFigure['after']>
}

function compareObservations(before: IndicatorDocument | null, after: IndicatorDocument | null): ChangedFigure[] {
  const old = figures(before)
  const now = figures(after)
  return [...new Map([...old, ...now])].flatMap(([id, { place }]) => {
    const was = old.get(id)?.figure ?? null
    const is = now.get(id)?.figure ?? null
    if (was?.value === is?.value && was?.status === is?.status) return []
    return [{ ...place, before: was, after: is }]
  })
}

function figures(document: IndicatorDocument | null): Map<string, Figure> {
  if (!document) return new Map()
  return new Map(
    document.series.flatMap((series) => {
      const name = seriesName(document, series)
      return series.observations.map(({ period, value, status }): [string, Figure] => [
        `${series.key} ${period}`,
        { place: { series: series.key, seriesName: name, period }, figure: { value, status } },
      ])
    }),
  )
}
