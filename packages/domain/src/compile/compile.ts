import { planName, type ActionPlan } from '../action-plan/action-plan.ts'
import type { Idea } from '../idea.ts'
import { decisionsOf, type MeetingDocument } from '../meeting/meeting.ts'
import type { GoalComment } from '../comment.ts'
import { compareAreas } from './compare-areas.ts'
import type { Comparison } from '../comparison/comparison.ts'
import type { Area } from '../area.ts'
import { derive } from '../derived/derive.ts'
import type { DerivationInput } from '../derived/derive.ts'
import { representationOf } from '../derived/representation.ts'
import type { Dimension } from '../dimension.ts'
import type { Earlier, LinkedIndicator } from '../disclosure/earlier.ts'
import { protect } from '../disclosure/protect.ts'
import { removeRevealingTexts, stillSuppressed } from '../disclosure/revealing-texts.ts'
import { byNumber, type FocusArea, type Framework, type Goal } from '../framework.ts'
import { publishedIndicator, type Indicator } from '../indicator/indicator.ts'
import { hasValue, type Observation } from '../observation/observation.ts'
import { midpoint, periodOf } from '../period/period.ts'
import type { Assessment, Override } from '../progress/assessment.ts'
import { countVerdicts, goalVerdict } from '../progress/goal.ts'
import { judge } from '../progress/judge.ts'
import { comparableHistory } from '../progress/points.ts'
import { describe } from '../sentence/assessment-sentence.ts'
import { comparisonWords, peopleSentences } from '../sentence/comparison-sentence.ts'
import { derivationWords } from '../sentence/derivation-words.ts'
import { notAssessedWords } from '../sentence/verdict-words.ts'
import { frameworkSentence } from '../sentence/framework-sentence.ts'
import type { Provenance, Source } from '../source/source.ts'
import { followBenchmark } from '../target/follow.ts'
import type { Target } from '../target/target.ts'
import type { SeriesObservations } from '../series-observations.ts'
import type {
  ActionPlanDocument,
  ActionPlansDocument,
  FrameworkDocument,
  FrameworksDocument,
  GoalDocument,
  IdeasDocument,
  GoalSummary,
  IndicatorDocument,
  IndicatorsDocument,
  IndicatorSummary,
  ObservationsDocument,
} from '../release/documents.ts'
import { nearestFigure } from '../release/nearest-figure.ts'

/*
 * From the workspace's definitions and figures to the documents of a release. Everything here is a pure function:
 * the same material always gives the same documents, and so the same hashes.
 */

/**
 * Version of what stands in this file and of everything it calls. Raise it when the same material gives other documents
 * than before: the next publication then compiles every indicator again.
 */
export const compilerVersion = '7'

/** Everything an indicator's documents are made of. */
export interface IndicatorMaterial {
  readonly demonstration: boolean
  /** The day of the release, `2026-02-12`: what is judged by it is judged as of that day. */
  readonly on: string
  readonly indicator: Indicator
  readonly goals: readonly { readonly goal: Goal; readonly focusArea: FocusArea }[]
  readonly sources: readonly Source[]
  readonly provenances: readonly Provenance[]
  readonly areas: readonly Area[]
  readonly dimensions: readonly Dimension[]
  readonly targets: readonly Target[]
  readonly overrides: readonly { readonly series: string; readonly override: Override }[]
  /** The headline first, each with its observations in the order of their periods. */
  readonly series: readonly SeriesObservations[]
  /** What a derived indicator is computed from, as it is published; none for others. */
  readonly inputs: readonly (DerivationInput & { readonly indicator: Indicator })[]
  /** What earlier releases have told already. */
  readonly earlier: Earlier
  /** What has been told already of other indicators that count the same people. */
  readonly linked: readonly LinkedIndicator[]
}

/** The documents of one indicator, and the summary that lists and goals show of it. */
export interface CompiledIndicator {
  readonly document: IndicatorDocument
  readonly observations: ObservationsDocument
  readonly summary: IndicatorSummary
}

/** What verdicts and summaries are made of. */
type AssessedMaterial = Pick<IndicatorMaterial, 'on' | 'indicator' | 'series' | 'targets' | 'overrides'>

function observationsOf(material: Pick<IndicatorMaterial, 'series'>, series: string): readonly Observation[] {
  return material.series.find((candidate) => candidate.key === series)?.observations ?? []
}

function assess(material: AssessedMaterial, series: string, target: Target | null): Assessment {
  const { indicator } = material
  const observations = observationsOf(material, series)
  const override = material.overrides.find((candidate) => candidate.series === series)?.override ?? null
  const judgement = judge({ indicator, series, observations, target, override, on: material.on })
  return { ...judgement, ...describe({ indicator, judgement, observations, target }) }
}

