import { withAnswer } from '@pejling/domain/intake/answers'
import { Mapping } from '@pejling/domain/intake/mapping'
import type { Dialect } from '@pejling/domain/intake/source-table'
import type { Text } from '@pejling/domain/text'
import type { ImportPatch } from '@pejling/domain/workspace/imports'
import type { Database } from '../../db/database.ts'
import { Problem } from '../../http/problem.ts'
import { recordMapping, type FileImport } from '../../intake/imports.ts'
import type { SaidPlace } from '../../intake/sample.ts'

/** The effect of changing the mapping of a file. */
export type SaidOfFile =
  /** How the file is written is another; it has to be looked at again. */
  | { readonly dialect: Dialect }
  /** The figures stand elsewhere; what its columns mean has to be proposed again. */
  | { readonly place: SaidPlace }
  /** What its columns mean has been noted. */
  | 'noted'

const placeFields = ['sheet', 'headingRow', 'headingRows'] as const

const nothingWritten: Text = { da: 'Intet er skrevet; se errors.', en: 'Nothing has been written; see errors.' }

/** A mapping with questions answered. Throws a Problem for what is no answer. */
function answered(mapping: Mapping, answers: Readonly<Record<string, string>>): Mapping {
  return Object.entries(answers).reduce((one, [id, value]) => {
    const next = withAnswer(one, id, value)
    if (next !== null) return next
    throw new Problem('invalid-request', nothingWritten, [
      {
        pointer: `/answers/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        detail: {
          da: `“${value}” er ikke et svar på “${id}”. Svarene står i outcome.questions.`,
          en: `“${value}” is no answer to “${id}”. The answers are in outcome.questions.`,
        },
      },
    ])
  }, mapping)
}

/**
 * Changes parts of the mapping of a file, and answers what it leaves open. Where the parts point at another sheet or other headings,
 * the columns are others, and what was said of them no longer counts. What the file would do is not known then. Throws a Problem where
 * there is no such sheet, or something is no answer.
 */
export function sayOfFile(
  db: Database,
  found: FileImport,
  { mapping: said = {}, answers = {} }: ImportPatch,
): SaidOfFile {
  const { look, mapping, number } = found
  if (!look || !mapping) return 'noted'
  const { dialect } = said
  if (dialect && mapping.dialect && JSON.stringify(dialect) !== JSON.stringify(mapping.dialect)) return { dialect }
  const whole = Mapping.parse({ ...mapping, ...said, dialect: mapping.dialect })
  const { sheet, headingRow, headingRows } = whole
  if (!look.sheets.some(({ name }) => name === sheet)) {
    const names = look.sheets.map(({ name }) => `"${name}"`).join(', ')
    throw new Problem('invalid-request', nothingWritten, [
      {
        pointer: '/mapping/sheet',
        detail: {
          da: `Filen har intet ark "${sheet}". Den har ${names}.`,
          en: `The file has no sheet "${sheet}". It has ${names}.`,
        },
      },
    ])
  }
  if (placeFields.some((field) => whole[field] !== mapping[field])) return { place: { sheet, headingRow, headingRows } }
  recordMapping(db, number, answered(whole, answers))
  return 'noted'
}
