import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { parse } from 'yaml'
import { useSites } from './site.ts'

/*
 * The guide to the site as files, done: the server that stands in it serves the folder. What pages are and do there is tried by the
 * tests of the pages themselves, over a server that knows nothing but files.
 */

const guide = readFileSync(fileURLToPath(new URL('../../docs/static-site.md', import.meta.url)), 'utf8')
const blockOf = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1] ?? ''

const { open } = useSites()
let root: string
let origin: string
let stop: () => Promise<void>

/** A port no one listens on. */
function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'pejling-nginx-'))
  const port = await freePort()
  const block = blockOf('nginx')
    .replaceAll('/srv/maal', inject('exported').demonstration)
    .replace('listen 80', `listen 127.0.0.1:${port}`)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => {
    mkdirSync(join(root, name))
    return `${name}_temp_path ${join(root, name)};`
  })
  const config = join(root, 'nginx.conf')
  // Started by root it would read the folder as another person, who may not.
  const asRoot = process.getuid?.() === 0 ? 'user root;\n' : ''
  writeFileSync(
    config,
    `${asRoot}pid ${join(root, 'pid')};\nerror_log stderr;\ndaemon off;\nevents {}\nhttp {\naccess_log off;\ninclude /etc/nginx/mime.types;\n${temporary.join('\n')}\n${block}\n}\n`,
  )
  // The types stand beside Debian's own configuration; where it is named, they are looked for beside this one.
  writeFileSync(join(root, 'mime.types'), readFileSync('/etc/nginx/mime.types'))
  execFileSync('/usr/sbin/nginx', ['-t', '-q', '-c', config])
  const nginx = spawn('/usr/sbin/nginx', ['-c', config], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => {
    nginx.on('close', () => resolve())
  })
  origin = `http://127.0.0.1:${port}`
  stop = async () => {
    nginx.kill('SIGTERM')
    await ended
  }
  await vi.waitFor(() => fetch(origin), 10_000)
})
afterAll(async () => {
  await stop()
  rmSync(root, { recursive: true })
})

const headersAt = async (address: string): Promise<Headers> => {
  const answer = await fetch(origin + address)
  expect([address, answer.status]).toEqual([address, 200])
  return answer.headers
}

it('nginx sends the pages with their headers, with and without a slash at the end', async () => {
  for (const address of ['/', '/en', '/en/', '/maal/2.2', '/indikator/valgdeltagelse-kv?opdeling=alder', '/data/']) {
    const headers = await headersAt(address)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'")
    expect(headers.get('cache-control')).toContain('max-age=60')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
  expect((await headersAt('/embed/indikator/valgdeltagelse-kv')).get('content-security-policy')).toBe(
    'frame-ancestors *',
  )
  expect((await headersAt('/moeder')).get('cache-control')).toBe('no-cache')
})

it('nginx sends data to be read from everywhere, by their names and without an ending', async () => {
  for (const [address, type] of [
    ['/api/v1/indicators', 'application/json; charset=utf-8'],
    ['/api/v1/goals/2.2.json', 'application/json; charset=utf-8'],
    ['/api/v1/indicators/valgdeltagelse-kv/observations.csv', 'text/csv; charset=utf-8'],
    ['/api/v1/indicators/valgdeltagelse-kv/observations.sdmx-csv', 'application/vnd.sdmx.data+csv'],
    ['/api/v1/indicators/valgdeltagelse-kv/observations.json-stat', 'application/json; charset=utf-8'],
    ['/api/v1/indicators/valgdeltagelse-kv/chart.en.svg', 'image/svg+xml; charset=utf-8'],
    ['/api/v1/catalogue.ttl', 'text/turtle; charset=utf-8'],
    ['/api/v1/feed.atom', 'application/atom+xml; charset=utf-8'],
  ] as const) {
    const headers = await headersAt(address)
    expect([address, headers.get('content-type')]).toEqual([address, type])
    expect(headers.get('access-control-allow-origin')).toBe('*')
  }
  expect((await headersAt('/api/v1/releases/1/indicators.json')).get('cache-control')).toBe('public, max-age=3600')
})

it('nginx helps on in both languages, sends readers on, and keeps what is for itself', async () => {
  for (const [address, words] of [
    ['/findes-ikke', 'Siden findes ikke'],
    ['/indikator/findes-ikke', 'Siden findes ikke'],
    ['/en/indicator/nowhere', 'There is no such page'],
  ] as const) {
    const answer = await fetch(origin + address)
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining(words)])
  }
  const moved = await fetch(`${origin}/was`, { redirect: 'manual' })
  expect([moved.status, moved.headers.get('location')]).toEqual([302, expect.stringMatching(/\/tilgaengelighed$/)])
  for (const own of ['/_headers', '/_nginx.conf', '/.pejling-site.json']) {
    expect((await fetch(origin + own)).status).toBe(404)
  }
})

it('a meeting is kept for reading without a network where the headers allow it', async () => {
  const meeting = /href="(\/moede\/[^"/]+)"/.exec(await (await fetch(`${origin}/moeder`)).text())?.[1] ?? ''
  const headers = await headersAt(`${meeting}/offline.js`)
  expect(headers.get('service-worker-allowed')).toBe('/moede/')
  expect(headers.get('cache-control')).toBe('no-cache')
})

it('the configuration of Litestream names the database as Pejling does', () => {
  expect(parse(blockOf('yaml'))).toMatchObject({
    dbs: [{ path: '/var/lib/pejling/pejling.sqlite', replica: { type: 's3' } }],
  })
})

describe('a page that is a file, without a script', () => {
  it('is no dead end where its address asks for a choice, and says what the choice needs', async () => {
    const { page, close } = await open('demonstration', '/indikator/valgdeltagelse-kv?opdeling=alder', {
      javaScriptEnabled: false,
    })
    const file = join(inject('exported').demonstration, 'api/v1/indicators/valgdeltagelse-kv.json')
    const { series } = IndicatorDocument.parse(JSON.parse(readFileSync(file, 'utf8')))
    const latest = series[0]?.observations.at(-1)?.value?.toFixed(1).replace('.', ',') ?? 'none'
    expect(await page.locator('.island-indicator table').innerText()).toContain(latest)
    expect(await page.locator('noscript .view-problem').innerText()).toContain('kræver JavaScript')
    await page.locator('.figure-choices .views').getByRole('link', { name: 'Tabel', exact: true }).click()
    await page.waitForURL(/visning=tabel/)
    expect(await page.locator('h1').innerText()).toBe('Valgdeltagelse ved kommunalvalg')
    await close()
  })

  it('leads a search to all goals and all figures', async () => {
    const { page, close } = await open('delivered', '/soeg', { javaScriptEnabled: false })
    await page.getByRole('searchbox').fill('valgdeltagelse')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=valgdeltagelse/)
    expect(await page.locator('.findings a').count()).toBeGreaterThan(10)
    await page.getByRole('link', { name: 'Alle tal' }).click()
    await page.waitForURL(/\/data$/)
    await close()
  })
})
