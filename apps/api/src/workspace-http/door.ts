import { scopeRules, type Scope } from '@pejling/domain/scope'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { needsFactor } from '../accounts/second-factors.ts'
import type { SignedIn } from '../accounts/sessions.ts'
import { findToken, usualTokenDays, type Bearer } from '../accounts/tokens.ts'
import { reaches, type Role } from '../db/actor.ts'
import { bearerOf, isOwnForm, isPublicSite, whoIs, type Knowing } from './credentials.ts'
import { Problem } from '../http/problem.ts'

/*
 * Who may use the workspace's API: programs with a token that has the scope, and people who are signed in. What is refused is said
 * as RFC 6750 has it: 401 where it is not known who asks, 403 where it is known and does not reach.
 */

/**
 * Who may use a route: a token with the scope and people with the role it needs; people with a role and no token at all; or
 * everybody who is known.
 */
export type Access = { readonly scope: Scope } | { readonly people: Role } | { readonly known: true }

/** Who sends a request. */
export interface Caller extends SignedIn {
  /** What a token opens; `null`: it is a person. */
  readonly scopes: readonly Scope[] | null
  /** The only indicators a token is good for; `null`: all. */
  readonly indicators: readonly string[] | null
}

/** What the way in to one route depends on. */
export interface Entrance {
  readonly access: Access
  readonly isChange: boolean
  /** The indicator a request concerns; `null`: it concerns more than one. */
  readonly indicator: string | null
  /** Whether the route itself answers a token for some indicators about no others. */
  readonly isFiltered: boolean
}

/** The problem of a user who is known and has no right to this. */
export const notAllowed = new Problem('not-allowed', {
  da: 'Dine rettigheder rækker ikke til dette.',
  en: 'Your rights do not reach this.',
})
const foreignPage = new Problem('not-allowed', {
  da: 'Ændringer tages kun imod fra dette steds egne sider. Et program sender et token: Authorization: Bearer …',
  en: 'Changes are taken from pages of this very site alone. A program sends a token: Authorization: Bearer …',
})
const factorNeeded = new Problem('not-allowed', {
  da: 'Kontoen skal have en adgangsnøgle eller engangskoder, før den kan bruges her. Sæt det op under /admin/sikkerhed.',
  en: 'The account needs a passkey or one-time codes before it can be used here. Set that up at /en/admin/sikkerhed.',
})
const passwordNeeded = new Problem('not-allowed', {
  da: 'Vælg din egen adgangskode først, under /admin/adgangskode.',
  en: 'Choose a password of your own first, at /en/admin/adgangskode.',
})
const notSignedIn = new Problem('not-signed-in', {
  da: 'Send et token: Authorization: Bearer …',
  en: 'Send a token: Authorization: Bearer …',
})
const signInFirst = new Problem('not-signed-in', {
  da: 'Log ind under /admin. Et token åbner ikke denne adresse.',
  en: 'Sign in at /en/admin. No token opens this address.',
})
const invalidToken = new Problem('invalid-token', {
  da: 'Tokenet findes ikke, er udløbet eller er trukket tilbage. Bed en administrator om et nyt.',
  en: 'There is no such token, or it has expired or been revoked. Ask an administrator for a new one.',
})
const peopleOnly = new Problem('insufficient-scope', {
  da: 'Ingen tokens åbner denne adresse; den er for personer, der er logget ind.',
  en: 'No token opens this address; it is for people who are signed in.',
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

function program(knowing: Knowing, reply: FastifyReply, secret: string, mayNote: boolean, rule: Entrance): Bearer {
  const { access, indicator, isFiltered } = rule
  const tokenDays = knowing.provider?.settings.tokenDays ?? usualTokenDays
  const who = findToken(knowing.db, secret, { mayNote, tokenDays })
  if (!who) {
    challenge(reply, 'invalid_token')
    throw invalidToken
  }
  if ('people' in access) {
    challenge(reply, 'insufficient_scope')
    throw peopleOnly
  }
  if ('known' in access) return who
  if (!who.scopes.includes(access.scope)) {
    challenge(reply, 'insufficient_scope', access.scope)
    throw insufficientScope(access.scope)
  }
  if (who.indicators !== null && !isFiltered && !who.indicators.includes(indicator ?? '')) {
    challenge(reply, 'insufficient_scope', access.scope)
    throw otherIndicator
  }
  return who
}

/** The least role a person needs. */
export function roleFor(access: Access): Role {
  if ('known' in access) return 'reader'
  return 'people' in access ? access.people : scopeRules[access.scope].needs
}

function person(
  knowing: Knowing,
  request: FastifyRequest,
  reply: FastifyReply,
  mayNote: boolean,
  rule: Entrance,
): SignedIn {
  const { db, site } = knowing
  const who = whoIs(knowing, request, mayNote)
  if (!who) {
    challenge(reply)
    throw 'people' in rule.access ? signInFirst : notSignedIn
  }
  // A one-time password opens nothing but the way to a password of one's own.
  if (who.mustChangePassword) throw passwordNeeded
  if (needsFactor(db, who, isPublicSite(site))) throw factorNeeded
  if (!reaches(who.actor, roleFor(rule.access))) throw notAllowed
  if (rule.isChange && !isOwnForm(request, site)) throw foreignPage
  return who
}

/**
 * Settles who sends a request and whether they may, from its headers and its address alone: nothing of a body is read before.
 * `mayNote`: whether their being here may be written down. Throws a Problem.
 */
export function enter(
  knowing: Knowing,
  request: FastifyRequest,
  reply: FastifyReply,
  { mayNote, ...rule }: Entrance & { readonly mayNote: boolean },
): Caller {
  const secret = bearerOf(request)
  if (secret !== null) return program(knowing, reply, secret, mayNote, rule)
  return { ...person(knowing, request, reply, mayNote, rule), scopes: null, indicators: null }
}
