import type { Verdict } from '../progress/assessment.ts'
import type { Text } from '../text.ts'

/** What a goal is counted as in the sentence over all goals. */
type Standing = 'wrong' | 'overdue' | 'flat' | 'unclear' | 'slow' | 'right' | 'reached' | 'not-assessed' | 'no-data'

const standingOf: Readonly<Record<Verdict, Standing>> = {
  'wrong-way': 'wrong',
  worsening: 'wrong',
  'no-change': 'flat',
  stable: 'flat',
  behind: 'slow',
  'too-slow': 'slow',
  overdue: 'overdue',
  improving: 'right',
  unclear: 'unclear',
  'on-track': 'right',
  reached: 'reached',
  'not-assessed': 'not-assessed',
  'no-data': 'no-data',
}

/** A predicate in both languages. The Danish verb stands before the number where the clause comes first. */
interface Predicate {
  readonly da: readonly [verb: string, rest: string]
  readonly en: readonly [one: string, other: string]
}

/** In the order they are told in: what goes the wrong way first, what cannot be said last. */
const predicates: readonly (readonly [Standing, Predicate])[] = [
  ['wrong', { da: ['går', 'den forkerte vej'], en: ['is moving the wrong way', 'are moving the wrong way'] }],
  [
    'overdue',
    {
      da: ['har', 'passeret målåret uden nye tal'],
      en: ['has passed its target year without a figure', 'have passed their target year without a figure'],
    },
  ],
  ['flat', { da: ['står', 'stille'], en: ['is standing still', 'are standing still'] }],
  ['unclear', { da: ['har', 'ingen sikker retning'], en: ['has no certain direction', 'have no certain direction'] }],
  ['slow', { da: ['går', 'for langsomt frem'], en: ['is moving too slowly', 'are moving too slowly'] }],
  ['right', { da: ['går', 'den rigtige vej'], en: ['is moving the right way', 'are moving the right way'] }],
  ['reached', { da: ['er', 'nået'], en: ['has been reached', 'have been reached'] }],
  ['not-assessed', { da: ['kan', 'ikke vurderes endnu'], en: ['cannot be assessed yet', 'cannot be assessed yet'] }],
  ['no-data', { da: ['mangler', 'tal'], en: ['has no figures yet', 'have no figures yet'] }],
]

/** Clauses in a row: `a`, `a, og b`, `a, b, og c`; in English without the comma before two. */
function joined(clauses: readonly string[], locale: 'da' | 'en'): string {
  const [last, rest] = [clauses.at(-1) ?? '', clauses.slice(0, -1)]
  if (rest.length === 0) return last
  if (locale === 'da') return `${rest.join(', ')}, og ${last}`
  return rest.length === 1 ? `${rest[0]} and ${last}` : `${rest.join(', ')}, and ${last}`
}

/** Where all goals stand alike. */
function allAlike(total: number, { da: [verb, rest], en: [one, other] }: Predicate): Text {
  if (total === 1) return { da: `Målet ${verb} ${rest}.`, en: `The goal ${one}.` }
  return total === 2
    ? { da: `Begge mål ${verb} ${rest}.`, en: `Both goals ${other}.` }
    : { da: `Alle ${total} mål ${verb} ${rest}.`, en: `All ${total} goals ${other}.` }
}

/**
 * The finding over all goals, from the verdict of each: “Af 15 mål går 1 den forkerte vej, 2 står stille, 1 går den rigtige
 * vej, og 11 mangler tal.” The numbers add up to all goals. A goal without figures and one whose figures are not
 * assessed are counted apart.
 */
export function frameworkSentence(verdicts: readonly Verdict[]): Text {
  const total = verdicts.length
  const counted = predicates
    .map(([standing, predicate]) => ({
      predicate,
      count: verdicts.filter((verdict) => standingOf[verdict] === standing).length,
    }))
    .filter(({ count }) => count > 0)
  const [first, second] = counted
  if (first === undefined) return { da: 'Der er ingen mål endnu.', en: 'There are no goals yet.' }
  if (second === undefined) return allAlike(total, first.predicate)
  const da = counted.map(
    (
      {
        count,
        predicate: {
          da: [verb, rest],
        },
      },
      index,
    ) => (index === 0 ? `${verb} ${count} ${rest}` : `${count} ${verb} ${rest}`),
  )
  const en = counted.map(
    ({
      count,
      predicate: {
        en: [one, other],
      },
    }) => `${count} ${count === 1 ? one : other}`,
  )
  return { da: `Af ${total} mål ${joined(da, 'da')}.`, en: `Of ${total} goals, ${joined(en, 'en')}.` }
}
