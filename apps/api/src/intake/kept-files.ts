import { createHash, randomUUID } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { and, eq, like, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { retryWhileBusy } from '../db/retry-while-busy.ts'
import { filePieces } from '../db/schema.ts'
import type { SourceFile } from './read/source-bytes.ts'

/** Bytes of a piece; a file is never in memory whole unless its reader needs it so. */
const pieceSize = 262_144
const incoming = 'incoming-'

/** Thrown where a file is larger than any that is taken. */
export class TooLargeError extends Error {
  override name = 'TooLargeError'
}

/** A file that has been kept: the SHA-256 of its bytes, and how many they are. */
export interface KeptFile {
  readonly hash: string
  readonly size: number
}

async function* inPieces(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  for await (const chunk of stream) {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= pieceSize) {
      yield rest.subarray(0, pieceSize)
      rest = rest.subarray(pieceSize)
    }
  }
  if (rest.length > 0) yield rest
}

/**
 * Keeps a file as it arrives, under the hash of its bytes: whole, or not at all. The same file is kept once. Throws a
 * {@link TooLargeError} above `largest` bytes.
 */
export async function keepFile(db: Database, stream: AsyncIterable<Uint8Array>, largest: number): Promise<KeptFile> {
  const name = incoming + randomUUID()
  const digest = createHash('sha256')
  let [size, position] = [0, 0]
  try {
    for await (const piece of inPieces(stream)) {
      size += piece.length
      if (size > largest) throw new TooLargeError(`More than ${largest} bytes`)
      digest.update(piece)
      const values = { file: name, position, bytes: gzipSync(piece) }
      await retryWhileBusy(() => db.sql.insert(filePieces).values(values).run())
      position += 1
    }
  } catch (error) {
    await retryWhileBusy(() => forgetFile(db, name))
    throw error
  }
  const hash = digest.digest('hex')
  await retryWhileBusy(() =>
    db.sql.transaction(
      () => {
        if (isKept(db, hash)) forgetFile(db, name)
        else db.sql.update(filePieces).set({ file: hash }).where(eq(filePieces.file, name)).run()
      },
      { behavior: 'immediate' },
    ),
  )
  return { hash, size }
}

function isKept(db: Database, hash: string): boolean {
  const { file } = filePieces
  return db.sql.select({ file }).from(filePieces).where(eq(file, hash)).limit(1).get() !== undefined
}

/** Lets go of a file. */
export function forgetFile(db: Database, hash: string): void {
  db.sql.delete(filePieces).where(eq(filePieces.file, hash)).run()
}

/** Lets go of files whose arrival was cut short, by a stop of the server. */
export function forgetUnfinished(db: Database): void {
  db.sql
    .delete(filePieces)
    .where(like(filePieces.file, `${incoming}%`))
    .run()
}

/** A kept file, to be read. */
export function openFile(db: Database, { hash, size }: KeptFile): SourceFile {
  const find = db.sql
    .select({ bytes: filePieces.bytes })
    .from(filePieces)
    .where(and(eq(filePieces.file, hash), eq(filePieces.position, sql.placeholder('position'))))
    .prepare()
  return {
    size,
    *pieces() {
      // One query for each piece: a query left open would keep everything else from the database.
      for (let position = 0; ; position += 1) {
        const piece = find.get({ position })
        if (!piece) return
        yield gunzipSync(piece.bytes)
      }
    },
  }
}
