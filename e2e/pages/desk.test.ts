import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pejling } from '../product/command-line.ts'
import { audit, overflow, useDesk } from './desk-site.ts'

/* A day at the desk, from the very first sign-in: the real server, a real browser. */

const desk = useDesk()
const { folder, passphrase, signIn, newPage } = desk

/** Writes with the keyboard alone: the field that has the focus, then the next. */
async function writeInTurn(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
}

it('is a working day by keyboard: sign in, see what is due, review, publish, look back, sign out', async () => {
  const page = await newPage({ javaScriptEnabled: false })
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.origin())) complaints.push(request.url())
  })

  // The one-time password leads to choosing one's own.
  await page.goto(`${desk.origin()}/admin`)
  expect(page.url()).toBe(`${desk.origin()}/admin/log-ind`)
  await page.getByLabel('E-mail').focus()
  await writeInTurn(page, ['administrator@pejling.local', desk.oneTime()])
  await page.keyboard.press('Enter')
  await page.waitForURL(/adgangskode$/)
  await page.getByLabel('Nuværende adgangskode').focus()
  await writeInTurn(page, [desk.oneTime(), passphrase])
  await page.keyboard.press('Enter')
  await page.waitForURL(/admin$/)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Hvad skal gøres')

  // Nothing is new yet.
  await page.getByRole('link', { name: 'Se, hvad der ville blive ændret' }).press('Enter')
  await page.getByText('Der er intet at udgive').waitFor()

  // A figure arrives, is seen, and is published with open eyes.
  const file = join(folder, 'nye-tal.csv')
  writeFileSync(file, 'area,period,value,status\n217,2025,71.5,P\n')
  const imported = await pejling(['import', file, '--indicator', 'beskaeftigelsesfrekvens', '--demo'], folder)
  expect(imported.code, imported.output).toBe(0)
  await page.goto(`${desk.origin()}/admin`)
  await page.getByText('1 tal er nye eller ændrede').waitFor()
  await page.getByRole('link', { name: 'Udgiv' }).press('Enter')
  expect(await page.locator('main').innerText()).toContain('71,5')
  // What is reviewed leads to pages that are there: the release it would make is not.
  for (const link of await page.locator('main a').all()) {
    const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href
    expect([(await page.request.get(address)).status(), address]).toEqual([200, address])
  }
  await page.getByLabel('Titel på dansk').focus()
  await writeInTurn(page, ['Beskæftigelsen i 2025', 'Employment in 2025'])
  await page.getByRole('button', { name: 'Se, hvad der kommer ud' }).press('Enter')
  await page.getByText(/^Nu udgives 1 indikator\. .*Det kan ikke fortrydes\.$/).waitFor()
  await page.getByRole('button', { name: 'Udgiv', exact: true }).press('Enter')
  await page.waitForURL(/udgivelser\/2$/)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Beskæftigelsen i 2025')

  // A figure is corrected in its sheet, with a mistake on the way.
  await page.goto(`${desk.origin()}/admin`)
  await page.locator('.desk-matrix').getByRole('link', { name: 'Elevtrivsel', exact: true }).press('Enter')
  const cell = page.getByLabel(/^2024\/25, Helsingør/)
  await cell.fill('mange')
  await page.getByRole('button', { name: 'Gem' }).press('Enter')
  await page.getByText('Ét felt skal ses efter').waitFor()
  expect(await cell.getAttribute('aria-invalid')).toBe('true')
  await cell.fill('3,9 P')
  await page.getByLabel('Hvorfor rettes der?').fill('Skolen har meldt et nyt tal')
  await page.getByRole('button', { name: 'Gem' }).press('Enter')
  await page.getByText('Gemt. Tallene er kladder').waitFor()
  expect(await cell.inputValue()).toBe('3,9 P')

  await page.goto(`${desk.origin()}/admin/historik`)
  expect(await page.locator('.desk-history summary').first().innerText()).toContain('Skolen har meldt et nyt tal')
  expect(await page.locator('.desk-history summary').first().innerText()).toContain('Administrator')
  await page.getByRole('button', { name: 'Log ud' }).press('Enter')
  await page.waitForURL(/log-ind$/)
  await page.goto(`${desk.origin()}/admin/historik`)
  expect(page.url()).toMatch(/log-ind\?til=%2Fadmin%2Fhistorik$/)
  // The refusal of what could not be read is a 400, which browsers mention.
  expect(complaints).toEqual([expect.stringContaining('400 (Bad Request)')])
  await page.context().close()
})

