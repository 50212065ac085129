import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import type { Observation } from '../observation/observation.ts'
import { judge } from '../progress/judge.ts'
import { ProgressMethod } from '../target/target.ts'
import type { Target } from '../target/target.ts'
import { describe } from './assessment-sentence.ts'
import { figures, findingOf, targetOf, yearly } from './assessed-series.fixture.ts'
import type { AssessedSeries } from './assessed-series.ts'
import { movementOf, movementWords } from './movement.ts'
import { unexplained } from './unexplained.fixture.ts'

const plain = (text: string): string => text.replaceAll('\u00A0', ' ')
const turnout = figures(['2017-11-21', 71.99], ['2021-11-16', 68.57], ['2025-11-18', 70.49])

function wordsOf(finding: AssessedSeries): (string | null)[] {
  const movement = movementOf(finding)
  const measure = { ...finding.indicator, periodKind: finding.indicator.cadence.periodKind }
  if (!movement) return []
  const { whole, step } = movementWords(movement, measure, 'da')
  return [plain(whole), step && plain(step), movement.explanation && plain(movement.explanation.da)]
}

test('beside a verdict stands the change it was judged by, then the latest step, and that they differ is said', () => {
  const finding = findingOf(exampleIndicator(), turnout, { verdict: 'worsening' })
  expect(wordsOf(finding)).toEqual([
    '−1,5 procentpoint siden 2017',
    'heraf +1,9 siden 2021',
    'Lavere end i 2017, men steg igen fra 2021 til 2025.',
  ])
  const { sentence } = describe(finding)
  expect(plain(sentence.da)).toContain('faldt fra 72,0 % i 2017 til 70,5 % i 2025, men steg igen fra 2021 til 2025.')
  expect(sentence.en).toContain('fell from 72.0% in 2017 to 70.5% in 2025, but rose again from 2021 to 2025.')
})

test('with a target the change is counted from its baseline', () => {
  const target = targetOf('2029-11-20', 75, { period: '2017-11-21', value: 71.99 })
  expect(movementOf(findingOf(exampleIndicator(), turnout, { verdict: 'wrong-way' }, target))).toMatchObject({
    since: '2017-11-21',
    step: { since: '2021-11-16' },
  })
})

test('a clear latest step in a figure that is unchanged over the whole is said', () => {
  const series = figures(['2021', 70], ['2024', 68], ['2025', 70.2])
  expect(wordsOf(findingOf(yearly(), series, { verdict: 'stable' }))[2]).toBe(
    'Næsten det samme som i 2021, men steg fra 2024 til 2025.',
  )
})

test('a small step the other way is almost unchanged, and no turn', () => {
  const rates = figures(['2014', 72.6], ['2019', 75.8], ['2023', 78.4], ['2024', 78.3])
  expect(wordsOf(findingOf(yearly(), rates, { verdict: 'improving' }))).toEqual([
    '+5,7 procentpoint siden 2014',
    'næsten uændret siden 2023',
    null,
  ])
  expect(plain(describe(findingOf(yearly(), rates, { verdict: 'improving' })).sentence.da)).toContain('i 2024. Der')
  const stations = yearly({ unit: 'percentage-point', direction: 'decrease' })
  expect(
    wordsOf(findingOf(stations, figures(['2009', 8.2], ['2021', 6.7], ['2025', 8.0]), { verdict: 'stable' })),
  ).toEqual([
    '−0,2 procentpoint siden 2009',
    'heraf +1,3 siden 2021',
    'Næsten det samme som i 2009, men steg fra 2021 til 2025.',
  ])
})

