import { describe, expect, test } from 'vitest'
import { Assessment } from './assessment.ts'
import { judge } from './judge.ts'
import { figures, judged, observationOf, questionOf, targetOf, yearly } from './question.fixture.ts'

const from60to80 = targetOf([2020, 60], [2030, 80])
const byUnRule = (latest: number) =>
  judged({}, figures([2020, 60], [2025, latest]), targetOf([2020, 60], [2030, 80], { method: 'un' })).verdict
const broken = (status: 'B' | 'D') => [
  ...figures([2020, 60], [2021, 61]),
  observationOf(2023, 69, { status }),
  ...figures([2024, 70]),
]
const survey = (latest: number) => [observationOf(2020, 60, { margin: 3 }), observationOf(2025, latest, { margin: 4 })]
const waves = (step: number) =>
  [0, 1, 2, 3].map((wave) => observationOf(2020 + wave, 60 + step * wave, { margin: [3, 1, 1, 4][wave] ?? 0 }))

describe('with a target', () => {
  test.each([
    ['reached', 80],
    ['reached', 85],
    ['on-track', 72],
    ['on-track', 69.5],
    ['behind', 69.4],
    ['behind', 66],
    ['too-slow', 65.9],
    ['too-slow', 60.1],
    ['no-change', 60.05],
    ['no-change', 60],
    ['no-change', 59.95],
    ['wrong-way', 59.9],
    ['wrong-way', 40],
  ] as const)('%s at %d, halfway from 60 to 80', (verdict, latest) => {
    const judgement = judged({}, figures([2020, 60], [2025, latest]), from60to80)
    expect(judgement).toMatchObject({ verdict, reason: null, target: 'maal', method: { name: 'linear', version: '2' } })
    expect(judgement.inputs.ratio).toBeCloseTo((latest - 60) / 10, 12)
  })

  test('a figure that should fall is judged the other way round', () => {
    const target = targetOf([2020, 20], [2030, 10])
    expect(judged({ direction: 'decrease' }, figures([2020, 20], [2025, 15]), target).verdict).toBe('on-track')
    expect(judged({ direction: 'decrease' }, figures([2020, 20], [2025, 22]), target).verdict).toBe('wrong-way')
    expect(judged({ direction: 'decrease' }, figures([2020, 20], [2025, 9]), target).verdict).toBe('reached')
  })

  test('a zero target counts as reached at zero, and zero is a value like any other', () => {
    const toZero = targetOf([2020, 8], [2030, 0])
    expect(judged({ direction: 'decrease' }, figures([2020, 8], [2025, 0]), toZero).verdict).toBe('reached')
    expect(judged({}, figures([2020, 0], [2025, 5]), targetOf([2020, 0], [2030, 10])).verdict).toBe('on-track')
  })

  test('values may change sign', () => {
    expect(judged({}, figures([2020, -10], [2025, 0]), targetOf([2020, -10], [2030, 10])).verdict).toBe('on-track')
  })

  test('milestones bend the path: what is early for a straight line may be in time', () => {
    const target = targetOf([2020, 60], [2030, 80], { milestones: [{ period: '2025', value: 62 }] })
    expect(judged({}, figures([2020, 60], [2025, 62]), target)).toMatchObject({
      verdict: 'on-track',
      inputs: { ratio: 1 },
    })
    expect(judged({}, figures([2020, 60], [2025, 62]), from60to80).verdict).toBe('too-slow')
    expect(judged({}, figures([2020, 60], [2026, 64]), target).inputs.ratio).toBeCloseTo(4 / 5.6, 12)
  })

  test('where the decided path rests first, standing still is on track and falling is not', () => {
    const target = targetOf([2020, 60], [2030, 80], { milestones: [{ period: '2024', value: 60 }] })
    expect(judged({}, figures([2020, 60], [2023, 60]), target)).toMatchObject({
      verdict: 'on-track',
      inputs: { ratio: null },
    })
    expect(judged({}, figures([2020, 60], [2023, 58]), target).verdict).toBe('wrong-way')
  })

  test('when the target year has come without it being reached, nothing is on track', () => {
    const judgement = judged({}, figures([2020, 60], [2031, 79.5]), from60to80)
    expect(judgement.verdict).toBe('behind')
    expect(judgement.inputs.ratio).toBeCloseTo(19.5 / 20, 12)
    expect(judged({}, figures([2020, 60], [2031, 71]), from60to80).verdict).toBe('too-slow')
    expect(judged({}, figures([2020, 60], [2031, 80]), from60to80).verdict).toBe('reached')
  })

  test('falling below a target that lay behind the baseline is the wrong way, not fast progress', () => {
    const judgement = judged({}, figures([2020, 80], [2025, 72]), targetOf([2020, 80], [2030, 75]))
    expect(judgement.verdict).toBe('wrong-way')
    expect(judgement.inputs.ratio).toBeLessThan(0)
  })

  test('years without a figure make no difference to the pace', () => {
    expect(judged({}, yearly(2020, [60, null, null, null, null, 70]), from60to80).inputs.ratio).toBeCloseTo(1, 12)
  })

  test('elections four years apart are measured by their days', () => {
    const elections = { cadence: { periodKind: 'municipal-election', everyYears: 4, delayMonths: 0 } } as const
    const target = targetOf(['2021-11-16', 68], ['2029-11-20', 76])
    expect(judged(elections, figures(['2021-11-16', 68], ['2025-11-18', 72]), target).verdict).toBe('on-track')
    expect(
      judged(elections, figures(['2021-11-16', 68], ['2025-11-18', 72]), targetOf(['2021-11-16', 68], [2029, 76]))
        .verdict,
    ).toBe('on-track')
  })

  test('a target may be judged by the trend, and is still reached when it is reached', () => {
    const target = targetOf([2020, 60], [2030, 80], { method: 'trend' })
    expect(judged({}, yearly(2020, [60, 61, 62, 63]), target)).toMatchObject({
      verdict: 'improving',
      method: { name: 'trend' },
    })
    expect(judged({}, figures([2020, 60], [2025, 82]), target).verdict).toBe('reached')
  })

  test('the UN rule has its own threshold for behind', () => {
    expect([byUnRule(69.5), byUnRule(62), byUnRule(60.8), byUnRule(60), byUnRule(58)]).toEqual([
      'on-track',
      'behind',
      'too-slow',
      'no-change',
      'wrong-way',
    ])
  })

  test('growth rates give the published ratio and score', () => {
    const target = targetOf([2015, 14.5], [2030, 7.25], { method: 'cagr' })
    const { verdict, inputs } = judged({ direction: 'decrease' }, figures([2015, 14.5], [2023, 10.4]), target)
    expect(verdict).toBe('behind')
    expect(inputs.ratio).toBeCloseTo(0.9010899546976208, 14)
    expect(inputs.score).toBeCloseTo(2.1506954374096354, 13)
    expect(judged({ direction: 'decrease' }, figures([2015, 14.5], [2023, 7]), target).inputs.score).toBe(5)
  })
})

