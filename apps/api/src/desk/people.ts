import type { DeskView } from '@pejling/domain/desk/views'
import { z } from 'zod'
import type { SignedIn } from '../accounts/sessions.ts'
import { resetFactors } from '../accounts/second-factors.ts'
import {
  AccountError,
  addToken,
  addUser,
  changeUser,
  disableUser,
  openUser,
  parseRole,
  resetPassword,
} from '../accounts/users.ts'
import { requireApproval } from '../releases/approval.ts'
import type { Database } from '../db/database.ts'

type People = Extract<DeskView, { page: 'people' }>
type Result = Pick<People, 'secret' | 'problem'>

const failed = (problem: People['problem']): Result => ({ secret: null, problem })

function change(db: Database, who: SignedIn, text: (name: string) => string, from: string): Result {
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
      // Whoever gave up their own role could not take it again.
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
      if (name === '') return failed('missing')
      const { secret } = addToken(db, who.actor, {
        name,
        email,
        expiresOn: text('expiresOn'),
        scope: parseRole(text('scope')),
      })
      return { secret: { kind: 'token', of: name, text: secret }, problem: null }
    }
    case 'approval': {
      return failed(requireApproval(db, who.actor, text('approval') === '1') === 'own' ? 'second' : null)
    }
    default:
      return failed('invalid')
  }
}

/**
 * Adds a person, changes, closes or opens an account, gives a new one-time password, takes away second factors, makes a token, or
 * decides how many a release takes, as the form says. `from`: the address it comes from. Answers the secret that came of it, or why
 * nothing was done.
 */
export function changePeople(db: Database, who: SignedIn, text: (name: string) => string, from: string): Result {
  try {
    return change(db, who, text, from)
  } catch (error) {
    if (error instanceof AccountError) return failed('taken')
    if (error instanceof z.ZodError) return failed('invalid')
    throw error
  }
}
