import type { Connection } from '@pejling/domain/connection/connection'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fetchFigures } from '../../cli/fetch-figures.ts'
import { system, type Actor } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { verify } from '../../verification/verify.ts'
import { deliveredFiles, wellRead } from '../../data-folder/delivered.fixture.ts'
import { smallInstallation } from '../../testing/installation.fixture.ts'
import { attachments, putAttached } from '../../workspace/definitions.ts'
import { findObservation } from '../../workspace/observation-store.ts'
import type { OutsideSources } from './arrive.ts'
import { decide, NoSuchQuestionError, openQuestions, type QuestionAnswer } from './questions.ts'
import { lastFetch, previewFetch, renew, renewDue } from './renew.ts'
import { startStatbank, turnoutConnection, turnoutTable, type FakeStatbank } from './statbank.fixture.ts'
import { openStatbank } from './statbank.ts'

/* What a source takes back, and a 0 that may stand for "not yet": told, kept as it was, and decided by an administrator. */

const slug = 'valgdeltagelse-kv'
const delivered = wellRead(deliveredFiles)
const administrator: Actor = { name: 'Administrator', role: 'administrator' }

let db: Database
let far: FakeStatbank
let sources: OutsideSources

beforeEach(async () => {
  db = smallInstallation({
    ...delivered,
    indicators: delivered.indicators.filter((one) => one.slug === slug),
    observations: delivered.observations.filter(({ indicator }) => indicator === slug),
    connections: [{ indicator: slug, connection: turnoutConnection }],
  })
  far = await startStatbank([turnoutTable])
  const reach = { base: far.url, fetch: globalThis.fetch, wait: () => Promise.resolve(), timeout: 10_000 }
  sources = { statbank: openStatbank({ ...reach, largest: 1_000_000 }) }
  await renew(db, system, sources, slug)
})
afterEach(() => far.close())

/** The table with other cells, and without some of its periods. */
const tableNow = (cells: Readonly<Record<string, number | string>>, without: readonly string[] = []): void =>
  void far.tables.set('LABY08', {
    ...turnoutTable,
    variables: turnoutTable.variables.map((one) => ({
      ...one,
      values: one.values.filter(({ id }) => !without.includes(id)),
    })),
    cells: { ...turnoutTable.cells, ...cells },
  })
const connect = (change: Partial<Connection>): void =>
  write(db, system, { action: 'definition' }, (changeSet) =>
    putAttached(changeSet, attachments.connection, slug, { ...turnoutConnection, ...change }),
  )
const periodsAsked = (values: string[]): Partial<Connection> => ({
  variables: turnoutConnection.variables.map((one) => (one.role === 'period' ? { ...one, values } : one)),
})
const withAreas = (values: string[]): Partial<Connection> => ({
  variables: turnoutConnection.variables.map((one) => (one.role === 'area' ? { ...one, values } : one)),
})
const valueOf = (series: string, period: string) => findObservation(db, slug, series, period)?.value
const answer = (
  of: readonly (readonly [series: string, period: string])[],
  given: QuestionAnswer,
  actor = administrator,
) => decide(db, actor, { indicator: slug, subjects: of.map(([series, period]) => ({ series, period })), answer: given })
const withdrawn = (): string[] => openQuestions(db, slug).withdrawn.map(({ series, period }) => `${series} ${period}`)
const heldBack = (): string[] =>
  openQuestions(db, slug).heldBack.map(({ series, observation: { period } }) => `${series} ${period}`)

