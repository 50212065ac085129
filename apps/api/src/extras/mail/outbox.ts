import type { MailKind } from '@pejling/domain/workspace/reminders'
import { and, asc, count, desc, eq, isNotNull, lt, lte, sql } from 'drizzle-orm'
import type { LoggedMail } from '@pejling/domain/workspace/reminders'
import type { Database } from '../../db/database.ts'
import { mailReasons, mails, users } from '../../db/schema.ts'
import { isForgotten } from '../../accounts/users.ts'
import { doEachInTurn } from '../../processes/do-each.ts'
import { mailText, type MailContent } from './mail-texts.ts'
import type { MailPerson } from './people.ts'
import type { SendMail } from './transport.ts'

/*
 * Mails on their way. A mail is queued in the transaction of what it is about, and sent by the timetable. No one is told the same
 * twice: what a mail is about is noted with it, and a mail that may have arrived is not sent again.
 */

/** A mail to a person, and what it is about: each of it is told once. */
export interface Mail {
  readonly to: Pick<MailPerson, 'account' | 'name' | 'email' | 'settings'>
  readonly content: MailContent
  /** `published/7`; none: it may be told any number of times. */
  readonly about: readonly string[]
}

/** Whether an account has been told of something. */
export const isTold = (db: Database, account: string, about: string): boolean =>
  db.sql
    .select()
    .from(mailReasons)
    .where(and(eq(mailReasons.about, about), eq(mailReasons.account, account)))
    .get() !== undefined

/** Puts a mail on its way. Belongs into the transaction of what it is about. */
export function queueMail(db: Database, { to, content, about }: Mail): void {
  const { language } = to.settings
  const queuedAt = db.clock()
  const { subject, text } = mailText(content, to.name, language)
  const kind: MailKind = content.kind
  const { number } = db.sql
    .insert(mails)
    .values({ kind, account: to.account, language, subject, text, queuedAt, attempts: 0, nextAt: queuedAt })
    .returning({ number: mails.number })
    .get()
  for (const one of about) {
    db.sql.insert(mailReasons).values({ about: one, account: to.account, mail: number }).onConflictDoNothing().run()
  }
}

/** How long after each failed attempt the next is made, in seconds: a day in all. After the last the mail is given up. */
const retryDelays = [60, 600, 3600, 14_400, 28_800, 39_600]

const isDue = (now: string) => and(isNotNull(mails.nextAt), lte(mails.nextAt, now))

/** Whether a mail is to be sent now. */
export const hasDueMail = (db: Database): boolean =>
  db.sql.select({ number: mails.number }).from(mails).where(isDue(db.clock())).limit(1).get() !== undefined

type Row = typeof mails.$inferSelect

const change = (db: Database, { number }: Row, values: Partial<Row>): void => {
  db.sql.update(mails).set(values).where(eq(mails.number, number)).run()
}

const later = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString()

/** The address of an account that can be used; `null`: it has been closed or forgotten. */
function addressOf(db: Database, account: string): string | null {
  const row = db.sql.select().from(users).where(eq(users.id, account)).get()
  return row && row.disabledAt === null && !isForgotten(row.email) ? row.email : null
}

async function sendOne(db: Database, row: Row, send: SendMail): Promise<void> {
  const to = addressOf(db, row.account)
  if (to === null || row.text === null) {
    change(db, row, { nextAt: null, text: null, problem: 'the account has been closed' })
    return
  }
  const attempts = row.attempts + 1
  // Noted before: a mail that was being sent when the server stopped is not sent again.
  change(db, row, { attempts, nextAt: null, problem: null })
  const result = await send({ to, subject: row.subject, text: row.text, language: row.language, number: row.number })
  if (result === 'sent') {
    change(db, row, { sentAt: db.clock(), text: null })
    return
  }
  if (result === 'uncertain') {
    change(db, row, { text: null })
    return
  }
  const pause = result.isFinal ? undefined : retryDelays[row.attempts]
  const { problem } = result
  if (pause === undefined) change(db, row, { text: null, problem })
  else change(db, row, { nextAt: later(db.clock(), pause), problem })
}

/** Sends the mails that are due, the oldest first; what fails is tried again with longer and longer pauses. Throws a `SomeFailedError` at the end. */
export async function sendDue(db: Database, send: SendMail): Promise<void> {
  const rows = db.sql.select().from(mails).where(isDue(db.clock())).orderBy(asc(mails.number)).all()
  await doEachInTurn(
    rows,
    ({ number }) => `mail ${number}`,
    (row) => sendOne(db, row, send),
  )
}

/** How a mail stands. */
function stateOf({ sentAt, nextAt, problem }: Row): LoggedMail['state'] {
  if (sentAt !== null) return 'sent'
  if (nextAt !== null) return 'waiting'
  return problem === null ? 'uncertain' : 'failed'
}

/** The mails that were sent or are to be, the newest first; never what they say. */
export const listMails = (db: Database): LoggedMail[] =>
  db.sql
    .select({ row: mails, name: users.name })
    .from(mails)
    .leftJoin(users, eq(users.id, mails.account))
    .orderBy(desc(mails.number))
    .all()
    .map(({ row, name }) => {
      const { number, kind, account, subject, queuedAt, sentAt, attempts, problem } = row
      return { number, kind, account, name, subject, queuedAt, sentAt, attempts, state: stateOf(row), problem }
    })

/** When an account was told of something; `null`: it was not, or the mail has not been sent. */
export const toldAt = (db: Database, account: string, about: string): string | null =>
  db.sql
    .select({ sentAt: mails.sentAt })
    .from(mailReasons)
    .innerJoin(mails, eq(mails.number, mailReasons.mail))
    .where(and(eq(mailReasons.about, about), eq(mailReasons.account, account)))
    .get()?.sentAt ?? null

const past = (before: string) => and(lt(mails.queuedAt, before), sql`${mails.nextAt} IS NULL`)

/** How many mails that are no longer on their way were queued before a moment. */
export const countOldMails = (db: Database, before: string): number =>
  db.sql.select({ count: count() }).from(mails).where(past(before)).get()?.count ?? 0

/** Deletes the mails that were queued before a moment and are no longer on their way. */
export function forgetOldMails(db: Database, before: string): void {
  db.sql.delete(mails).where(past(before)).run()
}
