import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { retryWhileBusy } from '../db/retry-while-busy.ts'
import { passkeys } from '../db/schema.ts'
import { firstRecoveryCodes } from './one-time-codes.ts'
import { changeFactors } from './second-factors.ts'
import { keepChallenge, takeChallenge, type SignedIn } from './sessions.ts'
import { recordSignIn } from './sign-in-record.ts'

/* Passkeys (W3C WebAuthn). They belong to the host of the installation's public address, and ask for a PIN, a finger or a face. */

const Transport = z.enum(['ble', 'hybrid', 'internal', 'nfc', 'usb'])
const Transports = z.array(Transport).catch([])

const Answer = z.looseObject({
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
})
const Made = Answer.extend({
  response: z.looseObject({ clientDataJSON: z.string(), attestationObject: z.string() }),
})
const Signed = Answer.extend({
  response: z.looseObject({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }),
})
/** What browsers answer, as the library reads it on. */
const Registration = z.custom<RegistrationResponseJSON>((answer) => Made.safeParse(answer).success)
const Authentication = z.custom<AuthenticationResponseJSON>((answer) => Signed.safeParse(answer).success)
const ClientData = z.looseObject({ origin: z.string() })

/** Reads what a browser answered, as a form sent it; `null`: it is no such answer. */
function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Where passkeys are used. */
export interface PasskeyPlace {
  /** The public address of the installation. */
  readonly url: string
}

const hostOf = ({ url }: PasskeyPlace): string => new URL(url).hostname

/** The origin an answer must be from: the public address, and on this very machine any port of it. */
function originOf(place: PasskeyPlace, clientDataJSON: string): string {
  const { origin, hostname } = new URL(place.url)
  if (hostname !== 'localhost') return origin
  const said = parsed(ClientData, Buffer.from(clientDataJSON, 'base64url').toString())?.origin ?? ''
  return URL.canParse(said) && new URL(said).hostname === 'localhost' ? said : origin
}

const keysOf = (db: Database, account: string) =>
  db.sql.select().from(passkeys).where(eq(passkeys.account, account)).all()

const transportsOf = (text: string): AuthenticatorTransport[] => Transports.parse(JSON.parse(text))

/** What the browser needs to make a passkey for a person, as JSON. What it has to sign is kept in the session. */
export async function askForNewPasskey(db: Database, place: PasskeyPlace, who: SignedIn): Promise<string> {
  const options = await generateRegistrationOptions({
    rpName: 'Pejling',
    rpID: hostOf(place),
    userName: who.email,
    userDisplayName: who.actor.name,
    userID: new Uint8Array(Buffer.from(who.account)),
    attestationType: 'none',
    excludeCredentials: keysOf(db, who.account).map(({ id, transports }) => ({
      id,
      transports: transportsOf(transports),
    })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
  await retryWhileBusy(() => keepChallenge(db, who.session ?? '', options.challenge))
  return JSON.stringify(options)
}

/** What the browser needs to use one of an account's passkeys, as JSON; `null`: it has none. */
export async function askForPasskey(
  db: Database,
  place: PasskeyPlace,
  { account, session }: { readonly account: string; readonly session: string },
): Promise<string | null> {
  const keys = keysOf(db, account)
  if (keys.length === 0) return null
  const options = await generateAuthenticationOptions({
    rpID: hostOf(place),
    allowCredentials: keys.map(({ id, transports }) => ({ id, transports: transportsOf(transports) })),
    userVerification: 'required',
  })
  await retryWhileBusy(() => keepChallenge(db, session, options.challenge))
  return JSON.stringify(options)
}

/**
 * Adds the passkey a browser has made. `false`: it is not what was asked for. Returns the recovery codes where it is the account's
 * first second factor; `null`: it has some.
 */
export async function addPasskey(
  db: Database,
  place: PasskeyPlace,
  who: SignedIn,
  given: { readonly name: string; readonly response: string; readonly from: string },
): Promise<readonly string[] | null | false> {
  const challenge = await retryWhileBusy(() => takeChallenge(db, who.session ?? ''))
  const response = parsed(Registration, given.response)
  if (challenge === null || response === null) return false
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: originOf(place, response.response.clientDataJSON),
    expectedRPID: hostOf(place),
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) return false
  const { id, publicKey, counter } = verified.registrationInfo.credential
  return retryWhileBusy(() =>
    write(db, who.actor, { action: 'second factor' }, (changeSet) =>
      changeFactors(changeSet, who.account, () => {
        db.sql
          .insert(passkeys)
          .values({
            id,
            account: who.account,
            publicKey: Buffer.from(publicKey),
            counter,
            transports: JSON.stringify(Transports.parse(response.response.transports)),
            name: given.name.trim().slice(0, 60),
            createdAt: changeSet.at,
            lastUsedAt: null,
          })
          .run()
        recordSignIn(db, { kind: 'passkey-added', account: who.account, from: given.from })
        return firstRecoveryCodes(changeSet, who.account)
      }),
    ),
  )
}

/** Whether a browser has signed what a session asked for with a passkey of the account. Each is asked for once. */
export async function verifyPasskey(
  db: Database,
  place: PasskeyPlace,
  given: { readonly account: string; readonly session: string; readonly response: string },
): Promise<boolean> {
  const challenge = await retryWhileBusy(() => takeChallenge(db, given.session))
  const response = parsed(Authentication, given.response)
  const key = response && keysOf(db, given.account).find(({ id }) => id === response.id)
  if (challenge === null || !response || !key) return false
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: originOf(place, response.response.clientDataJSON),
    expectedRPID: hostOf(place),
    credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) return false
  const { newCounter } = verified.authenticationInfo
  await retryWhileBusy(() =>
    db.sql.update(passkeys).set({ counter: newCounter, lastUsedAt: db.clock() }).where(eq(passkeys.id, key.id)).run(),
  )
  return true
}

/** Takes a passkey from a person's account. */
export function removePasskey(
  db: Database,
  who: SignedIn,
  { id, from }: { readonly id: string; readonly from: string },
): void {
  write(db, who.actor, { action: 'second factor' }, (changeSet) =>
    changeFactors(changeSet, who.account, () => {
      const own = and(eq(passkeys.id, id), eq(passkeys.account, who.account))
      if (db.sql.delete(passkeys).where(own).run().changes === 0) return
      recordSignIn(db, { kind: 'passkey-removed', account: who.account, from })
    }),
  )
}
