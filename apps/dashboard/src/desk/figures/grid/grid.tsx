import {
  useEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type FocusEvent,
  type JSX,
  type KeyboardEvent,
  type PointerEvent,
} from 'react'
import { flushSync } from 'react-dom'
import { moved } from './grid-moves.ts'
import { GridRow, type Editing } from './grid-row.tsx'
import {
  extentOf,
  placesIn,
  type ColumnHeading,
  type GridCell,
  type GridEntry,
  type Place,
  type RowHeading,
  type Selection,
} from './grid-types.ts'

/** What a grid shows, and what it tells. */
export interface GridProps {
  readonly label: string
  /** The id of what says how it is used. */
  readonly describedBy: string
  readonly corner: string
  readonly headings: readonly (readonly ColumnHeading[])[]
  readonly rows: readonly RowHeading[]
  readonly cells: readonly (readonly GridCell[])[]
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly onWrite: (entries: readonly GridEntry[]) => void
  /** What is selected is to be emptied. */
  readonly onErase: (places: readonly Place[]) => void
  readonly onPaste: (clipboard: { readonly text: string; readonly html: string }) => void
  /** What of a selection is copied. */
  readonly copyOf: (selection: Selection) => { readonly text: string; readonly html: string }
  /** Whether the work begins in the selected cell: it has the focus at once. */
  readonly beginsIn: boolean
  readonly onUndo: () => void
  readonly onRedo: () => void
}

const placeOf = (target: EventTarget | null): Place | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-row]') : null
  return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
}

const isCharacter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey

/**
 * Cells that are typed into as in a spreadsheet, in a table with the role of a grid. One cell can be reached by Tab; from there arrows,
 * Home, End, Page Up and Page Down lead on, with Ctrl further, with Shift selecting. A character begins to type, F2 goes into what stands
 * there, Escape leaves it as it was; Delete empties, Ctrl+D and Ctrl+R fill the selection, Ctrl+Z and Ctrl+Y undo and redo.
 */
