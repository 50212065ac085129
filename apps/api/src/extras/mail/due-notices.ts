import { deskPath } from '@pejling/addresses/desk'
import { pathOf } from '@pejling/addresses/pages'
import type { Text } from '@pejling/domain/text'
import type { OptionalMailKind } from '@pejling/domain/workspace/reminders'
import { desc, eq } from 'drizzle-orm'
import { reaches } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { fetches } from '../../db/schema.ts'
import { FetchOutcome } from '../../intake/sources/fetch-outcome.ts'
import { listPlanned } from '../../releases/planned.ts'
import { releaseChanges } from '../../releases/release-changes.ts'
import { openReleaseStore } from '../../releases/release-store.ts'
import { attachments, getAttached, listIndicators } from '../../workspace/definitions.ts'
import { dataProvidersOf } from '../../workspace/data-providers.ts'
import { linkTo, type MailContent } from './mail-texts.ts'
import { isTold, type Mail } from './outbox.ts'
import { isWanted, mailPeople, type MailPerson } from './people.ts'

/* What people are told besides reminders: releases, approvals that wait, releases that could not come out, fetches that fail. */

/** What is older than this is not told any more: a mail server that has just been set up sends no history. In milliseconds. */
const news = 3 * 86_400_000

interface Looking {
  readonly db: Database
  readonly siteUrl: string
  readonly people: readonly MailPerson[]
  readonly isNews: (at: string) => boolean
}

/** The mail to each of these people who wants it and has not been told. */
function toEach(
  { db }: Looking,
  people: readonly MailPerson[],
  about: string,
  content: Extract<MailContent, { readonly kind: OptionalMailKind }>,
): Mail[] {
  return people
    .filter((person) => isWanted(person, content.kind) && !isTold(db, person.account, about))
    .map((to) => ({ to, content, about: [about] }))
}

/** Who has been asked to send an indicator's figures. */
function keepersAmong({ db, people }: Looking, indicator: string): MailPerson[] {
  const dataProviders = dataProvidersOf(db, indicator)
  return dataProviders
    ? people.filter(({ email }) => email === dataProviders.keeper || email === dataProviders.deputy)
    : []
}

const administrators = ({ people }: Looking): MailPerson[] => people.filter(({ role }) => role === 'administrator')

function published(looking: Looking): Mail[] {
  const { db, siteUrl, isNews } = looking
  const store = openReleaseStore(db)
  return store
    .releases(store.latestNumber())
    .filter(({ publishedAt }) => isNews(publishedAt))
    .flatMap(({ number, title }) => {
      const link = linkTo(siteUrl, (locale) => pathOf({ locale, page: 'release', number, since: null }, null))
      const told = releaseChanges(store, number - 1, number).indicators.flatMap(({ indicator, name }) =>
        keepersAmong(looking, indicator).map((person) => ({ person, name })),
      )
      const byPerson = Map.groupBy(told, ({ person }) => person)
      return [...byPerson].flatMap(([person, own]) => {
        const indicators: Text[] = own.map(({ name }) => name)
        return toEach(looking, [person], `published/${number}`, { kind: 'published', title, indicators, link })
      })
    })
}

function planned(looking: Looking): Mail[] {
  const { db, siteUrl, people, isNews } = looking
  const link = linkTo(siteUrl, (locale) => deskPath(locale, 'publish'))
  return listPlanned(db).flatMap((one) => {
    const { number, title, state, plannedBy, plannedAt, approver, approvedBy, problem, outdatedAt } = one
    if (state === 'waiting' && one.needsApproval && approvedBy === null && isNews(plannedAt)) {
      const others = people.filter(
        ({ role, email, name }) => reaches({ name, role }, 'publisher') && email !== plannedBy.email,
      )
      const content = { kind: 'approval', title, plannedBy: plannedBy.name, link } as const
      return toEach(looking, others, `approval/${number}`, content)
    }
    if (state !== 'outdated' || outdatedAt === null || !isNews(outdatedAt)) return []
    const own = people.filter(({ email, isOpen }) => isOpen && (email === plannedBy.email || email === approver))
    const to = own.length > 0 ? own : administrators(looking)
    return toEach(looking, to, `outdated/${number}`, { kind: 'outdated', title, problem, link })
  })
}

/** Why fetching an indicator's figures fails, and since which fetch; `null`: it does not. */
function failureOf(db: Database, indicator: string) {
  const rows = db.sql.select().from(fetches).where(eq(fetches.indicator, indicator)).orderBy(desc(fetches.number)).all()
  const outcomes = rows.map((row) => ({ ...row, problem: FetchOutcome.parse(JSON.parse(row.outcome)).problem }))
  const failed = outcomes.slice(0, outcomes.findIndex(({ problem }) => problem === null) >>> 0)
  const [latest] = failed
  if (!latest || latest.problem === null) return null
  return { at: latest.at, problem: latest.problem, since: failed.at(-1)?.number ?? latest.number }
}

function failedFetches(looking: Looking): Mail[] {
  const { db, siteUrl, isNews } = looking
  return listIndicators(db).flatMap(({ slug, name }) => {
    if (getAttached(db, attachments.connection, slug) === null) return []
    const failure = failureOf(db, slug)
    if (failure === null || !isNews(failure.at)) return []
    const dataProviders = keepersAmong(looking, slug).filter(({ isOpen }) => isOpen)
    const to = dataProviders.length > 0 ? dataProviders : administrators(looking)
    const link = linkTo(siteUrl, (locale) => deskPath(locale, 'connection', { slug }))
    const content = { kind: 'fetch-failed', indicator: name, problem: failure.problem, link } as const
    return toEach(looking, to, `fetch/${slug}/${failure.since}`, content)
  })
}

/** What people are to be told of now and have not been. `siteUrl`: the public address of the installation. */
export function dueNotices(db: Database, siteUrl: string): Mail[] {
  const now = Date.parse(db.clock())
  const looking = { db, siteUrl, people: mailPeople(db), isNews: (at: string) => now - Date.parse(at) < news }
  return [...published(looking), ...planned(looking), ...failedFetches(looking)]
}
