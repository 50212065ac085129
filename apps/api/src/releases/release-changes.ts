import { compareEntries, compareIndicator } from '@pejling/domain/release/compare'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import type { ReleaseChangesDocument } from '@pejling/domain/release/release'
import type { ReleaseStore } from './release-store.ts'

/** What is not in a release as it was in an earlier one; `since` 0 is before the first. */
export function releaseChanges(store: ReleaseStore, since: number, release: number): ReleaseChangesDocument {
  const documents = compareEntries(store.entries(since), store.entries(release))
  const indicator = (hash: string | null) => {
    const document = hash === null ? null : store.document(hash)
    return document && IndicatorDocument.parse(JSON.parse(document.bytes.toString()))
  }
  const indicators = documents
    .filter(({ path }) => /^indicators\/[^/]+$/.test(path))
    .flatMap(({ before, after }) => compareIndicator(indicator(before), indicator(after)) ?? [])
  return { since, release, documents, indicators }
}
