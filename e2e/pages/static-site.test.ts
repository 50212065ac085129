import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pejling } from '../product/command-line.ts'
import { launchBrowser } from './browser.ts'
import { audit } from './desk-site.ts'

/* The site as files: served by a server that knows nothing but files, as docs/operation.md says. */

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.png': 'image/png',
}

let root: string
let server: Server
let browser: Browser
let origin: string

/** The file at an address: itself, its folder's page, or its document. */
function fileAt(site: string, url: string): string | null {
  const path = join(site, normalize(decodeURIComponent(url.split('?')[0] ?? '/')))
  const candidates = [path, join(path, 'index.html'), `${path}.json`]
  return candidates.find((file) => existsSync(file) && statSync(file).isFile()) ?? null
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'pejling-static-'))
  const site = join(root, 'site')
  const data = join(root, 'data')
  for (const command of [['seed'], ['publish', '--title', 'Første'], ['export-site', site]]) {
    const { code, output } = await pejling(command, data)
    if (code !== 0) throw new Error(output)
  }
  server = createServer((request, response) => {
    const file = fileAt(site, request.url ?? '/')
    if (file === null) {
      response.writeHead(404)
      response.end()
      return
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    response.end(readFileSync(file))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
  rmSync(root, { recursive: true })
})

it.each(['/', '/en', '/maal/2.2', '/indikator/valgdeltagelse-kv', '/en/data', '/udgivelser/1'])(
  '%s is whole, and every address it names without a choice is a file',
  async (path) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    expect((await page.goto(origin + path))?.status()).toBe(200)
    await audit(page)
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    // Choices within a page, and pages as they were in an older release, need the server.
    const own = [...new Set(links)].filter(
      (link) => link.startsWith('/') && !link.includes('?') && !/^\/(?:en\/releases|udgivelser)\/\d+\//.test(link),
    )
    expect(own.length).toBeGreaterThan(3)
    const missing = []
    for (const link of own) {
      const answer = await page.request.get(origin + (link.split('#')[0] ?? ''))
      if (answer.status() !== 200) missing.push(link)
    }
    expect(missing).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  },
)
