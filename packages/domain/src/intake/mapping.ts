import { z } from 'zod'
import { AreaCode } from '../area.ts'
import type { ObservationStatus } from '../observation/observation.ts'
import { Slug } from '../slug.ts'
import { Dialect, sourceText, type SourceRow } from './source-table.ts'

/** What a column may hold besides the groups of a dimension (`dim:alder`). `figures` are values whose heading says of what. */
export const columnRoles = [
  'ignore',
  'period',
  'area',
  'figures',
  'numerator',
  'denominator',
  'status',
  'sampleSize',
  'margin',
  'footnoteDa',
  'footnoteEn',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** What a column holds: a {@link ColumnRole}, or `dim:` and the address of a dimension. */
export const MappedRole = z.union([z.enum(columnRoles), z.templateLiteral(['dim:', Slug])])
export type MappedRole = z.infer<typeof MappedRole>

/** What a text stands for where a figure is expected: a zero, nothing at all, or why there is none. */
export const markMeanings = ['zero', 'skip', 'O', 'L', 'M', 'Q'] as const satisfies readonly (
  ObservationStatus | 'zero' | 'skip'
)[]
export const MarkMeaning = z.enum(markMeanings)
export type MarkMeaning = z.infer<typeof MarkMeaning>

/** What a column holds, with nothing said of groups. */
export const isColumnRole = (role: MappedRole): role is ColumnRole => z.enum(columnRoles).safeParse(role).success

/** What somebody has said a file means. */
export const Mapping = z.strictObject({
  dialect: Dialect.nullable(),
  sheet: z.string(),
  /** The first row of headings, and how many there are; the figures begin after them. */
  headingRow: z.int().positive(),
  headingRows: z.int().min(1).max(5),
  /** `null`: nothing tells, so a number that could be two is rejected. */
  decimal: z.enum([',', '.']).nullable(),
  /** Whether an empty cell among the words means the same as the one above it. */
  fillDown: z.boolean(),
  roles: z.array(MappedRole),
  marks: z.record(z.string(), MarkMeaning),
  /** Of where a row is that says nothing of it. */
  area: AreaCode,
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
