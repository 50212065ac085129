import { afterAll, expect, it } from 'vitest'
import { catalogueTables } from '../../apps/api/src/intake/sources/catalogue-tables.fixture.ts'
import { deliveredFiles, wellRead } from '../../apps/api/src/data-folder/delivered.fixture.ts'
import { startStatbank, turnoutTable, type FakeStatbank } from '../../apps/api/src/intake/sources/statbank.fixture.ts'
import { audit, useDesk } from './desk-site.ts'

/* Figures that are fetched from a source, with a local server in place of the bank. */

let far: FakeStatbank
const desk = useDesk(async () => {
  far = await startStatbank([...catalogueTables(wellRead(deliveredFiles)), turnoutTable])
  return { PEJLING_STATBANK_URL: far.url }
})
afterAll(() => far.close())

it('lists what is connected, fetches now, and shows how figures are fetched without asking the source', async () => {
  const page = await desk.newPage()
  await desk.signInFirst(page)
  await page.goto(`${desk.origin()}/admin/kilder?soeg=kommunalvalg`)
  await page.getByRole('link', { name: 'Valgdeltagelse ved kommunalvalg' }).waitFor()
  await audit(page)
  await page.getByRole('button', { name: /^Hent nu: Valgdeltagelse ved kommunalvalg/ }).click()
  await page.getByText(/^Tallene for Valgdeltagelse ved kommunalvalg er hentet/).waitFor()
  await page.goto(`${desk.origin()}/admin/kilde/valgdeltagelse-kv`)
  await page.getByText(/^Tabellen KVRES hos/).waitFor()
  await audit(page)

  await page.getByLabel('Søg efter en tabel').fill('valg')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Vælg KVRES/ }).click()
  await page.getByRole('button', { name: 'Se, hvad det ville bringe' }).waitFor()
  await audit(page)

  await page.getByRole('button', { name: 'Fjern koblingen' }).click()
  await page.getByText('Indikatoren er ikke koblet til en kilde.').waitFor()
  await page.getByRole('button', { name: 'Fortryd' }).click()
  await page.getByText(/^Tabellen KVRES hos/).waitFor()
  expect(await page.getByText('Indikatoren er ikke koblet til en kilde.').count()).toBe(0)
  await page.context().close()
})
