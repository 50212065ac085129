import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locales } from '../text.ts'
import {
  formatChange,
  formatDifference,
  formatMargin,
  formatNumber,
  formatShortChangeUnit,
  formatShortUnit,
  formatTarget,
  formatTargetBand,
  formatValue,
} from './format.ts'
import type { Measure } from './format.ts'
import { Unit } from './unit.ts'

const partnerships = {
  one: { da: 'partnerskab', en: 'partnership' },
  other: { da: 'partnerskaber', en: 'partnerships' },
}
const young = { one: { da: 'ung', en: 'young person' }, other: { da: 'unge', en: 'young people' } }
const measure = (unit: Unit, decimals: number, noun: Measure['noun'] = null): Measure => ({ unit, decimals, noun })
const percent = measure('percent', 1)
const count = measure('count', 0, partnerships)
const kroner = measure('kroner', 0)

// Written with ordinary spaces, so that the table can be read; that they are non-breaking is tested below.
const plain = (text: string): string => text.replaceAll('\u00A0', ' ')

test('a margin that would be rounded to zero shows its first digit', () => {
  expect(plain(formatMargin(2.14, percent, 'da'))).toBe('± 2,1')
  expect(plain(formatMargin(0.031, percent, 'da'))).toBe('± 0,03')
  expect(plain(formatMargin(0, percent, 'en'))).toBe('± 0.0')
})

describe('a figure with its unit', () => {
  test.each<[number, Measure, string, string]>([
    [70.49, percent, '70,5 %', '70.5%'],
    [0, percent, '0,0 %', '0.0%'],
    [-0.04, percent, '0,0 %', '0.0%'],
    [-2.5, percent, '−2,5 %', '−2.5%'],
    [12, measure('percentage-point', 1), '12,0 procentpoint', '12.0 percentage points'],
    [1, measure('percentage-point', 0), '1 procentpoint', '1 percentage point'],
    [28, count, '28 partnerskaber', '28 partnerships'],
    [1, count, '1 partnerskab', '1 partnership'],
    [0, count, '0 partnerskaber', '0 partnerships'],
    [1, measure('count', 1, partnerships), '1,0 partnerskaber', '1.0 partnerships'],
    [1234, kroner, '1.234 kr.', '1,234 kroner'],
    [1, kroner, '1 kr.', '1 krone'],
    [12_000_000, kroner, '12.000.000 kr.', '12,000,000 kroner'],
    [3.2, measure('per-thousand', 1), '3,2 pr. 1.000 indbyggere', '3.2 per 1,000 inhabitants'],
    [62.13, measure('per-hundred', 1, young), '62,1 pr. 100 unge', '62.1 per 100 young people'],
    [98.5, measure('index-100', 1), '98,5', '98.5'],
    [0.825, measure('ratio', 2), '0,83', '0.83'],
    [4.1, measure('score', 1), '4,1', '4.1'],
    [7.25, measure('mark', 1), '7,3', '7.3'],
  ])('%d in %o', (value, of, da, en) => {
    expect([plain(formatValue(value, of, 'da')), plain(formatValue(value, of, 'en'))]).toEqual([da, en])
  })
})

describe('a change', () => {
  test.each<[number, Measure, string, string]>([
    [1.92, percent, '+1,9 procentpoint', '+1.9 percentage points'],
    [-1, measure('percent', 0), '−1 procentpoint', '−1 percentage point'],
    [1, measure('percent', 0), '+1 procentpoint', '+1 percentage point'],
    [-0.04, percent, '0,0 procentpoint', '0.0 percentage points'],
    [0.04, percent, '0,0 procentpoint', '0.0 percentage points'],
    [5, count, '+5 partnerskaber', '+5 partnerships'],
    [-1, count, '−1 partnerskab', '−1 partnership'],
    [-12_000, kroner, '−12.000 kr.', '−12,000 kroner'],
    [2.3, measure('index-100', 1), '+2,3', '+2.3'],
    [-0.4, measure('per-thousand', 1), '−0,4 pr. 1.000 indbyggere', '−0.4 per 1,000 inhabitants'],
  ])('%d in %o', (change, of, da, en) => {
    expect([plain(formatChange(change, of, 'da')), plain(formatChange(change, of, 'en'))]).toEqual([da, en])
  })

  test('its size alone has no sign', () => {
    expect(plain(formatDifference(-4.51, percent, 'da'))).toBe('4,5 procentpoint')
  })
})

