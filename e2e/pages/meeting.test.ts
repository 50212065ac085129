import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit, overflow } from './desk-site.ts'
import { useSites } from './site.ts'

/* A meeting of the demonstration set as the committee gets it. */

const { open, visit, originOf } = useSites()

const slug = 'demonstrationsudvalget-status'
const danish = [`/moede/${slug}`, `/moede/${slug}/praesentation`, `/moede/${slug}/bilag`]
const all = [...danish, `/en/meeting/${slug}`, `/en/meeting/${slug}/slides`, `/en/meeting/${slug}/appendix`]

describe('a meeting', () => {
  it.each(all)('passes axe, light and dark, and fits a phone (%s)', async (address) => {
    const { page, close } = await visit('demonstration', address)
    await audit(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await audit(page)
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await close()
  })

  it.each(danish)('is whole without a script (%s)', async (address) => {
    const { page, close } = await visit('demonstration', address, { javaScriptEnabled: false })
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('main').innerText()).toMatch(/Siden mødet \d+\. [a-z]+ \d{4}/)
    await close()
  })

  it('is found in the list of meetings, and read item by item from the agenda', async () => {
    const { page, close } = await open('demonstration', '/moeder', { viewport: { width: 820, height: 1180 } })
    await page.locator(`a[href="/moede/${slug}"]`).click()
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

/** A line to a server that can be cut. */
async function lineTo(origin: string): Promise<{ readonly origin: string; readonly cut: () => void }> {
  const sockets = new Set<Socket>()
  const { hostname, port } = new URL(origin)
  const line = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => {
    line.listen(0, 'localhost', resolve)
  })
  const address = line.address()
  return {
    origin: `http://localhost:${typeof address === 'object' && address ? address.port : ''}`,
    cut: () => {
      line.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Which of the parts that fill the screen is at its top; -1: none. */
const shownAt = (page: Page): Promise<number> =>
  page
    .locator('.screen')
    .evaluateAll((screens) => screens.findIndex((screen) => Math.abs(screen.getBoundingClientRect().top) < 2))

const shownNumber = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('.slide')].find(
        (slide) => Math.abs(slide.getBoundingClientRect().top) < 2,
      )?.dataset['slide'],
  )

describe('the agenda on a tablet', () => {
  it('is turned with the arrow keys and with a swipe', async () => {
    const { page, close } = await open('demonstration', `/moede/${slug}`, {
      viewport: { width: 820, height: 1180 },
      hasTouch: true,
    })
    const reached = (index: number) => expect.poll(() => shownAt(page)).toBe(index)
    await page.keyboard.press('ArrowRight')
    await reached(1)
    await page.keyboard.press('PageDown')
    await reached(2)
    await page.keyboard.press('ArrowLeft')
    await reached(1)
    const touch = await page.context().newCDPSession(page)
    const swipe = async (from: number, to: number): Promise<void> => {
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: from, y: 500 }] })
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: to, y: 500 }] })
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    }
    await swipe(600, 200)
    await reached(2)
    await swipe(200, 600)
    await reached(1)
    await close()
  })

  it('can be read when the network is cut, and says when it was fetched', async () => {
    const line = await lineTo(originOf('demonstration'))
    const { page } = await open('demonstration', `/moede/${slug}`)
    await page.goto(`${line.origin}/moede/${slug}`)
    const age = page.locator('[data-worker]')
    await age.waitFor({ state: 'visible' })
    expect(await age.innerText()).toMatch(/^Hentet \d+\. \w+ \d{4} kl\. \d\d\.\d\d\. Kan læses uden net\.$/)
    // However its address ends, there is one copy, and it is the newest: what was kept before must be gone.
    await page.goto(`${line.origin}/moede/${slug}?noegle=gammel`)
    await age.waitFor({ state: 'visible' })
    const kept = await page.evaluate(async () => {
      const caught = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
      return caught.flat().flatMap(({ url }) => (url.includes('/moede/') ? [url] : []))
    })
    expect(kept).toEqual([`${line.origin}/moede/${slug}`])
    line.cut()
    await page.goto(`${line.origin}/moede/${slug}#dagsorden`)
    await page.reload()
    expect(await page.locator('.agenda li').count()).toBeGreaterThan(10)
    // On a slow machine they may come too late for the first lines; that they are kept is what counts.
    const typefaces = await page.evaluate(() =>
      Promise.all(
        [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=font]')].map(
          async ({ href }) => (await fetch(href)).ok,
        ),
      ),
    )
    expect(typefaces).toEqual([true, true])
    await page.locator('.agenda a').first().click()
    await page.locator('.screen:target h2').waitFor()
    expect(await page.locator('.screen figure svg:visible').count()).toBeGreaterThan(5)
    await page.context().setOffline(true)
    await page.getByText(/^Uden net\. Det, der står her, blev hentet/).waitFor()
    // Nothing but this view is kept.
    await expect(page.goto(`${line.origin}/maal/1.1`)).rejects.toThrow('ERR_')
    await page.context().close()
  })
})

