import type { FieldChange } from '@pejling/domain/change/field-changes'
import { danishDay } from '@pejling/domain/period/danish-day'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { ReleaseChangesDocument } from '@pejling/domain/release/release'
import type { TextChange } from '@pejling/domain/release/text-changes'
import type { AssessmentChange, ChangePreview } from '@pejling/domain/workspace/answers'
import { system } from '../db/actor.ts'
import { byChangeSet } from '../db/by-change-set.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { assessmentChanges } from './assessment-changes.ts'
import { readPublished } from './published-documents.ts'
import { describedOtherwise } from './described-otherwise.ts'
import { digestCarried } from './carried.ts'
import { publish, type PublicationOrder } from './publish.ts'
import { releaseChanges } from './release-changes.ts'
import { openReleaseStore, type ReleaseStore } from './release-store.ts'
import { textChanges } from './text-changes.ts'

/** Thrown to take back what was only done to see what it would do. */
class RolledBack extends Error {
  override name = 'TakenBack'
}

const previews = byChangeSet<ReleaseChangesDocument | null>()

const nameless = { title: { da: '–', en: '–' }, note: null } as const

/** Does something to see what comes of it, and takes it back. */
export function supposing<Seen>(db: Database, look: () => Seen): Seen {
  let seen: { readonly what: Seen } | null = null
  try {
    db.sql.transaction(() => {
      seen = { what: look() }
      throw new RolledBack()
    })
  } catch (error) {
    if (!(error instanceof RolledBack) || seen === null) throw error
    const { what }: { readonly what: Seen } = seen
    return what
  }
  throw new Error('A transaction that was to be taken back was not')
}

/** Looks at the store as it would be if the given indicators, and the texts, were published now. Nothing is published. */
export function supposePublished<Seen>(
  db: Database,
  indicators: PublicationOrder['indicators'],
  look: () => Seen,
): Seen {
  return supposing(db, () => {
    publish(db, system, { ...nameless, indicators })
    return look()
  })
}

/**
 * What would be otherwise in the next release if it were made now of the given indicators, and the texts; `null`: nothing.
 * Nothing is published.
 */
export function previewPublication(
  db: Database,
  indicators: PublicationOrder['indicators'] = 'all',
): ReleaseChangesDocument | null {
  // What is late depends on the day.
  return previews(db, JSON.stringify([danishDay(db.clock()), indicators]), () =>
    supposing(db, () => {
      const store = openReleaseStore(db)
      const before = store.latestNumber()
      const release = publish(db, system, { ...nameless, indicators })
      return release && releaseChanges(store, before, release.number)
    }),
  )
}

/** What a release would bring, to be looked at before it is made. */
export interface Review {
  /** What would be otherwise in figures, verdicts and definitions; `null`: nothing would be published. */
  readonly changes: ReleaseChangesDocument | null
  /** How the assessment of each of those indicators reads before and after, where it would be otherwise. */
  readonly assessments: readonly AssessmentChange[]
  /** What of the descriptions of indicators would be otherwise, in words, by indicator. */
  readonly descriptions: ReadonlyMap<string, readonly FieldChange[]>
  /** Every text that would come out. */
  readonly texts: readonly TextChange[]
  /** Tells what the release carries from anything else it might; see {@link digestCarried}. */
  readonly seen: string
}

/**
 * Looks at what a release of the given indicators, and the texts, would bring. `all` carries those that would be otherwise.
 * Nothing is published.
 */
export function reviewPublication(db: Database, indicators: PublicationOrder['indicators']): Review {
  return supposing(db, () => {
    const store = openReleaseStore(db)
    const before = store.latestNumber()
    const release = publish(db, system, { ...nameless, indicators })
    const changes = release && releaseChanges(store, before, release.number)
    const carried = indicators === 'all' ? (changes?.indicators ?? []).map(({ indicator }) => indicator) : indicators
    return {
      changes,
      assessments: release && changes ? assessmentChanges(store, before, release.number, changes) : [],
      descriptions: release && changes ? describedOtherwise(store, before, release.number, changes) : new Map(),
      texts: release ? textChanges(store, before, release.number) : [],
      seen: digestCarried(db, carried),
    }
  })
}

/** The document of an indicator in a release; `null`: the release does not have it. */
function indicatorIn(store: ReleaseStore, indicator: string, release: number): IndicatorDocument | null {
  const version = store.version(documentPath.indicator(indicator), release)
  return version && readPublished(store, version.hash, IndicatorDocument)
}

/** What doing something to the workspace would change for readers, and what it gave. */
export interface TriedOut<Result> extends ChangePreview {
  readonly result: Result
}

/**
 * Does something to the workspace to see what it would change for readers, apart from everything else that waits to be published,
 * and takes it back: neither the change nor a release is kept. `shown` names an indicator whose document is answered, too. Throws what
 * the work throws.
 */
export function tryOut<Result>(db: Database, work: () => Result, shown: string | null = null): TriedOut<Result> {
  return supposing(db, () => {
    const store = openReleaseStore(db)
    const since = store.latestNumber()
    publish(db, system, { ...nameless, indicators: 'all' })
    const before = store.latestNumber()
    const result = work()
    const release = publish(db, system, { ...nameless, indicators: 'all' })
    const document = shown === null ? {} : { document: indicatorIn(store, shown, release?.number ?? before) }
    if (!release) return { result, changes: null, assessments: [], texts: [], ...document }
    const changes = releaseChanges(store, before, release.number)
    return {
      result,
      // What waits already was never a release that anybody could look at.
      changes: { ...changes, since },
      assessments: assessmentChanges(store, before, release.number, changes),
      texts: textChanges(store, before, release.number),
      ...document,
    }
  })
}

/** What a change of the workspace would change for readers, as {@link tryOut} says; `null`: nothing. */
export const previewChange = (db: Database, change: (changeSet: ChangeSet) => void): ReleaseChangesDocument | null =>
  tryOut(db, () => write(db, system, { action: 'preview' }, change)).changes
