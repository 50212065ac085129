import { deskPath } from '@pejling/addresses/desk'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { dueOf } from '@pejling/domain/indicator/due'
import { danishDay } from '@pejling/domain/period/danish-day'
import { reminderOn, remindersOf, type Reminder, type ReminderRole } from '@pejling/domain/reminder/reminder'
import type { Database } from '../../db/database.ts'
import { listIndicators } from '../../workspace/definitions.ts'
import { dataProvidersOf } from '../../workspace/data-providers.ts'
import { listSeries } from '../../workspace/observation-store.ts'
import { linkTo, type RemindedFigure } from './mail-texts.ts'
import { isTold, type Mail } from './outbox.ts'
import { isWanted, mailPeople, type MailPerson } from './people.ts'

/* Who is reminded of which figure, and when. */

/** A figure that is to come, with its reminders. */
export interface AwaitedFigure {
  readonly indicator: Indicator
  readonly period: string | null
  readonly expectedOn: string
  readonly reminders: readonly Reminder[]
}

/** The figures a person is asked to send, and the day each is expected. */
export function awaitedFigures(db: Database): AwaitedFigure[] {
  const today = danishDay(db.clock())
  return listIndicators(db).flatMap((indicator): AwaitedFigure[] => {
    const dataProviders = dataProvidersOf(db, indicator.slug)
    if (!dataProviders) return []
    const headline = listSeries(db, indicator).find(({ key }) => key === indicator.area)?.observations ?? []
    const due = dueOf(indicator, headline, today)
    if (!due) return []
    const { period, expectedOn } = due
    return [{ indicator, period, expectedOn, reminders: remindersOf(expectedOn, dataProviders) }]
  })
}

/** What a reminder is about, so that no one gets it twice. */
export const reminderAbout = ({ indicator, expectedOn }: AwaitedFigure, { step }: Reminder): string =>
  `reminder/${indicator.slug}/${expectedOn}/${step}`

/** A figure as a mail names it. `siteUrl`: the public address of the installation. */
export function remindedFigure(
  { indicator, period, expectedOn }: AwaitedFigure,
  as: ReminderRole,
  { siteUrl, today }: { readonly siteUrl: string; readonly today: string },
): RemindedFigure {
  return {
    name: indicator.name,
    periodKind: indicator.cadence.periodKind,
    period,
    expectedOn,
    isLate: expectedOn < today,
    as,
    link: linkTo(siteUrl, (locale) => deskPath(locale, 'figures', { slug: indicator.slug })),
    answer: period === null || as === 'owner' ? null : { indicator: indicator.slug, period, siteUrl },
    answerLink: null,
  }
}

interface Told {
  readonly person: MailPerson
  readonly about: string
  readonly figure: RemindedFigure
}

/** One mail to each person, with all they are reminded of. */
export function remindersByPerson(told: readonly Told[]): Mail[] {
  return [...Map.groupBy(told, ({ person }) => person.account).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const content = { kind: 'reminder', figures: own.map(({ figure }) => figure) } as const
    return [{ to: first.person, content, about: own.map(({ about }) => about) }]
  })
}

/** The reminders whose time has come and that have not been sent: one mail to each person, with all their figures. */
export function dueReminders(db: Database, siteUrl: string): Mail[] {
  const today = danishDay(db.clock())
  const people = new Map(mailPeople(db).map((person) => [person.email, person]))
  return remindersByPerson(
    awaitedFigures(db).flatMap((figure) => {
      const reminder = reminderOn(figure.reminders, today)
      if (!reminder) return []
      const about = reminderAbout(figure, reminder)
      return reminder.to.flatMap(({ email, as }): Told[] => {
        const person = people.get(email)
        if (!person || !isWanted(person, 'reminder') || isTold(db, person.account, about)) return []
        return [{ person, about, figure: remindedFigure(figure, as, { siteUrl, today }) }]
      })
    }),
  )
}
