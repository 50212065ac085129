import { afterAll, expect, it } from 'vitest'
import { catalogueTables } from '../../apps/api/src/intake/sources/catalogue-tables.fixture.ts'
import { deliveredFiles, wellRead } from '../../apps/api/src/data-folder/delivered.fixture.ts'
import {
  startStatbank,
  turnoutTable,
  type FakeStatbank,
  type FakeTable,
} from '../../apps/api/src/intake/sources/statbank.fixture.ts'
import { audit, overflow, useDesk } from './desk-site.ts'

/* Figures from StatBank Denmark, as an administrator fetches them: the real server, and a local one in place of the bank. */

let far: FakeStatbank
/** A table in which Helsingør's figure of 2025 has been corrected by a hundred votes. */
const corrected = (table: FakeTable): FakeTable => ({
  ...table,
  cells: (at) => {
    const cell = typeof table.cells === 'function' ? table.cells(at) : undefined
    return at.join(' ') === '217 AS 2025' && typeof cell === 'number' ? cell + 100 : cell
  },
})
const desk = useDesk(async () => {
  const tables = catalogueTables(wellRead(deliveredFiles))
  far = await startStatbank([...tables.map((table) => (table.id === 'KVRES' ? corrected(table) : table)), turnoutTable])
  return { PEJLING_STATBANK_URL: far.url, PEJLING_CSV_URL: `${far.url}/tal` }
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
  await page.getByText('Indikatoren er koblet til tabellen KVRES.').waitFor()
  await audit(page)
  expect(await overflow(page)).toBe(0)
  await page.getByRole('button', { name: 'Se, hvad det ville bringe' }).click()
  const preview = page.getByRole('region', { name: 'Det ville komme' })
  await preview.waitFor()
  expect(await preview.innerText()).toMatch(/\d+ nye tal, 1 rettede, \d+ de samme og nu direkte fra kilden/)
  await audit(page)
  await page.goto(`${desk.origin()}/admin/udgiv`)
  await page.getByText('Der er intet at udgive').waitFor()

  // Fetched on demand, it waits to be published; readers see what they saw.
  await page.goto(`${desk.origin()}/admin/kilde/valgdeltagelse-kv`)
  await page.getByRole('button', { name: 'Hent nu' }).click()
  await page.getByText('Der er hentet.').waitFor()
  await page.getByText(/^Hentet .* af Administrator: \d+ nye tal, 1 rettede/).waitFor()
  await page.getByRole('link', { name: 'Se forskellen, før det udgives.' }).click()
  await page.getByRole('heading', { name: /^Tal, der er rettet/ }).waitFor()
  expect(await page.locator('main').innerText()).toContain('Valgdeltagelse ved kommunalvalg')
  await page.goto(`${desk.origin()}/udgivelser`)
  expect(await page.locator('.release-list > li').count()).toBe(1)
  expect(complaints).toEqual([])
  await page.context().close()
})

it('what the source took back is listed and decided by an administrator, and not asked about again', async () => {
  const page = await desk.newPage({ viewport: { width: 360, height: 800 } })
  await desk.signIn(page)
  const table = far.tables.get('KVRES')
  if (!table) throw new Error('There is no such table')
  const variables = table.variables.map((one) => ({
    ...one,
    values: one.values.filter(({ id }) => id !== (one.time ? '2005' : '860')),
  }))
  far.tables.set('KVRES', { ...table, variables })
  await page.goto(`${desk.origin()}/admin/kilde/valgdeltagelse-kv`)
  await page.getByRole('button', { name: 'Hent nu' }).click()
  const questions = page.getByRole('region', { name: 'Kilden har ikke længere disse tal' })
  await questions.waitFor()
  await questions.getByLabel(/Hjørring, 18\. november 2025: /).waitFor()
  await audit(page)
  expect(await overflow(page)).toBe(0)

  // One is kept, the others are removed, and wait to be published.
  const boxes = questions.getByRole('checkbox')
  const count = await boxes.count()
  for (let at = 1; at < count; at += 1) await boxes.nth(at).uncheck()
  const kept = (await questions.getByRole('listitem').first().innerText()).trim()
  await questions.getByRole('button', { name: 'Behold de valgte' }).click()
  await page.getByText('Der er taget stilling, og det huskes.').waitFor()
  expect(await questions.getByRole('checkbox').count()).toBe(count - 1)
  expect(await questions.innerText()).not.toContain(kept)
  await questions.getByRole('button', { name: 'Fjern de valgte' }).click()
  await page.getByText('Der er taget stilling, og det huskes.').waitFor()
  expect(await questions.count()).toBe(0)

  // The next fetch has nothing to ask.
  await page.getByRole('button', { name: 'Hent nu' }).click()
  await page.getByText('Der er hentet.').waitFor()
  expect(await questions.count()).toBe(0)
  far.tables.set('KVRES', table)
  await page.context().close()
})

