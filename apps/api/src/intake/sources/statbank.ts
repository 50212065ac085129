import type { TableDescription } from '@pejling/domain/connection/connection'
import type { FetchedCell } from '@pejling/domain/connection/places'
import { isPattern } from '@pejling/domain/connection/resolve'
import type { Asked } from '@pejling/domain/connection/selection'
import type { Text } from '@pejling/domain/text'
import { z } from 'zod'
import { categoriesOf, readJsonStat, type Cube } from '../../formats/json-stat.ts'
import { cellsOf, halved, requestsWithin, type Selected } from './cell-requests.ts'
import { SourceError, type OutsideSource, type TableSummary } from './outside-source.ts'
import { requestText, type SourceConnection } from './source-connection.ts'
import type { SourceKind } from './source-kind.ts'

/*
 * The API of StatBank Denmark, version 1: https://www.dst.dk/en/Statistik/hjaelp-til-statistikbanken/api. Subjects, tables and
 * their descriptions as JSON; figures as JSON-stat, in several requests where they are more cells than one answer may have. Its
 * streams (BULK) are not used: they leave out cells, and what is left out cannot be told from a figure that is not there yet.
 */

/** The most cells of one answer. */
const cellLimit = 1_000_000
/** The most cells that are fetched of a table, in all requests together. */
const totalLimit = 20_000_000
/** How many tables are shown of a search. */
const shownAtMost = 50

const Tables = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    updated: z.string().default(''),
    firstPeriod: z.string().default(''),
    latestPeriod: z.string().default(''),
  }),
)
const TableInfo = z.object({
  id: z.string(),
  text: z.string(),
  unit: z.string().nullish(),
  updated: z.string().default(''),
  active: z.boolean().default(true),
  variables: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      elimination: z.boolean().default(false),
      time: z.boolean().default(false),
      values: z.array(z.object({ id: z.string(), text: z.string() })),
    }),
  ),
})

const unreadable = (what: string, text: string): SourceError =>
  new SourceError({
    da: `Statistikbanken svarede på ${what} med noget, der ikke kan læses: ${text.slice(0, 120)}`,
    en: `StatBank answered ${what} with something that cannot be read: ${text.slice(0, 120)}`,
  })

function readAs<Read>(schema: { readonly parse: (json: unknown) => Read }, text: string, what: string): Read {
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error
    throw unreadable(what, text)
  }
}

/** What a refusal says in its own words. */
const Refusal = z.object({ errorTypeCode: z.string().default(''), message: z.string().default('') })

/** A refusal, said so that an administrator knows what to do. */
function refusalOf(table: string): (status: number, told: string) => Text {
  return (status, told) => {
    let words = told
    try {
      const read = Refusal.parse(JSON.parse(told))
      words = [read.message, read.errorTypeCode].filter(Boolean).join(' – ') || told
    } catch (error) {
      if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error
    }
    if (status === 404) {
      return {
        da: `Statistikbanken har ingen tabel ${table} (404): ${words}. Søg efter den, der har afløst den.`,
        en: `StatBank has no table ${table} (404): ${words}. Search for the one that has taken its place.`,
      }
    }
    return {
      da: `Statistikbanken siger nej til det, der spørges om i ${table} (${status}): ${words}. Se tabellen igennem, og vælg på ny.`,
      en: `StatBank says no to what is asked of ${table} (${status}): ${words}. Look through the table and choose anew.`,
    }
  }
}

function cellsOfCube(cube: Cube, selection: readonly Selected[], table: string): FetchedCell[] {
  const size = cube.dimensions.reduce((count, { categories }) => count * categories.length, 1)
  const codeOf = new Map(selection.map(({ code }) => [code.toUpperCase(), code]))
  const names = cube.dimensions.map(({ categories }) => new Map(categories.map(({ code, label }) => [code, label])))
  const told = new Set(cube.dimensions.map(({ id }) => id.toUpperCase()))
  if (selection.some(({ code }) => !told.has(code.toUpperCase()))) throw unreadable('data', `${table}: ${cube.label}`)
  return Array.from({ length: size }, (_, cell) => {
    const at = categoriesOf(cube, cell).flatMap((code, position) => {
      const own = codeOf.get((cube.dimensions[position]?.id ?? '').toUpperCase())
      return own === undefined ? [] : [[own, { code, name: names[position]?.get(code) ?? code }] as const]
    })
    return { at: Object.fromEntries(at), value: cube.values.get(cell) ?? null, mark: cube.statuses.get(cell) ?? null }
  })
}

/** As tables are named there, in capitals. */
function nameOf(table: string): string {
  const name = table.trim().toUpperCase()
  if (/^[0-9A-ZÆØÅ]{2,30}$/.test(name)) return name
  throw new SourceError({
    da: `${table} er ikke navnet på en tabel i Statistikbanken; de hedder som LABY08.`,
    en: `${table} is not the name of a table in StatBank; they are named such as LABY08.`,
  })
}

/** What is asked of each variable, with how many values that is. */
const selectedOf = (asked: readonly Asked[], { variables }: TableDescription): Selected[] =>
  asked.map(({ code, values }) => ({
    code,
    values,
    count: values.some(isPattern) ? (variables.find((one) => one.code === code)?.values.length ?? 1) : values.length,
  }))

