import { asc } from 'drizzle-orm'
import { authorise, type Actor } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { releases, settings } from '../db/schema.ts'
import { givenWords, givenWordsSetting } from './given-words.ts'
import { parseWords, type ReleaseWords } from './release-words.ts'
import { storedRelease } from './stored-release.ts'

/*
 * A release whose title or note cannot be shown as it was written, from before that was checked. What was written is never
 * touched: it went into the hash of the release. What is shown instead is kept beside it, and a change set says so.
 */

/** A release whose words had to be replaced, and the words it is shown with now. */
export interface RepairedRelease extends ReleaseWords {
  readonly number: number
  /** JSON, as it was published. */
  readonly written: { readonly title: string; readonly note: string | null }
}

/**
 * Settles the words of every release that cannot be shown as it was written: those given for its number, else what can be read
 * of what was written. Returns the releases that were mended; one that has been settled before is mended again only where words
 * are given for it. Throws a ReleaseWordsError, and changes nothing, where the words given cannot stand.
 */
export function repairReleases(
  db: Database,
  actor: Actor,
  given: ReadonlyMap<number, ReleaseWords> = new Map(),
): RepairedRelease[] {
  authorise(actor, 'administrator')
  return write(db, actor, { action: 'repair releases' }, (changeSet) =>
    db.sql
      .select()
      .from(releases)
      .orderBy(asc(releases.number))
      .all()
      .flatMap((row): RepairedRelease[] => {
        const { number } = row
        const before = givenWords(db, number)
        const asked = given.get(number)
        const { hashedWords: written, title, note } = storedRelease(row, null)
        if (written === undefined || (before !== null && asked === undefined)) return []
        const words = asked ? parseWords(asked) : { title, note }
        const name = givenWordsSetting(number)
        const body = JSON.stringify(words)
        db.sql
          .insert(settings)
          .values({ name, body })
          .onConflictDoUpdate({ target: settings.name, set: { body } })
          .run()
        changeSet.record('setting', name, before && JSON.stringify(before), body)
        return [{ number, ...words, written }]
      }),
  )
}
