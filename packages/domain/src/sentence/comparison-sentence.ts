import type { Area } from '../area.ts'
import type { Benchmark, Comparison, Rank } from '../comparison/comparison.ts'
import type { CountedShare, People } from '../comparison/people.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { hasValue, type Observation, type ObservationStatus } from '../observation/observation.ts'
import { isWithin } from '../progress/tolerance.ts'
import type { IndicatorDocument } from '../release/documents.ts'
import { ended, type Locale, type Text } from '../text.ts'
import { formatDifference, formatMargin, formatNumber, formatValue, roundedAsShown } from '../unit/format.ts'
import { inPeriod, periodWords } from './period-words.ts'

/* An indicator's figure against those of other areas, and differences in whole people. */

const both = (say: (locale: Locale) => string): Text => ({ da: say('da'), en: say('en') })

const withArticle = (name: string): string => name.replace(/^The /, 'the ')

function areaWords({ kind, name }: Area, locale: Locale): string {
  if (kind === 'country') return locale === 'da' ? 'landet' : 'the national figure'
  if (kind === 'municipality-group') {
    return locale === 'da' ? `kommunegruppen ${name.da}` : `the municipality group ${name.en}`
  }
  return locale === 'da' ? name.da : withArticle(name.en)
}

const sides: Record<Locale, Record<'above' | 'below', string>> = {
  da: { above: 'over', below: 'under' },
  en: { above: 'above', below: 'below' },
}

const sideOf = (difference: number, locale: Locale): string => sides[locale][difference > 0 ? 'above' : 'below']

/** `240 vælgere`, `1 voter`: people by the noun of the numerator. */
function peopleWords(count: number, { numeratorNoun }: Indicator, locale: Locale, more: boolean | null): string {
  const noun = numeratorNoun?.[count === 1 ? 'one' : 'other'][locale] ?? ''
  const comparative = more === null ? '' : { da: more ? 'flere ' : 'færre ', en: more ? 'more ' : 'fewer ' }[locale]
  return `${formatNumber(count, 0, locale)} ${comparative}${noun}`
}

type Numbers = Omit<Benchmark, 'sentence'>

interface BenchmarkWords {
  readonly indicator: Indicator
  readonly area: Area
  /** Whether it is the latest figure that is compared. */
  readonly isLatest: boolean
  /** The status of the other area's figure. */
  readonly status: ObservationStatus
}

// Their differences have no unit that would say how large they are.
const bareUnits: ReadonlySet<Indicator['unit']> = new Set(['index-100', 'ratio', 'score', 'mark'])

function level(
  { difference, value, margin, people }: Numbers,
  { indicator, area }: BenchmarkWords,
  locale: Locale,
): string {
  const shown = formatDifference(difference, indicator, locale)
  const whom = areaWords(area, locale)
  if (roundedAsShown(difference, indicator.decimals) === 0) {
    return locale === 'da' ? `På niveau med ${whom}` : `Level with ${whom}`
  }
  const side = `${shown} ${sideOf(difference, locale)} ${whom}`
  if (margin !== null) {
    const spread = formatMargin(margin, indicator, locale)
    if (!isWithin(difference, margin)) return `${side} (${spread})`
    return locale === 'da'
      ? `${side}, men forskellen er inden for den statistiske usikkerhed (${spread})`
      : `${side}, but the difference is within the margin of error (${spread})`
  }
  if (people === null) {
    return bareUnits.has(indicator.unit) ? `${side} (${formatNumber(value, indicator.decimals, locale)})` : side
  }
  const counted = peopleWords(people.count, indicator, locale, null)
  if (locale === 'da') return `${side}, svarende til ${people.approximate ? 'ca. ' : ''}${counted}`
  return `${side}, which equals ${people.approximate ? 'about ' : ''}${counted}`
}

