import { type ChildProcess, execFile, fork, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openDatabase, systemClock } from '../apps/api/src/db/database.ts'
import { system } from '../apps/api/src/db/actor.ts'
import { addUser } from '../apps/api/src/accounts/users.ts'
import { addLargeIndicators, imported, largest, millionRows } from './installation.ts'
import { descendants, median, peakMemory, startServer, type Server } from './measure.ts'
import { atMost } from './results.ts'
import { Desk } from './desk.ts'
import type { Answer } from './steady-reader.ts'

const run = promisify(execFile)
const cli = fileURLToPath(new URL('../apps/api/dist/server/main.js', import.meta.url))
const steadyReader = fileURLToPath(new URL('steady-reader.ts', import.meta.url))
const perSecond = 50

/** Where readers read: pages in both languages, documents, tables, charts, the search and the feed. */
const addresses = [
  '/',
  '/en',
  '/maal/2.1',
  '/indikator/valgdeltagelse-kv',
  '/en/indicator/neet-16-24',
  '/data',
  '/udgivelser',
  '/soeg?q=valg',
  '/api/v1/indicators',
  '/api/v1/indicators/valgdeltagelse-kv',
  '/api/v1/indicators/valgdeltagelse-kv/observations.csv',
  '/api/v1/indicators/neet-16-24/chart.svg',
  '/api/v1/indicators/neet-16-24?release=1',
  '/udgivelser/1/indikator/valgdeltagelse-kv',
]

interface Reading {
  readonly end: () => Promise<readonly Answer[]>
}

