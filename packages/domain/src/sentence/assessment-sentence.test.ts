import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import { expect, test } from 'vitest'
import { describe as describeFinding } from './assessment-sentence.ts'
import type { AssessedSeries } from './assessed-series.ts'
import { sameSentence } from './stability-sentence.ts'
import { movementOf } from './movement.ts'
import { judge } from '../progress/judge.ts'
import { bandOf, figures, findingOf, observed, targetOf, yearly } from './assessed-series.fixture.ts'

const plain = (text: string): string => text.replaceAll('\u00A0', ' ')
const say = (finding: AssessedSeries): [string, string] => {
  const { sentence } = describeFinding(finding)
  return [plain(sentence.da), plain(sentence.en)]
}

const elections = figures(['2021-11-16', 68.57], ['2025-11-18', 70.49])
const [election2021, election2025] = [
  { period: '2021-11-16', value: 68.57 },
  { period: '2025-11-18', value: 70.49 },
]
const turnoutTarget = targetOf('2029-11-20', 75, election2021)

test('turnout that rises too slowly towards a target at the next election', () => {
  expect(say(findingOf(exampleIndicator(), elections, { verdict: 'too-slow' }, turnoutTarget))).toEqual([
    'Deltagelsen steg fra 68,6 % i 2021 til 70,5 % i 2025. For at nå 75 % i 2029 skal tallet stige med 4,5 procentpoint ved næste valg.',
    'Turnout rose from 68.6% in 2021 to 70.5% in 2025. To reach 75% in 2029, the figure must rise by 4.5 percentage points at the next election.',
  ])
})

test('a target two elections ahead is not said to wait for the next', () => {
  const [da, en] = say(
    findingOf(exampleIndicator(), elections, { verdict: 'on-track' }, targetOf('2033-11-15', 75.25, election2021)),
  )
  expect(da).toMatch(/For at nå 75,25 % i 2033 skal tallet stige med 4,8 procentpoint\.$/)
  expect(en).toMatch(/To reach 75.25% by 2033, the figure must rise by 4.8 percentage points\.$/)
})

test('elections without a known rhythm have no known next one', () => {
  const indicator = exampleIndicator({
    cadence: { periodKind: 'general-election', everyYears: null, delayMonths: null },
  })
  const finding = findingOf(indicator, elections, { verdict: 'too-slow' }, turnoutTarget)
  expect(say(finding)[0]).not.toContain('næste valg')
})

test('a target that is reached', () => {
  const finding = findingOf(
    exampleIndicator(),
    elections,
    { verdict: 'reached' },
    targetOf('2029-11-20', 70, election2021),
  )
  expect(say(finding)).toEqual([
    'Deltagelsen steg fra 68,6 % i 2021 til 70,5 % i 2025. Målet på 70 % i 2029 er nået.',
    'Turnout rose from 68.6% in 2021 to 70.5% in 2025. The target of 70% in 2029 has been reached.',
  ])
})

test('a target whose year came without it being reached', () => {
  const finding = findingOf(
    exampleIndicator(),
    elections,
    { verdict: 'too-slow' },
    targetOf('2025-11-18', 75, election2021),
  )
  expect(say(finding)).toEqual([
    'Deltagelsen steg fra 68,6 % i 2021 til 70,5 % i 2025. Målet på 75 % i 2025 blev ikke nået. Tallet endte 4,5 procentpoint under målet.',
    'Turnout rose from 68.6% in 2021 to 70.5% in 2025. The target of 75% in 2025 was not reached. The figure ended 4.5 percentage points below it.',
  ])
})

test('a target that lies less away than a decimal shows', () => {
  const series = figures(['2021-11-16', 68.57], ['2025-11-18', 74.98])
  expect(say(findingOf(exampleIndicator(), series, { verdict: 'on-track' }, turnoutTarget))[0]).toBe(
    'Deltagelsen steg fra 68,6 % i 2021 til 75,0 % i 2025. For at nå 75 % i 2029 skal tallet stige ganske lidt ved næste valg.',
  )
})

