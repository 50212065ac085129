import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useSites } from './site.ts'

/* What a page does more once a reader turns to one of its parts. */

const { open } = useSites()
const address = '/indikator/valgdeltagelse-kv'
const chart = '.chart-place'
const tab = (page: Page, name: string) =>
  page.locator('.figure-choices .views').getByRole('link', { name, exact: true })
/** Waits until the part has been taken over: then choosing no longer loads the page. */
async function wake(page: Page): Promise<void> {
  await page.locator('.figure-choices .views').hover()
  await page.locator('[data-island="indicator"][data-awake]').waitFor()
}

describe('the figures of an indicator', () => {
  it('load nothing until a reader turns to them, and Recharts only for the chart', async () => {
    const { page, close } = await open('demonstration', address)
    const scripts: string[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.url())
    })
    expect(
      await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
    ).not.toContainEqual(expect.stringMatching(/island|explored/))
    await wake(page)
    expect(scripts.some((name) => name.includes('indicator-island'))).toBe(true)
    expect(scripts.some((name) => name.includes('explored'))).toBe(false)
    await page.locator(chart).hover()
    await page.locator('.explored').waitFor()
    expect(scripts.some((name) => name.includes('explored'))).toBe(true)
    await close()
  })

  it('compare the groups a reader chooses, one by one, by their distance and where they lie', async () => {
    const { page, close } = await open('demonstration', `${address}?opdeling=alder`)
    await wake(page)
    await page.getByRole('checkbox', { name: '75 år og derover' }).uncheck()
    await page.waitForURL(/grupper=18-29%2C30-44%2C45-59%2C60-74$/)
    expect(await page.locator('.island-indicator table').innerText()).not.toContain('75 år')
    await page.getByRole('link', { name: 'Hver for sig' }).click()
    await page.waitForURL(/figur=hver-for-sig/)
    expect(await page.locator('.panels li').count()).toBe(4)
    await page.getByRole('link', { name: 'Afstand' }).click()
    await page.locator('.groups-finding', { hasText: 'Fra den laveste gruppe' }).waitFor()
    expect(await page.locator('.island-indicator thead').innerText()).toContain('Afstand')
    await page.getByRole('link', { name: 'Seneste' }).click()
    await page.locator('.figure-dots').first().waitFor()
    const words = await page.locator('.island-indicator').innerText()
    await page.reload({ waitUntil: 'networkidle' })
    expect(await page.locator('.island-indicator').innerText()).toBe(words)
    await close()
  })

  it('follow a choice without loading the page; back, forward, reload and a shared address show the same', async () => {
    const { page, close } = await open('demonstration', address)
    await wake(page)
    await page.evaluate(() => Object.assign(globalThis, { stayed: true }))
    await tab(page, 'Valgsted').click()
    await page.waitForURL(/opdeling=valgsted$/)
    expect(await page.locator('.island-indicator table').innerText()).toContain('Valgsted Nord')
    await tab(page, 'Tabel').click()
    await page.waitForURL(/visning=tabel&opdeling=valgsted$/)
    expect(await page.locator('figure').count()).toBe(0)
    await page.goBack()
    await page.locator('figure').waitFor()
    expect(await tab(page, 'Valgsted').getAttribute('aria-current')).toBe('true')
    await page.goForward()
    await page.locator('figure').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => 'stayed' in globalThis)).toBe(true)
    const words = await page.locator('.island-indicator').innerText()
    await page.reload({ waitUntil: 'networkidle' })
    expect(await page.locator('.island-indicator').innerText()).toBe(words)
    expect(await page.locator('.site-header a[hreflang="en"]').getAttribute('href')).toContain('view=table')
    await close()
  })

  it('show a choice within a moment', async () => {
    const { page, close } = await open('demonstration', address)
    await wake(page)
    const took = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const began = performance.now()
          document.querySelector<HTMLElement>('.views li:last-child a')?.click()
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)))
        }),
    )
    expect(await page.locator('figure').count()).toBe(0)
    // A reader is promised a tenth of a second; a busy machine gets three.
    expect(took).toBeLessThan(300)
    await close()
  })

  it('take years and comparison from their fields', async () => {
    const { page, close } = await open('demonstration', address)
    await wake(page)
    await page.getByRole('combobox', { name: 'Fra', exact: true }).selectOption('2013')
    await page.waitForURL(/fra=2013/)
    expect(await page.locator('.island-indicator table').innerText()).not.toContain('2009')
    await page.getByRole('combobox', { name: 'Sammenlign med' }).selectOption('ingen')
    await page.waitForURL(/sammenlign=ingen/)
    await close()
  })

  it('are read point by point with a pointer', async () => {
    const { page, close } = await open('demonstration', address)
    await page.locator(chart).hover()
    await page.locator('.explored').hover({ position: { x: 100, y: 100 } })
    expect(await page.locator('.reading').innerText()).toMatch(/2005\s[\s\S]*\d\d,\d\s%[\s\S]*Hele landet\s*\d\d,\d\s%/)
    await close()
  })

  it('are read point by point with the keyboard, and said aloud', async () => {
    const { page, close } = await open('demonstration', `${address}?opdeling=valgsted`)
    const button = page.getByRole('button', { name: 'Se tallene i grafen' })
    await button.focus()
    await page.keyboard.press('Enter')
    const slider = page.getByRole('slider')
    await slider.waitFor()
    await expect.poll(() => slider.evaluate((element) => element === document.activeElement)).toBe(true)
    const said = () => slider.getAttribute('aria-valuetext')
    expect(await said()).toMatch(/^2025: Helsingør \d\d,\d\s%; Valgsted /)
    await page.keyboard.press('ArrowLeft')
    expect(await said()).toMatch(/^2021: /)
    await page.keyboard.press('Home')
    expect(await said()).toMatch(/^2005: /)
    await page.keyboard.press('ArrowDown')
    const first = await said()
    await page.keyboard.press('ArrowDown')
    expect(await said()).not.toBe(first)
    await page.keyboard.press('Escape')
    expect(await page.locator('.reading').count()).toBe(0)
    await close()
  })
})

describe('the search', () => {
  it('follows what is written, says how much it has found, and keeps it in the address', async () => {
    const { page, close } = await open('delivered', '/soeg')
    const field = page.getByRole('searchbox')
    await field.fill('hoej valgdelt')
    await page.locator('#found-goals').waitFor()
    expect(await page.locator('output').innerText()).toMatch(/for “hoej valgdelt”/)
    expect(page.url()).toContain('q=hoej')
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    await page
      .getByRole('link', { name: /valgdeltagelse for alle grupper/ })
      .first()
      .click()
    await page.waitForURL(/\/maal\/2\.2$/)
    await page.goBack()
    await page.locator('#found-goals').waitFor()
    await close()
  })
})
