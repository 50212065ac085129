import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Direction } from '../indicator/indicator.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { NotAssessedReason, Verdict } from '../progress/assessment.ts'
import { ProgressMethod } from '../target/target.ts'
import type { Target } from '../target/target.ts'
import { Text, locales } from '../text.ts'
import { Unit } from '../unit/unit.ts'
import { formatNumber } from '../unit/format.ts'
import { describe as describeFinding } from './assessment-sentence.ts'
import type { AssessedSeries } from './assessed-series.ts'
import { bandOf, figures, findingOf, observed, targetOf, yearly } from './assessed-series.fixture.ts'

const noun = {
  one: { da: 'partnerskab', en: 'partnership' },
  other: { da: 'partnerskaber', en: 'partnerships' },
}

function indicatorOf(unit: Unit, direction: Direction, decimals: number, plural = false): Indicator {
  return yearly({
    unit,
    direction,
    decimals,
    noun: unit === 'count' ? noun : null,
    towards: direction === 'towards' ? 50 : null,
    plural: { da: plural, en: plural },
    subject: { da: 'andelen', en: 'the share' },
  })
}

function withBand(finding: AssessedSeries, noChangeBand: number | null): AssessedSeries {
  const { judgement } = finding
  return { ...finding, judgement: { ...judgement, inputs: { ...judgement.inputs, noChangeBand } } }
}

const value = fc.double({ min: -2e7, max: 2e7, noNaN: true })
const near = fc.double({ min: -0.2, max: 0.2, noNaN: true })
const years = ['2019', '2021', '2023', '2025']

const target: fc.Arbitrary<Target | null> = fc.oneof(
  fc.constant(null),
  fc
    .tuple(fc.constantFrom('2024', '2025', '2029'), value)
    .map(([period, aim]) => targetOf(period, aim, { period: '2019', value: 0 })),
  fc
    .tuple(fc.constantFrom('2024', '2025', '2029'), value, value)
    .map(([period, a, b]) => bandOf(period, Math.min(a, b), Math.max(a, b), { period: '2019', value: 0 })),
)

const anyFinding: fc.Arbitrary<AssessedSeries> = fc
  .record({
    unit: fc.constantFrom(...Unit.options),
    direction: fc.constantFrom(...Direction.options),
    verdict: fc.constantFrom(...Verdict.options),
    reason: fc.constantFrom(...NotAssessedReason.options),
    method: fc.constantFrom(...ProgressMethod.options),
    decimals: fc.integer({ min: 0, max: 4 }),
    plural: fc.boolean(),
    values: fc.array(fc.oneof(value, near), { maxLength: 4 }),
    band: fc.oneof(fc.constant(null), fc.double({ min: 0.001, max: 1e6, noNaN: true })),
    flags: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
    variantVerdict: fc.constantFrom(...Verdict.options),
    margin: fc.oneof(fc.constant(null), fc.double({ min: 0, max: 10, noNaN: true })),
    reachesTargetIn: fc.oneof(fc.constant(null), fc.integer({ min: 2026, max: 2075 })),
    target,
  })
  .map((drawn) => {
    const series = figures(
      ...drawn.values.map((drawnValue, index): [string, number] => [years[index] ?? '', drawnValue]),
    )
    const [provisional, fewPoints, uncertain, broken] = drawn.flags
    const finding = findingOf(
      indicatorOf(drawn.unit, drawn.direction, drawn.decimals, drawn.plural),
      series,
      {
        verdict: drawn.verdict,
        reason: drawn.verdict === 'not-assessed' ? drawn.reason : null,
        method: { name: drawn.method, version: '1' },
        provisional,
        fewPoints,
        uncertain,
        breakAt: broken ? '2019' : null,
        variants: (['without-latest', 'later-baseline', 'other-method'] as const).map((kind) => ({
          kind,
          method: drawn.method,
          omitted: kind === 'other-method' ? null : '2021',
          verdict: drawn.variantVerdict,
          reason: null,
          differs: drawn.variantVerdict !== drawn.verdict,
        })),
        expected: {
          slope: 1,
          from: { period: '2019', time: 2019.5, value: 1 },
          points: [],
          reachesTargetIn: drawn.reachesTargetIn,
        },
        override: {
          verdict: 'on-track',
          reason: { da: 'nye tal ventes', en: 'new figures are due' },
          latestPeriod: '2025',
        },
      },
      drawn.target,
      series.map((figure) => observed(figure, { margin: drawn.margin, sampleSize: 1204, status: broken ? 'P' : 'A' })),
    )
    return withBand(finding, drawn.band)
  })

