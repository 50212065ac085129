import { logUnhandledRejections } from './unhandled-rejections.ts'
import type { Room } from '../http/rooms.ts'
import { serveRoom } from './serve-room.ts'
import { serialiseError, type SerialisedError } from './serialised-error.ts'
import { runTask, type TaskName, type TaskReport } from './tasks.ts'

/*
 * A process beside the serving one: it answers requests at a socket until it is told to stop, or does one task and ends. It ends
 * with the serving process, however that ends; what it has not committed was never there.
 */

/** What the process is told first, and only once. */
export type ChildOrder =
  | { readonly do: 'serve'; readonly room: Room; readonly socket: string; readonly demonstration: boolean }
  | { readonly do: 'task'; readonly task: TaskName; readonly demonstration: boolean }

/** What it says to the serving process. */
export type ChildReport =
  | { readonly listening: true }
  /** It still answers; said from time to time. */
  | { readonly alive: true }
  | { readonly done: TaskReport }
  /** It cannot do what it was told. */
  | { readonly failed: SerialisedError }
  /** Something failed without a handler; it goes on. */
  | { readonly rejected: SerialisedError }

/** How often a process says that it lives, in milliseconds. */
const aliveEvery = 10_000

const say = (report: ChildReport): void => {
  process.send?.(report)
}

async function carryOut(order: ChildOrder): Promise<void> {
  if (order.do === 'task') {
    say({ done: await runTask(order.task, order.demonstration) })
    process.disconnect()
    return
  }
  const stop = await serveRoom(order)
  process.once('message', () => {
    void stop().finally(() => process.disconnect())
  })
  setInterval(() => say({ alive: true }), aliveEvery).unref()
  say({ listening: true })
}

logUnhandledRejections((error) => say({ rejected: serialiseError(error) }))
// The serving process is gone, or has all it wanted.
process.once('disconnect', () => process.exit())
// Ctrl-C reaches every process of a terminal: this one ends when the serving process says so, with what is under way answered.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
process.once('message', (order: ChildOrder) => {
  carryOut(order).catch((error: unknown) => {
    say({ failed: serialiseError(error) })
    process.disconnect()
  })
})
