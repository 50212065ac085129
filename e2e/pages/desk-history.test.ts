import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { api, complaintsOf, writeFigure } from './desk-api.ts'
import { audit, overflow, useDesk } from './desk-site.ts'

const desk = useDesk()
const indicator = 'idraetsmedlemskaber'

let page: Page
let complaints: string[]

const go = (path: string): Promise<unknown> => page.goto(desk.origin() + path)
const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click()
const valueOf = async (period: string): Promise<unknown> =>
  z
    .object({ items: z.array(z.object({ value: z.number().nullable() })) })
    .parse((await api(page, 'GET', `/observations?indicator=${indicator}&area=217&period=${period}`)).body).items[0]
    ?.value

beforeAll(async () => {
  page = await desk.newPage()
  page.setDefaultTimeout(40_000)
  complaints = complaintsOf(page)
  await desk.signInFirst(page)
  for (const value of [41, 42, 43]) await writeFigure(page, indicator, '2025', value)
  await writeFigure(page, indicator, '2024', 40)
})

it('tells in sentences, by day, who changed what, and is filtered by its address', async () => {
  await go('/admin/historik')
  await page.getByText(/^Administrator rettede 1 tal i .*: 2025 42 → 43\.$/).waitFor()
  await audit(page)
  expect(await overflow(page)).toBe(0)
  await go(`/admin/historik?indikator=${indicator}&slags=observation`)
  await page.getByText('4 ændringer').waitFor()
  await page.getByLabel('Person').fill('ingen hedder sådan')
  await page.getByText('Ingen ændringer passer til filtrene.').waitFor()
  await audit(page)
  await press('Nulstil filtre')
  await page.getByText('4 ændringer').waitFor({ state: 'detached' })
})

it('opens one change from what to what, and says why it cannot be undone', async () => {
  await go(`/admin/historik?indikator=${indicator}&slags=observation`)
  await page.getByRole('link', { name: /2025 41 → 42/ }).click()
  await page.getByText('Kan ikke fortrydes.').waitFor()
  expect(await page.getByRole('button', { name: 'Fortryd ændringen' }).count()).toBe(0)
  await page.getByText(/er rettet igen siden\. Fortryd også det\./).waitFor()
  await page.getByRole('definition').getByText('42').waitFor()
  await audit(page)
})

it('undoes a change after showing what readers would see, and the undoing can be undone', async () => {
  await go(`/admin/historik?indikator=${indicator}&slags=observation`)
  await page.getByRole('link', { name: /2025 42 → 43/ }).click()
  await press('Fortryd ændringen')
  const dialog = page.getByRole('alertdialog', { name: 'Fortryd' })
  await dialog.getByRole('table').getByText('42').first().waitFor()
  await audit(page)
  // Leaving it leaves everything as it is.
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await valueOf('2025')).toBe(43)
  await page.getByRole('button', { name: 'Fortryd ændringen' }).press('Enter')
  await page.getByRole('button', { name: 'Fortryd nu' }).press('Enter')
  await page.getByText('Fortrudt.').waitFor()
  expect(await valueOf('2025')).toBe(42)
  await page.getByRole('region', { name: 'Meddelelser' }).getByRole('button', { name: 'Fortryd', exact: true }).click()
  await expect.poll(() => valueOf('2025')).toBe(43)
})

it('undoes several, all of them or none', async () => {
  await writeFigure(page, indicator, '2025', 44)
  await writeFigure(page, indicator, '2025', 45)
  await go(`/admin/historik?indikator=${indicator}&slags=observation`)
  for (const change of [/2025 43 → 44/, /2025 44 → 45/]) {
    await page.getByRole('checkbox', { name: change }).locator('..').click()
  }
  await page.getByText('2 valgt').waitFor()
  await audit(page)
  await press('Fortryd de valgte')
  await press('Fortryd nu')
  await page.getByText('Fortrudt.').waitFor()
  expect(await valueOf('2025')).toBe(43)
  expect(complaints).toEqual([])
})