function course({ difference, since, course: found }: Numbers, { indicator }: BenchmarkWords, locale: Locale): string {
  if (since === null || found === null) return ''
  const kind = indicator.cadence.periodKind
  const { decimals } = indicator
  const [shownThen, shownNow] = [since.difference, difference].map((one) => roundedAsShown(one, decimals))
  const was = inPeriod(kind, since.period, locale)
  if (shownThen === 0 && shownNow === 0) return locale === 'da' ? `, også ${was}` : `, as ${was}`
  const when = periodWords(kind, since.period, locale)
  if (shownThen === shownNow) {
    return locale === 'da' ? `; afstanden er uændret siden ${when}` : `; the gap is unchanged since ${when}`
  }
  const then = formatDifference(since.difference, indicator, locale)
  // Where one was level or on the other side, the bare size of the distance would not say how it was.
  if (found === 'crossed' || Math.sign(shownThen ?? 0) !== Math.sign(shownNow ?? 0)) {
    if (shownThen === 0) return locale === 'da' ? `; ${was} var tallene ens` : `; ${was} the figures were the same`
    const side = `${then} ${sideOf(since.difference, locale)}`
    return locale === 'da' ? `; ${was} var tallet ${side}` : `; ${was} it was ${side}`
  }
  const words: Record<Locale, Record<'grown' | 'shrunk' | 'unchanged', string>> = {
    da: {
      grown: `; afstanden er vokset siden ${when}, hvor den var ${then}`,
      shrunk: `; afstanden er blevet mindre siden ${when}, hvor den var ${then}`,
      // A reader who sees two distances need not be told that they are nearly the same.
      unchanged: `; ${was} var afstanden ${then}`,
    },
    en: {
      grown: `; the gap has widened since ${when}, when it was ${then}`,
      shrunk: `; the gap has narrowed since ${when}, when it was ${then}`,
      unchanged: `; ${was} the gap was ${then}`,
    },
  }
  return words[locale][found]
}

const uncertainWords: Partial<Record<ObservationStatus, Text>> = {
  E: { da: 'er anslået', en: 'is an estimate' },
  P: { da: 'er foreløbigt', en: 'is provisional' },
  U: { da: 'er usikkert', en: 'is uncertain' },
}

/** What has to be known of the other area's figure, in brackets: that it is older than the latest, or not final. */
function reservation(
  { period }: Numbers,
  { area, indicator, isLatest, status }: BenchmarkWords,
  locale: Locale,
): string {
  const when = periodWords(indicator.cadence.periodKind, period, locale)
  const age: Text = { da: `tal fra ${when}, de nyeste for begge`, en: `figures from ${when}, the latest for both` }
  const whose: Text =
    area.kind === 'country'
      ? { da: 'landets tal', en: 'the national figure' }
      : { da: `tallet for ${areaWords(area, 'da')}`, en: `the figure for ${areaWords(area, 'en')}` }
  const doubt = uncertainWords[status]
  const all = [...(isLatest ? [] : [age[locale]]), ...(doubt ? [`${whose[locale]} ${doubt[locale]}`] : [])]
  return all.length === 0 ? '' : ` (${all.join('; ')})`
}

/**
 * How the figure lies against another area's, and what has become of the distance: “1,3 procentpoint over landet; afstanden er
 * uændret siden 2017.” Every distance is named as it is shown, so that “unchanged” and “grown” can be checked.
 */
export function benchmarkSentence(numbers: Numbers, about: BenchmarkWords): Text {
  return both((locale) =>
    ended(`${level(numbers, about, locale)}${course(numbers, about, locale)}${reservation(numbers, about, locale)}`),
  )
}

/**
 * The place among municipalities: “Nr. 31 af 98 kommuner; nr. 1 har det højeste tal.” A shared place names all places shared;
 * where some have no figure it is said how many have, and a place that is not of the
 * latest figure names its period.
 */
export function rankSentence(
  rank: Omit<Rank, 'sentence'>,
  {
    municipalities,
    indicator: { cadence },
    isLatest,
  }: { readonly municipalities: number; readonly indicator: Indicator; readonly isLatest: boolean },
): Text {
  const { place, lastPlace, of, from, period } = rank
  const shared = lastPlace > place
  const places = shared ? `${place}–${lastPlace}` : String(place)
  const when = (locale: Locale): string => periodWords(cadence.periodKind, period, locale)
  const then = (locale: Locale): string => (isLatest ? '' : ` ${inPeriod(cadence.periodKind, period, locale)}`)
  const whom: Text =
    of >= municipalities
      ? { da: `${of} kommuner${then('da')}`, en: `${of} municipalities${then('en')}` }
      : {
          da: `de ${of} kommuner, der har tal for ${when('da')}`,
          en: `the ${of} municipalities that have a figure for ${when('en')}`,
        }
  const extreme: Text =
    from === 'highest'
      ? { da: 'det højeste tal', en: 'the highest figure' }
      : { da: 'det laveste tal', en: 'the lowest figure' }
  if (place === 1 && !shared) return { da: `Har ${extreme.da} af ${whom.da}.`, en: `Has ${extreme.en} of ${whom.en}.` }
  return {
    da: `${shared ? 'Delt nr.' : 'Nr.'} ${places} af ${whom.da}; nr. 1 har ${extreme.da}.`,
    en: `${shared ? 'Joint no.' : 'No.'} ${places} of ${whom.en}; no. 1 has ${extreme.en}.`,
  }
}

