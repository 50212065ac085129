import type { SkippedGroup } from '@pejling/domain/intake/outcome'
import type { FileInspection } from '@pejling/domain/intake/source-table'

/** The sheets of a workbook that are not read, by name, with how much they hold. */
export function otherSheets({ sheets }: FileInspection, read: string): SkippedGroup[] {
  return sheets
    .filter(({ name, counts }) => name !== read && counts.cells > 0)
    .map(({ name, isHidden, counts }) => ({
      what: {
        da: `arket “${name}”${isHidden ? ' (skjult)' : ''}`,
        en: `the sheet “${name}”${isHidden ? ' (hidden)' : ''}`,
      },
      rows: counts.rows,
      cells: counts.cells,
      first: { row: 1, column: 0 },
    }))
}
