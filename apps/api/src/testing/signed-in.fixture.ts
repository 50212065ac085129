import { eq } from 'drizzle-orm'
import { usualTerms } from '../accounts/session-terms.ts'
import { openSession } from '../accounts/sessions.ts'
import type { NewToken } from '../accounts/tokens.ts'
import { addUser, saveUser } from '../accounts/users.ts'
import { system, type Role } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { users } from '../db/schema.ts'

/** What the browser of a person who is signed in sends with a form of the desk. */
export type OwnBrowser = Readonly<Record<'cookie' | 'host' | 'origin', string>>

/** A new session of an account, by the way of no password: for whatever is not about signing in. */
export function sessionOf(db: Database, email: string): OwnBrowser {
  const secret = openSession(db, { email, agent: 'a test', by: 'password', terms: usualTerms })
  return { cookie: `pejling=${secret}`, host: 'localhost', origin: 'http://localhost' }
}

/** Makes an account that has chosen its password, unless there is one, and signs it in. */
export function signedInAs(db: Database, role: Role, email = `${role}@example.dk`): OwnBrowser {
  if (!db.sql.select().from(users).where(eq(users.email, email)).get()) {
    addUser(db, system, { email, name: `En ${role}`, role })
    write(db, system, { action: 'own password' }, (changeSet) => {
      const row = db.sql.select().from(users).where(eq(users.email, email)).get()
      if (row) saveUser(changeSet, row, { ...row, mustChangePassword: false, oneTimeUntil: null })
    })
  }
  return sessionOf(db, email)
}

/** What a token is made with that reads and writes figures, of an account that may. */
export const tokenOf = (email: string): NewToken => ({
  name: 'Regneark',
  email,
  expiresOn: '2027-01-01',
  scopes: ['figures:read', 'figures:write'],
  indicators: null,
})
