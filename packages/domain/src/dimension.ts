import { z } from 'zod'
import { ruleIssue } from './issue.ts'
import { Slug } from './slug.ts'
import { Text } from './text.ts'

/** One group within a dimension. `parent` makes hierarchies (18–29 → 18–21, 22–29). */
export const Category = z
  .strictObject({
    slug: Slug,
    name: Text,
    code: z.string().nullable().describe('Code of Danmarks Statistik, where one exists'),
    parent: Slug.nullable(),
  })
  .meta({ id: 'Category', description: 'One group within a dimension.' })
export type Category = z.infer<typeof Category>

/** A way of dividing people or things into groups: age, sex, school. The order of the categories is their order on the page. */
export const Dimension = z
  .strictObject({ slug: Slug, name: Text, categories: z.array(Category) })
  .superRefine((dimension, context) => {
    const slugs = new Set(dimension.categories.map((category) => category.slug))
    dimension.categories.forEach((category, index) => {
      if (category.parent !== null && !slugs.has(category.parent)) {
        context.addIssue(
          ruleIssue(['categories', index, 'parent'], {
            da: `Der er ingen gruppe "${category.parent}" i opdelingen "${dimension.slug}"`,
            en: `No category "${category.parent}" in dimension "${dimension.slug}"`,
          }),
        )
      }
    })
    if (slugs.size !== dimension.categories.length) {
      context.addIssue(
        ruleIssue(['categories'], {
          da: `Opdelingen "${dimension.slug}" nævner en gruppe to gange`,
          en: `Dimension "${dimension.slug}" names a category twice`,
        }),
      )
    }
  })
  .meta({ id: 'Dimension', description: 'A way of dividing people or things into groups.' })
export type Dimension = z.infer<typeof Dimension>
