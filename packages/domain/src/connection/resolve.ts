import { distance } from 'fastest-levenshtein'
import { compared } from '../import/labels.ts'
import type { Text } from '../text/text.ts'
import type { Connection, TableDescription, TableValue, TableVariable } from './connection.ts'

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

/**
 * Holds a connection against its table as it is today: every variable and value by its code, however it was named. A table may
 * lose a variable or a value from one day to the next; what it does not have, or has twice, is told, each so that it can be
 * mended, and nothing is guessed.
 */
export function resolve(
  connection: Connection,
  { table, variables: present }: TableDescription,
): { readonly connection: Connection } | { readonly problems: readonly Text[] } {
  const problems: Text[] = []
  const variables = connection.variables.map((variable) => {
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
      groups: variable.groups?.map(({ category, values }) => ({ category, values: codes(values) })) ?? null,
    }
  })
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
  return problems.length > 0 ? { problems } : { connection: { ...connection, variables } }
}
