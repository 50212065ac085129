import { setTimeout as wait } from 'node:timers/promises'

/** Pauses between attempts, in milliseconds: from the first to the longest. */
const [firstPause, longestRetryDelay] = [5, 100]

/** Whether SQLite refused because another connection is writing. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

/** Does what writes, or leaves it undone where another connection holds the write lock. */
export function unlessBusy(work: () => unknown): void {
  try {
    work()
  } catch (error) {
    if (!isBusy(error)) throw error
  }
}

/** Thrown where another connection kept writing longer than was waited. */
export class BusyError extends Error {
  override name = 'BusyError'
  constructor(milliseconds: number) {
    super(
      `Another process has been writing to the database for more than ${milliseconds / 1000} seconds; try again later`,
    )
  }
}

/**
 * Does what writes, and does it once more as long as another connection holds the write lock: without blocking, for at most
 * `timeout` milliseconds. The work must be all or nothing, as every verb is. Throws a {@link BusyError}.
 */
export async function retryWhileBusy<T>(work: () => T | Promise<T>, timeout = 10_000): Promise<T> {
  const until = performance.now() + timeout
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestRetryDelay)) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() + pause > until) throw new BusyError(timeout)
      await wait(pause)
    }
  }
}