test('without a target the sentence says that only the direction is assessed, and that the latest step goes the other way', () => {
  const series = figures(['2013-11-19', 73.84], ['2017-11-21', 71.99], ['2021-11-16', 68.57], ['2025-11-18', 70.49])
  expect(say(findingOf(exampleIndicator(), series, { verdict: 'worsening' }))).toEqual([
    'Deltagelsen faldt fra 73,8 % i 2013 til 70,5 % i 2025, men steg igen fra 2021 til 2025. Der er ikke fastsat et måltal, så kun udviklingens retning vurderes.',
    'Turnout fell from 73.8% in 2013 to 70.5% in 2025, but rose again from 2021 to 2025. No target has been set, so only the direction of change is assessed.',
  ])
})

test('a share that should fall', () => {
  const indicator = yearly({
    subject: { da: 'Andelen uden job og uddannelse', en: 'The share not in work or education' },
    direction: 'decrease',
  })
  const series = figures(['2020', 9.1], ['2022', 8.4], ['2024', 7.9])
  expect(say(findingOf(indicator, series, { verdict: 'improving' }))).toEqual([
    'Andelen uden job og uddannelse faldt fra 9,1 % i 2020 til 7,9 % i 2024. Der er ikke fastsat et måltal, så kun udviklingens retning vurderes.',
    'The share not in work or education fell from 9.1% in 2020 to 7.9% in 2024. No target has been set, so only the direction of change is assessed.',
  ])
  const missed = findingOf(
    indicator,
    series,
    { verdict: 'too-slow' },
    targetOf('2024', 7, { period: '2020', value: 9.1 }),
  )
  expect(say(missed)[0]).toMatch(/Tallet endte 0,9 procentpoint over målet\.$/)
})

test('a count names what it counts with its target', () => {
  const indicator = yearly({
    subject: { da: 'Antallet af partnerskaber', en: 'The number of partnerships' },
    unit: 'count',
    decimals: 0,
    noun: { one: { da: 'partnerskab', en: 'partnership' }, other: { da: 'partnerskaber', en: 'partnerships' } },
  })
  const series = figures(['2022', 1], ['2025', 28])
  expect(
    say(findingOf(indicator, series, { verdict: 'on-track' }, targetOf('2028', 40, series[0] ?? election2021))),
  ).toEqual([
    'Antallet af partnerskaber steg fra 1 i 2022 til 28 i 2025. For at nå 40 partnerskaber i 2028 skal tallet stige med 12.',
    'The number of partnerships rose from 1 in 2022 to 28 in 2025. To reach 40 partnerships by 2028, the figure must rise by 12.',
  ])
})

test('an amount in kroner ends its sentence with one full stop', () => {
  const indicator = yearly({ subject: { da: 'Støtten', en: 'Support' }, unit: 'kroner', decimals: 0 })
  const series = figures(['2022', 1180], ['2025', 1234])
  expect(
    say(findingOf(indicator, series, { verdict: 'behind' }, targetOf('2028', 1300, series[0] ?? election2021))),
  ).toEqual([
    'Støtten steg fra 1.180 kr. i 2022 til 1.234 kr. i 2025. For at nå 1.300 kr. i 2028 skal tallet stige med 66 kr.',
    'Support rose from 1,180 kroner in 2022 to 1,234 kroner in 2025. To reach 1,300 kroner by 2028, the figure must rise by 66 kroner.',
  ])
})

