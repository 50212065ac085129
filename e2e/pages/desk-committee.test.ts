import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { audit, useDesk } from './desk-site.ts'

/* The committee's work at the desk: a plan goes on into its next year, an idea is followed, a meeting is prepared, shared and followed up. */

const desk = useDesk()
let page: Page
const complaints: string[] = []

function listenTo(one: Page): void {
  one.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  one.on('pageerror', ({ message }) => complaints.push(message))
}

const save = (one: Page): Promise<void> => one.getByRole('button', { name: 'Gem', exact: true }).click()
const said = (one: Page, text: string | RegExp): Promise<void> =>
  one.getByRole('region', { name: 'Meddelelser' }).getByText(text).first().waitFor()

/** Finds something in a field of many by typing, and chooses the first that is found. */
async function find(one: Page, label: string, typed: string): Promise<void> {
  const field = one.getByRole('combobox', { name: label })
  await field.fill(typed)
  await one.getByRole('option').first().waitFor()
  await field.press('ArrowDown')
  await field.press('Enter')
}

beforeAll(async () => {
  page = await desk.newPage()
  await desk.signInFirst(page)
  listenTo(page)
})

it('an action is planned, found late, and goes on in the plan of the next year with its days moved', async () => {
  await page.goto(`${desk.origin()}/admin/handleplaner`)
  await page.getByRole('link', { name: 'Handleplan 2026' }).click()
  await page.getByRole('heading', { level: 1, name: 'Handleplan 2026' }).waitFor()
  await audit(page)
  await page.getByRole('link', { name: 'Ny indsats' }).click()
  await page.getByLabel('Overskrift, dansk').fill('Kor på havnen')
  await page.getByRole('button', { name: 'Læg indsatsen i planen' }).click()
  await page.getByText('Skal udfyldes.').first().waitFor()
  await audit(page)
  await page.getByLabel('Beskrivelse, dansk').fill('Alle kan synge med hver onsdag.')
  await page.getByLabel('Ansvarlig, dansk').fill('Center for Kultur')
  await page.getByLabel('Begynder').fill('2026-02-01')
  await page.getByLabel('Slutter').fill('2026-12-31')
  await page.getByRole('button', { name: 'Tilføj milepæl' }).click()
  await page.getByLabel('Milepæl 1, dansk').fill('Første onsdag')
  await page.getByLabel('Dato').fill('2026-03-01')
  await find(page, 'Indikatorer, den skal flytte', 'Elevtrivsel')
  // A reload in the middle loses nothing.
  await page.reload()
  await page.getByText('Det, du skrev sidst og ikke gemte, er sat ind igen.').waitFor()
  expect(await page.getByLabel('Overskrift, dansk').inputValue()).toBe('Kor på havnen')
  await page.getByRole('button', { name: 'Læg indsatsen i planen' }).click()
  await said(page, 'Kor på havnen er lagt i planen.')

  // What is late is seen, and filtered for.
  await page.getByText('Kun med overskredne milepæle').click()
  const row = page.getByRole('row', { name: /Kor på havnen/ })
  await row.getByText('1 milepæl er overskredet').waitFor()

  await page.goto(`${desk.origin()}/admin/handleplaner`)
  const newest = page.getByRole('rowheader').first()
  const name = await newest.innerText()
  if (name !== 'Handleplan 2026') {
    // The demonstration has a plan of the year after already.
    await newest.getByRole('link').click()
    await page.getByRole('button', { name: 'Slet planen' }).click()
    await said(page, `${name} er slettet.`)
  }
  await page.goto(`${desk.origin()}/admin/handleplaner/2026`)
  await page.getByRole('button', { name: 'Rul over til 2027' }).click()
  await page.getByText(/Kor på havnen 1\. februar 2027 – 31\. december 2027/).waitFor()
  await audit(page)
  await page.getByRole('button', { name: 'Lav handleplanen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Handleplan 2027' }).waitFor()
  await page.getByRole('link', { name: 'Kor på havnen' }).click()
  await page.getByText('Fortsætter fra 2026').waitFor()
  expect(await page.getByLabel('Dato').inputValue()).toBe('2027-03-01')
  await page.goto(`${desk.origin()}/admin/handleplaner/2026`)
  await row.getByRole('link', { name: 'Fortsætter i 2027' }).waitFor()
  expect(complaints).toEqual([])
})

