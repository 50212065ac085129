import type { FastifyInstance } from 'fastify'
import * as fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { system, type Role } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { verify } from '../verification/verify.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { signedInAs, type OwnBrowser } from '../testing/signed-in.fixture.ts'
import { attachments, putAttached } from '../workspace/definitions.ts'
import { listAllObservations } from '../workspace/observation-store.ts'
import { undoChangeSets } from '../workspace/undo.ts'

/* Files as people send them, through the form, to figures in the workspace. */

const View = z.looseObject({
  page: z.string(),
  state: z.string().optional(),
  hash: z.string().optional(),
  changeSet: z.number().nullable().optional(),
  problem: z.unknown().optional(),
  mapping: z.looseObject({ roles: z.array(z.string()), decimal: z.string().nullable(), sheet: z.string() }).nullish(),
  look: z.looseObject({ dialect: z.looseObject({ encoding: z.string(), delimiter: z.string() }).nullable() }).nullish(),
  marks: z.array(z.string()).optional(),
  outcome: z
    .looseObject({
      added: z.number(),
      changed: z.number(),
      unchanged: z.number(),
      rejected: z.number(),
      examples: z.looseObject({ rejected: z.array(z.looseObject({ row: z.number(), column: z.number() })) }),
    })
    .nullish(),
  imports: z.array(z.looseObject({ number: z.number(), state: z.string() })).optional(),
})

interface AccountHolder {
  readonly headers: OwnBrowser
}

let db: Database
let app: FastifyInstance
let editor: AccountHolder
/** An indicator of the small installation with groups and figures for 2019–2024. */
let slug: string

function somebody(role: Role): AccountHolder {
  return { headers: signedInAs(db, role) }
}

beforeEach(async () => {
  db = smallInstallation()
  app = await appOver(db)
  editor = somebody('editor')
  slug = listAllObservations(db)[0]?.indicator ?? ''
})

async function send(who: AccountHolder, content: Uint8Array | string, name = 'tal.csv', indicator = slug) {
  const form = new FormData()
  form.set('indicator', indicator)
  form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name)
  const body = new Response(form)
  return app.inject({
    method: 'POST',
    url: '/admin/indlaes',
    headers: { ...who.headers, 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  })
}

const viewOf = ({ body }: { readonly body: string }) => View.parse(JSON.parse(body.slice(body.indexOf('{'))))

async function look(who: AccountHolder, address: string) {
  return viewOf(await app.inject({ url: address, headers: who.headers }))
}

async function step(who: AccountHolder, address: string, fields: Record<string, string>) {
  const answer = await app.inject({
    method: 'POST',
    url: address,
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ area: '217', ...fields }).toString(),
  })
  return answer.statusCode === 303 ? look(who, answer.headers.location ?? '') : viewOf(answer)
}

/** Sends a file, and answers where it is and what it seems to be. */
async function sent(content: Uint8Array | string, name?: string) {
  const answer = await send(editor, content, name)
  expect(answer.statusCode, answer.body).toBe(303)
  const address = answer.headers.location ?? ''
  return { address, view: await look(editor, address) }
}

const figures = (): string[] =>
  listAllObservations(db)
    .filter((one) => one.indicator === slug && !one.series.includes(';') && one.series.startsWith('217'))
    .map(({ observation: { period, value, status } }) => `${period} ${value} ${status}`)

/** A file that says nothing of its place. */
const ofYear = (year: number): string => `Årstal;Andel\n${year};61,5\n`

