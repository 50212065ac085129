import { createHash } from 'node:crypto'
import type { Observation } from '@pejling/domain/observation/observation'
import { seriesKey, type Series } from '@pejling/domain/series'
import type { Database } from '../db/database.ts'
import { observationFinder } from '../workspace/observation-store.ts'

/** What a figure that comes in is to the workspace. */
export type ChangeKind = 'added' | 'changed' | 'unchanged'

/** A figure on its way in beside the one it takes the place of. */
export interface FigureChange {
  readonly series: Series
  readonly kind: ChangeKind
  readonly before: Observation | null
  readonly after: Observation
}

/** How many figures of each kind. */
export type ChangeCounts = Readonly<Record<ChangeKind, number>>

/** What a figure is to the one that stands there. The one comparison of figures, whichever way they come in. */
export function changeKind(before: Observation | null, after: Observation): ChangeKind {
  if (before === null) return 'added'
  return JSON.stringify(before) === JSON.stringify(after) ? 'unchanged' : 'changed'
}

/** Figures on their way in, each made of the one that stands there. */
export interface Incoming {
  readonly series: Series
  readonly period: string
  readonly madeOf: (before: Observation | null) => Observation
}

/** Each figure beside the one that stands there; a digest of all that is new or other, when the last has been taken. */
export function* whatChanges<One extends Incoming>(
  db: Database,
  indicator: string,
  figures: Iterable<One>,
  onEnd: (digest: string) => void = () => undefined,
): Generator<FigureChange & { readonly of: One }> {
  const find = observationFinder(db, indicator)
  const digest = createHash('sha256')
  for (const of of figures) {
    const key = seriesKey(of.series)
    const before = find(key, of.period)
    const after = of.madeOf(before)
    const kind = changeKind(before, after)
    if (kind !== 'unchanged') digest.update(`${JSON.stringify([key, of.period, before, after])}\n`)
    yield { series: of.series, kind, before, after, of }
  }
  onEnd(digest.digest('hex'))
}

/** Counts what whole figures would change. */
export function countChanges(
  db: Database,
  indicator: string,
  rows: Iterable<{ readonly series: Series; readonly observation: Observation }>,
): ChangeCounts {
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const find = observationFinder(db, indicator)
  for (const { series, observation } of rows)
    counts[changeKind(find(seriesKey(series), observation.period), observation)] += 1
  return counts
}
