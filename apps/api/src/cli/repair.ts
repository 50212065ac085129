import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import type { ReleaseWords } from '../releases/release-words.ts'
import { repairReleases } from '../releases/repair-release.ts'

/**
 * Settles the words of releases that cannot be shown as they were written, and says which; `given` are words for some of them, by
 * number. Returns the exit code. Throws a ReleaseWordsError.
 */
export function repair(db: Database, given: ReadonlyMap<number, ReleaseWords>, print: (line: string) => void): number {
  const repaired = repairReleases(db, system, given)
  for (const { number, title, written } of repaired) {
    print(`Release ${number} was published as ${written.title}; it is shown as "${title.da}" / "${title.en}".`)
  }
  const missed = [...given.keys()].filter((number) => repaired.every((one) => one.number !== number))
  for (const number of missed)
    print(`Release ${number} is not there, or is shown as it was written; nothing was changed.`)
  if (repaired.length === 0 && missed.length === 0) {
    print('Every release is shown as it was written, or has been repaired before.')
  }
  return missed.length === 0 ? 0 : 1
}