test('rates, gaps, indices, ratios, scores and marks', () => {
  const series = figures(['2022', 3.2], ['2025', 4.84])
  const target = targetOf('2028', 6, series[0] ?? election2021)
  const unit = (differences: Parameters<typeof yearly>[0]): [string, string] =>
    say(
      findingOf(
        yearly({ subject: { da: 'Tallet', en: 'The figure' }, ...differences }),
        series,
        { verdict: 'behind' },
        target,
      ),
    )
  expect(unit({ unit: 'per-thousand' })).toEqual([
    'Tallet steg fra 3,2 i 2022 til 4,8 pr. 1.000 indbyggere i 2025. For at nå 6 pr. 1.000 indbyggere i 2028 skal tallet stige med 1,2.',
    'The figure rose from 3.2 in 2022 to 4.8 per 1,000 inhabitants in 2025. To reach 6 per 1,000 inhabitants by 2028, the figure must rise by 1.2.',
  ])
  expect(
    unit({
      unit: 'per-hundred',
      noun: { one: { da: 'ung', en: 'young person' }, other: { da: 'unge', en: 'young people' } },
    }),
  ).toEqual([
    'Tallet steg fra 3,2 i 2022 til 4,8 pr. 100 unge i 2025. For at nå 6 pr. 100 unge i 2028 skal tallet stige med 1,2.',
    'The figure rose from 3.2 in 2022 to 4.8 per 100 young people in 2025. To reach 6 per 100 young people by 2028, the figure must rise by 1.2.',
  ])
  expect(unit({ unit: 'percentage-point' })[0]).toBe(
    'Tallet steg fra 3,2 i 2022 til 4,8 procentpoint i 2025. For at nå 6 procentpoint i 2028 skal tallet stige med 1,2 procentpoint.',
  )
  for (const name of ['index-100', 'ratio', 'score', 'mark'] as const) {
    expect(unit({ unit: name })).toEqual([
      'Tallet steg fra 3,2 i 2022 til 4,8 i 2025. For at nå 6 i 2028 skal tallet stige med 1,2.',
      'The figure rose from 3.2 in 2022 to 4.8 in 2025. To reach 6 by 2028, the figure must rise by 1.2.',
    ])
  }
})

test('school years, quarters and survey months are written out', () => {
  const wellbeing = exampleIndicator({
    subject: { da: 'Trivslen', en: 'Wellbeing' },
    unit: 'score',
    cadence: { periodKind: 'school-year', everyYears: 1, delayMonths: null },
  })
  const years = figures(['2022/23', 3.9], ['2024/25', 4.1])
  expect(say(findingOf(wellbeing, years, { verdict: 'improving' }))).toEqual([
    'Trivslen steg fra 3,9 i skoleåret 2022/23 til 4,1 i skoleåret 2024/25. Der er ikke fastsat et måltal, så kun udviklingens retning vurderes.',
    'Wellbeing rose from 3.9 in the school year 2022/23 to 4.1 in the school year 2024/25. No target has been set, so only the direction of change is assessed.',
  ])
  const quarterly = exampleIndicator({ cadence: { periodKind: 'quarter', everyYears: 0.25, delayMonths: null } })
  const [da, en] = say(findingOf(quarterly, figures(['2024-Q4', 10], ['2025-Q3', 12]), { verdict: 'improving' }))
  expect(da).toContain('steg fra 10,0 % i 4. kvartal 2024 til 12,0 % i 3. kvartal 2025.')
  expect(en).toContain('rose from 10.0% in Q4 2024 to 12.0% in Q3 2025.')
  const wave = exampleIndicator({ cadence: { periodKind: 'survey-wave', everyYears: null, delayMonths: null } })
  expect(
    say(findingOf(wave, figures(['2025-02', 10]), { verdict: 'not-assessed', reason: 'too-few-points' }))[0],
  ).toMatch(/^Deltagelsen var 10,0 % i februar 2025\./)
})

test('one point cannot be a development', () => {
  const finding = findingOf(exampleIndicator(), [election2025], { verdict: 'not-assessed', reason: 'too-few-points' })
  expect(say(finding)).toEqual([
    'Deltagelsen var 70,5 % i 2025. Der er kun én måling, så udviklingen kan ikke vurderes.',
    'Turnout was 70.5% in 2025. There is only one measurement, so the development cannot be assessed.',
  ])
})