function textsOf(described: ReturnType<typeof describeFinding>): Text[] {
  const { sentence, notes, variants, movement } = described
  return [
    sentence,
    ...notes,
    ...variants.flatMap((variant) => variant.sentence ?? []),
    movement?.explanation ?? [],
  ].flat()
}

const danishNumber = /^\d{1,3}(?:\.\d{3})*(?:,\d+)?$|^\d{4}$/
const englishNumber = /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d{4}$/

function badlyWritten(text: string, locale: 'da' | 'en'): string[] {
  const numbers = text.match(/\d(?:[\d.,]*\d)?/g) ?? []
  return numbers.filter((number) => !(locale === 'da' ? danishNumber : englishNumber).test(number))
}

test('whatever was measured and judged, everything said is a whole and well-written sentence', () => {
  fc.assert(
    fc.property(anyFinding, (drawn) => {
      for (const text of textsOf(describeFinding(drawn))) {
        expect(Text.safeParse(text).success).toBe(true)
        for (const locale of locales) {
          const words = text[locale]
          expect(words).toMatch(/^\p{Lu}/u)
          expect(words).toMatch(/[^.]\.$/)
          expect(words).not.toMatch(/NaN|undefined|null|Infinity|\[object|\s\s|\.\.|\s[.,]|−0(?:[.,]0+)?(?![.,\d])/)
          expect(words).not.toMatch(/-\d/)
          expect(badlyWritten(words, locale)).toEqual([])
        }
      }
    }),
    { numRuns: 2000 },
  )
})

test('every verdict has a sentence for every unit and direction, with and without a target, in both languages', () => {
  const series = figures(['2019', 40], ['2021', 42], ['2025', 44])
  const aims = [null, targetOf('2029', 50, { period: '2019', value: 40 })]
  for (const verdict of Verdict.options) {
    for (const unit of Unit.options) {
      for (const direction of Direction.options) {
        for (const aim of aims) {
          const reason = verdict === 'not-assessed' ? 'context' : null
          const { sentence } = describeFinding(
            findingOf(indicatorOf(unit, direction, 1), series, { verdict, reason }, aim),
          )
          for (const locale of locales) expect(sentence[locale]).toMatch(/^\p{Lu}.*[^.]\.$/u)
        }
      }
    }
  }
})

/** The text without what it says of the latest step. */
const ofTheWhole = (text: string): string => text.replace(/, (?:men (?:steg|faldt)|but (?:rose|fell)) [^.]*/, '')

/** 1 where the text says the one, −1 where it says the other, 0 where it says neither. */
const said = (text: string, up: string, down: string): number =>
  (text.includes(up) ? 1 : 0) - (text.includes(down) ? 1 : 0)

function shownMove({ indicator, judgement: { inputs }, target: aim }: AssessedSeries): number {
  const from = (aim ? inputs.baseline : null) ?? inputs.points[0]
  const to = inputs.points.at(-1)
  if (!from || !to) return 0
  const looksSame =
    formatNumber(from.value, indicator.decimals, 'da') === formatNumber(to.value, indicator.decimals, 'da')
  return looksSame ? 0 : Math.sign(to.value - from.value)
}

function wayToTarget({ judgement: { inputs }, target: aim }: AssessedSeries): number {
  const low = aim?.target?.value ?? aim?.band?.low
  const high = aim?.target?.value ?? aim?.band?.high
  if (!inputs.latest || low === undefined || high === undefined) return 0
  return (inputs.latest.value < low ? 1 : 0) - (inputs.latest.value > high ? 1 : 0)
}

test('what is said to rise rises in the figures shown, and what is said to fall falls', () => {
  fc.assert(
    fc.property(anyFinding, (drawn) => {
      const { da, en } = describeFinding(drawn).sentence
      const words = said(ofTheWhole(da), ' steg fra ', ' faldt fra ')
      expect(said(ofTheWhole(en), ' rose from ', ' fell from ')).toBe(words)
      expect([0, shownMove(drawn)]).toContain(words)
    }),
    { numRuns: 1000 },
  )
})

test('the way to the target points from the latest figure to the target', () => {
  fc.assert(
    fc.property(anyFinding, (drawn) => {
      const { da, en } = describeFinding(drawn).sentence
      const words = said(da, ' skal tallet stige ', ' skal tallet falde ')
      expect(said(en, ' must rise ', ' must fall ')).toBe(words)
      expect([0, wayToTarget(drawn)]).toContain(words)
    }),
    { numRuns: 1000 },
  )
})