it('ideas come from a file that is tried first, and one is followed to what came of it', async () => {
  const [wrong, right] = [join(desk.folder, 'forkert.csv'), join(desk.folder, 'ideer.csv')]
  writeFileSync(wrong, 'Titel;Tema;Sted;Dato;Mål\nStemmebus;Demokrati;Torvet;i går;1.1\n')
  writeFileSync(
    right,
    'Titel;Tema;Sted;Dato;Mål\nKor ved vandet;Kultur;Torvet;14.3.2026;1.1\nBænke;Byen;Torvet;1.4.2026;\n',
  )
  await page.goto(`${desk.origin()}/admin/ideer`)
  await page.getByRole('heading', { level: 1, name: 'Idéer' }).waitFor()
  await audit(page)
  await page.getByRole('link', { name: 'Indlæs fra fil' }).click()
  await page.locator('input[type=file]').setInputFiles(wrong)
  await page.getByText(/Række 2/).waitFor()
  // The browser itself notes every answer that is no success.
  expect(complaints.splice(0).every((one) => one.includes('422'))).toBe(true)
  await audit(page)
  await page.locator('input[type=file]').setInputFiles(right)
  await page.getByText('2 nye idéer.').waitFor()
  await page.getByRole('button', { name: 'Indlæs idéerne' }).click()
  await said(page, '2 idéer er indlæst.')
  await page.getByLabel('Søg', { exact: true }).fill('kor ved')
  await page.getByText(/^1 af/).waitFor()
  await page.getByRole('link', { name: 'Kor ved vandet' }).click()
  await find(page, 'Indsatser, der tog den op', 'Kor på havnen')
  await save(page)
  await said(page, /Idéen er gemt/)
  const timeline = page.getByRole('region', { name: 'Forløb' })
  await timeline.getByText('Sagt: Torvet').waitFor()
  await timeline
    .getByRole('link', { name: /Taget op: Kor på havnen/ })
    .first()
    .waitFor()
  await audit(page)
  expect(complaints).toEqual([])
})

