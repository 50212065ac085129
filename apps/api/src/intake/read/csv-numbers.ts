import { parseNumber, testimony, type DecimalMark } from '@pejling/domain/unit/read-number'

/** A number as it stands in a table, and where. */
export interface NumberCell {
  readonly line: number
  readonly column: string
  readonly text: string
}

/** A cell that keeps a table from being read, and why. */
export interface NumberFault {
  readonly line: number
  readonly column: string
  readonly detail: string
}

const names: Record<DecimalMark, string> = { '.': 'a decimal point', ',': 'a decimal comma' }

/**
 * Finds the decimal mark of a table from all its numbers. `1.234` alone can be read in two ways: then the mark that goes
 * with the delimiter counts (a comma with semicolons, a point with commas) if the cell has that one, and otherwise it is
 * a fault, as are cells that are no number and cells with another mark than the first that tells. Nothing is guessed.
 */
export function findDecimalMark(
  cells: readonly NumberCell[],
  delimiter: ',' | ';',
): { readonly mark: DecimalMark; readonly faults: readonly NumberFault[] } {
  const told = cells.map((cell) => ({ ...cell, tells: testimony(cell.text) }))
  const first = told.find(({ tells }) => tells === '.' || tells === ',')
  const usual = delimiter === ';' ? ',' : '.'
  const mark = first?.tells === '.' || first?.tells === ',' ? first.tells : usual
  const faults = told.flatMap(({ line, column, text, tells }) => {
    if (tells === 'none') {
      return [{ line, column, detail: `"${text}" is no number; write it without unit or spaces, such as 70.5 or 70,5` }]
    }
    if (first && (tells === '.' || tells === ',') && tells !== mark) {
      const other = `line ${first.line} (${first.text}) has ${names[mark]}`
      return [{ line, column, detail: `"${text}" has ${names[tells]}, but ${other}; use the same in the whole file` }]
    }
    if (!first && tells === 'two' && !text.includes(usual)) {
      const readings = [',', '.'].map((candidate) => parseNumber(text, candidate === '.' ? '.' : ',')).join(' or ')
      return [
        {
          line,
          column,
          detail: `"${text}" can be read as ${readings}; write it without thousands separator or with another number of decimals`,
        },
      ]
    }
    return []
  })
  return { mark, faults }
}
