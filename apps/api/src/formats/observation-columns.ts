/** The columns of a table of figures that every indicator has; a column for each dimension comes between `period` and `value`. */
export const observationColumns = [
  'area',
  'period',
  'value',
  'numerator',
  'denominator',
  'status',
  'sample_size',
  'margin',
  'provenance',
  'footnote_da',
  'footnote_en',
] as const
/** Headings of a Danish table. `hentet via`, because `herkomst` (origin of people) is a dimension of its own. */
export const danishHeadings: Readonly<Record<string, string>> = {
  indicator: 'indikator',
  area: 'område',
  period: 'periode',
  value: 'værdi',
  numerator: 'tæller',
  denominator: 'nævner',
  unit: 'enhed',
  status: 'status',
  sample_size: 'antal svar',
  margin: 'usikkerhed',
  provenance: 'hentet via',
  footnote_da: 'fodnote',
  footnote_en: 'fodnote (engelsk)',
  demonstration: 'demonstration',
}

const [nameEnding, danishNameEnding] = ['_name', ' (navn)']

/** The column of the names of a column of codes. */
export const nameColumn = (column: string): string => `${column}${nameEnding}`

/** The heading of a column in a Danish table. */
export function danishHeading(column: string): string {
  const coded = column.endsWith(nameEnding) ? column.slice(0, -nameEnding.length) : null
  return coded === null ? (danishHeadings[column] ?? column) : `${danishHeadings[coded] ?? coded}${danishNameEnding}`
}
