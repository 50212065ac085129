import type { JSX, ReactNode } from 'react'

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'email' | 'password'
  readonly value?: string
  readonly autoComplete?: string
  readonly note?: string
  readonly required?: boolean
}

/** A field with its label above it, and a note that belongs to it. */
export function Field({
  name,
  label,
  type = 'text',
  value = '',
  autoComplete,
  note,
  required = true,
}: FieldProps): JSX.Element {
  const noteId = note === undefined ? undefined : `${name}-note`
  return (
    <p className="sign-in-field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete ?? 'off'}
        aria-describedby={noteId}
        required={required}
      />
      {note !== undefined && (
        <span id={noteId} className="note">
          {note}
        </span>
      )}
    </p>
  )
}

/** What went wrong, said at once to those who listen. */
export function FormProblem({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <p className="sign-in-problem" role="alert">
      {children}
    </p>
  )
}
