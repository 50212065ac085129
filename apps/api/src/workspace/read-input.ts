import { applyPatch, type MergePatch } from '@pejling/domain/workspace/patch'
import type { z } from 'zod'
import { bodyErrors, invalidBody } from '../http/input.ts'

/**
 * Applies a merge patch to a definition and reads the outcome by its schema. Throws a Problem that says at each place what to write.
 */
export function readPatched<Schema extends z.ZodType>(
  schema: Schema,
  target: unknown,
  patch: MergePatch,
): z.output<Schema> {
  const read = applyPatch(schema, target, patch)
  if (read.success) return read.data
  throw invalidBody(bodyErrors(schema, target, read.error.issues))
}
