import { ownEntry } from '@pejling/domain/record/own-entry'
import { z } from 'zod'
import { roles, type Role } from '../db/actor.ts'
import type { RoleMap } from './role-map.ts'
import { Email } from './users.ts'

/* What an identity provider says of a person, read from the claims of its ID token and its userinfo (OpenID Connect Core 1.0, section 5). */

type Claims = Readonly<Record<string, unknown>>

/** Where the provider says what. */
export interface ClaimSettings {
  readonly roleClaim: string
  readonly emailClaim: string
  /** The claim with the provider's own name for a person, which never becomes another's. */
  readonly subjectClaim: string
  /** The provider gives out every address itself, so that one it says nothing of is verified. */
  readonly trustsEmail: boolean
  /** What a value of the role claim may do here. */
  readonly roleOf: RoleMap
}

/** A person as the provider knows them. */
export interface ProvidedIdentity {
  /** The issuer and its own name for the person, which never changes. */
  readonly identity: string
  /** `null`: none came. */
  readonly email: string | null
  /** Whether the provider says that the address is theirs; where it says nothing, it is not. */
  readonly emailVerified: boolean
  /** `null`: none came. */
  readonly name: string | null
  /** What their groups may do; `none`: nothing, `overage`: there are more groups than the provider sends. */
  readonly role: Role | 'none' | 'overage'
}

const Nested = z.record(z.string(), z.unknown())

/** A claim by its name, or by a path into nested ones: `realm_access.roles`. */
export function claimAt(claims: Claims, name: string): unknown {
  const whole = ownEntry(claims, name)
  if (whole !== undefined) return whole
  const [first = '', ...rest] = name.split('.')
  if (rest.length === 0) return undefined
  const inner = Nested.safeParse(ownEntry(claims, first))
  return inner.success ? claimAt(inner.data, rest.join('.')) : undefined
}

/** The highest role the claim gives: a text, or a list in which what is no text counts for nothing; `null`: none. */
export function roleFromClaim(claim: unknown, roleOf: RoleMap): Role | null {
  const given = new Set([claim].flat().flatMap((value) => (typeof value === 'string' ? (roleOf.get(value) ?? []) : [])))
  return roles.findLast((role) => given.has(role)) ?? null
}

/** Whether the provider says that there are more groups than it sends (Entra ID: a claim named in `_claim_names`, or `hasgroups`). */
function isOverage(claims: Claims, roleClaim: string): boolean {
  const elsewhere = Nested.safeParse(ownEntry(claims, '_claim_names'))
  return (elsewhere.success && Object.hasOwn(elsewhere.data, roleClaim)) || ownEntry(claims, 'hasgroups') === true
}

/** An issuer as it is kept: providers are written with and without a slash at the end. */
export const plainIssuer = (issuer: string): string => issuer.replace(/\/+$/, '')

/** The issuer of an identity that is kept. */
export const issuerOf = (identity: string): string => plainIssuer(identity.split(' ')[0] ?? '')

const Subject = z.string().min(1).max(255)

/**
 * Reads who a person is from verified claims; `iss` and `sub` have been checked against the provider. `null`: the provider did not
 * send its own name for the person.
 */
export function readIdentity(claims: Claims, settings: ClaimSettings): ProvidedIdentity | null {
  const issuer = Subject.safeParse(claims['iss'])
  const subject = Subject.safeParse(claimAt(claims, settings.subjectClaim))
  if (!issuer.success || !subject.success) return null
  const email = Email.safeParse(claimAt(claims, settings.emailClaim))
  const said = ownEntry(claims, 'email_verified')
  const isSaid = said === true || said === 'true'
  const role = roleFromClaim(claimAt(claims, settings.roleClaim), settings.roleOf)
  const name = z.string().trim().min(1).max(200).safeParse(claims['name'])
  return {
    identity: `${plainIssuer(issuer.data)} ${subject.data}`,
    email: email.success ? email.data : null,
    emailVerified: said === undefined ? settings.trustsEmail : isSaid,
    name: name.success ? name.data : null,
    role: role ?? (isOverage(claims, settings.roleClaim) ? 'overage' : 'none'),
  }
}
