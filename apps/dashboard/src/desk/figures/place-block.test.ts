import type { Area } from '@pejling/domain/area'
import { cellsOf } from '@pejling/domain/intake/block'
import { exampleIndicator } from '@pejling/domain/indicator/indicator.fixture'
import { labelReader } from '@pejling/domain/intake/labels'
import { array, assert, constantFrom, integer, property, string, uniqueArray } from 'fast-check'
import { expect, it } from 'vitest'
import { clipboardOf, placeBlock, upsideDown, type PasteTarget } from './place-block.ts'
import { columnsOf } from './sheet.ts'

const text = (da: string) => ({ da, en: da })
const areas: Area[] = [{ code: '217', name: text('Helsingør'), kind: 'municipality', parents: [] }]
const indicator = exampleIndicator({ area: '217', dimensions: [] })
const words = { total: 'I alt', numerator: 'Tæller', denominator: 'Nævner', share: '%' }
const columns = (counted: ReadonlySet<string>) =>
  columnsOf({ areas, dimensions: [] }, ['217'], { counted, words, locale: 'da' })
const yearly = exampleIndicator({ cadence: { periodKind: 'year', everyYears: 1, delayMonths: 2 } })
const target: PasteTarget = {
  columns: columns(new Set()),
  periods: ['2025', '2024', '2023'],
  at: { period: 0, column: 0 },
  isTurned: false,
  rules: { ...indicator, limits: { lower: 0, upper: null } },
  labels: labelReader({ indicator: yearly, areas, dimensions: [], known: [] }),
  kind: 'year',
  today: '2026-12-01',
  allowsFuture: false,
  locale: 'da',
}
const nothing = { drafts: {}, standing: new Map() }
const pasted = (copied: string, change: Partial<PasteTarget> = {}) =>
  placeBlock({ text: copied }, { ...target, ...change }, nothing)

it('gives ten years of an empty sheet their rows, in one paste', () => {
  const years = Array.from({ length: 10 }, (_, at) => String(2016 + at))
  const { cells, added, placed } = pasted(years.map((year, at) => `${year}\t${40 + at}`).join('\n'), { periods: [] })
  expect([added, placed, cells.at(0), cells.at(-1)]).toEqual([years, 10, ['217|2016', '40'], ['217|2025', '49']])
})

it('adds no year to come, and says so', () => {
  expect(pasted('2052\t41\n2025\t40')).toMatchObject({ added: [], placed: 1, unplaced: [{ count: 1 }] })
  expect(pasted('2052\t41\n2025\t40', { allowsFuture: true })).toMatchObject({ added: ['2052'], placed: 2 })
})

it('says how much had no room', () => {
  const { placed, unplaced } = pasted(Array.from({ length: 40 }, (_, at) => String(at)).join('\n'))
  expect([placed, unplaced.map(({ count }) => count)]).toEqual([3, [37]])
})

it('puts numerators and denominators together', () => {
  const share = columns(new Set(['217']))
  expect(pasted('34\t120\n35\t121', { columns: share }).cells).toEqual([
    ['217|2025', '34/120'],
    ['217|2024', '35/121'],
  ])
})

it('never puts a series upside down that says its years', () => {
  const rows = uniqueArray(integer({ min: 1990, max: 2025 }), { minLength: 2, maxLength: 12 })
  assert(
    property(rows, constantFrom(true, false), (years, isTurned) => {
      const down = years.map((year) => [String(year), String(year % 100)])
      const across = [years.map(String), years.map((year) => String(year % 100))].map((row) => ['', ...row])
      for (const block of [down, across]) {
        const { cells } = placeBlock(clipboardOf(block), { ...target, isTurned }, nothing)
        expect(Object.fromEntries(cells)).toEqual(
          Object.fromEntries(years.map((year) => [`217|${year}`, String(year % 100)])),
        )
      }
    }),
  )
})

it('turns a series without years round, and nothing else', () => {
  const { cells } = placeBlock(upsideDown({ text: '1\n2\n3' }, false), target, nothing)
  expect(cells).toEqual([
    ['217|2025', '3'],
    ['217|2024', '2'],
    ['217|2023', '1'],
  ])
  expect(upsideDown({ text: '1\t2\t3' }, true)).toEqual({ text: '3\t2\t1' })
})

it('copies what is pasted again as it was, as text and as HTML', () => {
  const cell = string({ unit: constantFrom('a', '"', '\t', '\n', '7', ','), minLength: 1, maxLength: 6 }).map(
    (one) => `x${one}x`,
  )
  assert(
    property(array(array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }), (rows) => {
      expect(cellsOf(clipboardOf(rows))).toEqual(rows)
    }),
  )
  expect(cellsOf({ ...clipboardOf([['7,1', 'a<b']]), text: '' })).toEqual([['7,1', 'a<b']])
})