test('no figures at all, with and without a target', () => {
  expect(say(findingOf(exampleIndicator(), [], { verdict: 'no-data' }))).toEqual([
    'Der er ingen tal endnu.',
    'There are no figures yet.',
  ])
  expect(say(findingOf(exampleIndicator(), [], { verdict: 'no-data' }, turnoutTarget))).toEqual([
    'Der er ingen tal endnu. Målet er 75 % i 2029.',
    'There are no figures yet. The target is 75% in 2029.',
  ])
})

test('across a break nothing is compared', () => {
  const finding = findingOf(yearly(), figures(['2020', 70], ['2022', 74]), {
    verdict: 'not-assessed',
    reason: 'break',
    breakAt: '2022',
  })
  expect(say(finding)).toEqual([
    'Deltagelsen var 74,0 % i 2022. Tal fra før 2022 kan ikke sammenlignes med de nyere, så udviklingen kan ikke vurderes.',
    'Turnout was 74.0% in 2022. Figures from before 2022 cannot be compared with newer ones, so the development cannot be assessed.',
  ])
})

test('a context figure is described and not judged', () => {
  const finding = findingOf(yearly({ direction: 'context' }), figures(['2020', 70], ['2022', 74]), {
    verdict: 'not-assessed',
    reason: 'context',
  })
  expect(say(finding)).toEqual([
    'Deltagelsen steg fra 70,0 % i 2020 til 74,0 % i 2022. Tallet vises som baggrund og vurderes ikke.',
    'Turnout rose from 70.0% in 2020 to 74.0% in 2022. The figure is shown for background and is not assessed.',
  ])
})

test('a band to stay within, from the inside, from below and after its year', () => {
  const indicator = yearly({ subject: { da: 'Andelen', en: 'The share' }, direction: 'maintain' })
  const baseline = { period: '2021', value: 38 }
  const inside = figures(['2021', 38], ['2025', 44])
  expect(say(findingOf(indicator, inside, { verdict: 'reached' }, bandOf('2029', 40, 60, baseline)))).toEqual([
    'Andelen steg fra 38,0 % i 2021 til 44,0 % i 2025. Målet om at ligge mellem 40 og 60 % er opfyldt.',
    'The share rose from 38.0% in 2021 to 44.0% in 2025. The target of being between 40% and 60% is met.',
  ])
  const below = figures(['2021', 38], ['2025', 36])
  expect(say(findingOf(indicator, below, { verdict: 'wrong-way' }, bandOf('2029', 40, 60, baseline)))).toEqual([
    'Andelen faldt fra 38,0 % i 2021 til 36,0 % i 2025. For at ligge mellem 40 og 60 % i 2029 skal tallet stige med 4,0 procentpoint.',
    'The share fell from 38.0% in 2021 to 36.0% in 2025. To be between 40% and 60% by 2029, the figure must rise by 4.0 percentage points.',
  ])
  const above = figures(['2021', 38], ['2025', 61])
  expect(say(findingOf(indicator, above, { verdict: 'wrong-way' }, bandOf('2025', 50, 50, baseline)))[0]).toBe(
    'Andelen steg fra 38,0 % i 2021 til 61,0 % i 2025 og ligger nu over målet i stedet for under. Målet om at ligge på 50 % i 2025 blev ikke nået. Tallet endte 11,0 procentpoint over målet.',
  )
})

test('a value aimed at from either side', () => {
  const women = yearly({
    subject: { da: 'Andelen af kvinder', en: 'The share of women' },
    direction: 'towards',
    towards: 50,
  })
  expect(say(findingOf(women, figures(['2017', 33], ['2021', 36], ['2025', 39]), { verdict: 'improving' }))).toEqual([
    'Andelen af kvinder steg fra 33,0 % i 2017 til 39,0 % i 2025 og er dermed tættere på 50 %. Der er ikke fastsat et mål for, hvor tæt på 50 % tallet skal være.',
    'The share of women rose from 33.0% in 2017 to 39.0% in 2025, closer to 50%. No target has been set for how close to 50% it should be.',
  ])
  expect(say(findingOf(women, figures(['2017', 55], ['2025', 60]), { verdict: 'worsening' }))[0]).toContain(
    'steg fra 55,0 % i 2017 til 60,0 % i 2025 og er dermed længere fra 50 %.',
  )
  expect(
    say(findingOf(women, figures(['2017', 45], ['2021', 30], ['2025', 44]), { verdict: 'improving' }))[0],
  ).toContain(
    'Andelen af kvinder var 45,0 % i 2017 og 44,0 % i 2025, men steg igen fra 2021 til 2025. Set over hele perioden nærmer tallet sig 50 %.',
  )
})

