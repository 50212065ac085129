import { Withdrawal } from '@pejling/domain/release/withdrawal'
import { asc } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { withdrawals } from '../db/schema.ts'

/** What has been withdrawn, by document. */
export interface WithdrawnIndex {
  /** All withdrawals, newest first. */
  readonly withdrawals: readonly Withdrawal[]
  /** When something was last withdrawn from the document that was published with a hash. */
  readonly withdrawnAt: ReadonlyMap<string, string>
  /**
   * Hashes that would confirm a guess at what was withdrawn, because the document had no salt, with the hash of what is answered
   * in its place. They prove the release here and are told to no one.
   */
  readonly unsafe: ReadonlyMap<string, string>
}

function indexOf(all: readonly Withdrawal[]): WithdrawnIndex {
  const withdrawnAt = new Map<string, string>()
  /** What has been answered in the place of a document, one after the other. */
  const answered = new Map<string, { hash: string; isUnsafe: boolean }[]>()
  for (const { withdrawnAt: at, documents } of all) {
    for (const { hash, replacement, salted } of documents) {
      withdrawnAt.set(hash, at)
      const versions = answered.get(hash) ?? [{ hash, isUnsafe: false }]
      const last = versions.at(-1)
      if (last) last.isUnsafe = !salted
      versions.push({ hash: replacement, isUnsafe: false })
      answered.set(hash, versions)
    }
  }
  const unsafe = new Map(
    [...answered.values()].flatMap((versions) => {
      const now = versions.at(-1)?.hash ?? ''
      return versions.filter(({ isUnsafe }) => isUnsafe).map(({ hash }) => [hash, now] as const)
    }),
  )
  return { withdrawals: all.toReversed(), withdrawnAt, unsafe }
}

/** Reads what has been withdrawn, once for each withdrawal there is. */
export function withdrawnIndexReader(db: Database): () => WithdrawnIndex {
  const newest = db.connection.prepare<[], { number: number | null }>('SELECT max(number) AS number FROM withdrawals')
  let known: { readonly number: number | null; readonly index: WithdrawnIndex } | null = null
  return () => {
    const number = newest.get()?.number ?? null
    if (known?.number === number) return known.index
    const rows = db.sql.select().from(withdrawals).orderBy(asc(withdrawals.number)).all()
    const index = indexOf(rows.map(({ body }) => Withdrawal.parse(JSON.parse(body))))
    known = { number, index }
    return index
  }
}
