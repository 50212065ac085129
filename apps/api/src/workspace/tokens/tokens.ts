import type { NewToken, WorkspaceToken } from '@pejling/domain/workspace/people'
import { addToken, listTokens, revokeToken, TokenError, type TokenProblem } from '../../accounts/tokens.ts'
import type { Actor } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import type { Problem } from '../../http/problem.ts'
import { conflict, noSuch, wrongAt } from '../references.ts'

/* Tokens of programs, for administrators: over the verbs of accounts/tokens.ts. */

/** The tokens that have not ended, by name. */
export const listWorkspaceTokens = (db: Database): WorkspaceToken[] =>
  listTokens(db).map(({ scopes, indicators, ...token }) => ({
    ...token,
    scopes: [...scopes],
    indicators: indicators === null ? null : [...indicators],
  }))

/** The token of a name. Throws a Problem (404). */
export function getToken(db: Database, name: string): WorkspaceToken {
  const token = listWorkspaceTokens(db).find((one) => one.name === name)
  if (!token) throw noSuch(`Der er intet token "${name}".`, `There is no token "${name}".`)
  return token
}

const problems: Readonly<Record<TokenProblem, () => Problem>> = {
  name: () => wrongAt('/name', 'Skriv et navn på højst 80 tegn.', 'Write a name of at most 80 characters.'),
  taken: () =>
    conflict(
      'Der er allerede et token med det navn. Træk det tilbage, eller vælg et andet navn.',
      'There is a token of that name already. Revoke it, or choose another name.',
    ),
  expires: () =>
    wrongAt(
      '/expiresOn',
      'Skriv en dag fra i dag og højst et år frem.',
      'Write a day from today on, a year ahead at most.',
    ),
  scopes: () =>
    wrongAt(
      '/scopes',
      'Et token til enkelte indikatorer kan kun have figures:read, figures:write og imports.',
      'A token for single indicators can have figures:read, figures:write and imports alone.',
    ),
  role: () =>
    wrongAt(
      '/email',
      'Personens rolle rækker ikke til disse adgange.',
      'The role of the person does not reach these scopes.',
    ),
  indicators: () => wrongAt('/indicators', 'En af indikatorerne findes ikke.', 'One of the indicators does not exist.'),
  owner: () =>
    wrongAt('/email', 'Der er ingen åben konto med den adresse.', 'There is no open account with that address.'),
}

/** Makes a token. Its secret is shown once. Throws a Problem (409, 422), and a NotAllowedError. */
export function makeToken(
  db: Database,
  actor: Actor,
  input: NewToken,
): { readonly token: WorkspaceToken; readonly secret: string } {
  try {
    const { secret } = addToken(db, actor, input)
    return { token: getToken(db, input.name), secret }
  } catch (error) {
    if (error instanceof TokenError) throw problems[error.problem]()
    throw error
  }
}

/** Revokes a token: its bearer is refused from the next request on. Throws a Problem (404), and a NotAllowedError. */
export function revokeWorkspaceToken(db: Database, actor: Actor, name: string): void {
  getToken(db, name)
  revokeToken(db, actor, { name })
}
