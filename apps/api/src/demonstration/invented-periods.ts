import type { PeriodKind } from '@pejling/domain/period/period'

const years = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, n) => first + n)
const schoolYear = (end: number): string => `${end - 1}/${String(end % 100).padStart(2, '0')}`

/** The periods the demonstration has figures for, oldest first, and the later one its targets are set for. */
const periods: Record<PeriodKind, { readonly past: readonly string[]; readonly target: string }> = {
  year: { past: years(2014, 2025).map(String), target: '2030' },
  'school-year': { past: years(2015, 2026).map(schoolYear), target: '2029/30' },
  quarter: {
    past: years(2022, 2025).flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)),
    target: '2029-Q4',
  },
  'municipal-election': {
    past: ['2005-11-15', '2009-11-17', '2013-11-19', '2017-11-21', '2021-11-16', '2025-11-18'],
    target: '2029-11-20',
  },
  'general-election': {
    past: ['2011-09-15', '2015-06-18', '2019-06-05', '2022-11-01', '2026-03-24'],
    target: '2030-03-24',
  },
  'european-election': { past: ['2009-06-07', '2014-05-25', '2019-05-26', '2024-06-09'], target: '2029-06-10' },
  'regional-election': {
    past: ['2009-11-17', '2013-11-19', '2017-11-21', '2021-11-16', '2025-11-18'],
    target: '2029-11-20',
  },
  'school-board-election': { past: ['2014-04-15', '2018-04-15', '2022-04-15', '2026-04-15'], target: '2030-04-15' },
  'survey-wave': { past: ['2013', '2017', '2019', '2021', '2023', '2025'], target: '2029' },
}

/** The periods of a kind that the demonstration has figures for, oldest first. */
export function pastPeriods(kind: PeriodKind): readonly string[] {
  return periods[kind].past
}

/** The period the demonstration's targets are set for. */
export function targetPeriod(kind: PeriodKind): string {
  return periods[kind].target
}
