import { z } from 'zod'
import { AreaCode } from '../area.ts'
import { Slug } from '../slug.ts'
import { Dialect, sourceText, type SourceRow } from './source-table.ts'
import { markMeanings } from './status-words.ts'

/**
 * What a column may hold besides the groups of a dimension (`dim:alder`). `figures` are values whose heading says of what; of
 * `breakdown`, groups the indicator is not divided by, only the total is taken; `unclear` is what no one has said yet.
 */
export const columnRoles = [
  'ignore',
  'unclear',
  'period',
  'area',
  'figures',
  'numerator',
  'denominator',
  'status',
  'sampleSize',
  'margin',
  'provenance',
  'footnoteDa',
  'footnoteEn',
  'breakdown',
  'indicator',
  'unit',
  'demonstration',
  'action',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** What a column holds: a {@link ColumnRole}, or `dim:` and the address of a dimension. */
export const MappedRole = z.union([z.enum(columnRoles), z.templateLiteral(['dim:', Slug])])
export type MappedRole = z.infer<typeof MappedRole>

export const MarkMeaning = z.enum(markMeanings)
export type MarkMeaning = z.infer<typeof MarkMeaning>

/** What a column holds, with nothing said of groups. */
export const isColumnRole = (role: MappedRole): role is ColumnRole => z.enum(columnRoles).safeParse(role).success

/** What an empty cell among the words means: what stands above it, or everything together. */
export const BlankMeaning = z.enum(['above', 'total'])
export type BlankMeaning = z.infer<typeof BlankMeaning>

const decision = z.enum(['take', 'skip']).nullable()

/**
 * What a file means: what its own words say, and what a person has said of the rest. `null` is what neither has said; then the figures it
 * concerns are refused, and it is asked.
 */
export const Mapping = z.strictObject({
  dialect: Dialect.nullable(),
  sheet: z.string(),
  /** The first row of headings, and how many there are; the figures begin after them. */
  headingRow: z.int().positive(),
  headingRows: z.int().min(0).max(5),
  /** The last row of the table; `null`: it goes on to the end of the sheet. */
  lastRow: z.int().nullable(),
  /** `null`: nothing tells, so a number that could be two is refused. */
  decimal: z.enum([',', '.']).nullable(),
  /** What an empty cell among the words of a column (counted from 0) means; a column that is not named has none, or it is not known. */
  blanks: z.record(z.string(), BlankMeaning),
  roles: z.array(MappedRole),
  marks: z.record(z.string(), MarkMeaning),
  /** What unknown words stand for: `koen:1` → the group, `''` for everybody together, `-` to pass its rows over. */
  labels: z.record(z.string(), z.string()),
  /** Of where a row is that says nothing of it. */
  area: AreaCode.nullable(),
  /** Of when a figure is whose row and column say nothing of it. */
  period: z.string().nullable(),
  /** Whether it is one of Pejling's own tables: its headings are known, and its numbers go with its delimiter. */
  isOwn: z.boolean(),
  /** What the figures are multiplied by to be in the indicator’s unit. */
  factor: z.number().positive().nullable(),
  /** Whether figures between 0 and 1 are percentages as they stand, or fractions of 1 that are multiplied by 100. */
  fractions: z.enum(['percent', 'fraction']).nullable(),
  /** Whether budgets, forecasts and figures of days to come are taken, as estimates. */
  outlook: decision,
  /** Whether rows the sheet hides are taken. */
  hidden: decision,
  /** Only these rows are taken: those with one of the texts in the column. */
  filters: z.array(z.strictObject({ column: z.int().nonnegative(), values: z.array(z.string()).min(1) })),
})
export type Mapping = z.infer<typeof Mapping>

/** So wide may a table be. */
export const widestTable = 500

/**
 * The words over each column, from the top down. Where there are several rows of headings, an empty one means what stands to its
 * left, as it does where cells are joined; the last row stands for itself.
 */
export function headingsOf(rows: readonly SourceRow[], width: number): string[][] {
  return Array.from({ length: width }, (_, column) => {
    const words = rows.map(({ cells }, index) => {
      const isLast = index === rows.length - 1
      for (let left = column; left >= 0; left -= 1) {
        const text = sourceText(cells[left])
        if (text !== '' || isLast) return text
      }
      return ''
    })
    return [...new Set(words.filter((word) => word !== ''))]
  })
}

/** The rows of headings among the first rows of a sheet. */
export function headingRowsOf(
  rows: readonly SourceRow[],
  { headingRow, headingRows }: Pick<Mapping, 'headingRow' | 'headingRows'>,
): SourceRow[] {
  return rows.filter(({ row }) => row >= headingRow && row < headingRow + headingRows)
}
