import { labelReader, type LabelContext } from '../intake/labels.ts'
import { meaningOf } from '../intake/status-words.ts'
import { Observation, type ObservationStatus } from '../observation/observation.ts'
import { ownEntry } from '../record/own-entry.ts'
import { seriesKey, type Series } from '../series.ts'
import type { Text } from '../text.ts'
import { isRatio, type Connection } from './connection.ts'
import { PassedOver, placesOf, type FetchedCell, type CellPlace } from './places.ts'
import { isPattern } from './resolve.ts'

/**
 * How a figure came about: it stands in the table as it is (`fetched`), so does it and its margin comes of the standard error
 * (`margin`), it is one figure of the table by another (`ratio`), or figures of the table added together (`sum`).
 */
export type FigureOrigin = 'fetched' | 'margin' | 'ratio' | 'sum'

/** Figures made of fetched cells, and what could not be. */
export interface FetchedFigures {
  readonly rows: readonly { readonly series: Series; readonly observation: Observation }[]
  /** Periods, areas and groups of the table that the indicator does not know; each once. */
  readonly passedOver: readonly Text[]
  /** Periods the table lists before they are measured, as their codes. */
  readonly notMeasured: readonly string[]
}

/** Why a figure is missing, by the mark in its place. Statistics Denmark's `-` is nothing, a 0; its `*` is provisional. */
function whyMissing(mark: string | null): ObservationStatus {
  const meaning = meaningOf(mark ?? '')
  return meaning === null || meaning === 'zero' || meaning === 'skip' ? 'O' : meaning
}

/** Half the width of a 95 % interval, in standard errors: the 97.5 % quantile of the normal distribution. */
const halfWidth = 1.96

interface Sum {
  readonly value: number | null
  readonly status: ObservationStatus
  readonly cells: number
}

const nothing: Sum = { value: 0, status: 'A', cells: 0 }

/** A cell beside what has been added so far: what one of them lacks, the sum lacks. */
function add(sum: Sum, { value, mark }: Pick<FetchedCell, 'value' | 'mark'>): Sum {
  const cells = sum.cells + 1
  if (sum.value === null) return { ...sum, cells }
  const read = value ?? (mark === '-' ? 0 : null)
  if (read === null) return { value: null, status: whyMissing(mark), cells }
  return { value: sum.value + read, status: mark === '*' || sum.status === 'P' ? 'P' : 'A', cells }
}

type Numbers = Pick<Observation, 'value' | 'numerator' | 'denominator' | 'status'>

const without = (status: ObservationStatus): Numbers => ({ value: null, numerator: null, denominator: null, status })

function numbersOf(own: Sum, per: Sum | null, scale: number): Numbers {
  if (own.value === null) return without(own.status)
  if (per === null) return { value: own.value, numerator: null, denominator: null, status: own.status }
  if (per.cells === 0) return without('O')
  if (per.value === null) return without(per.status)
  // No one to compute per: there cannot be a share.
  if (per.value === 0) return without('M')
  const status = own.status === 'P' || per.status === 'P' ? 'P' : 'A'
  // Twelve digits: more than any source has, and none of what dividing leaves behind.
  const value = Number(((own.value / per.value) * scale).toPrecision(12))
  return { value, numerator: own.value, denominator: per.value, status }
}

type Selection = 'values' | 'per' | 'error'

/** Whether a cell is of a selection: what is counted, what that is divided by, or its standard error. */
function isOf({ at }: FetchedCell, { variables }: Connection, which: Selection): boolean {
  return variables.every((variable) => {
    if (variable.role !== 'fixed') return true
    const { values, per, error } = variable
    const wanted = { values, per: per ?? values, error: error === null ? values : [error] }[which]
    const code = ownEntry(at, variable.code)?.code
    return wanted.some(isPattern) || (code !== undefined && wanted.includes(code))
  })
}

