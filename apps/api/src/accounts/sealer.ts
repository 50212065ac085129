import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 * Secrets that have to be read again are stored encrypted (AES-256-GCM) with a key that is in the data folder and in no backup of the
 * database: a copy of the database alone opens none of them.
 */

const [keyBytes, nonceBytes, tagBytes] = [32, 12, 16]

/** Encrypts and decrypts texts with the installation's key. */
export class Sealer {
  readonly #key: Buffer

  /** @param key 32 bytes */
  constructor(key: Buffer) {
    this.#key = key
  }

  /** The text encrypted, bound to what it is for: sealed for another purpose, it does not open. In base64url. */
  seal(text: string, purpose: string): string {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(purpose))
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
  }

  /** The text that was sealed for a purpose; `null`: it was not, or with another key. */
  open(sealed: string, purpose: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url')
    if (bytes.length < nonceBytes + tagBytes) return null
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, nonceBytes))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
    try {
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8')
    } catch {
      return null
    }
  }
}

/** Opens the sealer of an installation by the key in its data folder, which is made where there is none. */
export function openSealer(folder: string): Sealer {
  const file = join(folder, 'pejling.key')
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (key.length !== keyBytes) {
    throw new Error(
      `${file} does not hold a key of ${keyBytes} bytes. Bring back the file as it was, or remove it to have another made: one-time codes then have to be set up again.`,
    )
  }
  return new Sealer(key)
}
