import { labelReader, type LabelContext, type LabelReader } from '../intake/labels.ts'
import type { Connection, TableDescription, TableValue } from './connection.ts'
import { areasOf, tableGroupsOf, PassedOver } from './places.ts'
import { codesAsked } from './resolve.ts'

type Variable = Connection['variables'][number]

/** What is asked of a variable of a table: codes of its values, or a pattern of periods. */
export interface Asked {
  readonly code: string
  readonly values: readonly string[]
}

const valuesOf = (variable: Variable, { variables }: TableDescription): ReadonlyMap<string, TableValue> =>
  new Map(variables.find(({ code }) => code === variable.code)?.values.map((value) => [value.code, value]))

/** The codes of a dimension that are everyone, or a piece of everyone, and the others. */
function inTwo(variable: Variable, description: TableDescription, reader: LabelReader) {
  const told = valuesOf(variable, description)
  const isTotal = (code: string): boolean => {
    const value = told.get(code)
    const groups = value ? tableGroupsOf(value, variable, reader) : []
    return !(groups instanceof PassedOver) && groups.some(({ category }) => category === null)
  }
  const codes = codesAsked(variable, description)
  return { code: variable.code, totals: codes.filter(isTotal), others: codes.filter((code) => !isTotal(code)) }
}

/** The codes of the areas whose groups are taken; `null`: those of all. */
function groupedAreas(
  variable: Variable | undefined,
  { grouped }: Connection,
  description: TableDescription,
  reader: LabelReader,
): readonly string[] | null {
  if (!variable || grouped === null) return null
  const told = valuesOf(variable, description)
  return codesAsked(variable, description).filter((code) => {
    const value = told.get(code)
    const areas = value ? areasOf(value, variable, reader) : []
    return !(areas instanceof PassedOver) && areas.some(({ area }) => grouped.includes(area))
  })
}

/**
 * What is to be asked of a table for a connection that was resolved against it: selections that together have every cell a figure is
 * made of, each once. Where groups are not crossed, the cells of crossed groups are not asked for, nor are the groups of areas of
 * which only the totals are taken.
 */
export function selectionsOf(
  connection: Connection,
  description: TableDescription,
  context: LabelContext,
): readonly (readonly Asked[])[] {
  const reader = labelReader(context)
  const whole = connection.variables.map((variable) => ({
    code: variable.code,
    values: codesAsked(variable, description),
  }))
  const dimensions = connection.variables
    .filter(({ role }) => role === 'mixed' || role.startsWith('dim:'))
    .map((variable) => inTwo(variable, description, reader))
  if (connection.crossed || dimensions.some(({ totals }) => totals.length === 0)) return [whole]
  const areaVariable = connection.variables.find(({ role }) => role === 'area')
  const areas = groupedAreas(areaVariable, connection, description, reader)
  const only = (replaced: ReadonlyMap<string, readonly string[]>): Asked[] =>
    whole.map(({ code, values }) => ({ code, values: replaced.get(code) ?? values }))
  const totals = new Map<string, readonly string[]>(dimensions.map((one) => [one.code, one.totals]))
  const ofAreas: readonly (readonly [string, readonly string[]])[] =
    areas === null || !areaVariable ? [] : [[areaVariable.code, areas]]
  return [
    only(totals),
    ...dimensions.flatMap(({ code, others }) =>
      others.length === 0 || areas?.length === 0 ? [] : [only(new Map([...totals, ...ofAreas, [code, others]]))],
    ),
  ]
}
