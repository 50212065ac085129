import type { JSX, ReactNode } from 'react'
import { Checkbox, CheckboxGroup, Label, Switch as Switched } from 'react-aria-components'
import type { Option } from './choice.tsx'
import { FieldWords, type FieldAbout } from './field.tsx'

interface TickProps {
  readonly children: ReactNode
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
  /** Its name where its words are not shown. */
  readonly 'aria-label'?: string
}

/** Something that is chosen or not; some of what it stands for being chosen is `isIndeterminate`. */
export function Tick({ children, ...rest }: TickProps & { readonly isIndeterminate?: boolean }): JSX.Element {
  return (
    <Checkbox {...rest} className="tick">
      <span className="tick-box" aria-hidden="true" />
      {children}
    </Checkbox>
  )
}

/** A setting that is on or off at once. */
export function Switch({ children, ...rest }: TickProps): JSX.Element {
  return (
    <Switched {...rest} className="switch">
      <span className="switch-track" aria-hidden="true" />
      {children}
    </Switched>
  )
}

/** Any of several. */
export function Ticks<Value extends string>({
  label,
  help,
  error,
  options,
  value,
  onChange,
  isDisabled = false,
}: FieldAbout & {
  readonly options: readonly Option<Value>[]
  readonly value: readonly Value[]
  readonly onChange: (value: Value[]) => void
}): JSX.Element {
  return (
    <CheckboxGroup
      className="field"
      value={[...value]}
      onChange={(values) => onChange(options.map((one) => one.value).filter((one) => values.includes(one)))}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <FieldWords help={help} error={error} />
      <div className="ticks">
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} className="tick">
            <span className="tick-box" aria-hidden="true" />
            <span>
              {option.label}
              {option.about !== undefined && <span className="field-help">{option.about}</span>}
            </span>
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  )
}
