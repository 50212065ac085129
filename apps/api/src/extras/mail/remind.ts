import type { Database } from '../../db/database.ts'
import { dueNotices } from './due-notices.ts'
import { dueReminders } from './due-reminders.ts'
import { withAnswerLinks } from './answer-links.ts'
import { isTold, queueMail, type Mail } from './outbox.ts'

/** The hour of the day in Denmark from which on reminders are sent. */
const firstHour = 7

const hours = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: 'numeric', hourCycle: 'h23' })

/** Whether it is a time of the day at which reminders are sent. */
const isDaytime = (at: string): boolean => Number(hours.format(new Date(at))) >= firstHour

/** Everything that is to be sent now, reminders and notices. Writes nothing. */
export const dueMails = (db: Database, siteUrl: string): Mail[] => [
  ...dueReminders(db, siteUrl),
  ...dueNotices(db, siteUrl),
]

/** Puts mails on their way, but for what their receivers have been told meanwhile; answers those that are. */
export function queueAll(db: Database, mails: readonly Mail[]): readonly Mail[] {
  return db.sql.transaction(
    () => {
      const left = mails.filter(({ to, about }) => about.every((one) => !isTold(db, to.account, one)))
      const linked = left.map((mail) => withAnswerLinks(db, mail))
      for (const mail of linked) queueMail(db, mail)
      return linked
    },
    { behavior: 'immediate' },
  )
}

/** Puts on their way what is to be sent now; reminders wait for the morning. Returns the mails. */
export function queueDue(db: Database, siteUrl: string): readonly Mail[] {
  const reminders = isDaytime(db.clock()) ? dueReminders(db, siteUrl) : []
  return queueAll(db, [...reminders, ...dueNotices(db, siteUrl)])
}
