import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import type { ReleaseWords } from '../releases/release-words.ts'
import { repairReleases } from '../releases/repair-release.ts'

/**
 * Gives a readable title and note to releases that were published without, and prints which; `given` holds texts for some of them,
 * by number. Returns the exit code. Throws a ReleaseWordsError.
 */
export function repair(db: Database, given: ReadonlyMap<number, ReleaseWords>, print: (line: string) => void): number {
  const repaired = repairReleases(db, system, given)
  for (const { number, title, written } of repaired) {
    print(
      `Release ${number} was published with the title ${written.title}; it is now shown as "${title.da}" / "${title.en}".`,
    )
  }
  const missed = [...given.keys()].filter((number) => repaired.every((one) => one.number !== number))
  for (const number of missed)
    print(`Release ${number} does not exist, or its title and note need no repair; nothing was changed.`)
  if (repaired.length === 0 && missed.length === 0) {
    print('No release needs repair.')
  }
  return missed.length === 0 ? 0 : 1
}
