import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import { ObservationStatus } from '@pejling/domain/observation/observation'
import type { Locale, Text } from '@pejling/domain/text'
import { formatShortUnit } from '@pejling/domain/unit/format'
import { nameColumn } from '../formats/observation-columns.ts'
import type { ObservationTable } from './observation-table.ts'

/** Whether a table has codes, the names of what they stand for, or both. */
export type Labels = 'code' | 'name' | 'both'

/** What tables say of figures besides the figures: indicators by their documents. */
export type Named = Pick<IndicatorDocument, 'indicator' | 'areas' | 'dimensions' | 'provenances'>

/** A code of a column, and what it stands for. */
export interface CodeName {
  readonly column: string
  readonly code: string
  readonly name: Text
}

/** What stands in a dimension's column of names where a figure is not divided by it. */
export const totalName: Text = { da: 'I alt', en: 'Total' }

/** Every code that may stand in a table of these indicators, by column: `indicator`, `area`, each dimension, `status`, `provenance`. */
export function codeNames(named: readonly Named[]): CodeName[] {
  const found = new Map<string, CodeName>()
  const add = (column: string, code: string, name: Text): void => {
    found.set(`${column} ${code}`, { column, code, name })
  }
  for (const { indicator } of named) add('indicator', indicator.slug, indicator.name)
  for (const { areas } of named) for (const { code, name } of areas) add('area', code, name)
  for (const { dimensions } of named) {
    for (const { slug, categories } of dimensions) for (const one of categories) add(slug, one.slug, one.name)
  }
  for (const status of ObservationStatus.options) add('status', status, statusWords[status].words)
  for (const { provenances } of named) for (const { slug, text } of provenances) add('provenance', slug, text)
  return [...found.values()]
}

/** The columns of a table that hold codes, in its order. */
export function codedColumns({ columns }: ObservationTable, dimensions: readonly string[]): string[] {
  const coded = new Set(['indicator', 'area', ...dimensions, 'unit', 'status', 'provenance'])
  return columns.filter((column) => coded.has(column))
}

function namesOf(
  table: ObservationTable,
  coded: readonly string[],
  named: readonly Named[],
  locale: Locale,
): string[][] {
  const names = new Map(codeNames(named).map(({ column, code, name }) => [`${column} ${code}`, name[locale]]))
  const units = new Map(
    named.map(({ indicator }) => [indicator.slug, formatShortUnit(2, indicator, locale).trim() || indicator.unit]),
  )
  const positions = coded.map((column) => [column, table.columns.indexOf(column)] as const)
  const always = new Set(['indicator', 'area', 'unit', 'status', 'provenance'])
  const slugAt = table.columns.indexOf('indicator')
  return table.rows.map((row) =>
    positions.map(([column, at]) => {
      const cell = row[at] ?? null
      if (cell === null) return always.has(column) ? '' : totalName[locale]
      if (column === 'unit') return units.get(String(row[slugAt])) ?? String(cell)
      return names.get(`${column} ${cell}`) ?? String(cell)
    }),
  )
}

/**
 * A table with names beside its codes, in columns called as those of the codes with `_name` behind (`both`), behind all others or
 * before them; with the names in place of the codes (`name`); or as it is (`code`).
 */
export function withNames(
  table: ObservationTable,
  dimensions: readonly string[],
  named: readonly Named[],
  { labels, locale, first }: { readonly labels: Labels; readonly locale: Locale; readonly first: boolean },
): ObservationTable {
  if (labels === 'code') return table
  const coded = codedColumns(table, dimensions)
  const names = namesOf(table, coded, named, locale)
  const headings = coded.map(nameColumn)
  if (labels === 'name') {
    const place = new Map(coded.map((column, at) => [table.columns.indexOf(column), at]))
    return {
      columns: table.columns.map((column, at) => headings[place.get(at) ?? -1] ?? column),
      rows: table.rows.map((row, number) => row.map((cell, at) => names[number]?.[place.get(at) ?? -1] ?? cell)),
    }
  }
  const joined = <Cell>(cells: readonly Cell[], added: readonly Cell[]): Cell[] =>
    first ? [...added, ...cells] : [...cells, ...added]
  return {
    columns: joined(table.columns, headings),
    rows: table.rows.map((row, number) => joined(row, names[number] ?? [])),
  }
}
