import SqliteDatabase from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import type { FastifyInstance } from 'fastify'
import { parquetReadObjects } from 'hyparquet'
import JSZip from 'jszip'
import { beforeAll, describe, expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import { publish } from '../releases/publish.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { checkedInject, type Inject } from '../testing/openapi.fixture.ts'

/* What programs read that take all figures at once, as Power BI and harvesters do. */

let app: FastifyInstance
let get: Inject

beforeAll(async () => {
  app = await appOver(smallInstallation())
  get = await checkedInject(app)
})

const table = (csv: string): Record<string, string>[] => parse(csv, { columns: true })

describe('figures across indicators', () => {
  it('are one flat table with names, of the indicators, areas and periods asked for', async () => {
    const rows = table((await get('/observations.csv?indicator=deltagelse,taler&area=217&last=1&alder=_T')).body)
    expect(rows.map(({ indicator, area_name: area }) => [indicator, area])).toEqual([
      ['deltagelse', 'Helsingør'],
      ['taler', 'Helsingør'],
    ])
    expect(rows.every(({ indicator_name: name, unit_name: unit }) => name !== '' && unit !== '')).toBe(true)
  })

  it('are the same figures as those of each indicator, in every format', async () => {
    const { observations }: { observations: { indicator: string; value: number | null }[] } = Object(
      (await get('/observations.json')).json,
    )
    const own: unknown[] = []
    for (const indicator of new Set(observations.map((row) => row.indicator))) {
      own.push(...Object((await get(`/indicators/${indicator}/observations.json`)).json).observations)
    }
    expect(observations.map(({ value }) => value)).toEqual(own.map((row) => Object(row).value))
    expect(table((await get('/observations.csv')).body)).toHaveLength(observations.length)
    const { raw } = await get('/observations.parquet')
    expect(await parquetReadObjects({ file: new Uint8Array(raw).buffer })).toHaveLength(observations.length)
    expect((await get('/observations', { accept: 'text/csv' })).headers['content-location']).toBe(
      '/api/v1/observations.csv?release=1',
    )
  })

  it.each([
    ['/observations?indicator=findes-ikke', /findes-ikke/],
    ['/observations.csv?area=999', /intet område/],
    ['/observations.csv?farve=blaa', /Brug: indicator, from, to/],
    ['/observations.json?labels=name', /labels/],
  ])('that cannot be asked for are refused: %s', async (path, said) => {
    const { status, json } = await get(path)
    expect(status).toBe(400)
    expect(JSON.stringify(json)).toMatch(said)
  })

  it('refer to areas, dimensions and sources that have lists of their own', async () => {
    for (const name of ['areas', 'dimensions', 'sources']) {
      const items: { indicators: string[] }[] = Object((await get(`/${name}`)).json)[name]
      expect(items.length).toBeGreaterThan(0)
      expect(items.every(({ indicators }) => indicators.length > 0)).toBe(true)
    }
  })
})

describe('everything in one file', () => {
  it('has every figure, what it is, and what its codes stand for', async () => {
    const figures = table((await get('/observations.csv')).body)
    const zip = await JSZip.loadAsync((await get('/data.zip')).raw)
    expect(Object.keys(zip.files)).toEqual(['README.txt', 'figures.csv', 'codes.csv', 'figures.csv-metadata.json'])
    expect(table((await zip.file('figures.csv')?.async('string')) ?? '')).toEqual(figures)
    const db = new SqliteDatabase((await get('/data.sqlite')).raw)
    const rows = db.prepare('SELECT * FROM figures').all()
    expect(rows).toHaveLength(figures.length)
    expect(db.prepare("SELECT name_da FROM codes WHERE list = 'area' AND code = '217'").pluck().get()).toBe('Helsingør')
    db.close()
    const { raw } = await get('/data.parquet')
    expect(await parquetReadObjects({ file: new Uint8Array(raw).buffer })).toHaveLength(figures.length)
  })

  it('is the same file, with the same date, in a release in which no figure changed', async () => {
    const db = smallInstallation()
    const files = ['zip', 'sqlite', 'parquet'].map((ending) => `/api/v1/data.${ending}`)
    const saidBy = async (one: FastifyInstance): Promise<unknown[]> => {
      const said: unknown[] = []
      for (const file of files) {
        const { headers } = await one.inject(file)
        said.push([headers.etag, headers['last-modified']])
      }
      return said
    }
    const before = await saidBy(await appOver(db))
    publish(db, system, { title: text('Intet nyt'), note: null, indicators: 'all' })
    expect(await saidBy(await appOver(db))).toEqual(before)
  })
})
