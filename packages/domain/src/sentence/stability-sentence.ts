import type { PeriodKind } from '../period/period.ts'
import type { Judgement, Verdict } from '../progress/assessment.ts'
import { inARow, type Locale, type Text } from '../text.ts'
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
  const circumstances = conditions(variants, kind, locale)
  // Danish parts clauses by commas, and Intl lists parts only names.
  const when =
    locale === 'da'
      ? [circumstances.slice(0, -1).join(', '), circumstances.at(-1)].filter(Boolean).join(', eller ')
      : anyOf.en.format(circumstances)
  if (verdict === 'not-assessed' || verdict === 'no-data') {
    return locale === 'da' ? `Der kunne ikke gives en vurdering, ${when}.` : `No assessment could be made ${when}.`
  }
  const name = verdictWords[verdict][locale]
  return locale === 'da' ? `Vurderingen ville være “${name}”, ${when}.` : `The assessment would be “${name}” ${when}.`
}

/**
 * What was tried without changing the verdict: “Vurderingen er den samme, når det nyeste tal udelades.” Only what was
 * tried is said; `null` where nothing was, or where something changes it.
 */
export function sameSentence(variants: readonly PlainVariant[], kind: PeriodKind): Text | null {
  if (variants.length === 0 || variants.some(({ differs }) => differs)) return null
  const say = (locale: Locale): string => {
    const da = locale === 'da'
    const latest = variants.some((variant) => variant.kind === 'without-latest')
    const starts = variants.flatMap((variant) =>
      variant.kind === 'later-baseline' && variant.omitted !== null ? [periodWords(kind, variant.omitted, locale)] : [],
    )
    const methods = variants.flatMap((variant) =>
      variant.kind === 'other-method' ? [`“${methodWords[variant.method][locale]}”`] : [],
    )
    const names = inARow(methods, locale)
    const when = [
      ...(latest ? [da ? 'når det nyeste tal udelades' : 'without the latest figure'] : []),
      ...starts.map((start) => (da ? `når der regnes fra ${start}` : `counted from ${start}`)),
    ]
    const many = methods.length > 1
    const by = da ? `med metode${many ? 'rne' : 'n'} ${names}` : `by the method${many ? 's' : ''} ${names}`
    if (methods.length === 0)
      return da
        ? `Vurderingen er den samme, ${inARow(when, 'da')}.`
        : `The assessment is the same ${inARow(when, 'en')}.`
    if (when.length === 0) return da ? `Vurderingen er den samme ${by}.` : `The assessment is the same ${by}.`
    return da
      ? `Vurderingen er den samme, ${when.join(', ')}, og ${by}.`
      : `The assessment is the same ${when.join(', ')} and ${by}.`
  }
  return { da: say('da'), en: say('en') }
}
