import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { audit, overflow, useDesk } from './desk-site.ts'

const site = useDesk()

const complaints: string[] = []
let session: BrowserContextOptions['storageState']

/** A page of the desk, signed in: once for all tests. */
async function desk(path: string): Promise<Page> {
  const page = await site.newPage(session === undefined ? {} : { storageState: session })
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  if (session === undefined) {
    await site.signInFirst(page)
    session = await page.context().storageState()
  }
  await page.goto(site.origin() + path)
  return page
}

const message = (page: Page, text: string | RegExp) =>
  page.getByRole('region', { name: 'Meddelelser' }).getByRole('listitem').filter({ hasText: text })

it('a new indicator takes eight fields at most, and leads to its figures', async () => {
  const page = await desk('/admin/ny-indikator')
  await page.getByLabel('Navn, dansk').fill('Partnerskaber med foreninger på øer')
  const choose = async (field: string, option: RegExp): Promise<void> => {
    await page.getByRole('button', { name: field }).click()
    await page.getByRole('option', { name: option }).click()
  }
  await choose('Hvad tallet er i', /^Antal/)
  await choose('Hvor tit', /^Hvert andet år$/)
  await choose('Hvilken vej er bedre', /^Højere er bedre/)
  expect(await page.getByLabel('Navn i adressen').inputValue()).toBe('partnerskaber-med-foreninger-paa-oeer')
  await page.getByRole('button', { name: 'Opret og gå til tallene' }).click()
  await page.getByText('Vælg mindst én.').waitFor()
  await page.getByText(/Skriv, hvad der tælles/).waitFor()
  // The name in English is the ninth, and may be left empty.
  const english = await page.getByLabel('Navn, engelsk').count()
  expect((await page.locator('form .field').count()) - english).toBeLessThanOrEqual(8)
  await audit(page)
  await page.getByLabel('Hvad der tælles, i flertal').fill('partnerskaber')
  await page.getByText(/^4.1 /).click()
  await page.reload()
  await page.getByText('er sat ind igen').waitFor()
  await page.getByRole('button', { name: 'Opret og gå til tallene' }).click()
  await page.waitForURL(/admin\/tal\/partnerskaber-med-foreninger-paa-oeer$/)
  await message(page, '“Partnerskaber med foreninger på øer” er oprettet').waitFor()
  await page.getByRole('link', { name: 'Skriv definitionen' }).click()
  await page.getByText('Definitionen er ikke skrevet endnu.').waitFor()
  await page.reload()
  await page.getByText('Mangler på engelsk').first().waitFor()
  await page.getByText('Hvert andet år').waitFor()
  await audit(page)
  await page.setViewportSize({ width: 820, height: 1180 })
  expect(await overflow(page)).toBe(0)
  expect(complaints).toEqual([])
}, 120_000)

