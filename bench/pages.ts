import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import lighthouse from 'lighthouse'
import type { Browser } from 'playwright-core'
import { z } from 'zod'
import { launchBrowser } from '../e2e/pages/browser.ts'
import { median, startServer, type Server } from './measure.ts'
import { atLeast, atMost } from './results.ts'

/* The pages as a slow phone gets them: CPU slowed four times, 1.6 Mbit/s, 150 ms, nothing kept from before. */

const cli = fileURLToPath(new URL('../apps/api/dist/server/main.js', import.meta.url))
const debugging = 22_900
const slow = { latency: 150, downloadThroughput: (1.6 * 1_000_000) / 8, uploadThroughput: (0.75 * 1_000_000) / 8 }
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
const measuredPages = [
  ['overview', '/'],
  ['indicator', '/indikator/valgdeltagelse-kv'],
] as const

interface Visit {
  /** Milliseconds from the navigation's start. */
  readonly largestPaint: number
  readonly firstChart: number
  readonly blocking: number
  readonly shift: number
  /** Bytes of script as they came over the wire. */
  readonly scriptBytes: number
  readonly hasRecharts: boolean
}

const Seen = z.object({
  largestPaint: z.number(),
  firstChart: z.number(),
  blocking: z.number(),
  shift: z.number(),
})

/**
 * Runs in the page before anything else of it. The first chart is there with the first paint where it stands in what has been
 * laid out by then; else it is looked for frame by frame.
 */
const watch = `
  const seen = { largestPaint: 0, firstChart: 0, blocking: 0, shift: 0 }
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  const isShown = () => [...document.querySelectorAll('svg.figure')].some((svg) => svg.getBoundingClientRect().width > 0)
  const look = () => (isShown() ? (seen.firstChart = performance.now()) : requestAnimationFrame(look))
  observe('largest-contentful-paint', ({ startTime }) => (seen.largestPaint = startTime))
  observe('layout-shift', ({ value }) => (seen.shift += value))
  observe('longtask', ({ duration }) => (seen.blocking += Math.max(0, duration - 50)))
  observe('paint', ({ name, startTime }) => {
    if (name !== 'first-contentful-paint') return
    if (isShown()) seen.firstChart = startTime
    else look()
  })
  globalThis.seen = seen
`

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', { offline: false, ...slow })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const scripts = new Set<string>()
  let scriptBytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength
  })
  const texts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') texts.push(response.text())
  })
  await page.addInitScript(watch)
  await page.goto(url, { waitUntil: 'networkidle' })
  const seen = Seen.parse(await page.evaluate('seen'))
  const hasRecharts = (await Promise.all(texts)).some((text) => text.includes('recharts'))
  await context.close()
  return { ...seen, scriptBytes, hasRecharts }
}

async function paints(browser: Browser, server: Server, site: string): Promise<void> {
  // How fast the machine is today: the paint of three words, with nothing of ours about them.
  const words: number[] = []
  for (let turn = 0; turn < 7; turn += 1) words.push((await visit(browser, `${server.origin}/readyz`)).largestPaint)
  const leastPaint = median(words).toFixed(0)
  for (const [name, path] of measuredPages) {
    // The browser's own start is not the page's doing.
    await visit(browser, server.origin + path)
    const visits: Visit[] = []
    for (let turn = 0; turn < 15; turn += 1) visits.push(await visit(browser, server.origin + path))
    const middle = (of: (one: Visit) => number): number => median(visits.map(of))
    const where = `${name}, ${site}`
    const [paint, chart] = [middle((one) => one.largestPaint), middle((one) => one.firstChart)]
    atMost(
      `pages: largest paint of 500 ms, ${where}`,
      `${paint.toFixed(0)} ms (three words: ${leastPaint})`,
      paint / 500,
      1,
    )
    atMost(`pages: first chart of 500 ms, ${where}`, `${chart.toFixed(0)} ms`, chart / 500, 1)
    const blocking = middle((one) => one.blocking)
    atMost(`pages: blocking time of 100 ms, ${where}`, `${blocking.toFixed(0)} ms`, blocking / 100, 1)
    const shift = Math.max(...visits.map((one) => one.shift))
    atMost(`pages: layout shift, ${where}`, shift.toFixed(4), shift, 0)
    const bytes = Math.max(...visits.map((one) => one.scriptBytes))
    atMost(`pages: script before interaction of 90 KB, ${where}`, `${(bytes / 1024).toFixed(1)} KB`, bytes / 92_160, 1)
    atMost(`pages: Recharts before interaction, ${where}`, '', visits.some((one) => one.hasRecharts) ? 1 : 0, 0)
  }
}

/** Each page the first time after a start, and from memory. */
async function renders(folder: string, args: readonly string[]): Promise<void> {
  const paths = ['/', '/maal/1.2', '/indikator/valgdeltagelse-kv', '/indikator/elevtrivsel', '/om', '/data']
  const server = await startServer([cli, ...args], '/readyz', { PEJLING_DATA: folder })
  const time = async (path: string): Promise<number> => {
    const began = performance.now()
    await (await fetch(server.origin + path)).arrayBuffer()
    return performance.now() - began
  }
  const first: number[] = []
  const again: number[] = []
  for (const path of paths) {
    first.push(await time(path))
    const repeats: number[] = []
    for (let turn = 0; turn < 20; turn += 1) repeats.push(await time(path))
    again.push(median(repeats))
  }
  const [slowest, usual] = [median(first), median(again)]
  atMost('pages: first render of 50 ms, median of six pages', `${slowest.toFixed(1)} ms`, slowest / 50, 1)
  atMost('pages: from memory of 5 ms, median of six pages', `${usual.toFixed(1)} ms`, usual / 5, 1)
  await server.stop()
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

async function judgedByLighthouse(server: Server, site: string): Promise<void> {
  for (const [name, path] of measuredPages) {
    const result = await lighthouse(server.origin + path, {
      port: debugging,
      onlyCategories: [...categories],
      output: 'json',
      logLevel: 'error',
    })
    for (const category of categories) {
      const score = 100 * (result?.lhr.categories[category]?.score ?? 0)
      atLeast(`pages: Lighthouse ${category}, ${name}, ${site}`, score.toFixed(0), score, 99)
    }
  }
}

/** Measures the pages of the delivered figures and of the demonstration set. */
export async function measurePages(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-bench-pages-'))
  const browser = await launchBrowser(`--remote-debugging-port=${debugging}`)
  try {
    for (const [site, args] of [
      ['delivered', ['serve']],
      ['demonstration', ['serve', '--demo']],
    ] as const) {
      const server = await startServer([cli, ...args], '/', { PEJLING_DATA: folder })
      await paints(browser, server, site)
      await judgedByLighthouse(server, site)
      await server.stop()
    }
    await renders(folder, ['serve', '--demo'])
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
