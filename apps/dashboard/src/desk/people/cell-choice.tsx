import type { JSX } from 'react'
import type { Option } from '../widgets/choice.tsx'

/** One of several in a cell of a table: the browser’s own list, because a page has hundreds of them. */
export function CellChoice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
}): JSX.Element {
  return (
    <select
      className="cell-choice"
      aria-label={label}
      data-empty={value === ''}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