const tooMany = (table: string, size: number, most: number): SourceError =>
  new SourceError({
    da: `Det, der er valgt i ${table}, er ${size} celler; mere end ${most} hentes ikke. Vælg færre værdier.`,
    en: `What is chosen of ${table} is ${size} cells; more than ${most} are not fetched. Choose fewer values.`,
  })

const renewedMeanwhile = (table: string): SourceError =>
  new SourceError({
    da: `Tabellen ${table} blev fornyet, mens den blev hentet, så en del er gamle tal og en del nye. Intet er taget; hent igen.`,
    en: `The table ${table} was renewed while it was being fetched, so that some figures are old and some new. Nothing was taken; fetch again.`,
  })

/** Whether a refusal says that an answer would have too many cells. */
const isTooBig = (told: string): boolean => told.includes('EXTRACT-TOOBIG')

/**
 * The cells of some selections of a table, in as many requests as their number takes, one after another: all of them, of one state of
 * the table, or none. What the source finds too big all the same is divided further.
 */
async function fetchCells(
  reach: SourceConnection,
  limit: number,
  selections: readonly (readonly Asked[])[],
  description: TableDescription,
): Promise<FetchedCell[]> {
  const { table } = description
  const selected = selections.map((asked) => selectedOf(asked, description))
  const size = selected.reduce((sum, one) => sum + cellsOf(one), 0)
  if (size > totalLimit) throw tooMany(table, size, totalLimit)
  const planned = selected.flatMap((one) => {
    const requests = requestsWithin(one, limit)
    if (requests === null) throw tooMany(table, cellsOf(one), limit)
    return requests
  })
  const cells: FetchedCell[] = []
  const left = [...planned]
  const states = new Set<string | null>()
  for (let next = left.shift(); next; next = left.shift()) {
    const variables = next.map(({ code, values }) => ({ code, values }))
    const request = { table, lang, format: 'JSONSTAT', valuePresentation: 'Code', variables }
    let refused = ''
    const refusal = (status: number, told: string): Text => {
      refused = told
      return refusalOf(table)(status, told)
    }
    try {
      const cube = readAs({ parse: readJsonStat }, await requestText(reach, 'data', request, refusal), 'data')
      states.add(cube.updated)
      if (states.size > 1) throw renewedMeanwhile(table)
      for (const cell of cellsOfCube(cube, next, table)) cells.push(cell)
    } catch (error) {
      const halves = error instanceof SourceError && isTooBig(refused) ? halved(next) : null
      if (halves === null) throw error
      left.unshift(...halves)
    }
  }
  return cells
}

const lang = 'da'

/** StatBank Denmark, asked below the given address for at most `limit` cells at a time. */
export function openStatbank(reach: SourceConnection, limit = cellLimit): OutsideSource {
  const infoOf = async (table: string): Promise<z.output<typeof TableInfo>> =>
    readAs(TableInfo, await requestText(reach, 'tableinfo', { table, lang }, refusalOf(table)), 'tableinfo')
  return {
    name: { da: 'Statistikbanken, Danmarks Statistik', en: 'StatBank, Statistics Denmark' },
    hint: {
      da: 'Skriv ord fra tabellens navn eller dens nummer, som LABY08. Der spørges hos Danmarks Statistik, når du søger.',
      en: 'Write words of the table’s name, in Danish, or its number, such as LABY08. Statistics Denmark is asked when you search.',
    },
    tables: async (words) => {
      const asked = words.toLocaleLowerCase('da').split(/\s+/).filter(Boolean)
      const all = readAs(Tables, await requestText(reach, 'tables', { lang, includeInactive: false }), 'tables')
      const found = all.filter(({ id, text }) =>
        asked.every((word) => `${id} ${text}`.toLocaleLowerCase('da').includes(word)),
      )
      return found.slice(0, shownAtMost).map(({ id, text, updated, firstPeriod, latestPeriod }): TableSummary => ({
        table: id,
        name: text,
        updated,
        from: firstPeriod,
        to: latestPeriod,
      }))
    },
    describe: async (table) => {
      const info = await infoOf(nameOf(table))
      if (!info.active) {
        throw new SourceError({
          da: `Tabellen ${table} føres ikke mere. Find den, der har afløst den.`,
          en: `The table ${table} is no longer kept. Find the one that has taken its place.`,
        })
      }
      return {
        table: info.id,
        name: info.text,
        unit: info.unit ?? '',
        updated: info.updated,
        variables: info.variables.map(({ id, text, elimination, time, values }) => ({
          code: id,
          name: text,
          isTime: time,
          mayBeLeftOut: elimination,
          values: values.map((value) => ({ code: value.id, name: value.text })),
        })),
      }
    },
    cells: (selections, description) => fetchCells(reach, limit, selections, description),
    pageOf: (table) => `https://www.statistikbanken.dk/${table}`,
  }
}

/** StatBank Denmark. */
export const statbank: SourceKind = {
  name: 'statbank',
  setting: 'PEJLING_STATBANK_URL',
  usualUrl: 'https://api.statbank.dk/v1',
  open: openStatbank,
}
