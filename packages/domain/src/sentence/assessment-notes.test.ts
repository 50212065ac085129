import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import { expect, test } from 'vitest'
import type { Judgement } from '../progress/assessment.ts'
import { describe as describeFinding } from './assessment-sentence.ts'
import type { AssessedSeries } from './assessed-series.ts'
import { figures, findingOf, observed, targetOf, yearly } from './assessed-series.fixture.ts'

const plain = (text: string): string => text.replaceAll('\u00A0', ' ')
const notes = (finding: AssessedSeries): [string, string][] =>
  describeFinding(finding).notes.map((note) => [plain(note.da), plain(note.en)])

const series = figures(['2021', 61], ['2023', 62], ['2025', 65])
const baseline = { period: '2021', value: 61 }
const target = targetOf('2029', 70, baseline)
const variant = (differences: Partial<Judgement['variants'][number]>): Judgement['variants'][number] => ({
  kind: 'without-latest',
  method: 'linear',
  omitted: '2025',
  verdict: 'on-track',
  reason: null,
  differs: true,
  ...differences,
})

const answers = (sampleSize: number | null, margin: number | null): [string, string][] =>
  notes(
    findingOf(yearly(), series, { verdict: 'behind' }, target, [
      observed({ period: '2025', value: 65 }, { sampleSize, margin }),
    ]),
  )

const course = (reachesTargetIn: number | null): Judgement['expected'] => ({
  slope: 1,
  from: { period: '2025', time: 2025.5, value: 65 },
  points: [],
  reachesTargetIn,
})

test('a finding without reservations has no notes', () => {
  expect(
    notes(findingOf(yearly(), series, { verdict: 'behind', variants: [variant({ differs: false })] }, target)),
  ).toEqual([])
})

test('many estimated figures in a row are named as the period they cover', () => {
  const kind = { periodKind: 'school-year' as const, everyYears: 1, delayMonths: null }
  const years = ['2018/19', '2019/20', '2020/21', '2022/23', '2024/25', '2025/26']
  const taken = figures(...years.map((year, index): [string, number] => [year, 60 + index]))
  const statuses = ['E', 'E', 'E', 'A', 'E', 'E'] as const
  const observations = taken.map((figure, index) => observed(figure, { status: statuses[index] ?? 'A' }))
  const found = findingOf(
    exampleIndicator({ cadence: kind }),
    taken,
    { verdict: 'improving', provisional: true },
    null,
    observations,
  )
  expect(notes(found)).toEqual([
    [
      'Tallene for perioden fra skoleåret 2018/19 til 2020/21, skoleåret 2024/25 og skoleåret 2025/26 er anslåede, så vurderingen kan ændre sig.',
      'The figures for the period from the school year 2018/19 to 2020/21, the school year 2024/25 and the school year 2025/26 are estimated, so the assessment may change.',
    ],
  ])
})

test('provisional and estimated figures are named with their periods', () => {
  const observations = [
    observed({ period: '2021', value: 61 }, { status: 'E' }),
    observed({ period: '2023', value: 62 }, { status: 'E' }),
    observed({ period: '2025', value: 65 }, { status: 'P' }),
  ]
  expect(notes(findingOf(yearly(), series, { verdict: 'behind', provisional: true }, target, observations))).toEqual([
    [
      'Tallene for 2021 og 2023 er anslåede, så vurderingen kan ændre sig.',
      'The figures for 2021 and 2023 are estimated, so the assessment may change.',
    ],
    [
      'Tallet for 2025 er foreløbigt, så vurderingen kan ændre sig.',
      'The figure for 2025 is provisional, so the assessment may change.',
    ],
  ])
})

test('few points', () => {
  expect(notes(findingOf(yearly(), series.slice(1), { verdict: 'improving', fewPoints: true }))).toEqual([
    ['Vurderingen bygger kun på to målinger.', 'The assessment rests on only two measurements.'],
  ])
})

test('a break says from when figures can be compared, and why where that is known', () => {
  const reason = { da: 'ny registrering af ansatte.', en: 'employees are registered in a new way.' }
  const indicator = yearly({ breaks: [{ period: '2021', reason }] })
  expect(notes(findingOf(indicator, series, { verdict: 'improving', breakAt: '2021' }))).toEqual([
    [
      'Kun tal fra og med 2021 kan sammenlignes: ny registrering af ansatte.',
      'Only figures from 2021 onwards can be compared: employees are registered in a new way.',
    ],
  ])
  expect(notes(findingOf(yearly(), series, { verdict: 'improving', breakAt: '2021' }))[0]?.[0]).toBe(
    'Kun tal fra og med 2021 kan sammenlignes.',
  )
})