describe('a value to keep or to come close to', () => {
  const keep = targetOf([2020, 55], null, { band: { period: '2030', low: 40, high: 50 } })
  test.each([
    ['reached', 50],
    ['reached', 40],
    ['on-track', 52],
    ['behind', 52.6],
    ['too-slow', 54],
    ['no-change', 55],
    ['wrong-way', 57],
    ['wrong-way', 33],
  ] as const)('%s at %d, from 55 towards the band 40–50', (verdict, latest) => {
    expect(judged({ direction: 'maintain' }, figures([2020, 55], [2026, latest]), keep).verdict).toBe(verdict)
  })

  test('a figure that has left its band goes the wrong way', () => {
    const target = targetOf([2020, 45], null, { band: { period: '2030', low: 40, high: 50 } })
    expect(judged({ direction: 'maintain' }, figures([2020, 45], [2025, 51]), target).verdict).toBe('wrong-way')
    expect(judged({ direction: 'maintain' }, figures([2020, 45], [2025, 49]), target).verdict).toBe('reached')
  })

  test('coming closer to parity counts from both sides', () => {
    const parity = { direction: 'towards', towards: 1, unit: 'ratio', decimals: 2 } as const
    const target = targetOf([2020, 0.7], [2030, 0.9])
    expect(judged(parity, figures([2020, 0.7], [2025, 1.1]), target).verdict).toBe('reached')
    expect(judged(parity, figures([2020, 0.7], [2025, 1.2]), target).verdict).toBe('on-track')
    expect(judged(parity, figures([2020, 0.7], [2025, 1.5]), target).verdict).toBe('wrong-way')
  })
})

