import { parse } from 'csv-parse/sync'
import { missingFrom, type Connection, type TableDescription } from '@pejling/domain/connection/connection'
import type { FetchedCell } from '@pejling/domain/connection/figures'
import { parseNumber } from '@pejling/domain/unit/read-number'
import { z } from 'zod'
import { categoriesOf, readJsonStat } from '../formats/json-stat.ts'
import { SourceError, type OutsideSource, type TableSummary } from './outside-source.ts'
import { ask, type Reach } from './reach.ts'

/*
 * The API of StatBank Denmark, version 1: https://www.dst.dk/en/Statistik/hjaelp-til-statistikbanken/api. Subjects, tables and
 * their descriptions as JSON; figures as JSON-stat up to its limit, above it as BULK, a stream of lines.
 */

/** The largest table that is answered whole, in cells. */
const cellLimit = 1_000_000
/** So many tables are shown of a search. */
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

function readAs<Schema extends z.ZodType>(schema: Schema, text: string, what: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error
    throw new SourceError({
      da: `Statistikbanken svarede på ${what} med noget, der ikke kan læses: ${text.slice(0, 120)}`,
      en: `StatBank answered ${what} with something that cannot be read: ${text.slice(0, 120)}`,
    })
  }
}

/** Variables of a table by their codes; the source writes them in capitals where it answers. */
function variablesOf({ variables }: TableDescription): Map<string, TableDescription['variables'][number]> {
  return new Map(variables.map((variable) => [variable.code.toUpperCase(), variable]))
}

/** What is asked of each variable; one that may not be left out and has no part is asked for whole. */
function selectionOf(connection: Connection, description: TableDescription): { code: string; values: string[] }[] {
  const own = connection.variables.map(({ code, values, per }) => ({
    code,
    values: [...new Set([...values, ...(per ?? [])])],
  }))
  const named = new Set(own.map(({ code }) => code.toUpperCase()))
  const lacking = description.variables.filter(
    ({ code, mayBeLeftOut }) => !mayBeLeftOut && !named.has(code.toUpperCase()),
  )
  if (lacking.length > 0) {
    const names = lacking.map(({ code, name }) => `${code} (${name})`).join(', ')
    throw new SourceError({
      da: `Tabellen ${description.table} skal have at vide, hvad der menes med ${names}. Vælg en værdi.`,
      en: `The table ${description.table} has to be told what is meant by ${names}. Choose a value.`,
    })
  }
  return own
}

function cellsOfJsonStat(text: string, connection: Connection): FetchedCell[] {
  const cube = readJsonStat(readAs(z.unknown(), text, 'data'))
  const size = cube.dimensions.reduce((count, { categories }) => count * categories.length, 1)
  const codeOf = new Map(connection.variables.map(({ code }) => [code.toUpperCase(), code]))
  const names = cube.dimensions.map(({ categories }) => new Map(categories.map(({ code, label }) => [code, label])))
  return Array.from({ length: size }, (_, cell) => {
    const at = categoriesOf(cube, cell).flatMap((code, position) => {
      const own = codeOf.get((cube.dimensions[position]?.id ?? '').toUpperCase())
      return own === undefined ? [] : [[own, { code, name: names[position]?.get(code) ?? code }] as const]
    })
    return { at: Object.fromEntries(at), value: cube.values.get(cell) ?? null, mark: cube.statuses.get(cell) ?? null }
  })
}

/** BULK: lines of codes and a value; a combination that has no line is a zero, a line without a number has none. */
function cellsOfBulk(text: string, connection: Connection, description: TableDescription): FetchedCell[] {
  const rows: string[][] = parse(text, { bom: true, delimiter: ';', relax_column_count: true })
  const [header = [], ...lines] = rows
  const codeOf = new Map(connection.variables.map(({ code }) => [code.toUpperCase(), code]))
  const described = variablesOf(description)
  return lines.map((line) => {
    const at = header.slice(0, -1).flatMap((name, position) => {
      const own = codeOf.get(name.toUpperCase())
      const code = line[position] ?? ''
      const named = described.get(name.toUpperCase())?.values.find((value) => value.code === code)?.name
      return own === undefined ? [] : [[own, { code, name: named ?? code }] as const]
    })
    const written = (line[header.length - 1] ?? '').trim()
    const value = parseNumber(written, written.includes(',') ? ',' : '.')
    return { at: Object.fromEntries(at), value, mark: value === null ? written : null }
  })
}

/** StatBank Denmark, asked below the given address. Above `limit` cells figures are asked for as a stream. */
export function statbank(reach: Reach, limit = cellLimit): OutsideSource {
  const lang = 'da'
  return {
    name: { da: 'Statistikbanken, Danmarks Statistik', en: 'StatBank, Statistics Denmark' },
    tables: async (words) => {
      const asked = words.toLocaleLowerCase('da').split(/\s+/).filter(Boolean)
      const all = readAs(Tables, await ask(reach, 'tables', { lang, includeInactive: false }), 'tables')
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
      const info = readAs(TableInfo, await ask(reach, 'tableinfo', { table, lang }), 'tableinfo')
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
    cells: async (connection, description) => {
      const [missing] = missingFrom(connection, description)
      if (missing) throw new SourceError(missing)
      const selection = selectionOf(connection, description)
      const described = variablesOf(description)
      const sizes = selection.map(({ code, values }) =>
        values.includes('*') ? (described.get(code.toUpperCase())?.values.length ?? 1) : values.length,
      )
      const isBulk = sizes.reduce((product, size) => product * size, 1) > limit
      if (isBulk && selection.length < description.variables.length) {
        const left = description.variables.filter(
          ({ code }) => !selection.some((one) => one.code.toUpperCase() === code.toUpperCase()),
        )
        // A stream adds nothing together: what is not asked for would be counted several times.
        throw new SourceError({
          da: `Det er over ${limit} celler, og så skal der vælges værdier for ${left.map(({ code }) => code).join(', ')}.`,
          en: `That is more than ${limit} cells, and then values have to be chosen for ${left.map(({ code }) => code).join(', ')}.`,
        })
      }
      const text = await ask(reach, 'data', {
        table: connection.table,
        lang,
        format: isBulk ? 'BULK' : 'JSONSTAT',
        valuePresentation: 'Code',
        variables: selection,
      })
      return isBulk ? cellsOfBulk(text, connection, description) : cellsOfJsonStat(text, connection)
    },
    pageOf: (table) => `https://www.statistikbanken.dk/${table}`,
  }
}
