import type { Meeting, Sharing } from '@pejling/domain/meeting/meeting'
import type { FastifyInstance } from 'fastify'
import { readXlsx } from 'hucre/xlsx'
import JSZip from 'jszip'
import { beforeEach, describe, expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { write } from '../db/change-set.ts'
import { CannotPrintError } from '../meetings/pdf.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { publish } from '../releases/publish.ts'
import { shareMeeting } from '../releases/share-meeting.ts'
import { appOver, plainPages } from '../testing/app.fixture.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { kinds, putDefinition } from '../workspace/definitions.ts'

const slug = 'kulturudvalget-2026-12-03'
const secret = 'abcdefghijklmnopqrstuvwxyz012345'

let db: Database
let app: FastifyInstance

const cannotPrint = (): Promise<Buffer> => Promise.reject(new CannotPrintError('chromium made no PDF file'))

const titleAt = async (url: string): Promise<string> => {
  const { body, statusCode } = await app.inject(url)
  return `${statusCode} ${/<title>(.*)<\/title>/.exec(body)?.[1] ?? body}`
}

const share = (sharing: Sharing): boolean => shareMeeting(db, system, slug, sharing)

beforeEach(async () => {
  db = smallInstallation()
  const meeting: Meeting = {
    slug,
    committee: 'Kulturudvalget',
    date: '2026-12-03',
    place: null,
    release: 1,
    sharing: 'draft',
    secret,
    items: [
      {
        slug: 'maal',
        position: 1,
        about: { kind: 'goal', goal: '1.1' },
        title: null,
        point: null,
        recommendation: 'at status tages til efterretning',
        said: null,
        decision: null,
        notes: 'husk at smile',
        closed: false,
        followUp: null,
      },
    ],
  }
  write(db, system, { action: 'seed' }, (changeSet) => putDefinition(changeSet, kinds.meeting, meeting))
  app = await appOver(db)
})

describe('a meeting', () => {
  it('has an address for each way it is shown, in both languages', async () => {
    share('public')
    expect(await titleAt(`/moede/${slug}`)).toBe(`200 agenda da ${slug} 1`)
    expect(await titleAt(`/moede/${slug}/praesentation`)).toBe(`200 slides da ${slug} 1`)
    expect(await titleAt(`/moede/${slug}/bilag`)).toBe(`200 appendix da ${slug} 1`)
    expect(await titleAt(`/en/meeting/${slug}`)).toBe(`200 agenda en ${slug} 1`)
    expect(await titleAt(`/en/meeting/${slug}/slides`)).toBe(`200 slides en ${slug} 1`)
    expect(await titleAt(`/en/meeting/${slug}/appendix`)).toBe(`200 appendix en ${slug} 1`)
  })

  it('stays with its release when another is made', async () => {
    share('public')
    publish(db, system, { title: text('Ny'), note: null, indicators: 'all' })
    expect(await titleAt(`/moede/${slug}`)).toBe(`200 agenda da ${slug} 1`)
  })

  it('is shown to nobody while it is a draft, and to nobody any more when it is taken back', async () => {
    expect(await titleAt(`/moede/${slug}`)).toMatch(/^404/)
    share('public')
    expect(await titleAt(`/moede/${slug}`)).toMatch(/^200/)
    share('draft')
    expect(await titleAt(`/moede/${slug}`)).toMatch(/^404/)
  })

  it('that is shared by its link is shown to whoever has the link', async () => {
    share('link')
    const given = openReleaseStore(db).meeting(slug)?.secret ?? ''
    expect(given).not.toBe('')
    expect(await titleAt(`/moede/${slug}?noegle=${given}`)).toMatch(/^200/)
    expect(await titleAt(`/moede/${slug}`)).toMatch(/^404/)
    expect(await titleAt(`/moede/${slug}?noegle=`)).toMatch(/^404/)
    expect(await titleAt(`/moede/${slug}/bilag?noegle=${given.slice(1)}`)).toMatch(/^404/)
    expect(await titleAt(`/moede/${slug}?noegle=${given}&noegle=${given}`)).toMatch(/^404/)
  })

  it('is asked for anew each time, and carries only the styles it was made with', async () => {
    share('public')
    const { headers } = await app.inject(`/moede/${slug}`)
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers['content-security-policy']).toMatch(/style-src 'self' 'sha256-[\w+/]{43}=';/)
  })

  it('is told in lines to be pasted, with the way to its figures', async () => {
    share('public')
    const { body, headers } = await app.inject(`/moede/${slug}/sagsfremstilling.txt`)
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(body).toContain('til Kulturudvalget den 3. december 2026')
    expect(body).toContain(`http://localhost:4200/moede/${slug}`)
    expect(body).not.toContain('smile')
  })
})