/** How many people more or fewer reach the target: “Målet svarer til 2.210 flere vælgere, regnet af 48.990.” */
export function toTargetSentence(
  people: People,
  indicator: Indicator,
  { denominator }: Pick<CountedShare, 'denominator'>,
): Text {
  const whole = (locale: Locale): string => formatNumber(denominator, 0, locale)
  return {
    da: `Afstanden til målet svarer til ${peopleWords(people.count, indicator, 'da', people.more)} ud af ${whole('da')}.`,
    en: `The distance to the target equals ${peopleWords(people.count, indicator, 'en', people.more)} out of ${whole('en')}.`,
  }
}

/** What the change since the figure before amounts to: “Ændringen siden 2021 svarer til 931 flere vælgere.” */
export function sinceLastSentence(people: People, indicator: Indicator, before: string): Text {
  const when = (locale: Locale): string => periodWords(indicator.cadence.periodKind, before, locale)
  return {
    da: `Ændringen siden ${when('da')} svarer til ${peopleWords(people.count, indicator, 'da', people.more)}.`,
    en: `The change since ${when('en')} equals ${peopleWords(people.count, indicator, 'en', people.more)}.`,
  }
}

const saidOf = (parts: readonly ({ readonly sentence: Text } | null | undefined)[]): Text | null => {
  const sentences = parts.flatMap((part) => part?.sentence ?? [])
  return sentences.length === 0 ? null : both((locale) => sentences.map((one) => one[locale]).join(' '))
}

/** A comparison in short: against the widest area there are figures of, and the place among municipalities; `null`: neither. */
export function comparisonWords({ benchmarks, rank }: Comparison): Text | null {
  return saidOf([benchmarks[0], rank])
}

/** What the change since last time and the distance to the target amount to in people; `null`: neither is known. */
export function peopleSentences({ toTarget, sinceLast }: Comparison): Text | null {
  return saidOf([sinceLast, toTarget])
}

/** Everything a comparison says, a sentence for each item of a list: against each area, the place among municipalities, in people. */
export function comparisonItems({ benchmarks, rank, sinceLast, toTarget }: Comparison): Text[] {
  return [...benchmarks, rank, sinceLast, toTarget].flatMap((part) => part?.sentence ?? [])
}

/** The figure with its margin, `8,8 % ± 2,1`; `null` where no margin is known. */
export function marginSentence(
  { cadence, ...measure }: Indicator,
  { period, value, margin }: Pick<Observation, 'period' | 'value' | 'margin'>,
): Text | null {
  if (value === null || margin === null) return null
  const figure = (locale: Locale): string =>
    `${formatValue(value, measure, locale)} ${formatMargin(margin, measure, locale)}`
  return {
    da: `Tallet for ${periodWords(cadence.periodKind, period, 'da')} er ${figure('da')} (95\u00A0% sikkerhed).`,
    en: `The figure for ${periodWords(cadence.periodKind, period, 'en')} is ${figure('en')} (95% confidence).`,
  }
}

/** What is said of a published indicator's latest figure beside its finding: its margin, and how it lies against others. */
export function comparedWords({
  indicator,
  series,
  comparison,
}: Pick<IndicatorDocument, 'indicator' | 'series' | 'comparison'>): Text | null {
  const latest = series.find(({ key }) => key === indicator.area)?.observations.findLast(hasValue)
  const told = [latest ? marginSentence(indicator, latest) : null, comparison && comparisonWords(comparison)]
  return saidOf(told.map((sentence) => sentence && { sentence }))
}
