import type { PeriodKind } from '../period/period.ts'
import type { Judgement, Verdict } from '../progress/assessment.ts'
import type { Locale } from '../text/text.ts'
import { periodWords } from './period-words.ts'
import { methodWords, verdictWords } from './verdict-words.ts'

type PlainVariant = Judgement['variants'][number]

const anyOf: Record<Locale, Intl.ListFormat> = {
  da: new Intl.ListFormat('da-DK', { type: 'disjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
}

function conditions(variants: readonly PlainVariant[], kind: PeriodKind, locale: Locale): string[] {
  const omitted = (variant: PlainVariant): string =>
    variant.omitted === null
      ? { da: 'den seneste måling', en: 'the latest measurement' }[locale]
      : periodWords(kind, variant.omitted, locale)
  const start = (variant: PlainVariant): string =>
    variant.omitted === null ? { da: 'en senere måling', en: 'a later measurement' }[locale] : omitted(variant)
  const without = variants
    .filter((variant) => variant.kind === 'without-latest')
    .map((variant) =>
      locale === 'da' ? `hvis ${omitted(variant)} blev udeladt` : `if ${omitted(variant)} were left out`,
    )
  const later = variants
    .filter((variant) => variant.kind === 'later-baseline')
    .map((variant) =>
      locale === 'da' ? `hvis der blev regnet fra ${start(variant)}` : `if counted from ${start(variant)}`,
    )
  const methods = variants
    .filter((variant) => variant.kind === 'other-method')
    .map((variant) => `“${methodWords[variant.method][locale]}”`)
  const names = anyOf[locale].format(methods)
  const method =
    methods.length === 0 ? [] : [locale === 'da' ? `hvis metoden var ${names}` : `if the method were ${names}`]
  return [...without, ...later, ...method]
}

/**
 * What the verdict would be in the given circumstances, which all lead to the same one:
 * “Vurderingen ville være “På vej”, hvis 2025 blev udeladt.”
 */
export function stabilitySentence(
  verdict: Verdict,
  variants: readonly PlainVariant[],
  kind: PeriodKind,
  locale: Locale,
): string {
  const when = anyOf[locale].format(conditions(variants, kind, locale))
  if (verdict === 'not-assessed' || verdict === 'no-data') {
    return locale === 'da' ? `Der kunne ikke gives en vurdering, ${when}.` : `No assessment could be made ${when}.`
  }
  const name = verdictWords[verdict][locale]
  return locale === 'da' ? `Vurderingen ville være “${name}”, ${when}.` : `The assessment would be “${name}” ${when}.`
}
