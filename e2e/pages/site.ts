import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { type Running, start } from '../product/command-line.ts'
import { serveFolder } from './file-server.ts'
import { type Opened, Tabs } from './tabs.ts'

/** Which figures a site shows. */
export type SiteName = 'delivered' | 'demonstration'

/** Opens an address of a site. */
type OpenOf = (site: SiteName, address: string, options?: BrowserContextOptions) => Promise<Opened>

/** The sites and the browser of one test file. */
export interface Sites {
  readonly originOf: (site: SiteName) => string
  /** Opens an address in a tab of its own: {@link Tabs.open}. */
  readonly open: OpenOf
  /** Opens an address in a tab that is used again: {@link Tabs.visit}. */
  readonly visit: OpenOf
}

const commands: Readonly<Record<SiteName, readonly string[]>> = {
  delivered: ['serve'],
  demonstration: ['serve', '--demo'],
}

/** Whether the pages are read as files, from a server that knows nothing of them, rather than from Pejling itself. */
export const areFiles = inject('exported') !== undefined

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
  let tabs: Tabs
  beforeAll(async () => {
    for (const site of ['delivered', 'demonstration'] as const) servers.set(site, await serveSite(site, folder))
    tabs = await Tabs.launch()
  })
  afterAll(async () => {
    await tabs.close()
    for (const { stop } of servers.values()) await stop()
    rmSync(folder, { recursive: true })
  })
  const originOf = (site: SiteName): string => servers.get(site)?.origin ?? ''

  return {
    originOf,
    open: (site, ...rest) => tabs.open(originOf(site), ...rest),
    visit: (site, ...rest) => tabs.visit(originOf(site), ...rest),
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
