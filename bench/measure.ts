import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import autocannon from 'autocannon'

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2
}

/** A server under measurement. */
export interface Server {
  readonly process: ChildProcess
  readonly origin: string
  /** From the start of the process to its first answer, in milliseconds. */
  readonly startedIn: number
  readonly stop: () => Promise<void>
}

const freePorts = { next: 42_100 }

/** Starts a server script on a port of its own and waits for its first answer at `path`. */
export async function startServer(
  script: readonly string[],
  path: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Server> {
  freePorts.next += 1
  const port = freePorts.next
  const origin = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, script, {
    env: { ...process.env, LOG_LEVEL: 'error', PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for (;;) {
    const answered = await fetch(origin + path).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) break
    if (child.exitCode !== null) throw new Error(`${script.join(' ')} ended before it answered`)
    await pause(5)
  }
  const startedIn = performance.now() - began
  return {
    process: child,
    origin,
    startedIn,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** What a server did under load. */
export interface Load {
  /** Answers a second. */
  readonly throughput: number
  /** Milliseconds within which 99 of 100 answers came. */
  readonly p99: number
}

async function load(url: string, headers: Readonly<Record<string, string>>, seconds: number): Promise<Load> {
  const result = await autocannon({ url, connections: 20, pipelining: 1, duration: seconds, headers: { ...headers } })
  if (result.errors > 0) throw new Error(`${url}: ${result.errors} errors`)
  return { throughput: result.requests.average, p99: result.latency.p99 }
}

/**
 * Loads several addresses in turns, so that whatever else the machine does falls on all of them alike, and takes each
 * one's middle turn.
 */
export async function compareLoads(
  candidates: Readonly<Record<string, { readonly url: string; readonly headers?: Readonly<Record<string, string>> }>>,
  { turns = 5, seconds = 2 }: { readonly turns?: number; readonly seconds?: number } = {},
): Promise<Record<string, Load>> {
  const results = new Map<string, Load[]>()
  for (const { url, headers = {} } of Object.values(candidates)) await load(url, headers, 1)
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [name, { url, headers = {} }] of Object.entries(candidates)) {
      const list = results.get(name) ?? []
      list.push(await load(url, headers, seconds))
      results.set(name, list)
    }
  }
  return Object.fromEntries(
    [...results].map(([name, list]) => [
      name,
      { throughput: median(list.map((one) => one.throughput)), p99: median(list.map((one) => one.p99)) },
    ]),
  )
}