it('a meeting is prepared, put in order by keyboard, shared by link, and its decision followed up', async () => {
  await page.goto(`${desk.origin()}/admin/nyt-moede`)
  await page.getByLabel('Udvalg', { exact: true }).fill('Kulturudvalget')
  await page.getByLabel('Dato').fill('2026-12-10')
  await audit(page)
  await page.getByRole('button', { name: 'Lav mødet' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kulturudvalget, 10. december 2026' }).waitFor()
  await page.getByText('Dagsordenen er tom.').waitFor()
  for (const sought of ['1.1', '2.2', 'Elevtrivsel', 'Handleplan 2026']) {
    await find(page, 'Læg på dagsordenen', sought)
    await said(page, /er lagt på dagsordenen/)
    await page.getByRole('button', { name: 'Luk meddelelsen' }).first().click()
  }
  await page.getByLabel('Punktets overskrift').fill('Eventuelt')
  await page.keyboard.press('Enter')
  const lines = page.getByRole('grid', { name: 'Dagsorden' }).getByRole('row')
  await lines.nth(4).getByText('Eventuelt').waitFor()
  await audit(page)

  // By keyboard, the last is taken up; it can be undone.
  const up = page.getByRole('button', { name: 'Flyt Eventuelt op' })
  await up.focus()
  await page.keyboard.press('Enter')
  await lines.nth(3).getByText('Eventuelt').waitFor()
  await page.getByRole('button', { name: 'Fortryd' }).last().click()
  await lines.nth(4).getByText('Eventuelt').waitFor()

  // One item is closed; the meeting is shared by its link without it.
  const meeting = page.url()
  await page.getByRole('link', { name: 'Eventuelt' }).click()
  await page.getByText('Lukket punkt: er ikke med').click()
  await save(page)
  await said(page, /Punktet er gemt/)
  await page.goto(meeting)
  await lines.nth(4).getByText('Lukket').waitFor()
  await page.getByRole('button', { name: 'Del mødet' }).click()
  await page.getByText('4 punkter bliver vist.').waitFor()
  await page.getByText('1 lukket punkt bliver ikke vist.').waitFor()
  await audit(page)
  await page.getByRole('alertdialog').getByLabel('Sidste dag, det vises').fill('2099-12-31')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Del mødet' }).click()
  await page.getByText('Vises til og med 31. december 2099.').waitFor()
  const link = (await page.getByRole('link', { name: 'På tablet' }).getAttribute('href')) ?? ''
  const reader = await desk.newPage()
  expect((await reader.goto(link))?.status()).toBe(200)
  expect(await reader.locator('main').innerText()).not.toContain('Eventuelt')
  await audit(page)

  // Decided, and followed up until it is done.
  await lines.nth(1).getByRole('link').click()
  await page.getByLabel('Beslutning', { exact: true }).fill('At brevet gentages.')
  await page.getByLabel('Hvem gør det').fill('Center for Kultur')
  await page.getByLabel('Senest').fill('2026-06-01')
  await save(page)
  await said(page, /Punktet er gemt/)
  await audit(page)
  await page.goto(`${desk.origin()}/admin/beslutninger`)
  await page.getByText('Kun dem, der mangler noget').click()
  const decided = page.getByRole('row', { name: /At brevet gentages/ })
  await decided.getByText('Overskredet').waitFor()
  await audit(page)
  await decided.getByRole('button', { name: /Følg op/ }).click()
  await page.getByText('Gjort', { exact: true }).click()
  await page.getByLabel('Hvad der blev af det').fill('Brevet er sendt.')
  await audit(page)
  await page.getByRole('button', { name: 'Gem opfølgningen' }).click()
  await page.getByText('Ingen beslutninger.').waitFor()

  // Shared no more: the link opens nothing.
  await page.goto(meeting)
  await page.getByText('Mødet er ændret, siden det blev delt.').waitFor()
  await page.getByRole('button', { name: 'Del ikke mere' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Del ikke mere' }).click()
  await page.getByText('Mødet er en kladde.').waitFor()
  expect((await reader.goto(link))?.status()).toBe(404)
  await reader.context().close()
  expect(complaints).toEqual([])
})

it('two who write in the same item keep what each wrote; only the same field is asked about', async () => {
  await page.goto(`${desk.origin()}/admin/moeder`)
  await page.getByRole('link', { name: 'Kulturudvalget, 10. december 2026' }).click()
  await page.getByRole('grid', { name: 'Dagsorden' }).getByRole('row').first().getByRole('link').click()
  await page.getByLabel('Sagen i få ord').waitFor()
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.getByLabel('Sagen i få ord').fill('Sagen, som den anden skrev den.')
  await page.getByLabel('Indstilling').fill('at udvalget drøfter deltagelsen')
  // What is kept on the device belongs to both windows of one person: the other is saved as from another machine.
  await save(other)
  await said(other, /Punktet er gemt/)
  await page.getByLabel('Indstilling').fill('at udvalget drøfter valget')
  await save(page)
  await said(page, /Punktet er gemt/)
  expect(await page.getByLabel('Sagen i få ord').inputValue()).toBe('Sagen, som den anden skrev den.')

  await other.reload()
  await other.getByLabel('Indstilling').fill('at status tages til efterretning')
  await page.getByLabel('Indstilling').fill('at sagen sendes i høring')
  await save(other)
  await said(other, /Punktet er gemt/)
  await save(page)
  await page.getByText('En anden har ændret det samme felt imens.').waitFor()
  await audit(page)
  await page.getByRole('button', { name: 'Tag den andens' }).click()
  expect(await page.getByLabel('Indstilling').inputValue()).toBe('at status tages til efterretning')
  expect(complaints.splice(0).every((one) => one.includes('412'))).toBe(true)
})
