import { and, eq, gt } from 'drizzle-orm'
import { accountWithPassword, addPasswordLink, passwordLink, resetMinutes } from '../../accounts/password-links.ts'
import { invitationDays, invitationLink, invite } from '../../accounts/invitations.ts'
import { accountOf } from '../../accounts/users.ts'
import { authorise, type Actor } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { mails } from '../../db/schema.ts'
import { linkTo, type MailContent } from './mail-texts.ts'
import { queueMail } from './outbox.ts'
import { mailSettingsOf } from './people.ts'

/* Mails about a person's own account: an invitation, and a forgotten password. */

/** One person is sent a link to a forgotten password at most this often, in milliseconds. */
const between = 10 * 60_000

function wasJustAsked(db: Database, account: string): boolean {
  const since = new Date(Date.parse(db.clock()) - between).toISOString()
  const recent = and(eq(mails.account, account), eq(mails.kind, 'password'), gt(mails.queuedAt, since))
  return db.sql.select().from(mails).where(recent).get() !== undefined
}

/**
 * Sends a person who has forgotten their password a link to choose another. Nothing happens where no account with that address opens
 * with a password, or one has just been sent; whoever asks is not told which.
 */
export function mailForgottenPassword(
  db: Database,
  { email, url, providerOnly }: { readonly email: string; readonly url: string; readonly providerOnly: boolean },
): void {
  db.sql.transaction(
    () => {
      const row = accountWithPassword(db, email, providerOnly)
      if (!row || wasJustAsked(db, row.id)) return
      const secret = addPasswordLink(db, row.id, resetMinutes)
      const link = linkTo(url, (locale) => passwordLink(url, secret, locale))
      const to = { account: row.id, name: row.name, email: row.email, settings: mailSettingsOf(db, row.id) }
      queueMail(db, { to, content: { kind: 'password', minutes: resetMinutes, link }, about: [] })
    },
    { behavior: 'immediate' },
  )
}

/** How an installation invites people: by which address, and through the identity provider or with a password. */
export interface Inviting {
  /** The public address. */
  readonly url: string
  /** Whether people sign in through an identity provider. */
  readonly byProvider: boolean
  /** Whether there is a mail server to send the invitation by. */
  readonly sendsMail: boolean
}

/** An invitation as it is handed over. */
export interface Invitation {
  readonly link: string
  /** Whether it is on its way by mail; `false`: hand the link over yourself. */
  readonly isMailed: boolean
  /** How many days it can be used. */
  readonly days: number
}

/**
 * Invites the person an account is for: a link by which they use it through the identity provider, or choose their password. It is
 * shown once, and mailed where there is a mail server. Throws an {@link AccountError} where there is no such account, and a
 * NotAllowedError.
 */
export function invitePerson(
  db: Database,
  actor: Actor,
  { email, ...inviting }: { readonly email: string } & Inviting,
): Invitation {
  authorise(actor, 'administrator')
  return db.sql.transaction(
    () => {
      const { id, name, email: address } = accountOf(db, email)
      const { url } = inviting
      const secret = inviting.byProvider
        ? invite(db, actor, { email }).secret
        : addPasswordLink(db, id, invitationDays * 24 * 60)
      const link = linkTo(url, (locale) =>
        inviting.byProvider ? invitationLink(url, secret) : passwordLink(url, secret, locale),
      )
      if (inviting.sendsMail) {
        const to = { account: id, name, email: address, settings: mailSettingsOf(db, id) }
        const content: MailContent = { kind: 'invitation', days: invitationDays, link }
        queueMail(db, { to, content, about: [] })
      }
      return { link: link.da, isMailed: inviting.sendsMail, days: invitationDays }
    },
    { behavior: 'immediate' },
  )
}