/** Every verdict on an indicator: the headline's first, then one for each target on another series. */
export function compileAssessments(material: AssessedMaterial): [Assessment, ...Assessment[]] {
  const { indicator, targets } = material
  const own = targets.find((target) => target.series === indicator.area) ?? null
  const others = targets.filter((target) => target !== own)
  return [assess(material, indicator.area, own), ...others.map((target) => assess(material, target.series, target))]
}

/** Why there is no figure: that all are suppressed, or else what the indicator says of it; nothing where there is one. */
function whyThereIsNone(
  { withoutFigures }: Indicator,
  { reason }: Assessment,
  isMeasured: boolean,
): Pick<IndicatorSummary, 'withoutFigures'> {
  if (reason === 'suppressed') return { withoutFigures: notAssessedWords.suppressed }
  return isMeasured || withoutFigures === undefined ? {} : { withoutFigures }
}

/** An indicator in the few words that lists and goals have of it. */
export function summarise(
  material: Pick<IndicatorMaterial, 'indicator' | 'series'>,
  assessment: Assessment,
  target: Target | null,
  goals: IndicatorDocument['goals'],
  comparison: Comparison | null,
): IndicatorSummary {
  const { indicator } = material
  const points = observationsOf(material, indicator.area)
  const latest = points.findLast(hasValue)
  const previous = comparableHistory(indicator, points).points.at(-2)
  const nearestOf = goals.flatMap(({ number, nearest }) => (nearest ? [{ goal: number, reason: nearest }] : []))
  return {
    slug: indicator.slug,
    name: indicator.name,
    goals: goals.map((goal) => goal.number),
    headlineOf: goals.filter((goal) => goal.headline).map((goal) => goal.number),
    ...(nearestOf.length > 0 && { nearestOf }),
    kind: indicator.kind,
    unit: indicator.unit,
    decimals: indicator.decimals,
    noun: indicator.noun,
    periodKind: indicator.cadence.periodKind,
    everyYears: indicator.cadence.everyYears,
    direction: indicator.direction,
    verdict: assessment.verdict,
    provisional: assessment.provisional,
    sentence: assessment.sentence,
    latest: latest
      ? { period: latest.period, value: latest.value, status: latest.status, margin: latest.margin }
      : null,
    previous: previous ? { period: previous.period, value: previous.value } : null,
    movement: assessment.movement,
    target: target?.target ?? null,
    comparison: comparison && comparisonWords(comparison),
    people: comparison && peopleSentences(comparison),
    breakAt: assessment.breakAt,
    points: points.map(({ period, value, status }) => ({ period, value, status })),
    nextExpectedOn: indicator.nextExpectedOn,
    nextExpectedNote: indicator.nextExpectedNote,
    ...whyThereIsNone(indicator, assessment, latest !== undefined),
    retired: indicator.retiredOn !== null,
  }
}

function lineageOf({ indicator, inputs, dimensions, areas }: IndicatorMaterial): IndicatorDocument['lineage'] {
  if (indicator.derived === null) return null
  const indicators = inputs.map(({ indicator: { slug, name } }) => ({ slug, name }))
  return { words: derivationWords(indicator.derived, { indicators, dimensions, areas }), inputs: indicators }
}

/**
 * Compiles an indicator: its verdicts, its sentences, and the documents that carry them. What would tell of too few people is
 * suppressed first, so that nothing that follows can rest on it.
 */
