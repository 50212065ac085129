import { z } from 'zod'
import { Movement } from './movement.ts'
import { SeriesKey } from '../series.ts'
import { ProgressMethod } from '../target/target.ts'
import { Text } from '../text.ts'

/** How it goes. The first seven need a target, the next four only a trend; see docs/method.md for each. */
export const Verdict = z
  .enum([
    'reached',
    'on-track',
    'behind',
    'too-slow',
    'no-change',
    'wrong-way',
    'overdue',
    'improving',
    'stable',
    'unclear',
    'worsening',
    'not-assessed',
    'no-data',
  ])
  .meta({ id: 'Verdict', description: 'How it goes; see /om for what each means.' })
export type Verdict = z.infer<typeof Verdict>

/** From the poorest to the best. A goal takes the poorest of its headline indicators; the last two count only where there is nothing else. */
export const poorestFirst: readonly Verdict[] = [
  'wrong-way',
  'worsening',
  'too-slow',
  'overdue',
  'no-change',
  'stable',
  'unclear',
  'behind',
  'improving',
  'on-track',
  'reached',
  'not-assessed',
  'no-data',
]

/** Why there is no verdict. Shown to the reader. */
export const NotAssessedReason = z
  .enum([
    'context',
    'too-few-points',
    'few-points',
    'suppressed',
    'break',
    'target-is-baseline',
    'no-band',
    'method-undefined',
    'baseline-missing',
    'benchmark-missing',
  ])
  .meta({ id: 'NotAssessedReason', description: 'Why an indicator that has figures is not assessed.' })
export type NotAssessedReason = z.infer<typeof NotAssessedReason>

/** A point that entered a computation: its period, its time as a decimal year, its value in the indicator's unit. */
export const AssessedPoint = z
  .strictObject({ period: z.string(), time: z.number(), value: z.number() })
  .meta({ id: 'AssessedPoint', description: 'A point that entered the computation; `time` is a decimal year.' })
export type AssessedPoint = z.infer<typeof AssessedPoint>

/** What a “no clear change” band rests on. */
export const NoChangeSource = z.enum(['own', 'standard', 'survey', 'counts', 'one-person']).meta({
  id: 'NoChangeSource',
  description:
    'own: the indicator’s own; standard: the one of its unit; survey: the margin of error; counts: the margin of the difference between two shares (Newcombe 1998); one-person: one person more or less.',
})
export type NoChangeSource = z.infer<typeof NoChangeSource>

const Limits = z.strictObject({ low: z.number(), high: z.number() })

/** What a verdict was computed from, so that anyone can compute it again. Numbers are at full precision. */
export const AssessmentInputs = z
  .strictObject({
    points: z.array(AssessedPoint).describe('The comparable points used, oldest first'),
    baseline: AssessedPoint.nullable(),
    latest: AssessedPoint.nullable(),
    target: AssessedPoint.nullable(),
    targetBand: Limits.nullable(),
    noChangeBand: z.number().nullable().describe('The “no clear change” band, in the indicator’s unit'),
    noChangeSource: NoChangeSource.optional().describe(
      'What that band rests on; left out where there is none, and in releases before method version 2',
    ),
    change: z.number().nullable().describe('Change that was judged, in the indicator’s unit'),
    changeLimits: Limits.optional().describe(
      'The 80 % limits of the change over the window, by `trend` from version 2 on',
    ),
    observedBaseline: AssessedPoint.optional().describe(
      'The figure observed in the period of the baseline, where another value was decided',
    ),
    ratio: z.number().nullable().describe('Actual pace ÷ needed pace, or what the method has in its place'),
    score: z.number().nullable().describe('−5..5, for the cagr methods'),
  })
  .meta({ id: 'AssessmentInputs', description: 'What the verdict was computed from.' })
export type AssessmentInputs = z.infer<typeof AssessmentInputs>

