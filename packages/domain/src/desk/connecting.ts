import type { Connection, TableDescription, VariableRole } from '../connection/connection.ts'
import type { Dimension } from '../dimension/dimension.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Text } from '../text/text.ts'

/** What a variable can be to an indicator, in a form: one of its roles, or `none`, left out. */
export type ChosenRole = VariableRole | 'none'

/** A variable of a table in the form that connects it, as it is chosen. */
export interface ChosenVariable {
  readonly code: string
  readonly name: string
  readonly role: ChosenRole
  readonly values: readonly string[]
  readonly per: readonly string[]
  readonly mayBeLeftOut: boolean
  readonly options: readonly { readonly code: string; readonly name: string }[]
}

const allPeriods = '*'

/** What a table's variables seem to be to an indicator, to begin with; a person decides. */
export function proposeVariables(
  { variables }: TableDescription,
  indicator: Pick<Indicator, 'area' | 'dimensions'>,
  dimensions: readonly Dimension[],
  country: string | null,
): ChosenVariable[] {
  const wanted = [indicator.area, ...(country === null ? [] : [country])]
  const areaVariable = variables.find(({ values }) => values.some(({ code }) => code === indicator.area))
  return variables.map((variable) => {
    const { code, name, isTime, mayBeLeftOut, values: options } = variable
    const about = { code, name, mayBeLeftOut, options, per: [] }
    if (isTime) return { ...about, role: 'period', values: [allPeriods] }
    if (variable === areaVariable) {
      return { ...about, role: 'area', values: wanted.filter((area) => options.some((one) => one.code === area)) }
    }
    const dimension = dimensions.find(
      ({ slug, name: own }) =>
        indicator.dimensions.includes(slug) && own.da.toLocaleLowerCase('da') === name.toLocaleLowerCase('da'),
    )
    if (dimension) return { ...about, role: `dim:${dimension.slug}`, values: [allPeriods] }
    if (mayBeLeftOut) return { ...about, role: 'none', values: [] }
    return { ...about, role: 'fixed', values: options.slice(0, 1).map((one) => one.code) }
  })
}

/** A connection as its form shows it, against what its table has now. */
export function chosenOf({ variables }: TableDescription, connection: Pick<Connection, 'variables'>): ChosenVariable[] {
  return variables.map(({ code, name, mayBeLeftOut, values: options }) => {
    const own = connection.variables.find((one) => one.code.toUpperCase() === code.toUpperCase())
    return {
      code,
      name,
      mayBeLeftOut,
      options,
      role: own?.role ?? 'none',
      values: own?.values ?? [],
      per: own?.per ?? [],
    }
  })
}

/** What has been chosen as a connection's variables, or what is still to be chosen. */
export function variablesChosen(chosen: readonly ChosenVariable[]): Connection['variables'] | Text {
  const used = chosen.filter(({ role }) => role !== 'none')
  const empty = used.find(({ values }) => values.length === 0)
  if (empty) return { da: `Vælg mindst én værdi af ${empty.code}.`, en: `Choose at least one value of ${empty.code}.` }
  if (used.filter(({ role }) => role === 'period').length !== 1) {
    return { da: 'Vælg, hvilken variabel der siger perioden.', en: 'Choose the variable that tells the period.' }
  }
  if (used.filter(({ role }) => role === 'area').length > 1) {
    return { da: 'Kun én variabel kan sige området.', en: 'Only one variable can tell the area.' }
  }
  return used.map(({ code, role, values, per }) => ({
    code,
    role: role === 'none' ? 'fixed' : role,
    values: [...values],
    per: role === 'fixed' && per.length > 0 ? [...per] : null,
  }))
}
