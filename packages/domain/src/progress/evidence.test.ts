import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWithin } from './tolerance.ts'
import { judge } from './judge.ts'
import { figures, judged, observationOf, questionOf, targetOf, yearly } from './question.fixture.ts'
import { isCertain, slopeLimits } from './theil-sen.ts'

const elections = { cadence: { periodKind: 'municipal-election', everyYears: 4, delayMonths: 0 } } as const
const municipal = ['2009-11-17', '2013-11-19', '2017-11-21', '2021-11-16', '2025-11-18']
const atElections = (values: readonly number[]) =>
  figures(...values.map((value, index) => [municipal[index] ?? '', value] as const))
const code = (year: number) => `${year}/${String((year + 1) % 100).padStart(2, '0')}`
const quarterCode = (index: number) => `${2000 + Math.floor(index / 4)}-Q${(index % 4) + 1}`
const parity = { direction: 'towards', towards: 1, unit: 'ratio', decimals: 2 } as const

const latestTwo = (from: number, to: number) =>
  judged(parity, figures([2015, from], [2025, to]), targetOf([2015, from], [2030, 1], { method: 'latest-two' }))
const reaching = (observations: ReturnType<typeof figures>, target: ReturnType<typeof targetOf>, on = '2026-06-30') =>
  judge({ ...questionOf({}, observations, target), on }).expected

describe('the trend', () => {
  test('two or three figures are too few for a trend, however far they move', () => {
    for (const values of [
      [60, 90],
      [60, 75, 90],
    ]) {
      const { verdict, reason, variants, stable } = judged({}, yearly(2020, values))
      expect([verdict, reason, variants, stable]).toEqual(['not-assessed', 'few-points', [], false])
    }
  })

  test('a fall at every one of five elections is certain, and one that swings as much as it falls is not', () => {
    expect(judged(elections, atElections([87.4, 85, 84.1, 83.6, 83.2])).verdict).toBe('worsening')
    expect(judged(elections, atElections([65.8, 72.9, 72, 68.6, 70.5])).verdict).toMatch(/^(stable|unclear)$/)
    expect(judged(elections, atElections([60, 70, 61, 68, 66])).verdict).toBe('unclear')
  })

  test('a turnout that moves by no more than two points has not changed', () => {
    expect(judged(elections, atElections([70, 70.4, 70.8, 71.2, 71.9])).verdict).toBe('stable')
    expect(judged(elections, atElections([70, 70.6, 71.2, 71.8, 72.4])).verdict).toBe('improving')
  })

  test('equal ends with a hump between them are no improvement', () => {
    const { verdict } = judged({}, yearly(2018, [86.4, 86.9, 87.8, 88.5, 88.1, 86.4]))
    expect(verdict).not.toBe('improving')
  })

  test('a change of one person among forty is none', () => {
    const observations = [11, 12, 12, 13].map((numerator, index) =>
      observationOf(2021 + index, numerator / 0.4, { numerator, denominator: 40 }),
    )
    expect(judged({}, observations)).toMatchObject({
      verdict: 'stable',
      uncertain: true,
      inputs: { noChangeSource: 'counts' },
    })
  })

  test('improving and worsening are said only where the limits of the change leave out none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 11 }), (values) => {
        const { verdict, inputs } = judged({}, yearly(2010, values))
        const { low = 0, high = 0 } = inputs.changeLimits ?? {}
        const beyond = !isWithin(inputs.change ?? 0, inputs.noChangeBand ?? 0)
        const certain = isCertain(slopeLimits(inputs.points))
        expect(['improving', 'worsening'].includes(verdict)).toBe(beyond && certain)
        expect(verdict === 'unclear').toBe(beyond && !certain)
        expect(verdict !== 'improving' || low > 0).toBe(true)
        expect(verdict !== 'worsening' || high < 0).toBe(true)
      }),
    )
  })

  test('of figures that are the same but for noise, few are said to have a trend', () => {
    const noise = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 6, maxLength: 6 })
    const all = fc.sample(noise, { numRuns: 2000, seed: 17 }).map((values) => judged({}, yearly(2015, values)).verdict)
    const wrong = all.filter((verdict) => verdict === 'improving' || verdict === 'worsening').length
    // Four fifths are what the limits promise.
    expect(wrong / all.length).toBeLessThan(0.2)
  })
})

