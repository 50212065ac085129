import { Mapping } from '@pejling/domain/intake/mapping'
import { proposeFrom } from '@pejling/domain/intake/propose'
import type { Dialect } from '@pejling/domain/intake/source-table'
import type { ImportPatch } from '@pejling/domain/workspace/imports'
import type { Database } from '../../db/database.ts'
import { Problem } from '../../http/problem.ts'
import { labelContext, noteMapping, type FileImport } from '../../intake/imports.ts'

/** What came of what somebody said of a file. */
export type SaidOfFile =
  /** How the file is written is another; it has to be looked at again. */
  | { readonly dialect: Dialect }
  /** The figures stand elsewhere; what its columns mean has been proposed again. */
  | 'proposed'
  /** What its columns mean has been noted. */
  | 'noted'

const placeFields = ['sheet', 'headingRow', 'headingRows'] as const

/**
 * Notes what somebody says a file means: parts of its mapping. Where they point at another sheet or other headings, the columns are
 * others, and what was said of them no longer counts. What it would do is not known then. Throws a Problem where there is no such
 * sheet.
 */
export function sayOfFile(db: Database, found: FileImport, said: ImportPatch['mapping']): SaidOfFile {
  const { look, mapping, number, indicator } = found
  if (!look || !mapping) return 'noted'
  const { dialect } = said
  if (dialect && mapping.dialect && JSON.stringify(dialect) !== JSON.stringify(mapping.dialect)) return { dialect }
  const whole = Mapping.parse({ ...mapping, ...said, dialect: mapping.dialect })
  const sheet = look.sheets.find(({ name }) => name === whole.sheet)
  if (!sheet) {
    const names = look.sheets.map(({ name }) => `"${name}"`).join(', ')
    throw new Problem(
      'invalid-request',
      { da: 'Intet er skrevet; se errors.', en: 'Nothing has been written; see errors.' },
      [
        {
          pointer: '/mapping/sheet',
          detail: {
            da: `Filen har intet ark "${whole.sheet}". Den har ${names}.`,
            en: `The file has no sheet "${whole.sheet}". It has ${names}.`,
          },
        },
      ],
    )
  }
  if (placeFields.some((field) => whole[field] !== mapping[field])) {
    noteMapping(db, number, proposeFrom(look, sheet, whole, labelContext(db, indicator), null))
    return 'proposed'
  }
  noteMapping(db, number, whole)
  return 'noted'
}