test('figures that look the same neither rise nor fall', () => {
  const series = figures(['2021-11-16', 70.46], ['2025-11-18', 70.54])
  expect(say(findingOf(exampleIndicator(), series, { verdict: 'no-change' }, turnoutTarget))).toEqual([
    'Deltagelsen var 70,5 % både i 2021 og i 2025. For at nå 75 % i 2029 skal tallet stige med 4,5 procentpoint ved næste valg.',
    'Turnout was 70.5% both in 2021 and in 2025. To reach 75% in 2029, the figure must rise by 4.5 percentage points at the next election.',
  ])
})

test('a change within the band is called almost unchanged, in the number of its subject', () => {
  const series = figures(['2023', 70.1], ['2025', 70.5])
  expect(say(findingOf(yearly(), series, { verdict: 'stable' }))[0]).toMatch(
    /^Deltagelsen var næsten uændret: 70,1 % i 2023 og 70,5 % i 2025\./,
  )
  // 64.4 less 63.4 is a little more than 1 to a computer, but the band is 1.
  expect(say(findingOf(yearly(), figures(['2023', 63.4], ['2025', 64.4]), { verdict: 'stable' }))[0]).toMatch(
    /^Deltagelsen var næsten uændret: 63,4 % i 2023 og 64,4 % i 2025\./,
  )
  const plural = yearly({ subject: { da: 'Andelene', en: 'The shares' }, plural: { da: true, en: true } })
  const [da, en] = say(findingOf(plural, series, { verdict: 'stable' }))
  expect(da).toMatch(/^Andelene var næsten uændrede: 70,1 % i 2023 og 70,5 % i 2025\./)
  expect(en).toMatch(/^The shares were almost unchanged: 70.1% in 2023 and 70.5% in 2025\./)
})

test('a trend that goes another way than its two ends is said to', () => {
  const series = figures(['2021', 70], ['2022', 60], ['2023', 62], ['2024', 65], ['2025', 69])
  expect(say(findingOf(yearly(), series, { verdict: 'improving' }))).toEqual([
    'Deltagelsen var 70,0 % i 2021 og 69,0 % i 2025, men steg igen fra 2024 til 2025. Tendensen i perioden er stigende. Der er ikke fastsat et måltal, så kun udviklingens retning vurderes.',
    'Turnout was 70.0% in 2021 and 69.0% in 2025, but rose again from 2024 to 2025. The trend over the period is upward. No target has been set, so only the direction of change is assessed.',
  ])
  expect(
    say(
      findingOf(yearly({ direction: 'towards', towards: 50 }), figures(['2023', 70], ['2024', 60], ['2025', 66]), {
        verdict: 'stable',
      }),
    )[0],
  ).toContain('Der er ingen klar tendens i perioden.')
})

test('a change that reads as large as its limit is told without numbers', () => {
  const shares = yearly({ direction: 'decrease', unit: 'ratio', decimals: 2 })
  const series = figures(['2015', 0.21], ['2019', 0.22], ['2025', 0.24])
  const { judgement, ...rest } = findingOf(shares, series, { verdict: 'stable' })
  const inputs = { ...judgement.inputs, change: 0.0199, noChangeBand: 0.02 }
  expect(say({ ...rest, judgement: { ...judgement, inputs } })[0]).toContain('Der er ingen klar tendens i perioden.')
})