describe('a target', () => {
  const overdue = targetOf([2012, 60], [2020, 70])

  test('whose year has passed without a figure is overdue from the day after, whatever the pace was', () => {
    const question = questionOf({}, figures([2012, 60], [2019, 69]), overdue)
    expect(judge({ ...question, on: '2020-12-31' }).verdict).toBe('on-track')
    expect(judge({ ...question, on: '2021-01-01' })).toMatchObject({ verdict: 'overdue', reason: null })
    expect(judge({ ...question, observations: figures([2012, 60]), on: '2026-01-01' }).verdict).toBe('overdue')
    expect(judge({ ...question, observations: figures([2012, 60], [2020, 69]), on: '2026-01-01' }).verdict).toBe(
      'behind',
    )
    expect(judge({ ...question, observations: figures([2012, 60], [2019, 70]), on: '2026-01-01' }).verdict).toBe(
      'reached',
    )
  })

  test('an election’s target is overdue the day after the election', () => {
    const target = targetOf(['2017-11-21', 60], ['2025-11-18', 70])
    const question = questionOf(elections, figures(['2017-11-21', 60], ['2021-11-16', 66]), target)
    expect(judge({ ...question, on: '2025-11-18' }).verdict).toBe('on-track')
    expect(judge({ ...question, on: '2025-11-19' }).verdict).toBe('overdue')
  })

  test('exact shares of the needed pace fall on the right side in school years and quarters', () => {
    const school = { cadence: { periodKind: 'school-year', everyYears: 1, delayMonths: 3 } } as const
    const quarter = { cadence: { periodKind: 'quarter', everyYears: 0.25, delayMonths: 1 } } as const
    const span = fc.record({
      start: fc.nat({ max: 40 }),
      passed: fc.integer({ min: 1, max: 8 }),
      left: fc.integer({ min: 1, max: 8 }),
    })
    fc.assert(
      fc.property(span, fc.boolean(), ({ start, passed, left }, isSchool) => {
        const [kind, name] = isSchool ? [school, (at: number) => code(1990 + at)] : [quarter, quarterCode]
        const verdictAt = (share: number) => {
          const observations = figures([name(start), 0], [name(start + passed), share * passed])
          const target = targetOf([name(start), 0], [name(start + passed + left), 100 * (passed + left)])
          return judge({ ...questionOf(kind, observations, target), on: '1990-01-01' }).verdict
        }
        expect([verdictAt(95), verdictAt(60)]).toEqual(['on-track', 'behind'])
      }),
    )
  })

  test('that is reached is reached also where its baseline lies before a break', () => {
    const broken = [...figures([2020, 7]), observationOf(2022, 7.4, { status: 'B' }), ...figures([2023, 7.7])]
    expect(judged({}, broken, targetOf([2020, 7], [2027, 7.6]))).toMatchObject({ verdict: 'reached', breakAt: '2022' })
    expect(judged({}, broken, targetOf([2020, 7], [2027, 7.8]))).toMatchObject({ reason: 'break' })
  })

  test('that is reached has the full score, also where the growth rate is undefined', () => {
    const same = targetOf([2015, 100], [2030, 100], { method: 'cagr' })
    expect(judged({}, figures([2015, 100], [2023, 100]), same)).toMatchObject({
      verdict: 'reached',
      inputs: { score: 5 },
    })
    const across = targetOf([2015, -5], [2030, 5], { method: 'cagr' })
    expect(judged({}, figures([2015, -5], [2023, 6]), across).inputs.score).toBe(5)
  })

  test('from zero, standing still is neither growth nor decline, and a rate from or to zero says what it rests on', () => {
    const target = targetOf([2015, 0], [2030, 10], { method: 'cagr' })
    expect(judged({ unit: 'count' }, figures([2015, 0], [2025, 0]), target)).toMatchObject({
      verdict: 'no-change',
      zeroReplaced: true,
      inputs: { ratio: 0, score: -2.5 },
    })
    const toZero = targetOf([2015, 5], [2030, 0], { method: 'cagr' })
    expect(judged({ direction: 'decrease' }, figures([2015, 5], [2020, 1]), toZero).zeroReplaced).toBe(true)
    const usual = targetOf([2015, 5], [2030, 10], { method: 'cagr' })
    expect(judged({}, figures([2015, 5], [2020, 6]), usual)).not.toHaveProperty('zeroReplaced')
  })

  test('whose decided baseline is not the figure observed names the figure, and rounding is no difference', () => {
    const observed = figures([2015, 52], [2025, 55])
    expect(judged({}, observed, targetOf([2015, 50], [2030, 60])).inputs).toMatchObject({
      baseline: { value: 50 },
      observedBaseline: { period: '2015', value: 52 },
    })
    const rounded = judged({}, figures([2015, 52.0364], [2025, 55]), targetOf([2015, 52], [2030, 60]))
    expect(rounded.inputs).not.toHaveProperty('observedBaseline')
    const byTrend = judged({}, observed, targetOf([2015, 50], [2030, 60], { method: 'theil-sen' }))
    expect(byTrend.inputs.change).toBeCloseTo(5, 12)
  })
})

