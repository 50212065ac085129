import { deskPages } from '@pejling/addresses/words'
import type { Locale } from '@pejling/domain/text'
import * as oidc from 'openid-client'
import { BegunSignIns, type Begun, type Purpose } from './begun-sign-in.ts'
import { IdentityError, identityErrorOf } from './identity-problem.ts'
import { claimAt, readIdentity, type ClaimSettings, type ProvidedIdentity } from './provided-identity.ts'

/*
 * Signing in through the municipality's own identity provider: OpenID Connect with the authorization code flow and PKCE. The
 * provider says who a person is and what groups or roles they have; the installation says what those may do here.
 */

/** How an installation knows its identity provider. */
export interface IdentityProviderSettings extends ClaimSettings {
  /** The issuer's address; its discovery document is found below it. */
  readonly issuer: string
  readonly clientId: string
  /** `null`: the provider knows this as a public client. */
  readonly clientSecret: string | null
  /** What people call it: it stands on the button. */
  readonly name: string
  readonly scope: string
  /** No one signs in with a password any more, but for the break-glass account. */
  readonly only: boolean
  /** For how many days after its owner last came a token of a provided account is good. */
  readonly tokenDays: number
}

/** An identity provider to sign in through. */
export class IdentityProvider {
  readonly settings: IdentityProviderSettings
  private readonly redirect: string
  private readonly begun: BegunSignIns
  private found: Promise<oidc.Configuration> | null = null

  /** `url` is the installation's own public address; the provider sends people back below it. */
  constructor(settings: IdentityProviderSettings, url: string, milliseconds: () => number) {
    this.settings = settings
    this.redirect = url + deskPages.providerReturn
    this.begun = new BegunSignIns(() => milliseconds() / 1000)
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

  /**
   * Begins a sign-in: where to send the person, and what their browser has to bring back, sealed. Throws an {@link IdentityError}
   * where the provider is not there.
   */
  async begin(locale: Locale, purpose: Purpose): Promise<{ readonly address: string; readonly kept: string }> {
    const configuration = await this.configuration().catch((error: unknown) => {
      throw new IdentityError('unreachable', identityErrorOf(error).code)
    })
    const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()]
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirect,
      scope: this.settings.scope,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    return { address: address.href, kept: await this.begun.seal({ state, nonce, verifier, locale, purpose }) }
  }

  /** The sign-in a browser brings back; `null`: it was not begun here, or too long ago. */
  resume(kept: string | undefined): Promise<Begun | null> {
    return this.begun.open(kept)
  }

  /** Ends a sign-in with the query of the address the provider sent its person back to. Throws an {@link IdentityError}. */
  async end(query: string, begun: Begun): Promise<ProvidedIdentity> {
    try {
      const configuration = await this.configuration()
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${this.redirect}?${query}`), {
        pkceCodeVerifier: begun.verifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      const identity = claims && readIdentity(await this.#more(configuration, tokens, claims), this.settings)
      if (!identity) throw new IdentityError('no-subject')
      return identity
    } catch (error) {
      throw identityErrorOf(error)
    }
  }

  /** The claims of the ID token, and what it does not say from the userinfo address. */
  async #more(
    configuration: oidc.Configuration,
    tokens: oidc.TokenEndpointResponse,
    claims: oidc.IDToken,
  ): Promise<Readonly<Record<string, unknown>>> {
    const { emailClaim, roleClaim } = this.settings
    const isComplete = [emailClaim, roleClaim].every((name) => claimAt(claims, name) !== undefined)
    if (isComplete || configuration.serverMetadata().userinfo_endpoint === undefined) return claims
    return { ...(await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims }
  }
}
