import { randomBytes } from 'node:crypto'
import { hashSync } from '@node-rs/argon2'
import type { Locale } from '@pejling/domain/text/text'
import { eq } from 'drizzle-orm'
import * as oidc from 'openid-client'
import { z } from 'zod'
import { roles, type Actor, type Role } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { users } from '../db/schema.ts'
import type { RoleMap } from './role-map.ts'
import { cost, Email, newAccountId, saveUser } from './users.ts'

/*
 * Signing in through the municipality's own identity provider: OpenID Connect with the authorization code flow and PKCE. The
 * provider says who somebody is and what groups or roles they have; the installation says what those may do here.
 */

/** How an installation knows its identity provider. */
export interface IdentityProviderSettings {
  /** The issuer's address; its discovery document is found below it. */
  readonly issuer: string
  readonly clientId: string
  /** `null`: the provider knows this as a public client. */
  readonly clientSecret: string | null
  /** What people call it: it stands on the button. */
  readonly name: string
  readonly scope: string
  readonly roleClaim: string
  readonly emailClaim: string
  /** What a value of the role claim may do here. */
  readonly roleOf: RoleMap
}

/** Why somebody the provider knows does not come in. */
export type IdentityProblem = 'failed' | 'no-role' | 'no-email' | 'closed' | 'other-identity'

/** A sign-in that has begun and is remembered until the provider sends its person back. */
interface Begun {
  readonly verifier: string
  readonly nonce: string
  readonly locale: Locale
  readonly expires: number
}

/** How long somebody may take at the provider, in ms. */
const patience = 10 * 60_000
/** No more than so many sign-ins are begun at a time; the oldest give way. */
const mostBegun = 1000

/** Who somebody is, by the provider. */
export interface ProvidedIdentity {
  /** The issuer and its own name for the person, which never changes. */
  readonly identity: string
  readonly email: string
  readonly name: string
  readonly role: Role
}

/** The highest role the claim gives: a text, or a list of them; `null`: none. */
export function roleFromClaim(claim: unknown, roleOf: RoleMap): Role | null {
  const values = z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .catch([])
    .parse(claim)
  const given = new Set(values.flatMap((value) => roleOf.get(value) ?? []))
  return roles.findLast((role) => given.has(role)) ?? null
}

/** Reads who somebody is from the provider's claims, or why they cannot come in. */
export function identityFrom(
  claims: Readonly<Record<string, unknown>>,
  { issuer, emailClaim, roleClaim, roleOf }: IdentityProviderSettings,
): ProvidedIdentity | IdentityProblem {
  const email = Email.safeParse(claims[emailClaim])
  // Providers that say nothing of it have no addresses of others; one that says no means it.
  if (!email.success || claims['email_verified'] === false) return 'no-email'
  const role = roleFromClaim(claims[roleClaim], roleOf)
  if (role === null) return 'no-role'
  const name = z.string().min(1).catch(email.data).parse(claims['name'])
  return { identity: `${issuer} ${z.string().parse(claims['sub'])}`, email: email.data, name, role }
}

/** An identity provider to sign in through. */
export class IdentityProvider {
  readonly settings: IdentityProviderSettings
  private readonly redirect: string
  private readonly milliseconds: () => number
  private readonly begun = new Map<string, Begun>()
  private found: Promise<oidc.Configuration> | null = null

  /** `url` is the installation's own public address; the provider sends people back below it. */
  constructor(settings: IdentityProviderSettings, url: string, milliseconds: () => number) {
    this.settings = settings
    this.redirect = `${url}/admin/sso/retur`
    this.milliseconds = milliseconds
  }

  /** The provider's own description, fetched when the first person asks for it, and again where that failed. */
  private configuration(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings
    // In the clear only on this very machine, for trying it.
    const { hostname } = new URL(issuer)
    const isLocal = hostname === 'localhost' || hostname === '127.0.0.1'
    this.found ??= oidc
      .discovery(
        new URL(issuer),
        clientId,
        clientSecret ?? undefined,
        clientSecret === null ? oidc.None() : undefined,
        isLocal ? { execute: [oidc.allowInsecureRequests] } : {},
      )
      .catch((error: unknown) => {
        this.found = null
        throw error
      })
    return this.found
  }

