import { z } from 'zod'
import { AreaCode } from '../area/area.ts'
import { Slug } from '../slug/slug.ts'

/** What a variable of a table is to an indicator: its areas, its periods, one of its dimensions, or fixed to chosen values. */
export const VariableRole = z.union([z.enum(['area', 'period', 'fixed']), z.templateLiteral(['dim:', Slug])])
export type VariableRole = z.infer<typeof VariableRole>

const wanted = z.array(z.string().min(1).max(200))

/** A group of the indicator that the table has in pieces; `null`: all of them. */
const Group = z.strictObject({ category: Slug.nullable(), values: wanted.min(1) })

/** A variable of a table with the values that are asked for, each by its code or in the table's own words; `*`: all there are. */
const Variable = z.strictObject({
  /** By its code, or in the table's own words. */
  code: z.string().min(1).max(200),
  role: VariableRole,
  /** Of a fixed variable: several are added together. Of periods also what the source knows as a pattern, such as `*K1`. */
  values: wanted,
  /** Of a fixed variable: what the figure is reckoned per; `null`: the same values. */
  per: wanted.min(1).nullable(),
  /** Of a dimension: groups that are added together from several values, beside those that `values` names; `null`: none. */
  groups: z.array(Group).min(1).nullable().default(null),
})

/**
 * How an indicator's figures come from a table of somebody else: which table, which of its values, and what they become. Where a
 * fixed variable has values `per`, the figure is a ratio of two selections (or a share, where those are the total).
 */
export const Connection = z
  .strictObject({
    /** One of the sources the installation knows. */
    source: Slug,
    /** As its source names it; whether there is one is for the source to say. */
    table: z.string().trim().min(1).max(200),
    variables: z.array(Variable).min(1),
    /** Where no variable tells the area; `null`: the indicator's own. */
    area: AreaCode.nullable().default(null),
    /** The groups all figures of the table belong to, by dimension. */
    categories: z.record(Slug, Slug).default({}),
    /** Whether groups of several dimensions at once are taken, such as young women. */
    crossed: z.boolean().default(true),
    /** What a ratio is multiplied by: 100 for percent. */
    scale: z.number().positive(),
    /** How often it is fetched by itself; `null`: only when somebody asks. */
    every: z.enum(['day', 'week', 'month']).nullable(),
  })
  .superRefine(({ variables, area, categories }, context) => {
    const issue = (message: string, at: number): void =>
      context.addIssue({ code: 'custom', path: ['variables', at], message })
    const seen = new Set<string>()
    variables.forEach(({ code, role, values, per, groups }, at) => {
      if (seen.has(code)) issue(`The variable ${code} stands there twice`, at)
      seen.add(code)
      if (role !== 'fixed' && per !== null)
        issue('Only a fixed variable can have values the figure is reckoned per', at)
      if (!role.startsWith('dim:') && groups !== null) issue('Only a dimension can have groups', at)
      if (values.length === 0 && groups === null) issue(`Say which values of ${code} are asked for; * for all`, at)
      if (role.startsWith('dim:') && Object.hasOwn(categories, role.slice('dim:'.length)))
        issue(`The dimension of ${code} is told for all figures already, in categories`, at)
    })
    if (variables.filter(({ role }) => role === 'period').length !== 1) issue('One variable has to tell the period', 0)
    const areas = variables.filter(({ role }) => role === 'area').length
    if (areas > 1) issue('Only one variable can tell the area', 0)
    if (areas > 0 && area !== null) issue('Where a variable tells the area, no other is named', 0)
  })
export type Connection = z.infer<typeof Connection>

/** Whether the figure is one selection by another. */
export const isRatio = ({ variables }: Pick<Connection, 'variables'>): boolean =>
  variables.some(({ per }) => per !== null)

/** Everything that is asked of a variable, each once. */
export const askedOf = ({ values, per, groups }: Connection['variables'][number]): string[] => [
  ...new Set([...values, ...(per ?? []), ...(groups ?? []).flatMap((group) => group.values)]),
]

/** A value of a variable: its code, and what the table calls it. */
export interface TableValue {
  readonly code: string
  readonly name: string
}

/** A variable as its table describes it. */
export interface TableVariable {
  readonly code: string
  readonly name: string
  readonly isTime: boolean
  /** Whether it may be left out: then all its values are added together by the source. */
  readonly mayBeLeftOut: boolean
  readonly values: readonly TableValue[]
}

/** A table as its source describes it. */
export interface TableDescription {
  readonly table: string
  readonly name: string
  readonly unit: string
  /** When its source last renewed it. */
  readonly updated: string
  readonly variables: readonly TableVariable[]
}
