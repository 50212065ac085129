import type { Verdict } from '../progress/assessment.ts'
import type { Text } from '../text/text.ts'

const rightWay: ReadonlySet<Verdict> = new Set(['reached', 'on-track', 'improving'])
const tooSlow: ReadonlySet<Verdict> = new Set(['behind', 'too-slow'])
const notMeasurable: ReadonlySet<Verdict> = new Set(['not-assessed', 'no-data'])

const areMoving = (count: number): string => (count === 1 ? 'is moving' : 'are moving')

/** The one sentence about a single goal. */
function oneGoal(verdict: Verdict): Text {
  if (notMeasurable.has(verdict)) return { da: 'Målet kan endnu ikke måles.', en: 'The goal cannot be measured yet.' }
  if (rightWay.has(verdict)) {
    return { da: 'Målet går den rigtige vej.', en: 'The goal is moving in the right direction.' }
  }
  return tooSlow.has(verdict)
    ? {
        da: 'Målet går den rigtige vej, men for langsomt.',
        en: 'The goal is moving in the right direction, but too slowly.',
      }
    : { da: 'Målet går ikke den rigtige vej.', en: 'The goal is not moving in the right direction.' }
}

/** “6 af 15 mål går den rigtige vej”, without a full stop. */
function rightWayClause(count: number, total: number): Text {
  const en = `${areMoving(count)} in the right direction`
  if (count === total) {
    return total === 2
      ? { da: 'Begge mål går den rigtige vej', en: `Both goals ${en}` }
      : { da: `Alle ${total} mål går den rigtige vej`, en: `All ${total} goals ${en}` }
  }
  return count === 0
    ? {
        da: `Ingen af de ${total} mål går den rigtige vej`,
        en: `None of the ${total} goals is moving in the right direction`,
      }
    : { da: `${count} af ${total} mål går den rigtige vej`, en: `${count} of ${total} goals ${en}` }
}

/** How many go the right way; where all that do are too slow, that is said at once. */
function finding(right: number, slow: number, total: number): Text {
  if (right > 0 || slow === 0) return rightWayClause(right, total)
  const clause = rightWayClause(slow, total)
  return { da: `${clause.da}, men for langsomt`, en: `${clause.en}, but too slowly` }
}

/** Clauses in a row: two are parted by a semicolon, three are a list. */
function joined(clauses: readonly string[], and: string): string {
  return clauses.length < 3 ? clauses.join('; ') : `${clauses.slice(0, -1).join(', ')}, ${and} ${clauses.at(-1)}`
}

/**
 * The finding over all goals, from the verdict of each: “6 af 15 mål går den rigtige vej; 7 kan endnu ikke måles.”
 * The right way is reached, on track and improving. Goals that move too slowly are counted for themselves, so that the
 * first number promises no more than it holds. Not assessed and no data are what cannot be measured yet.
 */
export function frameworkSentence(verdicts: readonly Verdict[]): Text {
  const [first] = verdicts
  const total = verdicts.length
  if (first === undefined) return { da: 'Der er ingen mål endnu.', en: 'There are no goals yet.' }
  if (total === 1) return oneGoal(first)
  const count = (set: ReadonlySet<Verdict>): number => verdicts.filter((verdict) => set.has(verdict)).length
  const [right, slow, unknown] = [count(rightWay), count(tooSlow), count(notMeasurable)]
  if (unknown === total) {
    return { da: `Ingen af de ${total} mål kan måles endnu.`, en: `None of the ${total} goals can be measured yet.` }
  }
  const clauses: Text[] = [finding(right, slow, total)]
  if (right > 0 && slow > 0)
    clauses.push({ da: `${slow} går for langsomt`, en: `${slow} ${areMoving(slow)} too slowly` })
  if (unknown > 0) clauses.push({ da: `${unknown} kan endnu ikke måles`, en: `${unknown} cannot be measured yet` })
  return {
    da: `${joined(
      clauses.map((clause) => clause.da),
      'og',
    )}.`,
    en: `${joined(
      clauses.map((clause) => clause.en),
      'and',
    )}.`,
  }
}
