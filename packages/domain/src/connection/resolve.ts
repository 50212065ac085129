import { distance } from 'fastest-levenshtein'
import { compared } from '../intake/compared.ts'
import type { Text } from '../text.ts'
import {
  askedOf,
  isRatio,
  type Connection,
  type TableDescription,
  type TableValue,
  type TableVariable,
} from './connection.ts'

/** What is asked of periods without naming each: all, the newest, from one on, the first quarter of every year. */
export const isPattern = (value: string): boolean => /^(?:\*.*|[<>]=?.*|-?\(-?n?[+-]?\d+\))$/u.test(value)

/** What matches one asked value: by its code; in the table's words; or by a number that differs only in noughts before it. */
function matches<Told extends TableValue>(asked: string, told: readonly Told[]): readonly Told[] {
  const byCode = told.filter(({ code }) => code === asked)
  if (byCode.length > 0) return byCode
  const word = compared(asked)
  const byName = told.filter(({ code, name }) => compared(code) === word || compared(name) === word)
  if (byName.length > 0 || !/^\d+$/.test(asked)) return byName
  return told.filter(({ code }) => /^\d+$/.test(code) && Number(code) === Number(asked))
}

const shownAtMost = 5

/** The nearest of what there is, as it is shown. */
function nearest(asked: string, told: readonly TableValue[]): string {
  const word = compared(asked)
  const far = ({ code, name }: TableValue): number => {
    const words = [compared(code), compared(name)]
    return Math.min(...words.map((one) => (one.includes(word) || word.includes(one) ? 0 : distance(word, one))))
  }
  return told
    .map((one) => ({ one, away: far(one) }))
    .sort((a, b) => a.away - b.away)
    .slice(0, shownAtMost)
    .map(({ one: { code, name } }) => (code === name ? code : `${code} (${name})`))
    .join(', ')
}

type Found = { readonly value: string } | { readonly problem: Text }

function valueIn(variable: TableVariable, table: string, asked: string): Found {
  if (asked === '*' || (variable.isTime && isPattern(asked))) return { value: asked }
  const [found, second] = matches(asked, variable.values)
  if (found && !second) return { value: found.code }
  const { code } = variable
  const near = nearest(asked, variable.values)
  if (found) {
    return {
      problem: {
        da: `I variablen ${code} i ${table} er der flere, der hedder ${asked}: ${near}. Vælg efter kode.`,
        en: `In the variable ${code} of ${table} several are called ${asked}: ${near}. Choose by code.`,
      },
    }
  }
  return {
    problem: {
      da: `Variablen ${code} i ${table} har ikke værdien ${asked} (mere). Nærmest er ${near}. Se tabellen igennem, og vælg på ny.`,
      en: `The variable ${code} of ${table} has no value ${asked} (any longer). Nearest are ${near}. Look through the table and choose anew.`,
    },
  }
}

type Variable = Connection['variables'][number]

/** Whether a value is all of its variable, by its code or its whole name: "I alt", "Alder i alt", but no "Lokallister i alt". */
const isTotal = ({ code, name }: TableValue, variable: TableVariable): boolean =>
  [code, name].some((word) => /^(?:tot|total|i alt|ialt|hele landet)$/.test(compared(word))) ||
  compared(name) === `${compared(variable.name)} i alt`

/** Everything `*` stands for among the values of a variable, by code. */
export function allOf({ except }: Pick<Variable, 'except'>, { values }: Pick<TableVariable, 'values'>): string[] {
  return values.flatMap(({ code }) => (except?.includes(code) ? [] : [code]))
}

/**
 * The groups of a variable with the codes they are added together from. What is added together must not have its sum among it, and
 * is not added together where the table has the sum itself.
 */
function groupsIn(
  variable: Variable,
  found: TableVariable,
  table: string,
  codes: (values: readonly string[]) => string[],
  problems: Text[],
): Variable['groups'] {
  const { groups, role } = variable
  if (groups === null) return null
  return groups.map(({ category, dimension, values }) => {
    const summed = values.includes('*') ? allOf(variable, found) : codes(values)
    const itself = found.values.find(
      (value) =>
        (role === 'area' && value.code === category) ||
        (values.includes('*') && summed.includes(value.code) && isTotal(value, found)),
    )
    if (itself) {
      problems.push({
        da: `Variablen ${found.code} i ${table} har selv ${itself.code} (${itself.name}), så den lægges ikke sammen af de andre. Vælg værdien.`,
        en: `The variable ${found.code} of ${table} has ${itself.code} (${itself.name}) itself, so it is not added together from the others. Choose the value.`,
      })
    }
    return { category, dimension, values: summed }
  })
}

