import { expect, it } from 'vitest'
import { exampleObservation } from '../observation/observation.fixture.ts'
import type { Measure } from '../unit/format.ts'
import { gapSentence, groupsSentence, representationSentence } from './groups-sentence.ts'

const percent: Measure = { unit: 'percent', decimals: 1, noun: null }
const group = (da: string, en: string, values: Readonly<Record<string, number | null>>) => ({
  name: { da, en },
  observations: Object.entries(values).map(([period, value]) => exampleObservation(period, value)),
})
const young = group('18–29 år', 'Aged 18–29', { '2024': 45, '2025': 47.2 })
const old = group('60–74 år', 'Aged 60–74', { '2024': 80, '2025': 81 })

it('the highest and the lowest group are named', () => {
  expect(groupsSentence([young, old], percent, 'year')).toEqual({
    da: 'Højest i 2025 lå 60–74 år med 81,0\u00A0%, lavest 18–29 år med 47,2\u00A0%.',
    en: 'Highest in 2025 was Aged 60–74 with 81.0%, lowest Aged 18–29 with 47.2%.',
  })
})

it('the newest period is one that two groups have', () => {
  const longer = group('60–74 år', 'Aged 60–74', { '2024': 80, '2026': 90 })
  expect(groupsSentence([young, longer], percent, 'year')?.da).toContain('i 2024')
  expect(groupsSentence([young], percent, 'year')).toBeNull()
})

it('groups that are alike are said to be', () => {
  expect(groupsSentence([young, { ...young, name: old.name }], percent, 'year')?.da).toContain('var ens i 2025')
})

it('a distance is told then and now', () => {
  const points: Measure = { ...percent, unit: 'percentage-point' }
  const gaps = [exampleObservation('2024', 35), exampleObservation('2025', 33.8)]
  expect(gapSentence(gaps, points, 'year')?.da).toBe(
    'Fra den laveste gruppe til den højeste var der 33,8\u00A0procentpoint i 2025, mod 35,0\u00A0procentpoint i 2024.',
  )
  expect(gapSentence(gaps.slice(0, 1), points, 'year')?.en).toMatch(/in 2024\.$/)
  expect(gapSentence([], points, 'year')).toBeNull()
})

it('the group farthest from its share of the population is named; withheld shares are not guessed', () => {
  const groups = [
    { name: young.name, body: 3, population: 18 },
    { name: old.name, body: 50, population: 40 },
    { name: { da: 'x', en: 'x' }, body: null, population: 90 },
  ]
  expect(representationSentence(groups)?.da).toBe(
    'Størst er forskellen for 18–29 år: 3\u00A0% af pladserne mod 18\u00A0% af befolkningen.',
  )
  expect(representationSentence(groups.slice(2))).toBeNull()
})
