import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ImportDetail } from '@pejling/domain/workspace/imports'
import { usualTerms } from '../apps/api/src/accounts/session-terms.ts'
import { openSession } from '../apps/api/src/accounts/sessions.ts'
import { addEditor, imported, makeForImport, millionRows } from './installation.ts'
import { descendants, peakMemory, startServer, type Server } from './measure.ts'
import { atMost } from './results.ts'
import { askWorkspace } from './workspace.ts'

const cli = fileURLToPath(new URL('../apps/api/dist/server/main.js', import.meta.url))
const email = 'bench@example.dk'

/** The most memory a process beside the server has held so far, in MB; the importing process is one of them. */
const peakOfImporter = ({ process: { pid = 0 } }: Server): number => Math.max(0, ...descendants(pid).map(peakMemory))

type Browser = Parameters<typeof askWorkspace>[0]

interface Followed {
  /** How long the slowest reader waited, in ms. */
  readonly slowest: number
  /** The most memory the importing process held, in MB. */
  readonly memory: number
  /** The file when the step had ended. */
  readonly file: ImportDetail
}

/** Follows a step until nothing is under way. */
async function follow(server: Server, browser: Browser, number: number): Promise<Followed> {
  let [slowest, memory] = [0, 0]
  for (;;) {
    const began = performance.now()
    await (await fetch(`${server.origin}/api/v1/indicators`)).arrayBuffer()
    slowest = Math.max(slowest, performance.now() - began)
    memory = Math.max(memory, peakOfImporter(server))
    const file = await askWorkspace(browser, ImportDetail, `/imports/${number}`)
    if (file.progress === null) return { slowest, memory, file }
    await pause(500)
  }
}

/** (h) A file of a million rows: looked at, tried, and imported; the memory of the whole server, and what readers notice. */
export async function measureImports(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-bench-'))
  try {
    const db = makeForImport(folder)
    await addEditor(db, email, 'en lang adgangskode til måling')
    const secret = openSession(db, { email, agent: 'bench', by: 'password', terms: usualTerms })
    db.connection.close()
    const server = await startServer([cli, 'serve'], '/api/v1/indicators', { PEJLING_DATA: folder })
    const browser = { origin: server.origin, headers: { cookie: `pejling=${secret}` } }
    const form = new FormData()
    form.set('file', millionRows(), 'million.csv')
    const began = performance.now()
    const { number } = await askWorkspace(browser, ImportDetail, `/imports?indicator=${imported}`, 'POST', form)
    const looking = await follow(server, browser, number)
    const meaning = { mapping: { decimal: ',', area: '217' } }
    await askWorkspace(browser, ImportDetail, `/imports/${number}`, 'PATCH', meaning)
    await askWorkspace(browser, ImportDetail, `/imports/${number}/preview`, 'POST')
    const trying = await follow(server, browser, number)
    const { outcome } = trying.file
    process.stdout.write(`Tried: ${outcome?.added ?? 'nothing'} new\n`)
    await askWorkspace(browser, ImportDetail, `/imports/${number}/apply`, 'POST', { digest: outcome?.digest })
    const applying = await follow(server, browser, number)
    const seconds = Math.round((performance.now() - began) / 1000)
    await server.stop()
    const steps = [looking, trying, applying]
    const most = Math.max(...steps.map(({ memory }) => memory))
    const detail = `${Math.round(most)} MB, ${seconds} s`
    atMost('(h) memory for importing 1,002,000 rows, of 300 MB', detail, most / 300, 1)
    const slowest = Math.max(...steps.map((one) => one.slowest))
    atMost('(h) the slowest answer to a reader meanwhile, of 1 s', `${Math.round(slowest)} ms`, slowest / 1000, 1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
