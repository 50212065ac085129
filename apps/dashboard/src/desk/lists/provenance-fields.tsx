import type { JSX } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { FormSwitch, FormText, FormTextPair } from '../forms/fields.tsx'
import { SlugField } from './slug-field.tsx'
import { words } from './list-words.ts'

/** The fields of a provenance. */
export function ProvenanceFields({
  form,
  isNew,
}: {
  readonly form: UseFormReturn<FieldValues, unknown, FieldValues>
  readonly isNew: boolean
}): JSX.Element {
  const { control } = form
  return (
    <>
      <FormTextPair control={control} name="text" label={words.provenance.text} rows={3} isRequired />
      {isNew && <SlugField form={form} from="text.da" />}
      <FormSwitch control={control} name="viaThirdParty" label={words.provenance.third} />
      <FormText control={control} name="url" label={words.provenance.url} type="url" empty={null} />
      <FormText control={control} name="retrievedOn" label={words.provenance.on} type="date" empty={null} />
    </>
  )
}
