import { compareEntries } from '@pejling/domain/release/compare'
import {
  ActionPlanDocument,
  FrameworkDocument,
  GoalDocument,
  IdeasDocument,
  IndicatorDocument,
} from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { ReleaseEntry } from '@pejling/domain/release/release'
import { withoutSalt } from '@pejling/domain/release/salt'
import { compareTexts, type PublishedTexts, type TextChange } from '@pejling/domain/release/text-changes'
import { readPublished } from './published-documents.ts'
import type { ReleaseStore } from './release-store.ts'

function readTexts(store: ReleaseStore, entries: readonly ReleaseEntry[]): PublishedTexts {
  const at = (pattern: RegExp): string[] => entries.flatMap(({ path, hash }) => (pattern.test(path) ? [hash] : []))
  const [profile] = at(/^profile$/).map((hash) => withoutSalt(store.document(hash)?.bytes.toString() ?? ''))
  return {
    profile: profile ?? null,
    frameworks: at(/^frameworks\//).flatMap((hash) => readPublished(store, hash, FrameworkDocument) ?? []),
    goals: at(/^goals\//).flatMap((hash) => readPublished(store, hash, GoalDocument) ?? []),
    indicators: at(/^indicators\/[^/]+$/).flatMap((hash) => readPublished(store, hash, IndicatorDocument) ?? []),
    actionPlans: at(/^action-plans\//).flatMap((hash) => readPublished(store, hash, ActionPlanDocument) ?? []),
    ideas:
      entries
        .filter(({ path }) => path === documentPath.ideas)
        .flatMap(({ hash }) => readPublished(store, hash, IdeasDocument) ?? [])[0] ?? null,
  }
}

/** The texts that are otherwise in a release than in an earlier one; `since` 0 is before the first. */
export function textChanges(store: ReleaseStore, since: number, release: number): TextChange[] {
  const [before, after] = [store.entries(since), store.entries(release)]
  // What is the same document says the same texts.
  const changed = new Set(compareEntries(before, after).map(({ path }) => path))
  const read = (entries: readonly ReleaseEntry[]): PublishedTexts =>
    readTexts(
      store,
      entries.filter(({ path }) => changed.has(path)),
    )
  return compareTexts(read(before), read(after))
}
