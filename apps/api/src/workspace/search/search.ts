import { folded } from '@pejling/domain/text/folded'
import type { Text } from '@pejling/domain/text'
import type { Found } from '@pejling/domain/workspace/search'
import { planName, actionKey } from '@pejling/domain/action-plan/action-plan'
import { formatDate } from '@pejling/domain/period/period'
import { reaches } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import type { Caller } from '../../workspace-http/door.ts'
import { listPlans } from '../action-plans/action-plans.ts'
import { listDecisions } from '../decisions/decisions.ts'
import { kinds, listDefinitions, listIndicators } from '../definitions.ts'
import { listMeetings } from '../meetings/meetings.ts'
import { listWorkspacePeople } from '../people/people.ts'

/* Everything of the workspace by words. Nothing is found by whoever may not read it at its own address. */

const foundAtMost = 20

const plain = (words: string): Text => ({ da: words, en: words })

const dated = (words: string, date: string): Text => ({
  da: `${words}, ${formatDate(date, 'da')}`,
  en: `${words}, ${formatDate(date, 'en')}`,
})

const one = (kind: Found['kind'], id: string, title: Text, number: string | null = null): Found => ({
  kind,
  id,
  number,
  title,
})

const definitions = (db: Database): Found[] => [
  ...listDefinitions(db, kinds.goal).map(({ slug, number, text }) => one('goals', slug, text, number)),
  ...listIndicators(db).map(({ slug, name }) => one('indicators', slug, name)),
  ...listDefinitions(db, kinds.focusArea).map(({ slug, title }) => one('focus-areas', slug, title)),
  ...listDefinitions(db, kinds.source).map(({ slug, title }) => one('sources', slug, title)),
]

/** What belongs to committees and action plans; `meetings:read` opens it. */
const proceedings = (db: Database, { actor }: Caller): Found[] => [
  ...listMeetings(db).map(({ slug, committee, date }) => one('meetings', slug, dated(committee, date))),
  ...listPlans(db).flatMap((plan) => [
    one('action-plans', planName(plan), plan.title),
    ...plan.actions.map(({ slug, title }) => one('actions', actionKey(plan, slug), title)),
  ]),
  ...listDefinitions(db, kinds.idea).map(({ slug, title }) => one('ideas', slug, plain(title))),
  ...listDecisions(db, actor).map(({ id, title, decision }) => one('decisions', id, plain(title ?? decision))),
]

const people = (db: Database): Found[] => listWorkspacePeople(db).map(({ id, name }) => one('people', id, plain(name)))

/** What whoever asks may find. */
function findable(db: Database, who: Caller): Found[] {
  const { scopes, actor } = who
  const isOpen = scopes === null || scopes.includes('meetings:read') || scopes.includes('meetings')
  return [
    ...definitions(db),
    ...(isOpen ? proceedings(db, who) : []),
    ...(scopes === null && reaches(actor, 'administrator') ? people(db) : []),
  ]
}

const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '')

/** How well something matches, 0 the best; `null`: it does not. */
function rank({ id, number, title }: Found, query: string, words: readonly string[]): number | null {
  const names = [title.da, title.en].map(folded)
  if (number === query || folded(id) === query || names.includes(query)) return 0
  if (names.some((name) => name.startsWith(query))) return 1
  const own = [...wordsOf(`${title.da} ${title.en} ${id}`), ...(number === null ? [] : wordsOf(number))]
  if (words.every((word) => own.some((candidate) => candidate.startsWith(word)))) return 2
  const whole = [...names, folded(id), number ?? ''].join(' ')
  return words.every((word) => whole.includes(word)) ? 3 : null
}

/**
 * What is called so, the best match first: whole names, numbers and slugs, then beginnings of names, of words, and parts of words.
 * Without case and accents, in either language.
 */
export function searchWorkspace(db: Database, who: Caller, q: string): Found[] {
  const query = folded(q.trim())
  const words = wordsOf(query)
  if (words.length === 0) return []
  return findable(db, who)
    .flatMap((found) => {
      const at = rank(found, query, words)
      return at === null ? [] : [{ at, found }]
    })
    .toSorted((a, b) => a.at - b.at)
    .slice(0, foundAtMost)
    .map(({ found }) => found)
}
