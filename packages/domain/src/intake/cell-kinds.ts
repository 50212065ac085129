import { decimalMarkEvidence } from '../unit/read-number.ts'
import { joinedThousands, numeralOf } from './figure-text.ts'
import { cellNumber, isFilled, sourceText, type SourceCell, type SourceRow } from './source-table.ts'
import { isOpenMark, meaningOf } from './status-words.ts'

/** How many cells of a row hold something. */
export const filledIn = ({ cells }: SourceRow): number => cells.filter(isFilled).length

/** Whether a cell holds a number, as one or as a text. */
export function isNumeric(cell: SourceCell | undefined): boolean {
  if (cellNumber(cell) !== null) return true
  const taken = numeralOf(sourceText(cell))
  return taken !== null && decimalMarkEvidence(joinedThousands(taken.number)) !== 'none'
}

/** Whether a cell may stand where a figure is expected: a number, or a mark in place of one. */
export const isFigureLike = (cell: SourceCell | undefined): boolean =>
  isNumeric(cell) || (isFilled(cell) && (meaningOf(sourceText(cell)) !== null || isOpenMark(sourceText(cell))))
