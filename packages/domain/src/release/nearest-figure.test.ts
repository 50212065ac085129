import { expect, test } from 'vitest'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { compileIndicator, summariseGoal } from '../compile/compile.ts'
import { GoalSummary, IndicatorDocument, IndicatorSummary } from './documents.ts'

const text = (da: string) => ({ da, en: `${da} (en)` })
const goal = { slug: 'tale', number: '2.3', focusArea: 'demokrati', text: text('Tale') }
const focusArea = { slug: 'demokrati', framework: 'f', position: 1, printedNumber: null, title: text('Demokrati') }
const reason = text('Det er valg, ikke tale.')

function compiled(
  slug: string,
  link: Omit<Indicator['goals'][number], 'goal'>,
  values: readonly number[],
  suppressed: 'Q' | null = null,
) {
  return compileIndicator({
    demonstration: false,
    on: '2026-11-30',
    indicator: exampleIndicator({
      slug,
      goals: [{ goal: 'tale', ...link }],
      cadence: { periodKind: 'year', everyYears: 1, delayMonths: null },
      tasks: [text('Spørg producenten.')],
      withoutFigures: text('Ingen registrerer det.'),
    }),
    goals: [{ goal, focusArea }],
    sources: [],
    provenances: [],
    areas: [],
    dimensions: [],
    targets: [],
    overrides: [],
    inputs: [],
    earlier: [],
    linked: [],
    series: [
      {
        key: '217',
        area: '217',
        categories: {},
        observations: [
          ...values.map((value, index) => exampleObservation(String(2020 + index), value)),
          ...(suppressed ? [exampleObservation('2025', null, { status: suppressed })] : []),
        ],
      },
    ],
  })
}
const summaryOf = (...given: Parameters<typeof compiled>): IndicatorSummary => compiled(...given).summary

const own = (values: readonly number[]) => summaryOf('egen', { headline: true }, values)
const near = (slug: string, values: readonly number[]) => summaryOf(slug, { headline: false, nearest: reason }, values)

test('a goal without figures shows the nearest that has some, with the reason, and is not assessed by it', () => {
  const summary = summariseGoal(goal, [own([]), near('tom', []), near('naer', [60, 61, 62])])
  expect(summary).toMatchObject({ verdict: 'not-assessed', headline: 'egen', nearest: { indicator: 'naer', reason } })
  expect(GoalSummary.parse(summary)).toEqual(summary)
})

test('where a headline indicator has figures, or nothing comes near, no nearest figure is shown', () => {
  expect(summariseGoal(goal, [own([60]), near('naer', [60, 61, 62])])).not.toHaveProperty('nearest')
  expect(summariseGoal(goal, [own([]), summaryOf('anden', { headline: false }, [60])])).not.toHaveProperty('nearest')
  // A goal's document that was made again says nothing of what has gone.
  const before = summariseGoal(goal, [own([]), near('naer', [60])])
  expect(summariseGoal(before, [own([]), near('naer', [])])).not.toHaveProperty('nearest')
})

test('where the figure is to come from is said while there is none', () => {
  expect(near('naer', []).withoutFigures).toEqual(text('Ingen registrerer det.'))
  expect(near('naer', [60])).not.toHaveProperty('withoutFigures')
  expect(IndicatorSummary.safeParse(near('naer', [])).success).toBe(true)
})

test('figures that are all withheld are about too few people, not unrecorded', () => {
  const summary = summaryOf('skjult', { headline: true }, [], 'Q')
  expect(summary).toMatchObject({
    verdict: 'not-assessed',
    withoutFigures: { da: expect.stringContaining('for få personer') },
  })
})

test('no document of an indicator tells what its keeper has to do', () => {
  const { document } = compiled('naer', { headline: false, nearest: reason }, [60, 61])
  expect(JSON.stringify(compiled('naer', { headline: false, nearest: reason }, [60, 61]))).not.toContain(
    'Spørg producenten',
  )
  expect(IndicatorDocument.safeParse(document).success).toBe(true)
  expect(document.goals).toMatchObject([{ number: '2.3', headline: false, nearest: reason }])
})
