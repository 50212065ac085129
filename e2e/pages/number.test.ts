import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { audit, overflow, useDesk } from './desk-site.ts'

const desk = useDesk()
const phone = { width: 390, height: 780 }

/** The address of the one figure that a reminder asks for, as the desk shows it to be copied where there is no mail server. */
async function askedAddress(page: Page): Promise<string> {
  await page.goto(`${desk.origin()}/admin/fordeling`)
  await page.locator('thead .tick').click()
  await page.getByLabel(/^Indberetter: \d+ valgt$/).selectOption({ label: 'Administrator' })
  await page.getByRole('button', { name: 'Brug for de valgte' }).click()
  await page.getByText(/Fordelingen af \d+ indikatorer er gemt/).waitFor()
  await page.goto(`${desk.origin()}/admin/paamindelser`)
  await page
    .getByRole('button', { name: /^Se mailen om / })
    .first()
    .click()
  await page.locator('pre.mail').first().waitFor()
  await audit(page)
  await page.getByRole('button', { name: 'Send nu' }).click()
  await page.locator('pre.mail', { hasText: '/indberet/' }).first().waitFor()
  const text = (await page.locator('pre.mail').first().textContent()) ?? ''
  return new URL(/\/indberet\/[\w-]+/.exec(text)?.[0] ?? '/', desk.origin()).href
}

it('takes one number from a phone without an account, with a receipt, and lets it be corrected', async () => {
  const clerk = await desk.newPage()
  await desk.signInFirst(clerk)
  const address = await askedAddress(clerk)
  for (const [javaScriptEnabled, figure] of [
    [true, '17'],
    [false, '18'],
  ] as const) {
    const page = await desk.newPage({ viewport: phone, javaScriptEnabled })
    await page.goto(address)
    await page.locator('#value').fill('hvad')
    await page.getByRole('button', { name: /Send|Ret tallet/ }).click()
    await page.getByText('Skriv et tal').waitFor()
    await page.locator('#value').fill(figure)
    await page.getByRole('button', { name: /Send|Ret tallet/ }).click()
    await page.getByText(`Tak. Tallet er sendt: ${figure}`).waitFor()
  }
  const reader = await desk.newPage({ viewport: phone })
  await reader.goto(address)
  await audit(reader)
  expect(await overflow(reader)).toBe(0)
  const stranger = await desk.newPage({ viewport: phone })
  await stranger.goto(`${desk.origin()}/indberet/${'x'.repeat(32)}`)
  await stranger.getByRole('heading', { name: 'Linket virker ikke længere' }).waitFor()
})
