import type { FastifyRequest } from 'fastify'
import type { DryRun } from '@pejling/domain/workspace/answers'
import type { Database } from '../db/database.ts'
import { retryWhileBusy } from '../db/retry-while-busy.ts'
import { tryOut } from '../releases/preview.ts'
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
  /** Its answer must not be kept. */
  readonly isSecret: boolean
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
      const answer = work()
      if (answer instanceof Promise) return { later: answer }
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

/** What a change would answer and change for readers, without doing it. */
function trial(db: Database, work: () => Answer | Promise<Answer>): Answer {
  const { result, ...preview } = tryOut(db, () => {
    const answer = work()
    if (answer instanceof Promise)
      throw new Error('A change whose work is no single transaction has a trial of its own')
    return answer
  })
  const { status = result.body === undefined ? 204 : 200, body = null } = result
  return { body: { dryRun: true, status, answer: body, preview } satisfies DryRun }
}

/** Makes a change, or tries it out, where what stands is what it was made for. Throws a Problem where it is not. */
export async function change(
  { db, jobs }: WorkspaceParts,
  { account }: Caller,
  request: FastifyRequest,
  { current, work, isTrial, isSecret }: Change,
): Promise<Answer> {
  // While a file is being written no one else can write; to wait for it would keep everybody waiting.
  if (jobs.isWriting()) throw busyImporting
  const matched = (): Answer | Promise<Answer> => {
    if (current) requireMatch(request.headers, current())
    return work()
  }
  if (isTrial) return retryWhileBusy(() => trial(db, matched))
  const key = request.method === 'POST' ? readKey(request.headers['idempotency-key']) : undefined
  if (key !== undefined) {
    const hash = requestHash(request.method, request.url, request.body)
    return keyed(db, { account, key, hash }, matched, isSecret)
  }
  const { answer } = await retryWhileBusy(() => inTransaction(db, () => ({ answer: matched() })))
  return answer
}
