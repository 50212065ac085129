import type { JSX } from 'react'
import { useFieldArray, type Control } from 'react-hook-form'
import { Button } from '../widgets/button.tsx'
import { FormTextPair } from './fields.tsx'

/** Several texts in Danish and English, each in a row that can be taken away. */
export function FormTextRows({
  control,
  name,
  label,
  add,
  remove,
}: {
  readonly control: Control
  readonly name: string
  /** What one of them is called. */
  readonly label: string
  readonly add: string
  readonly remove: string
}): JSX.Element {
  const rows = useFieldArray({ control, name })
  return (
    <fieldset>
      <legend>{label}</legend>
      <ul className="rows">
        {rows.fields.map(({ id }, index) => (
          <li key={id}>
            <FormTextPair control={control} name={`${name}.${index}`} label={`${label} ${index + 1}`} rows={2} />
            <Button weight="quiet" aria-label={`${remove} ${index + 1}`} onPress={() => rows.remove(index)}>
              ×
            </Button>
          </li>
        ))}
      </ul>
      <Button onPress={() => rows.append({ da: '', en: '' })}>{add}</Button>
    </fieldset>
  )
}