test('a survey tells how many answered and how uncertain the figure is', () => {
  expect(answers(1204, 2.75)).toEqual([
    [
      'Tallet for 2025 bygger på 1.204 svar og har en statistisk usikkerhed på ±2,8 procentpoint.',
      'The figure for 2025 is based on 1,204 answers and has a margin of error of ±2.8 percentage points.',
    ],
  ])
  expect(answers(1204, null)).toEqual([
    ['Tallet for 2025 bygger på 1.204 svar.', 'The figure for 2025 is based on 1,204 answers.'],
  ])
  expect(answers(null, 2.75)[0]?.[0]).toBe('Tallet for 2025 har en statistisk usikkerhed på ±2,8 procentpoint.')
})

test('circumstances that lead to the same other verdict share one note', () => {
  const variants = [
    variant({}),
    variant({ kind: 'later-baseline', omitted: '2023' }),
    variant({ kind: 'other-method', method: 'cagr', omitted: null, verdict: 'too-slow' }),
    variant({ kind: 'other-method', method: 'un', omitted: null, verdict: 'too-slow' }),
    variant({ kind: 'other-method', method: 'theil-sen', omitted: null, verdict: 'behind', differs: false }),
  ]
  const finding = findingOf(yearly(), series, { verdict: 'behind', stable: false, variants }, target)
  expect(notes(finding)).toEqual([
    [
      'Vurderingen ville være “På vej”, hvis 2025 blev udeladt, eller hvis der blev regnet fra 2023.',
      'The assessment would be “On track” if 2025 were left out or if counted from 2023.',
    ],
    [
      'Vurderingen ville være “For langsomt”, hvis metoden var “Årlig vækst mod målet” eller “FN’s metode”.',
      'The assessment would be “Too slow” if the method were “Annual growth towards the target” or “The UN’s method”.',
    ],
  ])
  expect(describeFinding(finding).variants.map(({ sentence }) => sentence?.da ?? null)).toEqual([
    'Vurderingen ville være “På vej”, hvis 2025 blev udeladt.',
    'Vurderingen ville være “På vej”, hvis der blev regnet fra 2023.',
    'Vurderingen ville være “For langsomt”, hvis metoden var “Årlig vækst mod målet”.',
    'Vurderingen ville være “For langsomt”, hvis metoden var “FN’s metode”.',
    null,
  ])
})

test('a verdict that could not be given without the latest point', () => {
  const variants = [variant({ omitted: '2025-11-18', verdict: 'not-assessed', reason: 'too-few-points' })]
  const elections = figures(['2021-11-16', 68.57], ['2025-11-18', 70.49])
  expect(notes(findingOf(exampleIndicator(), elections, { verdict: 'improving', variants }))).toEqual([
    [
      'Der kunne ikke gives en vurdering, hvis 2025 blev udeladt.',
      'No assessment could be made if 2025 were left out.',
    ],
  ])
})

test('the expected course says when the target is reached, or that it is not', () => {
  expect(notes(findingOf(yearly(), series, { verdict: 'behind', expected: course(2034) }, target))).toEqual([
    ['Med den nuværende udvikling nås målet i 2034.', 'At the current pace the target will be reached in 2034.'],
  ])
  expect(notes(findingOf(yearly(), series, { verdict: 'too-slow', expected: course(null) }, target))[0]?.[0]).toBe(
    'Med den nuværende udvikling nås målet ikke inden for 50 år.',
  )
  expect(notes(findingOf(yearly(), series, { verdict: 'wrong-way', expected: course(null) }, target))[0]).toEqual([
    'Udviklingen går væk fra målet.',
    'The figure is moving away from the target.',
  ])
  expect(notes(findingOf(yearly(), series, { verdict: 'reached', expected: course(2025) }, target))).toEqual([])
  expect(notes(findingOf(yearly(), series, { verdict: 'improving', expected: course(null) }))).toEqual([])
})

const withReaching = (reaching: 'disagrees' | 'not-told') => {
  const expected = course(null)
  const judged = { verdict: 'on-track' as const, expected: expected && { ...expected, reaching } }
  return notes(findingOf(yearly(), series, judged, target))
}

test('where assessment and expected course disagree the note says what each rests on, and names no year', () => {
  expect(withReaching('disagrees')[0]?.[1]).toMatch(/point different ways/)
  expect(withReaching('not-told')).toEqual([])
})

test('an override stands first, with its reason', () => {
  const override = {
    verdict: 'on-track' as const,
    reason: { da: 'nye tal ventes i maj', en: 'new figures are due in May' },
    latestPeriod: '2025',
  }
  expect(notes(findingOf(yearly(), series, { verdict: 'behind', fewPoints: true, override }, target))[0]).toEqual([
    'Forvaltningens egen vurdering er “På vej”: nye tal ventes i maj.',
    'The administration’s own assessment is “On track”: new figures are due in May.',
  ])
})
