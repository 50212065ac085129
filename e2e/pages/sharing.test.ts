import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { audit, overflow } from './desk-site.ts'
import { useSites } from './site.ts'

/* What leaves the site: charts in frames on other pages, and pictures of pages that are shared. */

const { open, originOf } = useSites()
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

it.each(['/', '/maal/2.2', '/en/indicator/valgdeltagelse-kv', '/om'])(
  '%s has a picture for those who share it',
  async (address) => {
    const { page, close } = await open('demonstration', address)
    const picture = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
    const answer = await page.request.get(new URL(new URL(picture).pathname + new URL(picture).search, page.url()).href)
    expect(answer.headers()['content-type']).toBe('image/png')
    expect((await answer.body()).length).toBeGreaterThan(5000)
    await close()
  },
)
