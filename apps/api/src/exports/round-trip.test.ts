import type { SourceRow } from '@pejling/domain/intake/source-table'
import { ObservationsDocument } from '@pejling/domain/release/documents'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import type { FastifyInstance } from 'fastify'
import { parquetReadObjects } from 'hyparquet'
import JSONstat from 'jsonstat-toolkit'
import JSZip from 'jszip'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { demonstrate } from '../demonstration/demonstrate.ts'
import { parameters } from '../http/parameters.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { getIndicator } from '../workspace/definitions.ts'
import { labelContext } from '../intake/imports.ts'
import { ownFile } from '../intake/own-file.ts'
import { readOwnTable, type ObservationRow } from '../intake/own-table.ts'
import { countChanges } from '../intake/what-changes.ts'
import { deliveredFiles, wellRead } from '../data-folder/delivered.fixture.ts'
import { inspectFile, readRows } from '../intake/read/source-file.ts'

/* What goes out comes in again, in every format: tried on every indicator of the demonstration set. */

let db: Database
let app: FastifyInstance
let slugs: readonly string[]

beforeAll(async () => {
  db = smallInstallation(demonstrate(wellRead(deliveredFiles), { seed: 1, today: '2026-11-30' }))
  app = await appOver(db)
  const { indicators }: { indicators: { slug: string }[] } = (await app.inject('/api/v1/indicators')).json()
  slugs = indicators.map(({ slug }) => slug)
})

async function released(slug: string): Promise<ObservationsDocument> {
  return ObservationsDocument.parse((await app.inject(`/api/v1/indicators/${slug}/observations`)).json())
}

async function exported(slug: string, format: string): Promise<Buffer> {
  const { statusCode, rawPayload } = await app.inject(`/api/v1/indicators/${slug}/observations.${format}`)
  expect([slug, format, statusCode]).toEqual([slug, format, 200])
  return rawPayload
}

/** The table of a file that is none of this program's own making, as CSV and workbooks are. */
async function tableOf(bytes: Buffer): Promise<Parameters<typeof readOwnTable>[0]> {
  const file = { size: bytes.length, pieces: () => [bytes] }
  const { dialect, sheets } = await inspectFile(file)
  const rows: SourceRow[] = []
  for await (const row of readRows(file, { dialect, sheet: sheets[0]?.name ?? '' }, () => undefined)) rows.push(row)
  return { dialect: dialect ?? { encoding: 'utf-8', delimiter: ',' }, rows }
}

async function importedAgain(slug: string, bytes: Buffer): Promise<readonly ObservationRow[]> {
  const context = labelContext(db, slug)
  const read = readOwnTable((await ownFile(bytes, context.indicator)) ?? (await tableOf(bytes)), context)
  if ('problems' in read) throw new Error(read.problems.map(({ line, detail }) => `${line}: ${detail.en}`).join('\n'))
  return read.rows
}

const inOneOrder = (rows: readonly ObservationRow[]): string[] =>
  rows
    .map(({ series: { area, categories }, observation }) =>
      JSON.stringify([area, Object.entries(categories).toSorted(([a], [b]) => (a < b ? -1 : 1)), observation]),
    )
    .toSorted()

const asRows = ({ observations }: ObservationsDocument): ObservationRow[] =>
  observations.map(({ area, categories, ...observation }) => ({ series: { area, categories }, observation }))