describe('without a target', () => {
  test.each([
    ['improving', 0.25],
    ['stable', 0.2],
    ['stable', -0.2],
    ['worsening', -0.25],
  ] as const)('%s where five figures move by %d a year', (verdict, step) => {
    expect(
      judged(
        {},
        yearly(
          2020,
          [0, 1, 2, 3, 4, 5].map((year) => 60 + step * year),
        ),
      ),
    ).toMatchObject({
      verdict,
      reason: null,
      target: null,
      fewPoints: false,
      method: { name: 'trend', version: '2' },
    })
  })

  test('a fall is an improvement where less is better', () => {
    expect(judged({ direction: 'decrease' }, yearly(2022, [9, 8, 7, 6])).verdict).toBe('improving')
  })

  test('figures older than ten years do not count, and of elections and surveys the last five do', () => {
    const { inputs } = judged({}, yearly(2008, [0, 10, 20, 30, 40, 50, 60, 60, 60, 60, 60, 60]))
    expect(inputs.points.map((point) => point.period)).toEqual(
      [2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019].map(String),
    )
    const rounds = { cadence: { periodKind: 'survey-wave', everyYears: 4, delayMonths: 1 } } as const
    const rare = judged(rounds, figures([1995, 50], [1999, 50], [2003, 50], [2007, 50], [2011, 50], [2015, 50]))
    expect(rare.inputs.points.map((point) => point.period)).toEqual(['1999', '2003', '2007', '2011', '2015'])
  })

  test('an indicator may set its own band', () => {
    const band = { value: 3, reason: { da: 'Få', en: 'Few' } }
    expect(judged({ band }, yearly(2021, [60, 61, 62, 62.9])).verdict).toBe('stable')
    expect(judged({ band }, yearly(2021, [60, 61.1, 62.2, 63.3])).verdict).toBe('improving')
  })

  test('counts move by a twentieth before it is a change', () => {
    const count = { unit: 'count', decimals: 0 } as const
    expect(judged(count, yearly(2021, [200, 203, 206, 209])).verdict).toBe('stable')
    expect(judged(count, yearly(2021, [200, 204, 208, 212])).verdict).toBe('improving')
    expect(judged(count, yearly(2021, [0, 1, 2, 3])).verdict).toBe('improving')
  })
})

