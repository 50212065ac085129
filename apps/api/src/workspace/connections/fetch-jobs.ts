import { randomUUID } from 'node:crypto'
import type { FetchJob } from '@pejling/domain/workspace/connections'
import type { Actor } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import type { OutsideSources } from '../../intake/sources/arrive.ts'
import { lastFetch, renew } from '../../intake/sources/renew.ts'
import { fetchResult } from './connection-verbs.ts'

/** How many fetches are known by their id; the oldest is forgotten first. What came of each stands among the fetches of its indicator. */
const known = 200

/** Fetches that were asked for, and how they go: one at a time for each indicator. */
export class FetchJobs {
  readonly #db: Database
  readonly #sources: OutsideSources
  readonly #failed: (error: unknown) => void
  readonly #jobs = new Map<string, FetchJob>()

  /** `failed` receives what was not foreseen; that it failed is noted with the indicator. */
  constructor(db: Database, sources: OutsideSources, failed: (error: unknown) => void) {
    this.#db = db
    this.#sources = sources
    this.#failed = failed
  }

  /** Begins to fetch an indicator, unless that is under way; answers the fetch. */
  begin(actor: Actor, indicator: string): FetchJob {
    const running = [...this.#jobs.values()].find((one) => one.indicator === indicator && one.state === 'running')
    if (running) return running
    const job: FetchJob = {
      id: randomUUID(),
      indicator,
      state: 'running',
      startedAt: this.#db.clock(),
      result: null,
    }
    this.#jobs.set(job.id, job)
    const [oldest] = this.#jobs.keys()
    if (this.#jobs.size > known && oldest !== undefined) this.#jobs.delete(oldest)
    setImmediate(() => void this.#fetch(actor, job))
    return job
  }

  /** The fetch of an id; `null`: there is none, or it is long ago. */
  find(id: string): FetchJob | null {
    return this.#jobs.get(id) ?? null
  }

  async #fetch(actor: Actor, job: FetchJob): Promise<void> {
    try {
      await renew(this.#db, actor, this.#sources, job.indicator)
      const last = lastFetch(this.#db, job.indicator)
      this.#jobs.set(job.id, { ...job, state: 'done', result: last && fetchResult(last) })
    } catch (error) {
      this.#jobs.set(job.id, { ...job, state: 'failed' })
      this.#failed(error)
    }
  }
}
