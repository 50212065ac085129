import { hasValue } from '../observation/observation.ts'
import { parsePeriod } from '../period/period.ts'
import type { PeriodKind } from '../period/period.ts'
import type { Judgement, NotAssessedReason, Variant } from '../progress/assessment.ts'
import { ended, started, type Locale, type Text } from '../text.ts'
import { formatTarget } from '../unit/format.ts'
import { assessmentNotes } from './assessment-notes.ts'
import { developmentSentences } from './development-sentence.ts'
import type { AssessedSeries } from './assessed-series.ts'
import { movementOf } from './movement.ts'
import type { Movement } from '../progress/movement.ts'
import { periodWords } from './period-words.ts'
import { stabilitySentence } from './stability-sentence.ts'
import { targetSentences } from './target-sentence.ts'
import { notAssessedWords } from './verdict-words.ts'

/** A finding in words: the sentence, how sure it is, and the variants with a sentence where they differ. */
export interface Description {
  readonly sentence: Text
  readonly notes: Text[]
  readonly variants: Variant[]
  readonly movement: Movement | null
}

function reasonSentences({ indicator, judgement, observations, target }: AssessedSeries, locale: Locale): string[] {
  const { breakAt, reason } = judgement
  if (reason === null || judgement.verdict === 'no-data') return []
  if (reason === 'too-few-points' && observations.filter(hasValue).length <= 1) {
    return [
      locale === 'da'
        ? 'Der er kun én måling, så udviklingen kan ikke vurderes'
        : 'There is only one measurement, so the development cannot be assessed',
    ]
  }
  if (reason === 'few-points') return []
  if (reason === 'break' && breakAt !== null) {
    const baseline = target && parsePeriod(indicator.cadence.periodKind, target.baseline.period)
    const period = periodWords(indicator.cadence.periodKind, breakAt, locale)
    if (baseline) {
      const start = periodWords(indicator.cadence.periodKind, baseline.code, locale)
      return [
        locale === 'da'
          ? `Målets udgangspunkt, ${start}, ligger før et brud i serien, ${period}, så udviklingen mod målet kan ikke vurderes`
          : `The target’s baseline, ${start}, lies before a break in the series, ${period}, so the development towards the target cannot be assessed`,
      ]
    }
    return [
      locale === 'da'
        ? `Tal fra før ${period} kan ikke sammenlignes med de nyere, så udviklingen kan ikke vurderes`
        : `Figures from before ${period} cannot be compared with newer ones, so the development cannot be assessed`,
    ]
  }
  return [notAssessedWords[reason][locale]]
}

/** That no target is fixed, said where a verdict rests on the trend alone. */
function undecidedSentences({ indicator, judgement, target }: AssessedSeries, locale: Locale): string[] {
  const isTrend = ['improving', 'stable', 'unclear', 'worsening'].includes(judgement.verdict)
  if (target !== null || !isTrend) return []
  if (indicator.direction === 'towards' && indicator.towards !== null) {
    const aim = formatTarget(indicator.towards, indicator, locale)
    return [
      locale === 'da'
        ? `Der er ikke fastsat et mål for, hvor tæt på ${aim} tallet skal være`
        : `No target has been set for how close to ${aim} it should be`,
    ]
  }
  return [
    locale === 'da'
      ? 'Der er ikke fastsat et måltal, så kun udviklingens retning vurderes'
      : 'No target has been set, so only the direction of change is assessed',
  ]
}

// Against these, how far there is to go says nothing: the target and the figure are not of the same kind.
const targetDoesNotApply: ReadonlySet<NotAssessedReason> = new Set([
  'context',
  'break',
  'target-is-baseline',
  'no-band',
])

function sentenceIn(finding: AssessedSeries, locale: Locale): string {
  const { reason } = finding.judgement
  const aim = reason !== null && targetDoesNotApply.has(reason) ? [] : targetSentences(finding, locale)
  return [
    ...developmentSentences(finding, locale),
    ...reasonSentences(finding, locale),
    ...aim,
    ...undecidedSentences(finding, locale),
  ]
    .map(started)
    .map(ended)
    .join(' ')
}

function withSentence(variant: Judgement['variants'][number], kind: PeriodKind): Variant {
  const say = (locale: Locale): string => stabilitySentence(variant.verdict, [variant], kind, locale)
  return { ...variant, sentence: variant.differs ? { da: say('da'), en: say('en') } : null }
}

/**
 * Puts a judgement into words: what happened, and what would have to happen. The verdict's name is not among them, for
 * the page puts it in front. Throws a RangeError where a period is malformed.
 */
export function describe(finding: AssessedSeries): Description {
  const { indicator, judgement } = finding
  return {
    sentence: { da: sentenceIn(finding, 'da'), en: sentenceIn(finding, 'en') },
    notes: assessmentNotes(finding),
    variants: judgement.variants.map((variant) => withSentence(variant, indicator.cadence.periodKind)),
    movement: movementOf(finding),
  }
}
