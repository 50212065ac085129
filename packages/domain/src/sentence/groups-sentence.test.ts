import { expect, it } from 'vitest'
import { exampleObservation } from '../observation/observation.fixture.ts'
import type { Measure } from '../unit/format.ts'
import { amongGroup } from './groups-in-words.ts'
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
    da: 'I 2025 var andelen højest blandt 60–74-årige (81,0\u00A0%) og lavest blandt 18–29-årige (47,2\u00A0%).',
    en: 'In 2025 the share was highest among 60–74-year-olds (81.0%) and lowest among 18–29-year-olds (47.2%).',
  })
})

it('the newest period is one that two groups have', () => {
  const longer = group('60–74 år', 'Aged 60–74', { '2024': 80, '2026': 90 })
  expect(groupsSentence([young, longer], percent, 'year')?.da).toContain('I 2024')
  expect(groupsSentence([young], percent, 'year')).toBeNull()
})

it('groups that are alike are said to be', () => {
  expect(groupsSentence([young, { ...young, name: old.name }], percent, 'year')?.da).toBe(
    'I 2025 var andelen 47,2\u00A0% i alle grupper.',
  )
})

it('a distance is told then and now', () => {
  const points: Measure = { ...percent, unit: 'percentage-point' }
  const gaps = [exampleObservation('2024', 35), exampleObservation('2025', 33.8)]
  expect(gapSentence(gaps, points, 'year')?.da).toBe(
    'Der var 33,8\u00A0procentpoint mellem den højeste og den laveste gruppe i 2025 mod 35,0\u00A0procentpoint i 2024.',
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
    'Forskellen er størst blandt 18–29-årige: 3\u00A0% af pladserne mod 18\u00A0% af befolkningen.',
  )
  expect(representationSentence(groups.slice(2))).toBeNull()
})

it('of two groups that make up the whole the one with too few seats is named', () => {
  const groups = [
    { name: { da: 'Personer med dansk oprindelse', en: 'People of Danish origin' }, body: 92.3, population: 84.1 },
    { name: { da: 'Indvandrere og efterkommere', en: 'Immigrants and descendants' }, body: 7.7, population: 15.9 },
  ]
  expect(representationSentence(groups)).toEqual({
    da: 'Forskellen er størst blandt indvandrere og efterkommere: 8\u00A0% af pladserne mod 16\u00A0% af befolkningen.',
    en: 'The difference is largest among immigrants and descendants: 8% of the seats against 16% of the population.',
  })
})

it.each([
  ['75 år og derover', 'Aged 75 and over', 'blandt personer på 75 år og derover', 'among people aged 75 and over'],
  ['30–44 år', 'Aged 30–44', 'blandt 30–44-årige', 'among 30–44-year-olds'],
  ['Under 18 år', 'Under 18', 'blandt personer under 18 år', 'among people aged under 18'],
  ['Kvinder', 'Women', 'blandt kvinder', 'among women'],
  ['Grundskole', 'Primary and lower secondary', 'for “Grundskole”', 'for “Primary and lower secondary”'],
  ['Helsingør Hallen', 'Helsingør Hallen', 'for “Helsingør Hallen”', 'for “Helsingør Hallen”'],
])('a group in running text: %s', (da, en, inDanish, inEnglish) => {
  expect([amongGroup({ da, en }, 'da'), amongGroup({ da, en }, 'en')]).toEqual([inDanish, inEnglish])
})
