import { hasValue } from '../observation/observation.ts'
import type { IndicatorDocument } from './documents.ts'

/** Whether an indicator has any figure, its own or another place's: something to draw and to fetch. */
export const isMeasured = ({ series }: Pick<IndicatorDocument, 'series'>): boolean =>
  series.some(({ observations }) => observations.some(hasValue))
