import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Actor } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { readObservationTable } from '../intake/read/csv-observations.ts'
import { readObservationFile } from '../intake/observation-file.ts'
import { UnknownIndicatorError } from '../releases/publish.ts'
import { getIndicator, kinds, listDefinitions } from '../workspace/definitions.ts'
import { importObservations, previewObservations } from '../intake/import-observations.ts'
import { DeliveryError } from '../installation/installation.ts'

/**
 * Imports a file of figures of one indicator, in any format this program writes: all of it or, where anything in it cannot be read, nothing. A dry run says
 * what would change. Throws {@link DeliveryError} with a line for each problem.
 */
export async function importFile(
  db: Database,
  actor: Actor,
  input: { readonly file: string; readonly slug: string; readonly dryRun: boolean },
  print: (line: string) => void,
): Promise<number> {
  const indicator = getIndicator(db, input.slug)
  if (!indicator) throw new UnknownIndicatorError(input.slug)
  if (!existsSync(input.file)) throw new DeliveryError(`There is no file ${input.file}`)
  const read = readObservationTable(await readObservationFile(readFileSync(input.file), indicator), {
    file: basename(input.file),
    indicator,
    dimensions: listDefinitions(db, kinds.dimension),
    areas: listDefinitions(db, kinds.area),
    provenances: listDefinitions(db, kinds.provenance),
  })
  if ('problems' in read) {
    const lines = read.problems.map(({ file, where, detail }) => `  ${file} ${where}: ${detail}`)
    throw new DeliveryError(`Nothing was imported:\n${lines.join('\n')}`)
  }
  const request = { indicator: indicator.slug, rows: read.rows }
  const result = input.dryRun ? previewObservations(db, request) : importObservations(db, actor, request)
  const counts = `${result.added} new, ${result.changed} changed, ${result.unchanged} as they were`
  print(input.dryRun ? `Would import: ${counts}. Nothing was written.` : `Imported: ${counts}.`)
  return 0
}
