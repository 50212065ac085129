import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber } from '../unit/format.ts'
import { findFigure } from './find-figure.ts'

const share = { value: 300 / 41, numerator: 3, denominator: 41, isPercent: true }
const count = { value: 1234, numerator: null, denominator: null, isPercent: false }

describe('a figure in words people typed', () => {
  it.each([
    ['Andelen var 7,3 % i 2025.', '7,3 %'],
    ['Andelen var 7,32 pct.', '7,32 pct'],
    ['It was 7.3% in 2025', '7.3%'],
    ['7.317', '7.317'],
    ['omkring 7 procent', '7 procent'],
    ['en andel på 0,073', '0,073'],
    ['Kun 3 af 41 unge', '3 af 41'],
    ['Tre ud af 41 unge', 'Tre ud af 41'],
    ['three out of the 41', 'three out of the 41'],
    ['3/41', '3/41'],
    ['3 of 41', '3 of 41'],
  ])('%s', (text, found) => {
    expect(findFigure(text, share)).toContain(found)
  })

  it.each(['1234 borgere', '1.234 borgere', '1,234 citizens', '1 234 borgere', 'i alt 1\u00A0234'])('%s', (text) => {
    expect(findFigure(text, count)).toHaveLength(1)
  })

  it.each(['Mål 7', 'den 7. marts', '73 %', '17,3 %', '3 af 42', '3 møder og 41 deltagere', 'kapitel 7.6', '41 %', ''])(
    'is not in: %s',
    (text) => {
      expect(findFigure(text, share)).toEqual([])
    },
  )

  it('is found as both languages write it, to any decimals', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((value) => !Number.isInteger(value)),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('da', 'en'),
        (value, decimals, locale) => {
          const text = `Det var ${formatNumber(value, decimals, locale)}, sagde hun.`
          expect(findFigure(text, { value, numerator: null, denominator: null, isPercent: false })).not.toEqual([])
        },
      ),
    )
  })
})
