import { answerPath } from '@pejling/addresses/answer'
import { randomBytes } from 'node:crypto'
import { and, eq, gt, lte } from 'drizzle-orm'
import { fingerprintOf } from '../../accounts/fingerprint.ts'
import type { Database } from '../../db/database.ts'
import { answerLinks, users } from '../../db/schema.ts'
import { linkTo } from './mail-texts.ts'
import type { Mail } from './outbox.ts'

/*
 * Links by which a person sends one figure without signing in. A link opens that figure of that period and nothing else, as the
 * person it was sent to, for as long as they may write it; the database knows its fingerprint alone.
 */

/** How many days a link can be used. */
export const answerDays = 30

/** What a link is for: a figure, and whose it is. */
export interface AnswerLink {
  readonly account: string
  readonly indicator: string
  readonly period: string
}

/** Makes a link; those that have ended are forgotten. Returns the secret. Belongs into a transaction. */
export function addAnswerLink(db: Database, link: AnswerLink): string {
  const secret = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.parse(db.clock()) + answerDays * 86_400_000).toISOString()
  db.sql.delete(answerLinks).where(lte(answerLinks.expiresAt, db.clock())).run()
  db.sql
    .insert(answerLinks)
    .values({ hash: fingerprintOf(secret), ...link, expiresAt })
    .run()
  return secret
}

/** What a secret opens, and the account it was sent to; `null`: nothing, or it has ended, or the account is closed. */
export function openAnswerLink(db: Database, secret: string) {
  const link = db.sql
    .select()
    .from(answerLinks)
    .where(and(eq(answerLinks.hash, fingerprintOf(secret)), gt(answerLinks.expiresAt, db.clock())))
    .get()
  const user = link && db.sql.select().from(users).where(eq(users.id, link.account)).get()
  return link && user && user.disabledAt === null ? { link, user } : null
}

/** A mail with a link for each figure that its reader can send by one. Belongs into the transaction the mail is queued in. */
export function withAnswerLinks(db: Database, mail: Mail): Mail {
  const { content, to } = mail
  if (content.kind !== 'reminder') return mail
  const figures = content.figures.map((figure) => {
    if (figure.answer === null) return figure
    const { indicator, period, siteUrl } = figure.answer
    const secret = addAnswerLink(db, { account: to.account, indicator, period })
    return { ...figure, answerLink: linkTo(siteUrl, (locale) => answerPath(locale, secret)) }
  })
  return { ...mail, content: { ...content, figures } }
}
