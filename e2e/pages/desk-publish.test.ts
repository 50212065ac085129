import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { api, complaintsOf, writeFigure } from './desk-api.ts'
import { audit, overflow, useDesk } from './desk-site.ts'

const desk = useDesk()
const [one, other] = ['idraetsmedlemskaber', 'digital-post-fritaget'] as const

/** Previews compile everything, which takes its time where others work on the machine. */
const patience = 40_000

/** What the last page is called when a release has been made. */
const isOut = /^Udgivelse nr\. \d+ er ude$/

let page: Page
let complaints: string[]
let colleague: Page

const go = (path: string, on = page): Promise<unknown> => on.goto(desk.origin() + path)
const heading = (name: string | RegExp, on = page) => on.getByRole('heading', { level: 1, name })
const press = (name: string | RegExp, on = page): Promise<void> => on.getByRole('button', { name }).click()
const nameOf = async (slug: string): Promise<string> =>
  z.object({ name: z.object({ da: z.string() }) }).parse((await api(page, 'GET', `/indicators/${slug}`)).body).name.da
const newest = async (): Promise<number> =>
  z.object({ total: z.number() }).parse((await api(page, 'GET', '/releases?limit=1')).body).total
const left = async (): Promise<string[]> =>
  z
    .object({ items: z.array(z.object({ id: z.string() })) })
    .parse((await api(page, 'GET', '/releases/preview')).body)
    .items.map(({ id }) => id)
const expectUrl = (path: RegExp, on = page): Promise<void> => on.waitForURL(path)

/** A publisher beside the administrator, in a browser of their own. */
async function invitePublisher(): Promise<Page> {
  const { body } = await api(page, 'POST', '/people', {
    people: [{ email: 'ida@example.dk', name: 'Ida Udgiver', role: 'publisher' }],
  })
  const [invited] = z
    .object({ people: z.array(z.object({ invitation: z.object({ link: z.string() }) })) })
    .parse(body).people
  const own = await desk.newPage()
  own.setDefaultTimeout(patience)
  const { pathname, search } = new URL(invited?.invitation.link ?? '', desk.origin())
  await own.goto(desk.origin() + pathname + search)
  await own.getByLabel('Ny adgangskode').fill(`${desk.passphrase} til Ida`)
  await own.keyboard.press('Enter')
  await own.getByLabel('E-mail').fill('ida@example.dk')
  await own.getByLabel('Adgangskode', { exact: true }).fill(`${desk.passphrase} til Ida`)
  await own.keyboard.press('Enter')
  await own.waitForURL(/admin$/)
  return own
}

beforeAll(async () => {
  page = await desk.newPage()
  page.setDefaultTimeout(patience)
  complaints = complaintsOf(page)
  await desk.signInFirst(page)
  colleague = await invitePublisher()
})

describe('publishing', () => {
  it('carries the ticked and nothing else, in five actions, and says where it is', async () => {
    const [first, second] = [await nameOf(one), await nameOf(other)]
    await writeFigure(page, one, '2025', 41.5)
    await writeFigure(page, other, '2025', 6.5)
    await go('/admin/udgiv')
    const all = (await left()).length
    await page.getByText(`${all} af ${all} valgt`).waitFor()
    await audit(page)
    // What it is opens to what it was: the figure in words, and what is odd about it beside it.
    await page.getByText(first, { exact: true }).click()
    await page
      .getByRole('table', { name: `Ændrede tal i ${first}` })
      .getByText('41,5')
      .first()
      .waitFor()
    await audit(page)
    expect(await overflow(page)).toBe(0)

    await page.getByRole('checkbox', { name: second }).locator('..').click() // 1
    await page.getByText(`${all - 1} af ${all} valgt`).waitFor()
    await page.reload()
    await page.getByText(`${all - 1} af ${all} valgt`).waitFor()
    await press('Videre til titel og tid') // 2
    await heading('Titel og tid').waitFor()
    expect(await page.getByLabel('Titel, dansk').inputValue()).toBe(`Nye tal: ${first}`)
    await audit(page)
    await press('Videre') // 3
    await page.getByText(/^Nu udgives 1 indikator med .* Det kan ikke fortrydes\.$/).waitFor()
    await audit(page)
    await press('Udgiv nu') // 4
    await heading(isOut).waitFor()
    await audit(page)
    expect(await left()).toEqual([`indicator:${other}`])
    await page.getByRole('link', { name: 'Se udgivelsen på hjemmesiden' }).click()
    await expectUrl(/udgivelser\/2$/)
  })

  it('leads back to the list where a colleague has written meanwhile, and marks what is otherwise', async () => {
    const name = await nameOf(other)
    const before = await newest()
    await go('/admin/udgiv')
    await press('Videre til titel og tid')
    await page.getByLabel('Titel, dansk').fill('Fritagne fra digital post')
    await press('Videre')
    await page.getByText(/^Nu udgives/).waitFor()
    await writeFigure(colleague, other, '2025', 6.9)
    await press('Udgiv nu')
    await page.getByRole('alert').getByText('Noget er ændret, siden du så listen.').waitFor()
    const row = page.getByRole('listitem').filter({ hasText: name })
    await row.getByText('Ændret, siden du så listen').waitFor()
    await row.getByText('6,9').first().waitFor()
    expect(await newest()).toBe(before)
    await audit(page)
    // The words are there still; what is looked at now is published.
    await press('Videre til titel og tid')
    expect(await page.getByLabel('Titel, dansk').inputValue()).toBe('Fritagne fra digital post')
    await press('Videre')
    await press('Udgiv nu')
    await heading(isOut).waitFor()
    expect(complaints.splice(0)).toEqual([expect.stringContaining('409 (Conflict)')])
  })

  it('is done by keys alone', async () => {
    await writeFigure(page, one, '2025', 42)
    await go('/admin/udgiv')
    const tick = page.getByRole('checkbox', { name: await nameOf(one) })
    await tick.focus()
    await page.keyboard.press('Space')
    expect(await tick.isChecked()).toBe(false)
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Videre til titel og tid' }).press('Enter')
    await heading('Titel og tid').waitFor()
    await page.getByLabel('Titel, dansk').press('Enter')
    await page.getByRole('button', { name: 'Udgiv nu' }).press('Enter')
    await heading(isOut).waitFor()
  })
})

