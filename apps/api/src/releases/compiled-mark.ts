import { compilerVersion } from '@pejling/domain/compile/compile'

/*
 * What `compilations.compiler` says: the version of the compiler, and where a verdict depends on the day, the day until which
 * what it made holds, as `7 until 2030-01-01`.
 */

const between = ' until '

/** The mark of a compilation by the present compiler. `holdsUntil`: the first day it no longer holds; `null`: it holds. */
export const compiledMark = (holdsUntil: string | null): string =>
  holdsUntil === null ? compilerVersion : `${compilerVersion}${between}${holdsUntil}`

/** Whether a compilation was made by the present compiler. */
export const isOfThisCompiler = (mark: string): boolean => mark.split(between)[0] === compilerVersion

/** Whether a compilation still holds on a day, `2026-02-12`. */
export function stillHolds(mark: string, on: string): boolean {
  const until = mark.split(between)[1]
  return isOfThisCompiler(mark) && (until === undefined || on < until)
}
