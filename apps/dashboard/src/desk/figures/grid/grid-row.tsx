import { memo, type JSX } from 'react'
import type { GridCell, RowHeading } from './grid-types.ts'

/** What is being typed into a cell. `isWhole`: it began with what stood there, so that the arrows stay in the text. */
export interface Editing {
  readonly text: string
  readonly isWhole: boolean
}

interface RowProps {
  readonly row: number
  readonly heading: RowHeading
  readonly cells: readonly GridCell[]
  /** The column that is worked in; `null`: another row is. */
  readonly active: number | null
  /** Selected columns; `null`: none. */
  readonly from: number | null
  readonly until: number | null
  readonly editing: Editing | null
  readonly onType: (text: string) => void
  readonly onLeave: () => void
}

function Cell({
  cell,
  row,
  column,
  isActive,
  isSelected,
  editing,
  onType,
  onLeave,
}: Pick<RowProps, 'row' | 'editing' | 'onType' | 'onLeave'> & {
  readonly cell: GridCell
  readonly column: number
  readonly isActive: boolean
  readonly isSelected: boolean
}): JSX.Element {
  const isTyped = isActive && editing !== null
  return (
    <td
      data-row={row}
      data-column={column}
      tabIndex={isActive && !isTyped ? 0 : -1}
      aria-label={isTyped ? undefined : cell.name}
      aria-selected={isSelected}
      data-readonly={cell.isReadOnly || undefined}
      aria-invalid={cell.tone === 'wrong' || undefined}
      data-tone={cell.tone}
      data-changed={cell.isChanged || undefined}
      data-active={isActive || undefined}
      data-mark={cell.mark === '' ? undefined : cell.mark}
    >
      {isTyped ? (
        <input
          aria-label={cell.name}
          value={editing.text}
          onChange={(event) => onType(event.target.value)}
          onBlur={onLeave}
          autoFocus
          autoComplete="off"
          spellCheck={false}
        />
      ) : (
        cell.shown
      )}
    </td>
  )
}

function Row({ row, heading, cells, active, from, until, editing, onType, onLeave }: RowProps): JSX.Element {
  return (
    <tr>
      <th scope="row">
        {heading.label}
        {heading.note !== null && <span className="row-note"> {heading.note}</span>}
      </th>
      {cells.map((cell, column) => (
        <Cell
          key={cell.id}
          cell={cell}
          row={row}
          column={column}
          isActive={active === column}
          isSelected={from !== null && until !== null && column >= from && column <= until}
          editing={active === column ? editing : null}
          onType={onType}
          onLeave={onLeave}
        />
      ))}
    </tr>
  )
}

const isSameCell = (one: GridCell, other: GridCell | undefined): boolean =>
  one.id === other?.id &&
  one.name === other.name &&
  one.typed === other.typed &&
  one.shown === other.shown &&
  one.mark === other.mark &&
  one.tone === other.tone &&
  one.isChanged === other.isChanged &&
  one.isReadOnly === other.isReadOnly

const isSameRow = (one: RowProps, other: RowProps): boolean =>
  one.active === other.active &&
  one.from === other.from &&
  one.until === other.until &&
  one.editing === other.editing &&
  one.heading.label === other.heading.label &&
  one.heading.note === other.heading.note &&
  (one.cells === other.cells ||
    (one.cells.length === other.cells.length && one.cells.every((cell, at) => isSameCell(cell, other.cells[at]))))

/** A row of the grid; it is drawn again only where something in it is otherwise, so that thousands of cells answer a key at once. */
export const GridRow = memo(Row, isSameRow)
