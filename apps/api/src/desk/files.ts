import type { DeskView, NamedChoice } from '@pejling/domain/desk/views'
import { withAnswer } from '@pejling/domain/intake/answers'
import { columnRoles, MappedRole, Mapping, MarkMeaning, widestTable } from '@pejling/domain/intake/mapping'
import { marksIn } from '@pejling/domain/intake/propose'
import { delimiters, encodings } from '@pejling/domain/intake/source-table'
import { seriesName } from '@pejling/domain/release/series-name'
import { parseSeriesKey } from '@pejling/domain/series'
import type { Text } from '@pejling/domain/text'
import { z } from 'zod'
import { reaches, type AccountHolder } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { labelContext, listImports, type FileImport } from '../intake/imports.ts'
import type { ImportJobs } from '../intake/jobs.ts'
import { listIndicators } from '../workspace/definitions.ts'
import { mayWriteFigures } from '../workspace/data-providers.ts'
import { largestFile, stateOfImport } from '../workspace/imports/import-access.ts'
import { sayOfFile, type SaidOfFile } from '../workspace/imports/say-of-file.ts'

/* Files of figures at the desk: what has been sent, what each means, and what it would do. */

/** How many rows are shown below the headings. */
const rowsBelow = 8

/** The indicators a person may import figures of: those that are not computed, and that they may write. */
function writable(db: Database, who: AccountHolder): NamedChoice[] {
  return listIndicators(db)
    .filter(({ slug, derived }) => derived === null && mayWriteFigures(db, who, slug))
    .map(({ slug, name }) => ({ key: slug, name }))
}

type Imports = Extract<DeskView, { page: 'imports' }>

/** Files a person may see: editors all, others their own; and the form for sending another. */
export function readImports(db: Database, who: AccountHolder, about: Pick<Imports, 'chosen' | 'problem'>): Imports {
  const names = new Map(listIndicators(db).map(({ slug, name }) => [slug, name]))
  return {
    page: 'imports',
    imports: listImports(db, reaches(who.actor, 'editor') ? null : who.email).map((one) => ({
      number: one.number,
      name: one.name,
      indicator: names.get(one.indicator) ?? { da: one.indicator, en: one.indicator },
      receivedAt: one.receivedAt,
      state: stateOfImport(one),
    })),
    indicators: writable(db, who),
    largest: largestFile,
    ...about,
  }
}

/** A file with what was said of it, what it would do, and what keeps it from doing so. */
export function readImport(db: Database, jobs: ImportJobs, found: FileImport, problem: Text | null): DeskView {
  const { number, name, file, receivedAt, indicator: slug, look, mapping, outcome, changeSet } = found
  const context = labelContext(db, slug)
  const { indicator, areas, dimensions } = context
  const sheet = look?.sheets.find((one) => one.name === mapping?.sheet)
  const firstFigures = mapping ? mapping.headingRow + mapping.headingRows : 1
  const below = sheet?.rows.filter(({ row }) => row >= firstFigures).slice(0, rowsBelow) ?? []
  const above = sheet?.rows.filter(({ row }) => row < firstFigures) ?? []
  const names = { areas: [...areas], dimensions: [...dimensions], indicator }
  const series = new Set(
    outcome ? [...outcome.examples.added, ...outcome.examples.changed].map((one) => one.series) : [],
  )
  return {
    page: 'import',
    number,
    name,
    size: file.size,
    hash: file.hash,
    receivedAt,
    indicator: { key: slug, name: indicator.name },
    periodKind: indicator.cadence.periodKind,
    state: stateOfImport(found),
    changeSet,
    progress: jobs.progress(number),
    problem: problem ?? found.problem,
    look,
    mapping,
    rows: [...above, ...below],
    roles: [
      ...columnRoles.map((role) => ({ role, name: null })),
      ...dimensions
        .filter((one) => indicator.dimensions.includes(one.slug))
        .map((one) => ({ role: `dim:${one.slug}` as const, name: one.name })),
    ],
    marks: sheet && mapping ? marksIn(sheet, mapping).slice(0, marksAsked) : [],
    areas: areas.map((one) => ({ key: one.code, name: one.name })),
    seriesNames: [...series].map((key) => ({ key, name: seriesName(names, parseSeriesKey(key)) })),
    outcome,
  }
}

/** How many different texts are asked about; a column with more of them holds no figures. */
const marksAsked = 30

const Place = z.object({
  sheet: z.string(),
  headingRow: z.coerce.number().int().positive().max(1_000_000),
  headingRows: z.coerce.number().int().min(0).max(5),
})
const Written = z.object({ encoding: z.enum(encodings), delimiter: z.enum(delimiters) })

/**
 * Takes down what a form says of a file. What of it cannot be is left as it was. Where a person has pointed at another sheet or
 * other headings, the columns are others, and what was said of them no longer counts.
 */
export function saySoOfFile(db: Database, found: FileImport, typed: (name: string) => string): SaidOfFile {
  const { look, mapping, outcome } = found
  if (!look || !mapping) return 'noted'
  const dialect = Written.nullable()
    .catch(mapping.dialect)
    .parse(mapping.dialect && { encoding: typed('encoding'), delimiter: typed('delimiter') })
  const place = Place.catch(mapping).parse({
    sheet: typed('sheet'),
    headingRow: typed('headingRow'),
    headingRows: typed('headingRows'),
  })
  const isThere = look.sheets.some(({ name }) => name === place.sheet)
  const moved = isThere && (['sheet', 'headingRow', 'headingRows'] as const).some((key) => place[key] !== mapping[key])
  const isRewritten = dialect !== null && JSON.stringify(dialect) !== JSON.stringify(mapping.dialect)
  if (isRewritten || moved) return sayOfFile(db, found, { mapping: { ...(isThere && place), dialect } })
  const marks = Object.fromEntries(
    Array.from({ length: marksAsked }, (_, index) => index).flatMap((index) => {
      const meaning = MarkMeaning.safeParse(typed(`m${index}`))
      return meaning.success && typed(`t${index}`) !== '' ? [[typed(`t${index}`), meaning.data] as const] : []
    }),
  )
  const said = Mapping.safeParse({
    ...mapping,
    decimal: typed('decimal') === '' ? null : typed('decimal'),
    roles: mapping.roles.slice(0, widestTable).map((role, column) => MappedRole.catch(role).parse(typed(`c${column}`))),
    marks,
    area: typed('area') === '' ? null : typed('area'),
    period: typed('period') === '' ? null : typed('period'),
  })
  const answers = Object.fromEntries(
    (outcome?.questions ?? []).flatMap(({ id, choices }, index) => {
      // The value of a choice stands behind a sign, so that an empty one is a choice like others.
      const value = typed(`a${index}`)
      const answer = choices.length > 0 ? value.slice(1) : value
      return value === '' || withAnswer(mapping, id, answer) === null ? [] : [[id, answer] as const]
    }),
  )
  return sayOfFile(db, found, { mapping: said.success ? said.data : {}, answers })
}
