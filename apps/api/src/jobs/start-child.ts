import { fork, type ChildProcess, type Serializable } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { watchMemory } from './memory-limit.ts'

/** What a process may use, in MB: of heap (and of it for young objects, where that is to be little), and all in all. */
export interface MemoryLimit {
  readonly heap: number
  readonly young?: number
  readonly resident: number
}

/** Thrown where a process used more memory than it may, and was ended. */
export class OutOfMemoryError extends Error {
  override name = 'OutOfMemoryError'
}

/**
 * Starts a program in a process beside the serving one and sends it a message. Readers come first: where there is less processor time than
 * work, it is the one that waits. `tooLarge` is called before it is ended for using more memory than it may.
 */
export function startChild(
  program: string,
  message: Serializable,
  { heap, young, resident }: MemoryLimit,
  tooLarge: () => void,
): ChildProcess {
  const child = fork(program, {
    execArgv: [`--max-old-space-size=${heap}`, ...(young === undefined ? [] : [`--max-semi-space-size=${young}`])],
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
  child.send(message)
  return child
}