describe('a file of figures', () => {
  const content = 'Område;2023;2024;2025\nHelsingør;61,5;..;63\n'

  it('comes in as it is: looked at, tried, imported once, and undone', async () => {
    const before = figures()
    const { address, view } = await sent(content)
    expect(view.mapping?.roles).toEqual(['area', 'figures', 'figures', 'figures'])
    expect(view.marks).toEqual(['..'])
    const tried = await step(editor, address, { step: 'try', decimal: ',', t0: '..', m0: 'O' })
    expect(tried.outcome).toMatchObject({ added: 1, changed: 2, unchanged: 0, rejected: 0 })
    expect(figures()).toEqual(before)
    const applied = await step(editor, address, { step: 'apply' })
    expect(applied.state).toBe('applied')
    expect(figures()).toEqual(expect.arrayContaining(['2023 61.5 A', '2024 null O', '2025 63 A']))
    // The same file again finds all of it there.
    const again = await sent(content)
    const second = await step(editor, again.address, { step: 'try', decimal: ',', t0: '..', m0: 'O' })
    expect(second.outcome).toMatchObject({ added: 0, changed: 0, unchanged: 3, rejected: 0 })
    expect(undoChangeSets(db, system, [applied.changeSet ?? 0])).toBeNull()
    expect(figures()).toEqual(before)
    expect(verify(db)).toEqual([])
  })

  it('is asked what it does not say; what was answered is shown for the next of its shape, and asked again', async () => {
    const first = await sent(ofYear(2023))
    const tried = await step(editor, first.address, { step: 'try', area: '', decimal: ',' })
    expect(tried.outcome).toMatchObject({ added: 0, questions: [{ id: 'area', lastTime: null }] })
    const refused = await step(editor, first.address, { step: 'apply' })
    expect(refused).toMatchObject({
      state: 'checked',
      problem: { da: expect.stringContaining('Svar på spørgsmålene') },
    })
    await step(editor, first.address, { step: 'say', area: '', decimal: ',', a0: '=217' })
    await step(editor, first.address, { step: 'try', area: '217', decimal: ',' })
    expect((await step(editor, first.address, { step: 'apply' })).state).toBe('applied')
    const next = await sent(ofYear(2024), 'naeste.csv')
    const again = await step(editor, next.address, { step: 'try', area: '', decimal: ',' })
    expect(again.outcome).toMatchObject({ added: 0, changed: 0, questions: [{ id: 'area', lastTime: '217' }] })
    expect(figures()).not.toContain('2024 61.5 A')
  })

  it('is not imported with something rejected, unless somebody says so', async () => {
    const { address } = await sent('Område;2024;2025\nHelsingør;61,5;mange\n')
    const tried = await step(editor, address, { step: 'try', decimal: ',' })
    expect(tried.outcome?.examples.rejected).toMatchObject([{ row: 2, column: 2 }])
    const refused = await step(editor, address, { step: 'apply' })
    expect([refused.state, refused.problem]).toMatchObject(['checked', { en: expect.stringContaining('rejected') }])
    expect(figures()).not.toContain('2024 61.5 A')
    const applied = await step(editor, address, { step: 'apply', withoutRejected: '1' })
    expect(applied.state).toBe('applied')
    expect(figures()).toContain('2024 61.5 A')
  })

  it('is looked at again where a figure has been changed since', async () => {
    const { address } = await sent('Område;2024\nHelsingør;61,5\n')
    await step(editor, address, { step: 'try', decimal: ',' })
    const other = await sent('Område;2024\nHelsingør;12,5\n')
    await step(editor, other.address, { step: 'try', decimal: ',' })
    await step(editor, other.address, { step: 'apply' })
    const refused = await step(editor, address, { step: 'apply' })
    expect(refused).toMatchObject({ state: 'received', problem: { en: expect.stringContaining('meanwhile') } })
    expect(figures()).toContain('2024 12.5 A')
  })

  it('is kept as it came, and can be had again', async () => {
    const { address, view } = await sent(content)
    const answer = await app.inject({ url: `${address}/fil`, headers: editor.headers })
    expect(answer.body).toBe(content)
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''tal.csv")
    expect(view.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('can be given up, and leaves nothing', async () => {
    const { address } = await sent(content)
    const listed = await step(editor, address, { step: 'discard' })
    expect(listed.imports).toEqual([])
    expect(db.connection.prepare('SELECT count(*) AS n FROM file_pieces').get()).toEqual({ n: 0 })
  })

  it('whose bytes have been damaged is found out', async () => {
    await sent(content)
    expect(verify(db)).toEqual([])
    db.connection.prepare('UPDATE file_pieces SET bytes = ?').run(Buffer.from('nothing'))
    expect(verify(db)).toMatchObject([{ what: 'its bytes do not give its hash' }])
  })

  it('may be a workbook whose table stands further down on another sheet', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Om', rows: [['Læs mig', 'først']] },
        {
          name: 'Tal',
          rows: [['Titel'], [], ['Område', 'År', 'Andel'], ['Helsingør', 2024, 0.615]],
          cells: new Map([['3,2', { value: 0.615, style: { numFmt: '0.0%' } }]]),
        },
      ],
    })
    const { address } = await sent(bytes, 'tal.xlsx')
    const moved = await step(editor, address, { step: 'say', sheet: 'Tal', headingRow: '3', headingRows: '1' })
    expect(moved.mapping).toMatchObject({ sheet: 'Tal', roles: ['area', 'period', 'figures'] })
    await step(editor, address, { step: 'try', sheet: 'Tal', headingRow: '3', headingRows: '1' })
    await step(editor, address, { step: 'apply' })
    expect(figures()).toContain('2024 61.5 A')
  })

  it('is read as somebody says it is written', async () => {
    const { address } = await sent('Område;2024\nHelsingør;61,5\n')
    const other = await step(editor, address, { step: 'say', encoding: 'utf-8', delimiter: ',' })
    expect(other.look?.dialect).toEqual({ encoding: 'utf-8', delimiter: ',' })
    expect(other.mapping?.roles).toHaveLength(2)
  })
})

