import type { JSX } from 'react'
import { useController, type Control } from 'react-hook-form'
import { Group } from 'react-aria-components'
import { wordsOf } from '../client/locale.ts'
import { Choice, Finder, type Option } from '../widgets/choice.tsx'
import { TextField, type FieldAbout } from '../widgets/field.tsx'
import { Switch, Ticks } from '../widgets/tick.tsx'

/* Fields of a form by name: each reads and writes its part of the form, and says what its schema or the API finds wrong. */

const words = wordsOf({
  da: { da: 'dansk', en: 'engelsk', translate: 'Mangler på engelsk' },
  en: { da: 'Danish', en: 'English', translate: 'Not yet in English' },
})

/** Which field of which form. */
export interface InForm {
  readonly control: Control
  readonly name: string
}

type About = Omit<FieldAbout, 'error'>

/** A value as a field of text shows it. */
const shownText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

/** A field of text. `empty`: what an empty field means; `''` where it is left out. */
export function FormText({
  control,
  name,
  empty = '',
  ...rest
}: InForm &
  About & {
    readonly empty?: '' | null | undefined
    readonly rows?: number
    readonly lang?: string
    readonly type?: 'text' | 'email' | 'date' | 'datetime-local' | 'url'
    readonly placeholder?: string
  }): JSX.Element {
  const { field, fieldState } = useController({ control, name })
  return (
    <TextField
      {...rest}
      value={shownText(field.value)}
      onChange={(text) => field.onChange(text === '' ? empty : text)}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.error?.message}
    />
  )
}

/** A text in Danish and English, side by side; a missing translation is visible. */
export function FormTextPair({
  control,
  name,
  label,
  ...rest
}: InForm & About & { readonly rows?: number }): JSX.Element {
  const english = useController({ control, name: `${name}.en` })
  const isUntranslated = shownText(english.field.value) === ''
  return (
    <Group className="text-pair" aria-label={label} data-untranslated={isUntranslated}>
      <FormText {...rest} control={control} name={`${name}.da`} label={`${label}, ${words.da}`} lang="da" />
      <FormText {...rest} control={control} name={`${name}.en`} label={`${label}, ${words.en}`} lang="en" />
    </Group>
  )
}

/** A number. Danish commas are read as well as points; an empty field is `null`. */
export function FormNumber({ control, name, ...rest }: InForm & About): JSX.Element {
  const { field, fieldState } = useController({ control, name })
  return (
    <TextField
      {...rest}
      inputMode="decimal"
      value={shownText(field.value).replace('.', ',')}
      onChange={(text) => {
        const read = Number(text.trim().replace(',', '.'))
        field.onChange(text.trim() === '' ? null : Number.isNaN(read) || /[,.]$/.test(text) ? text : read)
      }}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.error?.message}
    />
  )
}

/** One of a few. */
export function FormChoice<Value extends string>({
  control,
  name,
  ...rest
}: InForm & About & { readonly options: readonly Option<Value>[]; readonly placeholder?: string }): JSX.Element {
  const { field, fieldState } = useController({ control, name })
  return (
    <Choice
      {...rest}
      value={rest.options.find(({ value }) => value === field.value)?.value ?? null}
      onChange={field.onChange}
      onBlur={field.onBlur}
      error={fieldState.error?.message}
    />
  )
}

/** One of many. */
export function FormFinder<Value extends string>({
  control,
  name,
  ...rest
}: InForm & About & { readonly options: readonly Option<Value>[]; readonly placeholder?: string }): JSX.Element {
  const { field, fieldState } = useController({ control, name })
  return (
    <Finder
      {...rest}
      value={rest.options.find(({ value }) => value === field.value)?.value ?? null}
      onChange={field.onChange}
      onBlur={field.onBlur}
      error={fieldState.error?.message}
    />
  )
}

/** Any of several. */
export function FormTicks<Value extends string>({
  control,
  name,
  ...rest
}: InForm & About & { readonly options: readonly Option<Value>[] }): JSX.Element {
  const { field, fieldState } = useController({ control, name })
  const chosen: readonly unknown[] = Array.isArray(field.value) ? field.value : []
  return (
    <Ticks
      {...rest}
      value={rest.options.map(({ value }) => value).filter((value) => chosen.includes(value))}
      onChange={field.onChange}
      error={fieldState.error?.message}
    />
  )
}

/** Yes or no. */
export function FormSwitch({ control, name, label }: InForm & { readonly label: string }): JSX.Element {
  const { field } = useController({ control, name })
  return (
    <Switch isSelected={field.value === true} onChange={field.onChange}>
      {label}
    </Switch>
  )
}
