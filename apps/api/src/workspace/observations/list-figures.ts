import { parseSeriesKey } from '@pejling/domain/series'
import type { FigureFilter, WorkspaceFigureRow } from '@pejling/domain/workspace/observations'
import { and, asc, count, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { observations } from '../../db/schema.ts'
import { toObservation } from '../observations.ts'
import { figureCondition } from './figure-condition.ts'

/** What names a figure among all: where a page of a list goes on from. */
export type FigureKey = readonly [indicator: string, series: string, period: string]

/** A page of figures, and how many there are in all. */
export interface FigurePage {
  readonly figures: readonly WorkspaceFigureRow[]
  readonly total: number
  /** Where the next page goes on from; `null`: this is the last. */
  readonly next: FigureKey | null
}

const { indicator, series, period } = observations

/**
 * The figures of the workspace that a filter means, across indicators, by indicator, series and period: `limit` of them after a
 * key (`null`: from the first). What is written meanwhile moves no figure from one page to another.
 */
export function listFigures(
  db: Database,
  filter: FigureFilter,
  page: { readonly after: FigureKey | null; readonly limit: number },
): FigurePage {
  const meant = figureCondition(filter)
  const { after, limit } = page
  const rest =
    after === null ? undefined : sql`(${indicator}, ${series}, ${period}) > (${after[0]}, ${after[1]}, ${after[2]})`
  const rows = db.sql
    .select()
    .from(observations)
    .where(and(meant, rest))
    .orderBy(asc(indicator), asc(series), asc(period))
    .limit(limit + 1)
    .all()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    figures: shown.map((row) => ({
      indicator: row.indicator,
      ...parseSeriesKey(row.series),
      ...toObservation(row),
    })),
    total: db.sql.select({ total: count() }).from(observations).where(meant).get()?.total ?? 0,
    next: rows.length > limit && last ? [last.indicator, last.series, last.period] : null,
  }
}
