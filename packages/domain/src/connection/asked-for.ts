import { labelReader, type LabelContext, type LabelReader } from '../intake/labels.ts'
import type { Series } from '../series.ts'
import type { Connection, TableDescription, TableValue } from './connection.ts'
import { areaOf, tableGroupsOf, PassedOver } from './places.ts'
import { allOf } from './resolve.ts'

type Variable = Connection['variables'][number]

/** The values of a variable that are asked for by themselves, as the table has them. */
function wantedOf(variable: Variable, { variables }: TableDescription): TableValue[] {
  const told = variables.find(({ code }) => code === variable.code)
  if (!told) return []
  const codes = new Set([
    ...(variable.values.includes('*') ? allOf(variable, told) : variable.values),
    ...(variable.groups ?? []).flatMap(({ values }) => values),
  ])
  return told.values.filter(({ code }) => codes.has(code))
}

/** The areas that are asked for; `null`: whichever there are. */
function areasAsked(
  connection: Connection,
  description: TableDescription,
  own: string,
  reader: LabelReader,
): ReadonlySet<string> | null {
  const variable = connection.variables.find(({ role }) => role === 'area')
  if (!variable) return new Set([connection.area ?? own])
  if (variable.values.includes('*')) return null
  const read = wantedOf(variable, description).map((told) => areaOf(told, reader))
  const summed = (variable.groups ?? []).flatMap(({ category }) => category ?? [])
  return new Set([...read.filter((one) => typeof one === 'string'), ...summed])
}

/** Whether a group of a dimension is asked for, by any variable; everyone is `null`. */
function groupAsked(
  connection: Connection,
  description: TableDescription,
  reader: LabelReader,
): (dimension: string, category: string) => boolean {
  const all = new Set<string>()
  const known = new Set<string>()
  for (const variable of connection.variables) {
    if (!variable.role.startsWith('dim:') && variable.role !== 'mixed') continue
    if (variable.values.includes('*')) all.add(variable.role.slice('dim:'.length))
    for (const told of wantedOf(variable, description)) {
      const groups = tableGroupsOf(told, variable, reader)
      if (groups instanceof PassedOver) continue
      for (const { dimension, category } of groups) known.add(`${dimension}=${category ?? ''}`)
    }
  }
  return (dimension, category) => all.has(dimension) || known.has(`${dimension}=${category}`)
}

/** Whether a period is asked for, told by those that came: a pattern such as the newest one says nothing of the earlier ones. */
function periodAsked(connection: Connection, came: readonly string[]): (period: string) => boolean {
  const { values = [] } = connection.variables.find(({ role }) => role === 'period') ?? {}
  if (values.some((value) => value === '*' || /^\*[A-Z]\d+$/.test(value))) return () => true
  const sorted = came.toSorted()
  const [first, last] = [sorted[0] ?? '', sorted.at(-1) ?? '']
  if (values.every((value) => /^[<>].*[<>]/.test(value))) return (period) => period >= first && period <= last
  if (values.every((value) => /^[<-]/.test(value))) return (period) => period <= last
  if (values.every((value) => /^[>(]/.test(value))) return (period) => period >= first
  return (period) => came.includes(period)
}

/**
 * Whether a figure is among those a connection (resolved against the table) asks for, whether or not the table has it. `came`: the
 * periods of what was answered.
 */
export function isAskedFor(
  connection: Connection,
  description: TableDescription,
  context: LabelContext,
  came: readonly string[],
): (series: Series, period: string) => boolean {
  const reader = labelReader(context)
  const areas = areasAsked(connection, description, context.indicator.area, reader)
  const isGroup = groupAsked(connection, description, reader)
  const isPeriod = periodAsked(connection, came)
  const fixed = Object.entries(connection.categories)
  return ({ area, categories }, period) => {
    const varying = Object.entries(categories).filter(([dimension]) => !Object.hasOwn(connection.categories, dimension))
    return (
      (areas?.has(area) ?? true) &&
      isPeriod(period) &&
      fixed.every(([dimension, category]) => categories[dimension] === category) &&
      varying.every(([dimension, category]) => isGroup(dimension, category)) &&
      (connection.crossed || varying.length < 2) &&
      (varying.length === 0 || (connection.grouped?.includes(area) ?? true))
    )
  }
}
