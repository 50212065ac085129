import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import { readCell, writeCell } from './cell.ts'
import type { CellFigure } from './cell.ts'

const share = exampleIndicator({ limits: { lower: 0, upper: 100 } })
const open = exampleIndicator()
const plain = (value: number | null, status: CellFigure['status'] = 'A'): CellFigure => ({
  value,
  numerator: null,
  denominator: null,
  status,
})

describe('what is typed into a cell', () => {
  it.each([
    ['71,5', plain(71.5)],
    ['71.5', plain(71.5)],
    [' 71,5 % ', plain(71.5)],
    ['71,5 p', plain(71.5, 'P')],
    ['71,5P', plain(71.5, 'P')],
    ['0', plain(0)],
    ['L', plain(null, 'L')],
    ['..', plain(null, 'O')],
    ['71,5% P', plain(71.5, 'P')],
    ['71,5*', plain(71.5, 'P')],
    ['x', plain(null, 'Q')],
    ['n/a', plain(null, 'O')],
    ['.', plain(null, 'M')],
    ['', null],
  ])('“%s” is understood', (text, figure) => {
    expect(readCell(share, text, 'da')).toEqual({ figure })
  })

  it('is in the unit of its indicator, by the same rules as a file', () => {
    const ratio = exampleIndicator({ unit: 'ratio' })
    const people = exampleIndicator({ unit: 'count', decimals: 0 })
    for (const rules of [ratio, people])
      expect(readCell(rules, '71,5 %', 'da')).toMatchObject({ problem: { da: expect.stringContaining('procent') } })
    expect(readCell(people, '1,5', 'da')).toMatchObject({
      problem: { da: expect.stringContaining('ikke et helt tal') },
    })
    expect(readCell(share, '34 / 120', 'da')).toMatchObject({ figure: { numerator: 34, denominator: 120 } })
  })

  it('is a share where numerator and denominator are given', () => {
    expect(readCell(share, '30/120 E', 'da')).toEqual({
      figure: { value: 25, numerator: 30, denominator: 120, status: 'E' },
    })
  })

  it.each([
    ['mange', 'er ikke et tal'],
    ['71,5,2', 'er ikke et tal'],
    ['1/2/3', 'er ikke et tal'],
    ['P', 'er ikke et tal'],
    ['71 Q', 'Skriv det ene eller det andet'],
    ['30/0', 'Nævneren skal være over 0'],
    ['101', 'uden for det mulige'],
    ['-1', 'uden for det mulige'],
    ['1.234', 'kan læses på to måder'],
    ['-', 'kan betyde nul'],
  ])('“%s” is refused, and says why', (text, words) => {
    const read = readCell(share, text, 'da')
    expect('problem' in read && read.problem.da).toContain(words)
  })

  it('means what it means in the language it was typed in, and is never guessed', () => {
    expect(readCell(open, '1,234', 'da')).toEqual({ figure: plain(1.234) })
    expect(readCell(open, '1.234', 'en')).toEqual({ figure: plain(1.234) })
    expect('problem' in readCell(open, '1,234', 'en')).toBe(true)
    expect(readCell(open, '12 000', 'da')).toEqual({ figure: plain(12_000) })
  })

  it('reads the thousands of what is counted in whole things, which can have no decimals', () => {
    const count = { unit: 'count', limits: { lower: 0, upper: null }, decimals: 0 } as const
    expect(readCell(count, '1.234', 'da')).toEqual({ figure: plain(1234) })
    expect(readCell(count, '1,234', 'en')).toEqual({ figure: plain(1234) })
    expect('problem' in readCell(count, '1,5', 'da')).toBe(true)
    expect('problem' in readCell(count, '71,5 %', 'da')).toBe(true)
  })

  it('is what was there, when it is written and read again', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((one) => Math.round(one * 1e6) / 1e6 + 0)
    const count = fc.integer({ min: 0, max: 1e6 })
    const figure = fc.oneof(
      fc.tuple(value, fc.constantFrom('A', 'B', 'D', 'E', 'P', 'U')).map(([one, status]) => plain(one, status)),
      fc.constantFrom('O', 'L', 'M', 'Q').map((status) => plain(null, status)),
      fc.tuple(count, count).map(([numerator, rest]): CellFigure => {
        const denominator = numerator + rest + 1
        return { value: (100 * numerator) / denominator, numerator, denominator, status: 'A' }
      }),
    )
    fc.assert(
      fc.property(figure, fc.constantFrom('da', 'en'), (one, locale) => {
        const text = writeCell(one, locale)
        const read = readCell(open, text, locale)
        // What could be thousands is refused, not misread.
        const refused = 'problem' in read && /^-?[1-9]\d{0,2}[.,]\d{3}( [A-Z])?$/.test(text)
        expect(refused || read).toEqual(refused || { figure: one })
      }),
    )
  })
})
