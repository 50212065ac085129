import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { childProgram } from './child-program.ts'
import type { ChildOrder, ChildReport } from './child.ts'
import type { Room } from '../http/rooms.ts'
import { deserialiseError } from './serialised-error.ts'
import { OutOfMemoryError, startChild, type ProcessLimits } from '../processes/start-child.ts'

/** What a process beside the serving one is started with. */
export interface SideProcessOptions {
  readonly room: Room
  readonly demonstration: boolean
  /** The folder its socket lies in, which no one else may enter. */
  readonly folder: string
  readonly limits: ProcessLimits
  /** After so many milliseconds without anything to do it ends; `null`: never by itself. */
  readonly idleFor: number | null
  /** Receives why it ended without having been stopped, and what failed in it without a handler. */
  readonly failed: (error: Error) => void
}

interface Running {
  readonly child: ChildProcess
  readonly address: string
  readonly socket: Promise<string>
}

/** After how many milliseconds of silence a process counts as hung and is killed: longer than any publishing takes. */
const silentFor = 10 * 60_000

/** How many milliseconds a process has to stop before it is killed. */
const stopTimeout = 30_000

/** An address only this process and its children know. Windows has no sockets in folders, but pipes with names. */
const freshSocket = (folder: string): string =>
  process.platform === 'win32' ? `\\\\.\\pipe\\pejling-${randomUUID()}` : join(folder, randomUUID().slice(0, 8))

/** A process beside the serving one: started when it is first needed, and once more after it has ended. */
export class SideProcess {
  readonly #options: SideProcessOptions
  #running: Running | null = null
  #underWay = 0
  #idle: NodeJS.Timeout | null = null
  #isStopped = false

  constructor(options: SideProcessOptions) {
    this.#options = options
  }

  /** How many requests it is answering. */
  get underWay(): number {
    return this.#underWay
  }

  /** Where it listens, as soon as it does. Rejects where it cannot be started. */
  socket(): Promise<string> {
    if (this.#isStopped) return Promise.reject(new Error('The server is stopping'))
    this.#running ??= this.#start()
    return this.#running.socket
  }

  /** The same once no one has answered at a socket: whatever listened there is ended, and another started. */
  socketAfter(gone: string): Promise<string> {
    if (this.#running?.address === gone) {
      this.#running.child.kill('SIGKILL')
      this.#running = null
    }
    return this.socket()
  }

  /** Does something that asks it, and keeps it from ending meanwhile. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1
    if (this.#idle) clearTimeout(this.#idle)
    try {
      return await work()
    } finally {
      this.#underWay -= 1
      const { idleFor } = this.#options
      if (this.#underWay === 0 && idleFor !== null && !this.#isStopped) {
        this.#idle = setTimeout(() => void this.#end(), idleFor)
        this.#idle.unref()
      }
    }
  }

  /** Ends it, with what is under way answered. It is not started again. */
  async stop(): Promise<void> {
    this.#isStopped = true
    if (this.#idle) clearTimeout(this.#idle)
    await this.#end()
  }

  #start(): Running {
    const { room, demonstration, folder, limits, failed } = this.#options
    const address = freshSocket(folder)
    let why: Error | null = null
    const order: ChildOrder = { do: 'serve', room, socket: address, demonstration }
    const child = startChild(childProgram, order, limits, () => {
      why = new OutOfMemoryError(`The ${room} process used more than ${limits.resident} MB and was ended`)
    })
    const { promise: socket, resolve, reject } = Promise.withResolvers<string>()
    // Whoever asks is told; that no one has asked yet is no fault.
    socket.catch(() => undefined)
    const running = { child, address, socket }
    const hang = setTimeout(() => {
      why = new Error(`The ${room} process has said nothing for ${silentFor / 60_000} minutes and was ended`)
      child.kill('SIGKILL')
    }, silentFor).unref()
    child.on('message', (report: ChildReport) => {
      hang.refresh()
      if ('listening' in report) resolve(address)
      else if ('failed' in report) why = deserialiseError(report.failed)
      else if ('rejected' in report) failed(deserialiseError(report.rejected))
    })
    const ended = (error: Error): void => {
      clearTimeout(hang)
      reject(error)
      if (this.#running !== running) return
      this.#running = null
      failed(error)
    }
    child.once('exit', (code, signal) => ended(why ?? new Error(`The ${room} process ended with ${signal ?? code}`)))
    // It could not be started, or told what to do. Unheard, that would end the serving process.
    child.on('error', (error) => {
      child.kill('SIGKILL')
      ended(error)
    })
    return running
  }

  async #end(): Promise<void> {
    const running = this.#running
    this.#running = null
    if (!running || running.child.exitCode !== null || running.child.signalCode !== null) return
    const { promise, resolve } = Promise.withResolvers<void>()
    running.child.once('exit', resolve)
    running.child.send('stop')
    const timer = setTimeout(() => running.child.kill('SIGKILL'), stopTimeout)
    await promise
    clearTimeout(timer)
  }
}