test('a target is written as it was decided', () => {
  expect([75, 72.5, 7.25].map((value) => plain(formatTarget(value, percent, 'da')))).toEqual([
    '75 %',
    '72,5 %',
    '7,25 %',
  ])
  expect(plain(formatTarget(1, count, 'en'))).toBe('1 partnership')
  expect(plain(formatTargetBand({ low: 40, high: 60 }, percent, 'da'))).toBe('40 og 60 %')
  expect(plain(formatTargetBand({ low: 40, high: 60 }, percent, 'en'))).toBe('40% and 60%')
  expect(plain(formatTargetBand({ low: -5, high: 5.5 }, measure('index-100', 0), 'da'))).toBe('−5 og 5,5')
})

test('what stands small after a large figure', () => {
  expect(formatShortUnit(70.49, percent, 'en')).toBe('%')
  expect(formatShortChangeUnit(1.92, percent, 'da')).toBe('procentpoint')
  expect(formatShortChangeUnit(1, measure('percent', 0), 'en')).toBe('percentage point')
  expect(formatShortChangeUnit(-1, count, 'en')).toBe('partnership')
  expect(formatShortUnit(28, count, 'da')).toBe('partnerskaber')
  expect(plain(formatShortUnit(62.1, measure('per-hundred', 1, young), 'da'))).toBe('pr. 100')
  expect(formatShortUnit(4.1, measure('score', 1), 'da')).toBe('')
})

test('a figure and its unit never part at the end of a line', () => {
  expect(formatValue(70.49, percent, 'da')).toBe('70,5\u00A0%')
  expect(formatChange(5, count, 'en')).toBe('+5\u00A0partnerships')
  expect(formatValue(3.2, measure('per-thousand', 1), 'da')).toBe('3,2\u00A0pr.\u00A01.000 indbyggere')
})

const figure = fc.double({ min: -1e15, max: 1e15, noNaN: true })
const decimals = fc.integer({ min: 0, max: 4 })

test('a number can be read back to within half of its last decimal', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), decimals, (value, shown) => {
      const english = formatNumber(value, shown, 'en').replaceAll(',', '').replace('−', '-')
      const danish = formatNumber(value, shown, 'da').replaceAll('.', '').replace(',', '.').replace('−', '-')
      expect(danish).toBe(english)
      expect(Math.abs(Number(english) - value)).toBeLessThanOrEqual(0.5 * 10 ** -shown + 1e-6)
    }),
  )
})

test('no figure is written with an exponent, a hyphen for a minus or as minus zero', () => {
  fc.assert(
    fc.property(figure, decimals, fc.constantFrom(...Unit.options), (value, shown, unit) => {
      for (const locale of locales) {
        const of = measure(unit, shown, partnerships)
        for (const text of [
          formatValue(value, of, locale),
          formatChange(value, of, locale),
          formatTarget(value, of, locale),
        ]) {
          expect(text).toMatch(/^[+−]?\d[\d.,]*(?:%|\u00A0\S.*)?$/)
          expect(text).not.toMatch(/\de|-|^[+−]0(?:[.,]0+)?(?![\d.,])/i)
        }
      }
    }),
  )
})

test('a change has the sign of what is shown, and none where that is zero', () => {
  fc.assert(
    fc.property(fc.double({ min: -5, max: 5, noNaN: true }), decimals, (change, shown) => {
      const text = formatChange(change, measure('score', shown), 'en')
      const size = Number(text.replace(/^[+−]/, ''))
      expect(/^[+−]/.exec(text)?.[0] ?? '').toBe(size === 0 ? '' : change > 0 ? '+' : '−')
    }),
  )
})