test('where the two ends differ and the trend counts as none, the change that was judged is told with its limit', () => {
  const observations = figures(
    ['2009-11-17', 67.4],
    ['2013-11-19', 73.8],
    ['2017-11-21', 72.0],
    ['2021-11-16', 68.6],
    ['2025-11-18', 70.5],
  ).map((figure) => observed(figure))
  const indicator = exampleIndicator()
  const judgement = judge({ indicator, series: '217', observations, target: null, override: null, on: '2026-11-30' })
  const finding = { indicator, judgement, observations, target: null }
  expect(judgement.verdict).toBe('stable')
  const limit =
    'Den typiske ændring mellem alle målinger i perioden er −0,7 procentpoint, og den skal være over 2,0 procentpoint for at tælle.'
  expect(say(finding)[0]).toContain(`67,4 % i 2009 og 70,5 % i 2025. ${limit}`)
  expect(say(finding)[1]).toContain(
    'The typical change between all measurements of the period is −0.7 percentage points, and it must exceed 2.0 percentage points to count.',
  )
  expect(movementOf(finding)?.explanation?.da.replaceAll('\u00A0', ' ')).toBe(limit)
})

test('a change that may be chance among the people counted is not called an error of a survey', () => {
  const finding = findingOf(yearly(), figures(['2021', 29.8], ['2025', 38.5]), { verdict: 'stable', uncertain: true })
  expect(say(finding)[0]).toContain(
    'steg fra 29,8 % i 2021 til 38,5 % i 2025, men ændringen er så lille, at den kan være tilfældig.',
  )
  expect(say(finding)[1]).toContain(
    'rose from 29.8% in 2021 to 38.5% in 2025, but the change is so small that it may be chance.',
  )
  expect(movementOf(finding)?.explanation?.da).toBe('Ændringen er så lille, at den kan være tilfældig.')
})

test('a change within a survey’s margin of error', () => {
  const series = figures(['2021', 61], ['2025', 62.5])
  const finding = findingOf(
    yearly(),
    series,
    { verdict: 'no-change', uncertain: true },
    targetOf('2029', 70, { period: '2021', value: 61 }),
    series.map((figure) => observed(figure, { margin: 2 })),
  )
  expect(say(finding)).toEqual([
    'Deltagelsen steg fra 61,0 % i 2021 til 62,5 % i 2025, men ændringen er inden for den statistiske usikkerhed. For at nå 70 % i 2029 skal tallet stige med 7,5 procentpoint.',
    'Turnout rose from 61.0% in 2021 to 62.5% in 2025, but the change is within the margin of error. To reach 70% by 2029, the figure must rise by 7.5 percentage points.',
  ])
})

test('negative figures carry a real minus sign', () => {
  expect(
    say(
      findingOf(yearly({ unit: 'percentage-point' }), figures(['2021', -2], ['2025', 1.5]), { verdict: 'improving' }),
    )[0],
  ).toContain('steg fra −2,0 i 2021 til 1,5 procentpoint i 2025')
})

test('the latest figure is told even where nothing entered the computation', () => {
  const finding = findingOf(
    exampleIndicator(),
    [],
    { verdict: 'not-assessed', reason: 'baseline-missing' },
    turnoutTarget,
    [observed(election2025)],
  )
  expect(say(finding)[0]).toBe(
    'Deltagelsen var 70,5 % i 2025. Tallet, som målet regnes fra, mangler, så udviklingen kan ikke vurderes. For at nå 75 % i 2029 skal tallet stige med 4,5 procentpoint ved næste valg.',
  )
})

test('a Danish relative clause is closed before the verb', () => {
  const subject = { da: 'Andelen, der ofte føler sig ensomme', en: 'The share who often feel lonely' }
  const series = figures(['2019', 11], ['2025', 8.8])
  const [da, en] = say(findingOf(yearly({ subject, direction: 'decrease' }), series, { verdict: 'improving' }))
  expect(da).toMatch(/^Andelen, der ofte føler sig ensomme, faldt fra/)
  expect(en).toMatch(/^The share who often feel lonely fell from/)
  const one = findingOf(yearly({ subject }), series.slice(1), { verdict: 'not-assessed', reason: 'too-few-points' })
  expect(say(one)[0]).toMatch(/ensomme, var 8,8 %/)
})

