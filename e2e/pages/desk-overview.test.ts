import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pejling } from '../product/command-line.ts'
import { audit, overflow, useDesk } from './desk-site.ts'

/* The first page of the desk, the list of figures, search, and the lists that indicators choose from. */

const desk = useDesk()
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  page = await desk.newPage()
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.origin())) complaints.push(request.url())
  })
  await desk.signInFirst(page)
})
afterAll(() => page.context().close())
afterEach(() => {
  // What the browser complained of fails the test that was running.
  if (complaints.length > 0) throw new Error(complaints.splice(0).join('\n'))
})

const go = async (path: string): Promise<void> => {
  await page.goto(desk.origin() + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

describe('the first page', () => {
  it('says what drafts would change, and leads to publishing', async () => {
    const file = join(desk.folder, 'nye-tal.csv')
    writeFileSync(file, 'area,period,value,status\n217,2025,71.5,P\n')
    const imported = await pejling(['import', file, '--indicator', 'beskaeftigelsesfrekvens', '--demo'], desk.folder)
    expect(imported.code, imported.output).toBe(0)
    await go('/admin')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('1 ændring venter på at blive udgivet')
    expect(await page.getByRole('link', { name: 'Udgiv 1 ændring …' }).getAttribute('href')).toBe('/admin/udgiv')
    await audit(page)
  })

  it('shows every indicator year by year, and each cell leads to where it is mended', async () => {
    const row = page.getByRole('row', { name: /^Beskæftigelsesfrekvens/ }).first()
    const draft = row.getByRole('link', { name: 'kladde 2025' })
    expect(await draft.getAttribute('href')).toBe('/admin/tal/beskaeftigelsesfrekvens?periode=2025')
    await page
      .getByRole('button', { name: /^Gruppér/ })
      .or(page.getByLabel('Gruppér'))
      .first()
      .click()
    await page.getByRole('option', { name: 'efter navn' }).click()
    await page.waitForURL(/orden=navn/)
    expect(await page.locator('th.group').count()).toBe(0)
  })

  it('fits a tablet held upright', async () => {
    await page.setViewportSize({ width: 820, height: 1180 })
    expect(await overflow(page)).toBe(0)
    await audit(page)
    await page.setViewportSize({ width: 1280, height: 900 })
  })
})

describe('the list of figures', () => {
  it('is searched, filtered and sorted, and each view has an address', async () => {
    await go('/admin/tal')
    await audit(page)
    await page.getByLabel('Find indikator').fill('valgdelt')
    await page.waitForURL(/soeg=valgdelt/)
    await page.reload()
    await page.getByRole('link', { name: 'Valgdeltagelse ved kommunalvalg', exact: true }).waitFor()
    expect(await page.getByLabel('Find indikator').inputValue()).toBe('valgdelt')
    await page.getByLabel('Find indikator').fill('findes slet ikke')
    await page.getByText('Ingen indikatorer passer').waitFor()
    await page.getByRole('button', { name: 'Vis alle' }).click()
    await page.getByRole('button', { name: 'Kladder' }).click()
    await page.waitForURL(/orden=drafts/)
    expect(await page.getByRole('rowheader').first().innerText()).toContain('Beskæftigelsesfrekvens')
  })
})

describe('search', () => {
  it('is open by Ctrl+K from anywhere, finds by words, and goes there by keyboard', async () => {
    await go('/admin')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Søg og gå til' }).waitFor()
    await page.keyboard.type('elevtrivsel')
    await page.getByRole('option', { name: /^Elevtrivsel/ }).waitFor()
    await audit(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/admin\/tal\/elevtrivsel/)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Elevtrivsel')
  })
})

describe('a list', () => {
  it('takes something new, which is kept while it is typed, and can be undone from the message', async () => {
    await go('/admin/lister')
    await audit(page)
    await page.getByRole('link', { name: 'Opdelinger' }).click()
    await page.getByRole('link', { name: 'Ny opdeling' }).click()
    await page.getByLabel('Navn, dansk').fill('Boligform')
    await page.reload()
    await page.getByText('Det, du skrev sidst og ikke gemte, er sat ind igen.').waitFor()
    expect(await page.getByLabel('Navn, dansk').inputValue()).toBe('Boligform')
    expect(await page.getByLabel('Navn i adresser').inputValue()).toBe('boligform')
    await page.getByLabel('Navn, engelsk').fill('Housing')
    await page.getByRole('button', { name: 'Tilføj gruppe' }).click()
    await page.getByLabel('Navn, dansk').nth(1).fill('Ejer')
    await page.getByLabel('Navn, engelsk').nth(1).fill('Owner')
    await audit(page)
    await page.keyboard.press('Control+s')
    await page.waitForURL(/opdelinger\/boligform$/)
    await page.getByText('Gemt.').waitFor()
    await page.getByRole('button', { name: 'Slet' }).click()
    await page.getByText('“Boligform” er slettet.').waitFor()
    await page.getByRole('listitem').filter({ hasText: 'er slettet' }).getByRole('button', { name: 'Fortryd' }).click()
    await page.getByText('Fortrudt.').waitFor()
    await page.getByRole('link', { name: 'Boligform' }).waitFor()
  })

  it('deletes nothing that something uses, and says what does', async () => {
    await go('/admin/lister/opdelinger/alder')
    await page.getByRole('button', { name: 'Slet' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').getByRole('listitem').count()).toBeGreaterThan(0)
    // Browsers mention every refusal.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('409')])
    await audit(page)
  })

  it('merges what two people save, and asks only about the field both have changed', async () => {
    const other = await desk.newPage()
    await desk.signIn(other)
    await go('/admin/lister/opdelinger/boligform')
    await other.goto(`${desk.origin()}/admin/lister/opdelinger/boligform`)
    await other.getByLabel('Navn, engelsk').first().fill('Tenure')
    await other.getByRole('button', { name: 'Gem' }).click()
    await other.getByText('Gemt.').waitFor()
    await page.getByLabel('Navn, dansk').first().fill('Ejerform')
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    await page.getByText('Gemt.').waitFor()
    await page.reload()
    await page.getByLabel('Navn, dansk').first().waitFor()
    expect(await page.getByLabel('Navn, dansk').first().inputValue()).toBe('Ejerform')
    expect(await page.getByLabel('Navn, engelsk').first().inputValue()).toBe('Tenure')
    await other.context().close()
    complaints.splice(0)
  })
})

describe('the site', () => {
  it('checks colours while they are typed', async () => {
    await go('/admin/hjemmeside')
    await audit(page)
    await page.getByText('Brug egne farver').click()
    await page.getByLabel('Tekst og streger').fill('#eeeeee')
    await page.getByText(/Teksten står for svagt på bunden/).waitFor()
    await audit(page)
    await page.getByRole('button', { name: 'Kassér ændringer' }).click()
    expect(await page.getByLabel('Tekst og streger').count()).toBe(0)
  })
})
