import { Connection } from '@pejling/domain/connection/connection'
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { system } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { indicator, smallDelivery, smallInstallation } from '../../testing/installation.fixture.ts'
import { attachments, putAttached } from '../../workspace/definitions.ts'
import { findObservation } from '../../workspace/observation-store.ts'
import { readConfig } from '../../config/config.ts'
import type { OutsideSources } from './arrive.ts'
import { lastFetch, renew } from './renew.ts'
import { outsideSources } from './sources.ts'

/* The second kind of source: a file of the municipality's own, at an address. */

let db: Database
let server: Server
let sources: OutsideSources
let asked: string[]
let file: string
const slug = 'fritid'

beforeEach(async () => {
  asked = []
  file = 'Område;År;Værdi\r\n217;2023;41,5\r\n217;2024;..\r\n000;2023;45,0\r\n999;2023;1,0\r\n'
  server = createServer(({ url = '' }, response) => {
    asked.push(url)
    response.writeHead(url === '/tal/2026/fritid.csv' ? 200 : 404)
    response.end(url === '/tal/2026/fritid.csv' ? file : 'Ikke fundet')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = z.object({ port: z.int() }).parse(server.address())
  sources = outsideSources(readConfig({ PEJLING_CSV_URL: `http://127.0.0.1:${port}/tal/` }).sourceUrls)
  const delivery = smallDelivery()
  db = smallInstallation({ ...delivery, indicators: [...delivery.indicators, indicator(slug)] })
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const connection = (table: string): Connection =>
  Connection.parse({
    source: 'csv',
    table,
    variables: [
      { code: 'Område', role: 'area', values: ['*'], per: null },
      { code: 'År', role: 'period', values: ['*'], per: null },
    ],
    scale: 1,
    every: 'week',
  })
const connect = (made: Connection): void =>
  write(db, system, { action: 'definition' }, (changeSet) => putAttached(changeSet, attachments.connection, slug, made))
const problemOf = async (table = '2026/fritid.csv'): Promise<string | undefined> => {
  connect(connection(table))
  return (await renew(db, system, sources, slug))?.problem?.en
}

describe('a file at an address', () => {
  it('is found, described, and fetched like any table', async () => {
    expect(await sources['csv']?.tables('2026/fritid.csv')).toEqual([
      { table: '2026/fritid.csv', name: 'Område, År', updated: '', from: '2023', to: '2024' },
    ])
    expect(await problemOf()).toBeUndefined()
    expect(findObservation(db, slug, '217', '2023')).toMatchObject({
      value: 41.5,
      provenance: expect.stringMatching(/^csv-2026-fritid-csv-[0-9a-f]{8}$/),
    })
    expect(findObservation(db, slug, '217', '2024')).toMatchObject({ value: null, status: 'O' })
    expect(new Set(asked)).toEqual(new Set(['/tal/2026/fritid.csv']))
  })

  it.each([
    [
      'two figures of the same',
      'Område;År;Værdi\n217;2023;1,5\n217;2023;2,5\n',
      /Lines 2 and 3 are two figures of the same/,
    ],
    [
      'no period',
      'Område;Hvad;Værdi\n217;2023;1,5\n',
      /No column is called time, year or period; the file has Område, Hvad/,
    ],
    [
      'a figure that is none',
      'Område;År;Værdi\n217;2023;mange\n',
      /Line 2: "mange" in the column Værdi cannot be read/,
    ],
    [
      'a column too many',
      'Område;År;Køn;Værdi\n217;2023;K;1,5\n217;2023;M;2,5\n',
      /has to be told what is meant by Køn/,
    ],
    ['no column of areas', 'År;Værdi\n2023;1,5\n', /has no variable Område/],
  ])('is refused with %s, and says where', async (_what, text, said) => {
    file = text
    expect(await problemOf()).toMatch(said)
    expect(findObservation(db, slug, '217', '2023')).toBe(null)
  })

  it('takes no empty cell for nothing: it is a value that has to be chosen, and can be', async () => {
    file = 'Område;År;Køn;Værdi\n217;2024;;100\n217;2024;Kvinder;52\n'
    expect(await problemOf()).toMatch(/has to be told what is meant by Køn/)
    const made = connection('2026/fritid.csv')
    const description = await sources['csv']?.describe('2026/fritid.csv')
    const [empty] = description?.variables.find(({ code }) => code === 'Køn')?.values ?? []
    expect(empty).toEqual({ code: '(tom)', name: '(tom / empty)' })
    for (const [value, figure] of [
      [empty?.code ?? '', 100],
      ['Kvinder', 52],
    ] as const) {
      connect({
        ...made,
        variables: [
          ...made.variables,
          { code: 'Køn', role: 'fixed', values: [value], per: null, groups: null, except: null, error: null },
        ],
      })
      expect((await renew(db, system, sources, slug))?.problem).toBe(null)
      expect(findObservation(db, slug, '217', '2024')).toMatchObject({ value: figure })
    }
  })

  it('may have its periods in the last column', async () => {
    file = 'Område;tal2;År\n217;41,5;2023\n'
    expect(await problemOf()).toBeUndefined()
    expect(findObservation(db, slug, '217', '2023')).toMatchObject({ value: 41.5 })
  })

  it.each([
    ['a number', 'Område;År;Værdi\n217;2023;mange\n', /Linje 2: “mange” i kolonnen Værdi kan ikke læses/],
    ['a line', 'Område;År;Værdi\n217;2023;"1\n', /Linje \d: Filen kan ikke læses som CSV/],
  ])('says in Danish where %s cannot be read', async (_what, text, said) => {
    file = text
    await problemOf()
    const told = lastFetch(db, slug)?.problem?.da
    expect(told).toMatch(said)
    expect(told).not.toMatch(/\b(?:is|write|readable)\b/i)
  })

  it('lies below the address of the settings, or is not asked for', async () => {
    expect(await problemOf('../hemmeligt.csv')).toContain('nothing else may be reached')
    expect(await problemOf('https://www.example.dk/tal.csv')).toContain('nothing else may be reached')
    expect(asked).toEqual([])
    expect(await problemOf('2025/fritid.csv')).toContain('says no (404): Ikke fundet')
  })

  it('is not offered where no address is given, and a wrong address is named', () => {
    expect(Object.keys(outsideSources(readConfig({}).sourceUrls))).toEqual(['statbank'])
    expect(() => readConfig({ PEJLING_CSV_URL: 'ftp://x' })).toThrow(/PEJLING_CSV_URL=ftp:\/\/x/)
  })
})
