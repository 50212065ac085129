import { fork, type ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { isBuilt } from '../built.ts'
import type { ChildOrder } from './child.ts'
import { watchMemory } from './memory-limit.ts'

const program = fileURLToPath(new URL(isBuilt ? 'child.js' : 'child.ts', import.meta.url))

/** What a process may use, in MB: what it holds on to, and all in all. */
export interface MemoryLimit {
  readonly heap: number
  readonly resident: number
}

/** Thrown where a process used more memory than it may, and was ended. */
export class OutOfMemoryError extends Error {
  override name = 'OutOfMemoryError'
}

/**
 * Starts a process beside the serving one and gives it its order. Readers come first: where there is less processor time than
 * work, it is the one that waits. `tooLarge` is called before it is ended for using more memory than it may.
 */
export function startChild(order: ChildOrder, { heap, resident }: MemoryLimit, tooLarge: () => void): ChildProcess {
  const child = fork(program, {
    execArgv: [`--max-old-space-size=${heap}`],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  if (child.pid !== undefined) {
    try {
      setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    } catch {
      // A system that forbids it shares its time evenly.
    }
    const unwatch = watchMemory(child.pid, resident * 1024 * 1024, () => {
      tooLarge()
      child.kill('SIGKILL')
    })
    child.once('exit', unwatch)
  }
  child.send(order)
  return child
}
