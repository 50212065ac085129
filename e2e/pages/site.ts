import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, ConsoleMessage, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { type Running, start } from '../product/command-line.ts'
import { launchBrowser } from './browser.ts'
import { serveFolder } from './file-server.ts'

/** Which figures a site shows. */
export type SiteName = 'delivered' | 'demonstration'

/** A page in a browser. */
export interface Opened {
  readonly page: Page
  /** What the console complained of, and every request that went elsewhere. Read again whenever it matters. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

/** The sites and the browser of one test file. */
export interface Sites {
  readonly originOf: (site: SiteName) => string
  /** Opens an address, which must answer with 200, in a browser that knows nothing. Closing fails where anything complained. */
  readonly open: (site: SiteName, address: string, options?: BrowserContextOptions) => Promise<Opened>
  /**
   * The same in a tab where others of these tests have read before, with nothing left in its cache: a third of the time. For tests
   * that look at many pages and leave the tab as it was, but for size, media and text size.
   */
  readonly visit: (site: SiteName, address: string, options?: BrowserContextOptions) => Promise<Opened>
}

const commands: Readonly<Record<SiteName, readonly string[]>> = {
  delivered: ['serve'],
  demonstration: ['serve', '--demo'],
}

/** Whether the pages are read as files, from a server that knows nothing of them, rather than from Pejling itself. */
export const areFiles = inject('exported') !== undefined

const viewport = { width: 1280, height: 900 }

interface Serving {
  readonly origin: string
  readonly stop: () => Promise<unknown>
}

async function serveSite(site: SiteName, folder: string): Promise<Serving> {
  if (areFiles) {
    const { origin, stop } = await serveFolder(inject('exported')[site])
    return { origin, stop: () => Promise.resolve(stop()) }
  }
  const server: Running = start(commands[site], join(folder, site), { PORT: '0' })
  const origin = /Pejling: (\S+)/.exec(await server.said(/Pejling: \S+/))?.[1] ?? ''
  return {
    origin,
    stop: () => {
      server.process.kill('SIGTERM')
      return server.ended
    },
  }
}

/**
 * The site over the delivered figures and over the demonstration set, from the real server or as files, and a real browser, for all
 * tests of a file.
 */
export function useSites(): Sites {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-pages-'))
  const servers = new Map<SiteName, Serving>()
  let browser: Browser
  beforeAll(async () => {
    for (const site of ['delivered', 'demonstration'] as const) servers.set(site, await serveSite(site, folder))
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    for (const { stop } of servers.values()) await stop()
    rmSync(folder, { recursive: true })
  })
  const originOf = (site: SiteName): string => servers.get(site)?.origin ?? ''

  /** Reads an address in a page; what is to be done with the page at the end is for the caller to say. */
  async function read(
    page: Page,
    site: SiteName,
    address: string,
    options: BrowserContextOptions,
    leave: () => Promise<unknown>,
  ): Promise<Opened> {
    const origin = originOf(site)
    const complaints: string[] = []
    const onConsole = (message: ConsoleMessage): void => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
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

  const fresh = async (options: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({ viewport, ...options })
    return context.newPage()
  }

  /** The tabs that are free to be used again, by what they were opened with. */
  const free = new Map<string, Page[]>()
  return {
    originOf,
    async open(site, address, options = {}) {
      const page = await fresh(options)
      return read(page, site, address, options, () => page.context().close())
    },
    async visit(site, address, options = {}) {
      const key = JSON.stringify(options)
      const tabs = free.get(key) ?? []
      free.set(key, tabs)
      const page = tabs.pop() ?? (await fresh(options))
      await page.setViewportSize(options.viewport ?? viewport)
      const { colorScheme = 'light', forcedColors = 'none', reducedMotion = 'no-preference' } = options
      await page.emulateMedia({ media: null, colorScheme, forcedColors, reducedMotion })
      const devTools = await page.context().newCDPSession(page)
      await devTools.send('Network.clearBrowserCache')
      await devTools.detach()
      return read(page, site, address, options, () => Promise.resolve(tabs.push(page)))
    },
  }
}

/** Every kind of page, in both languages between them. */
const everyKind = [
  '/',
  '/en',
  '/maal/2.2',
  '/en/goal/1.3',
  '/indikator/valgdeltagelse-kv',
  '/en/indicator/valgdeltagelse-kv',
  '/indikator/valgdeltagelse-kv?opdeling=valgsted&fra=2013',
  '/indikator/valgdeltagelse-kv?visning=tabel',
  '/indikator/valgdeltagelse-kv?opdeling=alder&figur=hver-for-sig',
  '/en/indicator/valgdeltagelse-kv?breakdown=alder&figure=distance',
  '/indikator/valgdeltagelse-kv?opdeling=alder&figur=seneste&grupper=18-29,30-44',
  '/indikator/bestyrelser-dissimilaritet-alder',
  '/indikator/borgerpanel-medlemmer?opdeling=alder',
  '/indikator/skole-hjem-samtaler',
  '/indikator/foreningsmedlemskab',
  '/en/indicator/beskaeftigelsesfrekvens',
  '/udgivelser',
  '/udgivelser/1',
  '/en/data',
  '/om',
  '/en/about',
  '/tilgaengelighed',
  '/en/privacy',
  '/soeg',
  '/en/search?q=turnout',
  '/udgivelser/1/overblik',
  '/en/releases/1/indicator/elevtrivsel',
  '/api',
  '/en/api',
] as const

/** Of the files, which are what the server answered: the kinds of page that a script, a policy or an address of its own could break. */
const kindsAsFiles = [
  '/',
  '/indikator/valgdeltagelse-kv?opdeling=alder&figur=hver-for-sig',
  '/en/indicator/valgdeltagelse-kv?view=table',
  '/udgivelser/1',
  '/en/search?q=turnout',
  '/en/releases/1/indicator/elevtrivsel',
  '/api',
] as const

/** The pages that every page's tests are run on. */
export const addresses: readonly string[] = areFiles ? kindsAsFiles : everyKind
