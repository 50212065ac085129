import { fileURLToPath } from 'node:url'
import type { ImportProgress } from '@pejling/domain/intake/outcome'
import { isBuilt } from '../processes/built.ts'
import type { Database } from '../db/database.ts'
import { retryWhileBusy } from '../db/retry-while-busy.ts'
import { OutOfMemoryError, startChild } from '../processes/start-child.ts'
import type { ImportReport, ImportTask } from './importer.ts'
import { recordProblem } from './imports.ts'
import { takeStep, type ImportStep } from './steps.ts'

/** A step that is being taken, or waits for its turn. */
interface Job {
  progress: ImportProgress
  isCancelled: boolean
  /** Ends it where it is; what it has written by then is as if it never was. */
  kill: () => void
  readonly done: Promise<void>
}

const waiting: ImportProgress = { phase: 'waiting', done: 0, total: 0 }
/** What an importing process may use: a file that wants more ends its own process. */
const limits = { heap: 128, young: 4, resident: 768, nice: 10 }
const importer = fileURLToPath(new URL(isBuilt ? 'importer.js' : 'importer.ts', import.meta.url))

/** Takes a step in a process of its own. Rejects where it ended before it was done. */
function inProcess(task: ImportTask, job: Job): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const child = startChild(importer, task, limits, () =>
    reject(new OutOfMemoryError(`it takes more than ${limits.resident} MB of memory`)),
  )
  job.kill = () => child.kill('SIGKILL')
  child.on('message', (report: ImportReport) => {
    if ('progress' in report) job.progress = report.progress
    else reject(new Error(report.failed))
  })
  // It may say more than once that it could not be started or told what to do.
  child.on('error', reject)
  child.once('exit', (code, signal) => {
    if (code === 0 || job.isCancelled) resolve()
    else reject(new Error(`the process ended with ${signal ?? code}`))
  })
  return promise
}

/** Takes the steps of imports one after another, each in a process of its own, and knows how far each has come. */
export class ImportJobs {
  private readonly db: Database
  private readonly failed: (error: unknown) => void
  private readonly jobs = new Map<number, Job>()
  private last: Promise<void> = Promise.resolve()

  /** `failed` hears of what could not even be noted with the import: a database that is full, or locked for too long. */
  constructor(db: Database, failed: (error: unknown) => void) {
    this.db = db
    this.failed = failed
  }

  /** Begins a step with an import, unless one is under way. Returns when it has ended or `timeout` (ms) has, whichever is first. */
  async begin(number: number, step: ImportStep, timeout: number): Promise<void> {
    if (!this.jobs.has(number)) {
      const { promise: done, resolve } = Promise.withResolvers<void>()
      const job: Job = { progress: waiting, isCancelled: false, kill: () => undefined, done }
      this.jobs.set(number, job)
      this.last = this.last
        .then(() => this.run(number, step, job))
        // What became of one step is no reason not to take the next.
        .catch(this.failed)
        .finally(() => {
          this.jobs.delete(number)
          resolve()
        })
    }
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, timeout)
    await Promise.race([this.jobs.get(number)?.done, promise])
    clearTimeout(timer)
  }

  private async run(number: number, step: ImportStep, job: Job): Promise<void> {
    if (job.isCancelled) return
    const { connection } = this.db
    try {
      if (connection.memory) {
        // What is in memory alone no other process can open.
        const progress = (phase: ImportProgress['phase'], done: number, total: number): void => {
          job.progress = { phase, done, total }
        }
        await takeStep(this.db, number, step, { progress, isCancelled: () => job.isCancelled })
      } else {
        await inProcess({ databaseFile: connection.name, number, step }, job)
      }
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error)
      const problem = {
        da: `Filen kunne ikke læses til ende: ${what}. Intet er indlæst.`,
        en: `The file could not be read to its end: ${what}. Nothing has been imported.`,
      }
      await retryWhileBusy(() => recordProblem(this.db, number, problem))
    }
  }

  /** How far the step with an import has come; `null`: none is under way. */
  progress(number: number): ImportProgress | null {
    return this.jobs.get(number)?.progress ?? null
  }

  /** Stops the step with an import and answers when it has; it is then as if it had not been begun. */
  async cancel(number: number): Promise<void> {
    const job = this.jobs.get(number)
    if (!job) return
    job.isCancelled = true
    job.kill()
    await job.done
  }

  /** Whether an import holds the database just now, so that no one else can write. */
  isWriting(): boolean {
    return [...this.jobs.values()].some(({ progress }) => progress.phase === 'judging' || progress.phase === 'writing')
  }

  /** Stops everything. */
  async stop(): Promise<void> {
    await Promise.all([...this.jobs.keys()].map((number) => this.cancel(number)))
  }
}
