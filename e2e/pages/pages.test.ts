import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { violations } from './axe.ts'
import { addresses, areFiles, type SiteName, useSites } from './site.ts'

/*
 * The pages as a reader gets them: the real server and once more the files it writes, the delivered figures and the demonstration
 * set, a real browser.
 */

const { visit, originOf } = useSites()

// The files are what the server answered: those of one site are enough.
const sites: readonly SiteName[] = areFiles ? ['demonstration'] : ['delivered', 'demonstration']
const everyAddress = sites.flatMap((site) => addresses.map((address): [SiteName, string] => [site, address]))

const light = { colorScheme: 'light', forcedColors: 'none' } as const
const everyColour = [light, { ...light, colorScheme: 'dark' }, { ...light, forcedColors: 'active' }] as const

/**
 * The colours a page is looked at in. They do not depend on the figures, and the demonstration set has all of them. Nor do they on
 * who serves them: of the files, one page is enough.
 */
const coloursFor = (site: SiteName, address: string): readonly (typeof everyColour)[number][] =>
  site === 'demonstration' && (!areFiles || address === addresses[0]) ? everyColour : [light]

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** How far anything has moved by itself, as browsers compute it. Runs in the page; buffered entries come before the second frame. */
function layoutShift(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += Number(Reflect.get(entry, 'value'))
    }).observe({ type: 'layout-shift', buffered: true })
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
  })
}

/** The typefaces that the page loads ahead without using them. Runs in the page. */
async function unusedTypefaces(): Promise<string[]> {
  await document.fonts.ready
  const loaded = [...document.fonts].filter(({ status }) => status === 'loaded')
  const used = new Set(loaded.map(({ family }) => family.replaceAll('"', '')))
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])
  const sources = rules
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => used.has(style.getPropertyValue('font-family').replaceAll('"', '')))
    .map(({ style }) => style.getPropertyValue('src'))
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=font]')]
    .map(({ href }) => href.slice(href.lastIndexOf('/') + 1))
    .filter((name) => !sources.some((source) => source.includes(name)))
}

const html = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // React writes void elements with a slash and some attributes in the spelling of its own; HTML reads both alike.
    'void-style': 'off',
    'attr-case': 'off',
    // A style of writing, not of the standard: an attribute that is its own value.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    // A title is as long as the policy's own words for a goal.
    'long-title': 'off',
    // A dot in an id is valid (HTML 3.2.6); goals are numbered 2.2.
    'valid-id': ['error', { relaxed: true }],
    // Boxes of one name are one field with several values.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    // A name is allowed on lists, figures and regions, and some have one.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // What comes from this very server is as sound as the page itself.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
})

