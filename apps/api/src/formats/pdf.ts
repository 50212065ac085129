import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where Chromium and its kin are installed on the systems a server runs on. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Longest time a document may take to print, in milliseconds. */
const patience = 60_000

/** Makes a PDF of a whole HTML document that needs nothing from elsewhere. */
export type PrintPdf = (html: string) => Promise<Buffer>

/** The Chromium of this machine: the given one, else one at a usual place; `null`: there is none. */
export function findChromium(given: string | null): string | null {
  return given ?? usualPlaces.find((path) => existsSync(path)) ?? null
}

/**
 * Prints with a Chromium: tagged, with the headings as bookmarks, in the document's language. One document at a time, since each
 * takes a browser of its own. Throws where it cannot be printed.
 */
export function printWith(chromium: string): PrintPdf {
  const print: PrintPdf = async (html) => {
    const folder = await mkdtemp(join(tmpdir(), 'pejling-pdf-'))
    try {
      const [page, paper] = [join(folder, 'page.html'), join(folder, 'paper.pdf')]
      await writeFile(page, html)
      await run(
        chromium,
        [
          '--headless',
          // Chromium cannot shut itself in where it is started by root; what it prints is our own.
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          '--disable-gpu',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          `--user-data-dir=${join(folder, 'profile')}`,
          '--no-pdf-header-footer',
          '--generate-pdf-document-outline',
          `--print-to-pdf=${paper}`,
          pathToFileURL(page).href,
        ],
        { timeout: patience },
      )
      return await readFile(paper)
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  return (html) => {
    const next = last.then(
      () => print(html),
      () => print(html),
    )
    last = next
    return next
  }
}