/** Why what is chosen cannot be added together: shares and means have no sum. `null`: it can, or nothing is. */
function notAdditive(connection: Connection, { table, unit }: TableDescription): Text | null {
  if (!/^(?:pct|procent|promille|gns|gennemsnit|indeks|index)\b/i.test(unit.trim()) || isRatio(connection)) return null
  const added = connection.variables.find(
    ({ role, values, groups }) =>
      (role === 'fixed' && (values.length > 1 || values.includes('*'))) ||
      (groups?.some((group) => group.values.length > 1) ?? false),
  )
  if (!added) return null
  return {
    da: `Tallene i ${table} er i ${unit}, og dem kan man ikke lægge sammen. Vælg én værdi af ${added.code}.`,
    en: `The figures of ${table} are in ${unit}, and those cannot be added together. Choose one value of ${added.code}.`,
  }
}

/**
 * Holds a connection against its table as it is today: every variable and value by its code, however it was named. A table may
 * lose a variable or a value from one day to the next; what it does not have, or has twice, is told, each so that it can be
 * mended, and nothing is guessed.
 */
export function resolve(
  connection: Connection,
  description: TableDescription,
): { readonly connection: Connection } | { readonly problems: readonly Text[] } {
  const { table, variables: present } = description
  const problems: Text[] = []
  const variables = connection.variables.map((variable): Variable => {
    const [found, second] = matches(variable.code, present)
    if (!found || second) {
      const names = present.map(({ code, name }) => `${code} (${name})`).join(', ')
      problems.push({
        da: `Tabellen ${table} har ikke variablen ${variable.code} (mere); den har ${names}.`,
        en: `The table ${table} has no variable ${variable.code} (any longer); it has ${names}.`,
      })
      return variable
    }
    const codes = (values: readonly string[]): string[] =>
      values.flatMap((asked) => {
        const known = valueIn(found, table, asked)
        if ('value' in known) return [known.value]
        problems.push(known.problem)
        return []
      })
    return {
      code: found.code,
      role: variable.role,
      values: codes(variable.values),
      per: variable.per && codes(variable.per),
      groups: groupsIn(variable, found, table, codes, problems),
      // What is not to be taken need not be there.
      except:
        variable.except?.flatMap((asked) =>
          found.values.flatMap(({ code, name }) =>
            code === asked || compared(name) === compared(asked) ? [code] : [],
          ),
        ) ?? null,
      error: variable.error === null ? null : (codes([variable.error])[0] ?? null),
    }
  })
  const measured = connection.measured && {
    ...connection.measured,
    variable: matches(connection.measured.variable, present)[0]?.code ?? connection.measured.variable,
  }
  if (measured && !variables.some(({ code }) => code === measured.variable)) {
    problems.push({
      da: `Hvilke perioder der er målt, skal kunne ses af variablen ${measured.variable}, som ikke er valgt i ${table}.`,
      en: `Which periods are measured is to be seen from the variable ${measured.variable}, which is not chosen in ${table}.`,
    })
  }
  const resolved: Connection = { ...connection, variables, measured }
  const sumless = problems.length === 0 ? notAdditive(resolved, description) : null
  if (sumless) problems.push(sumless)
  const lacking = present.filter(
    ({ code, mayBeLeftOut }) => !mayBeLeftOut && !variables.some((variable) => variable.code === code),
  )
  if (problems.length === 0 && lacking.length > 0) {
    const names = lacking.map(({ code, name }) => (code === name ? code : `${code} (${name})`)).join(', ')
    problems.push({
      da: `Tabellen ${table} skal have at vide, hvad der menes med ${names}. Vælg en værdi.`,
      en: `The table ${table} has to be told what is meant by ${names}. Choose a value.`,
    })
  }
  return problems.length > 0 ? { problems } : { connection: resolved }
}

/**
 * What is asked of a variable of a resolved connection, by codes; a pattern of periods stays as it is, because only the source knows
 * what it means.
 */
export function codesAsked(variable: Variable, { variables }: TableDescription): string[] {
  const told = variables.find(({ code }) => code === variable.code)
  const asked = askedOf(variable)
  if (!told || !asked.includes('*')) return asked
  return [...new Set([...allOf(variable, told), ...asked.filter((value) => value !== '*')])]
}
