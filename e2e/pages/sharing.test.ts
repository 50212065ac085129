import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { audit, overflow } from './desk-site.ts'
import { readQrCode } from './qr-codes.ts'
import { useSites } from './site.ts'

/* What leaves the site: charts in frames on other pages, and pictures of pages that are shared. */

const { open, visit, originOf } = useSites()
const run = promisify(execFile)
const embedded = '/embed/indikator/valgdeltagelse-kv'

it.each([embedded, '/en/embed/indicator/elevtrivsel'])('%s can be read by everybody, at any size', async (address) => {
  const { page, close } = await open('demonstration', address)
  await audit(page)
  await page.setViewportSize({ width: 320, height: 480 })
  expect(await overflow(page)).toBe(0)
  await audit(page)
  expect(await page.context().cookies()).toEqual([])
  await close()
})

it('a chart in a frame on another site gets the height it needs', async () => {
  const home = originOf('demonstration')
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><title>Avisen</title><iframe src="${home}${embedded}" title="Graf" width="720" height="100"></iframe><script type="module" src="${home}/embed.js"></script>`,
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const { page } = await open('demonstration', '/')
  await page.goto(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`)
  await expect
    .poll(() => page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height))
    .toBeGreaterThan(300)
  const inside = page.frameLocator('iframe')
  expect(await inside.locator('h1').innerText()).toBe('Valgdeltagelse ved kommunalvalg')
  expect(await inside.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight)).toBeLessThanOrEqual(1)
  await page.context().close()
  server.close()
  server.closeAllConnections()
})

it('the lines that compute with the figures are copied by a button, where there is one', async () => {
  const { page, close } = await open('delivered', '/data', { permissions: ['clipboard-read', 'clipboard-write'] })
  const snippet = page.locator('.snippet').nth(1)
  await snippet.locator('pre').focus()
  const button = snippet.getByRole('button', { name: 'Kopiér' })
  await button.click()
  await expect.poll(() => snippet.getByRole('button').innerText()).toBe('Kopieret')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^import csv.*\n.*observations\.csv.*\n/)
  await audit(page)
  await close()
  const without = await open('delivered', '/en/data', { javaScriptEnabled: false })
  expect(await without.page.locator('.snippet button').first().isVisible()).toBe(false)
  await without.close()
})

it.each(['/', '/maal/2.2', '/en/indicator/valgdeltagelse-kv', '/handleplan/2026', '/en/releases/1', '/om'])(
  '%s has a picture for those who share it',
  async (address) => {
    const { page, close } = await visit('demonstration', address)
    const picture = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
    const answer = await page.request.get(new URL(new URL(picture).pathname + new URL(picture).search, page.url()).href)
    expect(answer.headers()['content-type']).toBe('image/png')
    const bytes = await answer.body()
    expect(bytes.length).toBeGreaterThan(5000)
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
    expect((await page.locator('meta[property="og:image:alt"]').getAttribute('content'))?.length).toBeGreaterThan(5)
    await close()
  },
)

it('what is embedded is light: a page, its typefaces and a script of a few hundred bytes', async () => {
  const { page, close } = await open('demonstration', embedded)
  const [whole, ...others] = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((entry) => ({
      name: entry.name,
      bytes: entry instanceof PerformanceResourceTiming ? entry.transferSize : 0,
    })),
  )
  expect(whole?.bytes).toBeLessThan(20_000)
  expect(others.filter(({ name }) => !/\.woff2$|icon\.svg$/.test(name)).map(({ bytes }) => bytes < 1000)).toEqual([
    true,
  ])
  expect(others.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(80_000)
  await close()
})

it('a camera before a slide is led to the page as it was in the release', async () => {
  const { page, close } = await open('demonstration', '/moeder')
  const meeting = (await page.locator('main a[href^="/moede/"]').first().getAttribute('href')) ?? ''
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto(`${originOf('demonstration')}${meeting}/praesentation`)
  const slides = page.locator('.slide:has(.qr)')
  const codes: (string | null)[] = []
  for (const at of [0, 1, 4]) codes.push(await readQrCode(page, await slides.nth(at).screenshot()))
  expect(codes[0]).toMatch(/\/udgivelser\/1\/overblik$/)
  for (const code of codes.slice(1))
    expect(code).toMatch(/^http:\/\/localhost:\d+\/udgivelser\/1\/(?:maal|indikator|handleplan)\//)
  await close()
})

it.each([
  ['/indikator/valgdeltagelse-kv?opdeling=alder', '/udgivelser/1/indikator/valgdeltagelse-kv?opdeling=alder'],
  ['/en/goal/2.2', '/en/releases/1/goal/2.2'],
])('%s on paper leads a camera to %s', async (address, permanent) => {
  const { page, close } = await open('demonstration', address)
  expect(await page.locator('.qr').isVisible()).toBe(false)
  const folder = mkdtempSync(join(tmpdir(), 'pejling-paper-'))
  writeFileSync(join(folder, 'paper.pdf'), await page.pdf({ format: 'A4' }))
  await run('pdftoppm', ['-png', '-r', '110', join(folder, 'paper.pdf'), join(folder, 'sheet')])
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.png'))
  // Nothing is put on a sheet of its own for want of room.
  expect(sheets.length).toBeLessThanOrEqual(2)
  const codes: (string | null)[] = []
  for (const sheet of sheets) codes.push(await readQrCode(page, readFileSync(join(folder, sheet))))
  expect(codes.filter((code) => code !== null).map((code) => code.replace(/^http:\/\/localhost:\d+/, ''))).toEqual([
    permanent,
  ])
  rmSync(folder, { recursive: true })
  await close()
})

it.each([
  [
    '/indikator/valgdeltagelse-kv',
    'Kildehenvisning',
    'Kopiér',
    /udgivelse 1, .*\/udgivelser\/1\/indikator\/valgdeltagelse-kv \(hentet \d+\. \w+ \d{4}\)$/,
  ],
  [
    '/en/indicator/valgdeltagelse-kv',
    'Cite the figures',
    'Copy',
    /release 1, .*\/en\/releases\/1\/indicator\/valgdeltagelse-kv \(retrieved \d+ \w+ \d{4}\)$/,
  ],
] as const)('%s is cited with its release and the day, by copying', async (address, title, button, citation) => {
  const { page, close } = await open('demonstration', address, { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.getByText(title).click()
  const copied = async (index: number): Promise<string> => {
    await page.locator('.citation').nth(index).getByRole('button', { name: button }).click()
    await page.locator('.citation').nth(index).locator('output', { hasText: /./ }).waitFor()
    return page.evaluate(() => navigator.clipboard.readText())
  }
  expect(await copied(0)).toMatch(citation)
  expect(await copied(1)).toMatch(/^@misc\{valgdeltagelse-kv-1,[\s\S]*urldate = \{\d{4}-\d\d-\d\d\},\n\}$/)
  expect(await copied(2)).toMatch(/^TY {2}- DATA\n[\s\S]*Y2 {2}- \d{4}\/\d\d\/\d\d\nER {2}- $/)
  await audit(page)
  await close()
})
