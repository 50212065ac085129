import { parse } from 'csv-parse/sync'
import { askedOf, type Connection, type TableDescription } from '@pejling/domain/connection/connection'
import type { FetchedCell } from '@pejling/domain/connection/figures'
import { isPattern } from '@pejling/domain/connection/resolve'
import type { Text } from '@pejling/domain/text/text'
import { parseNumber } from '@pejling/domain/unit/read-number'
import { z } from 'zod'
import { categoriesOf, readJsonStat } from '../formats/json-stat.ts'
import { SourceError, type OutsideSource, type TableSummary } from './outside-source.ts'
import { ask, type Reach } from './reach.ts'
import type { SourceKind } from './source-kind.ts'

/*
 * The API of StatBank Denmark, version 1: https://www.dst.dk/en/Statistik/hjaelp-til-statistikbanken/api. Subjects, tables and
 * their descriptions as JSON; figures as JSON-stat up to its limit, above it as BULK, a stream of lines.
 */

/** The largest table that is answered whole, in cells. */
const cellLimit = 1_000_000
/** The largest stream that is gone through, in cells. */
const streamLimit = 20_000_000
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
  /** What a stream leaves out, because it is so common. */
  suppressedDataValue: z.string().nullish(),
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

function cellsOfJsonStat(text: string, connection: Connection): FetchedCell[] {
  const cube = readAs({ parse: readJsonStat }, text, 'data')
  const size = cube.dimensions.reduce((count, { categories }) => count * categories.length, 1)
  const codeOf = new Map(connection.variables.map(({ code }) => [code.toUpperCase(), code]))
  const names = cube.dimensions.map(({ categories }) => new Map(categories.map(({ code, label }) => [code, label])))
  const told = new Set(cube.dimensions.map(({ id }) => id.toUpperCase()))
  if (connection.variables.some(({ code }) => !told.has(code.toUpperCase()))) throw unreadable('data', text)
  return Array.from({ length: size }, (_, cell) => {
    const at = categoriesOf(cube, cell).flatMap((code, position) => {
      const own = codeOf.get((cube.dimensions[position]?.id ?? '').toUpperCase())
      return own === undefined ? [] : [[own, { code, name: names[position]?.get(code) ?? code }] as const]
    })
    return { at: Object.fromEntries(at), value: cube.values.get(cell) ?? null, mark: cube.statuses.get(cell) ?? null }
  })
}

const written = (text: string): Pick<FetchedCell, 'value' | 'mark'> => {
  const value = parseNumber(text, text.includes(',') ? ',' : '.')
  return { value, mark: value === null ? text : null }
}

/**
 * BULK: lines of codes and a value, in any order. A combination that has no line is what the table leaves out, most often a
 * nought; a line without a number has a mark.
 */
function* cellsOfBulk(
  text: string,
  connection: Connection,
  { variables }: TableDescription,
  leftOut: string,
): Generator<FetchedCell> {
  const rows: string[][] = parse(text, { bom: true, delimiter: ';', relax_column_count: true, relax_quotes: true })
  const [header = [], ...lines] = rows
  const columns = connection.variables.map(({ code }) =>
    header.findIndex((name) => name.toUpperCase() === code.toUpperCase()),
  )
  if (columns.includes(-1)) throw unreadable('data', text)
  const there = new Map(
    lines.map((line) => [columns.map((at) => line[at] ?? '').join(';'), (line[header.length - 1] ?? '').trim()]),
  )
  const asked = connection.variables.map((variable, position) => {
    const wanted = askedOf(variable)
    const values = variables.find(({ code }) => code === variable.code)?.values ?? []
    if (wanted.includes('*')) return values
    if (!wanted.some(isPattern)) return values.filter(({ code }) => wanted.includes(code))
    // Which of the values a pattern means, only the source knows.
    const answered = new Set(lines.map((line) => line[columns[position] ?? 0]))
    return values.filter(({ code }) => answered.has(code))
  })
  const places = asked.map(() => 0)
  const count = asked.reduce((product, values) => product * values.length, 1)
  for (let cell = 0; cell < count; cell += 1) {
    const told = asked.flatMap((values, position) => values[places[position] ?? 0] ?? [])
    const at = Object.fromEntries(connection.variables.flatMap(({ code }, i) => (told[i] ? [[code, told[i]]] : [])))
    yield { at, ...written(there.get(told.map(({ code }) => code).join(';')) ?? leftOut) }
    for (let position = places.length - 1; position >= 0; position -= 1) {
      const next = (places[position] ?? 0) + 1
      places[position] = next < (asked[position]?.length ?? 0) ? next : 0
      if (places[position] !== 0) break
    }
  }
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

/** StatBank Denmark, asked below the given address. Above `limit` cells figures are asked for as a stream. */
export function openStatbank(reach: Reach, limit = cellLimit): OutsideSource {
  const lang = 'da'
  const infoOf = async (table: string): Promise<z.output<typeof TableInfo>> =>
    readAs(TableInfo, await ask(reach, 'tableinfo', { table, lang }, refusalOf(table)), 'tableinfo')
  return {
    name: { da: 'Statistikbanken, Danmarks Statistik', en: 'StatBank, Statistics Denmark' },
    hint: {
      da: 'Skriv ord fra tabellens navn eller dens nummer, som LABY08. Der spørges hos Danmarks Statistik, når du søger.',
      en: 'Write words of the table’s name, in Danish, or its number, such as LABY08. Statistics Denmark is asked when you search.',
    },
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
    cells: async (connection, description) => {
      const { table } = description
      const variables = connection.variables.map((one) => ({ code: one.code, values: askedOf(one) }))
      const sizes = variables.map(({ code, values }) =>
        values.some(isPattern)
          ? (description.variables.find((one) => one.code === code)?.values.length ?? 1)
          : values.length,
      )
      const size = sizes.reduce((product, one) => product * one, 1)
      const data = (format: 'BULK' | 'JSONSTAT', refusal = refusalOf(table)): Promise<string> =>
        ask(reach, 'data', { table, lang, format, valuePresentation: 'Code', variables }, refusal)
      const stream = async (): Promise<Iterable<FetchedCell>> => {
        const left = description.variables.filter(({ code }) => !variables.some((one) => one.code === code))
        if (left.length > 0) {
          const names = left.map(({ code }) => code).join(', ')
          // A stream adds nothing together: what is not asked for would be counted several times.
          throw new SourceError({
            da: `Det er over ${limit} celler, og så skal der vælges værdier for ${names}.`,
            en: `That is more than ${limit} cells, and then values have to be chosen for ${names}.`,
          })
        }
        if (size > streamLimit) {
          throw new SourceError({
            da: `Det er ${size} celler; mere end ${streamLimit} hentes ikke. Vælg færre værdier.`,
            en: `Those are ${size} cells; more than ${streamLimit} are not fetched. Choose fewer values.`,
          })
        }
        const { suppressedDataValue } = await infoOf(table)
        return cellsOfBulk(await data('BULK'), connection, description, suppressedDataValue ?? '0')
      }
      if (size > limit) return stream()
      let isTooBig = false
      try {
        const refusal = (status: number, told: string): Text => {
          isTooBig = told.includes('EXTRACT-TOOBIG')
          return refusalOf(table)(status, told)
        }
        return cellsOfJsonStat(await data('JSONSTAT', refusal), connection)
      } catch (error) {
        if (error instanceof SourceError && isTooBig) return stream()
        throw error
      }
    },
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
