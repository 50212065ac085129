import { z } from 'zod'
import { Action, ActionPlan, planMark, PlanName } from '../action-plan/action-plan.ts'
import { Area } from '../area.ts'
import { GoalComment } from '../comment.ts'
import { Comparison } from '../comparison/comparison.ts'
import { Idea } from '../idea.ts'
import { Decision } from '../decision.ts'
import { Dimension } from '../dimension.ts'
import { Representation } from '../derived/representation.ts'
import { FocusArea, Framework, Goal, GoalNumber } from '../framework.ts'
import { Cadence, PublishedIndicator } from '../indicator/indicator.ts'
import { Observation, ObservationStatus } from '../observation/observation.ts'
import { PeriodKind } from '../period/period.ts'
import { Assessment, Verdict, VerdictCounts } from '../progress/assessment.ts'
import { Profile } from '../profile/profile.ts'
import { Movement } from '../progress/movement.ts'
import { SeriesObservations, SuppressedFigure } from '../series-observations.ts'
import { Series } from '../series.ts'
import { Slug } from '../slug.ts'
import { Provenance, Source } from '../source/source.ts'
import { Target } from '../target/target.ts'
import { Text } from '../text.ts'
import { Unit } from '../unit/unit.ts'
import { documentSalt } from './salt.ts'

/**
 * The documents a release consists of. Each is what `GET /api/v1/<path>` answers, byte for byte.
 * None of them names the release it is in, so a document that does not change keeps its hash.
 * A field that is added has a default: documents of older releases are read as long as there are releases.
 */

/** Set on everything made from the demonstration set, so that it can never pass for real. */
const demonstration = z.boolean().describe('true: invented figures, for demonstration only')

/** A figure of the headline series, as a list shows it. */
const SummaryPoint = z
  .strictObject({ period: z.string(), value: z.number().nullable(), status: ObservationStatus })
  .meta({ id: 'SummaryPoint', description: 'A figure of the headline series.' })

/** A goal an indicator is the nearest figure to, and why it is not more than that. */
const NearestTo = z
  .strictObject({ goal: GoalNumber, reason: Text })
  .meta({ id: 'NearestTo', description: 'A goal an indicator is the nearest figure to, and why no more than that.' })

/** An indicator in a few words: what a row of a list needs. */
export const IndicatorSummary = z
  .strictObject({
    slug: Slug,
    name: Text,
    goals: z.array(GoalNumber),
    headlineOf: z.array(GoalNumber),
    // Left out where there is none, so that summaries of older releases stay the same.
    nearestOf: z
      .array(NearestTo)
      .optional()
      .describe('Goals it is shown for, unjudged, while their headline indicators have no figures'),
    kind: PublishedIndicator.shape.kind,
    unit: Unit,
    decimals: PublishedIndicator.shape.decimals,
    noun: PublishedIndicator.shape.noun,
    periodKind: PeriodKind,
    everyYears: Cadence.shape.everyYears.default(null),
    direction: PublishedIndicator.shape.direction,
    verdict: Verdict,
    provisional: z.boolean(),
    sentence: Text,
    latest: z
      .strictObject({
        period: z.string(),
        value: z.number(),
        status: ObservationStatus,
        margin: Observation.shape.margin.default(null),
      })
      .nullable(),
    previous: z
      .strictObject({ period: z.string(), value: z.number() })
      .nullable()
      .describe('The comparable point before the latest'),
    movement: Movement.nullable()
      .default(null)
      .describe('The change that stands beside the verdict; null: nothing to compare with, or an older release'),
    target: z.strictObject({ period: z.string(), value: z.number() }).nullable(),
    comparison: Text.nullable()
      .default(null)
      .describe('How the latest figure lies against the country’s, and its place among the municipalities'),
    people: Text.nullable()
      .default(null)
      .describe('What the change since last time and the distance to the target amount to in whole people'),
    breakAt: z
      .string()
      .nullable()
      .default(null)
      .describe('The period from which figures can be compared with the latest; null: all can'),
    points: z.array(SummaryPoint).describe('The headline series, oldest first'),
    nextExpectedOn: PublishedIndicator.shape.nextExpectedOn,
    nextExpectedNote: PublishedIndicator.shape.nextExpectedNote,
    withoutFigures: PublishedIndicator.shape.withoutFigures,
    retired: z.boolean(),
  })
  .meta({ id: 'IndicatorSummary', description: 'An indicator in a few words.' })
export type IndicatorSummary = z.infer<typeof IndicatorSummary>