it('a target is decided with open eyes: what it would change is said before it is saved, and it can be undone', async () => {
  const page = await newPage()
  await signIn(page)
  await page.getByRole('link', { name: 'Mål og indikatorer' }).press('Enter')
  await page
    .getByRole('link', { name: /^Mål .*: Valgdeltagelse ved kommunalvalg$/ })
    .first()
    .press('Enter')
  await page.getByLabel('Værdi', { exact: false }).first().fill('meget')
  await page.getByRole('button', { name: 'Se, hvad det ville ændre' }).press('Enter')
  await page.getByText('“meget” er ikke et tal').waitFor()
  await audit(page)
  await page.getByLabel('Værdi', { exact: false }).first().fill('1')
  await page.getByLabel('Hvorfor rettes der?').fill('Byrådet vil mere')
  await page.getByRole('button', { name: 'Se, hvad det ville ændre' }).press('Enter')
  const consequences = page.getByRole('region', { name: 'Det ville blive ændret for læserne' })
  await consequences.waitFor()
  expect(await consequences.innerText()).toMatch(/Valgdeltagelse ved kommunalvalg\s+Før\s+.+\s+Nu\s+Målet er nået/)
  await audit(page)
  await page.getByRole('button', { name: 'Gem' }).press('Enter')
  await page.getByText('Gemt. Læserne ser det, når det udgives.').waitFor()

  await page.goto(`${desk.origin()}/admin/historik?soeg=mere`)
  const newest = page.locator('.desk-history li').first()
  expect(await newest.innerText()).toContain('Byrådet vil mere')
  await newest.locator('summary').press('Enter')
  await newest.getByRole('button', { name: /^Fortryd/ }).press('Enter')
  await page.goto(`${desk.origin()}/admin/ramme`)
  expect(
    await page
      .getByRole('link', { name: /^Mål .*: Valgdeltagelse ved kommunalvalg$/ })
      .first()
      .innerText(),
  ).toMatch(/76\s%/)
  await page.context().close()
})

describe('for everybody', () => {
  let page: Page
  beforeAll(async () => {
    page = await newPage({ viewport: { width: 320, height: 800 } })
    await signIn(page)
  })
  afterAll(() => page.context().close())

  it.each([
    '/admin/log-ind',
    '/en/admin',
    '/admin/udgiv',
    '/admin/historik',
    '/admin/tal/elevtrivsel',
    '/admin/ramme',
    '/en/admin/ramme',
    '/admin/ret/maal/1.1',
    '/admin/ret/indikator/valgdeltagelse-kv',
    '/en/admin/ret/maaltal/elevtrivsel',
    '/admin/ret/vurdering/elevtrivsel',
    '/admin/ret/ansvarlig/elevtrivsel',
    '/admin/personer',
    '/admin/udvalg',
    '/en/admin/udvalg',
    '/admin/moede/demonstrationsudvalget-status',
    '/en/admin/moede/demonstrationsudvalget-status',
    '/admin/moede/demonstrationsudvalget-status/noter',
    '/admin/ret/punkt/demonstrationsudvalget-status.punkt-2-2',
    '/admin/sessioner',
    '/admin/adgangskode',
    '/admin/x',
  ])('%s passes axe, and fits a phone', async (path) => {
    await page.goto(desk.origin() + path)
    await audit(page)
    expect(await overflow(page)).toBe(0)
  })
})

