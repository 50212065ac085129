import type { DeskView } from '@pejling/domain/desk/views'
import { asMeant, plainProfile } from '@pejling/domain/profile/profile'
import { danishTime } from '@pejling/domain/release/planned'
import { Text } from '@pejling/domain/text'
import type { SignedIn } from '../accounts/sessions.ts'
import { reaches } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { needsApproval } from '../releases/approval.ts'
import { listPlanned, plannedProblemOf } from '../releases/planned.ts'
import { getProfile } from '../workspace/definitions.ts'
import { ChangedMeanwhileError, lookAtChosen, publishChosen } from '../workspace/releases/publish-chosen.ts'

type PublishView = Extract<DeskView, { page: 'publish' }>

/** How many planned releases are listed. */
const mostPlanned = 20

/** The releases and withdrawals that wait, and those that came to nothing, as one person sees them. */
function readPlanned(db: Database, who: Pick<SignedIn, 'email'>): PublishView['planned'] {
  return listPlanned(db)
    .filter(({ state }) => state === 'waiting' || state === 'outdated')
    .slice(0, mostPlanned)
    .map((one) => ({
      ...one,
      own: one.plannedBy.email === who.email,
      problem: one.state === 'waiting' ? plannedProblemOf(db, one) : one.problem,
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
  const { chosen, choices } = lookAtChosen(db, only)
  return {
    page: 'publish',
    step: 'choose',
    ...chosen,
    choices: choices.map((one) => ({ ...one, follows: one.follows.map(({ name }) => name) })),
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
  try {
    const asked = { title: title.data, note: note?.data ?? null, publishAt, seen: typed('seen') }
    const done = publishChosen(db, who, { ...asked, indicators: only === null ? 'all' : [...only] })
    return 'planned' in done ? 'planned' : { release: done.release?.number ?? null }
  } catch (error) {
    // What the page said is no longer what would happen: it has been written to or published from since.
    if (error instanceof ChangedMeanwhileError) return { view: { ...look(), problem: 'changed' } }
    throw error
  }
}
