import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useSites } from './site.ts'

/* What pages of the server do where no script is there to do it. */

const { open } = useSites()
const address = '/indikator/valgdeltagelse-kv'
const tab = (page: Page, name: string) =>
  page.locator('.figure-choices .views').getByRole('link', { name, exact: true })

describe('a page of the server, without a script', () => {
  it('takes years from their fields', async () => {
    const { page, close } = await open('demonstration', address, { javaScriptEnabled: false })
    await page.getByRole('combobox', { name: 'Fra', exact: true }).selectOption('2013')
    await page.getByRole('button', { name: 'Vis', exact: true }).click()
    await page.waitForURL(/fra=2013/)
    expect(await page.locator('.island-indicator table').innerText()).not.toContain('2009')
    await close()
  })

  it('takes groups from their form', async () => {
    const { page, close } = await open('demonstration', `${address}?opdeling=alder`, { javaScriptEnabled: false })
    await page.getByRole('checkbox', { name: '18–29 år' }).uncheck()
    await page.getByRole('button', { name: 'Vis', exact: true }).click()
    await page.waitForURL(/grupper=30-44&grupper=45-59/)
    expect(await page.locator('.island-indicator table').innerText()).not.toContain('18–29')
    await close()
  })

  it('goes on by its links where the script cannot have its data', async () => {
    const { page } = await open('demonstration', address)
    await page.route('**/api/**', (route) => route.abort())
    await page.locator('.figure-choices .views').hover()
    await tab(page, 'Tabel').click()
    await page.waitForURL(/visning=tabel/)
    expect(await page.locator('.island-indicator table').innerText()).toMatch(/18\. november 2025\s+\d\d,\d\s/)
    // The request that was cut off is all the console may speak of.
    await page.context().close()
  })

  it('searches by a form', async () => {
    const { page, close } = await open('delivered', '/en/search', { javaScriptEnabled: false })
    await page.getByRole('searchbox').fill('turnout')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=turnout/)
    expect(await page.locator('output').innerText()).toMatch(/match/)
    await close()
  })
})
