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
