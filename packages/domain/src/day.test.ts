import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { dateAfter, dateOfDay, dayNumber, timestampAfter } from './day.ts'

test('a date has a number, and a number its date', () => {
  expect(dayNumber('1970-01-02')).toBe(1)
  assert(
    property(integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') }), (number) => {
      expect(dayNumber(dateOfDay(number))).toBe(number)
    }),
  )
})

test('days are counted across months and years, and a moment keeps its time of day', () => {
  expect(dateAfter('2024-02-28', 1)).toBe('2024-02-29')
  expect(dateAfter('2026-01-01', -1)).toBe('2025-12-31')
  expect(timestampAfter('2025-12-31T08:15:30.250Z', 1)).toBe('2026-01-01T08:15:30.250Z')
})