export function compileIndicator(workspace: IndicatorMaterial): CompiledIndicator {
  const { dimensions, inputs, earlier } = workspace
  const own = workspace.indicator.derived === null ? workspace.series : derive(workspace.indicator, inputs, dimensions)
  const { series: shown, withheld: suppressed } = protect({ ...workspace, series: own })
  const hidden = [...suppressed, ...stillSuppressed(earlier, shown)]
  const material = removeRevealingTexts({ ...workspace, series: shown }, own, hidden)
  const { demonstration, indicator, series } = material
  const targets = material.targets.map((target) => followBenchmark(target, series))
  const headlineTarget = targets.find((target) => target.series === indicator.area) ?? null
  const assessments = compileAssessments({ ...material, targets })
  const goals = indicator.goals.flatMap(({ goal: slug, ...role }) => {
    const found = material.goals.find(({ goal }) => goal.slug === slug)
    if (!found) return []
    return [{ number: found.goal.number, text: found.goal.text, focusArea: found.focusArea.title, ...role }]
  })
  const used = new Set(series.flatMap(({ observations }) => observations.map(({ provenance }) => provenance)))
  const provenances = material.provenances.filter(({ slug }) => used.has(slug))
  const representation = representationOf(indicator, inputs, dimensions)
  const usedAreas = new Set([indicator.area, ...series.map(({ area }) => area)])
  const areas = material.areas.filter(({ code }) => usedAreas.has(code))
  const municipalities = material.areas.filter(({ kind }) => kind === 'municipality').length
  const [assessment] = assessments
  const comparison = compareAreas({ indicator, areas, series, assessment, target: headlineTarget, municipalities })
  const usedDimensions = new Set(series.flatMap(({ categories }) => Object.keys(categories)))
  return {
    document: {
      demonstration,
      indicator: publishedIndicator(indicator),
      goals,
      sources: indicator.sources.flatMap((slug) => material.sources.filter((source) => source.slug === slug)),
      provenances,
      viaThirdParty: provenances.some(({ viaThirdParty }) => viaThirdParty),
      areas,
      dimensions: material.dimensions.filter(
        ({ slug }) =>
          indicator.dimensions.includes(slug) || usedDimensions.has(slug) || slug === representation?.dimension,
      ),
      targets: [...targets],
      assessments,
      series: [...series],
      lineage: lineageOf(material),
      representation,
      comparison,
    },
    observations: {
      demonstration,
      indicator: indicator.slug,
      unit: indicator.unit,
      periodKind: indicator.cadence.periodKind,
      dimensions: [...usedDimensions].sort(),
      observations: series.flatMap(({ area, categories, observations }) =>
        observations.map((observation) => ({ area, categories, ...observation })),
      ),
      withheld: [...suppressed],
    },
    summary: summarise(material, assessment, headlineTarget, goals, comparison),
  }
}

/** A policy with its parts, as the workspace holds it. */
export interface FrameworkMaterial {
  readonly demonstration: boolean
  readonly framework: Framework
  readonly focusAreas: readonly FocusArea[]
  readonly goals: readonly Goal[]
  readonly comments: readonly GoalComment[]
  readonly actionPlans: readonly ActionPlan[]
  readonly ideas: readonly Idea[]
  readonly meetings: readonly MeetingDocument[]
}

/** A goal with the verdict its indicators give it. */
export function summariseGoal(goal: Goal, summaries: readonly IndicatorSummary[]): GoalSummary {
  const { slug, number, focusArea, text, formerNumbers, retiredOn } = goal
  const ofGoal = summaries.filter((summary) => summary.goals.includes(goal.number) && !summary.retired)
  const { verdict, headline } = goalVerdict(
    ofGoal.map((summary) => ({
      slug: summary.slug,
      verdict: summary.verdict,
      headline: summary.headlineOf.includes(goal.number),
    })),
  )
  const nearest = nearestFigure(goal, ofGoal)
  // Where a figure is shown, the goal is not without data: it has none it can be assessed by.
  const shown = nearest && verdict === 'no-data' ? 'not-assessed' : verdict
  return {
    slug,
    number,
    focusArea,
    text,
    ...(formerNumbers && { formerNumbers }),
    ...(retiredOn !== undefined && { retiredOn }),
    verdict: shown,
    counts: countVerdicts(ofGoal.map((summary) => summary.verdict)),
    headline,
    ...(nearest && { nearest }),
    indicators: ofGoal.map((summary) => summary.slug),
  }
}

/** After every day there is. */
const always = '9999-12-31'

/** What has been said, done, wished and decided of a goal; each left out where there is none. */
function aroundGoal(
  { slug, number, formerNumbers = [] }: Goal,
  { comments, actionPlans, ideas, meetings }: FrameworkMaterial,
): Pick<GoalDocument, 'comments' | 'actions' | 'ideas' | 'decisions'> {
  const said = comments.filter(({ goal }) => goal === slug).sort((a, b) => b.year - a.year)
  const actions = [...actionPlans]
    .sort((a, b) => b.year - a.year)
    .flatMap(({ year, mark, actions: own }) =>
      own.filter(({ goals }) => goals.includes(slug)).map((action) => ({ year, mark, action })),
    )
  const wished = newestIdeas(ideas.filter(({ goals }) => goals.includes(slug)))
  const decisions = [number, ...formerNumbers].flatMap((goal) => decisionsOf({ kind: 'goal', goal }, meetings, always))
  return {
    ...(said.length > 0 && { comments: said }),
    ...(actions.length > 0 && { actions }),
    ...(wished.length > 0 && {
      ideas: wished.map(({ slug: idea, title, voicedOn }) => ({ slug: idea, title, voicedOn })),
    }),
    ...(decisions.length > 0 && { decisions }),
  }
}

const newestIdeas = (ideas: readonly Idea[]): Idea[] =>
  [...ideas].sort((a, b) => (a.voicedOn < b.voicedOn || (a.voicedOn === b.voicedOn && a.slug > b.slug) ? 1 : -1))