describe('the slides', () => {
  it('are turned by keys, clicker and click, jumped to by number, and made black', async () => {
    const { page, close } = await open('demonstration', `/moede/${slug}/praesentation`, {
      viewport: { width: 1280, height: 720 },
    })
    const last = await page.locator('.slide').last().getAttribute('data-slide')
    const reached = (number: string | null) => expect.poll(() => shownNumber(page)).toBe(number)
    for (const key of ['ArrowRight', 'PageDown', ' ']) await page.keyboard.press(key)
    await reached('2')
    await page.keyboard.press('PageUp')
    await reached('1')
    await page.locator('.slide:target h2').click()
    await reached('2')
    await page.keyboard.press('1')
    await page.keyboard.press('2')
    expect(await page.locator('[data-jump]').innerText()).toBe('12')
    await page.keyboard.press('Enter')
    await reached('12')
    expect(await page.locator('[data-jump]').innerText()).toBe('')
    await page.keyboard.press('End')
    await reached(last)
    await page.keyboard.press('b')
    expect(await page.locator('h2:visible').count()).toBe(0)
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('h2:visible').count()).toBeGreaterThan(0)
    await page.keyboard.press('Home')
    await reached('0')
    await close()
  })

  it('show table and breakdown on demand, and fit the wall without', async () => {
    const { page, close } = await open('demonstration', `/moede/${slug}/praesentation`, {
      viewport: { width: 1280, height: 720 },
    })
    const heights = await page
      .locator('.slide:has(svg.chart, .chart)')
      .evaluateAll((slides) => slides.map((slide) => slide.getBoundingClientRect().height))
    expect(heights.length).toBeGreaterThan(10)
    expect(Math.max(...heights)).toBeLessThanOrEqual(721)
    await page.keyboard.press('2')
    await page.keyboard.press('Enter')
    const table = page.locator('.slide:target table')
    expect(await table.isVisible()).toBe(false)
    await page.keyboard.press('t')
    expect(await table.isVisible()).toBe(true)
    await page.keyboard.press('t')
    expect(await table.isVisible()).toBe(false)
    await close()
  })
})

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim()

describe('what is taken along from a meeting', () => {
  const run = promisify(execFile)
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pejling-files-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  const fetched = async (part: string): Promise<string> => {
    const answer = await fetch(`${originOf('demonstration')}/moede/${slug}/${part}`)
    expect(answer.status).toBe(200)
    const file = join(folder, part)
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()))
    return file
  }
  /** As LibreOffice shows it, one text for each page. */
  const pagesOf = async (file: string): Promise<string[]> => {
    await run('soffice', [
      `-env:UserInstallation=file://${folder}/office`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      file,
    ])
    return textOf(file.replace(/\.\w+$/, '.pdf'))
  }
  const textOf = async (pdf: string): Promise<string[]> => {
    const { stdout } = await run('pdftotext', ['-layout', pdf, '-'])
    return stdout.split('\f').slice(0, -1)
  }

  it('the PDF has the items in order, tags, language, bookmarks, its typefaces, and every figure of the tables', async () => {
    const { page, close } = await open('demonstration', `/moede/${slug}/bilag`)
    const headings = await page.locator('.appendix-item h2').allInnerTexts()
    // What stands below a figure is its status and footnote.
    const figures = (await page.locator('.appendix-item td').allInnerTexts()).map((cell) => cell.split('\n')[0] ?? '')
    await close()
    const pdf = await fetched('bilag.pdf')
    const bytes = readFileSync(pdf)
    expect(bytes.length).toBeLessThan(2_000_000)
    expect(bytes.toString('latin1')).toContain('/Lang (da)')
    expect(bytes.toString('latin1')).toContain('/Outlines')
    const { stdout: info } = await run('pdfinfo', [pdf])
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/Page size:\s+59\d\.\d+ x 84\d\.\d+ pts \(A4\)/)
    expect(info).toMatch(/Title:\s+Demonstrationsudvalget, \d+\. [a-z]+ \d{4}/)
    const { stdout: fonts } = await run('pdffonts', [pdf])
    const embedded = fonts
      .split('\n')
      .slice(2, -1)
      .map((line) => /(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+/.exec(line)?.[1])
    expect(new Set(embedded)).toEqual(new Set(['yes']))
    const { stdout: structure } = await run('pdfinfo', ['-struct-text', pdf])
    expect(structure).toMatch(/H1[\s\S]*H2[\s\S]*Figure[\s\S]*Table[\s\S]*TH/)
    const pages = await textOf(pdf)
    expect(pages.every((text, index) => text.includes(`${index + 1} / ${pages.length}`))).toBe(true)
    expect(pages.every((text) => text.includes('Tal fra udgivelse'))).toBe(true)
    const body = spaced(pages.slice(2).join(' '))
    const places = headings.map((heading) => body.indexOf(spaced(heading).slice(0, 24)))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
    expect(figures.length).toBeGreaterThan(100)
    expect(figures.filter((figure) => !body.includes(spaced(figure)))).toEqual([])
  })

  it('LibreOffice shows the slides: one for each item, with its chart', async () => {
    const pages = await pagesOf(await fetched('praesentation.pptx'))
    const items = pages.filter((text) => /\d+ \/ \d+/.test(text))
    expect(items.length).toBeGreaterThan(15)
    expect(items.filter((text) => text.includes('Helsingør') && /20\d\d/.test(text)).length).toBeGreaterThan(10)
  })

  it('LibreOffice opens the workbook', async () => {
    const [first] = await pagesOf(await fetched('tal.xlsx'))
    expect(first).toContain('hører til')
  })
})