describe('a figure its source no longer has', () => {
  beforeEach(async () => {
    tableNow({}, ['2025'])
    await renew(db, system, sources, slug)
  })

  it('is told with the fetch, by the command too, and stays until an administrator decides', async () => {
    expect(lastFetch(db, slug)?.withdrawn).toEqual([
      { series: '217', period: '2025-11-18', value: 70.49 },
      { series: '000', period: '2025-11-18', value: 69.2 },
    ])
    expect(valueOf('217', '2025-11-18')).toBe(70.49)
    expect(withdrawn()).toEqual(['217 2025-11-18', '000 2025-11-18'])
    const printed: string[] = []
    await fetchFigures(db, sources, { only: [slug], dryRun: true, print: (line) => printed.push(line) })
    expect(printed).toContain('  withdrawn: 217 2025-11-18: 70.49 is no longer in the table, and stays')
    expect(printed).toContain(`  to decide, as an administrator: /admin/kilde/${slug}`)
  })

  it('is written for the log where it was fetched by the clock', async () => {
    connect({ every: 'day' })
    const tomorrow = { ...db, clock: () => '2099-01-01T08:00:00.000Z' }
    expect(await renewDue(tomorrow, sources)).toEqual({ [slug]: 2 })
  })

  it('is kept where an administrator says so, and not asked about again unless it comes back as another', async () => {
    answer([['217', '2025-11-18']], 'keep')
    expect(withdrawn()).toEqual(['000 2025-11-18'])
    await renew(db, system, sources, slug)
    expect(withdrawn()).toEqual(['000 2025-11-18'])
    expect(valueOf('217', '2025-11-18')).toBe(70.49)
    // It comes back corrected, and goes again.
    tableNow({ '217 STEMPCT 2025': 70.6 })
    await renew(db, system, sources, slug)
    expect(withdrawn()).toEqual([])
    tableNow({}, ['2025'])
    await renew(db, system, sources, slug)
    expect(withdrawn()).toEqual(['217 2025-11-18', '000 2025-11-18'])
  })

  it('is removed where an administrator says so, as a change that is proven and can be fetched again', async () => {
    answer([['217', '2025-11-18']], 'remove')
    expect(valueOf('217', '2025-11-18')).toBeUndefined()
    expect(withdrawn()).toEqual(['000 2025-11-18'])
    expect(verify(db)).toEqual([])
    tableNow({})
    expect(await renew(db, system, sources, slug)).toMatchObject({ added: 1, withdrawn: [] })
  })

  it('is decided by nobody but an administrator, and only as long as it is a question', async () => {
    const publisher: Actor = { name: 'Udgiver', role: 'publisher' }
    expect(() => answer([['217', '2025-11-18']], 'remove', publisher)).toThrow(/takes administrator/)
    // One of them is none: nothing is decided.
    for (const other of ['2021-11-16', '2001-11-20']) {
      expect(() =>
        answer(
          [
            ['217', '2025-11-18'],
            ['217', other],
          ],
          'remove',
        ),
      ).toThrow(NoSuchQuestionError)
    }
    expect(() => answer([['217', '2025-11-18']], 'zero')).toThrow(NoSuchQuestionError)
    expect(valueOf('217', '2025-11-18')).toBe(70.49)
  })

  it('is still a question after a fetch that failed', async () => {
    far.refuse.push({ status: 400, text: '{"message":"Tabellen vedligeholdes"}' })
    await renew(db, system, sources, slug)
    expect(withdrawn()).toHaveLength(2)
  })
})

describe('what the connection does not ask for is not taken back', () => {
  it.each([
    ['the newest period', ['(1)'], []],
    ['periods from one on', ['>=2017'], []],
    ['the oldest periods', ['<=2017'], []],
    ['named periods', ['2013', '2017'], []],
  ])('by asking for %s only', async (_what, values, expected) => {
    connect(periodsAsked(values))
    await renew(db, system, sources, slug)
    expect(withdrawn()).toEqual(expected)
  })

  it('but what lies among the periods asked for is', async () => {
    connect(periodsAsked(['>=2017']))
    tableNow({}, ['2021'])
    await renew(db, system, sources, slug)
    expect(withdrawn()).toEqual(['217 2021-11-16', '000 2021-11-16'])
  })

  it('nor are areas that are left out now, while one the table has lost is told where all are asked for', async () => {
    connect(withAreas(['217']))
    await renew(db, system, sources, slug)
    expect(withdrawn()).toEqual([])
    connect(withAreas(['*']))
    tableNow({}, ['000'])
    await renew(db, system, sources, slug)
    expect(withdrawn().map((one) => one.slice(0, 3))).toEqual(['000', '000', '000', '000'])
  })
})

describe('a 0 far from its neighbours', () => {
  beforeEach(async () => {
    tableNow({ '217 STEMPCT 2025': 0 })
    await renew(db, system, sources, slug)
  })

  it('is not taken but told, with the neighbour it is held against', async () => {
    expect(valueOf('217', '2025-11-18')).toBe(70.49)
    expect(lastFetch(db, slug)?.heldBack).toMatchObject([
      { series: '217', observation: { period: '2025-11-18', value: 0 }, neighbour: { period: '2021-11-16' } },
    ])
    const { outcome, figures } = await previewFetch(db, sources, slug, turnoutConnection)
    expect(outcome).toMatchObject({ changed: 0, withdrawn: [] })
    expect(figures.rows.some(({ observation }) => observation.value === 0)).toBe(false)
  })

  it('is taken where an administrator says that it is one, and stays so', async () => {
    answer([['217', '2025-11-18']], 'zero')
    expect(findObservation(db, slug, '217', '2025-11-18')).toMatchObject({
      value: 0,
      status: 'A',
      provenance: 'statbank-laby08',
    })
    expect(await renew(db, system, sources, slug)).toMatchObject({ changed: 0, heldBack: [] })
    expect(heldBack()).toEqual([])
  })

  it('is left out where it stands for "not yet", without asking again, until there is a figure', async () => {
    answer([['217', '2025-11-18']], 'not-measured')
    expect(await renew(db, system, sources, slug)).toMatchObject({ heldBack: [], withdrawn: [], changed: 0 })
    expect(heldBack()).toEqual([])
    tableNow({ '217 STEMPCT 2025': 70.7 })
    await renew(db, system, sources, slug)
    expect(valueOf('217', '2025-11-18')).toBe(70.7)
  })
})
