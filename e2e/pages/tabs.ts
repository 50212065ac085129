import type { Browser, BrowserContextOptions, ConsoleMessage, Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import { launchBrowser } from './browser.ts'

/** A page in a browser. */
export interface Opened {
  readonly page: Page
  /** What the console complained of, and every request that went elsewhere. Read again whenever it matters. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

/** Opens an address, which must answer with 200. Closing it fails the test where anything complained. */
export type Open = (origin: string, address: string, options?: BrowserContextOptions) => Promise<Opened>

const viewport = { width: 1280, height: 900 }

/**
 * What Chromium warns of by its clock: a page on a busy machine may be drawn, and use its typefaces, seconds after it was loaded, or
 * not before the tab goes on. That every typeface loaded ahead is used is tested where pages are read.
 */
const byTheClock = /was preloaded using link preload but not used within a few seconds/

/** Reads an address in a tab; what becomes of the tab at the end is for the caller to say. */
async function read(
  page: Page,
  origin: string,
  address: string,
  options: BrowserContextOptions,
  leave: () => unknown,
): Promise<Opened> {
  const complaints: string[] = []
  const onConsole = (message: ConsoleMessage): void => {
    const text = message.text()
    if ((message.type() === 'error' || message.type() === 'warning') && !byTheClock.test(text)) complaints.push(text)
  }
  const onError = (error: Error): unknown => complaints.push(error.message)
  const onRequest = (request: Request): void => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      complaints.push(`elsewhere: ${request.url()}`)
  }
  page.on('console', onConsole).on('pageerror', onError).on('request', onRequest)
  // Without scripts, a page that is loaded is still.
  const waitUntil = options.javaScriptEnabled === false ? 'load' : 'networkidle'
  const answer = await page.goto(origin + address, { waitUntil })
  expect(answer?.status(), address).toBe(200)
  const close = async (): Promise<void> => {
    page.off('console', onConsole).off('pageerror', onError).off('request', onRequest)
    await leave()
    expect(complaints, address).toEqual([])
  }
  return { page, complaints, close }
}

/** A browser to read in. */
export class Tabs {
  readonly #browser: Browser
  /** The tabs that are free to be used again, by what they were opened with. */
  readonly #free = new Map<string, Page[]>()

  private constructor(browser: Browser) {
    this.#browser = browser
  }

  static async launch(): Promise<Tabs> {
    return new Tabs(await launchBrowser())
  }

  async #fresh(options: BrowserContextOptions): Promise<Page> {
    const context = await this.#browser.newContext({ viewport, ...options })
    return context.newPage()
  }

  /** In a tab of a browser that knows nothing. */
  readonly open: Open = async (origin, address, options = {}) => {
    const page = await this.#fresh(options)
    return read(page, origin, address, options, () => page.context().close())
  }

  /**
   * In a tab in which others have read before, with nothing left in its cache: a third of the time. For tests that look at many pages
   * and leave the tab as it was, but for size, media and text size.
   */
  readonly visit: Open = async (origin, address, options = {}) => {
    const key = JSON.stringify({ ...options, viewport: undefined })
    const tabs = this.#free.get(key) ?? []
    this.#free.set(key, tabs)
    const page = tabs.pop() ?? (await this.#fresh(options))
    await page.setViewportSize(options.viewport ?? viewport)
    const { colorScheme = 'light', forcedColors = 'none', reducedMotion = 'no-preference' } = options
    await page.emulateMedia({ media: null, colorScheme, forcedColors, reducedMotion })
    const devTools = await page.context().newCDPSession(page)
    await devTools.send('Network.clearBrowserCache')
    await devTools.detach()
    return read(page, origin, address, options, () => tabs.push(page))
  }

  close(): Promise<void> {
    return this.#browser.close()
  }
}
