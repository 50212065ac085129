import { labelReader, type LabelContext, type LabelReader } from '../import/labels.ts'
import { Observation, type ObservationStatus } from '../observation/observation.ts'
import { seriesKey, type Series } from '../series/series.ts'
import type { Text } from '../text/text.ts'
import { isRatio, type Connection, type TableValue } from './connection.ts'
import { isPattern } from './resolve.ts'
import { ownEntry } from '../record/own-entry.ts'

/** A cell of a fetched table: the value of each variable, and the figure or the mark that stands for it. */
export interface FetchedCell {
  readonly at: Readonly<Record<string, TableValue>>
  readonly value: number | null
  readonly mark: string | null
}

/** Figures made of fetched cells, and what could not be. */
export interface FetchedFigures {
  readonly rows: readonly { readonly series: Series; readonly observation: Observation }[]
  /** Periods, areas and groups of the table that the indicator does not know; each once. */
  readonly passedOver: readonly Text[]
}

/** What Statistics Denmark's marks say: `..` not available, `.` cannot occur, `-` nothing, `*` provisional. */
const withoutValue: Readonly<Record<string, ObservationStatus>> = { '..': 'O', '…': 'O', '.': 'M', x: 'Q' }

interface Sum {
  readonly value: number | null
  readonly status: ObservationStatus
}

const nothing: Sum = { value: 0, status: 'A' }

/** A cell beside what has been added so far: what one of them lacks, the sum lacks. */
function add(sum: Sum, { value, mark }: Pick<FetchedCell, 'value' | 'mark'>): Sum {
  if (sum.value === null) return sum
  const read = value ?? (mark === '-' ? 0 : null)
  if (read === null) return { value: null, status: withoutValue[mark ?? ''] ?? 'O' }
  return { value: sum.value + read, status: mark === '*' || sum.status === 'P' ? 'P' : 'A' }
}

type Numbers = Pick<Observation, 'value' | 'numerator' | 'denominator'>

const noNumbers: Numbers = { value: null, numerator: null, denominator: null }

function numbersOf(own: Sum, per: Sum | null, scale: number): Numbers & { readonly status: ObservationStatus } {
  if (own.value === null) return { ...noNumbers, status: own.status }
  if (per === null) return { value: own.value, numerator: null, denominator: null, status: own.status }
  if (per.value === null) return { ...noNumbers, status: per.status }
  // Nobody to reckon per: there cannot be a share.
  if (per.value === 0) return { ...noNumbers, status: 'M' }
  const status = own.status === 'P' || per.status === 'P' ? 'P' : 'A'
  // Twelve digits: more than any source has, and none of what dividing leaves behind.
  const value = Number(((own.value / per.value) * scale).toPrecision(12))
  return { value, numerator: own.value, denominator: per.value, status }
}

interface Place {
  readonly series: Series
  readonly period: string
}

type Variable = Connection['variables'][number]

/** Why a cell is of no use to the indicator. */
class PassedOver {
  readonly what: Text
  constructor(what: Text) {
    this.what = what
  }
}

/** A code and a name that say two different things: neither is believed. */
const contradiction = ({ code, name }: TableValue): PassedOver =>
  new PassedOver({
    da: `${code} ${name}: koden og navnet siger hver sit`,
    en: `${code} ${name}: the code and the name say different things`,
  })

function areaOf(told: TableValue, reader: LabelReader): string | PassedOver {
  const [byCode, byName] = [reader.area(told.code), reader.area(told.name)]
  if (byCode !== null && byName !== null && byCode !== byName) return contradiction(told)
  const area = byCode ?? byName
  if (area !== null) return area
  return new PassedOver({ da: `Området ${told.code} ${told.name}`, en: `The area ${told.code} ${told.name}` })
}

/** `*K1` stands for the first quarter of every year: what is left of its code then is the year. */
function periodOf(told: TableValue, { values }: Variable, reader: LabelReader): string | PassedOver {
  const read = reader.period(told.code) ?? reader.period(told.name)
  if (read !== null) return read
  const [pattern = '', ...others] = values
  const part = others.length === 0 && /^\*[A-Z]\d+$/.test(pattern) ? pattern.slice(1) : null
  const year = part !== null && told.code.endsWith(part) ? reader.period(told.code.slice(0, -part.length)) : null
  return year ?? new PassedOver({ da: `Perioden ${told.code}`, en: `The period ${told.code}` })
}

