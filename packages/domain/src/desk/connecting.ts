import {
  isRatio,
  mayHaveGroups,
  type Connection,
  type TableDescription,
  type VariableRole,
} from '../connection/connection.ts'
import type { Dimension } from '../dimension.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Text } from '../text.ts'

/** What a variable can be to an indicator, in a form: one of its roles, or `none`, left out. */
export type ChosenRole = VariableRole | 'none'

/** A variable of a table in the form that connects it, as it is chosen. */
export interface ChosenVariable {
  readonly code: string
  readonly name: string
  readonly role: ChosenRole
  readonly values: readonly string[]
  readonly per: readonly string[]
  /** Groups that are added together; they are delivered or imported, not chosen here, and kept. */
  readonly groups: Connection['variables'][number]['groups']
  /** Delivered or imported like the groups, and kept: what `*` does not stand for, and the standard error. */
  readonly except: Connection['variables'][number]['except']
  readonly error: Connection['variables'][number]['error']
  readonly mayBeLeftOut: boolean
  readonly options: readonly { readonly code: string; readonly name: string }[]
}

const allPeriods = '*'

/** How the cells that are chosen become a figure: as they are, as a share of a whole, or as one selection by another. */
export type Becoming = 'value' | 'share' | 'ratio'

/** What a connection's cells become, as its form says it; what is multiplied by 100 is a share. */
export function becomingOf(connection: Pick<Connection, 'variables' | 'scale'>): Becoming {
  if (!isRatio(connection)) return 'value'
  return connection.scale === 100 ? 'share' : 'ratio'
}

const isTotal = (name: string): boolean => /(?:^|\s)(?:i alt|ialt|total|alle)\b/iu.test(name)

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
    const about = { code, name, mayBeLeftOut, options, per: [], groups: null, except: null, error: null }
    if (isTime) return { ...about, role: 'period', values: [allPeriods] }
    if (variable === areaVariable) {
      return { ...about, role: 'area', values: wanted.filter((area) => options.some((one) => one.code === area)) }
    }
    const dimension = dimensions.find(
      ({ slug, name: own }) =>
        indicator.dimensions.includes(slug) && own.da.toLocaleLowerCase('da') === name.toLocaleLowerCase('da'),
    )
    if (dimension) return { ...about, role: `dim:${dimension.slug}`, values: [allPeriods] }
    const total = options.find((one) => isTotal(one.name))
    if (total) return { ...about, role: 'fixed', values: [total.code] }
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
      groups: own?.groups ?? null,
      except: own?.except ?? null,
      error: own?.error ?? null,
    }
  })
}

/** What a share is of where no one said: the total of the one variable whose chosen values are not all of it. */
function wholeOf(used: readonly ChosenVariable[]): readonly ChosenVariable[] {
  const parts = used.filter(
    ({ role, values, options }) =>
      role === 'fixed' && options.some(({ code, name }) => isTotal(name) && !values.includes(code)),
  )
  if (parts.length !== 1) return used
  return used.map((one) =>
    one === parts[0]
      ? { ...one, per: one.options.flatMap(({ code, name }) => (isTotal(name) ? [code] : [])).slice(0, 1) }
      : one,
  )
}

/** What has been chosen as a connection's variables, or what is still to be chosen. */
export function variablesChosen(chosen: readonly ChosenVariable[], becoming: Becoming): Connection['variables'] | Text {
  const all = chosen.filter(({ role }) => role !== 'none')
  const empty = all.find(({ values, groups }) => values.length === 0 && groups === null)
  if (empty) return { da: `Vælg mindst én værdi af ${empty.code}.`, en: `Choose at least one value of ${empty.code}.` }
  if (all.filter(({ role }) => role === 'period').length !== 1) {
    return { da: 'Vælg, hvilken variabel der siger perioden.', en: 'Choose the variable that tells the period.' }
  }
  if (all.filter(({ role }) => role === 'area').length > 1) {
    return { da: 'Kun én variabel kan sige området.', en: 'Only one variable can tell the area.' }
  }
  const isPer = ({ role, per }: ChosenVariable): boolean => role === 'fixed' && per.length > 0
  const used = becoming === 'share' && !all.some(isPer) ? wholeOf(all) : all
  if (becoming !== 'value' && !used.some(isPer)) {
    return {
      da: 'Vælg ved en af de fastlagte variable, hvad tallet er i forhold til.',
      en: 'Choose at one of the fixed variables what the figure is in relation to.',
    }
  }
  return used.map((one) => ({
    code: one.code,
    role: one.role === 'none' ? 'fixed' : one.role,
    values: [...one.values],
    per: becoming !== 'value' && isPer(one) ? [...one.per] : null,
    groups: mayHaveGroups(one.role) ? one.groups : null,
    except: one.except,
    // A standard error belongs to one figure of the table.
    error: one.role === 'fixed' && becoming === 'value' && one.values.length === 1 ? one.error : null,
  }))
}
