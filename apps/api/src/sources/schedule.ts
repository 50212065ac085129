import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { dueForFetch, renew, type OutsideSources } from './renew.ts'

/** How often it is looked whether an indicator's time has come, in milliseconds. */
const interval = 3_600_000

/**
 * Fetches what administrators have asked to be fetched by itself, each when its time has come, one after another. What arrives
 * waits in the workspace to be published. Answers how to end it.
 */
export function fetchOnSchedule(db: Database, sources: OutsideSources, failed: (error: unknown) => void): () => void {
  let isUnderWay = false
  const look = async (): Promise<void> => {
    if (isUnderWay) return
    isUnderWay = true
    try {
      for (const slug of dueForFetch(db, db.clock())) await renew(db, system, sources, slug)
    } catch (error) {
      failed(error)
    } finally {
      isUnderWay = false
    }
  }
  const timer = setInterval(() => {
    void look()
  }, interval)
  timer.unref()
  return () => clearInterval(timer)
}
