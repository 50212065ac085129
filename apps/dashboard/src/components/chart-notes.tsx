import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { indicatorNotes } from '@pejling/figures/chart-of-indicator'
import type { ChartSelection } from '@pejling/figures/chart-selection'
import type { JSX } from 'react'
import { usePage } from './page-context.ts'

interface ChartNotesProps {
  readonly document: IndicatorDocument
  /** What the chart shows; left out: what it opens with. */
  readonly selection?: ChartSelection
}

/** The notes of a chart as text of the page, where a narrow screen wraps them whole; the drawing leaves them out. */
export function ChartNotes({ document, selection }: ChartNotesProps): JSX.Element | null {
  const { locale, words } = usePage()
  const notes = indicatorNotes(document, locale, selection)
  if (notes.length === 0) return null
  return (
    <ul className="chart-notes note" aria-label={words.footnotes}>
      {notes.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
