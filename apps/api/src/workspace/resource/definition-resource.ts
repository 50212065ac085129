import type { z } from 'zod'
import type { ChangeKind } from '../../db/change-set.ts'
import { listDefinitions, putDefinition, removeDefinition } from '../definitions.ts'
import { isInRelease } from './published.ts'
import type { Resource } from './resource.ts'

/** What a resource adds to its kind of definition. */
type Added<Value> = Pick<Resource<Value>, 'path' | 'fixed' | 'nameOf' | 'placeOf' | 'problems' | 'referrers'> &
  Partial<Pick<Resource<Value>, 'written' | 'isPublished'>>

/** How one kind of definition is read and written. */
interface Kept<Value> {
  readonly name: ChangeKind
  readonly schema: z.ZodType<Value>
  readonly keyOf: (value: Value) => string
}

/**
 * A kind of definition as a resource. Where nothing else is said, one is published when a release has been made since it was made:
 * releases take all texts along.
 */
export function definitionResource<Value>(
  definition: Kept<Value> &
    Parameters<typeof removeDefinition>[1] &
    Parameters<typeof listDefinitions<z.ZodType<Value>>>[1],
  added: Added<Value>,
): Resource<Value> {
  const { name, schema, keyOf } = definition
  const list: Resource<Value>['list'] = (db) => listDefinitions<z.ZodType<Value>>(db, definition)
  return {
    kind: name,
    schema,
    list,
    find: (db, key) => list(db).find((value) => keyOf(value) === key) ?? null,
    keyOf,
    isPublished: (db, value) => isInRelease(db, name, keyOf(value)),
    put: (changeSet, value) => putDefinition<z.ZodType<Value>>(changeSet, definition, schema.parse(value)),
    remove: (changeSet, value) => removeDefinition(changeSet, definition, keyOf(value)),
    ...added,
  }
}
