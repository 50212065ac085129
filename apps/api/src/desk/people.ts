import type { DeskView } from '@pejling/domain/desk/views'
import { z } from 'zod'
import type { SignedIn } from '../accounts/sessions.ts'
import { resetFactors } from '../accounts/second-factors.ts'
import {
  AccountError,
  addUser,
  changeUser,
  disableUser,
  openUser,
  parseRole,
  resetPassword,
} from '../accounts/users.ts'
import { addToken, listTokens, revokeToken, TokenError } from '../accounts/tokens.ts'
import { requireApproval } from '../releases/approval.ts'
import { invitationLink, invite } from '../accounts/invitations.ts'
import type { Database } from '../db/database.ts'

type People = Extract<DeskView, { page: 'people' }>
type Result = Pick<People, 'secret' | 'problem'>

/** The form: single fields, lists in which several may be chosen, and where it comes from. */
export interface SentFields {
  readonly text: (name: string) => string
  readonly lists: (name: string) => readonly string[]
  /** The address of whoever sends it. */
  readonly from: string
  /** The installation's public address, for links that are handed over. */
  readonly url: string
}

const failed = (problem: People['problem']): Result => ({ secret: null, problem })

function change(db: Database, who: SignedIn, { text, lists, from, url }: SentFields): Result {
  const email = text('email').trim().toLowerCase()
  switch (text('action')) {
    case 'add': {
      const [name, role] = [text('name').trim(), parseRole(text('role'))]
      if (name === '' || role === null) return failed('missing')
      const added = addUser(db, who.actor, { email, name, role })
      return { secret: { kind: 'password', of: added.email, text: added.password }, problem: null }
    }
    case 'password': {
      const { password } = resetPassword(db, who.actor, { email, from })
      return { secret: { kind: 'password', of: email, text: password }, problem: null }
    }
    case 'invite': {
      const { secret } = invite(db, who.actor, { email })
      return { secret: { kind: 'invitation', of: email, text: invitationLink(url, secret) }, problem: null }
    }
    case 'close': {
      // Whoever closes their own account could not open it again.
      if (email === who.email) return failed('self')
      disableUser(db, who.actor, { email })
      return failed(null)
    }
    case 'open': {
      openUser(db, who.actor, { email })
      return failed(null)
    }
    case 'change': {
      const role = parseRole(text('role'))
      if (role === null) return failed('missing')
      // An administrator who gave up their own role could not take it back.
      if (email === who.email && role !== who.actor.role) return failed('self')
      changeUser(db, who.actor, { email, name: text('name').trim(), role })
      return failed(null)
    }
    case 'factors': {
      if (email === who.email) return failed('self')
      resetFactors(db, who.actor, { email, from })
      return failed(null)
    }
    case 'token': {
      const name = text('name').trim()
      const only = lists('indicators')
      const { secret } = addToken(db, who.actor, {
        name,
        email,
        expiresOn: text('expiresOn'),
        scopes: lists('scopes'),
        indicators: only.length === 0 ? null : only,
      })
      return { secret: { kind: 'token', of: name, text: secret }, problem: null }
    }
    case 'revoke': {
      const name = text('name')
      if (!listTokens(db).some((token) => token.name === name)) return failed('token-gone')
      revokeToken(db, who.actor, { name })
      return failed(null)
    }
    case 'approval': {
      return failed(requireApproval(db, who.actor, text('approval') === '1') === 'own' ? 'second' : null)
    }
    default:
      return failed('invalid')
  }
}

/**
 * Adds a person, changes, closes or opens an account, gives a new one-time password, takes away second factors, makes or revokes a
 * token, or turns approval of releases on or off, as the form says. Returns the secret that came of it, or why nothing was done.
 */
export function changePeople(db: Database, who: SignedIn, sent: SentFields): Result {
  try {
    return change(db, who, sent)
  } catch (error) {
    if (error instanceof TokenError) return failed(`token-${error.problem}`)
    if (error instanceof AccountError) return failed('taken')
    if (error instanceof z.ZodError) return failed('invalid')
    throw error
  }
}
