import { createHash } from 'node:crypto'

/** The SHA-256, in hex, that a secret of enough randomness is stored and found by, so that the database opens nothing. */
export const fingerprintOf = (secret: string | Buffer): string => createHash('sha256').update(secret).digest('hex')
