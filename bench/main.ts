import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { changeAndPublish, makeInstallation, measured } from './installation.ts'
import { measureGrid } from './grid.ts'
import { measureImports } from './imports.ts'
import { measurePages } from './pages.ts'
import { measureProjection } from './projection.ts'
import { measureReaders } from './readers.ts'
import { measureStatistics } from './statistics.ts'
import { atLeast, atMost, results } from './results.ts'
import { compareP99, compareThroughput, median, startServer, type Server } from './measure.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const cli = fileURLToPath(new URL('../apps/api/dist/server/main.js', import.meta.url))
const round = (value: number) => Math.round(value).toLocaleString('en-GB')
const address = `/api/v1/indicators/${measured}`

const serve = (folder: string): Promise<Server> => startServer([cli, 'serve'], address, { PEJLING_DATA: folder })

/** (a) One released document against the least a server can do, and against the plain way. */
async function throughput(folder: string): Promise<void> {
  const pejling = await serve(folder)
  const bare = await startServer([join(here, 'bare-http.ts')], '/', { BENCH_SOURCE: pejling.origin + address })
  const database = join(folder, 'pejling.sqlite')
  const plain = await startServer([join(here, 'plain-fastify.ts')], `/indicators/${measured}`, {
    BENCH_DATABASE: database,
  })
  const etag =
    (await fetch(pejling.origin + address, { headers: { 'accept-encoding': 'identity' } })).headers.get('etag') ?? ''
  const known = { 'if-none-match': etag }
  const loads = await compareThroughput({
    pejling: { url: pejling.origin + address },
    bare: { url: bare.origin },
    plain: { url: `${plain.origin}/indicators/${measured}` },
    pejling304: { url: pejling.origin + address, headers: known },
    bare304: { url: bare.origin, headers: known },
  })
  const of = (name: string) => loads[name] ?? NaN
  const versus = (a: string, b: string) => `${round(of(a))} against ${round(of(b))} a second`
  atLeast('(a) document against bare node:http', versus('pejling', 'bare'), of('pejling') / of('bare'), 0.9)
  atLeast('(a) document against plain Fastify + drizzle', versus('pejling', 'plain'), of('pejling') / of('plain'), 10)
  atLeast('(a) 304 against bare node:http', versus('pejling304', 'bare304'), of('pejling304') / of('bare304'), 0.8)
  atLeast('(a) 304 against plain Fastify + drizzle', versus('pejling304', 'plain'), of('pejling304') / of('plain'), 10)
  for (const server of [pejling, bare, plain]) await server.stop()
}

/** (b) The same document among few and among many figures. */
async function size(small: string, large: string): Promise<void> {
  const few = await serve(small)
  const many = await serve(large)
  const { few: a = NaN, many: b = NaN } = await compareP99({ few: few.origin + address, many: many.origin + address })
  const detail = `${b.toFixed(3)} against ${a.toFixed(3)} ms`
  atMost('(b) p99 with 2,000,000 against 24,000 figures', detail, b / a, 1.3)
  await few.stop()
  await many.stop()
}

/** Memory a server holds, in megabytes, as Linux counts it. */
function resident({ process: { pid } }: Server): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

/** (d) From nothing to the first answer, and the memory it takes to be there. */
async function start(folder: string): Promise<void> {
  const database = join(folder, 'pejling.sqlite')
  const times: number[] = []
  const memory = { pejling: [] as number[], plain: [] as number[] }
  for (let turn = 0; turn < 5; turn += 1) {
    const pejling = await serve(folder)
    times.push(pejling.startedIn)
    memory.pejling.push(resident(pejling))
    await pejling.stop()
    const plain = await startServer([join(here, 'plain-fastify.ts')], `/indicators/${measured}`, {
      BENCH_DATABASE: database,
    })
    memory.plain.push(resident(plain))
    await plain.stop()
  }
  const seconds = median(times) / 1000
  atMost('(d) start to first answer, of 1.2 s', `${seconds.toFixed(2)} s`, seconds / 1.2, 1)
  const [own, plain] = [median(memory.pejling), median(memory.plain)]
  atMost('(d) memory at rest against Fastify + drizzle', `${round(own)} against ${round(plain)} MB`, own / plain, 1.3)
}

/** (a) alone: what has been answered before against the least a server can do. */
async function measureAnswers(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-bench-answers-'))
  try {
    makeInstallation(folder, 24_000).connection.close()
    await throughput(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** (b) to (d): the API. */
async function measureApi(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-bench-'))
  const [small, large] = [join(folder, 'small'), join(folder, 'large')]
  try {
    process.stdout.write('Making installations of 24,000 and 2,000,000 figures …\n')
    const few = makeInstallation(small, 24_000)
    const many = makeInstallation(large, 2_000_000)
    // (c) One changed figure costs the same whatever stands beside it.
    const rounds = Array.from({ length: 7 }, (_, index) => ({
      few: changeAndPublish(few, index),
      many: changeAndPublish(many, index),
    }))
    const [a, b] = [median(rounds.map((one) => one.few)), median(rounds.map((one) => one.many))]
    atMost(
      '(c) publishing one changed figure among 2,000,000 against 24,000',
      `${round(b)} against ${round(a)} ms`,
      b / a,
      1.5,
    )
    few.connection.close()
    many.connection.close()
    await size(small, large)
    await start(small)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// `npm run bench -- pages` measures one part alone.
const parts = {
  answers: measureAnswers,
  api: measureApi,
  grid: measureGrid,
  imports: measureImports,
  pages: measurePages,
  projection: measureProjection,
  readers: measureReaders,
  statistics: measureStatistics,
}
const wanted = process.argv.slice(2)
for (const [name, measure] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await measure()

const columns = results.map(({ name, measured: detail, ratio, limit, met }) => [
  name,
  detail,
  ratio.toFixed(2),
  limit,
  met ? 'met' : 'MISSED',
])
const widths = [0, 1, 2, 3].map((column) => Math.max(...columns.map((row) => row[column]?.length ?? 0)))
for (const row of columns)
  process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`)
mkdirSync(join(here, 'results'), { recursive: true })
writeFileSync(join(here, 'results', 'latest.json'), `${JSON.stringify({ node: process.version, results }, null, 2)}\n`)
process.exitCode = results.every(({ met }) => met) ? 0 : 1