/** The groups a value belongs to, `null` the total; a value may be a group by itself and a piece of others. */
function groupsOf(told: TableValue, variable: Variable, reader: LabelReader): (string | null)[] | PassedOver {
  const pieces = (variable.groups ?? []).flatMap(({ category, values }) =>
    values.includes(told.code) ? [category] : [],
  )
  if (!variable.values.includes('*') && !variable.values.includes(told.code)) return pieces
  const dimension = variable.role.slice('dim:'.length)
  const byName = reader.category(dimension, told.name)
  const byCode = reader.category(dimension, told.code)
  if (byName !== undefined && byCode !== undefined && byName !== byCode) return contradiction(told)
  const own = byName === undefined ? byCode : byName
  if (own !== undefined) return [...new Set([own, ...pieces])]
  if (pieces.length > 0) return pieces
  return new PassedOver({ da: `Gruppen ${told.code} ${told.name}`, en: `The group ${told.code} ${told.name}` })
}

/** Where a cell belongs: at one place, at several where it is a piece of groups, or nowhere. */
function placesOf({ at }: FetchedCell, connection: Connection, own: string, reader: LabelReader): Place[] | PassedOver {
  let area: string | PassedOver = connection.area ?? own
  let period: string | PassedOver | null = null
  let groups: Record<string, string>[] = [{}]
  for (const variable of connection.variables) {
    const told = ownEntry(at, variable.code)
    if (!told || variable.role === 'fixed') continue
    if (variable.role === 'area') area = areaOf(told, reader)
    else if (variable.role === 'period') period = periodOf(told, variable, reader)
    else {
      const found = groupsOf(told, variable, reader)
      if (found instanceof PassedOver) return found
      const dimension = variable.role.slice('dim:'.length)
      groups = groups.flatMap((before) =>
        found.map((category) => (category === null ? before : { ...before, [dimension]: category })),
      )
    }
  }
  if (area instanceof PassedOver) return area
  if (period instanceof PassedOver) return period
  const taken = connection.crossed ? groups : groups.filter((categories) => Object.keys(categories).length < 2)
  return period === null
    ? []
    : taken.map((categories) => ({
        series: { area, categories: { ...connection.categories, ...categories } },
        period,
      }))
}

/** Whether a cell is of one of the two selections: the one that is counted, or what it is reckoned per. */
function isOf({ at }: FetchedCell, { variables }: Connection, which: 'values' | 'per'): boolean {
  return variables.every((variable) => {
    if (variable.role !== 'fixed') return true
    const wanted = which === 'per' ? (variable.per ?? variable.values) : variable.values
    const code = ownEntry(at, variable.code)?.code
    return wanted.some(isPattern) || (code !== undefined && wanted.includes(code))
  })
}

/**
 * Makes an indicator's figures of the cells of a table, as its connection (resolved against the table) says. Areas, periods and
 * groups are known by code or by name; what the indicator does not know, or what contradicts itself, is passed over and told.
 */
export function figuresOf(
  cells: Iterable<FetchedCell>,
  connection: Connection,
  context: LabelContext,
  provenance: string,
): FetchedFigures {
  const reader = labelReader(context)
  const passedOver = new Map<string, Text>()
  const sums = new Map<string, Place & { own: Sum; per: Sum; hasOwn: boolean }>()
  for (const cell of cells) {
    const [own, per] = [isOf(cell, connection, 'values'), isOf(cell, connection, 'per')]
    if (!own && !per) continue
    const places = placesOf(cell, connection, context.indicator.area, reader)
    if (places instanceof PassedOver) {
      passedOver.set(places.what.da, places.what)
      continue
    }
    for (const place of places) {
      const key = `${seriesKey(place.series)} ${place.period}`
      const before = sums.get(key) ?? { ...place, own: nothing, per: nothing, hasOwn: false }
      sums.set(key, {
        ...before,
        own: own ? add(before.own, cell) : before.own,
        per: per ? add(before.per, cell) : before.per,
        hasOwn: before.hasOwn || own,
      })
    }
  }
  const ratio = isRatio(connection)
  return {
    rows: [...sums.values()]
      .filter(({ hasOwn }) => hasOwn)
      .map(({ series, period, own, per }) => ({
        series,
        // In the order of the schema: what is the same is the same bytes.
        observation: Observation.parse({
          period,
          ...numbersOf(own, ratio ? per : null, connection.scale),
          footnote: null,
          sampleSize: null,
          margin: null,
          provenance,
        }),
      })),
    passedOver: [...passedOver.values()],
  }
}
