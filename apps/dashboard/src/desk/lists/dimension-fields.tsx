import { freeSlug } from '@pejling/domain/slug'
import { useEffect, useState, type JSX } from 'react'
import { useFieldArray, useWatch, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { FormChoice, FormText, FormTextPair } from '../forms/fields.tsx'
import { Button } from '../widgets/button.tsx'
import { SlugField } from './slug-field.tsx'
import { words } from './list-words.ts'

const Rows = z
  .array(z.object({ slug: z.string().catch(''), name: z.object({ da: z.string().catch('') }).catch({ da: '' }) }))
  .catch([])

/** The fields of a dimension: its name, and its groups in order. */
export function DimensionFields({
  form,
  isNew,
}: {
  readonly form: UseFormReturn<FieldValues, unknown, FieldValues>
  readonly isNew: boolean
}): JSX.Element {
  const { control, setValue } = form
  const { fields, append, remove, move } = useFieldArray({ control, name: 'categories' })
  const rows = Rows.parse(useWatch({ control, name: 'categories' }))
  const nameOf = (index: number): string => rows[index]?.name.da || words.dimension.category(index + 1)
  // The groups that are made here get their names in addresses from what they are called; those that stand keep theirs.
  const [standing] = useState(() => new Set(rows.map(({ slug }) => slug).filter((slug) => slug !== '')))
  useEffect(() => {
    const taken = new Set(standing)
    rows.forEach(({ slug, name }, index) => {
      if (standing.has(slug)) return
      const proposed = name.da === '' ? '' : freeSlug(name.da, taken)
      taken.add(proposed)
      if (proposed !== slug) setValue(`categories.${index}.slug`, proposed)
    })
  }, [rows, setValue, standing])
  return (
    <>
      <FormTextPair control={control} name="name" label={words.name} isRequired />
      {isNew && <SlugField form={form} from="name.da" />}
      <h2>{words.dimension.categories}</h2>
      <ol className="groups">
        {fields.map(({ id }, index) => (
          <li key={id}>
            <FormTextPair control={control} name={`categories.${index}.name`} label={words.dimension.name} isRequired />
            <div className="group-more">
              <FormText
                control={control}
                name={`categories.${index}.code`}
                label={words.dimension.code}
                help={words.dimension.codeHelp}
                empty={null}
              />
              <FormChoice
                control={control}
                name={`categories.${index}.parent`}
                label={words.dimension.parent}
                placeholder={words.dimension.noParent}
                options={rows.flatMap(({ slug }, other) =>
                  other === index || slug === '' ? [] : [{ value: slug, label: nameOf(other) }],
                )}
              />
              <div className="group-moves">
                <Button
                  aria-label={words.dimension.up(nameOf(index))}
                  isDisabled={index === 0}
                  onPress={() => move(index, index - 1)}
                >
                  ↑
                </Button>
                <Button
                  aria-label={words.dimension.down(nameOf(index))}
                  isDisabled={index === fields.length - 1}
                  onPress={() => move(index, index + 1)}
                >
                  ↓
                </Button>
                <Button weight="quiet" aria-label={words.dimension.remove(nameOf(index))} onPress={() => remove(index)}>
                  ×
                </Button>
              </div>
            </div>
          </li>
        ))}
      </ol>
      <Button onPress={() => append({ slug: '', name: { da: '', en: '' }, code: null, parent: null })}>
        {words.dimension.add}
      </Button>
    </>
  )
}
