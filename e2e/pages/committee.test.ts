import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { audit, useDesk } from './desk-site.ts'

/* A committee from one year to the next: a meeting is prepared, shared, shown and decided, and its decision comes up again. */

const desk = useDesk()

/** Complaints of the console, which there must be none of. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', ({ message }) => complaints.push(message))
  return complaints
}

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Gem', exact: true }).click()

/** Makes a meeting from the page of committees and stands on its page. */
async function makeMeeting(page: Page, committee: string, date: string): Promise<void> {
  await page.goto(`${desk.origin()}/admin/udvalg`)
  await page.getByRole('link', { name: 'Nyt møde' }).click()
  await page.getByLabel('Udvalg', { exact: true }).fill(committee)
  await page.getByLabel('Dato').fill(date)
  await save(page)
  await page.goto(`${desk.origin()}/admin/udvalg`)
  await page.getByRole('link', { name: new RegExp(`^${committee}, .*${date.slice(0, 4)}$`) }).click()
}

/** Adds an item from the page of a meeting and stands there again. */
async function addItem(page: Page, subject: string, texts: Readonly<Record<string, string>>): Promise<void> {
  const meeting = page.url()
  await page.getByRole('link', { name: 'Nyt punkt' }).click()
  await page.getByLabel('Hvad punktet handler om').selectOption(subject)
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label).fill(text)
  await save(page)
  await page.goto(meeting)
}

it('a meeting is prepared, shared, shown, decided, and its decision found the year after', async () => {
  const page = await desk.newPage()
  const complaints = complaintsOf(page)
  await desk.signInFirst(page)

  // Prepared: no one else sees it.
  await makeMeeting(page, 'Kulturudvalget', '2026-12-10')
  await addItem(page, 'goal 2.2', {
    'Sagen i få ord': 'Valget viste forskelle mellem distrikterne.',
    Indstilling: 'at udvalget drøfter deltagelsen',
    'Talerens egne noter': 'Husk tallene fra 2021',
  })
  await addItem(page, 'goal 1.1', { Indstilling: 'at status tages til efterretning' })
  await audit(page)
  const meeting = page.url()
  const address = `${desk.origin()}/moede/${meeting.split('/').at(-1)}`
  const reader = await desk.newPage({ viewport: { width: 820, height: 1180 } })
  expect((await reader.goto(address))?.status()).toBe(404)

  // Shared by its link: seen by those who have it.
  await page.getByRole('button', { name: 'Del med et link' }).click()
  const link = (await page.getByRole('link', { name: 'Mødet', exact: true }).getAttribute('href')) ?? ''
  expect(link).toMatch(/\?noegle=[\w-]{20,}$/)
  expect((await reader.goto(address))?.status()).toBe(404)
  expect((await reader.goto(new URL(link, address).href))?.status()).toBe(200)
  const words = await reader.locator('main').innerText()
  expect(words).toContain('at udvalget drøfter deltagelsen')
  expect(words).not.toContain('Husk tallene')

  // Shown: the notes in their own window follow the wall, and turn it.
  await page.getByRole('link', { name: 'Talerens noter' }).click()
  await page.getByText('Husk tallene fra 2021').waitFor()
  const wall = await page.context().newPage()
  const onTheWall = complaintsOf(wall)
  await wall.setViewportSize({ width: 1920, height: 1080 })
  await wall.goto(new URL(link.replace('?', '/praesentation?'), address).href)
  await wall.keyboard.press('2')
  await wall.keyboard.press('Enter')
  const current = page.locator('[aria-current="true"]')
  await current.filter({ hasText: /^2 / }).waitFor()
  await page.keyboard.press('ArrowLeft')
  await current.filter({ hasText: /^1 / }).waitFor()
  expect(wall.url()).toContain('#punkt-2-2')
  expect(await page.locator('[data-clock]').innerText()).toMatch(/^\d\d\.\d\d$/)
  await audit(page)
  expect(onTheWall).toEqual([])
  await wall.close()

  // Decided, and made public with what was decided.
  await page.goto(meeting)
  await page.getByRole('link', { name: /høj valgdeltagelse/ }).click()
  await page.getByLabel('Hvad der blev sagt').fill('Udvalget spurgte til de unge.')
  await page.getByLabel('Beslutning').fill('At brevet til førstegangsvælgere gentages.')
  await save(page)
  await page.goto(meeting)
  await page.getByText('Mødet er rettet, siden det blev delt').waitFor()
  expect((await reader.reload()) && (await reader.locator('main').innerText())).not.toContain('førstegangsvælgere')
  await page.getByRole('button', { name: 'Gør det offentligt' }).click()
  expect((await reader.goto(address))?.status()).toBe(200)
  expect(await reader.locator('main').innerText()).toContain('At brevet til førstegangsvælgere gentages.')

  // The year after: at the next meeting, and on the goal itself.
  await makeMeeting(page, 'Kulturudvalget', '2027-12-09')
  await addItem(page, 'goal 2.2', {})
  await page.getByRole('button', { name: 'Gør det offentligt' }).click()
  await reader.goto(`${desk.origin()}/moeder`)
  await reader.getByRole('link', { name: 'Kulturudvalget, 9. december 2027' }).click()
  await reader.locator('.agenda a').first().click()
  const next = await reader.locator('.screen:target').innerText()
  expect(next).toContain('besluttet 10. december 2026: At brevet til førstegangsvælgere gentages.')
  await page.goto(`${desk.origin()}/admin/udgiv`)
  await page.getByLabel('Titel på dansk').fill('Efter mødet')
  await page.getByLabel('Titel på engelsk').fill('After the meeting')
  await page.getByRole('button', { name: 'Se, hvad der kommer ud' }).click()
  await page.getByRole('button', { name: 'Udgiv', exact: true }).click()
  await page
    .getByText(/Udgivelse 2/)
    .first()
    .waitFor()
  await reader.goto(`${desk.origin()}/maal/2.2`)
  const decided = await reader.locator('main').innerText()
  expect(decided).toContain('At brevet til førstegangsvælgere gentages.')
  expect(complaints).toEqual([])
  await Promise.all([page.context().close(), reader.context().close()])
})
