import type { Locale, Text } from '../text.ts'
import type { Unit } from './unit.ts'

/** What a figure needs to be written: its unit, the decimals shown and, for a count, what is counted. */
export interface Measure {
  readonly unit: Unit
  readonly decimals: number
  readonly noun: { readonly one: Text; readonly other: Text } | null
}

const NO_BREAK = '\u00A0'
const languageTag: Record<Locale, string> = { da: 'da-DK', en: 'en-GB' }
const formats = new Map<string, Intl.NumberFormat>()

interface Decimals {
  readonly least: number
  readonly most: number
}

function withDecimals(
  value: number,
  decimals: Decimals,
  locale: Locale,
  signDisplay: 'negative' | 'exceptZero',
): string {
  const key = `${locale} ${decimals.least} ${decimals.most} ${signDisplay}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(languageTag[locale], {
      minimumFractionDigits: decimals.least,
      maximumFractionDigits: decimals.most,
      signDisplay,
    })
    formats.set(key, format)
  }
  return format.format(value).replace('-', '−')
}

const fixed = (decimals: number): Decimals => ({ least: decimals, most: decimals })
// A decided value is written as it was decided: “75”, not “75,0”, and “7,25” even where figures show one decimal.
const asDecided: Decimals = { least: 0, most: 4 }

const isOne = (shown: string): boolean => shown.replace(/^[+−]/, '') === '1'

function percentagePoints(shown: string, locale: Locale): string {
  if (locale === 'da') return 'procentpoint'
  return isOne(shown) ? 'percentage point' : 'percentage points'
}

function rate(per: string, measure: Measure, locale: Locale): string {
  const whom = measure.noun?.other[locale] ?? (locale === 'da' ? 'indbyggere' : 'inhabitants')
  return `${per} ${whom}`
}

const per: Record<'per-hundred' | 'per-thousand', Record<Locale, string>> = {
  'per-hundred': { da: `pr.${NO_BREAK}100`, en: `per${NO_BREAK}100` },
  'per-thousand': { da: `pr.${NO_BREAK}1.000`, en: `per${NO_BREAK}1,000` },
}

type UnitWords = (shown: string, measure: Measure, locale: Locale) => string
const alone: UnitWords = () => ''

const wordsOf: Record<Unit, UnitWords> = {
  percent: () => '%',
  'percentage-point': (shown, _, locale) => percentagePoints(shown, locale),
  count: (shown, { noun }, locale) => (isOne(shown) ? noun?.one[locale] : noun?.other[locale]) ?? '',
  'per-hundred': (_, measure, locale) => rate(per['per-hundred'][locale], measure, locale),
  'per-thousand': (_, measure, locale) => rate(per['per-thousand'][locale], measure, locale),
  kroner: (shown, _, locale) => ({ da: 'kr.', en: isOne(shown) ? 'krone' : 'kroner' })[locale],
  'index-100': alone,
  ratio: alone,
  score: alone,
  mark: alone,
}

const unitWords: UnitWords = (shown, measure, locale) => wordsOf[measure.unit](shown, measure, locale)

const changeWords: UnitWords = (shown, measure, locale) =>
  measure.unit === 'percent' ? percentagePoints(shown, locale) : unitWords(shown, measure, locale)

function withUnit(shown: string, unit: string, locale: Locale): string {
  if (unit === '') return shown
  return unit === '%' && locale === 'en' ? `${shown}%` : `${shown}${NO_BREAK}${unit}`
}

/** A bare number with the given decimals, `1.234,5` or `1,234.5`, with a real minus sign and never as minus zero. */
export function formatNumber(value: number, decimals: number, locale: Locale): string {
  return withDecimals(value, fixed(decimals), locale, 'negative')
}

/** The value a reader sees: rounded to the given decimals as {@link formatNumber} rounds, and never minus zero. */
export function roundedAsShown(value: number, decimals: number): number {
  return Number(formatNumber(value, decimals, 'en').replaceAll(',', '').replace('−', '-')) + 0
}

/** Which way a value moved as a reader sees it: by the values shown, not by decimals that are rounded away. */
export function moveAsShown(from: number, to: number, decimals: number): -1 | 0 | 1 {
  const move = roundedAsShown(to, decimals) - roundedAsShown(from, decimals)
  return move > 0 ? 1 : move < 0 ? -1 : 0
}

/**
 * A figure with its unit: `70,5 %`, `28 partnerskaber`, `1.234 kr.`, `3,2 pr. 1.000 indbyggere`; indices, ratios,
 * scores and marks stand alone. For a rate the measure's noun says whom it is computed per; without one, inhabitants.
 */
export function formatValue(value: number, measure: Measure, locale: Locale): string {
  const shown = formatNumber(value, measure.decimals, locale)
  return withUnit(shown, unitWords(shown, measure, locale), locale)
}

/** A decided value with its unit and no more decimals than were decided: `75 %`, `7,25`. */
export function formatTarget(value: number, measure: Measure, locale: Locale): string {
  const shown = withDecimals(value, asDecided, locale, 'negative')
  return withUnit(shown, unitWords(shown, measure, locale), locale)
}

/** A decided band of values, after “mellem” or “between”: `40 og 60 %`, `40% and 60%`. */
export function formatTargetBand(band: { low: number; high: number }, measure: Measure, locale: Locale): string {
  const low =
    locale === 'en' && measure.unit === 'percent'
      ? formatTarget(band.low, measure, locale)
      : withDecimals(band.low, asDecided, locale, 'negative')
  return `${low} ${locale === 'da' ? 'og' : 'and'} ${formatTarget(band.high, measure, locale)}`
}

/** A change with its sign and unit: `+1,9 procentpoint` for percentages. One that rounds to zero has no sign. */
export function formatChange(change: number, measure: Measure, locale: Locale): string {
  const shown = withDecimals(change, fixed(measure.decimals), locale, 'exceptZero')
  return withUnit(shown, changeWords(shown, measure, locale), locale)
}

/**
 * A margin behind its figure: `± 2,1`, in the figure's own unit. One that would be rounded to zero has as many decimals as show
 * it: `± 0,03`.
 */
export function formatMargin(margin: number, { decimals }: Pick<Measure, 'decimals'>, locale: Locale): string {
  const isShown = margin === 0 || roundedAsShown(margin, decimals) !== 0
  const shown = isShown ? decimals : Math.min(Math.ceil(-Math.log10(Math.abs(margin))), 20)
  return `±${NO_BREAK}${formatNumber(margin, shown, locale)}`
}

/** How large a change or a difference is, without its sign: `1,9 procentpoint`. */
export function formatDifference(difference: number, measure: Measure, locale: Locale): string {
  const shown = formatNumber(Math.abs(difference), measure.decimals, locale)
  return withUnit(shown, changeWords(shown, measure, locale), locale)
}

/** What stands small after a large figure: `%`, `kr.`, `partnerskaber`, `pr. 100`; empty where the number stands alone. */
export function formatShortUnit(value: number, measure: Measure, locale: Locale): string {
  if (measure.unit === 'per-hundred' || measure.unit === 'per-thousand') return per[measure.unit][locale]
  return unitWords(formatNumber(value, measure.decimals, locale), measure, locale)
}

/** What stands small after a large change: as {@link formatShortUnit}, but `procentpoint` for percentages. */
export function formatShortChangeUnit(change: number, measure: Measure, locale: Locale): string {
  if (measure.unit !== 'percent') return formatShortUnit(change, measure, locale)
  return percentagePoints(formatNumber(change, measure.decimals, locale), locale)
}
