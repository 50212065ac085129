import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { cli } from './command-line.ts'

const program = fileURLToPath(new URL('command-work.ts', import.meta.url))

/** A command that is loaded and waits for what to do. */
class Waiting {
  readonly process: ChildProcess
  readonly ready: Promise<void>
  readonly ended: Promise<void>
  output = ''

  constructor() {
    this.process = spawn(process.execPath, [program, cli], {
      env: { ...process.env, LOG_LEVEL: 'error' },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const ready = Promise.withResolvers<void>()
    this.ready = ready.promise
    const take = (chunk: Buffer): void => {
      this.output += chunk.toString()
      if (this.output.includes('ready\n')) ready.resolve()
    }
    this.process.stdout?.on('data', take)
    this.process.stderr?.on('data', take)
    this.ended = new Promise((resolve) => this.process.on('close', () => resolve()))
  }
}

/** How a command went: whether it said that it was done, and all it said. */
export interface Outcome {
  readonly isDone: boolean
  readonly output: string
}

/** Commands that are loaded before they are needed, so that what is killed is their work and not their start. */
export class Commands {
  #next = new Waiting()

  /** Runs a command; where `after` is given, kills it (SIGKILL: no goodbye) so many milliseconds after it began. */
  async run(argv: readonly string[], data: string, after: number | null = null): Promise<Outcome> {
    const command = this.#next
    await command.ready
    this.#next = new Waiting()
    command.process.stdin?.write(`${JSON.stringify({ argv, data })}\n`)
    if (after !== null) {
      await Promise.race([pause(after), command.ended])
      command.process.kill('SIGKILL')
    }
    await command.ended
    return { isDone: command.output.includes('ended 0\n'), output: command.output }
  }

  /** How long a command takes, in milliseconds. Throws where it fails. */
  async duration(argv: readonly string[], data: string): Promise<number> {
    await this.#next.ready
    const began = performance.now()
    const { isDone, output } = await this.run(argv, data)
    if (!isDone) throw new Error(`${argv.join(' ')} failed:\n${output}`)
    return performance.now() - began
  }

  async leave(): Promise<void> {
    this.#next.process.kill('SIGKILL')
    await this.#next.ended
  }
}