it('the definition is edited where it is read, by keyboard, with what it changes for readers beside', async () => {
  const page = await desk('/admin/indikator/partnerskaber-med-foreninger-paa-oeer')
  await page.getByRole('button', { name: 'Ret hvad det er' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Definition, dansk').fill('Skriftlige aftaler mellem kommunen og foreninger på øerne.')
  const beside = page.getByRole('complementary', { name: 'Det ændrer det for læserne' })
  await beside.getByText(/ændres|Intet andet/).waitFor()
  await audit(page)
  await page.keyboard.press('Control+s')
  await message(page, 'Gemt.').waitFor()
  await page.getByText('Skriftlige aftaler mellem kommunen').waitFor()
  expect(await page.getByText('Definitionen er ikke skrevet endnu.').count()).toBe(0)
  await page.reload()
  for (const section of [
    'enhed og decimaler',
    'hvor tit, og hvornår det ventes',
    'hører til målene',
    'grupper, område og kilder',
    'vær opmærksom på',
    'regler for vurdering',
    'ansvar',
    'beskyttelse af få personer',
  ]) {
    await page.getByRole('button', { name: `Ret ${section}` }).click()
    await page.getByRole('button', { name: 'Luk uden at gemme' }).waitFor()
    await audit(page)
  }
  expect(complaints).toEqual([])
}, 120_000)

it('groups, sources and breaks are chosen from lists, and a background figure is of its own kind', async () => {
  const page = await desk('/admin/indikator/partnerskaber-med-foreninger-paa-oeer?ret=grupper')
  await page.locator('label').filter({ hasText: /^Køn/ }).click()
  await page.getByRole('button', { name: 'Tilføj et brud' }).click()
  await page.getByLabel('Fra og med perioden').fill('i fjor')
  await page.getByLabel('Hvad der blev ændret, dansk').fill('Ny måde at tælle på')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await page.getByText(/er ikke en periode af slagsen/).waitFor()
  await page.getByLabel('Fra og med perioden').fill('2024')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await message(page, 'Gemt.').waitFor()
  await page.getByText('2024: Ny måde at tælle på').waitFor()
  await page.getByRole('button', { name: 'Ret regler for vurdering' }).click()
  await page.getByRole('button', { name: 'Hvilken vej er bedre' }).click()
  await page.getByRole('option', { name: /^Baggrundstal/ }).click()
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await message(page, 'Gemt.').nth(1).waitFor()
  await page.reload()
  await page.getByRole('link', { name: 'Måltal' }).first().click()
  await page.getByText(/Baggrundstal vurderes ikke og har ingen måltal/).waitFor()
  await audit(page)
  await page.getByRole('link', { name: 'Vurdering' }).click()
  await page.getByText(/Baggrundstal vises, men vurderes ikke/).waitFor()
  await audit(page)
  expect(complaints).toEqual([])
}, 120_000)

it('what was never published is deleted, what was is retired', async () => {
  const page = await desk('/admin/indikator/partnerskaber-med-foreninger-paa-oeer')
  await page.getByRole('button', { name: 'Slet eller lad udgå' }).click()
  await page.getByRole('button', { name: 'Slet', exact: true }).click()
  await message(page, 'er slettet').waitFor()
  await page.waitForURL(/admin\/maal$/)
  await page.goto(`${site.origin()}/admin/indikator/elevtrivsel`)
  await page.getByRole('button', { name: 'Slet eller lad udgå' }).click()
  await page.getByRole('button', { name: 'Lad udgå', exact: true }).click()
  await page.getByText(/^Udgået/).waitFor()
  await message(page, 'udgår').getByRole('button', { name: 'Fortryd' }).click()
  await page.getByRole('button', { name: 'Slet eller lad udgå' }).waitFor()
  expect(complaints).toEqual([])
}, 120_000)

it('a target is set in four fields, drawn, and removed', async () => {
  const page = await desk('/admin/indikator/elevtrivsel/maaltal')
  await page.getByText('Ingen måltal endnu.').waitFor()
  await audit(page)
  await page.getByRole('button', { name: 'Sæt mål', exact: true }).click()
  await page.getByLabel('Målværdi').waitFor()
  expect(await page.locator('form .field:visible').count()).toBe(4)
  await page.getByLabel('Målværdi').fill('3,9')
  await page.getByLabel('Skal være nået i').fill('2029/30')
  await page.getByLabel('Hvem har vedtaget målet?', { exact: true }).fill('Byrådet')
  await page.getByLabel('Hvornår blev det vedtaget?').fill('2026-06-01')
  await page.getByRole('img', { name: /Elevtrivsel med måltal/ }).waitFor()
  await page.getByRole('complementary').getByText('Bliver:').first().waitFor()
  await audit(page)
  await page.getByRole('button', { name: 'Sæt mål', exact: true }).click()
  await message(page, 'Måltallet er gemt').waitFor()
  await page.getByRole('heading', { name: 'Måltal for Helsingør' }).waitFor()
  await page.getByRole('button', { name: 'Fjern måltallet' }).click()
  await message(page, 'Måltallet er fjernet').getByRole('button', { name: 'Fortryd' }).click()
  await page.getByRole('heading', { name: 'Måltal for Helsingør' }).waitFor()
  expect(complaints).toEqual([])
}, 120_000)

it('the administration gives its own assessment with a public reason, and takes it back', async () => {
  const page = await desk('/admin/indikator/valgdeltagelse-kv/vurdering')
  await page.getByRole('button', { name: 'Ret administrationens vurdering' }).click()
  await page.getByText(/bortfalder af sig selv, når der kommer et nyere tal/).waitFor()
  await page.getByRole('button', { name: 'Vurderingen er' }).click()
  await page.getByRole('option', { name: 'Uændret' }).click()
  await page.getByLabel('Offentlig begrundelse, dansk').fill('Et enkelt valg siger for lidt.')
  await audit(page)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await message(page, 'Gemt.').waitFor()
  await page.reload()
  await page.getByText('Et enkelt valg siger for lidt.').waitFor()
  await audit(page)
  await page.getByRole('button', { name: 'Fjern vores vurdering' }).click()
  await message(page, 'Jeres vurdering er fjernet').waitFor()
  await page.getByText('Ingen. Den beregnede vurdering gælder.').waitFor()
  expect(complaints).toEqual([])
}, 120_000)
