import type { Database } from '../db/database.ts'
import { Problem, type InputError, type ReferenceTo } from '../http/problem.ts'
import { kinds, listDefinitions, listIndicators } from './definitions.ts'

/* What definitions refer to by name: goals, indicators, and what is told where there is no such thing. */

/** A name that is referred to, and where it stands in what was sent (JSON pointer). */
interface Reference {
  readonly pointer: string
  readonly name: string
}

const unknown = ({ pointer, name }: Reference, da: string, en: string): InputError => ({
  pointer,
  detail: { da: `Der er ${da} "${name}" i arbejdsområdet.`, en: `There is no ${en} "${name}" in the workspace.` },
})

/** References of a list, in the order they stand. */
export const referencesIn = (pointer: string, names: readonly string[]): Reference[] =>
  names.map((name, index) => ({ pointer: `${pointer}/${index}`, name }))

/** The references to goals, by slug, that the workspace has none of. */
export function unknownGoals(db: Database, references: readonly Reference[]): InputError[] {
  const known = new Set(listDefinitions(db, kinds.goal).map(({ slug }) => slug))
  return references.filter(({ name }) => !known.has(name)).map((one) => unknown(one, 'intet mål', 'goal'))
}

/** The references to indicators, by slug, that the workspace has none of. */
export function unknownIndicators(db: Database, references: readonly Reference[]): InputError[] {
  const known = new Set(listIndicators(db).map(({ slug }) => slug))
  return references.filter(({ name }) => !known.has(name)).map((one) => unknown(one, 'ingen indikator', 'indicator'))
}

const unusable = (errors: readonly InputError[]): Problem =>
  new Problem(
    'unprocessable',
    { da: 'Det sendte kan ikke gemmes; se errors.', en: 'What was sent cannot be saved; see errors.' },
    errors,
  )

/** Throws a Problem (422) that lists what cannot be as it was sent; does nothing where there is nothing. */
export function refuseErrors(errors: readonly InputError[]): void {
  if (errors.length > 0) throw unusable(errors)
}

/** The problem (422) of one place in what was sent. */
export const wrongAt = (pointer: string, da: string, en: string): Problem => unusable([{ pointer, detail: { da, en } }])

/** The problem (422) of an order that does not name every part once. */
export function wrongOrder(parts: readonly { readonly slug: string }[]): Problem {
  const all = parts.map(({ slug }) => slug).join(', ')
  return wrongAt('/order', `Nævn hver af disse én gang: ${all}`, `Name each of these once: ${all}`)
}

/** The problem (404) of something the workspace does not have. */
export const noSuch = (da: string, en: string): Problem => new Problem('not-found', { da, en })

/** The problem (409) of a change that what stands there does not allow. */
export const conflict = (da: string, en: string): Problem => new Problem('conflict', { da, en })

/** Throws a Problem (409) that names what refers to something that was to be deleted; does nothing where nothing does. */
export function refuseReferred(references: readonly ReferenceTo[]): void {
  if (references.length === 0) return
  const detail = {
    da: 'Kan ikke slettes: andet henviser hertil. Ret eller slet det først; se references.',
    en: 'Cannot be deleted: something else refers to it. Change or delete that first; see references.',
  }
  throw new Problem('conflict', detail, [], { references })
}