describe('a value or band that can be missed on either side', () => {
  const band = targetOf([2015, 70], null, { band: { period: '2030', low: 40, high: 60 } })

  test('passing the band and ending outside is never “no change”', () => {
    expect(judged({ direction: 'maintain' }, figures([2015, 70], [2025, 30]), band)).toMatchObject({
      verdict: 'wrong-way',
      crossed: true,
    })
    expect(judged({ direction: 'maintain' }, figures([2015, 70], [2025, 65]), band)).not.toHaveProperty('crossed')
    const nearer = judged({ direction: 'maintain' }, figures([2015, 70], [2025, 38]), band)
    expect(nearer).toMatchObject({ verdict: 'on-track', crossed: true })
  })

  test('parity is as far off at a half as at the double', () => {
    expect(latestTwo(0.6, 1.5)).toMatchObject({ verdict: 'improving', crossed: true })
    expect(latestTwo(0.6, 1.5).inputs.change).toBeCloseTo(1.5 - 1 / 0.6, 12)
    // As far off as before, but on the other side: neither better nor worse, and not unchanged either.
    expect(latestTwo(1.25, 0.8)).toMatchObject({ verdict: 'unclear', crossed: true })
    expect(latestTwo(0, 0.5).verdict).toBe('improving')
  })

  test('a share of the population over and under by the same factor is judged the same', () => {
    const values = fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 4, maxLength: 8 })
    fc.assert(
      fc.property(values, (list) => {
        const ratios = list.map((each) => each / 16)
        const inverse = ratios.map((ratio) => 1 / ratio)
        const [one, other] = [ratios, inverse].map((each) => judged(parity, yearly(2015, each)).inputs.change)
        expect(other).toBeCloseTo(one ?? Number.NaN, 9)
      }),
    )
  })
})

describe('what was tried', () => {
  test('two figures cannot be tried without the latest, so nothing is said to be the same', () => {
    const { stable, variants } = judged({}, figures([2020, 60], [2025, 70]), targetOf([2020, 60], [2030, 80]))
    expect(variants.every(({ differs }) => !differs)).toBe(true)
    expect(stable).toBe(false)
  })

  test('the same verdict is said to hold only where it was tried without the latest figure', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 40, max: 80 }), { minLength: 2, maxLength: 8 }), (values) => {
        for (const target of [null, targetOf([2015, values[0] ?? 0], [2030, 75])]) {
          const { stable, variants } = judged({}, yearly(2015, values), target)
          expect(!stable || variants.some(({ kind }) => kind === 'without-latest')).toBe(true)
        }
      }),
    )
  })

  test('a series of which every figure is withheld is about too few people, never without figures', () => {
    const suppressed = [2023, 2024, 2025].map((year) =>
      observationOf(year, null, { status: year === 2024 ? 'O' : 'Q' }),
    )
    for (const target of [null, targetOf([2023, 60], [2030, 80])]) {
      expect(judged({}, suppressed, target)).toMatchObject({ verdict: 'not-assessed', reason: 'suppressed' })
    }
  })

  test('two figures of one period are refused, with the period', () => {
    expect(() => judged({}, figures([2025, 55], [2025, 65]))).toThrow(/2025/)
  })
})

