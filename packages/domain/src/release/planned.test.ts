import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { danishDay } from '../period/danish-day.ts'
import { danishTime } from './planned.ts'

describe('a time as clocks in Denmark show it', () => {
  it.each([
    ['in winter', '2026-12-03T08:30', '2026-12-03T07:30:00.000Z'],
    ['in summer', '2026-07-01T08:30', '2026-07-01T06:30:00.000Z'],
    ['at new year', '2027-01-01T00:00', '2026-12-31T23:00:00.000Z'],
    ['that comes twice', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['that is left out', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['just after the change', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
  ])('%s', (_, text, moment) => {
    expect(danishTime(text)).toBe(moment)
  })

  it('is a day later there than in UTC after midnight, and says so wherever a day is shown', () => {
    const times = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(times, (date) => {
        const shown = `${date.toISOString().slice(0, 13)}:00`
        const moment = danishTime(shown) ?? ''
        expect(danishDay(moment)).toBe(shown.slice(0, 10))
      }),
    )
  })

  it.each([
    '',
    '2026-12-03',
    '2026-13-03T08:30',
    'i morgen',
    '2026-02-30T08:00',
    '2026-12-03T24:00',
    '2027-02-29T10:00',
  ])('is not “%s”', (text) => {
    expect(danishTime(text)).toBeNull()
  })
})
