import type { EditedField, Typed } from '@pejling/domain/desk/fields'
import type { DeskView, EditedKind } from '@pejling/domain/desk/views'
import type { Text } from '@pejling/domain/text'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { changeEdited, readEdited, type EditStep } from './definitions.ts'

type EditView = Extract<DeskView, { page: 'edit' }>

/** A person who may write, in Danish. */
export const about = { locale: 'da', mayWrite: true, saved: false } as const

/** The form of a thing that is there. */
export function formOf(db: Database, kind: EditedKind, key: string): EditView {
  const view = readEdited(db, { kind, key }, about)
  if (!view) throw new Error(`No ${kind} ${key}`)
  return view
}

/** A form as it was shown, with something typed again. */
export const sent =
  ({ fields, before }: { readonly fields: readonly EditedField[]; readonly before: string }, anew = {}): Typed =>
  (name) => {
    const typed = new Map<string, string>([
      ...fields.flatMap((field): [string, string][] => [
        [field.name, field.da],
        [`${field.name}.en`, field.en ?? ''],
      ]),
      ['before', before],
      ...Object.entries<string>(anew),
    ])
    return typed.get(name) ?? ''
  }

/** Does with a form what its step says. */
export const change = (db: Database, kind: EditedKind, key: string, typed: Typed, step: EditStep = 'save') =>
  changeEdited(db, system, { kind, key }, { typed, locale: 'da', step })

/** What is wrong at which field of a form that was shown again; nothing where it was not. */
export const problemsOf = (result: ReturnType<typeof changeEdited>): Readonly<Record<string, Text>> =>
  result === null || result === 'done'
    ? {}
    : Object.fromEntries(result.fields.flatMap(({ name, problem }) => (problem ? [[name, problem]] : [])))