describe('what is exported', () => {
  it.each(parameters.format.options.filter((format) => format !== 'json' && format !== 'parquet'))(
    'is read in again the same, as %s',
    async (format) => {
      for (const slug of slugs) {
        const rows = await importedAgain(slug, await exported(slug, format))
        expect([slug, inOneOrder(rows)]).toEqual([slug, inOneOrder(asRows(await released(slug)))])
      }
    },
  )

  it('changes nothing in the workspace it came from', async () => {
    const open = await Promise.all(slugs.map(async (slug) => [slug, await released(slug)] as const))
    const given = open.filter(
      ([slug, { withheld: suppressed, observations }]) =>
        suppressed.length === 0 && observations.length > 0 && getIndicator(db, slug)?.derived === null,
    )
    expect(given.length).toBeGreaterThan(20)
    for (const [slug, { observations }] of given) {
      const rows = await importedAgain(slug, await exported(slug, 'json-stat'))
      const { added, changed, unchanged } = countChanges(db, slug, rows)
      expect([slug, added, changed, unchanged]).toEqual([slug, 0, 0, observations.length])
    }
  })

  it('is the same cube to the toolkit of JSON-stat', async () => {
    for (const slug of slugs) {
      const { observations, dimensions } = await released(slug)
      if (observations.length === 0) continue
      const cube = JSONstat(JSON.parse((await exported(slug, 'json-stat')).toString()))
      expect(cube.class).toBe('dataset')
      expect(cube.id).toEqual(['area', ...dimensions, 'period', 'measure'])
      expect(cube.Dimension('period')?.role).toBe('time')
      for (const { area, categories, period, value, status } of observations) {
        const groups = Object.fromEntries(dimensions.map((dimension) => [dimension, categories[dimension] ?? '_T']))
        const cell = cube.Data({ area, ...groups, period, measure: 'value' })
        expect([slug, period, cell?.value ?? null, cell?.status]).toEqual([slug, period, value, status])
      }
    }
  })

  it('is the same table to a reader of Parquet, numbers as numbers', async () => {
    const slug = 'valgdeltagelse-kv'
    const bytes = await exported(slug, 'parquet')
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer })
    const { observations } = await released(slug)
    expect(
      rows.map(({ area, period, value, status, area_name: name }) => [area, period, value, status, typeof name]),
    ).toEqual(observations.map(({ area, period, value, status }) => [area, period, value, status, 'string']))
  })

  it('comes with what is needed to understand it: each column is described', async () => {
    const zip = await JSZip.loadAsync(await exported('valgdeltagelse-kv', 'zip'))
    expect(Object.keys(zip.files)).toEqual([
      'README.txt',
      'valgdeltagelse-kv.csv',
      'codes.csv',
      'valgdeltagelse-kv.csv-metadata.json',
    ])
    const [header = ''] = ((await zip.file('valgdeltagelse-kv.csv')?.async('string')) ?? '').split('\r\n')
    const { tables }: { tables: { tableSchema: { columns: { name: string; virtual?: boolean }[] } }[] } = JSON.parse(
      (await zip.file('valgdeltagelse-kv.csv-metadata.json')?.async('string')) ?? '',
    )
    const described = tables[0]?.tableSchema.columns.filter(({ virtual }) => virtual !== true) ?? []
    expect(described.map(({ name }) => name).join(',')).toBe(header)
    expect(await zip.file('README.txt')?.async('string')).toContain('Pejlings demonstration: Opfundne tal')
  })
})

describe('the workbook', () => {
  it('opens in LibreOffice with every number as a number, what it is about, and its notes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pejling-workbook-'))
    const slug = 'valgdeltagelse-kv'
    writeFileSync(join(folder, 'figures.xlsx'), await exported(slug, 'xlsx'))
    const office = [`-env:UserInstallation=file://${folder}/office`, '--headless', '--convert-to', 'fods']
    await promisify(execFile)('/usr/bin/soffice', [...office, '--outdir', folder, join(folder, 'figures.xlsx')])
    const [, data = '', metadata = '', notes = ''] = readFileSync(join(folder, 'figures.fods'), 'utf8').split(
      '<table:table ',
    )
    rmSync(folder, { recursive: true })
    expect([data, metadata, notes].map((sheet) => /table:name="(\w+)"/.exec(sheet)?.[1])).toEqual([
      'data',
      'metadata',
      'notes',
    ])
    const numbers = [...data.matchAll(/office:value-type="float" office:value="([^"]+)"/g)].map(([, value]) => value)
    const { observations } = await released(slug)
    expect(numbers.map(Number)).toEqual(
      observations.flatMap(({ value, numerator, denominator, sampleSize, margin }) =>
        [value, numerator, denominator, sampleSize, margin].filter((one) => one !== null),
      ),
    )
    expect(metadata).toMatch(/Valgdeltagelse ved kommunalvalg<[\s\S]*Turnout at municipal elections</)
    expect(notes).toContain('status A')
  })
})

