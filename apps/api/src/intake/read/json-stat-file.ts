import { ZodError, z } from 'zod'
import { readJsonStat } from '../../exports/json-stat.ts'
import { cubeSheet } from './cube-sheet.ts'
import type { OpenFile, OpenSheet } from './open-file.ts'
import { unreadable } from './unreadable.ts'

/** JSON-stat 2.0: data sets within one document. What lies elsewhere is not fetched. */
const Collection = z.object({
  class: z.literal('collection'),
  link: z.object({ item: z.array(z.looseObject({ class: z.string().optional(), dimension: z.unknown().optional() })) }),
})
/** JSON-stat 1.x: data sets by name. */
const Bundle = z.record(z.string(), z.looseObject({ dimension: z.unknown(), value: z.unknown() }))

function dataSetsOf(json: unknown): unknown[] {
  const collection = Collection.safeParse(json)
  if (collection.success) return collection.data.link.item.filter(({ dimension }) => dimension !== undefined)
  const bundle = Bundle.safeParse(json)
  return bundle.success ? Object.values(bundle.data).map((dataset) => ({ dataset })) : [json]
}

/** Opens JSON-stat, 2.0 (a data set, or a collection of them) or 1.x; each data set is a sheet. */
export function openJsonStat(text: string): OpenFile {
  try {
    const sheets = dataSetsOf(JSON.parse(text)).map((dataset, index): OpenSheet => {
      const cube = readJsonStat(dataset)
      return cubeSheet(cube, cube.label === '' ? `Datasæt ${index + 1}` : cube.label)
    })
    if (sheets.length === 0) {
      throw unreadable(
        'Filen er en JSON-stat-samling, der kun henviser til tabeller andre steder. Hent selve tabellen.',
        'The file is a JSON-stat collection that only refers to tables elsewhere. Fetch the table itself.',
      )
    }
    return { format: 'json-stat', dialect: null, large: false, sheets }
  } catch (error) {
    if (!(error instanceof ZodError) && !(error instanceof SyntaxError)) throw error
    throw unreadable(
      'Filen er JSON, men ikke JSON-stat (json-stat.org), så der kan ikke læses tal i den. Hent tabellen som CSV eller Excel.',
      'The file is JSON but not JSON-stat (json-stat.org), so no figures can be read from it. Fetch the table as CSV or Excel.',
    )
  }
}
