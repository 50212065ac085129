import { inputsOf } from '@pejling/domain/derived/derivation'
import type { DeskView } from '@pejling/domain/desk/views'
import { asMeant, plainProfile } from '@pejling/domain/profile/profile'
import { danishTime } from '@pejling/domain/release/planned'
import { Text } from '@pejling/domain/text'
import type { SignedIn } from '../accounts/sessions.ts'
import { reaches } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { needsApproval } from '../releases/approval.ts'
import { listPlanned, planRelease, problemOf } from '../releases/planned.ts'
import { reviewPublication, type Review } from '../releases/preview.ts'
import { publish } from '../releases/publish.ts'
import { getIndicator, getProfile } from '../workspace/definitions.ts'

type PublishView = Extract<DeskView, { page: 'publish' }>
type Choice = PublishView['choices'][number]

/** So many planned releases are listed. */
const mostPlanned = 20

/** The indicators that are otherwise than published, and which of them come out where `only` are ticked (`null`: all). */
function readChoices(db: Database, { changes }: Review, only: readonly string[] | null): Choice[] {
  const changed = changes?.indicators ?? []
  const nameOf = new Map(changed.map(({ indicator, name }) => [indicator, name]))
  const inputs = new Map(
    changed.map(({ indicator }) => {
      const derived = getIndicator(db, indicator)?.derived ?? null
      return [indicator, derived === null ? [] : inputsOf(derived).filter((slug) => nameOf.has(slug))] as const
    }),
  )
  const isChosen = (slug: string): boolean => {
    const own = inputs.get(slug) ?? []
    // What is computed from others comes out with any of them.
    return own.length > 0 ? own.some(isChosen) : only === null || only.includes(slug)
  }
  return changed.map(({ indicator: slug, name }) => ({
    slug,
    name,
    chosen: isChosen(slug),
    follows: (inputs.get(slug) ?? []).flatMap((input) => nameOf.get(input) ?? []),
  }))
}

/** The releases and withdrawals that wait, and those that came to nothing, as one person sees them. */
function readPlanned(db: Database, who: Pick<SignedIn, 'email'>): PublishView['planned'] {
  return listPlanned(db)
    .filter(({ state }) => state === 'waiting' || state === 'outdated')
    .slice(0, mostPlanned)
    .map((one) => ({
      ...one,
      own: one.plannedBy.email === who.email,
      problem: one.state === 'waiting' ? problemOf(db, one) : one.problem,
    }))
}

const nothingGiven = { titleDa: '', titleEn: '', noteDa: '', noteEn: '', publishAt: '' }

/** What a release of the ticked indicators (`null`: all that are changed) would bring. Nothing is published. */
export function readPublishing(
  db: Database,
  who: SignedIn,
  only: readonly string[] | null,
  about: Partial<Pick<PublishView, 'given' | 'problem' | 'step'>> = {},
): PublishView {
  const everything = reviewPublication(db, 'all')
  const choices = readChoices(db, everything, only)
  const chosen = choices.filter((one) => one.chosen).map(({ slug }) => slug)
  return {
    page: 'publish',
    step: 'choose',
    ...(chosen.length === choices.length ? everything : reviewPublication(db, chosen)),
    choices,
    mayPublish: reaches(who.actor, 'publisher'),
    needsApproval: needsApproval(db),
    planned: readPlanned(db, who),
    problem: null,
    given: nothingGiven,
    ...about,
  }
}

/** What came of the form: a page to look at, a release that waits, or one that was made (`null`: nothing had changed). */
export type PublishResult = { readonly view: PublishView } | 'planned' | { readonly release: number | null }

/**
 * Does with the form what its step says: shows once more what was ticked, or publishes just that, or plans it. Nothing is
 * published that is not what was looked at (`seen`).
 */
export function changePublishing(
  db: Database,
  who: SignedIn,
  only: readonly string[] | null,
  typed: (name: string) => string,
): PublishResult {
  const given = {
    titleDa: typed('titleDa'),
    titleEn: typed('titleEn'),
    noteDa: typed('noteDa'),
    noteEn: typed('noteEn'),
    publishAt: typed('publishAt'),
  }
  const show = (about: Partial<Pick<PublishView, 'problem' | 'step'>>): PublishResult => ({
    view: readPublishing(db, who, only, { given, ...about }),
  })
  if (typed('step') === 'back') return show({})
  const profile = getProfile(db) ?? plainProfile
  const title = Text.safeParse(asMeant({ da: given.titleDa, en: given.titleEn }, profile))
  const hasNote = given.noteDa.trim() !== '' || given.noteEn.trim() !== ''
  const note = hasNote ? Text.safeParse(asMeant({ da: given.noteDa, en: given.noteEn }, profile)) : null
  if (!title.success || note?.success === false) return show({ problem: 'title' })
  const publishAt = given.publishAt === '' ? null : danishTime(given.publishAt)
  if (given.publishAt !== '' && (publishAt === null || publishAt <= db.clock())) return show({ problem: 'time' })
  const look = (): PublishView => readPublishing(db, who, only, { given, step: 'confirm' })
  if (typed('step') === 'look') return { view: look() }
  // Looked at, compared and published in one transaction: what another process writes meanwhile comes after it.
  return db.sql.transaction(
    (): PublishResult => {
      const looked = look()
      // What the page said is no longer what would happen: it has been written to or published from since.
      if (typed('seen') !== looked.seen) return { view: { ...looked, problem: 'changed' } }
      const words = { title: title.data, note: note?.data ?? null }
      const indicators = looked.choices.filter(({ chosen }) => chosen).map(({ slug }) => slug)
      if (publishAt !== null || looked.needsApproval) {
        planRelease(db, who, { ...words, indicators, seen: looked.seen, publishAt })
        return 'planned'
      }
      // All that is changed is everything: what was changed and comes to the same counts as published, too.
      const isAll = indicators.length === looked.choices.length
      return { release: publish(db, who.actor, { ...words, indicators: isAll ? 'all' : indicators })?.number ?? null }
    },
    { behavior: 'immediate' },
  )
}
