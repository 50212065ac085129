import { useState, type JSX } from 'react'
import { useController } from 'react-hook-form'
import { z } from 'zod'
import { wordsOf } from '../client/locale.ts'
import { Button } from '../widgets/button.tsx'
import { Finder, type Option } from '../widgets/choice.tsx'
import type { FieldAbout } from '../widgets/field.tsx'
import type { InForm } from './fields.tsx'
import './picks.css'

const words = wordsOf({
  da: { remove: (name: string) => `Fjern ${name}`, chosen: (label: string) => `${label}, valgte` },
  en: { remove: (name: string) => `Remove ${name}`, chosen: (label: string) => `${label}, chosen` },
})

const Values = z.array(z.string()).catch([])

/** Several of many: each is found by typing, and stands below until it is taken away. */
export function FormPicks({
  control,
  name,
  label,
  options,
  ...rest
}: InForm & Omit<FieldAbout, 'error'> & { readonly options: readonly Option[] }): JSX.Element {
  const { field, fieldState } = useController({ control, name })
  // A field that has been chosen from begins from nothing.
  const [round, setRound] = useState(0)
  const values = Values.parse(field.value)
  return (
    <div className="picks">
      <Finder
        {...rest}
        key={round}
        label={label}
        options={options.filter(({ value }) => !values.includes(value))}
        value={null}
        onChange={(value) => {
          field.onChange([...values, value])
          setRound(round + 1)
        }}
        error={fieldState.error?.message}
      />
      {values.length > 0 && (
        <ul aria-label={words.chosen(label)}>
          {values.map((value) => {
            const shown = options.find((option) => option.value === value)?.label ?? value
            return (
              <li key={value}>
                <span>{shown}</span>
                <Button
                  weight="quiet"
                  aria-label={words.remove(shown)}
                  onPress={() => field.onChange(values.filter((one) => one !== value))}
                >
                  ×
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
