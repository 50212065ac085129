import type { Edited, EditedField, Typed } from '@pejling/domain/desk/fields'
import type { Locale, Text } from '@pejling/domain/text'
import type { ChangeSet } from '../db/change-set.ts'

/** Something that can be edited: its form, and what a form makes of it. */
export interface Subject {
  readonly name: Text
  /** As it is kept; `null`: it does not exist yet. */
  readonly body: unknown
  readonly fields: (locale: Locale) => readonly EditedField[]
  readonly read: (typed: Typed, locale: Locale) => Edited<(changeSet: ChangeSet) => void>
  readonly remove: ((changeSet: ChangeSet) => void) | null
}

/** A definition that has an editor of its own. */
export function subjectOf<Value>(
  name: Text,
  value: Value,
  editor: {
    readonly fields: (value: Value, locale: Locale) => readonly EditedField[]
    readonly read: (value: Value, typed: Typed, locale: Locale) => Edited<Value>
  },
  put: (changeSet: ChangeSet, value: Value) => void,
): Subject {
  return {
    name,
    body: value,
    fields: (locale) => editor.fields(value, locale),
    read: (typed, locale) => {
      const read = editor.read(value, typed, locale)
      return 'fields' in read ? read : { value: (changeSet) => put(changeSet, read.value) }
    },
    remove: null,
  }
}

/** Something that does not exist yet, under what it will belong to. */
export function newSubject<Value>(
  name: Text,
  editor: {
    readonly fields: (locale: Locale) => readonly EditedField[]
    readonly read: (typed: Typed, locale: Locale) => Edited<Value>
  },
  put: (changeSet: ChangeSet, value: Value) => void,
): Subject {
  return {
    name,
    body: null,
    fields: editor.fields,
    read: (typed, locale) => {
      const read = editor.read(typed, locale)
      return 'fields' in read ? read : { value: (changeSet) => put(changeSet, read.value) }
    },
    remove: null,
  }
}
