import type { Connection } from '@pejling/domain/connection/connection'
import { Slug } from '@pejling/domain/slug'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { system } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { verify } from '../../verification/verify.ts'
import { fetchFigures } from '../../cli/fetch-figures.ts'
import { deliveredFiles, wellRead } from '../../data-folder/delivered.fixture.ts'
import type { Delivery } from '../../data-folder/delivery.ts'
import { openReleaseStore } from '../../releases/release-store.ts'
import { smallInstallation } from '../../testing/installation.fixture.ts'
import { attachments, getAttached, putAttached } from '../../workspace/definitions.ts'
import { findObservation, putObservations } from '../../workspace/observation-store.ts'
import { requestText, type SourceConnection } from './source-connection.ts'
import type { OutsideSources } from './arrive.ts'
import { provenanceSlug } from './provenance.ts'
import { dueForFetch, lastFetch, previewFetch, renew, renewDue } from './renew.ts'
import { startStatbank, turnoutConnection, turnoutTable, type FakeStatbank } from './statbank.fixture.ts'
import { openStatbank } from './statbank.ts'

const slug = 'valgdeltagelse-kv'
const DataRequest = z.object({ variables: z.array(z.object({ values: z.array(z.string()) })) })

const delivered = wellRead(deliveredFiles)
/** One indicator of the delivered data, connected to a small table: enough for every test here. */
const delivery: Delivery = {
  ...delivered,
  indicators: delivered.indicators.filter((one) => one.slug === slug),
  observations: delivered.observations.filter(({ indicator }) => indicator === slug),
  connections: [{ indicator: slug, connection: turnoutConnection }],
}

let db: Database
let far: FakeStatbank
let sources: OutsideSources
let waited: number[]

const reachOf = (base: string, timeout = 10_000): SourceConnection => ({
  base,
  fetch: globalThis.fetch,
  wait: (milliseconds) => {
    waited.push(milliseconds)
    return Promise.resolve()
  },
  timeout,
  largest: 1_000_000,
})

beforeEach(async () => {
  db = smallInstallation(delivery)
  far = await startStatbank([turnoutTable])
  waited = []
  sources = { statbank: openStatbank(reachOf(far.url)) }
})
afterEach(() => far.close())

const own = (): Connection => {
  const connection = getAttached(db, attachments.connection, slug)
  if (!connection) throw new Error('The delivered indicator has no connection')
  return connection
}
const connect = (connection: Connection): void =>
  write(db, system, { action: 'definition' }, (changeSet) =>
    putAttached(changeSet, attachments.connection, slug, connection),
  )

