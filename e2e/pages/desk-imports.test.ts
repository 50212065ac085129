import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit, overflow, useDesk } from './desk-site.ts'

/* A file of figures on its way in: sent, understood, looked at, written, and undone. */

const desk = useDesk()
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  page = await desk.newPage()
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await desk.signInFirst(page)
})
afterAll(() => page.context().close())

const send = async (name: string, content: string): Promise<void> => {
  await page.goto(`${desk.origin()}/admin/indlaes?indikator=beskaeftigelsesfrekvens`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content, 'utf8') })
  await page.waitForURL(/indlaes\/\d+/)
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

describe('a file', () => {
  it('is sent for an indicator that is found by its name', async () => {
    await page.goto(`${desk.origin()}/admin/indlaes`)
    await page.getByText('Ingen filer endnu.').waitFor()
    await audit(page)
    await page.getByRole('combobox', { name: 'Hvilken indikator handler filen om?' }).fill('Beskæftigelsesfr')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/indikator=/)
    expect(page.url()).toContain('indikator=beskaeftigelsesfrekvens')
  })

  it('shows cell by cell what it changes, is written, and undone', async () => {
    await send('nye-tal.csv', 'Område;Periode;Tal\nHelsingør;2025;71,5\nHelsingør;2024;højt\n')
    await page.goto(`${page.url().split('?')[0]}?trin=kolonner`)
    await page
      .getByRole('row', { name: /Periode/ })
      .getByText('2025 · 2024')
      .waitFor()
    await audit(page)
    await page.reload()
    await page.getByRole('button', { name: 'Fortsæt: se, hvad der ændres' }).click()
    await page.waitForURL(/trin=aendringer/)
    await page.reload()
    expect(await page.locator('main strong').first().innerText()).toMatch(/^1 nye, 0 rettede, 0 uændrede, 1 afviste$/)
    await page.getByRole('row', { name: /^C2 Nyt/ }).waitFor()
    await audit(page)
    await page.setViewportSize({ width: 820, height: 1180 })
    expect(await overflow(page)).toBe(0)
    await page.setViewportSize({ width: 1280, height: 900 })
    const write = page.getByRole('button', { name: 'Indlæs tallene' })
    expect(await write.isDisabled()).toBe(true)
    await page.getByText('Indlæs resten uden de 1 afviste').click()
    await write.click()
    await page.getByRole('heading', { name: 'nye-tal.csv er indlæst.' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'nye-tal.csv er indlæst.' }).waitFor()
    await audit(page)
    await page.getByRole('button', { name: /^Fortryd indlæsningen/ }).click()
    await page.getByText('Indlæsningen af nye-tal.csv er fortrudt.').waitFor()
  })

  it('that has written nothing is deleted after a question', async () => {
    await send('forkert.csv', 'Område;Periode;Tal\nHelsingør;2025;70,5\n')
    await page.goto(`${desk.origin()}/admin/indlaes`)
    await page.getByRole('button', { name: 'Slet: forkert.csv' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Slet' }).click()
    await page.getByText('forkert.csv er slettet.').waitFor()
    expect(await page.getByRole('link', { name: 'forkert.csv' }).count()).toBe(0)
  })

  it('leaves no complaint on the console', () => {
    expect(complaints).toEqual([])
  })
})
