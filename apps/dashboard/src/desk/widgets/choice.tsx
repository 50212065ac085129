import type { JSX } from 'react'
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  type Key,
} from 'react-aria-components'
import { FieldWords, type FieldAbout } from './field.tsx'

/** One of what can be chosen. */
export interface Option<Value extends string = string> {
  readonly value: Value
  readonly label: string
  /** A second line. */
  readonly about?: string | undefined
}

interface ChoiceProps<Value extends string> extends FieldAbout {
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly onBlur?: () => void
  readonly placeholder?: string
}

function Options<Value extends string>({ options }: { readonly options: readonly Option<Value>[] }): JSX.Element {
  return (
    <Popover className="popover">
      <ListBox className="options" items={options}>
        {({ value, label, about }) => (
          <ListBoxItem id={value} textValue={label} className="option">
            {label} {about !== undefined && <span className="field-help">{about}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}

const chosen = <Value extends string>(options: readonly Option<Value>[], key: Key | null): Value | null =>
  options.find(({ value }) => value === key)?.value ?? null

/** One of a few. */
export function Choice<Value extends string>({
  label,
  help,
  error,
  options,
  value,
  onChange,
  ...rest
}: ChoiceProps<Value>): JSX.Element {
  return (
    <Select
      {...rest}
      className="field"
      selectedKey={value}
      onSelectionChange={(key) => {
        const next = chosen(options, key)
        if (next !== null) onChange(next)
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <Button className="field-button">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <FieldWords help={help} error={error} />
      <Options options={options} />
    </Select>
  )
}

/** One of many: typing narrows them. */
export function Finder<Value extends string>({
  label,
  help,
  error,
  options,
  value,
  onChange,
  placeholder,
  ...rest
}: ChoiceProps<Value>): JSX.Element {
  return (
    <ComboBox
      {...rest}
      className="field"
      defaultItems={options}
      selectedKey={value}
      onSelectionChange={(key) => {
        const next = chosen(options, key)
        if (next !== null) onChange(next)
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      menuTrigger="focus"
    >
      <Label>{label}</Label>
      <div className="field-group">
        <Input placeholder={placeholder ?? ''} />
        <Button className="field-open">
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <FieldWords help={help} error={error} />
      <Options options={options} />
    </ComboBox>
  )
}
