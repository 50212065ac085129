import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildApp } from '../app.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { loadPages } from '../public/page-renderer.ts'
import { publicAddresses } from '../public/addresses.ts'
import { Publication } from '../public/publication.ts'
import { outsideSources } from '../sources/sources.ts'
import { openReleaseStore } from '../releases/release-store.ts'

/** Endings that say what is in a file. A goal's number is none: `goals/2.2`. */
const endings = /\.(?:json|csv|xlsx|json-stat|sdmx-csv|zip|svg|png|txt|xml|atom|ttl|jsonld|js|css|woff2)$/

/** The file an address is written to: a page is the `index.html` of its folder, a document without an ending gets `.json`. */
export function fileOf(address: string, contentType: string): string {
  const path = address.split('?')[0]?.replace(/^\//, '') ?? ''
  if (contentType.startsWith('text/html')) return join(path, 'index.html')
  return endings.test(path) ? path : `${path}.json`
}

/**
 * Writes the newest release as files: every public page, API answer, table and chart, as the server itself answers them.
 * Answers how many files were written.
 */
export async function exportSite(db: Database, config: Config, folder: string): Promise<number> {
  const store = openReleaseStore(db)
  const pages = loadPages()
  const app = await buildApp({
    store,
    milliseconds: () => 0,
    config: { ...config, logLevel: 'error' },
    pages,
    sources: outsideSources(config.sourceUrls),
    printPdf: null,
    workspace: null,
  })
  const write = (file: string, bytes: Buffer): void => {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
  let files = 0
  const addresses = await publicAddresses(new Publication(store, () => 0), pages)
  for (const address of addresses) {
    const answer = await app.inject({ method: 'GET', url: address })
    if (answer.statusCode !== 200) throw new Error(`${address} answered ${answer.statusCode}`)
    write(fileOf(address, String(answer.headers['content-type'])), answer.rawPayload)
    files += 1
  }
  await app.close()
  return files
}
