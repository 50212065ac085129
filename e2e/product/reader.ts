import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { cli, pejling, start, type Ended, type Running } from './command-line.ts'
import { repository } from './examples.ts'

/* A person who sits at a machine with an installation on it and does what the documents say. */

/** The programs of the reader that are not what they are elsewhere: here the launcher is left out, and nothing is newer. */
const programs: Readonly<Record<string, string>> = {
  npm: `[ "$1 $2 $3" = "run pejling --" ] || { echo "npm $* is not for here" >&2; exit 1; }\nshift 3\nexec "${process.execPath}" "${cli}" "$@"`,
  git: `[ "$*" = pull ] || { echo "git $* is not for here" >&2; exit 1; }\necho Already up to date.`,
}

/** The reader's machine: a folder to work in, and an installation that can be started and stopped. */
export class Reader {
  readonly #root = mkdtempSync(join(tmpdir(), 'pejling-reader-'))
  readonly data = join(this.#root, 'data')
  /** Where the reader sits. What the programs of the examples import is found from there. */
  readonly desk = join(this.#root, 'desk')
  #running: Running | null = null
  #origin = ''

  constructor() {
    const bin = join(this.#root, 'bin')
    for (const folder of [bin, this.desk]) mkdirSync(folder)
    for (const [name, script] of Object.entries(programs)) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
      chmodSync(join(bin, name), 0o755)
    }
    symlinkSync(join(repository, 'e2e', 'node_modules'), join(this.desk, 'node_modules'))
    symlinkSync(join(repository, 'examples'), join(this.desk, 'examples'))
    // An answer that is an error fails the command.
    writeFileSync(join(this.#root, '.curlrc'), 'fail\nsilent\nshow-error\n')
  }

  /** The address of the installation. */
  get origin(): string {
    return this.#origin
  }

  /** What stands in a document, with the places of this machine in it. */
  here(text: string): string {
    return text
      .replaceAll('http://localhost:4200', this.#origin)
      .replaceAll(/\/(?:var\/backups|srv)\b/g, this.desk)
      .replaceAll('/etc/letsencrypt/live/maal.example.dk', this.desk)
  }

  async start(): Promise<void> {
    // The address of the documents is the one that pages and answers name, too.
    this.#running = start(['serve'], this.data, { PORT: '0', PEJLING_URL: 'http://localhost:4200' })
    this.#origin = /Pejling: (\S+)/.exec(await this.#running.said(/Pejling: \S+/))?.[1] ?? ''
  }

  async stop(): Promise<void> {
    this.#running?.process.kill('SIGTERM')
    await this.#running?.ended
    this.#running = null
  }

  /** Runs a command of Pejling, and answers what it says. */
  async command(...args: readonly string[]): Promise<string> {
    return ended(args.join(' '), await pejling(args, this.data))
  }

  /** Imports one figure: its area, period and value. */
  async importFigure(indicator: string, line: string): Promise<void> {
    const file = join(this.desk, 'figure.csv')
    writeFileSync(file, `area,period,value\n${line}\n`)
    await this.command('import', file, '--indicator', indicator)
  }

  /** Runs a program at the reader's desk, and answers what it says. Throws where it fails. */
  async run(program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const child = spawn(program, args, {
      cwd: this.desk,
      env: {
        ...process.env,
        PATH: [join(this.#root, 'bin'), process.env['PATH']].join(delimiter),
        CURL_HOME: this.#root,
        PEJLING_DATA: this.data,
        LOG_LEVEL: 'error',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    return ended([program, ...args].join(' '), { code, signal: null, output })
  }

  async leave(): Promise<void> {
    await this.stop()
    rmSync(this.#root, { recursive: true })
  }
}

function ended(what: string, { code, output }: Ended): string {
  if (code !== 0) throw new Error(`${what}\nended with ${code}:\n${output}`)
  return output
}
