import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { usualTerms } from '../apps/api/src/accounts/session-terms.ts'
import { openSession } from '../apps/api/src/accounts/sessions.ts'
import { addEditor, imported, makeForImport, millionRows } from './installation.ts'
import { descendants, peakMemory, startServer, type Server } from './measure.ts'
import { atMost } from './results.ts'

const cli = fileURLToPath(new URL('../apps/api/dist/server/main.js', import.meta.url))
const email = 'bench@example.dk'

/** The most memory a process beside the server has held so far, in MB; the importing process is one of them. */
const peakOfImporter = ({ process: { pid = 0 } }: Server): number => Math.max(0, ...descendants(pid).map(peakMemory))

/** Sends a form as an administrator's program would, and answers the page that comes of it. */
async function send(server: Server, path: string, secret: string, body: FormData | URLSearchParams): Promise<Response> {
  return fetch(server.origin + path, {
    method: 'POST',
    body,
    headers: { cookie: `pejling=${secret}`, origin: server.origin },
  })
}

interface Followed {
  /** How long the slowest reader waited, in ms. */
  readonly slowest: number
  /** The most memory the importing process held, in MB. */
  readonly memory: number
}

/** Follows a step until nothing is under way. */
async function follow(server: Server, address: string, secret: string): Promise<Followed> {
  let [slowest, memory] = [0, 0]
  for (;;) {
    const began = performance.now()
    await (await fetch(`${server.origin}/api/v1/indicators`)).arrayBuffer()
    slowest = Math.max(slowest, performance.now() - began)
    memory = Math.max(memory, peakOfImporter(server))
    const page = await (await fetch(address, { headers: { cookie: `pejling=${secret}` } })).text()
    if (!page.includes('data-progress')) return { slowest, memory }
    // As often as the page itself asks.
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
    const form = new FormData()
    form.set('indicator', imported)
    form.set('file', millionRows(), 'million.csv')
    const began = performance.now()
    const { url } = await send(server, '/admin/indlaes', secret, form)
    const looking = await follow(server, url, secret)
    const path = new URL(url).pathname
    await send(server, path, secret, new URLSearchParams({ step: 'try', decimal: ',', area: '217' }))
    const trying = await follow(server, url, secret)
    const tried = await (await fetch(url, { headers: { cookie: `pejling=${secret}` } })).text()
    process.stdout.write(`Tried: ${/[\d.]+ nye[^<]*/.exec(tried)?.[0] ?? 'nothing'}\n`)
    await send(server, path, secret, new URLSearchParams({ step: 'apply' }))
    const applying = await follow(server, url, secret)
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
