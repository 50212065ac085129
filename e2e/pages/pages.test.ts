import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, start } from '../product/command-line.ts'

/* The pages as a reader gets them: the real server, the delivered figures and the demonstration set, a real browser. */

interface Site {
  readonly name: string
  readonly origin: string
  readonly server: Running
}

const folder = mkdtempSync(join(tmpdir(), 'pejling-pages-'))
const sites: Site[] = []
let browser: Browser

async function serve(name: string, args: readonly string[]): Promise<Site> {
  const server = start(args, join(folder, name), { PORT: '0' })
  const origin = /Pejling: (\S+)/.exec(await server.said(/Pejling: \S+/))?.[1] ?? ''
  return { name, origin, server }
}

beforeAll(async () => {
  sites.push(await serve('delivered', ['serve']), await serve('demonstration', ['serve', '--demo']))
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
})

afterAll(async () => {
  await browser.close()
  for (const { server } of sites) {
    server.process.kill('SIGTERM')
    await server.ended
  }
  rmSync(folder, { recursive: true })
})

const addresses = [
  '/',
  '/en',
  '/indikator/valgdeltagelse-kv',
  '/en/indicator/valgdeltagelse-kv',
  '/indikator/skole-hjem-samtaler',
  '/indikator/beskaeftigelsesfrekvens',
  '/udgivelser/1',
  '/en/releases/1/indicator/elevtrivsel',
  '/api',
]
const everyAddress = ['delivered', 'demonstration'].flatMap((site) =>
  addresses.map((address) => [site, address] as const),
)

/** Opens an address; whatever the console complains of, and every request that goes elsewhere, is in `complaints`. */
async function open(
  site: string,
  address: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> {
  const origin = sites.find(({ name }) => name === site)?.origin ?? ''
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      complaints.push(`elsewhere: ${request.url()}`)
  })
  const answer = await page.goto(origin + address, { waitUntil: 'networkidle' })
  expect(answer?.status()).toBe(200)
  return { page, complaints, close: () => context.close() }
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('a page', () => {
  it.each(everyAddress)('passes axe with every rule, in light and dark (%s %s)', async (site, address) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, complaints, close } = await open(site, address, { colorScheme })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
      expect(complaints).toEqual([])
      await close()
    }
  })

  it.each(everyAddress)('fits a narrow phone, and 200 % text (%s %s)', async (site, address) => {
    const { page, close } = await open(site, address, { viewport: { width: 320, height: 640 } })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await close()
    // 200 % zoom of a 640 px window leaves 320 px; larger text alone leaves the width and doubles the letters.
    const large = await open(site, address, { viewport: { width: 640, height: 800 } })
    await large.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await overflow(large.page)).toBeLessThanOrEqual(0)
    await large.close()
  })

  it.each(everyAddress)('is whole without JavaScript (%s %s)', async (site, address) => {
    const { page, complaints, close } = await open(site, address, { javaScriptEnabled: false })
    expect(await page.locator('h1').count()).toBe(1)
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(200)
    expect(complaints).toEqual([])
    await close()
  })

  it.each(everyAddress)('sets no cookie and keeps nothing (%s %s)', async (site, address) => {
    const { page, close } = await open(site, address)
    expect(await page.context().cookies()).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    await close()
  })

  it('leads somewhere by every link on it', async () => {
    const { page, close } = await open('delivered', '/')
    const { origin } = new URL(page.url())
    const seen = new Set<string>()
    const waiting = ['/', '/en']
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue
      seen.add(path)
      const answer = await fetch(origin + path)
      expect(answer.status, path).toBe(200)
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
      for (const [, href = ''] of (await answer.text()).matchAll(/<a [^>]*href="([^"]*)"/g)) {
        const url = new URL(href.replaceAll('&amp;', '&'), origin + path)
        if (url.origin === origin) waiting.push(url.pathname + url.search)
      }
    }
    expect(seen.size).toBeGreaterThan(100)
    await close()
  })

  it('is reached by keyboard: past the header first, then every link in reading order', async () => {
    const { page, close } = await open('demonstration', '/')
    await page.keyboard.press('Tab')
    const skip = page.locator(':focus')
    expect(await skip.getAttribute('href')).toBe('#main')
    expect(await skip.isVisible()).toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true)
    await close()
  })

  it('that does not exist helps the reader on, in both languages', async () => {
    const { origin } = new URL(sites[0]?.origin ?? '')
    for (const [path, words] of [
      ['/indikator/findes-ikke', 'findes ikke'],
      ['/en/nowhere', 'not'],
    ] as const) {
      const answer = await fetch(origin + path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain(words)
    }
  })
})

describe('an indicator', () => {
  it('with figures has its sentence, its chart, its table and its source', async () => {
    const { page, close } = await open('delivered', '/indikator/valgdeltagelse-kv')
    const main = page.locator('main')
    expect(await main.innerText()).toMatch(/Deltagelsen .* 70,5\s%/)
    expect(await main.locator('figure svg[role="img"]:visible').count()).toBe(1)
    expect(await main.locator('table').innerText()).toContain('70,5')
    expect(await main.innerText()).toContain('Danmarks Statistik')
    expect(await main.innerText()).toMatch(/tredjepart/i)
    await close()
  })

  it('without figures says so, and what it will measure', async () => {
    const { page, close } = await open('delivered', '/indikator/skole-hjem-samtaler')
    const words = await page.locator('main').innerText()
    expect(words).toContain('Ingen data endnu')
    expect(await page.locator('figure svg').count()).toBe(0)
    await close()
  })

  it('of the demonstration set cannot be taken for real', async () => {
    for (const address of addresses.filter((each) => each !== '/api')) {
      const { page, close } = await open('demonstration', address)
      expect(await page.locator('body').innerText()).toMatch(/demonstration/i)
      await close()
    }
  })
})