describe('sending a file', () => {
  it.each([
    ['no file at all', '', '', 'no-file'],
    ['an indicator nobody knows', 'a;b\n', 'tal.csv', 'no-indicator'],
  ])('is refused with %s', async (_, content, name, problem) => {
    const answer = await send(editor, content, name, 'findes-ikke')
    expect([answer.statusCode, viewOf(answer).problem]).toEqual([400, problem])
  })

  it('is told what is wrong with what is no table', async () => {
    const { view } = await sent(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 0, 1, 0]), 'billede.csv')
    expect([view.look, view.problem]).toEqual([
      null,
      expect.objectContaining({ en: expect.stringContaining('not a table') }),
    ])
  })

  it('is for contributors only where they send the figures, and only their own files are theirs', async () => {
    const contributor = somebody('contributor')
    expect((await send(contributor, 'Område;2024\nHelsingør;61,5\n')).statusCode).toBe(400)
    const { address } = await sent('Område;2024\nHelsingør;61,5\n')
    write(db, system, { action: 'test' }, (changeSet) => {
      putAttached(changeSet, attachments.keepers, slug, { keeper: 'contributor@example.dk', deputy: null })
    })
    expect((await app.inject({ url: address, headers: contributor.headers })).statusCode).toBe(404)
    const own = await send(contributor, 'Område;2024\nHelsingør;62,5\n')
    expect(own.statusCode).toBe(303)
    expect((await look(contributor, '/admin/indlaes')).imports).toHaveLength(1)
    const mine = own.headers.location ?? ''
    await step(contributor, mine, { step: 'try', decimal: ',' })
    expect((await step(contributor, mine, { step: 'apply' })).state).toBe('applied')
  })
})

describe('whatever shape a table has', () => {
  /** The figures of a table, and the table in one of the ways people write it. */
  const tables = fc.record({
    // Where all are between 0 and 1, it is asked whether they are fractions.
    values: fc.array(fc.integer({ min: 11, max: 999 }), { minLength: 4, maxLength: 4 }),
    wide: fc.boolean(),
    mark: fc.constantFrom(';', '\t'),
    decimal: fc.constantFrom(',', '.'),
    encoding: fc.constantFrom('utf-8', 'windows-1252', 'utf-16'),
    titles: fc.integer({ min: 0, max: 6 }),
    percent: fc.boolean(),
  })

  it('the figures that are read are those that stand there', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ values, wide, mark, decimal, encoding, titles, percent }) => {
        const write1 = (tenths: number): string =>
          `${Math.floor(tenths / 10)}${decimal}${tenths % 10}${percent ? ' %' : ''}`
        const cells = values.map(write1)
        const years = ['2023', '2024']
        const groups = ['18–29 år', '30 år og over']
        const body = wide
          ? [
              ['Område', 'Alder', ...years],
              ...groups.map((group, row) => ['Helsingør', group, ...cells.slice(row * 2, row * 2 + 2)]),
            ]
          : [
              ['Område', 'Alder', 'År', 'Andel'],
              ...cells.map((cell, index) => [
                'Helsingør',
                groups[Math.floor(index / 2)] ?? '',
                years[index % 2] ?? '',
                cell,
              ]),
            ]
        const lines = [
          ...Array.from({ length: titles }, (_, index) => (index % 2 === 0 ? `Række ${index}` : '')),
          ...body.map((row) => row.join(mark)),
        ]
        const text = lines.join('\r\n')
        // Windows-1252 is Latin-1 but for a few signs.
        const latin = Buffer.from(Array.from(text, (letter) => (letter === '–' ? 0x96 : (letter.codePointAt(0) ?? 0))))
        const bytes =
          encoding === 'utf-8'
            ? Buffer.from(text)
            : encoding === 'utf-16'
              ? Buffer.from(`\uFEFF${text}`, 'utf16le')
              : latin
        const { address } = await sent(bytes)
        const tried = await step(editor, address, { step: 'try', decimal })
        expect(tried.outcome).toMatchObject({ rejected: 0 })
        await step(editor, address, { step: 'apply' })
        const stands = listAllObservations(db)
          .filter(
            (one) => one.indicator === slug && /alder=/.test(one.series) && years.includes(one.observation.period),
          )
          .map(({ series, observation }) => [series, observation.period, observation.value])
        expect(stands).toEqual(
          ['217;alder=18-29', '217;alder=30-plus'].flatMap((series, row) =>
            years.map((year, column) => [series, year, (values[row * 2 + column] ?? NaN) / 10]),
          ),
        )
      }),
      { numRuns: 30 },
    )
  })
})
