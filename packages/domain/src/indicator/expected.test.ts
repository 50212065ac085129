import { expect, it } from 'vitest'
import { exampleObservation } from '../observation/observation.fixture.ts'
import { expectedFigure } from './expected.ts'
import { exampleIndicator } from './indicator.fixture.ts'

const today = '2026-11-30'
const yearly = exampleIndicator({ cadence: { periodKind: 'year', everyYears: 1, delayMonths: null } })
const upTo = (period: string) => [exampleObservation('2019', 50), exampleObservation(period, 51)]

it('a yearly figure without a day is expected within the year after its own', () => {
  expect(expectedFigure(yearly, upTo('2023'), today)).toEqual({
    period: '2024',
    expectedOn: '2026-01-01',
    state: 'late',
    basis: 'assumed',
  })
  expect(expectedFigure(yearly, upTo('2024'), today)).toMatchObject({ period: '2025', state: 'soon' })
  expect(expectedFigure(yearly, upTo('2025'), today)).toMatchObject({ period: '2026', state: 'later' })
})

it('an indicator that never had a figure misses the newest one there should be', () => {
  expect(expectedFigure(yearly, [], today)).toEqual({
    period: '2024',
    expectedOn: '2026-01-01',
    state: 'missing',
    basis: 'never',
  })
  const quarterly = exampleIndicator({ cadence: { periodKind: 'quarter', everyYears: 0.25, delayMonths: 1 } })
  expect(expectedFigure(quarterly, [], today)).toMatchObject({ period: '2026-Q3', state: 'missing' })
  const survey = exampleIndicator({ cadence: { periodKind: 'survey-wave', everyYears: null, delayMonths: null } })
  expect(expectedFigure(survey, [], today)).toMatchObject({ period: null, state: 'missing' })
})

it('the usual delay, several years apart, and quarters count', () => {
  const everyOther = exampleIndicator({ cadence: { periodKind: 'school-year', everyYears: 2, delayMonths: 3 } })
  expect(expectedFigure(everyOther, [exampleObservation('2022/23', 5)], today)).toEqual({
    period: '2024/25',
    expectedOn: '2025-11-01',
    state: 'late',
    basis: 'cadence',
  })
  const quarterly = exampleIndicator({ cadence: { periodKind: 'quarter', everyYears: 0.25, delayMonths: 1 } })
  expect(expectedFigure(quarterly, [exampleObservation('2026-Q2', 5)], today)).toMatchObject({
    period: '2026-Q3',
    expectedOn: '2026-11-01',
  })
})

it('elections are expected as long after the last as they are apart, and what is irregular never', () => {
  const election = exampleIndicator({ cadence: { periodKind: 'municipal-election', everyYears: 4, delayMonths: 1 } })
  expect(expectedFigure(election, [exampleObservation('2021-11-16', 60)], today)).toMatchObject({
    period: null,
    expectedOn: '2025-12-17',
    state: 'late',
  })
  const irregular = exampleIndicator({ cadence: { periodKind: 'year', everyYears: null, delayMonths: null } })
  expect(expectedFigure(irregular, upTo('2015'), today)).toBe(null)
})

it('a day that was given comes first, until a figure has met it; what is retired awaits nothing', () => {
  const given = { ...yearly, nextExpectedOn: '2027-03-01' }
  expect(expectedFigure(given, upTo('2023'), today)).toMatchObject({ expectedOn: '2027-03-01', basis: 'given' })
  const met = { ...yearly, nextExpectedOn: '2024-06-01' }
  expect(expectedFigure(met, upTo('2025'), today)).toMatchObject({ period: '2026', basis: 'assumed' })
  expect(expectedFigure({ ...yearly, retiredOn: '2025-01-01' }, [], today)).toBe(null)
})