/** What CSV on the Web (W3C, Metadata Vocabulary for Tabular Data) lets stand in the description of a table. */
const CsvwColumn = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9%-][\w%-]*$/),
  titles: z.array(z.string()).min(1).optional(),
  'dc:description': z.string().optional(),
  datatype: z.union([
    z.enum(['string', 'number', 'integer']),
    z.strictObject({ base: z.literal('string'), format: z.string() }),
  ]),
  lang: z.enum(['da', 'en']).optional(),
  required: z.boolean().optional(),
  virtual: z.literal(true).optional(),
  default: z.string().optional(),
})
const localised = z.array(z.strictObject({ '@value': z.string(), '@language': z.enum(['da', 'en']) }))
const CsvwTable = z.strictObject({
  url: z.string(),
  'dc:title': localised.optional(),
  'dc:description': localised.optional(),
  'dc:source': z.array(z.string()).optional(),
  'dc:license': z.strictObject({ '@id': z.url() }).optional(),
  'dc:modified': z.strictObject({ '@value': z.iso.datetime(), '@type': z.url() }).optional(),
  dialect: z.strictObject({
    encoding: z.literal('utf-8'),
    lineTerminators: z.tuple([z.literal('\r\n')]),
    delimiter: z.literal(','),
    header: z.literal(true),
  }),
  tableSchema: z.strictObject({
    columns: z.array(CsvwColumn),
    primaryKey: z.array(z.string()),
    foreignKeys: z
      .array(
        z.strictObject({
          columnReference: z.array(z.string()),
          reference: z.strictObject({ resource: z.string(), columnReference: z.array(z.string()) }),
        }),
      )
      .optional(),
  }),
})
const context = z.tuple([z.literal('http://www.w3.org/ns/csvw'), z.strictObject({ '@language': z.literal('en') })])
const CsvwGroup = z.strictObject({ '@context': context, tables: z.tuple([CsvwTable, CsvwTable]) })

/** Says what of a table is not as its description has it. */
function faultsOf({ tableSchema }: z.infer<typeof CsvwTable>, [header = [], ...rows]: readonly string[][]): unknown[] {
  const columns = tableSchema.columns.filter(({ virtual }) => virtual !== true)
  const keys = rows.map((row) => tableSchema.primaryKey.map((name) => row[header.indexOf(name)]).join('|'))
  return [
    ...(columns.flatMap(({ titles = [] }) => titles).join() === header.join() ? [] : [header]),
    ...(new Set(keys).size === rows.length ? [] : [keys]),
    ...columns.flatMap(({ datatype, required }, at) => {
      const pattern =
        typeof datatype === 'object'
          ? new RegExp(`^(?:${datatype.format})$`)
          : { string: /^/, number: /^-?\d+(\.\d+)?(e-?\d+)?$/, integer: /^\d+$/ }[datatype]
      return rows.map((row) => row[at] ?? '').filter((cell) => (cell === '' ? required : !pattern.test(cell)))
    }),
  ]
}

describe('the description of a table', () => {
  it('is what CSV on the Web knows, true of every row, and names a code list that has every code', async () => {
    for (const slug of slugs) {
      const zip = await JSZip.loadAsync(await exported(slug, 'zip'))
      const inside = async (name: string): Promise<string> => (await zip.file(name)?.async('string')) ?? ''
      const { tables } = CsvwGroup.parse(JSON.parse(await inside(`${slug}.csv-metadata.json`)))
      const [figures, codes] = tables
      const [table, listed]: [string[][], string[][]] = [
        parse(await inside(figures.url)),
        parse(await inside(codes.url)),
      ]
      expect([slug, faultsOf(figures, table), faultsOf(codes, listed)]).toEqual([slug, [], []])
      const known = new Set(listed.map(([list, code]) => `${list} ${code}`))
      const [header = [], ...rows] = table
      for (const { columnReference, reference } of figures.tableSchema.foreignKeys ?? []) {
        expect(reference).toEqual({ resource: codes.url, columnReference: ['list', 'code'] })
        const at = header.indexOf(columnReference[1] ?? '')
        const list = figures.tableSchema.columns.find(({ name }) => name === columnReference[0])?.default
        const missing = rows.map((row) => row[at]).filter((code) => code !== '' && !known.has(`${list} ${code}`))
        expect([slug, columnReference, missing]).toEqual([slug, columnReference, []])
      }
    }
  })
})

describe('what cannot be read', () => {
  it.each([
    ['{"version":"2.0","class":"dataset"}', /is JSON but not JSON-stat/],
    ['{', /is no table|There is no column|JSON/],
    ['', /empty/],
  ])('says so: %s', async (text, said) => {
    await expect(importedAgain('valgdeltagelse-kv', Buffer.from(text))).rejects.toThrow(said)
  })
})
