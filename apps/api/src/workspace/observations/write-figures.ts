import type { Indicator } from '@pejling/domain/indicator/indicator'
import { seriesKey } from '@pejling/domain/series'
import type { Text } from '@pejling/domain/text'
import { findingOf, type Finding } from '@pejling/domain/workspace/finding'
import type {
  FigureInput,
  ObservationsBlock,
  ObservationsPatch,
  Slice,
  WorkspaceFigure,
} from '@pejling/domain/workspace/observations'
import { and, eq } from 'drizzle-orm'
import { NotAllowedError, type AccountHolder } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { observations } from '../../db/schema.ts'
import { Problem, type InputError } from '../../http/problem.ts'
import { getIndicator } from '../definitions.ts'
import { mayWriteFigures } from '../data-providers.ts'
import { listSeries, putObservations, removeObservation } from '../observation-store.ts'
import { ownWarnings } from '../validation-findings.ts'
import { figureCondition } from './figure-condition.ts'
import { figureProblems, type FigureToWrite } from './figure-problems.ts'

/** The figures of an indicator as the workspace has them. */
export interface FigureBlock {
  readonly observations: readonly WorkspaceFigure[]
}

/** What a write did, and which cells it was about. */
export interface WrittenBlock {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly deleted: number
  /** The change set; `null`: nothing was changed. */
  readonly changeSet: number | null
  readonly cells: ReadonlySet<string>
}

/** The indicator of that name in the workspace. Throws a Problem where there is none. */
export function requireIndicator(db: Database, slug: string): Indicator {
  const indicator = getIndicator(db, slug)
  if (!indicator) {
    throw new Problem('not-found', {
      da: `Der er ingen indikator "${slug}" i arbejdsrummet.`,
      en: `There is no indicator "${slug}" in the workspace.`,
    })
  }
  return indicator
}

/** Reads an indicator's figures. Throws a Problem where there is no such indicator. */
export function readBlock(db: Database, slug: string): FigureBlock {
  const indicator = requireIndicator(db, slug)
  const rows = listSeries(db, indicator).flatMap(({ area, categories, observations: figures }) =>
    figures.map((one) => ({ area, categories, ...one })),
  )
  return { observations: rows }
}

const cellOf = (series: string, period: string): string => `${series}|${period}`

const cellOfFigure = ({ series, observation }: FigureToWrite): string => cellOf(seriesKey(series), observation.period)

const toWrite = ({ area, categories, ...observation }: FigureInput): FigureToWrite => ({
  series: { area, categories },
  observation,
})

const toDelete = ({ period, ...series }: ObservationsPatch['deleted'][number]): Cell => ({
  series: seriesKey(series),
  period,
})

/** An indicator whose figures the account may write. Throws a Problem or a NotAllowedError that says why not. */
function requireWritable(db: Database, who: AccountHolder, slug: string): Indicator {
  const indicator = requireIndicator(db, slug)
  if (!mayWriteFigures(db, who, slug)) throw new NotAllowedError(who.actor, 'editor')
  if (indicator.derived !== null) {
    throw new Problem('invalid-request', {
      da: 'Indikatoren beregnes af andre; dens tal kan ikke skrives. Ret tallene i dem, den beregnes af.',
      en: 'The indicator is computed from others; its figures cannot be written. Correct those it is computed from.',
    })
  }
  return indicator
}

const pointerPart = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1')

const pointerTo = (index: number, field: string): string =>
  `/observations/${index}/${field.split('/').map(pointerPart).join('/')}`

function refuse(errors: readonly InputError[]): void {
  if (errors.length === 0) return
  throw new Problem(
    'invalid-request',
    { da: 'Intet er skrevet; se errors.', en: 'Nothing has been written; see errors.' },
    errors,
  )
}

const outsideSlice: Text = {
  da: 'Tallet ligger uden for det udsnit, blokken er hele. Ret tallet eller udsnittet.',
  en: 'The figure lies outside the slice the block is the whole of. Correct the figure or the slice.',
}

const bothWays: Text = {
  da: 'Cellen skal både skrives og slettes. Send den kun ét af stederne.',
  en: 'The cell is to be written and deleted. Send it in one of the two places only.',
}

/** The cells of an indicator that are in a slice. */
function cellsIn(db: Database, slug: string, slice: Slice & { readonly period?: readonly string[] | undefined }) {
  const { series, period } = observations
  return db.sql
    .select({ series, period })
    .from(observations)
    .where(and(eq(observations.indicator, slug), figureCondition(slice)))
    .all()
}

interface Cell {
  readonly series: string
  readonly period: string
}

interface Asked {
  readonly reason: string
  readonly figures: readonly FigureToWrite[]
  readonly allowFuture: boolean
  /** What the figures are the whole of; `null`: nothing is deleted for that reason. */
  readonly slice: Slice | null
  /** Figures that are to be there no more. */
  readonly deleted: readonly Cell[]
}

