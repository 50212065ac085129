import type { IndicatorDocument } from '@pejling/domain/release/documents'
import type { ChartSelection } from '@pejling/figures/chart-selection'
import type { ComponentType } from 'react'
import type { ViewRequest } from '@pejling/addresses/view-request'
import type { IndicatorView } from './indicator-view.ts'

/** What a chart that can be read point by point is made from. */
export interface ExploredChartProps {
  readonly document: IndicatorDocument
  readonly selection: ChartSelection
  /** Whether the reader asked for it by the button, and goes on in it. */
  readonly focused: boolean
}

/** What a script adds to the figures of an indicator. */
export interface Exploring {
  /** Goes to another view without leaving the page. */
  readonly goTo: (request: ViewRequest) => void
  /** The chart that can be read point by point; `null` until a reader has wanted it. */
  readonly Chart: ComponentType<ExploredChartProps> | null
  readonly wantChart: (focused: boolean) => void
  readonly focused: boolean
}

/** What every part of the figures of an indicator is made from. */
export interface FigurePart {
  readonly document: IndicatorDocument
  readonly request: ViewRequest
  readonly view: IndicatorView
  /** `null` where there is no script. */
  readonly explore: Exploring | null
}
