import { periodLabel, periodOf } from '../period/period.ts'
import type { PeriodKind } from '../period/period.ts'
import type { Locale } from '../text.ts'

/** A period as running text names it: `2025`, `skoleåret 2024/25`, `3. kvartal 2025`. Throws a RangeError on a malformed code. */
export function periodWords(kind: PeriodKind, code: string, locale: Locale): string {
  const label = periodLabel(periodOf(kind, code), locale)
  if (kind === 'school-year') return locale === 'da' ? `skoleåret ${label}` : `the school year ${label}`
  return kind === 'quarter' ? label.replace('kvt.', 'kvartal') : label
}

/** When something was measured: `i 2025`, `in the school year 2024/25`. Throws a RangeError on a malformed code. */
export function inPeriod(kind: PeriodKind, code: string, locale: Locale): string {
  return `${locale === 'da' ? 'i' : 'in'} ${periodWords(kind, code, locale)}`
}

/** From one period to another: `fra 2021 til 2025`, `from the school year 2023/24 to 2024/25`. Throws a RangeError on a malformed code. */
export function betweenPeriods(kind: PeriodKind, from: string, to: string, locale: Locale): string {
  const end = kind === 'school-year' ? periodLabel(periodOf(kind, to), locale) : periodWords(kind, to, locale)
  const start = periodWords(kind, from, locale)
  return locale === 'da' ? `fra ${start} til ${end}` : `from ${start} to ${end}`
}