describe('fetching figures', () => {
  it('renews what stands there from the table it belongs to, and publishes nothing', async () => {
    const printed: string[] = []
    expect(await fetchFigures(db, sources, { only: [slug], dryRun: false, print: (line) => printed.push(line) })).toBe(
      0,
    )
    expect(printed).toContain('valgdeltagelse-kv (LABY08): 0 new, 3 corrected, 5 confirmed, 0 as they were')
    const renewed = findObservation(db, slug, '217', '2025-11-18')
    expect(renewed).toMatchObject({ value: 70.49, status: 'A', provenance: 'statbank-laby08' })
    expect(openReleaseStore(db).latestNumber()).toBe(1)
    expect(verify(db)).toEqual([])
    // The year of the table is the day of the election here, known from the figures there are.
    expect(far.asked.at(-1)?.body).toEqual({
      table: 'LABY08',
      lang: 'da',
      format: 'JSONSTAT',
      valuePresentation: 'Code',
      variables: [
        { code: 'KOMGRP', values: ['217', '000'] },
        { code: 'VALRES', values: ['STEMPCT'] },
        { code: 'Tid', values: ['2013', '2017', '2021', '2025'] },
      ],
    })
    expect(await renew(db, system, sources, slug)).toMatchObject({ added: 0, changed: 0, problem: null })
  })

  it('shows what it would bring and change for readers before anything is kept', async () => {
    const { outcome, changes } = await previewFetch(db, sources, slug, own())
    expect(outcome.added + outcome.changed).toBeGreaterThan(0)
    expect(changes?.indicators.map(({ indicator }) => indicator)).toContain(slug)
    expect(findObservation(db, slug, '217', '2025-11-18')?.provenance).not.toBe('statbank-laby08')
    expect(lastFetch(db, slug)).toBe(null)
  })

  it('keeps marks and says what the indicator does not know', async () => {
    const cells = { ...turnoutTable.cells, '217 STEMPCT 2025': '..', '000 STEMPCT 2025': '.' }
    const [area, ...others] = turnoutTable.variables
    const more = area ? { ...area, values: [...area.values, { id: '999', text: 'Månen' }] } : null
    far.tables.set('LABY08', {
      ...turnoutTable,
      variables: more ? [more, ...others] : others,
      cells: { ...cells, '999 STEMPCT 2013': 99 },
    })
    connect({
      ...own(),
      variables: own().variables.map((one) => (one.role === 'area' ? { ...one, values: ['*'] } : one)),
    })
    const outcome = await renew(db, system, sources, slug)
    expect(outcome?.passedOver.map(({ en }) => en)).toContain('The area 999 Månen')
    expect(findObservation(db, slug, '217', '2025-11-18')).toMatchObject({ value: null, status: 'O' })
    expect(findObservation(db, slug, '000', '2025-11-18')).toMatchObject({ value: null, status: 'M' })
  })

  it('reckons a ratio of two selections, and keeps what it was reckoned from', async () => {
    const cells = {
      '217 STEMMER 2025': 36_504,
      '217 VAELGERE 2025': 51_786,
      '217 STEMMER 2021': 5,
      '217 VAELGERE 2021': 0,
    }
    const [area, result, time] = turnoutTable.variables
    if (!area || !result || !time) throw new Error('The table has lost its variables')
    const counted = [
      { id: 'STEMMER', text: 'Afgivne stemmer' },
      { id: 'VAELGERE', text: 'Vælgere' },
    ]
    far.tables.set('LABY08', { ...turnoutTable, variables: [area, { ...result, values: counted }, time], cells })
    const variables = own().variables.map((one) =>
      one.role === 'fixed' ? { ...one, values: ['STEMMER'], per: ['VAELGERE'] } : one,
    )
    connect({ ...own(), scale: 100, variables })
    await renew(db, system, sources, slug)
    const reckoned = findObservation(db, slug, '217', '2025-11-18')
    expect(reckoned).toMatchObject({ numerator: 36_504, denominator: 51_786, status: 'A' })
    expect(reckoned?.value).toBeCloseTo(70.49, 2)
    expect(findObservation(db, slug, '217', '2021-11-16')).toMatchObject({ value: null, status: 'M' })
  })
})

const sizes = (): number[] =>
  far.asked.flatMap(({ path, body }) =>
    path === 'data'
      ? [DataRequest.parse(body).variables.reduce((product, { values }) => product * values.length, 1)]
      : [],
  )

describe('a table above the limit', () => {
  it('is asked for in several requests, each within the limit, with the same figures', async () => {
    const whole = await previewFetch(db, sources, slug, own())
    expect(sizes()).toEqual([8])
    for (const limit of [7, 4, 3, 1]) {
      far.asked.length = 0
      const parts = await previewFetch(db, { statbank: openStatbank(reachOf(far.url), limit) }, slug, own())
      expect(Math.max(...sizes())).toBeLessThanOrEqual(limit)
      expect(new Set(parts.figures.rows)).toEqual(new Set(whole.figures.rows))
    }
  })

  it('is divided further where the source itself takes fewer cells, until it is answered', async () => {
    far.tables.set('LABY08', { ...turnoutTable, limit: 2 })
    expect(await problemAfter()).toBe('')
    expect(sizes().filter((size) => size <= 2)).toHaveLength(4)
    expect(findObservation(db, slug, '217', '2025-11-18')?.provenance).toBe('statbank-laby08')
  })

  it('is taken whole or not at all', async () => {
    const before = findObservation(db, slug, '217', '2025-11-18')
    // The second part fails.
    sources = { statbank: openStatbank({ ...reachOf(far.url), fetch: failing(1) }, 4) }
    expect(await problemAfter()).toContain('vedligeholdes')
    // It is renewed between the parts.
    sources = { statbank: openStatbank({ ...reachOf(far.url), fetch: renewing }, 4) }
    expect(await problemAfter()).toMatch(/was renewed while it was being fetched.*Nothing was taken/)
    expect(findObservation(db, slug, '217', '2025-11-18')).toEqual(before)
  })

  it('says so where one value of each variable is too much', async () => {
    far.tables.set('LABY08', { ...turnoutTable, limit: 0 })
    expect(await problemAfter()).toMatch(/says no to what is asked of LABY08 \(400\).*EXTRACT-TOOBIG/)
  })
})

