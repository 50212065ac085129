import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { askFor, forward, type Asker, type WholeAnswer } from '../http/forward.ts'
import type { WorkerProcesses } from '../http/worker-processes.ts'
import type { Room } from '../http/rooms.ts'
import { SideProcess } from './side-process.ts'
import type { ProcessLimits } from '../processes/start-child.ts'
import { Turns } from './turns.ts'

/** Thrown where too much waits already. */
export class TooMuchWaitingError extends Error {
  override name = 'TooMuchWaitingError'
}

/** How many workshops work side by side: one that publishes keeps no one from looking at a preview or a picture. */
const workshops = 2
/** How many requests may wait for one workshop; further ones are told to come back. */
const longestQueue = 32
/** How many requests are passed on in one turn of the event loop, however many arrive at once. */
const perTurn = 4
/** The idle timeout of a worker process, in milliseconds. */
const idleFor = 5 * 60_000

/** What a connection fails with where no one listens any more, and where it was only closed, as one that was idle is. */
const gone = new Set(['ECONNREFUSED', 'ENOENT'])
const closed = new Set(['ECONNRESET', 'EPIPE'])
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
/** How often what can be asked again is asked. */
const attempts = 3

const megabyte = 1024 * 1024
/** What each process may use: a workshop half the machine's memory, between 384 MB and 1.5 GB. */
const deskLimits: ProcessLimits = { heap: 192, resident: 512, nice: 2 }
function workshopLimits(): ProcessLimits {
  const resident = Math.min(1536, Math.max(384, totalmem() / megabyte / 2))
  return { heap: Math.round(resident * 0.7), resident: Math.round(resident), nice: 6 }
}

/** The processes beside the serving one, which answer what it leaves to them. */
export class SideProcesses implements WorkerProcesses {
  readonly #folder = mkdtempSync(join(tmpdir(), 'pejling-'))
  readonly #turns = new Turns(perTurn)
  readonly #desk: SideProcess
  readonly #workshops: readonly SideProcess[]

  constructor(demonstration: boolean, failed: (error: Error) => void) {
    const common = { demonstration, folder: this.#folder, failed }
    this.#desk = new SideProcess({ ...common, room: 'desk', limits: deskLimits, idleFor: null })
    this.#workshops = Array.from(
      { length: workshops },
      () => new SideProcess({ ...common, room: 'workshop', limits: workshopLimits(), idleFor }),
    )
  }

  /**
   * Has a request answered in a room. Rejects where it cannot be: with a {@link TooMuchWaitingError} where too much waits already,
   * else with why the process ended. Nothing has been written to `response` then.
   */
  async answer(room: Room, request: IncomingMessage, response: ServerResponse, from: Asker): Promise<void> {
    await this.#turns.next()
    const isRepeatable = request.method === 'GET' || request.method === 'HEAD'
    await this.#in(room, isRepeatable, (socket) => forward(socket, request, response, from))
  }

  /** The answer at an address. Rejects as {@link answer} does. */
  ask(room: Room, path: string, headers: OutgoingHttpHeaders): Promise<WholeAnswer> {
    return this.#in(room, true, (socket) => askFor(socket, path, headers))
  }

  /** Ends all of them, with what is under way answered. */
  async stop(): Promise<void> {
    await Promise.all([this.#desk, ...this.#workshops].map((one) => one.stop()))
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #in<T>(room: Room, isRepeatable: boolean, work: (socket: string) => Promise<T>): Promise<T> {
    const chosen = room === 'desk' ? this.#desk : this.#leastBusy()
    if (chosen.underWay >= longestQueue && room === 'workshop') return Promise.reject(new TooMuchWaitingError())
    return chosen.during(async () => {
      let socket = await chosen.socket()
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await work(socket)
        } catch (error) {
          const code = codeOf(error)
          if (!isRepeatable || attempt === attempts || !(gone.has(code) || closed.has(code))) throw error
          // The first request that finds none there starts another.
          socket = gone.has(code) ? await chosen.socketAfter(socket) : await chosen.socket()
        }
      }
    })
  }

  /** The first where all are idle, so that the others need not be started. */
  #leastBusy(): SideProcess {
    return this.#workshops.reduce((best, one) => (one.underWay < best.underWay ? one : best))
  }
}
