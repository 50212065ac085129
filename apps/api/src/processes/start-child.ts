import { fork, type ChildProcess, type Serializable } from 'node:child_process'
import { setPriority } from 'node:os'
import { watchMemory } from './memory-limit.ts'

/** What a process beside the serving one may use. */
export interface ProcessLimits {
  /** Of heap, in MB. */
  readonly heap: number
  /** Of it for young objects, in MB, where that is to be little. */
  readonly young?: number
  /** Of memory all in all, in MB. */
  readonly resident: number
  /** Its niceness (`nice(2)`), from 0 (as the serving process) to 19 (the lowest priority). */
  readonly nice: number
}

/** Thrown where a process used more memory than it may, and was ended. */
export class OutOfMemoryError extends Error {
  override name = 'OutOfMemoryError'
}

/**
 * Starts a program in a process beside the serving one and sends it a message. `tooLarge` is called before it is ended for using
 * more memory than it may.
 */
export function startChild(
  program: string,
  message: Serializable,
  { heap, young, resident, nice }: ProcessLimits,
  tooLarge: () => void,
): ChildProcess {
  const child = fork(program, {
    execArgv: [`--max-old-space-size=${heap}`, ...(young === undefined ? [] : [`--max-semi-space-size=${young}`])],
    // Passwords are verified by such threads: more at once would leave readers no processor.
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  if (child.pid !== undefined) {
    try {
      setPriority(child.pid, nice)
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
