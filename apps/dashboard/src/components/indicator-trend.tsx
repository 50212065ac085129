import type { IndicatorSummary } from '@pejling/domain/release/documents'
import { summarySparklineSvg } from '@pejling/figures/chart-of-indicator'
import type { JSX } from 'react'
import { Drawing } from './drawing.tsx'
import { usePage } from './page-context.ts'

const rowSize = { width: 170, height: 48 } as const

interface IndicatorTrendProps {
  readonly summary: IndicatorSummary
  /** In CSS pixels; as in a row of a list where nothing is said. */
  readonly size?: { readonly width: number; readonly height: number }
}

/** The small trend of an indicator with its target. */
export function IndicatorTrend({ summary, size = rowSize }: IndicatorTrendProps): JSX.Element {
  const { locale } = usePage()
  return <Drawing className="drawing" svg={summarySparklineSvg(summary, locale, size)} />
}