it('the sheet takes a block from Excel, and arrows and Enter go from cell to cell', async () => {
  const page = await newPage()
  await signIn(page)
  await page.goto(`${desk.origin()}/admin/tal/elevtrivsel`)
  const cell = (row: number, column: number) => page.locator(`input[data-row="${row}"][data-column="${column}"]`)
  await cell(1, 0).focus()
  await cell(1, 0).evaluate((input) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '3,71\t3,72\r\n3,73\t3,74\r\n')
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  const values = [cell(1, 0), cell(1, 1), cell(2, 0), cell(2, 1)].map((one) => one.inputValue())
  expect(await Promise.all(values)).toEqual(['3,71', '3,72', '3,73', '3,74'])
  // The block is one step: taken back, and done again.
  await page.keyboard.press('Control+z')
  expect(await Promise.all([cell(1, 0), cell(2, 1)].map((one) => one.inputValue()))).not.toContain('3,71')
  await page.keyboard.press('Control+y')
  expect(await cell(2, 1).inputValue()).toBe('3,74')
  await cell(3, 0).focus()
  await page.keyboard.press('Control+d')
  expect(await cell(3, 0).inputValue()).toBe('3,73')
  await page.keyboard.press('Control+z')
  expect(await cell(3, 0).inputValue()).not.toBe('3,73')
  // A reload loses nothing, and what it kept can be thrown away.
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.getByText('Det, du skrev før siden blev indlæst igen').waitFor()
  expect(await cell(2, 1).inputValue()).toBe('3,74')
  await audit(page)
  await page.getByRole('button', { name: 'Kassér det' }).click()
  await page.getByText('Det, du skrev før siden blev indlæst igen').waitFor({ state: 'hidden' })
  await expect.poll(() => cell(2, 1).inputValue()).not.toBe('3,74')
  await cell(2, 1).fill('3,74')
  await cell(1, 0).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('3,8')
  expect(await cell(3, 1).inputValue()).toBe('3,8')
  expect(page.url()).toMatch(/elevtrivsel$/)
  await page.getByRole('button', { name: 'Gem' }).click()
  await page.getByText('Gemt. Tallene er kladder').waitFor()
  expect(await cell(3, 1).inputValue()).toBe('3,8')
  await page.context().close()
})

it('a verdict of one’s own is chosen by whoever gives it, not by the form', async () => {
  const page = await newPage()
  await signIn(page)
  await page.goto(`${desk.origin()}/admin/ret/vurdering/elevtrivsel`)
  expect(await page.getByLabel('Vurdering', { exact: true }).inputValue()).toBe('')
  await page.getByLabel('Begrundelse, som alle kan læse, dansk').fill('En god grund')
  await page.getByLabel('Begrundelse, som alle kan læse, engelsk').fill('A good reason')
  await page.getByRole('button', { name: 'Gem' }).click()
  await page.getByText('Noget skal ses efter. Intet er gemt endnu.').waitFor()
  expect(await page.getByLabel('Vurdering', { exact: true }).getAttribute('aria-invalid')).toBe('true')
  await page.context().close()
})

it('a release is made of some of what has changed, and the rest waits', async () => {
  const file = join(folder, 'flere-tal.csv')
  writeFileSync(file, 'area,period,value,status\n217,2025,8.5,P\n')
  const imported = await pejling(['import', file, '--indicator', 'neet-16-24', '--demo'], folder)
  expect(imported.code, imported.output).toBe(0)
  // What is ticked is what is published, also without a script.
  const page = await newPage({ javaScriptEnabled: false })
  await signIn(page)
  await page.goto(`${desk.origin()}/admin/udgiv`)
  await page.getByText('2 af 2 ændrede indikatorer er med').waitFor()
  await page.getByRole('checkbox', { name: 'Elevtrivsel' }).press('Space')
  await page.getByLabel('Titel på dansk').fill('Unge i 2025')
  await page.getByLabel('Titel på engelsk').fill('The young in 2025')
  await page.getByRole('button', { name: 'Se, hvad der kommer ud' }).press('Enter')
  await page.getByText('Nu udgives 1 indikator').waitFor()
  expect(await page.locator('main').innerText()).not.toContain('Elevtrivsel')
  await page.getByRole('button', { name: 'Tilbage' }).press('Enter')
  expect(await page.getByRole('checkbox', { name: 'Elevtrivsel' }).isChecked()).toBe(false)
  expect(await page.getByLabel('Titel på dansk').inputValue()).toBe('Unge i 2025')
  await page.getByRole('button', { name: 'Se, hvad der kommer ud' }).press('Enter')
  await page.getByRole('button', { name: 'Udgiv', exact: true }).press('Enter')
  await page.waitForURL(/udgivelser\/3$/)
  expect(await page.locator('main').innerText()).not.toContain('Elevtrivsel')
  await page.goto(`${desk.origin()}/admin/udgiv`)
  expect(await page.locator('main').innerText()).toContain('Elevtrivsel')
  await page.context().close()
})

