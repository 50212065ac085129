import { Indicator } from '@pejling/domain/indicator/indicator'
import { Observation } from '@pejling/domain/observation/observation'
import { parseSeriesKey } from '@pejling/domain/series'
import { Target } from '@pejling/domain/target/target'
import { kindWords } from '@pejling/domain/change/kind-words'
import { inARow, type Locale, type Text } from '@pejling/domain/text'
import { asc, eq } from 'drizzle-orm'
import { authorise, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { changes } from '../db/schema.ts'
import type { z } from 'zod'
import {
  attachments,
  getAttached,
  getIndicator,
  keptKinds,
  listTargets,
  putAttached,
  putIndicator,
  putTarget,
  removeTarget,
} from './definitions.ts'
import { findObservation, putObservations, removeObservation } from './observations.ts'

/** How one kind of thing is looked at and brought back. States are JSON; `null`: it is not there. */
interface Restoring {
  readonly now: (db: Database, key: string) => string | null
  readonly put: (changeSet: ChangeSet, key: string, before: string) => void
  /** `null`: others may point at it by now, so what was made stays. */
  readonly remove: ((changeSet: ChangeSet, key: string) => void) | null
}

const written = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value)

/** `indicator/series/period`; the period of a school year has a stroke in it. */
function figureAt(key: string): readonly [indicator: string, series: string, period: string] {
  const [indicator = '', series = '', ...period] = key.split('/')
  return [indicator, series, period.join('/')]
}

const figures: Restoring = {
  now: (db, key) => written(findObservation(db, ...figureAt(key))),
  put: (changeSet, key, before) => {
    const [indicator, series] = figureAt(key)
    const observation = Observation.parse(JSON.parse(before))
    putObservations(changeSet, indicator, [{ series: parseSeriesKey(series), observation }])
  },
  remove: (changeSet, key) => removeObservation(changeSet, ...figureAt(key)),
}

function targetAt(key: string): readonly [indicator: string, slug: string] {
  const [indicator = '', slug = ''] = key.split('/')
  return [indicator, slug]
}

const targets: Restoring = {
  now: (db, key) => {
    const [indicator, slug] = targetAt(key)
    return written(listTargets(db, indicator).find((one) => one.slug === slug))
  },
  put: (changeSet, key, before) => putTarget(changeSet, targetAt(key)[0], Target.parse(JSON.parse(before))),
  remove: (changeSet, key) => removeTarget(changeSet, ...targetAt(key)),
}

const indicators: Restoring = {
  now: (db, key) => written(getIndicator(db, key)),
  put: (changeSet, _key, before) => putIndicator(changeSet, Indicator.parse(JSON.parse(before))),
  remove: null,
}

const attached = <Schema extends z.ZodType>(kind: Parameters<typeof putAttached<Schema>>[1]): Restoring => ({
  now: (db, key) => written(getAttached(db, kind, key)),
  put: (changeSet, key, before) => putAttached(changeSet, kind, key, JSON.parse(before)),
  remove: (changeSet, key) => putAttached(changeSet, kind, key, null),
})

function restoringOf(kind: string): Restoring | null {
  if (kind === 'observation') return figures
  if (kind === 'target') return targets
  if (kind === 'indicator') return indicators
  if (kind === 'override') return attached(attachments.override)
  if (kind === 'keepers') return attached(attachments.keepers)
  if (kind === 'connection') return attached(attachments.connection)
  const definition = keptKinds.find(({ name }) => name === kind)
  if (!definition) return null
  return {
    now: definition.body,
    put: (changeSet, _key, before) => definition.put(changeSet, before),
    remove: definition.remove,
  }
}

/** Whether a change of this kind of thing can be undone. Accounts, settings and releases are not figures or texts. */
export const isUndoable = (kind: string): boolean => restoringOf(kind) !== null

/** Why a change set cannot be undone; `null`: it has been. */
export type UndoProblem = Text | null

const because = (number: number, da: string, en: string): CannotUndo =>
  new CannotUndo({ da: `Nr. ${number} kan ikke fortrydes: ${da}`, en: `No. ${number} cannot be undone: ${en}` })

/** Thrown to take back what has been undone where the next cannot be. */
class CannotUndo extends Error {
  override name = 'CannotUndo'
  readonly problem: Text
  constructor(problem: Text) {
    super(problem.en)
    this.problem = problem
  }
}

interface UndoPart {
  readonly key: string
  readonly before: string | null
  readonly restoring: Restoring
}

/** What undoing a change set takes, or why it cannot be undone as things stand. */
function partsToUndo(db: Database, number: number): readonly UndoPart[] | CannotUndo {
  const rows = db.sql.select().from(changes).where(eq(changes.changeSet, number)).orderBy(asc(changes.position)).all()
  const parts = rows.flatMap((row) => {
    const restoring = restoringOf(row.kind)
    return restoring ? [{ ...row, restoring }] : []
  })
  if (rows.length === 0) return because(number, 'den findes ikke.', 'there is no such change set.')
  if (parts.length < rows.length) {
    const others = [...new Set(rows.map(({ kind }) => kind))].filter((kind) => !isUndoable(kind)).map(kindWords)
    const of = (locale: Locale): string =>
      inARow(
        others.map(({ other }) => other[locale]),
        locale,
      )
    return because(
      number,
      `kun ændringer af tal, mål og tekster kan, ikke af ${of('da')}.`,
      `only changes of figures, targets and texts can, not of ${of('en')}.`,
    )
  }
  const made = parts.find(({ before, restoring }) => before === null && restoring.remove === null)
  if (made) {
    const { one } = kindWords(made.kind)
    return because(
      number,
      `${one.da} ${made.key} blev oprettet, og andet kan henvise til det. Lad det udgå i stedet.`,
      `${one.en} ${made.key} was made, and others may point at it. Retire it instead.`,
    )
  }
  const changed = parts.find(({ key, after, restoring }) => restoring.now(db, key) !== after)
  if (!changed) return parts
  const what = changed.key.split('/').join(', ')
  return because(
    number,
    `${what} er rettet igen siden. Fortryd også det.`,
    `${what} has been changed again since. Undo that as well.`,
  )
}

/** Why a change set cannot be undone as things stand; `null`: it can. */
export function undoHindrance(db: Database, number: number): Text | null {
  const parts = partsToUndo(db, number)
  return parts instanceof CannotUndo ? parts.problem : null
}

function undoOne(changeSet: ChangeSet, number: number): void {
  const parts = partsToUndo(changeSet.db, number)
  if (parts instanceof CannotUndo) throw parts
  for (const { key, before, restoring } of parts.toReversed()) {
    if (before === null) restoring.remove?.(changeSet, key)
    else restoring.put(changeSet, key, before)
  }
}

/**
 * Brings what change sets wrote back to what it was, the newest first, in a change set of its own: all of it or nothing. That is
 * possible as long as none of it has been changed since by others, and nothing was made that others may point at.
 * Throws a NotAllowedError for those who may not edit.
 */
export function undoChangeSets(db: Database, actor: Actor, numbers: readonly number[]): UndoProblem {
  authorise(actor, 'editor')
  const newestFirst = [...new Set(numbers)].sort((a, b) => b - a)
  try {
    write(db, actor, { action: 'undo', reason: newestFirst.join(', ') }, (changeSet) => {
      for (const number of newestFirst) undoOne(changeSet, number)
    })
    return null
  } catch (error) {
    if (error instanceof CannotUndo) return error.problem
    throw error
  }
}
