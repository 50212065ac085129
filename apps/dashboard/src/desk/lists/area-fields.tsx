import { useQuery } from '@tanstack/react-query'
import { Area, AreaCode } from '@pejling/domain/area'
import type { JSX } from 'react'
import { useController, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { textOf } from '../client/locale.ts'
import { allOf } from '../client/queries.ts'
import { FormChoice, FormText, FormTextPair } from '../forms/fields.tsx'
import { Button } from '../widgets/button.tsx'
import { Finder } from '../widgets/choice.tsx'
import { words } from './list-words.ts'

const Codes = z.array(AreaCode).catch([])

/** The fields of an area. */
export function AreaFields({
  form: { control },
  isNew,
}: {
  readonly form: UseFormReturn<FieldValues, unknown, FieldValues>
  readonly isNew: boolean
}): JSX.Element {
  const { data: areas = [] } = useQuery(allOf(Area, '/areas'))
  const { field } = useController({ control, name: 'parents' })
  const parents = Codes.parse(field.value)
  const nameOf = (code: string): string => {
    const area = areas.find((one) => one.code === code)
    return area === undefined ? code : textOf(area.name)
  }
  return (
    <>
      <FormTextPair control={control} name="name" label={words.name} isRequired />
      {isNew && (
        <FormText control={control} name="code" label={words.area.code} help={words.area.codeHelp} isRequired />
      )}
      <FormChoice
        control={control}
        name="kind"
        label={words.area.kind}
        options={Area.shape.kind.options.map((value) => ({ value, label: words.area.kinds[value] }))}
      />
      <h3>{words.area.parents}</h3>
      <p className="field-help">{words.area.parentsHelp}</p>
      <ul className="chosen">
        {parents.map((code) => (
          <li key={code}>
            {nameOf(code)}{' '}
            <Button
              weight="quiet"
              aria-label={words.area.removeParent(nameOf(code))}
              onPress={() => field.onChange(parents.filter((one) => one !== code))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      {/* Empty again after each choice: a new field for each number of areas. */}
      <Finder
        key={parents.length}
        label={words.area.addParent}
        value={null}
        options={areas
          .filter(({ code }) => !parents.includes(code))
          .map(({ code, name }) => ({ value: code, label: textOf(name) }))}
        onChange={(code) => field.onChange([...parents, code])}
      />
    </>
  )
}