  /** The language a sign-in was begun in. */
  localeOf(state: string | undefined): Locale {
    return (state === undefined ? undefined : this.begun.get(state)?.locale) ?? 'da'
  }

  /** Begins a sign-in: where to send the person, and what their browser has to bring back. Rejects where the provider is not there. */
  async begin(locale: Locale): Promise<{ readonly address: string; readonly state: string }> {
    const configuration = await this.configuration()
    const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()]
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirect,
      scope: this.settings.scope,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    const now = this.milliseconds()
    for (const [key, { expires }] of this.begun)
      if (expires <= now || this.begun.size >= mostBegun) this.begun.delete(key)
    this.begun.set(state, { verifier, nonce, locale, expires: now + patience })
    return { address: address.href, state }
  }

  /**
   * Ends a sign-in with what the provider sent back: the query of the address, and the state the browser kept. Each can be used
   * once. Answers who it is, or why they cannot come in.
   */
  async end(query: string, kept: string | undefined): Promise<ProvidedIdentity | IdentityProblem> {
    const begun = kept === undefined ? undefined : this.begun.get(kept)
    if (kept === undefined || !begun || begun.expires <= this.milliseconds()) return 'failed'
    this.begun.delete(kept)
    const configuration = await this.configuration()
    const tokens = await oidc
      .authorizationCodeGrant(configuration, new URL(`${this.redirect}?${query}`), {
        pkceCodeVerifier: begun.verifier,
        expectedState: kept,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
      })
      .catch(() => null)
    const claims = tokens?.claims()
    if (!tokens || !claims) return 'failed'
    const { emailClaim, roleClaim } = this.settings
    const isComplete = emailClaim in claims && roleClaim in claims
    const hasMore = configuration.serverMetadata().userinfo_endpoint !== undefined
    const more =
      isComplete || !hasMore
        ? {}
        : await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub).catch(() => ({}))
    return identityFrom({ ...more, ...claims }, this.settings)
  }
}

const throughProvider: Actor = { name: 'OpenID Connect', role: 'administrator' }

/**
 * Makes or brings up to date the account of somebody the provider has vouched for: their name and what they may do follow the
 * provider. An account that was made here keeps the role it was given here. An account belongs to the first identity that comes in by it; another with the same address is refused. Answers why
 * they do not come in; `null`: they may.
 */
export function admitIdentity(
  db: Database,
  { identity, email, name, role }: ProvidedIdentity,
): 'closed' | 'other-identity' | null {
  const standing = db.sql.select().from(users).where(eq(users.email, email)).get()
  if (standing && standing.disabledAt !== null) return 'closed'
  if (standing && standing.identity !== null && standing.identity !== identity) return 'other-identity'
  // A password nobody knows, in place of none and of a one-time one: who comes through the provider needs none here.
  const own = standing?.mustChangePassword === false ? standing.passwordHash : null
  const passwordHash = own ?? hashSync(randomBytes(24).toString('base64'), cost)
  const ownRole = standing !== undefined && (standing.ownRole || standing.identity === null)
  write(db, throughProvider, { action: standing ? 'user sign-in' : 'user add' }, (changeSet) => {
    saveUser(changeSet, standing, {
      email,
      name,
      role: ownRole ? standing.role : role,
      ownRole,
      identity,
      roleDecided: standing?.roleDecided ?? false,
      vouchedAt: changeSet.at,
      breakGlass: standing?.breakGlass ?? false,
      id: standing?.id ?? newAccountId(),
      passwordHash,
      mustChangePassword: false,
      oneTimeUntil: null,
      disabledAt: null,
    })
  })
  return null
}