it('a table is found, picked, narrowed down and said what it becomes, by keyboard alone', async () => {
  const page = await desk.newPage({ viewport: { width: 1280, height: 800 } })
  await desk.signIn(page)
  await page.goto(`${desk.origin()}/admin/kilde/unge-blandt-deltagere`)
  await page.getByText('Indikatoren er ikke koblet til nogen tabel.').waitFor()
  await page.getByLabel('Ord, tabelnummer eller fil').focus()
  await page.keyboard.type('befolkningen herkomst folk1e')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /^FOLK1E: Befolkningen/ }).focus()
  await page.keyboard.press('Enter')
  const age = page.getByRole('group', { name: 'alder' })
  expect(await age.getByLabel('Er for indikatoren').inputValue()).toBe('fixed')

  // Said first: a value in relation to nothing.
  expect(await page.getByRole('group', { name: 'I forhold til' }).count()).toBe(0)

  // A list of 127 values is narrowed down by what is typed; what is chosen stays in sight.
  const ages = age.getByRole('group', { name: 'Værdier, der hentes' })
  await ages.getByLabel('Find i listen: Værdier, der hentes').focus()
  await page.keyboard.type('125 år')
  expect((await ages.getByRole('listitem').allInnerTexts()).map((text) => text.trim())).toEqual([
    'IALT Alder i alt',
    '125 125 år',
  ])
  await ages.getByLabel('IALT Alder i alt').focus()
  await page.keyboard.press('Space')
  await ages.getByLabel('125 125 år').focus()
  await page.keyboard.press('Space')

  // A share of the whole needs no more than saying so.
  expect(await age.getByRole('group', { name: 'I forhold til' }).isVisible()).toBe(false)
  await page.getByLabel('værdien i tabellen').focus()
  await page.keyboard.press('ArrowDown')
  expect(await age.getByRole('group', { name: 'I forhold til' }).isVisible()).toBe(true)
  const time = page.getByRole('group', { name: 'tid', exact: true })
  const times = time.getByRole('group', { name: 'Værdier, der hentes' })
  await times.getByLabel('2022K1').check()
  await audit(page)
  expect(await overflow(page)).toBe(0)
  await page.getByRole('button', { name: 'Se, hvad det ville bringe' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(/gav ingen tal, indikatoren kan bruge/).waitFor()
  expect(await ages.getByLabel('125 125 år').isChecked()).toBe(true)
  await page.context().close()
})

it('works the same without a script', async () => {
  const page = await desk.newPage({ viewport: { width: 768, height: 800 }, javaScriptEnabled: false })
  await desk.signIn(page)
  await page.goto(`${desk.origin()}/admin/kilde/elevtrivsel?kilde=statbank&tabel=LABY08`)
  const area = page.getByRole('group', { name: 'KOMGRP: kommunegruppe' })
  expect(await area.getByLabel('Er for indikatoren').inputValue()).toBe('area')
  expect(await overflow(page)).toBe(0)
  const values = area.getByRole('group', { name: 'Værdier, der hentes' })
  await values.getByLabel('217 Helsingør').uncheck()
  await values.getByLabel('000 Hele landet').uncheck()
  await page.getByRole('button', { name: 'Gem' }).click()
  await page.getByText('Vælg mindst én værdi af KOMGRP.').waitFor()
  await values.getByLabel('217 Helsingør').check()
  await page.getByLabel('forholdet mellem to valg').check()
  await page.getByRole('button', { name: 'Gem' }).click()
  await page.getByText('Vælg ved en af de fastlagte variable, hvad tallet er i forhold til.').waitFor()
  await page.getByLabel('værdien i tabellen').check()
  await page.getByRole('button', { name: 'Gem' }).click()
  await page.getByText('Koblingen er gemt.').waitFor()
  await page.getByText('Indikatoren er koblet til tabellen LABY08.').waitFor()

  // What another source says no to is told, and the page can be used on.
  await page.getByLabel(/CSV-filer under/).check()
  await page.getByLabel('Ord, tabelnummer eller fil').fill('2026/tal.csv')
  await page.getByRole('button', { name: 'Find en tabel' }).click()
  await page.getByText(/siger nej \(404\)/).waitFor()
  await page.context().close()
})