test('a score names its scale, and 1 is said to be parity', () => {
  const score = yearly({ unit: 'score', limits: { lower: 1, upper: 5 }, subject: { da: 'Trivslen', en: 'Wellbeing' } })
  expect(say(findingOf(score, figures(['2022', 3.9], ['2025', 4.1]), { verdict: 'improving' }))[0]).toMatch(
    /^Trivslen steg fra 3,9 i 2022 til 4,1 \(skala 1–5\) i 2025\./,
  )
  const ratio = yearly({ unit: 'ratio', direction: 'towards', towards: 1 })
  const target = targetOf('2029', 1, { period: '2022', value: 0.8 })
  const [da, en] = say(findingOf(ratio, figures(['2022', 0.8], ['2025', 0.9]), { verdict: 'on-track' }, target))
  expect(da).toContain('For at nå 1 (ligelig fordeling) i 2029')
  expect(en).toContain('To reach 1 (parity) by 2029')
})

test.each([
  [50, '50'],
  // Both read 52.0, but the difference is more than rounding explains.
  [52.03, '52,03'],
])('a decided baseline that is not the measurement is named as decided (%d)', (decided, told) => {
  const series = figures(['2015', 51.96], ['2025', 56])
  const finding = findingOf(
    yearly(),
    series,
    { verdict: 'behind' },
    targetOf('2030', 60, { period: '2015', value: decided }),
  )
  const baseline = { period: '2015', value: decided, time: 2015.5 }
  const judged = { ...finding, judgement: { ...finding.judgement, inputs: { ...finding.judgement.inputs, baseline } } }
  expect(say(judged)[0]).toContain(`steg fra det besluttede udgangspunkt på ${told} % i 2015 til 56,0 % i 2025`)
  expect(say(judged)[1]).toContain(
    `rose from the decided baseline of ${told.replace(',', '.')}% in 2015 to 56.0% in 2025`,
  )
})

const variant = (kind: 'without-latest' | 'later-baseline' | 'other-method', differs = false) => ({
  kind,
  method: 'latest-two' as const,
  omitted: kind === 'other-method' ? null : '2021',
  verdict: 'stable' as const,
  reason: null,
  differs,
})

test('only what was tried is said to leave the assessment the same', () => {
  expect(sameSentence([], 'year')).toBeNull()
  expect(sameSentence([variant('other-method')], 'year')).toEqual({
    da: 'Vurderingen er den samme med metoden “De to seneste målinger”.',
    en: 'The assessment is the same by the method “The two latest measurements”.',
  })
  expect(
    sameSentence([variant('without-latest'), variant('later-baseline'), variant('other-method')], 'year')?.da,
  ).toBe(
    'Vurderingen er den samme, når det nyeste tal udelades, når der regnes fra 2021, og med metoden “De to seneste målinger”.',
  )
  expect(sameSentence([variant('without-latest')], 'year')?.en).toBe(
    'The assessment is the same without the latest figure.',
  )
  expect(sameSentence([variant('without-latest'), variant('other-method', true)], 'year')).toBeNull()
})

test('figures that swing more than they move have no certain direction', () => {
  const series = figures(['2021', 50], ['2022', 58], ['2023', 49], ['2024', 57], ['2025', 52])
  expect(say(findingOf(yearly(), series, { verdict: 'unclear' }))).toEqual([
    'Deltagelsen var 50,0 % i 2021 og 52,0 % i 2025, men faldt igen fra 2024 til 2025. Tallene svinger så meget, at retningen ikke er sikker. Der er ikke fastsat et måltal, så kun udviklingens retning vurderes.',
    'Turnout was 50.0% in 2021 and 52.0% in 2025, but fell again from 2024 to 2025. The figures vary so much that the direction is not certain. No target has been set, so only the direction of change is assessed.',
  ])
})

