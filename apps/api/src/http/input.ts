import { z } from 'zod'
import { expectedIn } from './parameters.ts'
import { pointerOf } from './pointer.ts'
import { wordsOfIssue, wordsOfUnknownName } from './input-words.ts'
import { Problem, type InputError } from './problem.ts'

/** Reads the parts of an address or its query by their schema; `known`: the names that may be used. Throws a {@link Problem} that says what would be right. */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  known: readonly string[] = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [],
): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw invalidRequest(result.error.issues.flatMap((issue) => inputErrors(issue, known, input)))
}

function inputErrors(issue: z.core.$ZodIssue, known: readonly string[], input: unknown): InputError[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownParameter(key, known))
  // Of a list, it is the parameter that is wrong.
  const name = String(issue.path[0] ?? '')
  const expected = expectedIn(issue.path.join('/')) ?? expectedIn(name)
  const pointer = expected ? pointerOf([name]) : pointerOf(issue.path)
  if (Array.isArray(at(input, issue.path)) && !expected) {
    return [{ pointer, detail: { da: 'Giv én værdi.', en: 'Give one value.' } }]
  }
  if (!expected) return [{ pointer, detail: wordsOfIssue(issue, false) }]
  return [{ pointer, detail: { da: `Skriv ${expected.da}.`, en: `Write ${expected.en}.` } }]
}

function unknownParameter(name: string, known: readonly string[]): InputError {
  const list = known.join(', ')
  return {
    pointer: pointerOf([name]),
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

/** What stands at a path of a document; `undefined`: nothing. */
function at(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined
    return Object.entries(inner).find(([name]) => name === String(key))?.[1]
  }, document)
}

/** The names that may stand at a path, as far as the schema says. */
function knownNames(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  return path.length === 0 && schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

/** What is wrong with a document that its schema refuses, place by place, in words that say what to write. */
export function bodyErrors(
  schema: z.ZodType,
  document: unknown,
  issues: readonly z.core.$ZodIssue[],
): readonly InputError[] {
  return issues.flatMap((issue): InputError[] => {
    if (issue.code !== 'unrecognized_keys') {
      const isMissing = at(document, issue.path) === undefined
      return [{ pointer: pointerOf(issue.path), detail: wordsOfIssue(issue, isMissing) }]
    }
    const known = knownNames(schema, issue.path)
    return issue.keys.map((key) => ({
      pointer: pointerOf([...issue.path, key]),
      detail: wordsOfUnknownName(key, known),
    }))
  })
}

/** The problem of a document that cannot be used; nothing of it has been written. */
export function invalidBody(errors: readonly InputError[]): Problem {
  return new Problem(
    'invalid-request',
    {
      da: 'Indholdet kan ikke bruges; intet er skrevet. Se errors.',
      en: 'The content cannot be used; nothing has been written. See errors.',
    },
    errors,
  )
}

/** Reads a document by its schema. Throws a Problem that says at each place what to write. */
export function readBody<Schema extends z.ZodType>(schema: Schema, document: unknown): z.output<Schema> {
  const result = schema.safeParse(document)
  if (result.success) return result.data
  throw invalidBody(bodyErrors(schema, document, result.error.issues))
}
