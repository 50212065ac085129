import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { system } from '../db/actor.ts'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { publish } from '../releases/publish.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { importObservations } from '../intake/import-observations.ts'

const Described = z.object({ paths: z.record(z.string(), z.unknown()) })

/** The application over releases that count how many documents are taken out of them. */
async function counted() {
  const db = smallInstallation()
  const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', 13) }]
  importObservations(db, system, { indicator: 'taler', rows })
  publish(db, system, { title: text('Anden'), note: null, indicators: 'all' })
  const store = openReleaseStore(db)
  const taken = { documents: 0 }
  const document: typeof store.document = (hash) => {
    taken.documents += 1
    return store.document(hash)
  }
  return { taken, app: await appOver(db, undefined, null, undefined, { ...store, document }) }
}

const examples: Readonly<Record<string, string>> = {
  slug: 'deltagelse',
  number: '1.1',
  framework: 'politik',
  year: '2026',
  n: '2',
  meeting: 'x',
}

describe('an answer there is already', () => {
  it('is sent without taking a document out of the releases, at every public address', async () => {
    const { app, taken } = await counted()
    const { paths } = Described.parse((await app.inject('/openapi.json')).json())
    const addresses = [
      ...Object.keys(paths).map(
        (path) => `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? '')}`,
      ),
      '/api/v1/indicators?q=navn',
      '/api/v1/indicators/deltagelse/observations?from=2021&alder=18-29',
      '/api/v1/indicators/deltagelse/observations.csv?release=1',
      '/api/v1/indicators/deltagelse/chart.svg?width=300',
      '/api/v1/releases/2/changes?since=0',
      '/api/v1/oembed?url=http%3A%2F%2Flocalhost%3A4200%2Findikator%2Fdeltagelse',
      '/',
      '/indikator/deltagelse?opdeling=alder',
      '/udgivelser/1/indikator/deltagelse',
      '/embed/indikator/deltagelse',
      '/sitemap.xml',
      '/api',
    ]
    for (const url of addresses) {
      const first = await app.inject(url)
      taken.documents = 0
      const again = await app.inject(url)
      expect([url, again.statusCode, again.rawPayload.equals(first.rawPayload)]).toEqual([url, first.statusCode, true])
      // What names the publisher reads two small documents; what is not there may have another name now.
      const most = url.includes('oembed') || first.statusCode !== 200 ? 2 : 0
      expect([url, taken.documents <= most]).toEqual([url, true])
    }
  })

  it('costs no figures to refuse: what an indicator has is known without them', async () => {
    const { app, taken } = await counted()
    await app.inject('/api/v1/indicators/deltagelse/observations.csv')
    taken.documents = 0
    for (const query of ['alder=ukendt', 'koen=maend', 'from=x', 'area=999', 'to=aaaa']) {
      expect((await app.inject(`/api/v1/indicators/deltagelse/observations.csv?${query}`)).statusCode).toBe(400)
    }
    expect(taken.documents).toBe(0)
  })
})

describe('charts as pictures', () => {
  it('come in a few sizes, whatever size is asked for', async () => {
    const { app } = await counted()
    const seen = new Set<string>()
    const size = fc.tuple(fc.integer({ min: 240, max: 2400 }), fc.integer({ min: 160, max: 1600 }))
    await fc.assert(
      fc.asyncProperty(size, async ([width, height]) => {
        const { body } = await app.inject(`/api/v1/indicators/deltagelse/chart.svg?width=${width}&height=${height}`)
        const [, w = '', h = ''] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(body) ?? []
        seen.add(`${w} ${h}`)
        expect(Math.abs(Number(w) - width)).toBeLessThanOrEqual(400)
        expect(Math.abs(Number(h) - height)).toBeLessThanOrEqual(350)
      }),
      { numRuns: 300 },
    )
    expect(seen.size).toBeLessThanOrEqual(42)
  })
})

describe('long searches', () => {
  it('are refused by the API, which says how long they may be', async () => {
    const { app } = await counted()
    for (const q of ['x'.repeat(201), Array.from({ length: 11 }, () => 'ord').join(' ')]) {
      const answer = await app.inject({
        url: `/api/v1/indicators?q=${encodeURIComponent(q)}`,
        headers: { 'accept-language': 'en' },
      })
      expect([answer.statusCode, answer.body.includes('1 to 200 characters in at most 10 words')]).toEqual([400, true])
    }
    expect((await app.inject('/api/v1/indicators?q=navn%20%20p%C3%A5')).statusCode).toBe(200)
  })
})