/** Sends on, and answers the nth request for figures after the first with a refusal. */
const failing = (nth: number): typeof globalThis.fetch => {
  let asked = 0
  return (address, init) => {
    if (asksFigures(address) && asked++ === nth)
      return Promise.resolve(new Response('{"message":"Tabellen vedligeholdes"}', { status: 400 }))
    return globalThis.fetch(address, init)
  }
}
/** Whether a request asks for figures. */
const asksFigures = (address: Parameters<typeof globalThis.fetch>[0]): boolean =>
  typeof address === 'string' && address.endsWith('/data')

const renewing: typeof globalThis.fetch = async (address, init) => {
  const response = await globalThis.fetch(address, init)
  if (asksFigures(address)) far.tables.set('LABY08', { ...turnoutTable, updated: '2026-04-01T07:00:00Z' })
  return response
}

const problemAfter = async (): Promise<string> => (await renew(db, system, sources, slug))?.problem?.en ?? ''

describe('where the source does not do as it did', () => {
  it('tries again with longer and longer pauses, and takes what comes at last', async () => {
    far.refuse.push({ status: 503, text: 'busy' }, { status: 429, text: 'slow down', headers: { 'retry-after': '7' } })
    expect(await problemAfter()).toBe('')
    expect(waited).toEqual([1000, 7000])
  })

  it('gives up after four times, keeps what it has, and asks again the next day', async () => {
    connect({ ...own(), every: 'week' })
    expect(dueForFetch(db, '2026-11-24T08:00:00.000Z')).toEqual([slug])
    for (let time = 0; time < 4; time += 1) far.refuse.push({ status: 502, text: '' })
    expect(await problemAfter()).toMatch(/does not answer \(502\).*tried 4 times/)
    const at = lastFetch(db, slug)?.at ?? ''
    const later = (hours: number): string => new Date(Date.parse(at) + hours * 3_600_000).toISOString()
    expect(dueForFetch(db, later(23))).toEqual([])
    expect(dueForFetch(db, later(24))).toEqual([slug])
    expect(await problemAfter()).toBe('')
    expect(dueForFetch(db, later(48))).toEqual([])
    expect(dueForFetch(db, later(24 * 8))).toEqual([slug])
  })

  it('says what the source says where it refuses, without asking again', async () => {
    far.refuse.push({ status: 400, text: '{"message":"Tabellen LABY08 vedligeholdes"}' })
    expect(await problemAfter()).toContain(
      '(400): Tabellen LABY08 vedligeholdes. Look through the table and choose anew.',
    )
    expect(waited).toEqual([])
  })

  it.each([
    [
      'a value',
      {
        ...turnoutTable,
        variables: turnoutTable.variables.map((one) =>
          one.id === 'VALRES' ? { ...one, values: one.values.slice(1) } : one,
        ),
      },
      /VALRES of LABY08 has no value STEMPCT \(any longer\)\. Nearest are BLANKE/,
    ],
    [
      'a variable',
      { ...turnoutTable, variables: turnoutTable.variables.filter(({ id }) => id !== 'VALRES') },
      /has no variable VALRES \(any longer\); it has KOMGRP \(kommunegruppe\), Tid \(tid\)/,
    ],
    ['itself', { ...turnoutTable, active: false }, /no longer kept/],
    [
      'nothing, but asks for one more',
      {
        ...turnoutTable,
        variables: [
          ...turnoutTable.variables,
          { id: 'ALDER', text: 'alder', elimination: false, time: false, values: [{ id: '18', text: '18 år' }] },
        ],
      },
      /has to be told what is meant by ALDER \(alder\)/,
    ],
  ])('says so where the table has lost %s', async (_what, table, said) => {
    far.tables.set('LABY08', table)
    expect(await problemAfter()).toMatch(said)
    expect(findObservation(db, slug, '217', '2025-11-18')?.provenance).not.toBe('statbank-laby08')
  })

  it('goes nowhere else: not where it is sent on to, and not out of the address it was given', async () => {
    const elsewhere = await startStatbank([turnoutTable])
    far.refuse.push({ status: 302, text: '', headers: { location: `${elsewhere.url}/tableinfo` } })
    expect(await problemAfter()).toContain('sends on to another address')
    expect(elsewhere.asked).toEqual([])
    for (const path of ['//127.0.0.1/x', `${elsewhere.url}/tables`, '../secret', 'a/../../secret', '\\\\host\\x'])
      await expect(requestText(reachOf(far.url), path, null), path).rejects.toThrow(/nothing else may be reached/)
    expect(elsewhere.asked).toEqual([])
    await elsewhere.close()
  })

  it('waits until the day the source asks for, and no longer than two minutes', async () => {
    const soon = new Date(Date.now() + 30_000).toUTCString()
    far.refuse.push(
      { status: 429, text: '', headers: { 'retry-after': soon } },
      { status: 503, text: '', headers: { 'retry-after': '86400' } },
      { status: 503, text: '', headers: { 'retry-after': 'later' } },
    )
    expect(await problemAfter()).toBe('')
    expect(waited[0]).toBeGreaterThan(20_000)
    expect(waited.slice(1)).toEqual([120_000, 15_000])
  })

  it('gives up where no answer comes in time, also where it stops in the middle', async () => {
    const silent = createServer((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('[')
    })
    await new Promise<void>((resolve) => {
      silent.listen(0, '127.0.0.1', resolve)
    })
    const { port } = z.object({ port: z.int() }).parse(silent.address())
    sources = { statbank: openStatbank(reachOf(`http://127.0.0.1:${port}/v1`, 50)) }
    expect(await problemAfter()).toContain('does not answer (timeout)')
    expect(waited).toHaveLength(3)
    silent.closeAllConnections()
    silent.close()
  })

  it('takes no more than the largest answer, also where its size is not said beforehand', async () => {
    const large = createServer((request, response) => {
      const isPacked = request.url === '/v1/packed'
      response.writeHead(200, isPacked ? { 'content-encoding': 'gzip' } : {})
      response.write(isPacked ? gzipSync('æ'.repeat(51)) : 'æ'.repeat(request.url === '/v1/fits' ? 50 : 51))
      response.end()
    })
    await new Promise<void>((resolve) => {
      large.listen(0, '127.0.0.1', resolve)
    })
    const { port } = z.object({ port: z.int() }).parse(large.address())
    const reach = { ...reachOf(`http://127.0.0.1:${port}/v1`), largest: 100 }
    for (const path of ['pieces', 'packed'])
      await expect(requestText(reach, path, null), path).rejects.toThrow(/more than is taken/)
    expect(await requestText(reach, 'fits', null)).toBe('æ'.repeat(50))
    expect(waited).toEqual([])
    large.closeAllConnections()
    large.close()
  })

  it('names the table that is not there, and what is no table at all', async () => {
    connect({ ...own(), table: 'LABY99' })
    expect(await problemAfter()).toMatch(/no table LABY99 \(404\): Tabellen findes ikke – EXTRACT-NOTFOUND/)
    connect({ ...own(), table: 'min fil.csv' })
    expect(await problemAfter()).toContain('not the name of a table in StatBank')
    connect({ ...own(), source: 'eurostat' })
    expect(await problemAfter()).toBe(
      'The source eurostat is not offered by this installation, which has statbank. See its settings.',
    )
  })

  it('says so where the answer cannot be read, and where there is none', async () => {
    far.refuse.push({ status: 200, text: '<html>' })
    expect(await problemAfter()).toContain('cannot be read: <html>')
    await far.close()
    expect(await problemAfter()).toContain('does not answer')
  })
})

