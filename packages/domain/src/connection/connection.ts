import { z } from 'zod'
import { AreaCode } from '../area.ts'
import { Slug } from '../slug.ts'

/**
 * What a variable of a table is to an indicator: its areas, its periods, one of its dimensions, or fixed to chosen values; `mixed`:
 * its values belong to several dimensions, such as sex and age in one list of background variables.
 */
export const VariableRole = z.union([z.enum(['area', 'period', 'fixed', 'mixed']), z.templateLiteral(['dim:', Slug])])
export type VariableRole = z.infer<typeof VariableRole>

const wanted = z.array(z.string().min(1).max(200))

/**
 * A group of the indicator that the table has in pieces, which are added together; `null`: everyone. Of the variable that tells the
 * area it is an area that the table has no figures of itself, by its code. `*` among the values: every value of the variable.
 */
const Group = z.strictObject({
  category: z.union([Slug, AreaCode]).nullable(),
  /** The dimension of the category, where the variable is `mixed`. */
  dimension: Slug.nullable().default(null),
  values: wanted.min(1),
})

/** A variable of a table with the values that are asked for, each by its code or in the table's own words; `*`: all there are. */
const Variable = z.strictObject({
  /** By its code, or in the table's own words. */
  code: z.string().min(1).max(200),
  role: VariableRole,
  /** Of a fixed variable: several are added together. Of periods also what the source knows as a pattern, such as `*K1`. */
  values: wanted,
  /** Of a fixed variable: what the figure is computed per; `null`: the same values. */
  per: wanted.min(1).nullable(),
  /** Of a dimension or the areas: groups that are added together from several values, beside those that `values` names; `null`: none. */
  groups: z.array(Group).min(1).nullable().default(null),
  /** What `*` does not stand for, such as the statistical regions among the areas; neither asked for nor passed over. */
  except: wanted.min(1).nullable().default(null),
  /** Of a fixed variable: the value that is the standard error of the figure; `null`: the table has none. */
  error: z.string().min(1).max(200).nullable().default(null),
})

/**
 * Which periods a table has measured, where it lists a period before that: those whose year is at least so many years before the year
 * in `variable`. What a table has for a later period stands for "not yet", even where it is 0.
 */
const Measured = z.strictObject({ variable: z.string().min(1).max(200), years: z.int().min(0).max(50) })

/**
 * What an administrator decided of a figure the source took back, or of a 0 it gave: `keep` the figure of that value though its source
 * no longer has it; the figure is `zero`; or it stands for "not yet" (`not-measured`).
 */
const Decided = z.strictObject({
  series: z.string().min(1),
  period: z.string().min(1),
  as: z.enum(['keep', 'zero', 'not-measured']),
  value: z.number().nullable(),
})
export type Decided = z.infer<typeof Decided>

/**
 * How an indicator's figures come from another producer's table: which table, which of its values, and what they become. Where a
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
    /** The areas whose groups are taken; of all other areas only the totals are. `null`: the groups of every area. */
    grouped: z.array(AreaCode).min(1).nullable().default(null),
    measured: Measured.nullable().default(null),
    /** What a ratio is multiplied by: 100 for percent. */
    scale: z.number().positive(),
    /** How often it is fetched by itself; `null`: only when a person asks. */
    every: z.enum(['day', 'week', 'month']).nullable(),
    decided: z.array(Decided).default([]),
  })
  .superRefine(({ variables, area, categories }, context) => {
    const issue = (message: string, at: number): void =>
      context.addIssue({ code: 'custom', path: ['variables', at], message })
    const seen = new Set<string>()
    variables.forEach(({ code, role, values, per, groups, error }, at) => {
      if (seen.has(code)) issue(`The variable ${code} stands there twice`, at)
      seen.add(code)
      if (role !== 'fixed' && per !== null)
        issue('Only a fixed variable can have values the figure is reckoned per', at)
      if (!mayHaveGroups(role) && groups !== null) issue('Only a dimension or the areas can have groups', at)
      if (groups?.some(({ dimension }) => (dimension !== null) !== (role === 'mixed')) ?? false)
        issue('The groups of a mixed variable name their dimension, those of others do not', at)
      if (error !== null && (role !== 'fixed' || per !== null || values.length !== 1))
        issue('A standard error belongs to a fixed variable of one value that no figure is divided by', at)
      if (values.length === 0 && groups === null) issue(`Say which values of ${code} are asked for; * for all`, at)
      if (role.startsWith('dim:') && Object.hasOwn(categories, role.slice('dim:'.length)))
        issue(`The dimension of ${code} is told for all figures already, in categories`, at)
    })
    if (variables.filter(({ error }) => error !== null).length > 1)
      issue('Only one variable can have a standard error', 0)
    if (variables.filter(({ role }) => role === 'period').length !== 1) issue('One variable has to tell the period', 0)
    const areas = variables.filter(({ role }) => role === 'area').length
    if (areas > 1) issue('Only one variable can tell the area', 0)
    if (areas > 0 && area !== null) issue('Where a variable tells the area, no other is named', 0)
  })
export type Connection = z.infer<typeof Connection>

/** Whether values of a variable in the role can be added together to groups of the indicator. */
export const mayHaveGroups = (role: string): boolean => role === 'area' || role === 'mixed' || role.startsWith('dim:')

/** Whether the figure is one selection by another. */
export const isRatio = ({ variables }: Pick<Connection, 'variables'>): boolean =>
  variables.some(({ per }) => per !== null)

/** Everything that is asked of a variable, each once. */
export const askedOf = ({ values, per, groups, error }: Connection['variables'][number]): string[] => [
  ...new Set([
    ...values,
    ...(per ?? []),
    ...(groups ?? []).flatMap((group) => group.values),
    ...(error === null ? [] : [error]),
  ]),
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