describe('why there is no verdict', () => {
  test('nothing has been counted yet', () => {
    expect(judged({}, [])).toMatchObject({ verdict: 'no-data', reason: null, expected: null, variants: [] })
    expect(judged({}, yearly(2020, [null, null]), from60to80)).toMatchObject({ verdict: 'no-data', fewPoints: false })
  })

  test('figures shown for background are never judged', () => {
    const background = { direction: 'context', kind: 'context' } as const
    expect(judged(background, yearly(2020, [1, 2, 3]))).toMatchObject({ verdict: 'not-assessed', reason: 'context' })
  })

  test('one figure is too few', () => {
    expect(judged({}, figures([2025, 60]))).toMatchObject({ verdict: 'not-assessed', reason: 'too-few-points' })
    expect(judged({}, figures([2020, 60]), from60to80).reason).toBe('too-few-points')
    expect(judged({}, figures([2018, 50], [2020, 60]), from60to80).reason).toBe('too-few-points')
  })

  test('a break between baseline and latest, by the figure or by the indicator', () => {
    // What has a definition of its own is not compared with the return to the usual one either.
    for (const [status, breakAt] of [
      ['B', '2023'],
      ['D', '2024'],
    ] as const) {
      expect(judged({}, broken(status), from60to80)).toMatchObject({ reason: 'break', breakAt, expected: null })
      expect(judged({}, broken(status).slice(0, 3), from60to80)).toMatchObject({ reason: 'break', breakAt: '2023' })
    }
    const returned = [observationOf(2020, 80, { status: 'D' }), ...yearly(2021, [null, 60, 60, 60, 60])]
    expect(judged({}, returned)).toMatchObject({ verdict: 'stable', breakAt: '2022' })
    const breaks = [{ period: '2022', reason: { da: 'Ny optælling', en: 'New count' } }]
    expect(judged({ breaks }, yearly(2020, [60, 61, 70, 71]), from60to80)).toMatchObject({
      reason: 'break',
      breakAt: '2022',
    })
    expect(
      judged(
        { breaks: [{ period: '2029', reason: { da: 'Senere', en: 'Later' } }] },
        yearly(2020, [60, 66]),
        from60to80,
      ).breakAt,
    ).toBe(null)
  })

  test('without a target only the figures since the break are compared', () => {
    const since = [
      ...figures([2020, 10], [2021, 10]),
      observationOf(2022, 60, { status: 'B' }),
      ...figures([2023, 60], [2024, 60], [2025, 60]),
    ]
    expect(judged({}, since)).toMatchObject({ verdict: 'stable', breakAt: '2022' })
    expect(judged({}, since.slice(0, 4))).toMatchObject({ reason: 'few-points', breakAt: '2022', fewPoints: true })
    expect(judged({}, since.slice(0, 3))).toMatchObject({ verdict: 'not-assessed', reason: 'break' })
  })

  test('the baseline has no figure', () => {
    expect(judged({}, yearly(2021, [61, 62]), from60to80)).toMatchObject({ reason: 'baseline-missing' })
    expect(judged({}, yearly(2020, [null, 61, 62]), from60to80)).toMatchObject({ reason: 'baseline-missing' })
  })

  test('a target that is the baseline asks for nothing', () => {
    const same = targetOf([2020, 60], [2030, 60])
    expect(judged({}, figures([2020, 60], [2025, 59]), same)).toMatchObject({
      verdict: 'not-assessed',
      reason: 'target-is-baseline',
    })
    expect(judged({}, figures([2020, 60], [2025, 60]), same).verdict).toBe('reached')
  })

  test('a figure to be kept needs a band', () => {
    expect(judged({ direction: 'maintain' }, yearly(2020, [60, 61, 62])).reason).toBe('no-band')
    expect(judged({ direction: 'maintain' }, yearly(2020, [60, 61, 62]), from60to80).reason).toBe('no-band')
  })

  test('growth rates across zero or within a year say nothing', () => {
    const across = targetOf([2020, -5], [2030, 5], { method: 'cagr' })
    expect(judged({}, figures([2020, -5], [2025, 1]), across)).toMatchObject({
      verdict: 'not-assessed',
      reason: 'method-undefined',
    })
    const quarters = { cadence: { periodKind: 'quarter', everyYears: 0.25, delayMonths: 1 } } as const
    const soon = targetOf(['2024-Q1', 10], ['2030-Q1', 20], { method: 'cagr' })
    expect(judged(quarters, figures(['2024-Q1', 10], ['2024-Q3', 12]), soon).reason).toBe('method-undefined')
    const fromZero = targetOf([2020, 0], [2030, 5], { method: 'un' })
    expect(judged({}, figures([2020, 0], [2025, 1]), fromZero).reason).toBe('method-undefined')
  })
})