/** What the release says of the goal’s headline. */
const released = async (): Promise<readonly (number | null)[]> => {
  const { body } = await app.inject('/api/v1/goals/1.1?release=1')
  const goal: { goal: { headline: string } } = JSON.parse(body)
  const answer = await app.inject(`/api/v1/indicators/${goal.goal.headline}/observations?release=1&area=217`)
  const table: { observations: { value: number | null; categories: object }[] } = JSON.parse(answer.body)
  return table.observations.filter(({ categories }) => Object.keys(categories).length === 0).map(({ value }) => value)
}

describe('the files of a meeting', () => {
  const at = `/moede/${slug}`
  it('have every figure that is shown, as numbers, and never the speaker’s notes', async () => {
    share('public')
    const { rawPayload, headers } = await app.inject(`${at}/tal.xlsx`)
    expect(headers['content-disposition']).toBe(`attachment; filename="${slug}.xlsx"`)
    const { sheets } = await readXlsx(rawPayload)
    expect(sheets.map(({ name }) => name)).toEqual(['Punkter', 'Tal', 'Om'])
    const [items = [], figures = []] = sheets.map(({ rows }) => rows)
    expect(items[1]?.[7]).toBe('at status tages til efterretning')
    expect(JSON.stringify(sheets)).not.toContain('smile')
    const values = await released()
    expect(values.length).toBeGreaterThan(0)
    expect(figures.slice(1, values.length + 1).map((row) => row[5] ?? null)).toEqual(values)
  })

  it('have charts that can be edited: drawn from the figures, which lie inside', async () => {
    share('public')
    const zip = await JSZip.loadAsync((await app.inject(`${at}/praesentation.pptx`)).rawPayload)
    const chart = Object.keys(zip.files).filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path))
    expect(chart).toHaveLength(1)
    const xml = (await zip.file(chart[0] ?? '')?.async('string')) ?? ''
    const known = (await released()).filter((value) => value !== null)
    const drawn = [...xml.matchAll(/<c:val>.*?<\/c:val>/gs)].flatMap(([values]) =>
      [...values.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value)),
    )
    expect(drawn).toEqual(expect.arrayContaining(known))
    const inside =
      Object.keys(zip.files).find((path) => path.startsWith('ppt/embeddings/') && path.endsWith('.xlsx')) ?? ''
    const { sheets } = await readXlsx((await zip.file(inside)?.async('uint8array')) ?? new Uint8Array())
    const cells = sheets[0]?.rows.slice(1).flatMap((row) => row.slice(1)) ?? []
    expect(new Set(cells.filter((cell) => typeof cell === 'number'))).toEqual(new Set(drawn))
    const slides = Object.keys(zip.files).filter((path) => /^ppt\/(slides|notesSlides)\/[^/]+\.xml$/.test(path))
    const texts = await Promise.all(slides.map(async (path) => (await zip.file(path)?.async('string')) ?? ''))
    expect(texts.join()).toContain('at status tages til efterretning')
    expect(texts.join()).toContain('procentpoint over landet')
    expect(texts.join()).not.toContain('smile')
  })

  it('are explained where this machine cannot make a PDF', async () => {
    share('link')
    const given = openReleaseStore(db).meeting(slug)?.secret ?? ''
    const { statusCode, headers } = await app.inject(`${at}/bilag.pdf?noegle=${given}`)
    expect([statusCode, headers.location]).toEqual([303, `${at}/bilag?noegle=${given}#udskriv`])
    // Nor does one whose browser turns out to make none.
    const failing = await appOver(db, plainPages, cannotPrint)
    expect(await failing.inject(`${at}/bilag.pdf?noegle=${given}`)).toMatchObject({
      statusCode: 303,
      headers: { location: `${at}/bilag?noegle=${given}#udskriv` },
    })
    expect((await app.inject(`/en/meeting/${slug}/appendix.pdf?noegle=${given}`)).headers.location).toBe(
      `/en/meeting/${slug}/appendix?noegle=${given}#udskriv`,
    )
  })

  it('are printed once for all who ask at the same time, and again where printing failed', async () => {
    share('public')
    let printed = 0
    const over = await appOver(db, plainPages, () => {
      printed += 1
      return printed === 1 ? Promise.reject(new Error('no room')) : Promise.resolve(Buffer.from(`%PDF ${printed}`))
    })
    expect((await over.inject(`${at}/bilag.pdf`)).statusCode).toBe(500)
    const answers = await Promise.all([over.inject(`${at}/bilag.pdf`), over.inject(`${at}/bilag.pdf`)])
    expect(answers.map(({ body }) => body)).toEqual(['%PDF 2', '%PDF 2'])
    expect((await over.inject(`${at}/bilag.pdf`)).headers['content-disposition']).toBe(
      `attachment; filename="${slug}-bilag.pdf"`,
    )
  })
})
