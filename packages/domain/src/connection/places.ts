import type { LabelReader } from '../intake/labels.ts'
import { ownEntry } from '../record/own-entry.ts'
import type { Series } from '../series.ts'
import type { Text } from '../text.ts'
import type { Connection, TableValue } from './connection.ts'

/** A cell of a fetched table: the value of each variable, and the figure or the mark that stands for it. */
export interface FetchedCell {
  readonly at: Readonly<Record<string, TableValue>>
  readonly value: number | null
  readonly mark: string | null
}

/** Where a cell belongs among the figures of an indicator. */
export interface CellPlace {
  readonly series: Series
  readonly period: string
  /** The areas that are added together to the area of the series; `null`: the table has the area itself. */
  readonly parts: number | null
}

type Variable = Connection['variables'][number]

/** Why a cell is of no use to the indicator. */
export class PassedOver {
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

/** Whether a value is one of those the variable asks for by itself, not as a piece of a group. */
const isWanted = ({ values, except }: Variable, { code }: TableValue): boolean =>
  (values.includes('*') && !(except?.includes(code) ?? false)) || values.includes(code)

/** The area a value of the table is, by its code or by its name. */
export function areaOf(told: TableValue, reader: LabelReader): string | PassedOver {
  const [byCode, byName] = [reader.area(told.code), reader.area(told.name)]
  if (byCode !== null && byName !== null && byCode !== byName) return contradiction(told)
  const area = byCode ?? byName
  if (area !== null) return area
  return new PassedOver({ da: `Området ${told.code} ${told.name}`, en: `The area ${told.code} ${told.name}` })
}

interface AreaPlace {
  readonly area: string
  readonly parts: number | null
}

/** The areas a value belongs to: the one it is, and those it is a piece of. What is only a piece need not be known itself. */
export function areasOf(told: TableValue, variable: Variable, reader: LabelReader): AreaPlace[] | PassedOver {
  const pieces = (variable.groups ?? []).flatMap(({ category, values }) =>
    category !== null && values.includes(told.code) ? [{ area: category, parts: values.length }] : [],
  )
  if (!isWanted(variable, told)) return pieces
  const own = areaOf(told, reader)
  if (own instanceof PassedOver) return pieces.length > 0 ? pieces : own
  return [{ area: own, parts: null }, ...pieces]
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

/** A group of one dimension; of `null` category: everyone. */
export interface Grouped {
  readonly dimension: string
  readonly category: string | null
}

/** The groups a value belongs to; a value may be a group by itself and a piece of others. */
export function tableGroupsOf(told: TableValue, variable: Variable, reader: LabelReader): Grouped[] | PassedOver {
  const dimension = variable.role.slice('dim:'.length)
  const pieces = (variable.groups ?? []).flatMap((group) =>
    group.values.includes(told.code) ? [{ dimension: group.dimension ?? dimension, category: group.category }] : [],
  )
  if (!isWanted(variable, told)) return pieces
  // Of a mixed variable, what is not in a group is everyone.
  if (variable.role === 'mixed') return [{ dimension: '', category: null }, ...pieces]
  const byName = reader.category(dimension, told.name)
  const byCode = reader.category(dimension, told.code)
  if (byName !== undefined && byCode !== undefined && byName !== byCode) return contradiction(told)
  const own = byName === undefined ? byCode : byName
  if (own !== undefined) {
    return [{ dimension, category: own }, ...pieces.filter(({ category }) => category !== own)]
  }
  if (pieces.length > 0) return pieces
  return new PassedOver({ da: `Gruppen ${told.code} ${told.name}`, en: `The group ${told.code} ${told.name}` })
}

/** Where a cell belongs: at one place, at several where it is a piece of groups, or nowhere. */
export function placesOf(
  { at }: FetchedCell,
  connection: Connection,
  own: string,
  reader: LabelReader,
): CellPlace[] | PassedOver {
  let areas: AreaPlace[] | PassedOver = [{ area: connection.area ?? own, parts: null }]
  let period: string | PassedOver | null = null
  let groups: Record<string, string>[] = [{}]
  for (const variable of connection.variables) {
    const told = ownEntry(at, variable.code)
    if (!told || variable.role === 'fixed') continue
    if (variable.role === 'area') areas = areasOf(told, variable, reader)
    else if (variable.role === 'period') period = periodOf(told, variable, reader)
    else {
      const found = tableGroupsOf(told, variable, reader)
      if (found instanceof PassedOver) return found
      groups = groups.flatMap((before) =>
        found.map(({ dimension, category }) => (category === null ? before : { ...before, [dimension]: category })),
      )
    }
  }
  if (areas instanceof PassedOver) return areas
  if (period instanceof PassedOver) return period
  if (period === null) return []
  const { crossed, grouped, categories } = connection
  const isTaken = (area: string, varying: Readonly<Record<string, string>>): boolean => {
    const count = Object.keys(varying).length
    return count === 0 || ((crossed || count < 2) && (grouped?.includes(area) ?? true))
  }
  const when = period
  return areas.flatMap(({ area, parts }) =>
    groups
      .filter((varying) => isTaken(area, varying))
      .map((varying) => ({ series: { area, categories: { ...categories, ...varying } }, period: when, parts })),
  )
}
