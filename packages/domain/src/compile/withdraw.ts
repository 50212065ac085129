import { compareAreas } from './compare-areas.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Observation } from '../observation/observation.ts'
import { followBenchmark } from '../target/follow.ts'
import type { Text } from '../text.ts'
import { aboutIndicators, compileAssessments, summariesOf, summariseGoal, summarise } from './compile.ts'
import type { Assessment } from '../progress/assessment.ts'
import { countVerdicts } from '../progress/goal.ts'
import { frameworkSentence } from '../sentence/framework-sentence.ts'
import type {
  FrameworkDocument,
  FrameworksDocument,
  GoalDocument,
  IndicatorDocument,
  IndicatorsDocument,
  IndicatorSummary,
  ObservationsDocument,
} from '../release/documents.ts'

/*
 * Taking a figure that must not stand out of documents that have been published: the figure, and everything that was said because
 * of it. What else a document says stays as it was published. Each function answers `null` where the document does not tell of
 * the figure.
 */

/** Figures that are withdrawn: one, or for what was computed from it all of the period. */
export interface WithdrawnFigures {
  /** `null`: every series. */
  readonly series: string | null
  readonly period: string
  /** Stands where the figure stood. */
  readonly note: Text
}

/** Whether an observation says anything that can be withdrawn: a value, what it was computed from, or how sure it is. */
export const isToldOf = ({ value, numerator, denominator, sampleSize, margin }: Observation): boolean =>
  [value, numerator, denominator, sampleSize, margin].some((number) => number !== null)

const tells = (observation: Observation, { period }: WithdrawnFigures): boolean =>
  observation.period === period && isToldOf(observation)

const emptied = (period: string, footnote: Text): Observation => ({
  period,
  value: null,
  numerator: null,
  denominator: null,
  status: 'O',
  footnote,
  sampleSize: null,
  margin: null,
  provenance: null,
})

/**
 * An indicator's document without the figure, its verdicts and sentences worked out from what is left, as of the day it was
 * published, `2026-02-12`. Verdicts that do not rest on the figure stay as they were published.
 */
export function withdrawFromIndicator(
  document: IndicatorDocument,
  figures: WithdrawnFigures,
  on: string,
): IndicatorDocument | null {
  const isOf = (key: string): boolean => figures.series === null || figures.series === key
  const told = document.series.flatMap(({ key, observations }) =>
    isOf(key) ? observations.filter((one) => tells(one, figures)) : [],
  )
  // A target that begins with the figure says it, as it is or rounded; one whose start is suppressed says nothing.
  const kept = document.targets.filter(
    ({ series: key, baseline }) => baseline.value === null || baseline.period !== figures.period || !isOf(key),
  )
  if (told.length === 0 && kept.length === document.targets.length) return null
  const series = document.series.map((one) =>
    isOf(one.key)
      ? {
          ...one,
          observations: one.observations.map((observation) =>
            tells(observation, figures) ? emptied(observation.period, figures.note) : observation,
          ),
        }
      : one,
  )
  // One that follows another area is what can be followed without it.
  const targets = kept.map((target) => followBenchmark(target, series))
  const overrides = document.assessments.flatMap(({ series: key, override }) =>
    override ? [{ series: key, override }] : [],
  )
  const { areas, comparison, indicator } = document
  const [headline, ...others] = compileAssessments({ on, indicator, series, targets, overrides })
  const isSame = (target: string | null): boolean => {
    const [before, after] = [document.targets, targets].map((all) => all.find(({ slug }) => slug === target))
    return JSON.stringify(before) === JSON.stringify(after)
  }
  const untouched = (one: Assessment): Assessment =>
    document.assessments.find(
      ({ series: key, target }) => key === one.series && target === one.target && !isOf(key) && isSame(target),
    ) ?? one
  const assessment = untouched(headline)
  const target = targets.find((one) => one.series === indicator.area) ?? null
  return {
    ...document,
    series,
    targets,
    assessments: [assessment, ...others.map(untouched)],
    representation: null,
    // A release that made no comparison makes none now.
    comparison: comparison && compareAreas({ ...comparison, indicator, areas, series, assessment, target }),
  }
}

