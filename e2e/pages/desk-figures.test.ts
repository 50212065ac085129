import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { audit, overflow, useDesk } from './desk-site.ts'

const desk = useDesk()
const complaints: string[] = []
let page: Page

/** A page of the administrator, with a clipboard. What the browser complains of is remembered, but for refusals that are meant. */
async function newPage(): Promise<Page> {
  const made = await desk.newPage({ permissions: ['clipboard-read', 'clipboard-write'] })
  made.setDefaultTimeout(30_000)
  made.on('console', (message) => {
    if (message.type() === 'error' && !/status of (?:401|404|412)/.test(message.text())) complaints.push(message.text())
  })
  made.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.request().method()} ${response.url()}`)
  })
  made.on('pageerror', (error) => complaints.push(error.message))
  return made
}

/** Asks the workspace's API as the person who is signed in. */
const api = (method: string, path: string, body?: object) =>
  page.evaluate(
    async ([verb, address, content]) => {
      const response = await fetch(`/api/v1/workspace${address}`, {
        method: verb,
        headers: { 'content-type': 'application/json', 'if-match': '*' },
        ...(content === undefined ? {} : { body: JSON.stringify(content) }),
      })
      const answer = await response.json()
      if (!response.ok) throw new Error(JSON.stringify(answer))
      return answer
    },
    [method, path, body] as const,
  )

/** Makes an indicator of the demonstration's kind: things counted every year. */
async function addIndicator(slug: string, name: string, more: object = {}): Promise<void> {
  const given = await api('GET', '/indicators/valgdeltagelse-kv')
  await api('POST', '/indicators', {
    ...given,
    slug,
    name: { da: name, en: name },
    goals: [{ goal: given.goals[0].goal, headline: false }],
    unit: 'count',
    decimals: 0,
    noun: { one: { da: 'møde', en: 'meeting' }, other: { da: 'møder', en: 'meetings' } },
    limits: { lower: 0, upper: null },
    numerator: null,
    denominator: null,
    numeratorNoun: undefined,
    band: null,
    dimensions: [],
    breaks: [],
    cadence: { periodKind: 'year', everyYears: 1, delayMonths: 2 },
    nextExpectedOn: null,
    ...more,
  })
}

interface Figure {
  readonly period: string
  readonly value: number | null
}

async function figuresOf(slug: string): Promise<Figure[]> {
  const { observations }: { observations: Figure[] } = await api('GET', `/observations/${slug}`)
  return observations
}

const open = async (to: Page, address: string): Promise<void> => {
  await to.goto(`${desk.origin()}/admin/tal/${address}`)
  await to.getByRole('grid').waitFor()
}
const cell = (name: string | RegExp) => page.getByRole('gridcell', { name })
const copied = (text: string) => page.evaluate((what) => navigator.clipboard.writeText(what), text)
const saved = (to: Page = page) => to.getByRole('region', { name: 'Meddelelser' }).getByText('gemt som kladde')
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const isLive = () => page.waitForFunction(() => document.querySelector('.live')?.getAttribute('aria-busy') === 'false')

beforeAll(async () => {
  page = await newPage()
  await desk.signInFirst(page)
  await addIndicator('nye-moeder', 'Nye møder')
})

/** What another person writes meanwhile. */
const theirs = (period: string, value: number) =>
  api('PATCH', '/observations/nye-moeder', { observations: [{ area: '217', period, value }] })

describe('figures', () => {
  it('are typed in three actions from the overview: the link, the figure, saving', async () => {
    await open(page, 'nye-moeder?periode=2025&omraade=217')
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('2025') === true)
    await page.keyboard.type('1.234')
    await page.keyboard.press('Control+s')
    await saved().waitFor()
    expect(await figuresOf('nye-moeder')).toMatchObject([{ period: '2025', value: 1234 }])
    expect(await page.title()).toBe('Tal for “Nye møder” · Pejling')
    await isLive()
    await audit(page)
  })

  it('come as ten years by one paste, and can be undone from the message', async () => {
    await addIndicator('ti-aar', 'Ti år')
    await open(page, 'ti-aar?periode=2025')
    await copied(`År\tAntal\n${Array.from({ length: 10 }, (_, at) => `${2016 + at}\t${40 + at}`).join('\n')}`)
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('2025') === true)
    await page.keyboard.press('Control+v')
    await page.getByText('10 felter er sat ind.').waitFor()
    await page.keyboard.press('Control+s')
    await saved().last().waitFor()
    expect((await figuresOf('ti-aar')).map(({ period, value }) => [period, value])).toEqual(
      Array.from({ length: 10 }, (_, at) => [String(2016 + at), 40 + at]),
    )
    await page.getByRole('region', { name: 'Meddelelser' }).getByRole('button', { name: 'Fortryd' }).last().click()
    await page.getByText('Fortrudt.').waitFor()
    expect(await figuresOf('ti-aar')).toEqual([])
  })

  it('say what did not fit, and which way a series without years was put', async () => {
    await open(page, 'nye-moeder?periode=2021')
    await copied('11\n"12\n(foreløbig)"\n13\n14\n15\n16\n17\n18\n19')
    await cell(/^2021/).focus()
    await page.keyboard.press('Control+v')
    await page.getByText('felter fik ikke plads').waitFor()
    // The cell with a line break is one cell: what is below it has not moved.
    await cell(/^2023, Helsingør: 13/).waitFor()
    await page.getByRole('button', { name: 'Vend rækkefølgen' }).click()
    await cell(/^2021, Helsingør: 19/).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Kassér' }).click()
    await cell(/^2021, Helsingør: tom/).waitFor()
    expect(await page.locator('[data-changed]').count()).toBe(0)
  })

  it('that could mean two things are asked about, and what cannot be used is said at its cell', async () => {
    await cell(/^2023/).focus()
    await page.keyboard.type('-')
    await page.keyboard.press('Enter')
    await page.keyboard.type('71,5%')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Tallet er nul' }).click()
    await cell(/^2023, Helsingør: 0\b/).waitFor()
    await cell(/^2024, .*står i procent/).waitFor()
    await audit(page)
    // Saving leads to what is wrong.
    await page.keyboard.press('Control+s')
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('2024') === true)
    expect((await figuresOf('nye-moeder')).map(({ period }) => period)).toEqual(['2025'])
    await page.getByRole('button', { name: 'Kassér' }).click()
  })

  it('are deleted, or marked as missing, as it is chosen', async () => {
    await cell(/^2025/).focus()
    await page.keyboard.press('Delete')
    await audit(page)
    await page.getByRole('button', { name: 'Marker som manglende' }).click()
    await cell(/^2025, Helsingør: mangler/).waitFor()
    await page.keyboard.press('Control+z')
    await cell(/^2025, Helsingør: 1\.234/).waitFor()
    await cell(/^2025/).focus()
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: 'Slet tallet' }).click()
    await page.keyboard.press('Control+s')
    await page.waitForFunction(() => document.querySelector('[data-changed]') === null)
    expect(await figuresOf('nye-moeder')).toEqual([])
  })

  it('that are not saved are there again after a reload', async () => {
    await cell(/^2024/).focus()
    await page.keyboard.type('77')
    await page.keyboard.press('Enter')
    await page.reload()
    await page.getByText('er sat ind igen').waitFor()
    expect(await cell(/^2024, Helsingør: 77/).count()).toBe(1)
    await page.getByRole('button', { name: 'Kassér' }).click()
  })

  it('of two people are a conflict only in the cell both have changed', async () => {
    await open(page, 'nye-moeder')
    for (const [year, value] of [
      ['2023', '23'],
      ['2024', '24'],
    ] as const) {
      await cell(new RegExp(`^${year}`)).focus()
      await page.keyboard.type(value)
      await page.keyboard.press('Enter')
    }
    await theirs('2022', 22)
    await theirs('2024', 99)
    await page.keyboard.press('Control+s')
    const conflict = page.getByRole('alert').filter({ hasText: '2024, Helsingør' })
    await conflict.getByText('“99”').waitFor()
    await audit(page)
    await conflict.getByRole('button', { name: 'Behold mit' }).click()
    await page.keyboard.press('Control+s')
    await page.waitForFunction(() => document.querySelector('[data-changed]') === null)
    expect((await figuresOf('nye-moeder')).map(({ value }) => value)).toEqual([22, 23, 24])
  })
})

describe('the sheet', () => {
  it('is worked in by keys alone', async () => {
    await open(page, 'nye-moeder')
    await cell(/^2022/).focus()
    await page.keyboard.type('5')
    await page.keyboard.press('Escape')
    expect(await focused()).toMatch(/^2022, Helsingør: 22\b/)
    await page.keyboard.press('F2')
    await page.keyboard.type('9')
    await page.keyboard.press('Tab')
    await cell(/^2022, Helsingør: 229/).waitFor()
    // From the one cell to the next that can be reached: not through all cells.
    await cell(/^2022/).focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    await cell(/^2023, Helsingør: 229/).waitFor()
    await page.keyboard.press('Control+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^229\r?\n229$/)
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('table'))).toBeNull()
    await page.getByRole('button', { name: 'Kassér' }).click()
  })

  it('says what the letters mean, takes years of its own kind, and none to come', async () => {
    await page.getByRole('button', { name: 'Hvad betyder bogstaverne?' }).click()
    expect(await page.getByRole('dialog').getByRole('term').count()).toBe(10)
    await audit(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Tilføj år' }).click()
    await page.getByLabel('År', { exact: true }).fill('2052')
    await page.keyboard.press('Enter')
    await page.getByText('er ikke begyndt endnu').waitFor()
    await page.getByLabel('År', { exact: true }).fill('2019')
    await page.keyboard.press('Enter')
    await cell(/^2019/).waitFor()
  })

  it('shows a share with its counts, either way round, also on a tablet', async () => {
    await open(page, 'valgdeltagelse-kv?perioder=tvaers')
    await page.getByRole('rowheader', { name: 'Helsingør, tæller' }).waitFor()
    await open(page, 'valgdeltagelse-kv')
    await page.getByRole('columnheader', { name: 'Nævner' }).first().waitFor()
    await isLive()
    await audit(page)
    await page.setViewportSize({ width: 820, height: 1180 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 1280, height: 900 })
    // The period stays in sight beside the last column.
    await page.getByRole('grid').focus()
    await cell(/^18\. november 2025/)
      .first()
      .focus()
    await page.keyboard.press('End')
    const heading = page.getByRole('rowheader', { name: '18. november 2025' })
    const isOnTop = await heading.evaluate((own) => {
      const { left, top, height } = own.getBoundingClientRect()
      return document.elementFromPoint(left + 20, top + height / 2) === own
    })
    expect(isOnTop).toBe(true)
  })

  it('answers a key at once with sixty periods of forty groups', async () => {
    const groups = Array.from({ length: 40 }, (_, at) => `gruppe-${at + 1}`)
    await api('POST', '/dimensions', {
      slug: 'mange',
      name: { da: 'Mange', en: 'Many' },
      categories: groups.map((slug) => ({ slug, name: { da: slug, en: slug }, code: null, parent: null })),
    })
    await addIndicator('stort-ark', 'Stort ark', { dimensions: ['mange'] })
    const observations = Array.from({ length: 60 }, (_, at) => String(1966 + at)).flatMap((period, row) =>
      groups.map((group, column) => ({
        area: '217',
        categories: { mange: group },
        period,
        value: 1000 + row + column,
      })),
    )
    await api('PATCH', '/observations/stort-ark', { observations })
    await open(page, 'stort-ark?periode=1966')
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('1966') === true)
    for (let at = 0; at < 20; at += 1) await page.keyboard.press('ArrowRight')
    for (let at = 0; at < 20; at += 1) await page.keyboard.press('ArrowDown')
    expect(await focused()).toMatch(/^1986, Helsingør, gruppe-20: /)
    await page.keyboard.type('7')
    await page.keyboard.press('Enter')
    await cell(/^1986, Helsingør, gruppe-20: 7\b/).waitFor()
  })
})

it('is complained of by no browser and fails at no request', () => {
  expect(complaints).toEqual([])
})