describe('a page', () => {
  it.each(everyAddress)(
    'does not move while it loads, keeps nothing, and passes axe, in dark and in forced colours, too (%s %s)',
    // Where other tests keep both cores busy, a typeface may come just as the first line is set. Pages on a slow line, alone on
    // the machine, are measured in bench/pages.ts.
    { retry: 2 },
    async (site, address) => {
      const { page, close } = await visit(site, address)
      // A typeface that comes late may move a line by less than a pixel; half a thousandth is what every tool calls nought.
      // A file is written once for all choices: another one than it shows takes its place when its script is there.
      const followsChoice = areFiles && address.includes('?')
      expect(await page.evaluate(layoutShift)).toBeLessThan(followsChoice ? Infinity : 0.0005)
      expect(await page.evaluate(unusedTypefaces)).toEqual([])
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
      for (const colours of coloursFor(site, address)) {
        await page.emulateMedia(colours)
        expect(await violations(page), JSON.stringify(colours)).toEqual([])
      }
      await close()
    },
  )

  it.each(everyAddress)('fits a narrow phone, 200 % text and a sheet of paper (%s %s)', async (site, address) => {
    const { page, close } = await visit(site, address, {
      viewport: { width: 320, height: 640 },
      reducedMotion: 'reduce',
    })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    // 200 % zoom of a 640 px window leaves 320 px; larger text alone leaves the width and doubles the letters.
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    for (const width of [360, 640]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await overflow(page), `200 % text at ${width} px`).toBeLessThanOrEqual(0)
    }
    await page.evaluate(() => {
      document.documentElement.style.fontSize = ''
    })
    await page.emulateMedia({ media: 'print' })
    // A4 without its margins, in CSS pixels.
    await page.setViewportSize({ width: 690, height: 1000 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await page.locator('.site-header nav:visible, .skip-link:visible, form:visible').count()).toBe(0)
    expect(await page.locator('h1').isVisible()).toBe(true)
    await close()
  })

  it.each(everyAddress)('is whole without JavaScript, and sets no cookie (%s %s)', async (site, address) => {
    const { page, close } = await visit(site, address, { javaScriptEnabled: false })
    expect(await page.locator('h1').count()).toBe(1)
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(150)
    expect(await page.context().cookies()).toEqual([])
    await close()
  })

  it.each(everyAddress)('is valid HTML (%s %s)', async (site, address) => {
    const answer = await fetch(originOf(site) + address)
    const text = await answer.text()
    // A file server sends no policy; the page has one in itself.
    const inPage = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/
      .exec(text)?.[1]
      ?.replaceAll(/&#(?:x27|39);/g, "'")
    const policy = areFiles ? inPage : answer.headers.get('content-security-policy')
    expect(policy).toMatch(/^default-src 'none'/)
    expect(policy).not.toContain('unsafe')
    const { results } = await html.validateString(text)
    const messages = results.flatMap((result) => result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))
    expect([...new Set(messages)]).toEqual([])
  })

  it('leads somewhere by every link on it, also within the page', async () => {
    const origin = originOf('delivered')
    const seen = new Map<string, string>()
    const waiting = ['/', '/en']
    const anchors: [string, string][] = []
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue
      const answer = await fetch(origin + path)
      expect(answer.status, path).toBe(200)
      const text = answer.headers.get('content-type')?.startsWith('text/html') ? await answer.text() : ''
      seen.set(path, text)
      for (const [, href = ''] of text.matchAll(/<a [^>]*href="([^"]*)"/g)) {
        const url = new URL(href.replaceAll('&amp;', '&'), origin + path)
        if (url.origin !== origin) continue
        // One release's pages are all pages once more; those of its overview are enough.
        const target = url.pathname + url.search
        if (/^\/(udgivelser|en\/releases)\/\d+\//.test(path) && !/overblik|overview/.test(path)) continue
        waiting.push(target)
        if (url.hash !== '') anchors.push([target, decodeURIComponent(url.hash.slice(1))])
      }
    }
    expect(seen.size).toBeGreaterThan(300)
    for (const [target, id] of anchors) expect(seen.get(target), `${target}#${id}`).toContain(`id="${id}"`)
  })

  it('is reached by keyboard: past the header first, then in reading order, each stop to be seen', async () => {
    const { page, close } = await visit('demonstration', '/indikator/valgdeltagelse-kv')
    await page.keyboard.press('Tab')
    const skip = page.locator(':focus')
    expect(await skip.getAttribute('href')).toBe('#main')
    expect(await skip.isVisible()).toBe(true)
    await page.keyboard.press('Enter')
    const tops: number[] = []
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab')
      const focus = await page.evaluate(() => {
        const element = document.activeElement ?? document.body
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        const inMain = document.querySelector('main')?.contains(element) ?? false
        const top = element.getBoundingClientRect().top + scrollY
        return { inMain, top, outlined: outlineStyle !== 'none' && outlineWidth !== '0px' }
      })
      expect(focus.inMain).toBe(true)
      expect(focus.outlined).toBe(true)
      tops.push(Math.round(focus.top / 40))
    }
    expect(tops).toEqual(tops.toSorted((a, b) => a - b))
    await close()
  })

  it('that does not exist helps the reader on, in both languages', async () => {
    for (const [path, words] of [
      ['/indikator/findes-ikke', 'Siden findes ikke'],
      ['/en/nowhere', 'There is no such page'],
    ] as const) {
      const answer = await fetch(originOf('delivered') + path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain(words)
    }
  })
})

describe('an indicator', () => {
  it('with figures has its sentence, its chart, its table and its source', async () => {
    const { page, close } = await visit('delivered', '/indikator/valgdeltagelse-kv', { javaScriptEnabled: false })
    const main = page.locator('main')
    expect(await main.innerText()).toMatch(/Valgdeltagelsen .* 70,5\s%/)
    expect(await main.locator('figure svg[role="img"]:visible').count()).toBe(1)
    expect(await main.locator('.island-indicator table').innerText()).toContain('70,5')
    expect(await main.innerText()).toContain('Danmarks Statistik')
    expect(await main.innerText()).toMatch(/tredjepart/i)
    await close()
  })

  it('without figures says so, and what it will measure', async () => {
    const { page, close } = await visit('delivered', '/indikator/skole-hjem-samtaler')
    expect(await page.locator('main').innerText()).toContain('Ingen data endnu')
    expect(await page.locator('figure svg').count()).toBe(0)
    await close()
  })

  it('known only from elsewhere does not pass that off as its own', async () => {
    const { page, close } = await visit('delivered', '/indikator/foreningsmedlemskab')
    const words = await page.locator('main').innerText()
    expect(words).toContain('Ingen data endnu')
    expect(words).toContain('Tal fra andre')
    expect(words).not.toMatch(/Seneste, \d/)
    await close()
  })

  it('of the demonstration set cannot be taken for real', async () => {
    for (const address of addresses.filter((each) => !each.endsWith('/api'))) {
      const answer = await fetch(originOf('demonstration') + address)
      expect(await answer.text(), address).toMatch(/Demonstration: /)
    }
  })
})
