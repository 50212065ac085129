import type { Observation } from '../observation/observation.ts'
import type { Judgement } from './assessment.ts'
import { assess } from './assess.ts'
import { isTrendMethod, targetMethods, trendMethods } from './case.ts'
import type { Case, MethodResult } from './case.ts'
import { comparableHistory } from './points.ts'

type Variant = Judgement['variants'][number]

function withoutLatest(question: Case, observations: readonly Observation[], latest: string): Case {
  const earlier = observations.filter((observation) => observation.period !== latest)
  return { ...question, history: comparableHistory(question.indicator, earlier) }
}

function withLaterBaseline(question: Case, baselineTime: number): { moved: Case; to: string } | null {
  const { target, history, method } = question
  const points = history.points.filter((point) => point.time > baselineTime)
  const [next] = points
  if (!next) return null
  const moved =
    target && !isTrendMethod(method)
      ? { ...question, target: { ...target, baseline: { period: next.period, value: next.value } } }
      : { ...question, history: { ...history, points } }
  return { moved, to: next.period }
}

/** Whether the verdict was tried without the latest point, and every variant gives the same. */
export function isStable(variants: readonly Variant[]): boolean {
  return variants.some(({ kind }) => kind === 'without-latest') && variants.every(({ differs }) => !differs)
}

/**
 * The verdict had one thing been otherwise: without the latest point, from one point later than the baseline (or
 * the first point of a trend's window), and by each other method that applies. What could not be assessed so
 * says nothing and is left out; a case that has no verdict itself has no variants.
 */
export function variantsOf(
  question: Case,
  finding: MethodResult,
  observations: readonly Observation[],
): readonly Variant[] {
  const latest = question.history.points.at(-1)
  if (!latest || finding.verdict === 'not-assessed') return []
  const methods = isTrendMethod(question.method) ? trendMethods : targetMethods
  const later = finding.baseline && withLaterBaseline(question, finding.baseline.time)
  const others = methods.filter((method) => method !== question.method)
  const candidates: readonly { kind: Variant['kind']; omitted: string | null; question: Case }[] = [
    {
      kind: 'without-latest',
      omitted: latest.period,
      question: withoutLatest(question, observations, latest.period),
    },
    ...(later ? [{ kind: 'later-baseline' as const, omitted: later.to, question: later.moved }] : []),
    ...others.map((method) => ({ kind: 'other-method' as const, omitted: null, question: { ...question, method } })),
  ]
  return candidates
    .map((candidate): Variant => {
      const { verdict, reason } = assess(candidate.question)
      const { kind, omitted } = candidate
      const differs = verdict !== finding.verdict
      return { kind, method: candidate.question.method, omitted, verdict, reason, differs }
    })
    .filter(({ verdict }) => verdict !== 'not-assessed' && verdict !== 'no-data')
}
