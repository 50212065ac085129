import { expect, it } from 'vitest'
import type { Dimension } from '../dimension/dimension.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import { seriesKey } from '../series/series.ts'
import { aggregate, without } from './aggregate.ts'
import { divisionsOf, rootCategories } from './cube.ts'

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
