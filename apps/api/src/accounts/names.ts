import { ne } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { users } from '../db/schema.ts'
import { storedText } from '../db/stored-text.ts'

/*
 * What people may be called. The history and releases show names, so a name must not pass for another account's, for the
 * installation's own, or for a program with a token.
 */

/** Names the installation itself acts under. */
const reserved = ['system', 'OpenID Connect', 'Pejling']
/** Like a program with a token, `Eva (fagsystemet)`, or a person who has been forgotten, `Tidligere bruger 1`. */
const reservedForm = /\s\(.*\)$|^tidligere bruger\s*\d*$/i

/** A name as it is compared: however it is written, spaced or composed of characters that cannot be seen. */
const compared = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/** Why an account cannot be called that; `null`: it can. `email`: the account's own, which may keep its name. */
export function nameProblem(db: Database, name: string, email: string): 'missing' | 'reserved' | 'taken' | null {
  const wanted = compared(name)
  if (wanted === '') return 'missing'
  if (reserved.some((one) => compared(one) === wanted) || reservedForm.test(wanted)) return 'reserved'
  const others = db.sql.select({ name: users.name }).from(users).where(ne(users.email, email)).all()
  return others.some((other) => compared(other.name) === wanted) ? 'taken' : null
}

/** The name, or with the e-mail address after it where it cannot be used alone: people do not choose what a provider calls them. */
export const usableName = (db: Database, name: string, email: string): string =>
  storedText(nameProblem(db, name, email) === null ? name : `${name}, ${email}`)
