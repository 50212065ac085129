import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
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

/** Below the ports the system gives to those who ask, one of which may be asking for this very one. */
const freePorts = { next: 22_100 }

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

/** The most memory a process has ever held, in megabytes, as Linux counts it; 0 when it has gone. */
export function peakMemory(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

/** The processes below one, at any depth. */
export const descendants = (pid: number): number[] => childrenOf(pid).flatMap((child) => [child, ...descendants(child)])

async function load(url: string, headers: Readonly<Record<string, string>>, seconds: number): Promise<number> {
  const result = await autocannon({ url, connections: 20, pipelining: 1, duration: seconds, headers: { ...headers } })
  if (result.errors > 0) throw new Error(`${url}: ${result.errors} errors`)
  if (result.requests.average === 0) throw new Error(`${url} answered nothing`)
  return result.requests.average
}

/**
 * Returns a second of several addresses, loaded in turns, so that whatever else the machine does falls on all of them
 * alike; each one's middle turn.
 */
export async function compareThroughput(
  candidates: Readonly<Record<string, { readonly url: string; readonly headers?: Readonly<Record<string, string>> }>>,
): Promise<Record<string, number>> {
  const results = new Map<string, number[]>()
  for (const { url, headers = {} } of Object.values(candidates)) await load(url, headers, 1)
  for (let turn = 0; turn < 5; turn += 1) {
    for (const [name, { url, headers = {} }] of Object.entries(candidates)) {
      const list = results.get(name) ?? []
      list.push(await load(url, headers, 2))
      results.set(name, list)
    }
  }
  return Object.fromEntries([...results].map(([name, list]) => [name, median(list)]))
}

function ask(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    get(url, { agent }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(performance.now() - began))
    }).on('error', reject)
  })
}

/** Milliseconds within which 99 of 100 answers come, of several addresses, asked in turns one request after another. */
export async function compareP99(urls: Readonly<Record<string, string>>): Promise<Record<string, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const results = new Map<string, number[]>()
  for (let turn = 0; turn < 15; turn += 1) {
    for (const [name, url] of Object.entries(urls)) {
      const times: number[] = []
      for (let count = 0; count < 3000; count += 1) times.push(await ask(url, agent))
      times.sort((a, b) => a - b)
      // The first turn warms both sides up.
      if (turn > 0) results.set(name, [...(results.get(name) ?? []), times[Math.floor(times.length * 0.99)] ?? NaN])
    }
  }
  agent.destroy()
  return Object.fromEntries([...results].map(([name, list]) => [name, median(list)]))
}
