import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { datePartsOf, shownNumber } from './number-format.ts'

test.each([
  ['0.0%', 0.715, true, ''],
  ['[Red]0.0%', 0.715, true, ''],
  ['0.0" %"', 71.5, false, '%'],
  ['0.0\\%', 71.5, false, '%'],
  ['0.0\\ \\%', 71.5, false, '%'],
  ['0" pct."', 71, false, 'pct.'],
  ['0.0" mio."', 4.2, false, 'mio.'],
  ['0.0%;"-"0.0" %"', 0.715, true, ''],
  ['0.0%;"-"0.0" %"', -71.5, false, '%'],
  ['0.0%;-0.0%;"nul"', 0, false, 'nul'],
  ['[>1]0.0" %";0.0%', 71.5, false, '%'],
  ['[>1]0.0" %";0.0%', 0.715, true, ''],
  ['_-* #,##0.00\\ "kr."_-', 12, false, 'kr.'],
  ['[$kr.-406] #,##0', 12, false, 'kr.'],
  ['#,##0_%', 12, false, ''],
  ['General', 12, false, ''],
  ['', 12, false, ''],
])('the format %s shows %d in percent: %s, with the word “%s”', (format, value, isPercent, unit) => {
  expect(shownNumber(format, value)).toEqual({ isPercent, unit })
})

test('whatever stands in quotation marks or behind a backslash, it never makes a percentage', () => {
  const literal = fc.oneof(
    fc.stringMatching(/^[^"]{0,6}$/).map((text) => `"${text}"`),
    fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme-ascii' }).map((letter) => `\\${letter}`),
  )
  fc.assert(
    fc.property(fc.array(literal, { maxLength: 4 }), fc.double({ noNaN: true }), (literals, value) => {
      expect(shownNumber(`${literals.join('')}0.0${literals.join('')}`, value).isPercent).toBe(false)
      expect(shownNumber(`${literals.join('')}0.0%${literals.join('')}`, value).isPercent).toBe(true)
    }),
  )
})

test.each([
  ['mmm-yy', 'month'],
  ['[$-406]mmmm\\ yyyy', 'month'],
  ['yyyy', 'year'],
  ['dd-mm-yyyy', 'day'],
  ['yyyy-mm-dd hh:mm', 'day'],
] as const)('a date with the format %s shows a %s', (format, parts) => {
  expect(datePartsOf(format)).toBe(parts)
})
