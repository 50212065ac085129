import { randomBytes } from 'node:crypto'
import { Locale } from '@pejling/domain/text'
import { EncryptJWT, jwtDecrypt } from 'jose'
import { z } from 'zod'

/*
 * A sign-in that has been begun and waits for its person to come back. All of it is kept by their browser, encrypted (JWE) with a
 * key this process alone has: nothing is kept here, so that sign-ins that are begun and never ended use no memory.
 */

/** What a sign-in is for. */
const Purpose = z.discriminatedUnion('for', [
  z.strictObject({ for: z.literal('sign-in') }),
  /** To link the provider's identity to the account of a session that has just proven who it is. */
  z.strictObject({ for: z.literal('link'), email: z.string(), session: z.string() }),
  /** To use an account by an invitation; of its secret only the hash is kept. */
  z.strictObject({ for: z.literal('invitation'), hash: z.string() }),
])
export type Purpose = z.infer<typeof Purpose>

const Begun = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  locale: Locale,
  purpose: Purpose,
})
/** A sign-in that has been begun: what the provider has to answer, and what it is for. */
export type Begun = z.infer<typeof Begun>

/** How long a person may take at the provider, in seconds. */
export const signInTimeout = 600

/** Seals sign-ins that have been begun, and opens them again. */
export class BegunSignIns {
  readonly #key = randomBytes(32)
  readonly #now: () => number

  /** @param now the time in seconds that only ever grows */
  constructor(now: () => number) {
    this.#now = now
  }

  /** A sign-in as its browser keeps it. */
  async seal(begun: Begun): Promise<string> {
    const now = Math.floor(this.#now())
    return new EncryptJWT(begun)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setExpirationTime(now + signInTimeout)
      .encrypt(this.#key)
  }

  /** What was sealed; `null`: it was not sealed here, has been changed, or has taken too long. */
  async open(sealed: string | undefined): Promise<Begun | null> {
    if (sealed === undefined) return null
    try {
      const currentDate = new Date(Math.floor(this.#now()) * 1000)
      const { payload } = await jwtDecrypt(sealed, this.#key, { currentDate, keyManagementAlgorithms: ['dir'] })
      return Begun.parse(payload)
    } catch {
      return null
    }
  }
}
