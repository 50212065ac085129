import { compareEntries, compareIndicator } from '@pejling/domain/release/compare'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import type {
  Release,
  ReleaseChangesDocument,
  ReleaseDocument,
  ReleasesDocument,
} from '@pejling/domain/release/release'
import type { ReleaseStore } from '../releases/release-store.ts'

/*
 * What can be said of the releases themselves. None of it is a document of a release: it is made from the store's lists,
 * for the API and for the pages alike.
 */

/** The releases up to and with one, newest first. */
export function releasesDocument(store: ReleaseStore, upTo: number): ReleasesDocument {
  return { releases: store.releases(upTo) }
}

/** A release with its list of documents. */
export function releaseDocument(store: ReleaseStore, release: Release): ReleaseDocument {
  return { release, documents: store.entries(release.number) }
}

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

const changesPath = /^releases\/(\d{1,7})\/changes\?since=(\d{1,7})$/

/** What stands at a path below `/api/v1/` that tells of releases; `undefined` where the path is of another kind or names none. */
export function readReleases(store: ReleaseStore, path: string, latest: number): unknown {
  if (path === 'releases') return releasesDocument(store, latest)
  const [, number = '', since = ''] = changesPath.exec(path) ?? []
  const release = number === '' ? null : store.release(Number(number))
  return release && Number(since) < release.number ? releaseChanges(store, Number(since), release.number) : undefined
}
