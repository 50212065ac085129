import { toNestErrors } from '@hookform/resolvers'
import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form'
import type { z } from 'zod'
import { saidOf } from './spoken.ts'

/** Holds a form against its schema, and says at each field what to write. */
export const spokenResolver =
  <Values extends FieldValues>(schema: z.ZodType<Values>): Resolver<FieldValues, unknown, FieldValues> =>
  (values, _context, options) => {
    const read = schema.safeParse(values)
    if (read.success) return { values, errors: {} }
    const errors: FieldErrors = {}
    for (const issue of read.error.issues) {
      const { path, message } = saidOf(issue, values)
      errors[path.join('.')] ??= { type: issue.code, message }
    }
    return { values: {}, errors: toNestErrors(errors, options) }
  }
