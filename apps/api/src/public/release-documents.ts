import type { Release, ReleaseDocument, ReleasesDocument } from '@pejling/domain/release/release'
import { countChanges } from '@pejling/domain/sentence/count-changes'
import { changesSentence } from '@pejling/domain/sentence/changes-sentence'
import type { Text } from '@pejling/domain/text'
import { releaseChanges } from '../releases/release-changes.ts'
import type { WithdrawalsDocument } from '@pejling/domain/release/withdrawal'
import type { ReleaseStore } from '../releases/release-store.ts'

/*
 * What can be said of the releases themselves. None of it is a document of a release: it is made from the store's lists,
 * for the API and for the pages alike.
 */

/** The releases up to and with one, newest first. */
export function releasesDocument(store: ReleaseStore, upTo: number): ReleasesDocument {
  return { releases: store.releases(upTo) }
}

/** A release with its list of documents, each by the hash it may be told by. */
export function releaseDocument(store: ReleaseStore, release: Release): ReleaseDocument {
  const documents = store.entries(release.number).map(({ path, hash }) => {
    const shown = store.shownHash(hash)
    return { path, hash: shown, ...(shown !== hash && { replaced: true as const }) }
  })
  return { release, documents }
}

/** The figures that were withdrawn from a release after it had been published. */
export function withdrawalsDocument(store: ReleaseStore, release: number): WithdrawalsDocument {
  const own = new Set(store.entries(release).map(({ hash }) => hash))
  const shown = store
    .withdrawals()
    .filter(({ documents }) => documents.some(({ hash }) => own.has(hash)))
    .map((withdrawal) => ({
      ...withdrawal,
      documents: withdrawal.documents.map(({ hash, replacement, salted }) => ({
        hash: store.shownHash(hash),
        replacement: store.shownHash(replacement),
        salted,
      })),
    }))
  return { withdrawals: shown }
}

const first: Text = { da: 'Den første udgivelse: alt er nyt.', en: 'The first release: everything is new.' }

/** What a release changed, in a sentence. */
export function releaseInWords(store: ReleaseStore, release: number): Text {
  return release === 1 ? first : changesSentence(countChanges(releaseChanges(store, release - 1, release)))
}

const withdrawalsPath = /^releases\/(\d{1,7})\/withdrawals$/
const changesPath = /^releases\/(\d{1,7})\/changes\?since=(\d{1,7})$/

/** What stands at a path below `/api/v1/` that tells of releases; `undefined` where the path is of another kind or names none. */
export function readReleases(store: ReleaseStore, path: string, latest: number): unknown {
  if (path === 'releases') return releasesDocument(store, latest)
  const [, withdrawnFrom] = withdrawalsPath.exec(path) ?? []
  if (withdrawnFrom !== undefined) return withdrawalsDocument(store, Number(withdrawnFrom))
  const [, number = '', since = ''] = changesPath.exec(path) ?? []
  const release = number === '' ? null : store.release(Number(number))
  return release && Number(since) < release.number ? releaseChanges(store, Number(since), release.number) : undefined
}
