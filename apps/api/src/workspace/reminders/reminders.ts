import { danishDay } from '@pejling/domain/period/danish-day'
import { reminderOn, type Reminder } from '@pejling/domain/reminder/reminder'
import type { Locale } from '@pejling/domain/text'
import {
  MailSettings,
  type SendReminders,
  type SentReminders,
  type WorkspaceReminder,
  type WrittenMail,
} from '@pejling/domain/workspace/reminders'
import { eq } from 'drizzle-orm'
import { authorise, reaches, type Actor } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { mailSettings } from '../../db/schema.ts'
import type { SignedIn } from '../../accounts/sessions.ts'
import {
  awaitedFigures,
  dueReminders,
  remindedFigure,
  reminderAbout,
  remindersByPerson,
  type AwaitedFigure,
} from '../../extras/mail/due-reminders.ts'
import { withAnswerLinks } from '../../extras/mail/answer-links.ts'
import { mailText } from '../../extras/mail/mail-texts.ts'
import { isTold, toldAt, type Mail } from '../../extras/mail/outbox.ts'
import { isWanted, mailPeople, mailSettingsOf, type MailPerson } from '../../extras/mail/people.ts'
import { queueAll } from '../../extras/mail/remind.ts'
import { notAllowed } from '../../workspace-http/door.ts'
import { getPerson } from '../people/people.ts'
import { wrongAt } from '../references.ts'

/* Who is reminded of which figure and when, what the mails say, and sending them now. */

/** All reminders of figures that are to come, the earliest first, with whom they are sent to and whether they have been. */
export function listReminders(db: Database): WorkspaceReminder[] {
  const people = new Map(mailPeople(db).map((person) => [person.email, person]))
  return awaitedFigures(db).flatMap((figure) => {
    const { indicator, period, expectedOn, reminders } = figure
    return reminders.map((reminder): WorkspaceReminder => {
      const about = reminderAbout(figure, reminder)
      const recipients = reminder.to.flatMap(({ email, as }) => {
        const person = people.get(email)
        if (!person) return []
        const { account, name } = person
        const isOff = !isWanted(person, 'reminder')
        return [{ account, name, email, as, isOff, sentAt: toldAt(db, account, about) }]
      })
      const { step, on } = reminder
      return { indicator: indicator.slug, name: indicator.name, period, expectedOn, step, on, recipients }
    })
  })
}

const written = ({ to, content }: Mail, language: Locale): WrittenMail => ({
  account: to.account,
  to: to.email,
  language,
  ...mailText(content, to.name, language),
})

interface Place {
  readonly siteUrl: string
  /** The language of previews; `null`: each person's own. */
  readonly language?: Locale | null
}

/** The reminder of a figure that would come next, or came last. */
const nextReminder = ({ reminders }: AwaitedFigure, today: string): Reminder | undefined =>
  reminderOn(reminders, today) ?? reminders[0]

/** The mails about one indicator's figure to everybody who is reminded of it, whether or not it is time. */
function mailsOf(db: Database, indicator: string, siteUrl: string): Mail[] {
  const today = danishDay(db.clock())
  const people = new Map(mailPeople(db).map((person) => [person.email, person]))
  return remindersByPerson(
    awaitedFigures(db)
      .filter((figure) => figure.indicator.slug === indicator)
      .flatMap((figure) => {
        const reminder = nextReminder(figure, today)
        if (!reminder) return []
        const about = reminderAbout(figure, reminder)
        return reminder.to.flatMap(({ email, as }) => {
          const person: MailPerson | undefined = people.get(email)
          if (!person || !isWanted(person, 'reminder')) return []
          return [{ person, about, figure: remindedFigure(figure, as, { siteUrl, today }) }]
        })
      }),
  )
}

function askedMails(db: Database, { indicator, account }: SendReminders, siteUrl: string): Mail[] {
  const mails = indicator === undefined ? dueReminders(db, siteUrl) : mailsOf(db, indicator, siteUrl)
  return mails.filter(({ to }) => account === undefined || to.account === account)
}

/** What the mails would say that {@link sendReminders} would send: in each person's own language, or in the given one. */
export const previewReminders = (
  db: Database,
  asked: SendReminders,
  { siteUrl, language = null }: Place,
): WrittenMail[] => askedMails(db, asked, siteUrl).map((mail) => written(mail, language ?? mail.to.settings.language))

/**
 * Sends reminders now: those that are due, or those of one indicator whether or not they are; what a person has been sent already is
 * sent again only where one indicator is named. Without a mail server nothing is noted: the answer is to be copied. Throws a Problem
 * (404, 422), and a NotAllowedError.
 */
export function sendReminders(
  db: Database,
  actor: Actor,
  asked: SendReminders,
  { siteUrl, sendsMail }: { readonly siteUrl: string; readonly sendsMail: boolean },
): SentReminders {
  authorise(actor, 'editor')
  const mails = askedMails(db, asked, siteUrl)
  if (asked.indicator !== undefined && mails.length === 0) {
    throw wrongAt(
      '/indicator',
      'Der er intet tal på vej, eller ingen at påminde: ingen sender tallet, eller de har slået påmindelser fra.',
      'No figure is to come, or there is nobody to remind: nobody sends the figure, or they have reminders switched off.',
    )
  }
  // Named by a person, a reminder that was sent before goes out again; the log keeps what it was about.
  const again = mails.map((mail) => ({ ...mail, about: mail.about.filter((one) => !isTold(db, mail.to.account, one)) }))
  if (sendsMail) queueAll(db, again)
  // What is copied has links of its own; those of mails on their way are in the mails alone.
  const shown = sendsMail ? mails : db.sql.transaction(() => mails.map((mail) => withAnswerLinks(db, mail)))
  return { queued: sendsMail, mails: shown.map((mail) => written(mail, mail.to.settings.language)) }
}

/** Throws a Problem (403) unless a person asks about their own mails, or is an administrator. */
function checkWhose(who: Pick<SignedIn, 'actor' | 'account'>, account: string): void {
  if (who.account !== account && !reaches(who.actor, 'administrator')) throw notAllowed
}

/** Which mails a person gets, and in which language: their own, or for administrators anybody's. Throws a Problem (403, 404). */
export function readMailSettings(db: Database, who: SignedIn, account: string): MailSettings {
  getPerson(db, account)
  checkWhose(who, account)
  return mailSettingsOf(db, account)
}

/** Changes which mails a person gets, and in which language: their own, or for administrators anybody's. Throws a Problem (403, 404). */
export function putMailSettings(db: Database, who: SignedIn, account: string, settings: MailSettings): MailSettings {
  getPerson(db, account)
  checkWhose(who, account)
  return write(db, who.actor, { action: 'mail settings' }, (changeSet) => {
    const own = eq(mailSettings.account, account)
    const before = db.sql.select().from(mailSettings).where(own).get()?.body ?? null
    const body = JSON.stringify(MailSettings.parse(settings))
    db.sql
      .insert(mailSettings)
      .values({ account, body })
      .onConflictDoUpdate({ target: mailSettings.account, set: { body } })
      .run()
    changeSet.record('mail-settings', account, before, body)
    return settings
  })
}
