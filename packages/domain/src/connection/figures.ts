import type { LabelContext } from '../import/labels.ts'
import { labelReader } from '../import/labels.ts'
import { Observation, type ObservationStatus } from '../observation/observation.ts'
import { seriesKey, type Series } from '../series/series.ts'
import type { Text } from '../text/text.ts'
import { isRatio, type Connection } from './connection.ts'

/** A cell of a fetched table: the value of each variable, and the figure or the mark that stands for it. */
export interface FetchedCell {
  readonly at: Readonly<Record<string, { readonly code: string; readonly name: string }>>
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
  return { value: (own.value / per.value) * scale, numerator: own.value, denominator: per.value, status }
}

interface Place {
  readonly series: Series
  readonly period: string
}

/**
 * Makes an indicator's figures of the cells of a table, as its connection says. Areas, periods and groups are known by code or by
 * name; what the indicator does not know is passed over and told. Where no variable tells the area, the figures are of the
 * indicator's own.
 */
export function figuresOf(
  cells: readonly FetchedCell[],
  connection: Connection,
  context: LabelContext,
  provenance: string,
): FetchedFigures {
  const reader = labelReader(context)
  const passedOver = new Map<string, Text>()
  const pass = (what: Text): null => {
    passedOver.set(what.da, what)
    return null
  }
  const placeOf = ({ at }: FetchedCell): Place | null => {
    let area: string | null = context.indicator.area
    let period: string | null = null
    const categories: Record<string, string> = {}
    for (const { code, role } of connection.variables) {
      const told = at[code]
      if (!told || role === 'fixed') continue
      const either = <Found>(read: (text: string) => Found | null | undefined): Found | null =>
        read(told.code) ?? read(told.name) ?? null
      if (role === 'area') {
        area = either(reader.area)
        if (area === null)
          return pass({ da: `Området ${told.code} ${told.name}`, en: `The area ${told.code} ${told.name}` })
      } else if (role === 'period') {
        period = either(reader.period)
        if (period === null) return pass({ da: `Perioden ${told.code}`, en: `The period ${told.code}` })
      } else {
        const dimension = role.slice('dim:'.length)
        const byCode = reader.category(dimension, told.code)
        const category = byCode === undefined ? reader.category(dimension, told.name) : byCode
        if (category === undefined)
          return pass({ da: `Gruppen ${told.code} ${told.name}`, en: `The group ${told.code} ${told.name}` })
        if (category !== null) categories[dimension] = category
      }
    }
    return area === null || period === null ? null : { series: { area, categories }, period }
  }
  const isOf = (cell: FetchedCell, which: 'values' | 'per'): boolean =>
    connection.variables.every((variable) => {
      if (variable.role !== 'fixed') return true
      const wanted = which === 'per' ? (variable.per ?? variable.values) : variable.values
      const code = cell.at[variable.code]?.code
      return wanted.includes('*') || (code !== undefined && wanted.includes(code))
    })
  const sums = new Map<string, Place & { own: Sum; per: Sum; hasOwn: boolean }>()
  for (const cell of cells) {
    const [own, per] = [isOf(cell, 'values'), isOf(cell, 'per')]
    const place = own || per ? placeOf(cell) : null
    if (!place) continue
    const key = `${seriesKey(place.series)} ${place.period}`
    const before = sums.get(key) ?? { ...place, own: nothing, per: nothing, hasOwn: false }
    sums.set(key, {
      ...before,
      own: own ? add(before.own, cell) : before.own,
      per: per ? add(before.per, cell) : before.per,
      hasOwn: before.hasOwn || own,
    })
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
