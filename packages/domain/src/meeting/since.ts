import type { Verdict } from '../progress/assessment.ts'
import type { IndicatorSummary } from '../release/documents.ts'
import { lateOn, type LateIndicator } from '../release/late.ts'
import type { IndicatorChange, ReleaseChangesDocument } from '../release/release.ts'
import { haveOneName } from '../sentence/verdict-words.ts'
import type { Text } from '../text.ts'

type ChangedFigure = IndicatorChange['observations'][number]

/** An indicator with the figures of one kind that changed in it. */
export interface ChangedIndicator {
  readonly change: IndicatorChange
  readonly figures: readonly ChangedFigure[]
}

/** What is otherwise than it was at an earlier meeting, as it is told at the next. */
export interface SinceLast {
  /** The verdicts that are others; an indicator that is new or gone has none to compare. */
  readonly verdicts: readonly {
    readonly slug: string
    readonly name: Text
    readonly before: Verdict
    readonly after: Verdict
  }[]
  readonly added: readonly ChangedIndicator[]
  readonly corrected: readonly ChangedIndicator[]
  /** The indicators whose next figures should have been there. */
  readonly late: readonly LateIndicator[]
}

function having(
  { indicators }: Pick<ReleaseChangesDocument, 'indicators'>,
  isMeant: (figure: ChangedFigure) => boolean,
): ChangedIndicator[] {
  return indicators.flatMap((change) => {
    const figures = change.observations.filter(isMeant)
    return figures.length === 0 ? [] : [{ change, figures }]
  })
}

/** Figures that stood in the earlier of two releases and are otherwise in the later, or gone. */
export function correctedIn(changes: Pick<ReleaseChangesDocument, 'indicators'>): ChangedIndicator[] {
  return having(changes, ({ before }) => before !== null)
}

/**
 * What changed from one release to another, as a meeting wants to know it. `summaries` are those of the later; `date` is the
 * day of the meeting (yyyy-mm-dd), before which figures are late.
 */
export function sinceLast(
  changes: Pick<ReleaseChangesDocument, 'indicators'>,
  summaries: readonly Pick<IndicatorSummary, 'slug' | 'name' | 'nextExpectedOn' | 'retired'>[],
  date: string,
): SinceLast {
  return {
    verdicts: changes.indicators.flatMap(({ indicator, name, change, verdict }) =>
      change === 'changed' && verdict?.before && verdict.after && !haveOneName(verdict.before, verdict.after)
        ? [{ slug: indicator, name, before: verdict.before, after: verdict.after }]
        : [],
    ),
    added: having(changes, ({ before }) => before === null),
    corrected: correctedIn(changes),
    late: lateOn(summaries, date),
  }
}

/** Whether nothing at all is otherwise. */
export function isUnchanged({ verdicts, added, corrected, late }: SinceLast): boolean {
  return verdicts.length + added.length + corrected.length + late.length === 0
}
