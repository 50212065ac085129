import { z } from 'zod'
import { expectedIn } from './parameters.ts'
import { Problem, type InputError } from './problem.ts'

/** Reads the parts of an address or its query by their schema. Throws a {@link Problem} that says what would be right. */
export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  throw invalidRequest(result.error.issues.flatMap((issue) => inputErrors(issue, known)))
}

function inputErrors(issue: z.core.$ZodIssue, known: readonly string[]): InputError[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownParameter(key, known))
  // Of a list, it is the parameter that is wrong.
  const name = String(issue.path[0] ?? '')
  const pointer = pointerTo(name)
  const expected = expectedIn(name) ?? (known.includes(name) || name === '' ? null : expectedIn('category'))
  if (!expected) return [{ pointer, detail: { da: 'Giv én værdi.', en: 'Give one value.' } }]
  return [{ pointer, detail: { da: `Skriv ${expected.da}.`, en: `Write ${expected.en}.` } }]
}

/** The JSON pointer to a parameter (RFC 6901): a slash in its name is no step. */
const pointerTo = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`

function unknownParameter(name: string, known: readonly string[]): InputError {
  const list = known.join(', ')
  return {
    pointer: pointerTo(name),
    detail: {
      da: `Ukendt parameter "${name}". ${known.length > 0 ? `Brug: ${list}.` : 'Her er ingen parametre.'}`,
      en: `Unknown parameter "${name}". ${known.length > 0 ? `Use: ${list}.` : 'There are no parameters here.'}`,
    },
  }
}

/** The problem of a request whose address or parameters cannot be used. */
export function invalidRequest(errors: readonly InputError[]): Problem {
  return new Problem(
    'invalid-request',
    {
      da: 'Adressen eller dens parametre kan ikke bruges; se errors.',
      en: 'The address or its parameters cannot be used; see errors.',
    },
    errors,
  )
}
