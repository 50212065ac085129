import type { Text } from '@pejling/domain/text'
import type { z } from 'zod'
import type { ChangeKind, ChangeSet } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import type { Place } from '../../http/pages.ts'
import type { InputError } from '../../http/problem.ts'

/** Something that refers to something else. */
export interface Referrer {
  readonly kind: ChangeKind
  readonly key: string
  readonly name: Text
}

/** A kind of thing of the workspace that is listed, made, changed and deleted one by one. */
export interface Resource<Value> {
  /** What change sets call it. */
  readonly kind: ChangeKind
  /** What the API calls all of them, as it stands in addresses. */
  readonly path: string
  /** The schema of one, and whether its fields stand for names that never change. */
  readonly schema: z.ZodType<Value>
  readonly fixed: readonly string[]
  readonly list: (db: Database) => readonly Value[]
  readonly find: (db: Database, key: string) => Value | null
  readonly keyOf: (value: Value) => string
  readonly nameOf: (value: Value) => Text
  /** Its place in lists. */
  readonly placeOf: (value: Value) => Place
  /** What of it does not agree with the rest of the workspace; `before` is `null` where it is new. */
  readonly problems: (db: Database, value: Value, before: Value | null) => readonly InputError[]
  /** What it becomes when it is written, e.g. with its former address noted. */
  readonly written?: (db: Database, value: Value, before: Value) => Value
  readonly referrers: (db: Database, value: Value) => readonly Referrer[]
  /** Whether a release says it by its name: then it stays, and is retired instead. */
  readonly isPublished: (db: Database, value: Value) => boolean
  readonly put: (changeSet: ChangeSet, value: Value) => void
  readonly remove: (changeSet: ChangeSet, value: Value) => void
}

/** A problem at a field of a document. */
export const fieldProblem = (pointer: string, da: string, en: string): InputError => ({ pointer, detail: { da, en } })
