import { afterAll, expect, it } from 'vitest'
import { startStatbank, turnoutTable, type FakeStatbank } from '../../apps/api/src/sources/statbank.fixture.ts'
import { audit, overflow, useDesk } from './desk-site.ts'

/* Figures from StatBank Denmark, as an administrator fetches them: the real server, and a local one in place of the bank. */

let far: FakeStatbank
const desk = useDesk(async () => {
  far = await startStatbank([turnoutTable])
  return { PEJLING_STATBANK_URL: far.url }
})
afterAll(() => far.close())

it('an indicator is connected to a table, its figures are looked at, fetched, and wait to be published', async () => {
  const page = await desk.newPage({ viewport: { width: 360, height: 800 } })
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await desk.signInFirst(page)

  // The delivered connection is ready: what it would bring is seen before anything is kept.
  await page.goto(`${desk.origin()}/admin/kilde/valgdeltagelse-kv`)
  await page.getByText('Indikatoren er koblet til tabellen LABY08.').waitFor()
  await audit(page)
  expect(await overflow(page)).toBe(0)
  await page.getByRole('button', { name: 'Se, hvad det ville bringe' }).click()
  const preview = page.getByRole('region', { name: 'Det ville komme' })
  await preview.waitFor()
  expect(await preview.innerText()).toMatch(/\d+ nye tal, \d+ ændrede/)
  await audit(page)
  await page.goto(`${desk.origin()}/admin/udgiv`)
  await page.getByText('Der er intet at udgive').waitFor()

  // Fetched on demand, it waits to be published; readers see what they saw.
  await page.goto(`${desk.origin()}/admin/kilde/valgdeltagelse-kv`)
  await page.getByRole('button', { name: 'Hent nu' }).click()
  await page.getByText('Der er hentet.').waitFor()
  await page.getByText(/^Hentet .* af Administrator: \d+ nye tal/).waitFor()
  await page.goto(`${desk.origin()}/admin/udgiv`)
  expect(await page.locator('main').innerText()).toContain('Valgdeltagelse ved kommunalvalg')
  await page.goto(`${desk.origin()}/udgivelser`)
  expect(await page.locator('.release-list li').count()).toBeGreaterThan(0)
  expect(await page.locator('.release-list > li').count()).toBe(1)

  // Another indicator: a table is found, picked, and what is lacking is told.
  await page.goto(`${desk.origin()}/admin/kilde/elevtrivsel`)
  await page.getByText('Indikatoren er ikke koblet til nogen tabel.').waitFor()
  await page.getByLabel('Ord eller tabelnummer').fill('kommunalvalg')
  await page.getByRole('button', { name: 'Find en tabel' }).click()
  await page.getByRole('link', { name: /^LABY08: Kommunalvalg/ }).click()
  expect(await page.getByLabel('Er for indikatoren').first().inputValue()).toBe('area')
  await audit(page)
  expect(await overflow(page)).toBe(0)
  expect(complaints).toEqual([])
  await page.getByLabel('Er for indikatoren').first().selectOption('fixed')
  await page.getByLabel('Værdier, der hentes').first().selectOption([])
  await page.getByRole('button', { name: 'Gem' }).click()
  await page.getByText('Vælg mindst én værdi af KOMGRP.').waitFor()
  await page.context().close()
})
