import { indicatorChartInput } from '@pejling/figures/chart-of-indicator'
import { chartModel } from '@pejling/figures/chart-model'
import { useSyncExternalStore } from 'react'
import type { JSX } from 'react'
import { usePage } from '../../components/page-context.ts'
import { chartSheets } from './chart-sheets.ts'
import { ExploreChart } from './explore-chart.tsx'
import type { ExploredChartProps } from './figure-part.ts'

const screens = chartSheets.map(({ media }) => window.matchMedia(media))

function onScreenChange(changed: () => void): () => void {
  for (const screen of screens) screen.addEventListener('change', changed)
  return () => {
    for (const screen of screens) screen.removeEventListener('change', changed)
  }
}

const currentSheet = (): number => screens.findIndex(({ matches }) => matches)

/** The chart of an indicator for reading point by point, on the sheet and in the place of the drawing it stands in for. */
export function ExploredIndicator({ document, selection, focused }: ExploredChartProps): JSX.Element | null {
  const { locale } = usePage()
  const current = chartSheets[useSyncExternalStore(onScreenChange, currentSheet)] ?? chartSheets[0]
  if (!current) return null
  const input = indicatorChartInput(document, locale, current.sheet, selection)
  const model = chartModel(input)
  return (
    <div className={`chart chart-${current.name}`}>
      {model && <ExploreChart model={model} input={input} focused={focused} />}
    </div>
  )
}
