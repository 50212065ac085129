import { MailSettings, usualMailSettings, type OptionalMailKind } from '@pejling/domain/workspace/reminders'
import { eq } from 'drizzle-orm'
import { isForgotten } from '../../accounts/users.ts'
import { storedRole, type Role } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { mailSettings, users } from '../../db/schema.ts'

/* Whom mails go to: accounts, by the language they read and the mails they have switched off. */

/** An account as mails know it. */
export interface MailPerson {
  /** The id of the account. */
  readonly account: string
  readonly email: string
  readonly name: string
  readonly role: Role
  /** Whether the account can be used. A closed one gets no mail. */
  readonly isOpen: boolean
  readonly settings: MailSettings
}

/** Which mails an account gets, and in which language. */
export function mailSettingsOf(db: Database, account: string): MailSettings {
  const row = db.sql.select().from(mailSettings).where(eq(mailSettings.account, account)).get()
  return row ? MailSettings.parse(JSON.parse(row.body)) : usualMailSettings
}

/** Everybody with an account who has not been forgotten. */
export const mailPeople = (db: Database): MailPerson[] =>
  db.sql
    .select()
    .from(users)
    .all()
    .filter(({ email }) => !isForgotten(email))
    .map(({ id, email, name, role, disabledAt }) => ({
      account: id,
      email,
      name,
      role: storedRole(role),
      isOpen: disabledAt === null,
      settings: mailSettingsOf(db, id),
    }))

/** Whether a person gets mails of a kind. */
export const isWanted = ({ isOpen, settings }: MailPerson, kind: OptionalMailKind): boolean =>
  isOpen && !settings.off.includes(kind)
