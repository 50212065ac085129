import type { FastifyRequest } from 'fastify'
import type { ChangePreview, DryRun } from '@pejling/domain/workspace/answers'
import { lastChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { retryWhileBusy } from '../db/retry-while-busy.ts'
import { supposing, tryOut } from '../releases/preview.ts'
import {
  abandonKeyed,
  beginKeyed,
  endKeyed,
  readKey,
  requestHash,
  type KeptAnswer,
  type KeyedRequest,
} from '../http/idempotency.ts'
import { requireMatch } from '../http/preconditions.ts'
import { Problem } from '../http/problem.ts'
import { busyImporting } from './answer.ts'
import type { Answer } from './declaration.ts'
import type { Caller } from './door.ts'
import type { WorkspaceParts } from './parts.ts'

/* How a change is made: what it was made for is looked at, it is done, and its answer is kept, in one transaction. */

/** A change that is asked for. */
export interface Change {
  /** What stands there now; `null`: the change is of nothing that stands. */
  readonly current: (() => unknown) | null
  readonly work: () => Answer | Promise<Answer>
  /** Only what it would change is asked for. */
  readonly isTrial: boolean
  /** The indicator whose document a trial answers; `null`: none. */
  readonly shown: string | null
  /** Its answer must not be kept. */
  readonly isSecret: boolean
}

/** The header that says which change set a request made: what it did can be undone by that number. */
const changeSetHeader = 'pejling-change-set'

/** An answer that says which change set was made since `before`; as it is where none was. */
function withChangeSet(db: Database, before: number, answer: Answer): Answer {
  const made = lastChangeSet(db)
  return made === before ? answer : { ...answer, headers: { ...answer.headers, [changeSetHeader]: String(made) } }
}

/** Does something in one transaction: all of it happens or nothing. */
const inTransaction = <Result>(db: Database, work: () => Result): Result =>
  db.sql.transaction(work, { behavior: 'immediate' })

const shownOnce = new Problem('conflict', {
  da: 'Det er gjort, og svaret, der holdt en hemmelighed, vises kun én gang.',
  en: 'This has been done, and its answer, which held a secret, is shown once.',
})

function known(answer: KeptAnswer): Answer {
  if (answer.isSecret) throw shownOnce
  return answer.answer
}

/** Does a request with a key: once, whatever comes again. */
async function keyed(db: Database, request: KeyedRequest, work: () => Answer | Promise<Answer>, isSecret: boolean) {
  const keep = (answer: Answer): void =>
    endKeyed(db, request, isSecret ? { isSecret, answer: {} } : { isSecret, answer })
  const begun = await retryWhileBusy(() =>
    inTransaction(db, () => {
      const before = beginKeyed(db, request)
      if (before) return { before }
      const last = lastChangeSet(db)
      const done = work()
      if (done instanceof Promise) return { later: done }
      const answer = withChangeSet(db, last, done)
      keep(answer)
      return { answer }
    }),
  )
  if (begun.before) return known(begun.before)
  if (begun.answer) return begun.answer
  try {
    const answer = await begun.later
    await retryWhileBusy(() => keep(answer))
    return answer
  } catch (error) {
    await retryWhileBusy(() => abandonKeyed(db, request))
    throw error
  }
}

/** What a change would change for readers; nothing where it is possible only as long as what waits is not published. */
function previewOf(db: Database, work: () => unknown, shown: string | null): ChangePreview {
  try {
    const { result: _result, ...preview } = tryOut(db, work, shown)
    return preview
  } catch (error) {
    // What was never published can be deleted, and nobody has seen it.
    if (error instanceof Problem && error.kind === 'conflict') return { changes: null, assessments: [], texts: [] }
    throw error
  }
}

/** What a change would answer and change for readers, without doing it. */
function trial(db: Database, work: () => Answer | Promise<Answer>, shown: string | null): Answer {
  const done = (): Answer => {
    const answer = work()
    if (answer instanceof Promise)
      throw new Error('A change whose work is no single transaction has a trial of its own')
    return answer
  }
  // The answer depends on what has been published; to see what readers would, it is supposed that what waits has been.
  const result = supposing(db, done)
  const preview = previewOf(db, done, shown)
  const { status = result.body === undefined ? 204 : 200, body = null } = result
  return { body: { dryRun: true, status, answer: body, preview } satisfies DryRun }
}

/** Makes a change, or tries it out, where what stands is what it was made for. Throws a Problem where it is not. */
export async function change(
  { db, jobs }: WorkspaceParts,
  { account }: Caller,
  request: FastifyRequest,
  { current, work, isTrial, shown, isSecret }: Change,
): Promise<Answer> {
  // While a file is being written no one else can write; to wait for it would keep everybody waiting.
  if (jobs.isWriting()) throw busyImporting
  const matched = (): Answer | Promise<Answer> => {
    if (current) requireMatch(request.headers, current())
    return work()
  }
  if (isTrial) return retryWhileBusy(() => trial(db, matched, shown))
  const key = request.method === 'POST' ? readKey(request.headers['idempotency-key']) : undefined
  if (key !== undefined) {
    const hash = requestHash(request.method, request.url, request.body)
    return keyed(db, { account, key, hash }, matched, isSecret)
  }
  const { answer, before } = await retryWhileBusy(() =>
    inTransaction(db, () => ({ before: lastChangeSet(db), answer: matched() })),
  )
  return answer instanceof Promise ? answer : withChangeSet(db, before, answer)
}