it('tables are found by their words', async () => {
  const statbank = openStatbank(reachOf(far.url))
  expect((await statbank.tables('kommunalvalg laby')).map(({ table, from, to }) => [table, from, to])).toEqual([
    ['LABY08', '2013', '2025'],
  ])
  expect(await statbank.tables('folketingsvalg')).toEqual([])
})

it('what was noted of a figure after it was fetched stays when it is fetched again', async () => {
  await renew(db, system, sources, slug)
  const footnote = { da: 'Se sagen.', en: 'See the case.' }
  const before = findObservation(db, slug, '217', '2025-11-18')
  if (!before) throw new Error('Nothing was fetched')
  write(db, system, { action: 'edit' }, (changeSet) =>
    putObservations(changeSet, slug, [
      { series: { area: '217', categories: {} }, observation: { ...before, value: 1, footnote } },
    ]),
  )
  expect(await renew(db, system, sources, slug)).toMatchObject({ changed: 1 })
  expect(findObservation(db, slug, '217', '2025-11-18')).toEqual({ ...before, footnote })
})

it('where figures come from is told apart for any two tables, and StatBank keeps its plain names', () => {
  expect(provenanceSlug('statbank', 'LABY08')).toBe('statbank-laby08')
  const tables = ['2026/a.csv', '2026-a.csv', '2026/A.csv', 'tal', 'TAL', `${'x'.repeat(90)}1`, `${'x'.repeat(90)}2`]
  const slugs = tables.map((table) => provenanceSlug('csv', table))
  expect(new Set(slugs).size).toBe(tables.length)
  for (const one of slugs) expect(Slug.safeParse(one).success, one).toBe(true)
})