/** `/indicators` */
export const IndicatorsDocument = z
  .strictObject({ demonstration, indicators: z.array(IndicatorSummary), salt: documentSalt })
  .meta({ id: 'IndicatorsDocument', description: 'All published indicators.' })
export type IndicatorsDocument = z.infer<typeof IndicatorsDocument>

/** A goal as its indicator names it. */
const IndicatorGoal = z
  .strictObject({
    number: GoalNumber,
    text: Text,
    focusArea: Text,
    headline: z.boolean(),
    nearest: Text.optional().describe('Why it is the nearest figure to the goal and does not decide its verdict'),
  })
  .meta({ id: 'IndicatorGoal', description: 'A goal an indicator measures.' })

/** `/indicators/{slug}` */
export const IndicatorDocument = z
  .strictObject({
    demonstration,
    indicator: PublishedIndicator,
    goals: z.array(IndicatorGoal),
    sources: z.array(Source),
    provenances: z.array(Provenance),
    viaThirdParty: z
      .boolean()
      .describe('Whether any figure came by way of a third party and awaits renewal from its producer'),
    areas: z.array(Area),
    dimensions: z.array(Dimension),
    targets: z.array(Target),
    assessments: z
      .array(Assessment)
      .min(1)
      .describe('The headline’s first, then one for each target on another series'),
    series: z.array(SeriesObservations).describe('The headline first, then benchmarks, then breakdowns'),
    lineage: z
      .strictObject({ words: Text, inputs: z.array(z.strictObject({ slug: Slug, name: Text })) })
      .nullable()
      .default(null)
      .describe('What a derived indicator is computed from, and how; null: it is not derived'),
    representation: Representation.nullable()
      .default(null)
      .describe('The groups behind an indicator of parity or dissimilarity'),
    comparison: Comparison.nullable()
      .default(null)
      .describe('Its own figures against those of other areas, and in people; null: there is nothing to compare with'),
    salt: documentSalt,
  })
  .meta({
    id: 'IndicatorDocument',
    description: 'One indicator: definition, targets, verdicts with their inputs, and figures.',
  })
export type IndicatorDocument = z.infer<typeof IndicatorDocument>

/** A figure with the area and the groups it is about. */
const ObservationRow = z
  .strictObject({ ...Series.shape, ...Observation.shape })
  .meta({ id: 'ObservationRow', description: 'A figure, with the area and the groups it is about.' })

/** `/indicators/{slug}/observations`: a flat table, one row per figure. */
export const ObservationsDocument = z
  .strictObject({
    demonstration,
    indicator: Slug,
    unit: Unit,
    periodKind: PeriodKind,
    dimensions: z.array(Slug),
    observations: z.array(ObservationRow),
    withheld: z
      .array(SuppressedFigure)
      .default([])
      .describe('Figures there are but that would tell of too few people; their status is Q'),
    salt: documentSalt,
  })
  .meta({ id: 'ObservationsDocument', description: 'The figures of an indicator, one row each.' })
export type ObservationsDocument = z.infer<typeof ObservationsDocument>

/** A goal with its indicators and what follows from them. */
export const GoalSummary = z
  .strictObject({
    ...Goal.shape,
    verdict: Verdict,
    counts: VerdictCounts,
    headline: Slug.nullable().describe('The indicator the verdict was taken from; null: none is headline'),
    nearest: z
      .strictObject({ indicator: Slug, reason: Text })
      .optional()
      .describe('The nearest figure, shown unjudged because no headline indicator has figures; left out: none'),
    indicators: z.array(Slug),
  })
  .meta({ id: 'GoalSummary', description: 'A goal with the verdict taken from its headline indicators.' })
export type GoalSummary = z.infer<typeof GoalSummary>

/** `/goals/{number}` */
export const GoalDocument = z
  .strictObject({
    demonstration,
    framework: z.strictObject({ slug: Slug, title: Text }),
    focusArea: FocusArea,
    goal: GoalSummary,
    indicators: z.array(IndicatorSummary),
    // Left out where there are none, so that documents of goals no one has commented on stay the same bytes.
    comments: z.array(GoalComment).optional().describe('The administration’s comments, the newest year first'),
    actions: z
      .array(z.strictObject({ year: ActionPlan.shape.year, mark: planMark, action: Action }))
      .optional()
      .describe('What is and was done about it, the newest plan first'),
    ideas: z
      .array(Idea.pick({ slug: true, title: true, voicedOn: true }))
      .optional()
      .describe('Ideas from citizens'),
    decisions: z.array(Decision).optional().describe('What committees have decided in public, the newest first'),
    salt: documentSalt,
  })
  .meta({ id: 'GoalDocument', description: 'One goal and its indicators.' })
