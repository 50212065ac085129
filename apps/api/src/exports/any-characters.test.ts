import type { Meeting } from '@pejling/domain/meeting/meeting'
import { element, markup } from '@pejling/figures/svg-element'
import * as fc from 'fast-check'
import JSZip from 'jszip'
import { Parser as N3Parser } from 'n3'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { system } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import { publish } from '../releases/publish.ts'
import { shareMeeting } from '../releases/share-meeting.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { listPeriods } from '../workspace/observation-store.ts'
import { kinds, listIndicators, putDefinition, putIndicator } from '../workspace/definitions.ts'
import { atomFeed } from './atom.ts'
import { writeWorkbook } from './write-workbook.ts'

/* Texts from outside hold any characters. Whatever they are, every file that is written can be opened. */

/** Throws where a text is not well-formed XML 1.0. */
function parseXml(xml: string): void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}

/** The parts of an Office file in XML, by name. Workbooks within are opened, too. */
async function partsOf(bytes: Uint8Array): Promise<[name: string, xml: string][]> {
  const zip = await JSZip.loadAsync(bytes)
  const parts: [string, string][] = []
  for (const [name, entry] of Object.entries(zip.files)) {
    if (/\.(?:xml|rels)$/.test(name)) parts.push([name, await entry.async('string')])
    if (name.endsWith('.xlsx')) parts.push(...(await partsOf(await entry.async('uint8array'))))
  }
  return parts
}

async function expectReadable(bytes: Uint8Array): Promise<void> {
  const parts = await partsOf(bytes)
  expect(parts.length).toBeGreaterThan(3)
  for (const [name, xml] of parts) expect(() => parseXml(xml), name).not.toThrow()
}

const hard = 'a\u0000\u0001\u0008\u000B\u001F b\uD800 c\uDFFF d\uFFFE\uFFFF <&"\'>]]> 🚲\u202Eאב\u0085 _x0041_'
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom(...Array.from(hard), '\uD83D', '\r', '\n', '\t', ']]>', '<![CDATA[', '&#0;'), {
      maxLength: 20,
    })
    .map((parts) => parts.join('')),
)

test('feeds, drawings and workbooks are well-formed whatever characters their texts hold', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const entry = { url: 'https://a.example/1', title: text, text, at: '2026-01-01T00:00:00.000Z', by: text }
      const about = { url: 'https://a.example/feed', page: 'https://a.example/', title: text, subtitle: text }
      expect(() => parseXml(atomFeed({ ...about, language: 'da', entries: [entry] }))).not.toThrow()
      expect(() => parseXml(markup(element('text', { title: text }, [text])))).not.toThrow()
      await expectReadable(
        await writeWorkbook({ properties: { title: text }, sheets: [{ name: 'Ark', rows: [[text, 1]] }] }),
      )
    }),
    { numRuns: 60 },
  )
})

test('a text longer than a cell can hold is cut, and never within a letter', async () => {
  const bytes = await writeWorkbook({ sheets: [{ name: 'Ark', rows: [['🚲'.repeat(20_000)]] }] })
  const strings = (await partsOf(bytes)).find(([name]) => name.endsWith('sharedStrings.xml'))?.[1] ?? ''
  const [, text = ''] = /<t[^>]*>([^<]*)<\/t>/.exec(strings) ?? []
  expect(text.length).toBeLessThanOrEqual(32_767)
  expect(text).toMatch(/^(?:🚲)+…$/u)
})

test('every format of an indicator, the feed and the papers of a meeting can be read where their texts hold any characters', async () => {
  const db = smallInstallation()
  const text = { da: `Navn ${hard}`, en: `Name ${hard}` }
  const indicator = listIndicators(db).find(({ slug: one }) => listPeriods(db, one).length > 0)
  if (!indicator) throw new Error('There is no indicator with figures')
  const { slug } = indicator
  const meeting: Meeting = {
    slug: 'moede',
    committee: hard,
    date: '2026-12-03',
    place: hard,
    release: 2,
    sharing: 'draft',
    secret: 'abcdefghijklmnopqrstuvwxyz012345',
    items: [
      {
        slug: 'punkt',
        position: 1,
        about: { kind: 'indicator', indicator: slug },
        title: hard,
        point: hard,
        recommendation: hard,
        said: hard,
        decision: hard,
        notes: hard,
        closed: false,
        followUp: null,
      },
    ],
  }
  write(db, system, { action: 'seed' }, (changeSet) => {
    putIndicator(changeSet, { ...indicator, name: text, definition: text, caveats: [text] })
  })
  publish(db, system, { title: text, note: text, indicators: 'all' })
  write(db, system, { action: 'seed' }, (changeSet) => putDefinition(changeSet, kinds.meeting, meeting))
  shareMeeting(db, system, meeting.slug, 'public')
  const app = await appOver(db)
  const get = async (path: string): Promise<Buffer> => {
    const { statusCode, rawPayload } = await app.inject(path)
    expect([path, statusCode]).toEqual([path, 200])
    return rawPayload
  }
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const observations = `/api/v1/indicators/${slug}/observations`
  await expectReadable(await get(`${observations}.xlsx`))
  await expectReadable(await get(`/moede/${meeting.slug}/tal.xlsx`))
  await expectReadable(await get(`/moede/${meeting.slug}/praesentation.pptx`))
  parseXml(utf8.decode(await get('/api/v1/feed.atom')))
  expect(new N3Parser().parse(utf8.decode(await get('/api/v1/catalogue.ttl'))).length).toBeGreaterThan(10)
  expect(JSON.parse(utf8.decode(await get(observations)))).toMatchObject({ indicator: slug })
  expect(utf8.decode(await get(`${observations}.csv`))).toContain(slug)
})
