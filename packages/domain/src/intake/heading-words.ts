import { compared } from './compared.ts'
import type { ColumnRole } from './mapping.ts'

/** Whether a heading is that of names, which repeat what the codes beside them say: `area_name`, `område (navn)`. */
export const isNameHeading = (heading: string): boolean => /(?:_name| \(navn\))$/u.test(heading)

/** Headings of Pejling's own tables, in both languages. A table with none but these and dimensions is one of them. */
export const ownHeadings: Readonly<Record<string, ColumnRole>> = {
  area: 'area',
  område: 'area',
  period: 'period',
  periode: 'period',
  value: 'figures',
  værdi: 'figures',
  numerator: 'numerator',
  tæller: 'numerator',
  denominator: 'denominator',
  nævner: 'denominator',
  unit: 'unit',
  enhed: 'unit',
  status: 'status',
  sample_size: 'sampleSize',
  'antal svar': 'sampleSize',
  margin: 'margin',
  usikkerhed: 'margin',
  provenance: 'provenance',
  'hentet via': 'provenance',
  footnote_da: 'footnoteDa',
  fodnote: 'footnoteDa',
  footnote_en: 'footnoteEn',
  'fodnote (engelsk)': 'footnoteEn',
  indicator: 'indicator',
  indikator: 'indicator',
  demonstration: 'demonstration',
}

const patterns: readonly (readonly [role: ColumnRole, pattern: RegExp])[] = [
  [
    'period',
    /^(?:år|aar|årstal|periode|kvartal|skoleår|skoleåret|tid|tidspunkt|dato|valgdato|valgår|valgdag|valg|målingstidspunkt|måling|bølge|år\/periode|year|period|quarter|school ?year|time|date|time_period|time period|opgørelsesår|regnskabsår|kalenderår|måned|month|wave|survey wave|election|election date)$/u,
  ],
  [
    'area',
    /^(?:(?:bopæls|hjem)?kommune(?:n|ns|rne|navn|kode|nr\.?|nummer)?(?: ?(?:navn|kode|nr\.?))?|område(?:t|r|navn|kode)?|omraade|geografi(?:sk område)?|region(?:snavn|en)?|landsdel|municipality(?: name| code)?|area(?: name| code)?|region name|ref_area|komnr|komkode|komnavn|kom\.?nr\.?|kom|sted|place|geography|bopæl)$/u,
  ],
  ['numerator', /^(?:tæller|taeller|numerator)$/u],
  ['denominator', /^(?:nævner|naevner|denominator)$/u],
  ['status', /^(?:status|obs_status|obs\.? ?status)$/u],
  ['sampleSize', /^(?:antal svar|svar|stikprøve|stikprøvestørrelse|sample_size|sample size|antal besvarelser|n)$/u],
  ['margin', /^(?:usikkerhed|margin|stikprøveusikkerhed|fejlmargin|margin of error)$/u],
  ['footnoteDa', /^(?:fodnote|footnote_da|footnote|comment_obs)$/u],
  ['footnoteEn', /^(?:fodnote \(engelsk\)|footnote_en)$/u],
  ['unit', /^(?:enhed|måleenhed|enheder|unit|units|unit_measure|unit of measure)$/u],
  ['action', /^action$/u],
  ['provenance', /^(?:hentet via|provenance)$/u],
]

/** What a column of this heading holds; `null`: the heading does not say. */
export function roleOfHeading(heading: string): ColumnRole | null {
  const word = compared(heading)
    .replace(/[:*]+$/, '')
    .trim()
  return patterns.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

/** Whether a column of this heading is about its rows and not a part of what they are of: remarks, sources, numbers of rows. */
export function isRemark(heading: string): boolean {
  return /^(?:måltal|mål|målsætning|målniveau|target|goal|bemærkning(?:er)?|bem\.?|noter?|kommentar(?:er)?|anmærkning(?:er)?|forklaring|kilde|kilder|opdateret|senest opdateret|kontakt(?:person)?|ansvarlig|indberetter|id|løbenr\.?|løbenummer|rækkenr\.?|nr\.?|nummer|#|link|url|metode|definition|ændring(?: .*)?|udvikling(?: .*)?|forskel(?: .*)?|difference|change(?: .*)?|rang|placering|rank|sortering|remarks?|comments?|notes?|source|updated|contact|row|dataflow|structure|structure_id|structure_name|freq|obs_comment|decimals|unit_mult)$/u.test(
    compared(heading)
      .replace(/[:*]+$/, '')
      .trim(),
  )
}

/** Whether a heading names a topic that is one for the whole table. */
export const isTopic = (heading: string): boolean =>
  /^(?:emne|nøgletal|variabel|variable|tema|topic|overskrift|titel|title|indikator|indicator|indikatornavn|spørgsmål|question|tabel|table)$/u.test(
    compared(heading),
  )
