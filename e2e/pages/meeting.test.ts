import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useSites } from './site.ts'

/* A meeting of the demonstration set as the committee gets it. */

const { open } = useSites()

const slug = 'demonstrationsudvalget-2026-12-03'
const danish = [`/moede/${slug}`, `/moede/${slug}/praesentation`, `/moede/${slug}/bilag`]
const all = [...danish, `/en/meeting/${slug}`, `/en/meeting/${slug}/slides`, `/en/meeting/${slug}/appendix`]

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const violations = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
  )

describe('a meeting', () => {
  it.each(all)('passes axe, light and dark, and fits a phone (%s)', async (address) => {
    const { page, close } = await open('demonstration', address)
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await close()
  })

  it.each(danish)('is whole without a script (%s)', async (address) => {
    const { page, close } = await open('demonstration', address, { javaScriptEnabled: false })
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('main').innerText()).toContain('Siden mødet 3. december 2025')
    await close()
  })

  it('is found in the list of meetings, and read item by item from the agenda', async () => {
    const { page, close } = await open('demonstration', '/moeder', { viewport: { width: 820, height: 1180 } })
    await page.getByRole('link', { name: /Demonstrationsudvalget, 3\. december 2026/ }).click()
    await page.locator('.agenda a').first().click()
    const first = page.locator('.screen:target')
    expect(await first.locator('h2').innerText()).not.toBe('')
    expect(await page.locator('.screen figure svg:visible').count()).toBeGreaterThan(0)
    const next = first.getByRole('link', { name: 'Næste' })
    expect((await next.boundingBox())?.height).toBeGreaterThanOrEqual(48)
    const before = page.url()
    await next.click()
    expect(page.url()).not.toBe(before)
    expect(await page.locator('.screen:target').count()).toBe(1)
    await close()
  })

  it('is printed with a cover, its contents, and every item on a page of its own, in the language of the meeting', async () => {
    const { page, close } = await open('demonstration', `/moede/${slug}/bilag`)
    const items = await page.locator('.appendix-item').count()
    const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })).toString('latin1')
    expect(pdf).toContain('/Lang (da)')
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf.length).toBeLessThan(2_000_000)
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(items + 2)
    await close()
  })
})