/** The flat table of an indicator's figures without the figure. */
export function withdrawFromObservations(
  document: ObservationsDocument,
  figures: WithdrawnFigures,
  keyOf: (row: ObservationsDocument['observations'][number]) => string,
): ObservationsDocument | null {
  const isTold = (row: ObservationsDocument['observations'][number]): boolean =>
    tells(row, figures) && (figures.series === null || figures.series === keyOf(row))
  if (!document.observations.some(isTold)) return null
  return {
    ...document,
    observations: document.observations.map((row) =>
      isTold(row) ? { area: row.area, categories: row.categories, ...emptied(row.period, figures.note) } : row,
    ),
  }
}

/** The few words of an indicator that lists and goals have, made again from its document. */
export function summariseAgain({
  indicator,
  series,
  targets,
  assessments,
  goals,
  comparison,
}: IndicatorDocument): IndicatorSummary | null {
  const [headline] = assessments
  const target = targets.find((one) => one.series === indicator.area) ?? null
  return headline ? summarise({ indicator, series }, headline, target, goals, comparison) : null
}

/** Summaries that have been made again, by indicator. */
export type Resummarised = ReadonlyMap<Indicator['slug'], IndicatorSummary>

function replaced(summaries: readonly IndicatorSummary[], anew: Resummarised): IndicatorSummary[] | null {
  const isTold = summaries.some((one) => {
    const now = anew.get(one.slug)
    return now !== undefined && JSON.stringify(now) !== JSON.stringify(one)
  })
  return isTold ? summaries.map((one) => anew.get(one.slug) ?? one) : null
}

/** The list of indicators with summaries made again. */
export function withdrawFromList(document: IndicatorsDocument, anew: Resummarised): IndicatorsDocument | null {
  const indicators = replaced(document.indicators, anew)
  return indicators && { ...document, indicators }
}

/** A goal's document with summaries made again, and the verdict that follows from them. */
export function withdrawFromGoal(document: GoalDocument, anew: Resummarised): GoalDocument | null {
  const indicators = replaced(document.indicators, anew)
  return indicators && { ...document, indicators, goal: summariseGoal(document.goal, indicators) }
}

const saysTheSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A policy's document with summaries made again, and what follows from them. `all` are all summaries of the release. */
export function withdrawFromFramework(
  document: FrameworkDocument,
  anew: Resummarised,
  all: readonly IndicatorSummary[],
): FrameworkDocument | null {
  const touched = new Set([...anew.values()].flatMap(({ goals }) => goals))
  if (!document.focusAreas.some((area) => area.goals.some(({ number }) => touched.has(number)))) return null
  const headlines = replaced(document.headlines, anew)
  const focusAreas = document.focusAreas.map((area) => {
    const goals = area.goals.map((goal) => (touched.has(goal.number) ? summariseGoal(goal, all) : goal))
    return { ...area, goals, counts: countVerdicts(goals.map(({ verdict }) => verdict)) }
  })
  const own = focusAreas.flatMap((area) => area.goals)
  const about = aboutIndicators(summariesOf(own, all))
  const { indicatorCounts, figuresUntil } = document
  const isTold =
    headlines !== null ||
    !saysTheSame(focusAreas, document.focusAreas) ||
    !saysTheSame(about, { indicatorCounts, figuresUntil })
  if (!isTold) return null
  const verdicts = focusAreas.flatMap(({ goals }) => goals.map(({ verdict }) => verdict))
  const before = document.focusAreas.flatMap(({ goals }) => goals.map(({ verdict }) => verdict))
  const isSame = JSON.stringify(before) === JSON.stringify(verdicts)
  return {
    ...document,
    headlines: headlines ?? document.headlines,
    focusAreas,
    counts: countVerdicts(verdicts),
    ...about,
    // The sentence is of its time; it changes only where what it says does.
    sentence: isSame ? document.sentence : frameworkSentence(verdicts),
  }
}

/** The list of policies with the sentences that follow from their documents. */
export function withdrawFromFrameworks(
  document: FrameworksDocument,
  redacted: ReadonlyMap<string, FrameworkDocument>,
): FrameworksDocument | null {
  const frameworks = document.frameworks.map((one) => ({
    ...one,
    sentence: redacted.get(one.slug)?.sentence ?? one.sentence,
  }))
  return JSON.stringify(frameworks) === JSON.stringify(document.frameworks) ? null : { ...document, frameworks }
}
