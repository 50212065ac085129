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

/** The file an address is written to: a page is the `index.html` of its folder, a document without an ending gets `.json`. */
export function fileOf(address: string, contentType: string): string {
  const path = address.split('?')[0]?.replace(/^\//, '') ?? ''
  if (contentType.startsWith('text/html')) return join(path, 'index.html')
  return /\.[a-z0-9]+$/.test(path) && !contentType.startsWith('application/json')
    ? path
    : path.endsWith('.json')
      ? path
      : `${path}.json`
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
    sources: outsideSources(config),
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
