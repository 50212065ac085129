import type { JSX, ReactNode, Ref } from 'react'
import { FieldError, Input, Label, Text, TextArea, TextField as Field } from 'react-aria-components'
import { locale } from '../client/locale.ts'

/** What every field has: its name, what helps to fill it in, and what is wrong with what stands in it. */
export interface FieldAbout {
  readonly label: string
  /** What a clerk has to know to fill it in; one line. */
  readonly help?: ReactNode
  /** What is wrong, and what would be right. */
  readonly error?: string | undefined
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
}

/** What stands around a field: its help below the label, and what is wrong below the field. */
export function FieldWords({ help, error }: Pick<FieldAbout, 'help' | 'error'>): JSX.Element {
  return (
    <>
      {help !== undefined && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </>
  )
}

/** A field of text, in one line or `rows` of them. */
export function TextField({
  label,
  help,
  error,
  value,
  onChange,
  onBlur,
  inputRef,
  rows,
  lang,
  type,
  placeholder,
  inputMode,
  autoComplete = 'off',
  ...rest
}: FieldAbout & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>
  readonly rows?: number
  readonly lang?: string
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'datetime-local' | 'search' | 'url'
  readonly placeholder?: string
  readonly inputMode?: 'numeric' | 'decimal'
  readonly autoComplete?: string
  readonly autoFocus?: boolean
  readonly isReadOnly?: boolean
}): JSX.Element {
  return (
    <Field
      {...rest}
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      autoComplete={autoComplete}
      {...(onBlur ? { onBlur } : {})}
      {...(type ? { type } : {})}
      {...(inputMode ? { inputMode } : {})}
    >
      <Label>{label}</Label>
      {rows === undefined ? (
        <Input ref={inputRef ?? null} lang={lang ?? locale} placeholder={placeholder ?? ''} />
      ) : (
        <TextArea ref={inputRef ?? null} lang={lang ?? locale} rows={rows} placeholder={placeholder ?? ''} />
      )}
      <FieldWords help={help} error={error} />
    </Field>
  )
}