export type GoalDocument = z.infer<typeof GoalDocument>

/** A focus area with its goals. */
const FocusAreaSummary = z
  .strictObject({ ...FocusArea.shape, counts: VerdictCounts, goals: z.array(GoalSummary) })
  .meta({ id: 'FocusAreaSummary', description: 'A focus area with its goals and their verdicts.' })

/** `/frameworks/{slug}` */
export const FrameworkDocument = z
  .strictObject({
    demonstration,
    framework: Framework,
    sentence: Text.describe('The finding over all goals'),
    counts: VerdictCounts.describe('Goals by verdict'),
    indicatorCounts: VerdictCounts.describe('Indicators by verdict'),
    figuresUntil: z.string().nullable().describe('The latest period any figure is from'),
    focusAreas: z.array(FocusAreaSummary),
    headlines: z.array(IndicatorSummary).describe('The indicators the goals’ verdicts were taken from'),
    salt: documentSalt,
  })
  .meta({ id: 'FrameworkDocument', description: 'A policy: focus areas, goals and verdict counts.' })
export type FrameworkDocument = z.infer<typeof FrameworkDocument>

/** A policy in a few words. */
const FrameworkSummary = z
  .strictObject({
    slug: Slug,
    mark: Framework.shape.mark,
    title: Text,
    organisation: Framework.shape.organisation,
    sentence: Text,
  })
  .meta({ id: 'FrameworkSummary', description: 'A policy in a few words, with its finding.' })

/** `/frameworks` */
export const FrameworksDocument = z
  .strictObject({ demonstration, frameworks: z.array(FrameworkSummary), salt: documentSalt })
  .meta({ id: 'FrameworksDocument', description: 'All policies of this installation.' })
export type FrameworksDocument = z.infer<typeof FrameworksDocument>

/** An action plan in a few words. */
const ActionPlanSummary = z
  .strictObject({ year: ActionPlan.shape.year, mark: planMark, title: Text, actions: z.int().nonnegative() })
  .meta({ id: 'ActionPlanSummary', description: 'An action plan and how many actions it has.' })

/** `/action-plans` */
export const ActionPlansDocument = z
  .strictObject({ demonstration, actionPlans: z.array(ActionPlanSummary), salt: documentSalt })
  .meta({ id: 'ActionPlansDocument', description: 'All published action plans.' })
export type ActionPlansDocument = z.infer<typeof ActionPlansDocument>

/** `/action-plans/{name}` */
export const ActionPlanDocument = z
  .strictObject({ demonstration, actionPlan: ActionPlan, salt: documentSalt })
  .meta({ id: 'ActionPlanDocument', description: 'The actions of one year.' })
export type ActionPlanDocument = z.infer<typeof ActionPlanDocument>

/** `/ideas` */
export const IdeasDocument = z
  .strictObject({ demonstration, ideas: z.array(Idea), salt: documentSalt })
  .meta({ id: 'IdeasDocument', description: 'Ideas from citizens, the newest first.' })
export type IdeasDocument = z.infer<typeof IdeasDocument>

/** The present name of an indicator, goal, policy or action plan that had another address before. */
export const RedirectDocument = z
  .union([
    z.strictObject({ indicator: Slug, salt: documentSalt }),
    z.strictObject({ goal: GoalNumber, salt: documentSalt }),
    z.strictObject({ framework: Slug, salt: documentSalt }),
    z.strictObject({ actionPlan: PlanName, salt: documentSalt }),
  ])
  .meta({ id: 'RedirectDocument', description: 'The present name of what had another address before.' })
export type RedirectDocument = z.infer<typeof RedirectDocument>

/** What a redirect leads to, by its kind and its present name. */
export function redirectTarget(redirect: RedirectDocument): {
  readonly kind: 'indicator' | 'goal' | 'framework' | 'actionPlan'
  readonly name: string
} {
  if ('goal' in redirect) return { kind: 'goal', name: redirect.goal }
  if ('framework' in redirect) return { kind: 'framework', name: redirect.framework }
  if ('actionPlan' in redirect) return { kind: 'actionPlan', name: redirect.actionPlan }
  return { kind: 'indicator', name: redirect.indicator }
}

/** `/profile` as a release has it: how the site presents itself. The document's salt is no part of that and is left out when it is read. */
export const ProfileDocument = Profile.strip()
