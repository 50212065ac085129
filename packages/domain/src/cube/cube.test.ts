import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Dimension } from '../dimension.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import { seriesKey } from '../series.ts'
import { aggregate, without } from './aggregate.ts'
import { combinationsIn, divisionsOf, recordedDivisions, rootCategories } from './cube.ts'

const name = { da: 'x', en: 'x' }
const category = (slug: string, parent: string | null = null) => ({ slug, name, code: null, parent })
const age: Dimension = {
  slug: 'alder',
  name,
  categories: [category('18-29'), category('18-21', '18-29'), category('22-29', '18-29'), category('30-plus')],
}
const sex: Dimension = { slug: 'koen', name, categories: [category('kvinder'), category('maend')] }
const cell = (categories: Record<string, string> = {}) => ({ area: '217', categories })
const written = (...cells: ReturnType<typeof cell>[]): string[] =>
  divisionsOf(cells, [age, sex]).map(({ whole, parts }) => `${seriesKey(whole)} = ${parts.map(seriesKey).join(' + ')}`)

it('a total is divided by each dimension, a group by those below it', () => {
  const cells = [
    cell(),
    cell({ alder: '18-29' }),
    cell({ alder: '18-21' }),
    cell({ alder: '22-29' }),
    cell({ alder: '30-plus' }),
  ]
  expect(written(...cells)).toEqual([
    '217 = 217;alder=18-29 + 217;alder=30-plus',
    '217;alder=18-29 = 217;alder=18-21 + 217;alder=22-29',
  ])
})

it('a group that is not in use hands its parts on', () => {
  expect(written(cell({ alder: '18-21' }), cell({ alder: '30-plus' }))).toEqual([
    '217 = 217;alder=18-21 + 217;alder=30-plus',
  ])
})

it('combinations are divided both ways, and so are wholes nobody recorded', () => {
  expect(written(cell({ alder: '30-plus', koen: 'kvinder' }))).toEqual([
    '217;koen=kvinder = 217;alder=30-plus;koen=kvinder',
    '217;alder=30-plus = 217;alder=30-plus;koen=kvinder',
    '217 = 217;koen=kvinder',
    '217 = 217;alder=30-plus',
  ])
})

it('the groups that make the whole are those in no other', () => {
  expect(rootCategories([cell({ alder: '22-29' }), cell({ alder: '18-29' })], [age], 'alder')).toEqual(['18-29'])
})

it('counts are summed, percentages are refused', () => {
  const counted = exampleObservation('2025', 40, { numerator: 4, denominator: 10 })
  expect(aggregate([counted, counted])).toEqual({ numerator: 8, denominator: 20 })
  expect(aggregate([counted, exampleObservation('2025', 40)])).toBeNull()
  expect(aggregate([])).toBeNull()
  expect(without(exampleObservation('2025', 50, { numerator: 10, denominator: 20 }), counted)).toEqual({
    numerator: 6,
    denominator: 10,
  })
  expect(without(counted, counted)).toBeNull()
})

const anyCell = fc
  .record({
    alder: fc.option(fc.constantFrom('18-29', '18-21', '22-29', '30-plus')),
    koen: fc.option(fc.constantFrom('kvinder', 'maend')),
  })
  .map(({ alder, koen }) => cell({ ...(alder === null ? {} : { alder }), ...(koen === null ? {} : { koen }) }))

it('the recorded divisions are those of all divisions whose whole and some part are recorded', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyCell, { selector: seriesKey }), (cells) => {
      const recorded = new Set(cells.map(seriesKey))
      const expected = divisionsOf(cells, [age, sex]).flatMap(({ whole, parts }) => {
        const there = parts.map(seriesKey).filter((part) => recorded.has(part))
        if (!recorded.has(seriesKey(whole)) || there.length === 0) return []
        return [JSON.stringify([seriesKey(whole), there.sort(), there.length === parts.length])]
      })
      const found = recordedDivisions(cells, [age, sex]).map(({ whole, parts, isComplete }) =>
        JSON.stringify([seriesKey(whole), parts.map(seriesKey).sort(), isComplete]),
      )
      expect(found.sort()).toEqual(expected.sort())
    }),
  )
})

it('a few cells of many breakdowns are divided at once, however many combinations there could be', () => {
  const many = Array.from({ length: 8 }, (_, index) => `d${index}`)
  const dimensions = many.map((slug) => ({
    slug,
    name,
    categories: Array.from({ length: 40 }, (_, index) => category(`k${index}`)),
  }))
  const cells =
    dimensions[0]?.categories.map(({ slug }) => cell(Object.fromEntries(many.map((one) => [one, slug])))) ?? []
  expect(combinationsIn(cells)).toBe(41 ** 8)
  expect(recordedDivisions([cell(), ...cells], dimensions)).toEqual([])
  const rest = Object.fromEntries(many.slice(1).map((one) => [one, 'k3']))
  expect(recordedDivisions([cell(rest), ...cells], dimensions)).toEqual([
    { whole: cell(rest), parts: [cells[3]], isComplete: false },
  ])
})
