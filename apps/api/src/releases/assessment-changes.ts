import type { Verdict } from '@pejling/domain/progress/assessment'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { Text } from '@pejling/domain/text'
import { readPublished } from './published-documents.ts'
import type { ReleaseStore } from './release-store.ts'

/** An assessment as readers see it. */
interface ShownAssessment {
  readonly verdict: Verdict
  readonly sentence: Text
}

/** How an indicator's assessment reads before and after; `null`: it is not there. */
export interface AssessmentChange {
  readonly indicator: string
  readonly before: ShownAssessment | null
  readonly after: ShownAssessment | null
}

function shownIn(store: ReleaseStore, release: number, slug: string): ShownAssessment | null {
  const version = store.version(documentPath.indicator(slug), release)
  const [assessment] = (version && readPublished(store, version.hash, IndicatorDocument)?.assessments) ?? []
  return assessment ? { verdict: assessment.verdict, sentence: assessment.sentence } : null
}

/** Of some indicators, those whose assessment, or the sentence that says it, is otherwise in a release than in an earlier one. */
export function assessmentChanges(
  store: ReleaseStore,
  since: number,
  release: number,
  indicators: readonly string[],
): AssessmentChange[] {
  return indicators.flatMap((indicator) => {
    const [before, after] = [shownIn(store, since, indicator), shownIn(store, release, indicator)]
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ indicator, before, after }]
  })
}
