import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pejling, start, type Running } from '../product/command-line.ts'
import { audit } from './desk-site.ts'
import { Tabs } from './tabs.ts'

/* Another municipality's installation, made of a folder alone: two policies, one language, its own name, logo and colours. */

let root: string
let server: Running
let tabs: Tabs
let origin: string

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'pejling-fjordby-'))
  const data = join(root, 'data')
  const folder = fileURLToPath(new URL('../../examples/fjordby', import.meta.url))
  for (const command of [
    ['seed', folder],
    ['publish', '--title', 'Vores første tal'],
  ]) {
    const { code, output } = await pejling(command, data)
    if (code !== 0) throw new Error(output)
  }
  server = start(['serve'], data, { PORT: '0' })
  origin = /Pejling: (\S+)/.exec(await server.said(/Pejling: \S+/))?.[1] ?? ''
  tabs = await Tabs.launch()
})
afterAll(async () => {
  await tabs.close()
  server.process.kill('SIGTERM')
  await server.ended
  rmSync(root, { recursive: true })
})

it.each([
  ['/', 1280],
  ['/', 320],
  ['/politik/klimaplan', 1280],
  ['/maal/klima-2.1', 360],
  ['/indikator/udledning', 1280],
  ['/handleplan/klima-2026', 1280],
  ['/om', 1280],
  ['/data', 1280],
  ['/soeg?q=cykel', 1280],
])('%s at %d px speaks its municipality’s words and no other’s', async (path, width) => {
  const { page, close } = await tabs.visit(origin, path, { viewport: { width, height: 900 } })
  await audit(page)
  const words = await page.locator('body').innerText()
  expect(words).toContain('Fjordby måler')
  expect(words).not.toMatch(/helsingør|medborgerskab|fokusområde|rammemål|english/i)
  expect(await page.title()).toMatch(/ · Fjordby måler$/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  const brand = page.locator('.brand-logo')
  expect(await brand.evaluate((logo: HTMLImageElement) => logo.complete && logo.naturalWidth > 0)).toBe(true)
  const accent = await page.locator('.brand-name').evaluate((name) => getComputedStyle(name).color)
  expect(accent).toBe('rgb(11, 93, 122)')
  await close()
})

it('leads from the front page to a policy, a goal, its action plan and back', async () => {
  const { page, close } = await tabs.open(origin, '/')
  await page.getByRole('link', { name: /Se alle 3 delmål/ }).click()
  expect(new URL(page.url()).pathname).toBe('/politik/klimaplan')
  await page.getByRole('link', { name: 'Flere ture tages på cykel' }).click()
  expect(new URL(page.url()).pathname).toBe('/maal/klima-2.1')
  await page.getByRole('link', { name: 'Cykelsti til havnen' }).click()
  expect(new URL(page.url()).pathname).toBe('/handleplan/klima-2026')
  // The page has to be there before it can be gone back from.
  await page.waitForLoadState()
  await page.goBack()
  await page.getByRole('navigation', { name: 'Brødkrummesti' }).getByRole('link', { name: '2 Veje og cykler' }).click()
  const { pathname, hash } = new URL(page.url())
  expect([pathname, hash]).toEqual(['/politik/klimaplan', '#fokusomraade-2'])
  await page.goto(`${origin}/`)
  // A mark leads to the goal's row on the page of its own policy.
  await page.getByRole('region', { name: 'Målene i overblik: Klimaplan 2030' }).getByRole('link').first().click()
  expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/politik/klimaplan#maal-klima-1.1')
  await close()
})

it.each([
  ['/en', '/'],
  ['/en/policy/klimaplan', '/politik/klimaplan'],
  ['/en/goal/klima-2.1', '/maal/klima-2.1'],
  ['/en/releases/1/indicator/udledning', '/udgivelser/1/indikator/udledning'],
  ['/en/indicator/biblioteksbesoeg?breakdown=alder', '/indikator/biblioteksbesoeg?opdeling=alder'],
])('%s leads to the page in the language the site is in', async (asked, found) => {
  const answer = await fetch(origin + asked, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([302, found])
})

it('is told of in its own language alone, for search engines and feeds', async () => {
  const sitemap = await (await fetch(`${origin}/sitemap.xml`)).text()
  expect(sitemap).toContain('/politik/klimaplan<')
  expect(sitemap).not.toMatch(/<loc>[^<]*\/en/)
  const page = await (await fetch(`${origin}/maal/klima-2.1`)).text()
  expect(page).not.toMatch(/hreflang="en"/i)
})
