import { formatMargin } from '@pejling/domain/unit/format'
import type { Measure } from '@pejling/domain/unit/format'
import type { JSX } from 'react'
import { usePage } from './page-context.ts'

interface MarginProps {
  /** Half-width of the 95 % interval, in the figure's unit; `null`: none is known. */
  readonly margin: number | null
  readonly measure: Measure
}

/** How sure a figure is, small behind it: `± 2,1`. */
export function Margin({ margin, measure }: MarginProps): JSX.Element | null {
  const { locale, words } = usePage()
  if (margin === null) return null
  return (
    <abbr className="margin" title={words.marginOfError}>
      {` ${formatMargin(margin, measure, locale)}`}
    </abbr>
  )
}