describe('when the target would be reached', () => {
  test('is a year in which there is an election', () => {
    const values = atElections([58.5, 60, 61.5, 63, 64.5])
    const target = targetOf(['2009-11-17', 58.5], ['2029-11-20', 66])
    expect(judged(elections, values, target).expected).toMatchObject({ reaching: 'in-year', reachesTargetIn: 2029 })
    const higher = targetOf(['2009-11-17', 58.5], ['2029-11-20', 70])
    expect(judged(elections, values, higher)).toMatchObject({
      verdict: 'behind',
      expected: { reaching: 'in-year', reachesTargetIn: 2041 },
    })
  })

  test('is not told where nobody knows how often it is measured', () => {
    const irregular = { cadence: { ...elections.cadence, everyYears: null } }
    const target = targetOf(['2009-11-17', 58.5], ['2029-11-20', 70])
    const { expected } = judged(irregular, atElections([58.5, 60, 61.5, 63, 64.5]), target)
    expect(expected).toMatchObject({ reaching: 'not-told', reachesTargetIn: null })
  })

  test('is never a year that has passed', () => {
    const old = yearly(2010, [60, 61, 62, 63])
    const target = targetOf([2010, 60], [2040, 65])
    expect(reaching(old, target, '2014-03-01')?.reachesTargetIn).toBe(2015)
    expect(reaching(old, target, '2026-06-30')?.reachesTargetIn).toBe(2026)
  })

  test('is not told where assessment and course point different ways', () => {
    const up = targetOf([2015, 50], [2030, 60])
    expect(reaching(yearly(2015, [50, 40, 42, 44, 46, 48, 49]), up)).toMatchObject({
      reaching: 'disagrees',
      reachesTargetIn: null,
    })
    const jump = targetOf([2015, 50], [2030, 65])
    expect(reaching(yearly(2015, [50, 51, 51, 51.2, 51.2, 55]), jump)?.reaching).toBe('disagrees')
  })

  test('assessment and year never contradict each other, and the year is a coming one in which something is measured', () => {
    const series = fc.array(fc.integer({ min: 30, max: 70 }), { minLength: 4, maxLength: 10 })
    fc.assert(
      fc.property(series, fc.integer({ min: 30, max: 70 }), fc.constantFrom(1, 2, 4), (values, value, step) => {
        const cadence = { periodKind: 'year', everyYears: step, delayMonths: 0 } as const
        const observations = figures(...values.map((each, index) => [2000 + step * index, each] as const))
        const end = 2000 + step * (values.length + 3)
        const target = targetOf([2000, values[0] ?? 0], [end, value])
        const on = `${2000 + step * (values.length - 1)}-12-31`
        const question = { ...questionOf({ cadence }, observations, target), on }
        const { verdict, expected } = judge(question)
        const year = expected?.reachesTargetIn ?? null
        fc.pre(year !== null && verdict !== 'reached')
        if (year === null) return
        expect((year - 2000) % step).toBe(0)
        expect(year).toBeGreaterThan(2000 + step * (values.length - 1))
        expect(['wrong-way', 'no-change']).not.toContain(verdict)
        const inTime = year <= end
        expect(verdict !== 'on-track' || inTime).toBe(true)
        expect((verdict !== 'behind' && verdict !== 'too-slow') || !inTime).toBe(true)
      }),
    )
  })
})
