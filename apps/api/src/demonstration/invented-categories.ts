import type { Dimension } from '@pejling/domain/dimension'

const points = [
  ['nord', 'Nord', 'North'],
  ['oest', 'Øst', 'East'],
  ['syd', 'Syd', 'South'],
  ['vest', 'Vest', 'West'],
  ['midt', 'Midt', 'Central'],
] as const

/** Places of the kind, one for each point of the compass: no one can take them for real ones. */
const named = (name: (da: string, en: string) => { da: string; en: string }): readonly InventedCategory[] =>
  points.map(([slug, da, en]) => ({ slug, name: name(da, en) }))

interface InventedCategory {
  readonly slug: string
  readonly name: { readonly da: string; readonly en: string }
}

const category = (slug: string, da: string, en: string): InventedCategory => ({ slug, name: { da, en } })

/** Places whose real names do not go with invented figures. */
const invented: Readonly<Record<string, readonly InventedCategory[]>> = {
  bydel: named((da, en) => ({ da: `Bydel ${da}`, en: `District ${en}` })),
  boligomraade: named((da, en) => ({ da: `Boligområde ${da}`, en: `Housing area ${en}` })),
  parti: named((da, en) => ({ da: `Liste ${da}`, en: `List ${en}` })),
  skole: named((da, en) => ({ da: `Skole ${da}`, en: `School ${en}` })),
  valgsted: named((da, en) => ({ da: `Valgsted ${da}`, en: `Polling station ${en}` })),
}

/** Groups of dimensions that have none yet. */
const missing: Readonly<Record<string, readonly InventedCategory[]>> = {
  aktivitetstype: [
    category('borgermoede', 'Borgermøde', 'Public meeting'),
    category('faellesspisning', 'Fællesspisning', 'Communal meal'),
    category('vaerksted', 'Værksted', 'Workshop'),
  ],
  emne: [
    category('boern-og-skole', 'Børn og skole', 'Children and schools'),
    category('byudvikling', 'Byudvikling', 'Urban development'),
    category('trafik', 'Trafik', 'Traffic'),
  ],
  forvaltningsomraade: [
    category('boern-og-unge', 'Børn og unge', 'Children and young people'),
    category('kultur-og-fritid', 'Kultur og fritid', 'Culture and leisure'),
    category('sundhed-og-omsorg', 'Sundhed og omsorg', 'Health and care'),
  ],
  maalgruppe: [
    category('gamle-og-nye', 'Gamle og nye borgere', 'Old and new residents'),
    category('unge-og-aeldre', 'Unge og ældre', 'Young and old'),
  ],
}

const letters = ['A', 'B', 'C', 'D'] as const

/** Gives a dimension invented groups where its own are real places, or where it has none. Others stay as they are. */
export function withCategories(dimension: Dimension): Dimension {
  const lettered = letters.map((letter) =>
    category(letter.toLowerCase(), `${dimension.name.da} ${letter}`, `${dimension.name.en} ${letter}`),
  )
  const wanting = dimension.categories.length === 0 ? (missing[dimension.slug] ?? lettered) : undefined
  const categories = invented[dimension.slug] ?? wanting
  if (categories === undefined) return dimension
  return { ...dimension, categories: categories.map((one) => ({ ...one, code: null, parent: null })) }
}