function read(server: Server): Reading {
  const child = fork(steadyReader, [server.origin, String(perSecond), ...addresses], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const answers = new Promise<readonly Answer[]>((resolve) =>
    child.once('message', (sent: readonly Answer[]) => resolve(sent)),
  )
  return {
    end: () => {
      child.send('end')
      return answers
    },
  }
}

/** Another process that holds SQLite's write lock for a number of seconds. */
async function holdLock(file: string, seconds: number): Promise<void> {
  const script = `const d = new (require('better-sqlite3'))(process.argv[1]); d.exec('BEGIN IMMEDIATE'); setTimeout(() => d.exec('ROLLBACK'), ${seconds * 1000})`
  const child: ChildProcess = spawn(process.execPath, ['-e', script, file], {
    cwd: fileURLToPath(new URL('../apps/api', import.meta.url)),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await new Promise((resolve) => child.once('exit', resolve))
}

/** As many addresses as there are numbers. */
const manyAddresses = (index: number): string => `10.${index >> 8}.${index & 255}.1`

/** What is going on while readers read, one after another. */
function disturbances(
  server: Server,
  desk: Desk,
  folder: string,
): readonly (readonly [string, () => Promise<unknown>])[] {
  const { origin } = server
  const file = join(folder, 'demonstration.sqlite')
  const command = (...args: string[]) =>
    run(process.execPath, [cli, ...args], { env: { ...process.env, PEJLING_DATA: folder } })
  return [
    ['nothing else', () => pause(5000)],
    [
      'an indicator of 200,000 figures is previewed and published',
      async () => {
        await desk.get(`/admin/se/indikator/${largest}/efter`)
        await desk.publish()
      },
    ],
    [
      '20 odd pictures and a PDF are asked for',
      () =>
        Promise.all([
          fetch(`${origin}${desk.meeting}/bilag.pdf`).then((answer) => answer.arrayBuffer()),
          ...Array.from({ length: 20 }, async (_, index) => {
            const size = `width=${701 + index * 37}&height=${401 + index * 29}`
            await (await fetch(`${origin}/api/v1/indicators/valgdeltagelse-kv/chart.png?${size}`)).arrayBuffer()
          }),
        ]),
    ],
    [
      'another process holds the write lock for 20 s',
      () =>
        Promise.all([
          holdLock(file, 20),
          pause(1000).then(() =>
            Promise.all([
              desk.signIn(),
              desk.get('/api/v1/workspace/overview'),
              desk.get('/api/v1/workspace/releases/preview'),
            ]),
          ),
        ]),
    ],
    [
      '19 MB bodies arrive without a token',
      () => {
        const body = Buffer.alloc(19_000_000, '{},')
        const headers = { 'content-type': 'application/json' }
        return Promise.all(
          Array.from({ length: 12 }, (_, index) =>
            // A server that answers before it has read everything may end the connection.
            fetch(`${origin}/api/v1/${index % 2 === 0 ? 'workspace/observations/x' : 'indicators'}`, {
              method: index % 2 === 0 ? 'PUT' : 'POST',
              headers,
              body,
            }).catch(() => null),
          ),
        )
      },
    ],
    [
      'a backup is made and retention runs',
      async () => {
        await command('backup', join(folder, 'backup.sqlite'), '--demo')
        await command('retention', '--demo')
      },
    ],
    [
      '1,000 wrong passwords arrive at once from one address',
      () => Promise.all(Array.from({ length: 1000 }, (_, index) => desk.guess(`wrong ${index}`, '192.0.2.1'))),
    ],
    [
      '1,000 wrong passwords arrive at once from as many addresses, and the owner signs in',
      async () => {
        const guesses = Array.from({ length: 1000 }, (_, index) => desk.guess(`wrong ${index}`, manyAddresses(index)))
        await desk.signIn()
        await Promise.all(guesses)
      },
    ],
    // Last, because it takes longest.
    ['a million rows are imported', () => desk.import(imported, millionRows())],
  ]
}

/**
 * (r) What readers notice while everything else goes on, at 50 requests a second: the longest answer and the one that 99 of 100 are
 * shorter than; and what the serving process holds. It runs with a heap of 256 MB.
 */
export async function measureReaders(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-readers-'))
  const args = ['--max-old-space-size=256', cli, 'serve', '--demo']
  try {
    const first = await startServer(args, '/readyz', { PEJLING_DATA: folder })
    await first.stop()
    const db = openDatabase(join(folder, 'demonstration.sqlite'), systemClock)
    addLargeIndicators(db)
    const { password } = addUser(db, system, { email: 'bench@example.dk', name: 'Bench', role: 'administrator' })
    db.connection.close()
    // Where guesses come from is said by a proxy that is believed.
    const server = await startServer(args, '/readyz', { PEJLING_DATA: folder, PEJLING_PROXY: '127.0.0.1' })
    const { pid = 0 } = server.process
    const desk = new Desk(server.origin, 'bench@example.dk')
    await desk.choosePassword(password)
    // What is made once, and the code that makes it, is there before anything is measured.
    for (const address of addresses) await (await fetch(server.origin + address)).arrayBuffer()
    let largestOther = 0
    const watch = setInterval(() => {
      largestOther = Math.max(largestOther, ...descendants(pid).map((one) => peakMemory(one)))
    }, 500)
    for (const [name, disturb] of disturbances(server, desk, folder)) {
      const reading = read(server)
      await pause(1000)
      const began = performance.now()
      await disturb()
      const took = (performance.now() - began) / 1000
      await pause(500)
      const answers = await reading.end()
      const failed = answers.filter((answer) => answer.status !== 200)
      const sorted = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
      const [p99, longest] = [sorted[Math.floor(sorted.length * 0.99)] ?? NaN, sorted.at(-1) ?? NaN]
      const detail = `p50 ${median(sorted).toFixed(1)} ms of ${sorted.length}, ${took.toFixed(0)} s`
      process.stdout.write(
        `${name}: ${detail}, p99 ${p99.toFixed(1)}, longest ${longest.toFixed(0)}, failed ${failed.length}\n`,
      )
      atMost(`(r) p99 while ${name}, of 50 ms`, `${p99.toFixed(1)} ms; ${detail}`, p99 / 50, 1)
      atMost(`(r) longest while ${name}, of 250 ms`, `${longest.toFixed(0)} ms`, longest / 250, 1)
      atMost(`(r) answers that failed while ${name}`, `${failed.length} of ${sorted.length}`, failed.length, 0)
    }
    clearInterval(watch)
    const held = peakMemory(pid)
    atMost('(r) memory of the serving process at most, of 400 MB', `${held.toFixed(0)} MB`, held / 400, 1)
    process.stdout.write(`The largest process beside it: ${largestOther.toFixed(0)} MB\n`)
    const alive = await fetch(`${server.origin}/readyz`)
    atMost('(r) the process lives on, ready', `${alive.status}`, alive.status / 200, 1)
    await server.stop()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
