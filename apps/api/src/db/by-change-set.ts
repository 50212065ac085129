import { LRUCache } from 'lru-cache'
import type { Database } from './database.ts'

/** How many results of one computation are kept for each database. */
const most = 50

interface Kept<T> {
  readonly at: number
  readonly values: LRUCache<string, { readonly value: T }>
}

function newestChangeSet({ connection }: Database): number {
  const row = connection.prepare<[], { newest: number | null }>('SELECT max(number) AS newest FROM change_sets').get()
  return row?.newest ?? 0
}

/**
 * A computation on the workspace that is done once as long as nothing is written: what it made is kept under a name until there
 * is a newer change set, from whichever process. Whatever else it depends on, such as the day, belongs in the name. Inside a
 * transaction nothing is kept: it may be rolled back.
 */
export function byChangeSet<T>(): (db: Database, name: string, compute: () => T) => T {
  const kept = new WeakMap<Database, Kept<T>>()
  return (db, name, compute) => {
    if (db.connection.inTransaction) return compute()
    const at = newestChangeSet(db)
    const before = kept.get(db)
    const { values } =
      before?.at === at ? before : { values: new LRUCache<string, { readonly value: T }>({ max: most }) }
    if (before?.at !== at) kept.set(db, { at, values })
    const found = values.get(name)
    if (found) return found.value
    const value = compute()
    values.set(name, { value })
    return value
  }
}
