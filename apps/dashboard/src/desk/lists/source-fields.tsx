import type { JSX } from 'react'
import { useController, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { FormText, FormTextPair } from '../forms/fields.tsx'
import { TextField } from '../widgets/field.tsx'
import { SlugField } from './slug-field.tsx'
import { words } from './list-words.ts'

const Licence = z
  .object({ name: z.object({ da: z.string(), en: z.string() }), url: z.string().nullable() })
  .nullable()
  .catch(null)

/** The fields of a source. */
export function SourceFields({
  form,
  isNew,
}: {
  readonly form: UseFormReturn<FieldValues, unknown, FieldValues>
  readonly isNew: boolean
}): JSX.Element {
  const { control } = form
  const { field } = useController({ control, name: 'licence' })
  const licence = Licence.parse(field.value)
  // A licence goes by one name in both languages: CC BY 4.0.
  const changeLicence = (name: string, url: string | null): void =>
    field.onChange(name === '' ? null : { name: { da: name, en: name }, url })
  return (
    <>
      <FormTextPair control={control} name="title" label={words.source.title} isRequired />
      {isNew && <SlugField form={form} from="title.da" />}
      <FormTextPair control={control} name="producer" label={words.source.producer} isRequired />
      <FormText control={control} name="table" label={words.source.table} help={words.source.tableHelp} empty={null} />
      <FormText control={control} name="url" label={words.source.url} type="url" empty={null} />
      <TextField
        label={words.source.licence}
        value={licence?.name.da ?? ''}
        onChange={(name) => changeLicence(name, licence?.url ?? null)}
      />
      {licence !== null && (
        <TextField
          label={words.source.licenceUrl}
          type="url"
          value={licence.url ?? ''}
          onChange={(url) => changeLicence(licence.name.da, url === '' ? null : url)}
        />
      )}
    </>
  )
}
