import type { FigureFilter } from '@pejling/domain/workspace/observations'
import { and, gte, inArray, lte, or, sql, type SQL } from 'drizzle-orm'
import { changes, changeSets, observations } from '../../db/schema.ts'

const { indicator, series, period, status } = observations

/** What a choice of categories names the total by. `total` may also be the name of a category, so either is meant. */
const totals: ReadonlySet<string> = new Set(['_T', 'total'])

function hasCategory(choice: string): SQL {
  const [dimension = '', category = ''] = choice.split(':')
  const own = sql`instr(${series} || ';', ${`;${dimension}=${category};`}) > 0`
  const undivided = sql`instr(${series}, ${`;${dimension}=`}) = 0`
  if (category === '_T') return undivided
  return totals.has(category) ? sql`(${own} OR ${undivided})` : own
}

/** Of each dimension any of the categories chosen. */
function hasCategories(choices: readonly string[]): SQL[] {
  const byDimension = Map.groupBy(choices, (choice) => choice.split(':')[0] ?? '')
  return [...byDimension.values()].map((some) => sql`(${sql.join(some.map(hasCategory), sql` OR `)})`)
}

/** The area a series begins with. */
const areaOf = sql`CASE instr(${series}, ';') WHEN 0 THEN ${series} ELSE substr(${series}, 1, instr(${series}, ';') - 1) END`

const within = (column: SQL | typeof status, values: readonly string[]): SQL =>
  sql`${column} IN (${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`

function isChangedSince(moment: string): SQL {
  const first = sql`(SELECT min(${changeSets.number}) FROM ${changeSets} WHERE ${changeSets.at} >= ${moment})`
  return sql`EXISTS (SELECT 1 FROM ${changes} WHERE ${changes.kind} = 'observation'
    AND ${changes.key} = ${indicator} || '/' || ${series} || '/' || ${period} AND ${changes.changeSet} >= ${first})`
}

/** The condition of the figures a filter means. Periods are compared as they are written: all kinds begin with the year. */
export function figureCondition(filter: FigureFilter): SQL | undefined {
  const { area, category, period: periods, from, to, status: statuses, changedSince } = filter
  return and(
    filter.indicator && inArray(indicator, [...filter.indicator]),
    area && within(areaOf, area),
    ...(category ? hasCategories(category) : []),
    periods && or(...periods.map((one) => sql`${period} = ${one}`)),
    from === undefined ? undefined : gte(period, from),
    to === undefined ? undefined : lte(sql`substr(${period}, 1, ${to.length})`, to),
    statuses && inArray(status, [...statuses]),
    changedSince === undefined ? undefined : isChangedSince(changedSince),
  )
}
