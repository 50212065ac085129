import type { Database } from '../db/database.ts'
import { mailText } from '../extras/mail/mail-texts.ts'
import { sendDue } from '../extras/mail/outbox.ts'
import { dueMails, queueAll } from '../extras/mail/remind.ts'
import { mailSender } from '../extras/mail/transport.ts'
import type { CommandContext } from './command.ts'

/**
 * Sends the reminders and notices that are due, whatever the time of day, or with `--dry-run` prints them. Without a mail server it
 * prints them, too: a person has to send them.
 */
export async function remind(db: Database, { config, options, print }: CommandContext): Promise<number> {
  const { mail, site } = config
  const due = dueMails(db, site.url)
  if (mail !== null && options['dry-run'] !== true) {
    const queued = queueAll(db, due)
    await sendDue(db, mailSender(mail, site.url))
    print(`Mails handed to the mail server: ${queued.length}.`)
    return 0
  }
  for (const { to, content } of due) {
    const { subject, text } = mailText(content, to.name, to.settings.language)
    print(`To: ${to.email}\nSubject: ${subject}\n\n${text}`)
  }
  print(
    mail === null
      ? `${due.length} mails are due. None was sent: set PEJLING_SMTP_URL and PEJLING_MAIL_FROM to send them.`
      : `${due.length} mails are due. None was sent.`,
  )
  return 0
}