describe('a release that takes two people', () => {
  it('waits, is approved by another, and is planned again where something was changed', async () => {
    await api(page, 'PUT', '/settings/approval', { required: true })
    await writeFigure(page, one, '2025', 43)
    await go('/admin/udgiv')
    await press('Videre til titel og tid')
    await page.getByText('Udgiv på et senere tidspunkt').click()
    await press('Videre')
    await page.getByText('Vælg en dag og et klokkeslæt.').waitFor()
    await audit(page)
    await page.getByText('Udgiv på et senere tidspunkt').click()
    await press('Videre')
    await page.getByText(/^Når en anden har godkendt det, udgives 1 indikator/).waitFor()
    await press('Send til godkendelse')
    await page.getByText('Du har selv planlagt den, så en anden udgiver skal godkende den.').waitFor()
    await audit(page)

    await writeFigure(colleague, one, '2025', 44)
    await go('/admin/udgiv/planlagt', colleague)
    await colleague.getByText('Noget, den indeholder, er ændret').waitFor()
    await audit(colleague)
    await colleague.getByRole('link', { name: /^Nye tal|^Ændringer/ }).click()
    await colleague.getByText(/Ida Udgiver rettede 1 tal i .*43 → 44/).waitFor()
    await audit(colleague)
    await colleague.getByRole('link', { name: 'Planlæg igen' }).click()
    await press('Videre til titel og tid', colleague)
    await press('Videre', colleague)
    await press('Send til godkendelse', colleague)
    await colleague.getByText('Du har selv planlagt den').waitFor()

    await page.reload()
    await press('Godkend, og udgiv nu')
    await heading(isOut).waitFor()
    expect(await left()).toEqual([])
  })

  it('is cancelled by whoever may publish', async () => {
    const before = await newest()
    await writeFigure(page, one, '2025', 45)
    await go('/admin/udgiv')
    await press('Videre til titel og tid')
    await press('Videre')
    await press('Send til godkendelse')
    await press('Annuller den planlagte udgivelse')
    await page.getByText('Annulleret.').first().waitFor()
    expect(await newest()).toBe(before)
  })
})

describe('withdrawing a published figure', () => {
  it('shows where it is told, asks for a reason and another person, and says it in one sentence', async () => {
    await go(`/admin/traek/${one}?periode=2025`)
    await audit(page)
    await page
      .getByRole('button', { name: /^Vælg .*2025$/ })
      .first()
      .click()
    await page.getByText(/Tallet er i \d+ udgivne dokumenter/).waitFor()
    await press('Videre')
    expect(await page.getByText('Skriv en begrundelse.').count()).toBe(2)
    await audit(page)
    await page.getByLabel('Begrundelse, dansk').fill('Det fortalte om enkeltpersoner')
    await page.reload()
    expect(await page.getByLabel('Begrundelse, dansk').inputValue()).toBe('Det fortalte om enkeltpersoner')
    await page.getByLabel('Begrundelse, engelsk').fill('It disclosed single persons')
    await press('Videre')
    await page.getByText(/^Når en anden har godkendt det, fjernes .* Det kan ikke fortrydes\.$/).waitFor()
    await page.getByRole('region', { name: 'Det ændrer sig for læserne' }).getByRole('table').first().waitFor()
    await audit(page)
    await press('Bed en anden om at godkende')
    await expectUrl(/udgiv\/planlagt\/\d+$/)
    await colleague.goto(page.url())
    await press('Godkend, og træk tallet tilbage', colleague)
    await heading(isOut, colleague).waitFor()
    await go('/admin/traek', colleague)
    await colleague.getByRole('cell', { name: 'Det fortalte om enkeltpersoner' }).waitFor()
    await audit(colleague)
    expect(complaints).toEqual([])
  })
})