function writeAsked(db: Database, who: AccountHolder, slug: string, asked: Asked): WrittenBlock {
  const { reason, figures, allowFuture, slice, deleted } = asked
  return write(db, who.actor, { action: 'figures', reason: reason === '' ? null : reason }, (changeSet) => {
    const indicator = requireWritable(db, who, slug)
    const problems = figureProblems(db, indicator, figures, { allowFuture })
    refuse(problems.flatMap((own, at) => own.map(({ field, detail }) => ({ pointer: pointerTo(at, field), detail }))))
    const cells = new Set(figures.map(cellOfFigure))
    const before = slice === null ? [] : cellsIn(db, slug, slice)
    const { added, changed, unchanged } = putObservations(changeSet, slug, figures)
    if (slice !== null) {
      // What has been written is asked for as what stood there was.
      const inside = new Set(cellsIn(db, slug, slice).map((one) => cellOf(one.series, one.period)))
      refuse(
        figures.flatMap((one, at) =>
          inside.has(cellOfFigure(one)) ? [] : [{ pointer: pointerTo(at, 'period'), detail: outsideSlice }],
        ),
      )
    }
    const unwanted = new Set(deleted.map((one) => cellOf(one.series, one.period)))
    refuse(
      figures.flatMap((one, at) =>
        unwanted.has(cellOfFigure(one)) ? [{ pointer: pointerTo(at, 'period'), detail: bothWays }] : [],
      ),
    )
    const gone = [
      ...before.filter((one) => !cells.has(cellOf(one.series, one.period))),
      ...(deleted.length === 0
        ? []
        : cellsIn(db, slug, {}).filter((one) => unwanted.has(cellOf(one.series, one.period)))),
    ]
    for (const { series, period } of gone) removeObservation(changeSet, slug, series, period)
    const isChanged = added + changed + gone.length > 0
    return { added, changed, unchanged, deleted: gone.length, changeSet: isChanged ? changeSet.number : null, cells }
  })
}

/**
 * Writes and deletes some figures of an indicator in one change set, all of them or none; all others stay. Throws a Problem that says what is wrong and where; a NotAllowedError for those who may not write figures of the indicator.
 */
export function patchFigures(
  db: Database,
  who: AccountHolder,
  slug: string,
  { reason, allowFuture, observations: figures, deleted }: ObservationsPatch,
): WrittenBlock {
  return writeAsked(db, who, slug, {
    reason,
    allowFuture,
    figures: figures.map(toWrite),
    slice: null,
    deleted: deleted.map(toDelete),
  })
}

/**
 * Writes a block of figures as {@link patchFigures} does. Where it says which slice it is the whole of, figures of the slice that
 * are not in the block are deleted.
 */
export function putFigures(
  db: Database,
  who: AccountHolder,
  slug: string,
  { reason, allowFuture, slice, observations: figures }: ObservationsBlock,
): WrittenBlock {
  return writeAsked(db, who, slug, {
    reason,
    allowFuture,
    figures: figures.map(toWrite),
    slice: slice ?? null,
    deleted: [],
  })
}

/** Which figures of an indicator are to be deleted, and why. */
export interface FiguresToDelete extends Slice {
  readonly period?: readonly string[] | undefined
  readonly reason: string
}

/**
 * Deletes figures of an indicator in one change set: they are there no more, which is not the same as missing. Something has to
 * say which. Throws as {@link patchFigures} does.
 */
export function deleteFigures(
  db: Database,
  who: AccountHolder,
  slug: string,
  { reason, ...slice }: FiguresToDelete,
): WrittenBlock {
  return write(db, who.actor, { action: 'figures', reason: reason === '' ? null : reason }, (changeSet) => {
    requireWritable(db, who, slug)
    if (Object.values(slice).every((one) => one === undefined)) {
      throw new Problem('invalid-request', {
        da: 'Sig, hvilke tal der skal slettes: area, category, period, from eller to.',
        en: 'Say which figures are to be deleted: area, category, period, from or to.',
      })
    }
    const gone = cellsIn(db, slug, slice)
    for (const { series, period } of gone) removeObservation(changeSet, slug, series, period)
    const cells = new Set(gone.map((one) => cellOf(one.series, one.period)))
    const number = gone.length > 0 ? changeSet.number : null
    return { added: 0, changed: 0, unchanged: 0, deleted: gone.length, changeSet: number, cells }
  })
}

/** What is odd about exactly these cells of an indicator, as they stand. */
export function findingsOf(db: Database, slug: string, cells: ReadonlySet<string>): Finding[] {
  return ownWarnings(db, slug)
    .filter((one) => cells.has(cellOf(one.series, one.period)))
    .map(findingOf)
}

/** The figures of an indicator in some cells. */
export function figuresIn(db: Database, slug: string, cells: ReadonlySet<string>): WorkspaceFigure[] {
  return readBlock(db, slug).observations.filter(({ area, categories, period }) =>
    cells.has(cellOf(seriesKey({ area, categories }), period)),
  )
}
