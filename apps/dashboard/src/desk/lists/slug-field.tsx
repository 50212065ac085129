import { slugFrom } from '@pejling/domain/slug'
import { useEffect, type JSX } from 'react'
import { useFormState, useWatch, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { FormText } from '../forms/fields.tsx'
import { words } from './list-words.ts'

const Word = z.string().catch('')

/** The name in addresses of something new: proposed from what it is called in Danish, until another is typed. */
export function SlugField({
  form,
  from,
}: {
  readonly form: UseFormReturn<FieldValues, unknown, FieldValues>
  /** The field it is proposed from. */
  readonly from: string
}): JSX.Element {
  const name = Word.parse(useWatch({ control: form.control, name: from }))
  const { dirtyFields } = useFormState({ control: form.control })
  const isChosen = dirtyFields['slug'] !== undefined
  useEffect(() => {
    if (!isChosen) form.setValue('slug', slugFrom(name))
  }, [form, isChosen, name])
  return <FormText control={form.control} name="slug" label={words.slug} help={words.slugHelp} isRequired />
}
