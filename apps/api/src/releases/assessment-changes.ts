import { IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { ReleaseChangesDocument } from '@pejling/domain/release/release'
import type { AssessmentChange } from '@pejling/domain/workspace/answers'
import { readPublished } from './published-documents.ts'
import type { ReleaseStore } from './release-store.ts'

/** The finding of an indicator's headline in a release; `null`: the release does not have the indicator. */
function findingIn(store: ReleaseStore, indicator: string, release: number): AssessmentChange['after'] {
  const version = store.version(documentPath.indicator(indicator), release)
  const [headline] = (version && readPublished(store, version.hash, IndicatorDocument))?.assessments ?? []
  return headline ? { verdict: headline.verdict, sentence: headline.sentence } : null
}

/** The findings that are otherwise in a release than in an earlier one, with their sentences. */
export function assessmentChanges(
  store: ReleaseStore,
  since: number,
  release: number,
  { indicators }: Pick<ReleaseChangesDocument, 'indicators'>,
): AssessmentChange[] {
  return indicators
    .map(({ indicator, name }) => ({
      indicator,
      name,
      before: findingIn(store, indicator, since),
      after: findingIn(store, indicator, release),
    }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
}
