import { haveOneName } from './verdict-words.ts'
import type { ReleaseChangesDocument } from '../release/release.ts'

/** How much changed between two releases. */
export interface ChangeCounts {
  /** Figures that were not there before. */
  readonly added: number
  /** Figures that were there and are otherwise now. */
  readonly corrected: number
  /** Figures that are there no more. */
  readonly removed: number
  /** Indicators whose verdict is another; those that are new or gone have none to compare. */
  readonly verdicts: number
  readonly definitions: number
  readonly newIndicators: number
  readonly goneIndicators: number
}

/** Counts what changed between two releases. */
export function countChanges({ indicators }: Pick<ReleaseChangesDocument, 'indicators'>): ChangeCounts {
  const figures = indicators.flatMap(({ observations }) => observations)
  const changed = indicators.filter(({ change }) => change === 'changed')
  return {
    added: figures.filter(({ before }) => before === null).length,
    corrected: figures.filter(({ before, after }) => before !== null && after !== null).length,
    removed: figures.filter(({ after }) => after === null).length,
    verdicts: changed.filter(({ verdict }) => verdict !== null && !haveOneName(verdict.before, verdict.after)).length,
    definitions: changed.filter(({ definitionChanged }) => definitionChanged).length,
    newIndicators: indicators.filter(({ change }) => change === 'added').length,
    goneIndicators: indicators.filter(({ change }) => change === 'removed').length,
  }
}