/** The verdict had one thing been otherwise. */
export const Variant = z
  .strictObject({
    kind: z.enum(['without-latest', 'later-baseline', 'other-method']),
    method: ProgressMethod,
    omitted: z.string().nullable().describe('The period left out or moved to'),
    verdict: Verdict,
    reason: NotAssessedReason.nullable(),
    differs: z.boolean(),
    sentence: Text.nullable().describe('Said where the verdict differs'),
  })
  .meta({ id: 'Variant', description: 'The verdict had one thing been otherwise.' })
export type Variant = z.infer<typeof Variant>

/** What can be said of when a target is reached if the line goes on as it has. */
export const Reaching = z.enum(['reached', 'in-year', 'not-within-50-years', 'disagrees', 'not-told']).meta({
  id: 'Reaching',
  description:
    'reached: it is; in-year: see reachesTargetIn; disagrees: the line and the assessment point different ways, so no year is told; not-told: no target, its time has passed, or nobody knows when the next figures come.',
})
export type Reaching = z.infer<typeof Reaching>

/** Where the line goes if it goes on as it has. Theil–Sen slope through the points since the baseline, 80 % interval. */
export const Projection = z
  .strictObject({
    slope: z.number().describe('Per year, in the indicator’s unit'),
    from: AssessedPoint,
    points: z.array(z.strictObject({ time: z.number(), value: z.number(), low: z.number(), high: z.number() })),
    reachesTargetIn: z
      .int()
      .nullable()
      .describe(
        'Year in which the target is reached at this pace, one in which something is measured; null: see `reaching`',
      ),
    reaching: Reaching.optional().describe('Left out in releases before method version 2'),
  })
  .meta({ id: 'Projection', description: 'Where the line goes if it goes on as it has.' })
export type Projection = z.infer<typeof Projection>

/** A person's verdict beside the computed one, with its public reason. It lapses when the next observation arrives. */
export const Override = z
  .strictObject({
    verdict: Verdict,
    reason: Text,
    latestPeriod: z.string().describe('The latest period when it was made'),
  })
  .meta({ id: 'Override', description: 'A verdict given by a person, with the public reason.' })
export type Override = z.infer<typeof Override>

/** A verdict with everything it rests on. */
export const Assessment = z
  .strictObject({
    series: SeriesKey,
    target: z.string().nullable().describe('Slug of the target it is judged against; null: by trend'),
    verdict: Verdict,
    reason: NotAssessedReason.nullable(),
    method: z.strictObject({ name: ProgressMethod, version: z.string() }),
    inputs: AssessmentInputs,
    provisional: z.boolean(),
    fewPoints: z.boolean(),
    breakAt: z
      .string()
      .nullable()
      .describe('The period at which the comparable segment begins, where earlier figures exist'),
    uncertain: z.boolean().describe('Whether the change lies within the survey’s margin of error'),
    crossed: z
      .boolean()
      .optional()
      .describe(
        'Whether the band or value aimed at was passed, and the latest value lies outside on the other side; left out where not',
      ),
    zeroReplaced: z
      .boolean()
      .optional()
      .describe('Whether a growth rate from or to 0 was computed with 0.001 in its place; left out where not'),
    stable: z
      .boolean()
      .describe('Whether the verdict was tried without the latest point, and every variant gives the same'),
    variants: z.array(Variant),
    expected: Projection.nullable(),
    override: Override.nullable(),
    sentence: Text.describe('The finding in words'),
    notes: z.array(Text).describe('How sure it is, in words'),
    movement: Movement.nullable()
      .default(null)
      .describe('The change that stands beside the verdict; null: nothing to compare with, or an older release'),
  })
  .meta({ id: 'Assessment', description: 'A verdict with everything it rests on.' })
export type Assessment = z.infer<typeof Assessment>

/** How many indicators have each verdict; verdicts without any are left out. */
export const VerdictCounts = z.partialRecord(Verdict, z.int().positive()).meta({ id: 'VerdictCounts' })
export type VerdictCounts = z.infer<typeof VerdictCounts>

/** What the arithmetic says, before it is put into words: an {@link Assessment} without its sentences. */
export type Judgement = Omit<Assessment, 'sentence' | 'notes' | 'variants' | 'movement'> & {
  readonly variants: readonly Omit<Variant, 'sentence'>[]
}