/** The list of ideas from citizens, newest first. */
export function compileIdeas(ideas: readonly Idea[], demonstration: boolean): IdeasDocument {
  return { demonstration, ideas: newestIdeas(ideas) }
}

/** The summaries of the indicators that measure any of some goals. */
export function summariesOf(
  goals: readonly Pick<Goal, 'number'>[],
  summaries: readonly IndicatorSummary[],
): IndicatorSummary[] {
  const numbers = new Set(goals.map(({ number }) => number))
  return summaries.filter((summary) => summary.goals.some((number) => numbers.has(number)))
}

/** What a policy says of its indicators together: how many have which verdict, and how far their figures go. */
export function aboutIndicators(
  ofFramework: readonly IndicatorSummary[],
): Pick<FrameworkDocument, 'indicatorCounts' | 'figuresUntil'> {
  return {
    indicatorCounts: countVerdicts(ofFramework.filter(({ retired }) => !retired).map(({ verdict }) => verdict)),
    figuresUntil: latestYear(ofFramework),
  }
}

/** Compiles a policy's own document and one for each goal, from the summaries of the indicators. */
export function compileFramework(
  material: FrameworkMaterial,
  summaries: readonly IndicatorSummary[],
): { readonly document: FrameworkDocument; readonly goals: readonly GoalDocument[] } {
  const { demonstration, framework } = material
  const everything = material.focusAreas
    .filter((focusArea) => focusArea.framework === framework.slug)
    .sort((a, b) => a.position - b.position)
    .map((focusArea) => {
      const goals = material.goals
        .filter((goal) => goal.focusArea === focusArea.slug)
        .sort(byNumber)
        .map((goal) => summariseGoal(goal, summaries))
      return { focusArea, goals }
    })
  // What has been retired keeps its page; the policy itself no longer names or counts it.
  const focusAreas = everything
    .filter(({ focusArea }) => focusArea.retiredOn === undefined)
    .map((entry) => ({ ...entry, goals: entry.goals.filter(({ retiredOn }) => retiredOn === undefined) }))
  const goals = focusAreas.flatMap((entry) => entry.goals)
  const headlines = new Set(goals.map((goal) => goal.headline))
  const ofFramework = summariesOf(goals, summaries)
  return {
    document: {
      demonstration,
      framework,
      sentence: frameworkSentence(goals.map((goal) => goal.verdict)),
      counts: countVerdicts(goals.map((goal) => goal.verdict)),
      ...aboutIndicators(ofFramework),
      focusAreas: focusAreas.map((entry) => ({
        ...entry.focusArea,
        counts: countVerdicts(entry.goals.map((goal) => goal.verdict)),
        goals: entry.goals,
      })),
      headlines: ofFramework.filter((summary) => headlines.has(summary.slug)),
    },
    goals: everything.flatMap((entry) =>
      entry.goals.map((goal) => ({
        demonstration,
        framework: { slug: framework.slug, title: framework.title },
        focusArea: entry.focusArea,
        goal,
        indicators: summaries.filter((summary) => goal.indicators.includes(summary.slug)),
        ...aroundGoal(goal, material),
      })),
    ),
  }
}

/** The year of the newest figure, `2025`; `null` where there are none. */
function latestYear(summaries: readonly IndicatorSummary[]): string | null {
  const years = summaries.flatMap(({ periodKind, latest }) =>
    latest ? [Math.floor(midpoint(periodOf(periodKind, latest.period)))] : [],
  )
  return years.length === 0 ? null : String(Math.max(...years))
}

/** The list of all policies, in their order. */
export function compileFrameworks(documents: readonly FrameworkDocument[], demonstration: boolean): FrameworksDocument {
  return {
    demonstration,
    frameworks: documents.map(({ framework, sentence }) => ({
      slug: framework.slug,
      mark: framework.mark,
      title: framework.title,
      organisation: framework.organisation,
      sentence,
    })),
  }
}

/** The list of all indicators, by slug. */
export function compileIndicators(summaries: readonly IndicatorSummary[], demonstration: boolean): IndicatorsDocument {
  return { demonstration, indicators: [...summaries].sort((a, b) => (a.slug < b.slug ? -1 : 1)) }
}

/** The list of action plans, newest first, and a document for each. */
export function compileActionPlans(
  actionPlans: readonly ActionPlan[],
  demonstration: boolean,
): { readonly list: ActionPlansDocument; readonly documents: readonly ActionPlanDocument[] } {
  const sorted = [...actionPlans].sort((a, b) => b.year - a.year || (planName(a) < planName(b) ? -1 : 1))
  return {
    list: {
      demonstration,
      actionPlans: sorted.map(({ year, mark, title, actions }) => ({ year, mark, title, actions: actions.length })),
    },
    documents: sorted.map((actionPlan) => ({ demonstration, actionPlan })),
  }
}