/** Everything a figure is made of. */
interface Parts extends CellPlace {
  own: Sum
  per: Sum
  error: Sum
  readonly areas: Set<string>
}

function figureOf(
  { series, period, parts, own, per, error, areas }: Parts,
  connection: Connection,
  provenance: (origin: FigureOrigin) => string,
): { readonly series: Series; readonly observation: Observation } {
  const ratio = isRatio(connection)
  // A sum that lacks one of its areas is none.
  const isWhole = parts === null || areas.size === parts
  const numbers = isWhole ? numbersOf(own, ratio ? per : null, connection.scale) : without('O')
  const hasMargin = numbers.value !== null && error.cells === 1 && error.value !== null && own.cells === 1
  const single = hasMargin ? 'margin' : 'fetched'
  const whole = ratio ? 'ratio' : own.cells > 1 ? 'sum' : single
  const origin = parts === null ? whole : 'sum'
  return {
    series,
    // In the order of the schema: what is the same is the same bytes.
    observation: Observation.parse({
      period,
      ...numbers,
      footnote: null,
      sampleSize: null,
      margin: hasMargin ? Number((halfWidth * (error.value ?? 0)).toPrecision(12)) : null,
      provenance: provenance(origin),
    }),
  }
}

const yearOf = (code: string): number => Number(/^\d{4}/.exec(code)?.[0] ?? Number.NaN)

/** Whether what the table has for a cell's period has been measured. */
function isMeasured({ at }: FetchedCell, { measured, variables }: Connection): boolean {
  const period = variables.find(({ role }) => role === 'period')
  if (measured === null || !period) return true
  const [of, by] = [ownEntry(at, period.code), ownEntry(at, measured.variable)]
  return !of || !by || !(yearOf(of.code) + measured.years > yearOf(by.code))
}

/**
 * Makes an indicator's figures of the cells of a table, as its connection (resolved against the table) says. Areas, periods and
 * groups are known by code or by name; what the indicator does not know, or what contradicts itself, is passed over and told.
 * `provenance` names where figures of an origin come from.
 */
export function fetchedFiguresOf(
  cells: Iterable<FetchedCell>,
  connection: Connection,
  context: LabelContext,
  provenance: (origin: FigureOrigin) => string,
): FetchedFigures {
  const reader = labelReader(context)
  const passedOver = new Map<string, Text>()
  const notMeasured = new Set<string>()
  const all = new Map<string, Parts>()
  const areaVariable = connection.variables.find(({ role }) => role === 'area')?.code ?? ''
  const periodVariable = connection.variables.find(({ role }) => role === 'period')?.code ?? ''
  const hasError = connection.variables.some(({ error }) => error !== null)
  for (const cell of cells) {
    const [own, per] = [isOf(cell, connection, 'values'), isOf(cell, connection, 'per')]
    const error = hasError && isOf(cell, connection, 'error')
    if (!own && !per && !error) continue
    if (!isMeasured(cell, connection)) {
      notMeasured.add(cell.at[periodVariable]?.code ?? '')
      continue
    }
    const places = placesOf(cell, connection, context.indicator.area, reader)
    if (places instanceof PassedOver) {
      passedOver.set(places.what.da, places.what)
      continue
    }
    for (const place of places) {
      const key = `${seriesKey(place.series)} ${place.period}`
      const made = all.get(key) ?? { ...place, own: nothing, per: nothing, error: nothing, areas: new Set<string>() }
      all.set(key, made)
      made.areas.add(cell.at[areaVariable]?.code ?? '')
      if (own) made.own = add(made.own, cell)
      if (per) made.per = add(made.per, cell)
      if (error) made.error = add(made.error, cell)
    }
  }
  return {
    rows: [...all.values()].filter(({ own }) => own.cells > 0).map((made) => figureOf(made, connection, provenance)),
    passedOver: [...passedOver.values()],
    notMeasured: [...notMeasured].toSorted(),
  }
}
