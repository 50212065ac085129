import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { setPriority, tmpdir } from 'node:os'
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

/** Gives a browser, and what it starts, the processor only when no one else needs it: readers are answered first. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 10)
  } catch {
    // A system that forbids it shares its time evenly; or it has ended already.
  }
}

/** Longest time a document may take to print, in milliseconds. */
const timeout = 60_000

/** Thrown where no PDF file came of a document; the message says which browser was asked, and what it said. */
export class CannotPrintError extends Error {
  override name = 'CannotPrintError'
}

/** Makes a PDF of a whole HTML document that needs nothing from elsewhere. Rejects with a {@link CannotPrintError}. */
export type PrintPdf = (html: string) => Promise<Buffer>

/** The Chromium of this machine: the given one, else one at a usual place; `null`: there is none. */
export function findChromium(given: string | null): string | null {
  return given ?? usualPlaces.find((path) => existsSync(path)) ?? null
}

/**
 * Prints with a Chromium: tagged, with the headings as bookmarks, in the document's language. One document at a time, since each
 * takes a browser of its own.
 */
export function printWith(chromium: string): PrintPdf {
  const print: PrintPdf = async (html) => {
    const folder = await mkdtemp(join(tmpdir(), 'pejling-pdf-'))
    try {
      const [page, paper] = [join(folder, 'page.html'), join(folder, 'paper.pdf')]
      await writeFile(page, html)
      const printing = run(
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
        { timeout: timeout },
      )
      lowerPriority(printing.child.pid)
      const why = await printing.then(
        // What it says of itself goes to the log; of that the last line names the reason.
        ({ stderr }) => stderr.trim().split('\n').at(-1) ?? '',
        (error: unknown) => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)),
      )
      const pdf = await readFile(paper).catch(() => null)
      // A browser that cannot see the folder of temporary files, as a snap, ends well and has printed nothing.
      if (pdf?.subarray(0, 5).toString() !== '%PDF-') {
        throw new CannotPrintError(`${chromium} made no PDF file${why === '' ? '' : `: ${why}`}`)
      }
      return pdf
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

/** Tries whether anything can be printed at all. Resolves to why not; `null`: it can. */
export async function whyNotPrinted(print: PrintPdf): Promise<CannotPrintError | null> {
  try {
    await print('<!doctype html><html lang="da"><title>Pejling</title><p>Pejling</p></html>')
    return null
  } catch (error) {
    if (error instanceof CannotPrintError) return error
    throw error
  }
}
