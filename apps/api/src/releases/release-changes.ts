import { compareEntries, compareIndicator } from '@pejling/domain/release/compare'
import { IndicatorDocument, IndicatorsDocument } from '@pejling/domain/release/documents'
import { lateOn } from '@pejling/domain/release/late'
import { danishDay } from '@pejling/domain/period/danish-day'
import { documentPath } from '@pejling/domain/release/paths'
import type { IndicatorChange, ReleaseChangesDocument } from '@pejling/domain/release/release'
import { LRUCache } from 'lru-cache'
import type { ReleaseStore, StoredDocument } from './release-store.ts'

/** How many changed figures are remembered in all: some tens of megabytes. */
const figuresKept = 100_000

interface Compared {
  readonly change: IndicatorChange | null
}

/** What changed from one document to another, by the hashes of both: it is the same in whatever releases they stand. */
const compared = new LRUCache<string, Compared>({
  maxSize: figuresKept,
  sizeCalculation: ({ change }) => 1 + (change?.observations.length ?? 0),
})

const jsonOf = ({ bytes }: StoredDocument): unknown => JSON.parse(bytes.toString())

function indicatorChange(before: StoredDocument | null, after: StoredDocument | null): IndicatorChange | null {
  const name = `${before?.hash} ${after?.hash}`
  const known = compared.get(name)
  if (known) return known.change
  const [was, is] = [before, after].map((document) => document && IndicatorDocument.parse(jsonOf(document)))
  const change = compareIndicator(was ?? null, is ?? null)
  compared.set(name, { change })
  return change
}

/** What is not in a release as it was in an earlier one; `since` 0 is before the first. */
export function releaseChanges(store: ReleaseStore, since: number, release: number): ReleaseChangesDocument {
  const documents = compareEntries(store.entries(since), store.entries(release))
  const stored = (hash: string | null): StoredDocument | null => (hash === null ? null : store.document(hash))
  const all = stored(store.version(documentPath.indicators, release)?.hash ?? null)
  const summaries = all === null ? [] : IndicatorsDocument.parse(jsonOf(all)).indicators
  const indicators = documents
    .filter(({ path }) => /^indicators\/[^/]+$/.test(path))
    .flatMap(({ before, after }) => indicatorChange(stored(before), stored(after)) ?? [])
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
