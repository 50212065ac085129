import { compareEntries, compareIndicator } from '@pejling/domain/release/compare'
import { IndicatorDocument, IndicatorsDocument } from '@pejling/domain/release/documents'
import { lateOn } from '@pejling/domain/release/late'
import { danishDay } from '@pejling/domain/period/danish-day'
import { documentPath } from '@pejling/domain/release/paths'
import type { ReleaseChangesDocument } from '@pejling/domain/release/release'
import type { ReleaseStore } from './release-store.ts'

/** What is not in a release as it was in an earlier one; `since` 0 is before the first. */
export function releaseChanges(store: ReleaseStore, since: number, release: number): ReleaseChangesDocument {
  const documents = compareEntries(store.entries(since), store.entries(release))
  const json = (hash: string): unknown => {
    const document = store.document(hash)
    return document && JSON.parse(document.bytes.toString())
  }
  const indicator = (hash: string | null) => (hash === null ? null : IndicatorDocument.nullable().parse(json(hash)))
  const all = store.version(documentPath.indicators, release)?.hash ?? null
  const summaries = all === null ? [] : IndicatorsDocument.parse(json(all)).indicators
  const indicators = documents
    .filter(({ path }) => /^indicators\/[^/]+$/.test(path))
    .flatMap(({ before, after }) => compareIndicator(indicator(before), indicator(after)) ?? [])
  const made = store.release(release)
  const late = made ? lateOn(summaries, danishDay(made.publishedAt)) : []
  const shown = (hash: string | null): string | null => (hash === null ? null : store.shownHash(hash))
  return {
    since,
    release,
    documents: documents.map(({ path, before, after }) => ({ path, before: shown(before), after: shown(after) })),
    indicators,
    late,
  }
}