it('a hard file comes in by keyboard, without a script: explained, tried, imported, and undone', async () => {
  const page = await newPage({ javaScriptEnabled: false })
  await signIn(page)
  await page.goto(`${desk.origin()}/admin/tal/valgdeltagelse-kv`)
  await page.getByRole('link', { name: 'Indlæs en fil' }).press('Enter')
  await page.waitForURL(/indlaes\?indikator=valgdeltagelse-kv$/)
  expect(await page.getByLabel('Indikator').inputValue()).toBe('valgdeltagelse-kv')
  // As an old program wrote it: Windows-1252, a title, decimal commas, a dash no one can know the meaning of, a source below.
  const file = join(folder, 'valg.csv')
  const text =
    'Valgdeltagelse\r\n\r\nOmråde;2017;2021;2025\r\nHelsingør;71,5;70,25 %;-\r\nHelsingør Kommune;;;mange\r\nFarum;1;2;3\r\n;;;\r\nKilde: kommunen;;;\r\n'
  writeFileSync(file, Buffer.from(text, 'latin1'))
  await page.getByLabel('Fil', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Send filen' }).press('Enter')
  await page.waitForURL(/indlaes\/\d+$/)
  // Without a script, how far it has come is asked for by the page's own link.
  await expect
    .poll(async () => {
      await page.goto(page.url())
      return page.getByLabel('Tegnkodning').count()
    })
    .toBe(1)
  expect(await page.getByLabel('Tegnkodning').inputValue()).toBe('windows-1252')
  expect(await page.getByLabel('Kolonne A, Område: hvad er det?').inputValue()).toBe('area')
  expect(await page.getByLabel('Decimaltegn').inputValue()).toBe(',')
  expect(await page.getByLabel('“-” betyder').inputValue()).toBe('')
  await page.getByLabel('“-” betyder').selectOption('skip')
  await page.getByRole('button', { name: 'Se, hvad der ville ske' }).press('Enter')
  await expect
    .poll(async () => {
      await page.goto(page.url())
      return page.locator('main').innerText()
    })
    .toContain('0 nye · 2 ændrede · 0 som de var · 1 afviste')
  const outcome = await page.locator('main').innerText()
  for (const words of ['“mange” er ikke et tal', 'D5', 'Sprunget over', '21. november 2017', '71,5', '70,25']) {
    expect(outcome).toContain(words)
  }
  await page.getByRole('button', { name: 'Indlæs tallene' }).press('Enter')
  await page.getByText('Noget af filen er afvist, så intet er indlæst.').waitFor()
  await page.getByLabel('Indlæs resten uden de 1 afviste').press('Space')
  await page.getByRole('button', { name: 'Indlæs tallene' }).press('Enter')
  await expect
    .poll(async () => {
      await page.goto(page.url())
      return page.locator('main').innerText()
    })
    .toContain('Tallene er indlæst.')
  await page.getByRole('link', { name: 'Se tallene' }).press('Enter')
  const cell = page.getByLabel('16. november 2021, Helsingør', { exact: true })
  expect(await cell.inputValue()).toBe('70,25')
  await page.goto(`${desk.origin()}/admin/historik`)
  await page.locator('summary', { hasText: 'valg.csv' }).press('Enter')
  await page
    .getByRole('button', { name: /^Fortryd \d+$/ })
    .first()
    .press('Enter')
  await page.goto(`${desk.origin()}/admin/tal/valgdeltagelse-kv`)
  expect(await cell.inputValue()).not.toBe('70,25')
  await page.context().close()
})

it('files are shown so that everybody can follow, and a large one can be stopped on its way', async () => {
  const page = await newPage({ viewport: { width: 360, height: 800 } })
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await signIn(page)
  await page.goto(`${desk.origin()}/admin/indlaes?indikator=elevtrivsel`)
  await audit(page)
  expect(await overflow(page)).toBe(0)
  const file = join(folder, 'stor.csv')
  // The same few figures again and again: long to read, and nothing new in it.
  const rows = Array.from(
    { length: 400_000 },
    (_, index) => `Helsingør;${2000 + (index % 5)}/0${1 + (index % 5)};3,${index % 5}`,
  )
  writeFileSync(file, `Område;Skoleår;Trivsel\n${rows.join('\n')}\n`)
  await page.getByLabel('Fil', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Send filen' }).click()
  await page.waitForURL(/indlaes\/\d+$/)
  await page.getByRole('button', { name: 'Se, hvad der ville ske' }).waitFor()
  await audit(page)
  expect(await overflow(page)).toBe(0)
  await page.getByLabel('Decimaltegn').selectOption(',')
  await page.getByRole('button', { name: 'Se, hvad der ville ske' }).click()
  await page.getByRole('progressbar').waitFor()
  await audit(page)
  await page.getByRole('button', { name: 'Afbryd' }).click()
  await page.getByRole('button', { name: 'Opgiv filen' }).waitFor()
  expect(await page.getByText('Det ville ske').count()).toBe(0)
  // Left alone it comes to its end, and the page follows by itself.
  await page.getByLabel('Decimaltegn').selectOption(',')
  await page.getByRole('button', { name: 'Se, hvad der ville ske' }).click()
  await page.getByText('Det ville ske').waitFor({ timeout: 60_000 })
  expect(await page.locator('main').innerText()).toContain('5 nye')
  await audit(page)
  expect(complaints).toEqual([])
  await page.context().close()
})

it('a figure that must not stand is withdrawn from every release, and its reason stands there instead', async () => {
  const page = await newPage({ javaScriptEnabled: false })
  await signIn(page)
  await page.goto(`${desk.origin()}/admin/tal/beskaeftigelsesfrekvens`)
  await page.getByRole('link', { name: 'Træk et tal tilbage' }).press('Enter')
  const choice = page.getByLabel('Tal', { exact: true })
  const option = choice.locator('option').nth(3)
  const name = await option.innerText()
  const [, year = '', typed = ''] = /, (\d{4}): ([\d,]+)$/.exec(name) ?? []
  const told = `"value":${typed.replace(',', '.')}`
  const address = `${desk.origin()}/api/v1/indicators/beskaeftigelsesfrekvens?release=1`
  expect(await (await fetch(address)).text()).toContain(told)
  await choice.selectOption({ label: name })
  await page.getByRole('button', { name: 'Se, hvad det ville ændre' }).press('Enter')
  await page.getByText('Skriv begrundelsen på begge sprog').waitFor()
  await page.getByLabel('Begrundelse, som alle kan læse, dansk').fill('Tallet hørte til en anden kommune.')
  await page.getByLabel('Begrundelse, som alle kan læse, engelsk').fill('The figure belonged to another municipality.')
  await page.getByRole('button', { name: 'Se, hvad det ville ændre' }).press('Enter')
  expect(await page.getByRole('status').innerText()).toMatch(/^Tallet står i \d+ udgivne dokumenter/)
  await page.getByRole('button', { name: 'Træk tallet tilbage' }).press('Enter')
  await page.waitForURL(/udgivelser\/\d+$/)
  expect(await page.locator('main').innerText()).toContain('Tallet hørte til en anden kommune.')
  const old = await (await fetch(address)).text()
  expect(old).not.toContain(told)
  expect(old).toContain('Withdrawn: The figure belonged to another municipality.')
  await page.goto(`${desk.origin()}/udgivelser/1`)
  expect(await page.locator('main').innerText()).toContain(`${year}. Trukket tilbage`)
  await page.goto(`${desk.origin()}/udgivelser/1/indikator/beskaeftigelsesfrekvens?visning=tabel`)
  expect(await page.locator('main').innerText()).toContain('Trukket tilbage: Tallet hørte til en anden kommune.')
  await page.context().close()
})

it('the form for withdrawing can be read by everybody', async () => {
  const page = await newPage({ viewport: { width: 360, height: 800 } })
  await signIn(page)
  await page.goto(`${desk.origin()}/admin/traek/beskaeftigelsesfrekvens`)
  await page.getByRole('heading', { name: 'Træk et tal tilbage' }).waitFor()
  await audit(page)
  expect(await overflow(page)).toBe(0)
  await page.context().close()
})

it('a wrong figure is told while the sheet is written, and a footnote is written with the figures', async () => {
  const page = await newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await signIn(page)
  await page.goto(`${desk.origin()}/admin/tal/elevtrivsel`)
  const cell = page.locator('input[data-row="1"][data-column="0"]')
  const name = (await cell.getAttribute('aria-label')) ?? ''
  await cell.fill('mange')
  await cell.press('ArrowDown')
  // When the keys have rested for a moment.
  await page.locator('.desk-cell-problem').waitFor()
  expect(await cell.getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('.desk-cell-problem').innerText()).toContain('“mange” er ikke et tal')
  expect(await page.locator('[data-said]').textContent()).toContain(`${name}: “mange”`)
  await audit(page)
  await cell.fill('3,7')
  await cell.press('ArrowDown')
  await page.locator('.desk-cell-problem').waitFor({ state: 'detached' })
  expect(await cell.getAttribute('aria-invalid')).toBeNull()
  await page.getByText('Fodnoter').press('Enter')
  await page.getByLabel('Til tallet for').selectOption({ label: name })
  await page.getByRole('group', { name: 'Ny fodnote' }).getByLabel('dansk').fill('Nyt spørgeskema')
  await page.getByRole('button', { name: 'Gem' }).click()
  await page.getByText('Skriv fodnoten på begge sprog').waitFor()
  await audit(page)
  await page.getByRole('group', { name: 'Ny fodnote' }).getByLabel('engelsk').fill('New questionnaire')
  await page.getByRole('button', { name: 'Gem' }).click()
  await page.getByText('Gemt. Tallene er kladder').waitFor()
  expect(complaints.filter((text) => !text.includes('400'))).toEqual([])
  await page.context().close()
})

it('the page readers would see stands beside the one they see', async () => {
  const page = await newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await signIn(page)
  await page.goto(`${desk.origin()}/admin/udgiv`)
  await page.getByRole('region', { name: 'Se siderne før og efter' }).getByRole('link', { name: 'Elevtrivsel' }).click()
  const [before, after] = [page.frameLocator('iframe[title="Før"]'), page.frameLocator('iframe[title="Efter"]')]
  for (const side of [before, after]) await side.getByRole('heading', { level: 1, name: 'Elevtrivsel' }).waitFor()
  expect(await before.locator('main').innerText()).not.toBe(await after.locator('main').innerText())
  expect(await overflow(page)).toBe(0)
  expect(complaints).toEqual([])
  await page.context().close()
})

it('the site gets a name, a colour, a logo and one language, and what was published keeps its looks', async () => {
  const page = await newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await signIn(page)
  await page.goto(`${desk.origin()}/admin/ramme`)
  const logo = join(folder, 'logo.svg')
  writeFileSync(logo, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1H0z"/></svg>')
  await page.getByLabel(/^Logo:/).setInputFiles(logo)
  await page.getByRole('button', { name: 'Brug som logo' }).click()
  await page.getByRole('img', { name: 'Stedets logo, som det er nu' }).waitFor()
  await audit(page)
  await page.getByRole('link', { name: 'Stedets navn, sprog og farver' }).click()
  await page.getByLabel('Stedets navn, dansk').fill('Sådan går det')
  await page.getByLabel('Sprog').selectOption({ label: 'Kun dansk' })
  await page.getByLabel(/^Stedets egen farve/).fill('#ffee00')
  await page.getByRole('button', { name: 'Gem' }).click()
  await page.getByText('Navnet står for svagt på bunden').waitFor()
  await page.getByLabel(/^Stedets egen farve/).fill('#0b5d7a')
  await page.getByRole('button', { name: 'Gem' }).click()
  await page.getByText('Gemt. Læserne ser det, når det udgives.').waitFor()
  // In one language, a release has one title.
  await page.goto(`${desk.origin()}/admin/udgiv`)
  expect(await page.getByLabel(/engelsk/).count()).toBe(0)
  await page.getByLabel('Titel på dansk').fill('Nyt navn')
  await page.getByRole('button', { name: 'Se, hvad der kommer ud' }).click()
  await page.getByText('Siden: Sidens navn, sprog og udseende (ny)').waitFor()
  await audit(page)
  expect(await overflow(page)).toBe(0)
  await page.getByRole('button', { name: 'Udgiv', exact: true }).click()
  await page.waitForURL(/udgivelser\/\d+$/)
  await page.goto(desk.origin())
  expect(await page.title()).toMatch(/ · Sådan går det$/)
  expect(await page.locator('.brand-logo').count()).toBe(1)
  expect(await page.locator('.brand-name').evaluate((name) => getComputedStyle(name).color)).toBe('rgb(11, 93, 122)')
  await page.goto(`${desk.origin()}/en/about`)
  expect(page.url()).toBe(`${desk.origin()}/om`)
  await page.goto(`${desk.origin()}/udgivelser/1/om`)
  expect([await page.title(), await page.locator('.brand-logo').count()]).toEqual([
    expect.stringMatching(/ · Pejling$/),
    0,
  ])
  expect(complaints.filter((text) => !text.includes('400'))).toEqual([])
  await page.context().close()
})
