import { z } from 'zod'

/*
 * Changing part of a definition by JSON Merge Patch (RFC 7396): what is named is changed, `null` takes it away, what is left out
 * stays. Lists are written whole.
 */

/** A merge patch. */
export type MergePatch = Readonly<Record<string, unknown>>

/** A field as a patch may have it; `isRemovable`: whether it may be taken away. */
function patchField(field: unknown, isRemovable = false): z.ZodType {
  if (field instanceof z.ZodDefault || field instanceof z.ZodOptional || field instanceof z.ZodNullable) {
    return patchField(field.unwrap(), true)
  }
  const own = field instanceof z.ZodObject ? patchOf(field) : field
  if (!(own instanceof z.ZodType)) return z.never()
  return isRemovable ? own.nullable() : own
}

/** What a merge patch of an object of this schema may have: every field, none of them required; objects within are patched alike. */
export function patchOf(schema: z.ZodObject): z.ZodType<MergePatch> {
  const fields = Object.entries(schema.shape).map(([name, field]): [string, z.ZodType] => {
    const own = patchField(field).optional()
    const description = field instanceof z.ZodType ? field.description : undefined
    return [name, description === undefined ? own : own.describe(description)]
  })
  return z.strictObject(Object.fromEntries(fields))
}

const isObject = (value: unknown): value is MergePatch =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value with a merge patch applied. What the patch takes away is `null` in the answer: {@link applyPatch} decides what that means. */
function merged(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const result = new Map<string, unknown>(Object.entries(isObject(target) ? target : {}))
  for (const [name, value] of Object.entries(patch)) result.set(name, merged(result.get(name), value))
  return Object.fromEntries(result)
}

/** A value without what stands at these paths. */
function without(value: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  if (!isObject(value)) return value
  const kept = Object.entries(value).flatMap(([name, own]): [string, unknown][] => {
    const here = paths.filter(([first]) => first === name).map(([, ...rest]) => rest)
    return here.some((rest) => rest.length === 0) ? [] : [[name, without(own, here)]]
  })
  return Object.fromEntries(kept)
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((own, name) => (isObject(own) ? own[String(name)] : undefined), value)

/**
 * Applies a merge patch (RFC 7396) and reads the outcome by its schema. What the patch takes away becomes `null` where the schema
 * has that for nothing, and is left out where it does not.
 */
export function applyPatch<Schema extends z.ZodType>(
  schema: Schema,
  target: unknown,
  patch: MergePatch,
): z.ZodSafeParseResult<z.output<Schema>> {
  const whole = merged(target, patch)
  const read = schema.safeParse(whole)
  if (read.success) return read
  const taken = read.error.issues.map(({ path }) => path).filter((path) => at(whole, path) === null)
  return taken.length === 0 ? read : schema.safeParse(without(whole, taken))
}
