import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  PeriodKind,
  comparePeriods,
  formatDate,
  midpoint,
  nextPeriod,
  parsePeriod,
  periodCode,
  periodExample,
  periodLabel,
  periodName,
  periodOf,
  withinYears,
  yearsBetween,
} from './period.ts'
import type { Period } from './period.ts'

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')
const year = fc.integer({ min: 1900, max: 2200 })
const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10))

const codeOf = (kind: PeriodKind): fc.Arbitrary<string> => {
  if (kind === 'year') return year.map(String)
  if (kind === 'school-year') return year.map((first) => `${first}/${pad((first + 1) % 100)}`)
  if (kind === 'quarter')
    return fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([of, quarter]) => `${of}-Q${quarter}`)
  if (kind === 'survey-wave') {
    const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([of, number]) => `${of}-${pad(number)}`)
    return fc.oneof(year.map(String), month)
  }
  return date
}

const periodsOf = (kind: PeriodKind): fc.Arbitrary<Period> => codeOf(kind).map((code) => periodOf(kind, code))
const anyPeriod = fc.constantFrom(...PeriodKind.options).chain(periodsOf)

test('every well-formed code is read as a period that begins before it ends and keeps its code', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      expect(period.start).toBeLessThan(period.end)
      expect(parsePeriod(period.kind, period.code)).toEqual(period)
      expect(periodCode(period.kind).safeParse(period.code).success).toBe(true)
    }),
  )
})

describe('malformed codes are rejected, and the message shows the right form', () => {
  test.each<[PeriodKind, string]>([
    ['year', '25'],
    ['year', '2024/25'],
    ['year', ' 2025'],
    ['year', ''],
    ['school-year', '2024'],
    ['school-year', '2024/26'],
    ['school-year', '2024-25'],
    ['school-year', '2024/2025'],
    ['quarter', '2025-Q5'],
    ['quarter', '2025-Q0'],
    ['quarter', '2025Q3'],
    ['municipal-election', '2025'],
    ['municipal-election', '2025-02-30'],
    ['general-election', '2025-11-18T00:00'],
    ['european-election', '9-6-2024'],
    ['regional-election', '2025-13-01'],
    ['school-board-election', '2023-02-29'],
    ['survey-wave', '2025-13'],
    ['survey-wave', '2025-2'],
  ])('%s %o', (kind, code) => {
    expect(parsePeriod(kind, code)).toBeNull()
    expect(() => periodOf(kind, code)).toThrow(periodExample(kind))
    expect(periodCode(kind).safeParse(code).error?.issues[0]?.message).toContain(periodExample(kind))
  })
})

test('the example of each kind is itself well formed', () => {
  for (const kind of PeriodKind.options) {
    for (const example of periodExample(kind).split(' / ')) expect(parsePeriod(kind, example)).not.toBeNull()
  }
})

test('any text at all is either a period or none, never an error', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PeriodKind.options), fc.string(), (kind, text) => {
      expect(() => parsePeriod(kind, text)).not.toThrow()
    }),
  )
})

test('the middle of a year is its middle, in leap years too', () => {
  expect(midpoint(periodOf('year', '2024'))).toBe(2024.5)
  expect(midpoint(periodOf('year', '2025'))).toBe(2025.5)
})

test('a school year lies around New Year, a quarter within its own year', () => {
  expect(midpoint(periodOf('school-year', '2024/25'))).toBeCloseTo(2025.08, 2)
  expect(midpoint(periodOf('quarter', '2025-Q3'))).toBeCloseTo(2025.625, 2)
  expect(midpoint(periodOf('survey-wave', '2025-02'))).toBeCloseTo(2025.123, 2)
  expect(midpoint(periodOf('municipal-election', '2025-11-18'))).toBeCloseTo(2025.881, 3)
})

test('midpoints have the order of the periods', () => {
  fc.assert(
    fc.property(
      fc
        .constantFrom(...PeriodKind.options.filter((kind) => kind !== 'survey-wave'))
        .chain((kind) => fc.tuple(periodsOf(kind), periodsOf(kind))),
      ([a, b]) => {
        expect(midpoint(a) < midpoint(b)).toBe(comparePeriods(a, b) < 0)
        expect(yearsBetween(a, b) + yearsBetween(b, a)).toBe(0)
      },
    ),
  )
})

