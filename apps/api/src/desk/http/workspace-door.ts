import { scopeRules, type Scope } from '@pejling/domain/scope'
import type { FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify'
import type { SignedIn } from '../../accounts/sessions.ts'
import { findToken, usualTokenDays, type Bearer } from '../../accounts/tokens.ts'
import { reaches } from '../../db/actor.ts'
import { Problem } from '../../http/problem.ts'
import { bearerOf, isOwnForm, whoIs, type Knowing } from './request.ts'

/*
 * The way in to the workspace's API: programs with a token that has the scope, and people who are signed in. What is refused is told
 * as RFC 6750 has it: 401 where it is not known who asks, 403 where it is known and does not reach.
 */

/** The problem of a user who is known and has no right to this. */
export const notAllowed = new Problem('not-allowed', {
  da: 'Dine rettigheder rækker ikke til dette.',
  en: 'Your rights do not reach this.',
})
const notSignedIn = new Problem('not-signed-in', {
  da: 'Send et token: Authorization: Bearer …',
  en: 'Send a token: Authorization: Bearer …',
})
const invalidToken = new Problem('invalid-token', {
  da: 'Tokenet findes ikke, er udløbet eller er trukket tilbage. Bed en administrator om et nyt.',
  en: 'There is no such token, or it has expired or been revoked. Ask an administrator for a new one.',
})
const insufficientScope = (scope: Scope): Problem =>
  new Problem('insufficient-scope', {
    da: `Tokenet har ikke adgangen ${scope} (${scopeRules[scope].opens.da}). Bed en administrator om et, der har.`,
    en: `The token does not have the scope ${scope} (${scopeRules[scope].opens.en}). Ask an administrator for one that does.`,
  })
const otherIndicator = new Problem('insufficient-scope', {
  da: 'Tokenet gælder ikke for denne indikator. Bed en administrator om et, der gør.',
  en: 'The token is not good for this indicator. Ask an administrator for one that is.',
})

/** Says how to be let in (RFC 6750, section 3). */
function challenge(reply: FastifyReply, error?: 'invalid_token' | 'insufficient_scope', scope?: Scope): void {
  const parameters = [
    'realm="pejling"',
    ...(error === undefined ? [] : [`error="${error}"`]),
    ...(scope === undefined ? [] : [`scope="${scope}"`]),
  ]
  reply.header('www-authenticate', `Bearer ${parameters.join(', ')}`)
}

/** A route of the workspace's API that only those enter who may. */
export interface WorkspaceEntrance {
  /** Settles who asks and whether they may, from the headers and the address alone. */
  readonly enter: onRequestHookHandler
  /** Who has entered with this request. */
  readonly entered: (request: FastifyRequest) => SignedIn
}

/** What one route of the workspace's API takes to enter. */
export interface WorkspaceRule {
  readonly scope: Scope
  /** Reads the indicator it concerns out of the address. */
  readonly indicatorOf: (request: FastifyRequest) => string
  /** Throws where this person or program may not do it with this indicator, or there is no such one. */
  readonly check: (indicator: string, who: SignedIn) => void
}

/** Makes the way in to the workspace's API. */
export function openWorkspaceDoor(
  knowing: Knowing,
  mayNote: () => boolean,
): (rule: WorkspaceRule) => WorkspaceEntrance {
  const { db, site, provider } = knowing
  const tokenDays = provider?.settings.tokenDays ?? usualTokenDays
  const bearer = (reply: FastifyReply, secret: string, scope: Scope): Bearer => {
    const who = findToken(db, secret, { mayNote: mayNote(), tokenDays })
    if (!who) {
      challenge(reply, 'invalid_token')
      throw invalidToken
    }
    if (!who.scopes.includes(scope)) {
      challenge(reply, 'insufficient_scope', scope)
      throw insufficientScope(scope)
    }
    return who
  }
  const person = (request: FastifyRequest, reply: FastifyReply, scope: Scope): SignedIn => {
    const who = whoIs(knowing, request, mayNote())
    if (!who) {
      challenge(reply)
      throw notSignedIn
    }
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    // A one-time password opens nothing but the way to one's own.
    if (who.mustChangePassword || !reaches(who.actor, scopeRules[scope].needs)) throw notAllowed
    if (!isReading && !isOwnForm(request, site)) throw notAllowed
    return who
  }
  return ({ scope, indicatorOf, check }) => {
    const entered = new WeakMap<FastifyRequest, SignedIn>()
    return {
      enter(request, reply, done) {
        const secret = bearerOf(request)
        const program = secret === null ? null : bearer(reply, secret, scope)
        const who = program ?? person(request, reply, scope)
        const indicator = indicatorOf(request)
        if (program !== null && program.indicators?.includes(indicator) === false) {
          challenge(reply, 'insufficient_scope', scope)
          throw otherIndicator
        }
        check(indicator, who)
        entered.set(request, who)
        done()
      },
      entered(request) {
        const who = entered.get(request)
        if (!who) throw notSignedIn
        return who
      },
    }
  }
}
