import type { JSX } from 'react'
import { useController, type Control } from 'react-hook-form'
import { Finder, type Option } from '../widgets/choice.tsx'
import { words } from './words.ts'

/** A person by their e-mail; nobody is a choice as well. */
export function FormPerson({
  control,
  name,
  label,
  help,
  options,
}: {
  readonly control: Control
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly options: readonly Option[]
}): JSX.Element {
  const { field, fieldState } = useController({ control, name })
  const chosen: unknown = field.value
  return (
    <Finder
      // What is chosen is shown when those who can be chosen are known.
      key={options.length}
      label={label}
      help={help}
      options={[{ value: 'nobody', label: words.nobody }, ...options]}
      value={typeof chosen === 'string' ? chosen : null}
      onChange={(value) => field.onChange(value === 'nobody' ? null : value)}
      onBlur={field.onBlur}
      error={fieldState.error?.message}
    />
  )
}
