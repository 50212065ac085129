import { z } from 'zod'
import { Slug } from '../slug/slug.ts'
import type { Text } from '../text/text.ts'

/** The sources figures can be fetched from. */
export const SourceName = z.enum(['statbank'])
export type SourceName = z.infer<typeof SourceName>

/** What a variable of a table is to an indicator: its areas, its periods, one of its dimensions, or fixed to chosen values. */
export const VariableRole = z.union([z.enum(['area', 'period', 'fixed']), z.templateLiteral(['dim:', Slug])])
export type VariableRole = z.infer<typeof VariableRole>

const codes = z.array(z.string().min(1)).min(1)

/** A variable of a table with the values that are asked for; `*`: all there are. */
const Variable = z.strictObject({
  code: z.string().min(1),
  role: VariableRole,
  /** Of a fixed variable: several are added together. */
  values: codes,
  /** Of a fixed variable: what the figure is reckoned per; `null`: the same values. */
  per: codes.nullable(),
})

/**
 * How an indicator's figures come from a table of somebody else: which table, which of its values, and what they become. Where a
 * fixed variable has values `per`, the figure is a ratio of two selections (or a share, where those are the total).
 */
export const Connection = z
  .strictObject({
    source: SourceName,
    table: z.string().regex(/^[0-9A-ZÆØÅ]{2,30}$/, 'A table is named in capitals and digits, such as LABY08'),
    variables: z.array(Variable).min(1),
    /** What a ratio is multiplied by: 100 for percent. */
    scale: z.number().positive(),
    /** How often it is fetched by itself; `null`: only when somebody asks. */
    every: z.enum(['day', 'week', 'month']).nullable(),
  })
  .superRefine(({ variables }, context) => {
    const issue = (message: string, at: number): void =>
      context.addIssue({ code: 'custom', path: ['variables', at], message })
    const seen = new Set<string>()
    variables.forEach(({ code, role, per }, at) => {
      if (seen.has(code)) issue(`The variable ${code} stands there twice`, at)
      seen.add(code)
      if (role !== 'fixed' && per !== null)
        issue('Only a fixed variable can have values the figure is reckoned per', at)
    })
    if (variables.filter(({ role }) => role === 'period').length !== 1) issue('One variable has to tell the period', 0)
    if (variables.filter(({ role }) => role === 'area').length > 1) issue('Only one variable can tell the area', 0)
  })
export type Connection = z.infer<typeof Connection>

/** Whether the figure is one selection by another. */
export const isRatio = ({ variables }: Connection): boolean => variables.some(({ per }) => per !== null)

/** A variable as its table describes it. */
export interface TableVariable {
  readonly code: string
  readonly name: string
  readonly isTime: boolean
  /** Whether it may be left out: then all its values are added together by the source. */
  readonly mayBeLeftOut: boolean
  readonly values: readonly { readonly code: string; readonly name: string }[]
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

/**
 * What of a connection the table no longer has, each said so that it can be mended; none where all is there. A table may lose a
 * variable or a value from one day to the next.
 */
export function missingFrom({ variables }: Connection, { table, variables: present }: TableDescription): Text[] {
  return variables.flatMap(({ code, values, per }) => {
    const found = present.find((one) => one.code.toUpperCase() === code.toUpperCase())
    if (!found) {
      const names = present.map((one) => one.code).join(', ')
      return [
        {
          da: `Tabellen ${table} har ikke variablen ${code} mere; den har ${names}.`,
          en: `The table ${table} no longer has the variable ${code}; it has ${names}.`,
        },
      ]
    }
    const known = new Set(found.values.map((value) => value.code))
    return [...values, ...(per ?? [])]
      .filter((value) => value !== '*' && !known.has(value))
      .map((value) => ({
        da: `Variablen ${code} i ${table} har ikke værdien ${value} mere. Se tabellen igennem, og vælg på ny.`,
        en: `The variable ${code} of ${table} no longer has the value ${value}. Look through the table and choose anew.`,
      }))
  })
}
