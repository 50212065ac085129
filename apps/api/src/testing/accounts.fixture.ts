import { eq } from 'drizzle-orm'
import { Guesses } from '../accounts/guesses.ts'
import { PasswordQueue } from '../accounts/password-queue.ts'
import { usualTerms } from '../accounts/session-terms.ts'
import type { SignedIn } from '../accounts/sessions.ts'
import { changePassword, type SignInParts } from '../accounts/sign-in.ts'
import { parseRole } from '../accounts/users.ts'
import type { Database } from '../db/database.ts'
import { users } from '../db/schema.ts'

/** What signing in needs, over a database; `now`: seconds, for whoever guesses. */
export const signInParts = (db: Database, now = () => 0): SignInParts => ({
  db,
  guesses: new Guesses(now),
  passwords: new PasswordQueue(),
  terms: usualTerms,
  provider: null,
})

/** A person with an account, as if they were signed in. */
export function asSignedIn(db: Database, email: string): SignedIn {
  const user = db.sql.select().from(users).where(eq(users.email, email)).get()
  if (!user) throw new Error(`There is no account for ${email}`)
  return {
    actor: { name: user.name, role: parseRole(user.role) ?? 'reader', account: user.id },
    email,
    account: user.id,
    session: null,
    mustChangePassword: user.mustChangePassword,
    provenAt: db.clock(),
    byProvider: false,
  }
}

/** Has a person choose their own password in place of their one-time password. */
export async function choosePassword(db: Database, email: string, current: string, next: string): Promise<void> {
  const browser = { agent: '', from: '127.0.0.1', device: undefined }
  const result = await changePassword(signInParts(db), asSignedIn(db, email), { current, next, own: [], ...browser })
  if ('problem' in result) throw new Error(`The password could not be chosen: ${JSON.stringify(result.problem)}`)
}
