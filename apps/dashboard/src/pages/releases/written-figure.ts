import type { IndicatorChange } from '@pejling/domain/release/release'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import type { Locale } from '@pejling/domain/text'
import { formatNumber, formatValue } from '@pejling/domain/unit/format'
import type { Measure } from '@pejling/domain/unit/format'

/** A figure as it was or is; `null`: there was or is none. */
type FigureThen = IndicatorChange['observations'][number]['before']

// As fine as figures of double precision can be told apart in sensible units.
const mostDecimals = 12

function writtenNumber(value: number, measure: Measure, locale: Locale): string {
  // Percent is short enough to stand at every figure; other units stand once, above the table.
  return measure.unit === 'percent'
    ? formatValue(value, measure, locale)
    : formatNumber(value, measure.decimals, locale)
}

function written(figure: FigureThen, measure: Measure, locale: Locale): string {
  if (figure === null) return '–'
  const words = statusWords[figure.status].words[locale]
  if (figure.value === null) return words
  const number = writtenNumber(figure.value, measure, locale)
  return figure.status === 'A' ? number : `${number} (${words.toLocaleLowerCase(locale)})`
}

/** How many decimals two figures need to be told apart: those of the indicator, more where a correction is smaller. */
function decimalsFor(before: FigureThen, after: FigureThen, measure: Measure, locale: Locale): number {
  const was = before?.value ?? null
  const is = after?.value ?? null
  if (was === null || is === null || was === is) return measure.decimals
  let decimals = measure.decimals
  while (decimals < mostDecimals && formatNumber(was, decimals, locale) === formatNumber(is, decimals, locale)) {
    decimals += 1
  }
  return decimals
}

/**
 * A figure before and after a change, `68,6 %` and `69,9 % (foreløbigt)`: a missing one as the word for why it is
 * missing, and with more decimals than usual where the change would not be seen without.
 */
export function writtenChange(
  { before, after }: { readonly before: FigureThen; readonly after: FigureThen },
  measure: Measure,
  locale: Locale,
): { readonly before: string; readonly after: string } {
  const fine = { ...measure, decimals: decimalsFor(before, after, measure, locale) }
  return { before: written(before, fine, locale), after: written(after, fine, locale) }
}