test('of two or three figures the latest change is told, and that they are too few', () => {
  const few = { verdict: 'not-assessed', reason: 'few-points' } as const
  const three = figures(['2017-11-21', 71.99], ['2021-11-16', 68.57], ['2025-11-18', 70.49])
  expect(say(findingOf(exampleIndicator(), three, few))).toEqual([
    'Deltagelsen steg med 1,9 procentpoint fra 68,6 % i 2021 til 70,5 % i 2025; tre målinger er for få til at tale om en udvikling.',
    'Turnout rose by 1.9 percentage points from 68.6% in 2021 to 70.5% in 2025; three measurements are too few to speak of a development.',
  ])
  expect(say(findingOf(exampleIndicator(), three.slice(1), few))[0]).toMatch(/; to målinger er for få/)
  expect(say(findingOf(yearly(), figures(['2024', 70], ['2025', 70]), few))[0]).toBe(
    'Deltagelsen var 70,0 % både i 2024 og i 2025; to målinger er for få til at tale om en udvikling.',
  )
})

test('a target whose year has passed without a figure is neither on its way nor told to rise', () => {
  const series = figures(['2012', 60], ['2019', 69])
  const target = targetOf('2020', 70, { period: '2012', value: 60 })
  expect(say(findingOf(yearly(), series, { verdict: 'overdue' }, target))).toEqual([
    'Deltagelsen steg fra 60,0 % i 2012 til 69,0 % i 2019. Om målet på 70 % i 2020 blev nået, kan ikke siges, for der er endnu intet tal for 2020. Det seneste tal lå 1,0 procentpoint under målet.',
    'Turnout rose from 60.0% in 2012 to 69.0% in 2019. It cannot be said whether the target of 70% in 2020 was met, as there is no figure for 2020 yet. The latest figure was 1.0 percentage points below it.',
  ])
})

test('figures that are all withheld are said to be about too few people, never to be missing', () => {
  const finding = findingOf(yearly(), [], { verdict: 'not-assessed', reason: 'suppressed' })
  expect(say(finding)).toEqual([
    'Tallene handler om for få personer til, at de kan vises.',
    'The figures are about too few people to be shown.',
  ])
})

test('past what is aimed at to its other side is said', () => {
  const band = bandOf('2029', 40, 60, { period: '2015', value: 70 })
  const across = figures(['2015', 70], ['2025', 30])
  expect(say(findingOf(yearly({ direction: 'maintain' }), across, { verdict: 'wrong-way' }, band))[0]).toContain(
    'faldt fra 70,0 % i 2015 til 30,0 % i 2025 og ligger nu under målet i stedet for over.',
  )
  const women = yearly({ direction: 'towards', towards: 50 })
  const [da, en] = say(findingOf(women, figures(['2015', 70], ['2025', 45]), { verdict: 'improving' }))
  expect(da).toContain('og ligger nu under 50 % i stedet for over, men er tættere på.')
  expect(en).toContain('and is now below 50% instead of above, but closer.')
})

test('a target whose baseline lies before a break says so, and tells the change since the break', () => {
  const series = figures(['2020', 70], ['2022', 74], ['2025', 76])
  const judged = { verdict: 'not-assessed', reason: 'break', breakAt: '2022' } as const
  expect(say(findingOf(yearly(), series, judged, targetOf('2030', 80, { period: '2020', value: 70 })))).toEqual([
    'Deltagelsen steg fra 74,0 % i 2022 til 76,0 % i 2025. Målets udgangspunkt, 2020, ligger før et brud i serien, 2022, så udviklingen mod målet kan ikke vurderes.',
    'Turnout rose from 74.0% in 2022 to 76.0% in 2025. The target’s baseline, 2020, lies before a break in the series, 2022, so the development towards the target cannot be assessed.',
  ])
})
