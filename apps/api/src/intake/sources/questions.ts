import type { Connection, Decided } from '@pejling/domain/connection/connection'
import type { Observation } from '@pejling/domain/observation/observation'
import { parseSeriesKey } from '@pejling/domain/series'
import { and, desc, eq, sql } from 'drizzle-orm'
import { authorise, type Actor } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { fetches } from '../../db/schema.ts'
import { attachments, getAttached, putAttached } from '../../workspace/definitions.ts'
import { observationFinder, putObservations, removeObservation } from '../../workspace/observation-store.ts'
import { FetchOutcome, type UnlikelyZero, type Withdrawn } from './fetch-outcome.ts'

/** What the newest fetch that brought figures left to be decided, less what has been decided since. */
export interface OpenQuestions {
  readonly withdrawn: readonly Withdrawn[]
  readonly heldBack: readonly UnlikelyZero[]
}

/** Answers to them: a figure its source no longer has is kept or removed; a 0 is taken as one, or stands for "not yet". */
export type QuestionAnswer = 'keep' | 'remove' | 'zero' | 'not-measured'

/** Thrown where an answer is of no open question. */
export class NoSuchQuestionError extends Error {
  constructor(series: string, period: string) {
    super(
      `There is nothing to decide of the figure ${series} ${period} any more. See the page of the connection again.`,
    )
    this.name = 'NoSuchQuestionError'
  }
}

const none: OpenQuestions = { withdrawn: [], heldBack: [] }

function newestOutcome(db: Database, indicator: string): FetchOutcome | null {
  const row = db.sql
    .select()
    .from(fetches)
    .where(and(eq(fetches.indicator, indicator), sql`json_extract(${fetches.outcome}, '$.problem') is null`))
    .orderBy(desc(fetches.number))
    .limit(1)
    .get()
  return row ? FetchOutcome.parse(JSON.parse(row.outcome)) : null
}

/** What is to be decided of an indicator's figures from outside; nothing where it is not connected. */
export function openQuestions(db: Database, indicator: string): OpenQuestions {
  const connection = getAttached(db, attachments.connection, indicator)
  const outcome = connection && newestOutcome(db, indicator)
  if (!connection || !outcome) return none
  const find = observationFinder(db, indicator)
  const decided = (series: string, period: string): Decided | undefined =>
    connection.decided.find((one) => one.series === series && one.period === period)
  return {
    withdrawn: outcome.withdrawn.filter(({ series, period, value }) => {
      const before = decided(series, period)
      const isKept = before?.as === 'keep' && before.value === value
      return !isKept && find(series, period)?.value === value
    }),
    heldBack: outcome.heldBack.filter(({ series, observation: { period } }) => {
      const before = decided(series, period)?.as
      return before !== 'zero' && before !== 'not-measured' && find(series, period)?.value !== 0
    }),
  }
}

/** A figure that is decided about, by the key of its series and its period. */
export interface QuestionedFigure {
  readonly series: string
  readonly period: string
}

const isOf =
  ({ series, period }: QuestionedFigure) =>
  (one: QuestionedFigure): boolean =>
    one.series === series && one.period === period

interface Settled {
  readonly decided: Decided | null
  readonly taken: { readonly series: string; readonly observation: Observation } | null
  readonly removed: QuestionedFigure | null
}

/** What an answer means for the figure it is about. Throws {@link NoSuchQuestionError}. */
function settle(questions: OpenQuestions, subject: QuestionedFigure, answer: QuestionAnswer): Settled {
  const { series, period } = subject
  const withdrawn = questions.withdrawn.find(isOf(subject))
  const held = questions.heldBack.find((one) => isOf(subject)({ series: one.series, period: one.observation.period }))
  if (withdrawn && answer === 'remove') return { decided: null, taken: null, removed: subject }
  if (withdrawn && answer === 'keep')
    return { decided: { series, period, as: 'keep', value: withdrawn.value }, taken: null, removed: null }
  if (held && answer === 'zero')
    return { decided: { series, period, as: 'zero', value: 0 }, taken: held, removed: null }
  if (held && answer === 'not-measured')
    return { decided: { series, period, as: 'not-measured', value: null }, taken: null, removed: null }
  throw new NoSuchQuestionError(series, period)
}

const reasons: Readonly<Record<QuestionAnswer, string>> = {
  keep: 'Tal, som kilden ikke længere har, beholdes.',
  remove: 'Tal, som kilden ikke længere har, fjernes.',
  zero: 'Tal, der er 0 hos kilden, er målt til 0.',
  'not-measured': 'Tal, der er 0 hos kilden, er ikke målt endnu.',
}

/**
 * Decides about figures a source took back, or zeros it gave: all of them alike, in one change set that can be undone. What is decided
 * is kept in the connection and holds for the fetches to come. Takes an administrator. Throws {@link NoSuchQuestionError} where one
 * of the figures is no longer a question; nothing is decided then.
 */
export function decide(
  db: Database,
  actor: Actor,
  input: {
    readonly indicator: string
    readonly subjects: readonly QuestionedFigure[]
    readonly answer: QuestionAnswer
  },
): void {
  authorise(actor, 'administrator')
  const { indicator, subjects, answer } = input
  write(db, actor, { action: 'decide', reason: reasons[answer] }, (changeSet) => {
    const connection = getAttached(changeSet.db, attachments.connection, indicator)
    const questions = openQuestions(changeSet.db, indicator)
    const settled = subjects.map((subject) => settle(questions, subject, answer))
    for (const { removed } of settled)
      if (removed) removeObservation(changeSet, indicator, removed.series, removed.period)
    const taken = settled.flatMap((one) => one.taken ?? [])
    putObservations(
      changeSet,
      indicator,
      taken.map(({ series, observation }) => ({ series: parseSeriesKey(series), observation })),
    )
    if (connection) putAttached(changeSet, attachments.connection, indicator, withDecisions(connection, settled))
  })
}

/** A connection with what has been decided, each figure once. */
function withDecisions(connection: Connection, settled: readonly Settled[]): Connection {
  const decided = settled.flatMap((one) => one.decided ?? [])
  const before = connection.decided.filter((one) => !decided.some(isOf(one)))
  return { ...connection, decided: [...before, ...decided] }
}