test('a step is no part of a change that shows none, and one that rounds to zero has no number', () => {
  const noun = { one: { da: 'elev', en: 'pupil' }, other: { da: 'elever', en: 'pupils' } }
  const count = yearly({ unit: 'count', decimals: 0, noun })
  const same = figures(['2015', 79], ['2024', 99], ['2025', 79])
  expect(wordsOf(findingOf(count, same, { verdict: 'unclear' })).slice(0, 2)).toEqual([
    'uændret siden 2015',
    '−20 siden 2024',
  ])
  const close = figures(['2015', 0.52], ['2024', 0.5553], ['2025', 0.5549])
  expect(wordsOf(findingOf(yearly({ unit: 'ratio', decimals: 2 }), close, { verdict: 'unclear' }))[1]).toBe(
    'næsten uændret siden 2024',
  )
})

test('a trend against its two ends is said', () => {
  const series = figures(['2021', 70], ['2022', 60], ['2023', 62], ['2024', 65], ['2025', 69])
  expect(wordsOf(findingOf(yearly(), series, { verdict: 'improving' }))[2]).toContain(
    'Tendensen i perioden er stigende.',
  )
})

test('one step has no step of its own, and one figure no change', () => {
  expect(movementOf(findingOf(yearly(), figures(['2024', 70], ['2025', 71]), { verdict: 'stable' }))?.step).toBeNull()
  expect(
    movementOf(findingOf(yearly(), figures(['2025', 71]), { verdict: 'not-assessed', reason: 'too-few-points' })),
  ).toBeNull()
})

test('a count and a rate do not say their unit again; that rounding shows is said', () => {
  const noun = { one: { da: 'ny forening', en: 'new one' }, other: { da: 'nye foreninger', en: 'new ones' } }
  const count = yearly({ unit: 'count', decimals: 0, noun })
  expect(wordsOf(findingOf(count, figures(['2024', 14], ['2025', 15]), { verdict: 'stable' }))[0]).toBe('+1 siden 2024')
  const rounded = findingOf(yearly(), figures(['2023', 9.64], ['2024', 8.86]), { verdict: 'stable' })
  expect(movementOf(rounded)?.roundingShows).toBe(true)
  expect(describe(rounded).notes.map(({ da }) => da)).toContain('Ændringer og afstande er beregnet af uafrundede tal.')
})

const directions: readonly Partial<Indicator>[] = [
  { direction: 'increase' },
  { direction: 'decrease' },
  { direction: 'towards', towards: 50 },
  { direction: 'context', kind: 'context' },
]

const finding: fc.Arbitrary<AssessedSeries> = fc
  .record({
    direction: fc.constantFrom(...directions),
    unit: fc.constantFrom('percent' as const, 'score' as const, 'kroner' as const, 'index-100' as const),
    values: fc.array(fc.double({ min: 30, max: 70, noNaN: true }), { minLength: 1, maxLength: 9 }),
    breaks: fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 1 }),
    margin: fc.oneof(fc.constant(null), fc.double({ min: 0.1, max: 5, noNaN: true })),
    aim: fc.oneof(fc.constant(null), fc.double({ min: 20, max: 80, noNaN: true })),
    method: fc.constantFrom(...ProgressMethod.options),
  })
  .map(({ direction, unit, values, breaks, margin, aim, method }) => {
    const indicator = yearly({ ...direction, unit })
    const observations = values.map((value, index): Observation =>
      exampleObservation(String(2017 + index), value, { margin, status: breaks.includes(index) ? 'B' : 'A' }),
    )
    const target: Target | null =
      aim === null ? null : { ...targetOf('2030', aim, { period: '2017', value: values[0] ?? 0 }), method }
    const judgement = judge({ indicator, series: '217', observations, target, override: null, on: '2026-11-30' })
    return { indicator, judgement, observations, target }
  })

test('no sign stands against its verdict or against the other sign without the sentence that explains it', () => {
  fc.assert(
    fc.property(finding, (drawn) => {
      const { periodKind } = drawn.indicator.cadence
      expect(unexplained({ ...drawn.indicator, periodKind }, drawn.judgement.verdict, describe(drawn))).toEqual([])
    }),
    { numRuns: 3000 },
  )
})