export function Grid(props: GridProps): JSX.Element {
  const { label, describedBy, corner, headings, rows, cells, selection, onSelect, onWrite } = props
  const table = useRef<HTMLTableElement>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  // What is typed has left its cell already when the cell loses the focus for that.
  const typed = useRef<Editing | null>(null)
  const wantsFocus = useRef(false)
  const { at, to } = selection
  const { top, bottom, left, right } = extentOf(selection)
  const columns = cells[0]?.length ?? 0
  const cellAt = ({ row, column }: Place): GridCell | undefined => cells[row]?.[column]

  const edit = (next: Editing | null): void => {
    typed.current = next
    setEditing(next)
  }

  useEffect(() => {
    if (editing !== null || !wantsFocus.current) return
    wantsFocus.current = false
    table.current?.querySelector<HTMLElement>(`td[data-row="${at.row}"][data-column="${at.column}"]`)?.focus()
  }, [at, editing])

  const begins = useRef(props.beginsIn)
  useEffect(() => {
    // After the heading of a page that is new.
    const frame = requestAnimationFrame(() => {
      if (begins.current) table.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus()
      begins.current = false
    })
    return () => cancelAnimationFrame(frame)
  }, [])

  const commit = (): void => {
    const text = typed.current?.text
    if (text === undefined) return
    edit(null)
    if (text.trim() === cellAt(at)?.typed) return
    if (text.trim() === '') props.onErase([at])
    else onWrite([{ ...at, text: text.trim() }])
  }

  const select = (place: Place, isMore: boolean): void => {
    wantsFocus.current = true
    onSelect(isMore ? { at, to: place } : { at: place, to: place })
  }

  const begin = (next: Editing): void => {
    if (cellAt(at)?.isReadOnly === false) edit(next)
  }

  const fill = (isDown: boolean): void => {
    const source = ({ row, column }: Place): Place =>
      isDown ? { row: top === bottom ? row - 1 : top, column } : { row, column: left === right ? column - 1 : left }
    const entries = placesIn(selection).flatMap((place) => {
      const from = cellAt(source(place))
      const isSource = isDown ? top !== bottom && place.row === top : left !== right && place.column === left
      return from === undefined || isSource || cellAt(place)?.isReadOnly !== false
        ? []
        : [{ ...place, text: from.typed }]
    })
    onWrite(entries)
  }

  const command = (event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) props.onUndo()
    else if (key === 'y' || key === 'z') props.onRedo()
    else if (key === 'd' || key === 'r') fill(key === 'd')
    else if (key === 'a') onSelect({ at: { row: 0, column: 0 }, to: { row: rows.length - 1, column: columns - 1 } })
    else return false
    wantsFocus.current = true
    return true
  }

  const onEditKey = (event: KeyboardEvent): void => {
    const { key, shiftKey } = event
    const isFar = event.ctrlKey || event.metaKey
    if (key === 'Escape') {
      wantsFocus.current = true
      edit(null)
    } else if (key === 'Enter' || key === 'Tab') {
      const step = shiftKey ? -1 : 1
      const down = { ...at, row: Math.min(Math.max(at.row + step, 0), rows.length - 1) }
      const aside = { ...at, column: Math.min(Math.max(at.column + step, 0), columns - 1) }
      flushSync(commit)
      select(key === 'Enter' ? down : aside, false)
    } else if (key.startsWith('Arrow') && editing?.isWhole === false && !isFar && !shiftKey) {
      flushSync(commit)
      select(moved({ rows: rows.length, columns, isFilled: () => false }, at, key, false) ?? at, false)
    } else {
      // Saving takes what is being typed along.
      if (isFar && key === 's') flushSync(commit)
      return
    }
    event.preventDefault()
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing !== null) {
      onEditKey(event)
      return
    }
    if (event.altKey) return
    const isFar = event.ctrlKey || event.metaKey
    const isFilled = (place: Place): boolean => cellAt(place)?.typed !== ''
    const place = moved({ rows: rows.length, columns, isFilled }, event.shiftKey ? to : at, event.key, isFar)
    if (place !== null) select(place, event.shiftKey)
    else if (event.key === 'Enter') {
      select({ ...at, row: Math.min(Math.max(at.row + (event.shiftKey ? -1 : 1), 0), rows.length - 1) }, false)
    } else if (event.key === 'F2') begin({ text: cellAt(at)?.typed ?? '', isWhole: true })
    else if (event.key === 'Delete' || event.key === 'Backspace') props.onErase(placesIn(selection))
    else if (event.key === 'Escape') select(at, false)
    else if (isCharacter(event)) begin({ text: event.key, isWhole: false })
    else if (!(isFar && command(event))) return
    event.preventDefault()
  }

  // Whatever moves the focus to a cell, that is the cell that is worked in.
  const onFocus = (event: FocusEvent): void => {
    const place = event.target instanceof HTMLTableCellElement ? placeOf(event.target) : null
    const isAt = (one: Place): boolean => place?.row === one.row && place.column === one.column
    if (place !== null && !isAt(at) && !isAt(to)) onSelect({ at: place, to: place })
  }

  const onPointerDown = (event: PointerEvent): void => {
    const place = placeOf(event.target)
    if (
      place === null ||
      event.button !== 0 ||
      (editing !== null && place.row === at.row && place.column === at.column)
    )
      return
    if (editing !== null) flushSync(commit)
    select(place, event.shiftKey)
  }

  const onPointerOver = (event: PointerEvent): void => {
    const place = placeOf(event.target)
    if (place === null || event.buttons !== 1 || editing !== null) return
    if (place.row !== to.row || place.column !== to.column) select(place, true)
  }

  const onCopy = (event: ClipboardEvent): void => {
    if (editing !== null) return
    const { text, html } = props.copyOf(selection)
    event.clipboardData.setData('text/plain', text)
    event.clipboardData.setData('text/html', html)
    event.preventDefault()
  }

  const onPaste = (event: ClipboardEvent): void => {
    const [text, html] = [event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html')]
    if (editing !== null && !/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    edit(null)
    wantsFocus.current = true
    props.onPaste({ text, html })
  }

  return (
    <div className="sheet-scroll">
      <table
        // A grid is a table that is worked in (APG); the cells in it have its roles and are reached by the arrows.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        className="sheet"
        aria-label={label}
        aria-describedby={describedBy}
        aria-multiselectable
        ref={table}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onPointerDown={onPointerDown}
        onPointerOver={onPointerOver}
        onDoubleClick={() => begin({ text: cellAt(at)?.typed ?? '', isWhole: true })}
        onCopy={onCopy}
        onCut={(event) => {
          onCopy(event)
          if (editing === null) props.onErase(placesIn(selection))
        }}
        onPaste={onPaste}
      >
        <thead>
          {headings.map((line, level) => (
            <tr key={line[0]?.key ?? level} data-level={level}>
              {level === 0 && (
                <th scope="col" rowSpan={headings.length} className="corner">
                  {corner}
                </th>
              )}
              {line.map((heading) => (
                <th
                  key={heading.key}
                  scope={heading.columns > 1 ? 'colgroup' : 'col'}
                  colSpan={heading.columns}
                  rowSpan={heading.rows}
                >
                  <span>{heading.label}</span>
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {rows.map((heading, row) => {
            const isIn = row >= top && row <= bottom
            return (
              <GridRow
                key={heading.key}
                row={row}
                heading={heading}
                cells={cells[row] ?? []}
                active={row === at.row ? at.column : null}
                from={isIn ? left : null}
                until={isIn ? right : null}
                editing={row === at.row ? editing : null}
                onType={(text) => edit({ text, isWhole: editing?.isWhole ?? false })}
                onLeave={commit}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