describe('how sure it is', () => {
  test.each(['P', 'E', 'U'] as const)('a figure with status %s makes the verdict provisional', (status) => {
    const observations = [...figures([2020, 60]), observationOf(2025, 70, { status })]
    expect(judged({}, observations, from60to80).provisional).toBe(true)
    const between = [...figures([2020, 60]), observationOf(2022, 61, { status }), ...figures([2025, 70])]
    expect(judged({}, between, from60to80).provisional).toBe(false)
    expect(judged({}, [...between, ...figures([2026, 72])]).provisional).toBe(true)
  })

  test('a change inside the margin of the survey is no clear change', () => {
    expect(judged({}, survey(65), from60to80)).toMatchObject({
      verdict: 'no-change',
      uncertain: true,
      inputs: { noChangeBand: 5 },
    })
    expect(judged({}, survey(69.9), from60to80)).toMatchObject({ verdict: 'on-track', uncertain: false })
    expect(judged({}, waves(-1.6))).toMatchObject({ verdict: 'stable', uncertain: true })
    expect(judged({}, waves(-1.7))).toMatchObject({ verdict: 'worsening', uncertain: false })
  })

  test('says when the verdict would have been another without the newest figure', () => {
    const { stable, variants } = judged({}, figures([2020, 60], [2021, 60.5], [2022, 61], [2024, 68]), from60to80)
    expect(stable).toBe(false)
    expect(variants).toContainEqual({
      kind: 'without-latest',
      method: 'linear',
      omitted: '2024',
      verdict: 'too-slow',
      reason: null,
      differs: true,
    })
    expect(variants).toContainEqual({
      kind: 'later-baseline',
      method: 'linear',
      omitted: '2021',
      verdict: 'on-track',
      reason: null,
      differs: false,
    })
    expect(variants.filter((variant) => variant.kind === 'other-method').map((variant) => variant.method)).toEqual([
      'cagr',
      'un',
      'theil-sen',
    ])
  })

  test('a steady rise is a steady verdict', () => {
    const { stable, variants } = judged({}, yearly(2018, [60, 62, 64, 66, 68, 70]))
    expect(stable).toBe(true)
    expect(variants.map(({ kind, method }) => [kind, method])).toEqual([
      ['without-latest', 'trend'],
      ['later-baseline', 'trend'],
      ['other-method', 'five-year-trend'],
      ['other-method', 'latest-two'],
      ['other-method', 'cagr-trend'],
    ])
  })

  test('methods that give no result for these figures are not held against the verdict', () => {
    const { variants } = judged({}, figures([2020, -10], [2025, 1]), targetOf([2020, -10], [2030, 10]))
    expect(variants.map((variant) => variant.method)).toEqual(['theil-sen'])
  })

  test('the verdict of a person stands until the next figure comes', () => {
    const override = { verdict: 'behind', reason: { da: 'Fordi', en: 'Because' }, latestPeriod: '2025' } as const
    const question = { ...questionOf({}, figures([2020, 60], [2025, 70]), from60to80), override }
    expect(judge(question)).toMatchObject({ verdict: 'on-track', override })
    expect(judge({ ...question, observations: figures([2020, 60], [2025, 70], [2026, 72]) }).override).toBe(null)
    expect(judge({ ...question, observations: figures([2020, 60], [2025, 70], [2026, null]) }).override).toEqual(
      override,
    )
  })

  test('an assessment of a release from before method version 2 is still read as it was', () => {
    const { inputs, expected, ...rest } = judged({}, yearly(2018, [58, 59, 60, 61, 64, 63]), from60to80)
    const { noChangeSource: _, ...oldInputs } = inputs
    const { reaching: __, ...oldCourse } = expected ?? { reaching: null }
    const old = {
      ...rest,
      method: { name: 'linear', version: '1' },
      inputs: oldInputs,
      expected: oldCourse,
      variants: [],
      sentence: { da: 'a', en: 'a' },
      notes: [],
    }
    expect(Assessment.parse(old)).toMatchObject(old)
  })

  test('what is judged fits the published form', () => {
    const words = { sentence: { da: 'a', en: 'a' }, notes: [] }
    for (const target of [null, from60to80]) {
      const judgement = judged({}, yearly(2018, [58, 59, 60, 61, 64, 63]), target)
      const variants = judgement.variants.map((variant) => ({ ...variant, sentence: null }))
      expect(() => Assessment.parse({ ...judgement, ...words, variants })).not.toThrow()
    }
  })
})
