import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Running, start } from '../product/command-line.ts'
import { violations } from './axe.ts'
import { launchBrowser } from './browser.ts'

const passphrase = 'en lang adgangskode med mellemrum'

/** The real server, with its desk, and a real browser, for all tests of a file. */
export interface DeskSite {
  /** The data folder of the server, for the command line. */
  readonly folder: string
  readonly passphrase: string
  readonly origin: () => string
  /** The password said at the first start; it has to be changed when it is used. */
  readonly oneTime: () => string
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>
  /** Signs in with the passphrase; whoever signs in first must have chosen it. */
  readonly signIn: (page: Page) => Promise<void>
  /** Signs in with the one-time password and chooses the passphrase. */
  readonly signInFirst: (page: Page) => Promise<void>
}

/**
 * Starts a {@link DeskSite} before the tests of a file, and ends it after them: over the demonstration set, or over the delivered
 * figures where settings are given, which are asked for when it starts.
 */
export function useDesk(settings: (() => Promise<Readonly<Record<string, string>>>) | null = null): DeskSite {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-desk-'))
  let server: Running
  let browser: Browser
  let origin = ''
  let oneTime = ''
  beforeAll(async () => {
    const command = settings === null ? ['serve', '--demo'] : ['serve']
    server = start(command, folder, { PORT: '0', ...(await settings?.()) })
    origin = /Pejling: (\S+)/.exec(await server.said(/Pejling: \S+/))?.[1] ?? ''
    oneTime = /shown only now: (\S+)/.exec(await server.said(/shown only now: \S+/))?.[1] ?? ''
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    server.process.kill('SIGTERM')
    await server.ended
    rmSync(folder, { recursive: true })
  })
  const enter = async (page: Page, password: string): Promise<void> => {
    await page.goto(`${origin}/admin/log-ind`)
    await page.getByLabel('E-mail').fill('administrator@pejling.local')
    await page.getByLabel('Adgangskode', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Log ind' }).click()
  }
  return {
    folder,
    passphrase,
    origin: () => origin,
    oneTime: () => oneTime,
    newPage: async (options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      return page
    },
    signIn: async (page) => {
      await enter(page, passphrase)
      await page.waitForURL(/admin$/)
    },
    signInFirst: async (page) => {
      await enter(page, oneTime)
      await page.waitForURL(/adgangskode$/)
      await page.getByLabel('Nuværende adgangskode').fill(oneTime)
      await page.getByLabel('Ny adgangskode').fill(passphrase)
      await page.keyboard.press('Enter')
      await page.waitForURL(/admin$/)
    },
  }
}

/** Asks axe, with every rule on. */
export async function audit(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
}

/** How far the page reaches beyond the screen sideways, in CSS pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