test('the years between two calendar years are whole, whether or not leap years lie between', () => {
  fc.assert(
    fc.property(year, year, (from, to) => {
      expect(yearsBetween(periodOf('year', String(from)), periodOf('year', String(to)))).toBe(to - from)
    }),
  )
})

test('school years in a row lie a year apart, and elections about four', () => {
  expect(yearsBetween(periodOf('school-year', '2022/23'), periodOf('school-year', '2024/25'))).toBeCloseTo(2, 2)
  const [from, to] = [periodOf('municipal-election', '2021-11-16'), periodOf('municipal-election', '2025-11-18')]
  expect(yearsBetween(from, to)).toBeCloseTo(4, 1)
})

describe('the next period', () => {
  test('begins on the day the one before ends', () => {
    const calendar = fc.constantFrom<PeriodKind>('year', 'school-year', 'quarter').chain(periodsOf)
    fc.assert(
      fc.property(calendar, (period) => {
        expect(nextPeriod(period)).toMatchObject({ kind: period.kind, start: period.end })
      }),
    )
  })

  test.each<[PeriodKind, string, string | undefined]>([
    ['year', '2025', '2026'],
    ['school-year', '2024/25', '2025/26'],
    ['school-year', '1998/99', '1999/00'],
    ['school-year', '2098/99', '2099/00'],
    ['quarter', '2025-Q3', '2025-Q4'],
    ['quarter', '2025-Q4', '2026-Q1'],
    ['municipal-election', '2025-11-18', undefined],
    ['survey-wave', '2025', undefined],
    ['year', '9999', undefined],
  ])('of %s %s is %s', (kind, code, next) => {
    expect(nextPeriod(periodOf(kind, code))?.code).toBe(next)
  })
})

test('a period counts in the years it overlaps', () => {
  const schoolYear = periodOf('school-year', '2024/25')
  expect([2023, 2024, 2025, 2026].map((of) => withinYears(schoolYear, of, of))).toEqual([false, true, true, false])
  const quarter = periodOf('quarter', '2025-Q4')
  expect([2024, 2025, 2026].map((of) => withinYears(quarter, of, of))).toEqual([false, true, false])
  expect(withinYears(quarter, null, null)).toBe(true)
  expect(withinYears(quarter, 2026, null)).toBe(false)
  expect(withinYears(quarter, null, 2024)).toBe(false)
})

const shown = (kind: PeriodKind, code: string): string[] => {
  const period = periodOf(kind, code)
  return [periodLabel(period, 'da'), periodLabel(period, 'en'), periodName(period, 'da'), periodName(period, 'en')]
}

test('a period in a few characters and written out', () => {
  expect(shown('year', '2025')).toEqual(['2025', '2025', '2025', '2025'])
  expect(shown('school-year', '2024/25')).toEqual(['2024/25', '2024/25', '2024/25', '2024/25'])
  expect(shown('quarter', '2025-Q3')).toEqual(['3. kvt. 2025', 'Q3 2025', '3. kvt. 2025', 'Q3 2025'])
  expect(shown('survey-wave', '2025-02')).toEqual(['februar 2025', 'February 2025', 'februar 2025', 'February 2025'])
  expect(shown('municipal-election', '2025-11-18')).toEqual(['2025', '2025', '18. november 2025', '18 November 2025'])
})

test('a date in words, and of a moment the day it is in Denmark', () => {
  expect(formatDate('2026-02-12', 'da')).toBe('12. februar 2026')
  expect(formatDate('2026-02-12T22:59:59.000Z', 'en')).toBe('12 February 2026')
  expect(formatDate('2026-12-31T23:00:00.000Z', 'da')).toBe('1. januar 2027')
  expect(formatDate('2026-03-31T22:00:00.000Z', 'da')).toBe('1. april 2026')
})
