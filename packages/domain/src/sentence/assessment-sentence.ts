import { hasValue } from '../observation/observation.ts'
import type { PeriodKind } from '../period/period.ts'
import type { Judgement, NotAssessedReason, Variant } from '../progress/assessment.ts'
import type { Locale, Text } from '../text/text.ts'
import { assessmentNotes } from './assessment-notes.ts'
import { developmentSentences } from './development-sentence.ts'
import type { Finding } from './finding.ts'
import { periodWords } from './period-words.ts'
import { stabilitySentence } from './stability-sentence.ts'
import { targetSentences } from './target-sentence.ts'
import { notAssessedWords } from './verdict-words.ts'

/** A finding in words: the sentence, how sure it is, and the variants with a sentence where they differ. */
export interface Description {
  readonly sentence: Text
  readonly notes: Text[]
  readonly variants: Variant[]
}

function reasonSentences({ indicator, judgement, observations }: Finding, locale: Locale): string[] {
  const { breakAt, reason } = judgement
  if (reason === null || judgement.verdict === 'no-data') return []
  if (reason === 'too-few-points' && observations.filter(hasValue).length <= 1) {
    return [
      locale === 'da'
        ? 'Der er kun én måling, så udviklingen kan ikke vurderes'
        : 'There is only one measurement, so the development cannot be assessed',
    ]
  }
  if (reason === 'break' && breakAt !== null) {
    const period = periodWords(indicator.cadence.periodKind, breakAt, locale)
    return [
      locale === 'da'
        ? `Tal fra før ${period} kan ikke sammenlignes med de nyere, så udviklingen kan ikke vurderes`
        : `Figures from before ${period} cannot be compared with newer ones, so the development cannot be assessed`,
    ]
  }
  return [notAssessedWords[reason][locale]]
}

/** What nobody has decided, said where a verdict rests on the trend alone. */
function undecidedSentences({ indicator, judgement, target }: Finding, locale: Locale): string[] {
  const isTrend = ['improving', 'stable', 'unclear', 'worsening'].includes(judgement.verdict)
  if (target !== null || !isTrend) return []
  if (indicator.direction === 'decrease') {
    return [
      locale === 'da' ? 'Ingen har besluttet, hvor langt ned tallet skal' : 'Nobody has decided how low is low enough',
    ]
  }
  if (indicator.direction === 'towards') {
    return [
      locale === 'da'
        ? 'Ingen har besluttet, hvor tæt på tallet skal komme'
        : 'Nobody has decided how close is close enough',
    ]
  }
  return [locale === 'da' ? 'Ingen har besluttet, hvor meget der er nok' : 'Nobody has decided how much is enough']
}

// Against these, how far there is to go says nothing: the target and the figure are not of the same kind.
const targetDoesNotApply: ReadonlySet<NotAssessedReason> = new Set([
  'context',
  'break',
  'target-is-baseline',
  'no-band',
])

function sentenceIn(finding: Finding, locale: Locale): string {
  const { reason } = finding.judgement
  const aim = reason !== null && targetDoesNotApply.has(reason) ? [] : targetSentences(finding, locale)
  return [
    ...developmentSentences(finding, locale),
    ...reasonSentences(finding, locale),
    ...aim,
    ...undecidedSentences(finding, locale),
  ]
    .map((part) => part.charAt(0).toLocaleUpperCase(locale) + part.slice(1))
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
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
export function describe(finding: Finding): Description {
  const { indicator, judgement } = finding
  return {
    sentence: { da: sentenceIn(finding, 'da'), en: sentenceIn(finding, 'en') },
    notes: assessmentNotes(finding),
    variants: judgement.variants.map((variant) => withSentence(variant, indicator.cadence.periodKind)),
  }
}