/** Sources of which one fails in a way that is a fault of the program. */
const broken = (): OutsideSources => ({
  ...sources,
  csv: {
    name: { da: 'Mappen', en: 'The folder' },
    hint: { da: '', en: '' },
    tables: () => Promise.resolve([]),
    describe: () => Promise.reject(new TypeError("Cannot read properties of undefined (reading 'id')")),
    cells: () => Promise.resolve([]),
    pageOf: () => null,
  },
})
describe('a source that fails in a way nobody foresaw', () => {
  const first = 'befolkning-16-66'
  beforeEach(() => {
    db = smallInstallation({
      ...delivery,
      indicators: delivered.indicators.filter((one) => one.slug === slug || one.slug === first),
    })
    const daily: Connection = { ...own(), every: 'day' }
    connect(daily)
    write(db, system, { action: 'definition' }, (changeSet) =>
      putAttached(changeSet, attachments.connection, first, { ...daily, source: 'csv' }),
    )
  })

  it('does not keep the others from being fetched, and is noted as what came of its own', async () => {
    await expect(renewDue(db, broken())).rejects.toMatchObject({ message: expect.stringContaining(first) })
    expect(lastFetch(db, first)?.problem?.en).toContain('error in the program')
    expect(lastFetch(db, slug)).toMatchObject({ problem: null })
    expect(dueForFetch(db, db.clock())).toEqual([])
  })

  it('is told by the command beside what came of the others', async () => {
    const printed: string[] = []
    const print = (line: string): void => void printed.push(line)
    expect(await fetchFigures(db, broken(), { only: null, dryRun: false, print })).toBe(1)
    expect(printed.join('\n')).toMatch(new RegExp(`${first}.*Cannot read[^]*${slug}.*corrected`))
  })
})
