import type { Dimension } from '@pejling/domain/dimension/dimension'

const letters = ['A', 'B', 'C', 'D'] as const

/** Gives a dimension without groups four invented ones, plainly named as such; others stay as they are. */
export function withCategories(dimension: Dimension): Dimension {
  if (dimension.categories.length > 0) return dimension
  const categories = letters.map((letter) => ({
    slug: `demonstration-${letter.toLowerCase()}`,
    name: {
      da: `${dimension.name.da} ${letter} (demonstration)`,
      en: `${dimension.name.en} ${letter} (demonstration)`,
    },
    code: null,
    parent: null,
  }))
  return { ...dimension, categories }
}
