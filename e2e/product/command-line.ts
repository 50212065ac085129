import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The command line as the launcher calls it, without the launcher. */
export const cli = fileURLToPath(new URL('../../apps/api/dist/server/main.js', import.meta.url))

/** What a command said and how it ended. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly output: string
}

/** A command under way. */
export interface Running {
  readonly process: ChildProcess
  readonly ended: Promise<Ended>
  /** Resolves with the output so far as soon as it matches. */
  readonly said: (pattern: RegExp) => Promise<string>
}

/** Starts a command over a data folder; `program` is the command line of another version. */
export function start(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  program = cli,
): Running {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, PEJLING_DATA: folder, LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const listeners = new Set<() => void>()
  const take = (chunk: Buffer): void => {
    output += chunk.toString()
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal, output })
      for (const listener of listeners) listener()
    })
  })
  const said = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (pattern.test(output)) resolve(output)
        else if (child.exitCode !== null) reject(new Error(`It ended without saying ${pattern}:\n${output}`))
      }
      listeners.add(look)
      look()
    })
  return { process: child, ended, said }
}

/** Runs a command to its end. */
export function pejling(args: readonly string[], folder: string, program = cli): Promise<Ended> {
  return start(args, folder, {}, program).ended
}
