import { useMemo, type JSX, type ReactNode } from 'react'
import { useWatch, type Control, type FieldErrors, type FieldValues } from 'react-hook-form'
import { z } from 'zod'
import { wordsOf } from '../client/locale.ts'
import { request, type Answered } from '../client/request.ts'
import { ReaderPreview } from '../widgets/reader-preview.tsx'
import { report } from '../widgets/messages.tsx'
import { FormFrame } from './form-frame.tsx'
import { isSame } from './three-way.ts'
import { formSchema, toForm } from './untranslated.ts'
import { useKeptForm, type Standing } from './use-kept-form.ts'

const words = wordsOf({
  da: { saved: 'Gemt.', elsewhere: 'Dette passer ikke sammen med resten:' },
  en: { saved: 'Saved.', elsewhere: 'This does not agree with the rest:' },
})

const Fields = z.record(z.string(), z.unknown())

/** A document of the API that is edited part by part. */
export interface EditedDocument<Value> {
  /** Where it is in the API: `/goals/skov`. */
  readonly path: string
  readonly schema: z.ZodType<Value>
  readonly stands: Answered<Value>
  /** Fields that are none where every part of them is empty. */
  readonly whole?: readonly string[]
}

const standingOf = ({ value, etag }: Answered<unknown>): Standing => ({ value: Fields.parse(toForm(value)), etag })

/** Of a document, the fields that have these names; what is there no more is taken away. */
const partOf = (document: FieldValues, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, Fields.parse(document)[name] ?? null]))

/** What is wrong in a form, at whatever depth. */
const messagesIn = (errors: unknown): string[] => {
  if (typeof errors !== 'object' || errors === null || errors instanceof Element) return []
  if ('message' in errors && typeof errors.message === 'string') return [errors.message]
  return Object.values(errors).flatMap(messagesIn)
}

/** A form over part of a document. What readers would see of it stands beside it while it is filled in. */
export function SectionForm<Value extends FieldValues>({
  edited,
  section,
  fields,
  label,
  onDone,
  children,
  isPreviewed = true,
}: {
  readonly edited: EditedDocument<Value>
  /** Names the unsaved work on this device. */
  readonly section: string
  /** The fields of the document that stand in the form. */
  readonly fields: readonly (keyof Value & string)[]
  readonly label: string
  readonly onDone: () => void
  readonly children: (control: Control) => ReactNode
  readonly isPreviewed?: boolean
}): JSX.Element {
  const { path, schema, stands, whole = [] } = edited
  const standing = useMemo(() => standingOf(stands), [stands])
  const read = useMemo(() => formSchema(schema, whole), [schema, whole])
  const kept = useKeptForm<Value>({
    name: `${path}#${section}`,
    schema: read,
    stands: standing,
    save: ({ values, patch, match }) =>
      request(schema, 'PATCH', path, { body: partOf(values, Object.keys(patch)), match }),
    reread: async () => standingOf(await request(schema, 'GET', path)),
    onSaved: ({ changeSet }) => {
      report({ text: words.saved, changeSet })
      onDone()
    },
  })
  const { control, formState } = kept.form
  const form = (
    <FormFrame kept={kept} label={label}>
      {children(control)}
      <Elsewhere errors={formState.errors} fields={fields} />
    </FormFrame>
  )
  if (!isPreviewed) return form
  return (
    <div className="edit-beside">
      {form}
      <Beside control={control} path={path} read={read} stands={stands.value} />
    </div>
  )
}

/** What is wrong with fields that do not stand in the form. */
function Elsewhere({
  errors,
  fields,
}: {
  readonly errors: FieldErrors
  readonly fields: readonly string[]
}): JSX.Element | null {
  const said = Object.entries(errors).flatMap(([name, own]) => (fields.includes(name) ? [] : messagesIn(own)))
  if (said.length === 0) return null
  return (
    <div className="notice" data-tone="error" role="alert">
      <p>{words.elsewhere}</p>
      <ul>
        {said.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  )
}

/** What readers would see of what has been typed. */
function Beside<Value extends FieldValues>({
  control,
  path,
  read,
  stands,
}: {
  readonly control: Control
  readonly path: string
  readonly read: z.ZodType<Value>
  readonly stands: Value
}): JSX.Element {
  const typed = read.safeParse(useWatch({ control }))
  const before = Fields.parse(stands)
  const names = typed.success
    ? Object.keys({ ...before, ...typed.data }).filter((name) => !isSame(before[name], Fields.parse(typed.data)[name]))
    : []
  return (
    <ReaderPreview
      change={typed.success && names.length > 0 ? { method: 'PATCH', path, body: partOf(typed.data, names) } : null}
    />
  )
}
