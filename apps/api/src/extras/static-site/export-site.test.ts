import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../config/config.ts'
import { system } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { publish } from '../../releases/publish.ts'
import { withdraw } from '../../releases/withdraw.ts'
import { loadPages } from '../../public/page-renderer.ts'
import { appOver } from '../../testing/app.fixture.ts'
import { smallInstallation, text } from '../../testing/installation.fixture.ts'
import { importObservations } from '../../intake/import-observations.ts'
import { exportSite } from './export-site.ts'
import { readHeadersFile } from './header-rules.fixture.ts'

const url = 'http://localhost:4200'
/** A value nothing else in the installation can be. */
const secret = 13.123456789
let root: string
let db: Database

function revise(value: number): void {
  importObservations(db, system, {
    indicator: 'taler',
    rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', value) }],
  })
  publish(db, system, { title: text('Nye tal'), note: null, indicators: 'all' })
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'pejling-export-'))
  db = smallInstallation()
  for (const value of [secret, 14]) revise(value)
  await exportSite(db, readConfig({ PEJLING_URL: url }), root)
})
afterAll(() => rmSync(root, { recursive: true }))

const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const filesOf = (): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
/** Whether a store that has exact names, and folders with an `index.html`, has something at an address. */
function isThere(address: string): boolean {
  const path = join(root, decodeURIComponent(address.split(/[?#]/)[0] ?? ''))
  return existsSync(path) && (statSync(path).isFile() || existsSync(join(path, 'index.html')))
}

/** The files that have the secret in them. */
const telling = (): string[] => filesOf().filter((file) => /13[.,]123456789/.test(read(file)))

describe('the site as files', () => {
  it('leads by every address on every page to a file, or a folder with a page', () => {
    const dead = new Set<string>()
    for (const file of filesOf().filter((name) => /\.(?:html|atom|jsonld|ttl)$/.test(name))) {
      const found = read(file).matchAll(
        /(?:href|src|action|data-worker)="(\/(?!\/)[^"]*)"|http:\/\/localhost:4200(\/[^\s"'<>&\\)]*)/g,
      )
      for (const [, relativeOne, absolute] of found) {
        const address = (relativeOne ?? absolute ?? '').replace(/[.,;}]+$/, '')
        if (!isThere(address) && address !== '/api/v1/') dead.add(`${file}: ${address}`)
      }
    }
    expect([...dead]).toEqual([])
  })

  it('has every release with its figures, and compares any two', () => {
    expect(read('udgivelser/1/indikator/taler/index.html')).not.toContain('14,0')
    expect(read('udgivelser/2/indikator/taler/index.html')).toContain('13,1')
    expect(read('indikator/taler/index.html')).toContain('14,0')
    expect(read('udgivelser/3/index.html')).toContain('href="/udgivelser/3/siden/1"')
    expect(read('udgivelser/3/siden/1/index.html')).toContain('udgivelse 1')
    expect(JSON.parse(read('api/v1/releases/2/indicators/taler.json'))).toMatchObject({ indicator: { slug: 'taler' } })
    expect(read('api/v1/releases/2/indicators/taler/observations.da.csv')).toContain('13,123456789')
  })

  it('sends readers of a former address on', () => {
    expect(read('indikator/valg/index.html')).toContain('content="0; url=http://localhost:4200/indikator/deltagelse"')
    expect(read('_redirects')).toContain('/en/indicator/valg /en/indicator/deltagelse 301\n')
    expect(read('_nginx.conf')).toContain('location = /indikator/valg { return 308 "/indikator/deltagelse"; }')
    for (const [former, present] of [
      ['/udgivelser/1/indikator/valg', '/udgivelser/1/indikator/deltagelse'],
      ['/en/embed/indicator/valg', '/en/embed/indicator/deltagelse'],
      ['/api/v1/indicators/valg.json', '/api/v1/indicators/deltagelse.json'],
      ['/api/v1/releases/2/indicators/valg.json', '/api/v1/releases/2/indicators/deltagelse.json'],
      ['/api/v1/indicators/valg/chart.en.svg', '/api/v1/indicators/deltagelse/chart.en.svg'],
      ['/api/v1/indicators/valg/card.png', '/api/v1/indicators/deltagelse/card.png'],
      ['/api/v1/indicators/valg/observations.da.csv', '/api/v1/indicators/deltagelse/observations.da.csv'],
    ] as const) {
      expect(read('_redirects')).toContain(`${former} ${present} 301\n`)
      // A server that knows of no redirects has something there as well.
      expect(isThere(former), former).toBe(true)
    }
    const locations = read('_nginx.conf').match(/^location = \S+/gm) ?? []
    expect(new Set(locations).size).toBe(locations.length)
    expect(read('api/v1/indicators/valg.json')).toBe(read('api/v1/indicators/deltagelse.json'))
  })

  it('tells of embedding, follows, is found and says what is missing', () => {
    expect(JSON.parse(read('api/v1/oembed/indikator/deltagelse.json'))).toMatchObject({
      type: 'rich',
      thumbnail_url: `${url}/api/v1/indicators/deltagelse/card.png`,
    })
    expect(read('embed.js')).toContain('message')
    expect(read('en/index.html')).toContain('href="/api/v1/feed.en.atom"')
    expect(read('404.html')).toContain('Siden findes ikke')
    expect(read('en/404.html')).toContain('There is no such page')
    expect(read('robots.txt')).toContain('sitemap.xml')
  })

  it('is given the headers the server gives, by rules that do not meet', async () => {
    const app = await appOver(db, loadPages())
    const headersAt = readHeadersFile(read('_headers'))
    const patterns = read('_headers').match(/^\/.*$/gm) ?? []
    // What a host of static sites takes.
    expect(patterns.length).toBeLessThanOrEqual(100)
    for (const [asked, address = asked] of [
      ['/'],
      ['/en'],
      ['/maal/1.1'],
      ['/indikator/deltagelse'],
      ['/udgivelser/2/indikator/deltagelse'],
      ['/udgivelser/2'],
      ['/embed/indikator/deltagelse'],
      ['/api/v1/indicators/deltagelse', '/api/v1/indicators/deltagelse.json'],
      ['/api/v1/indicators/deltagelse?release=2', '/api/v1/releases/2/indicators/deltagelse.json'],
      ['/api/v1/indicators/deltagelse/observations.sdmx-csv'],
      ['/api/v1/meetings', '/api/v1/meetings.json'],
      [`/assets/${loadPages().assetNames.find((name) => name.endsWith('.woff2'))}`],
    ] as const) {
      const { headers } = await app.inject(asked)
      const given = headersAt(address)
      expect(new Set(given.map(([name]) => name)).size, address).toBe(given.length)
      const own = Object.fromEntries(given)
      for (const name of ['cache-control', 'x-content-type-options', 'access-control-allow-origin'] as const) {
        expect([address, name, own[name]]).toEqual([address, name, headers[name]])
      }
      // What a page says itself, and what only a header can.
      const file = join(address.slice(1), 'index.html')
      const inPage = existsSync(join(root, file))
        ? /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(read(file))?.[1]
        : undefined
      const parts = [inPage?.replaceAll('&#x27;', "'"), own['content-security-policy']].filter(
        (part) => part !== undefined,
      )
      expect([address, parts.join('; ')]).toEqual([address, headers['content-security-policy'] ?? ''])
    }
  })

  it('says what is in a file whose ending no server knows', () => {
    const headersAt = readHeadersFile(read('_headers'))
    expect(headersAt('/api/v1/indicators/deltagelse/observations.sdmx-csv')).toContainEqual([
      'content-type',
      'application/vnd.sdmx.data+csv; charset=utf-8; version=2.0.0',
    ])
  })

  it('has a withdrawn figure no more, in no file of any release', async () => {
    expect(telling().length).toBeGreaterThan(2)
    const reason = { da: 'Tallet hørte til en anden', en: 'The figure belonged to somebody else' }
    withdraw(db, system, { indicator: 'taler', series: '217', period: '2025', reason })
    const { changed } = await exportSite(db, readConfig({ PEJLING_URL: url }), root)
    expect(changed).toBeGreaterThan(0)
    expect(telling()).toEqual([])
  })
})
