import type { Locale } from '@pejling/domain/text'
import {
  formatChange,
  formatNumber,
  formatShortChangeUnit,
  formatShortUnit,
  formatTarget,
} from '@pejling/domain/unit/format'
import type { Measure } from '@pejling/domain/unit/format'
import type { JSX } from 'react'
import { usePage } from './page-context.ts'

const bare = (measure: Measure): Measure => ({ ...measure, unit: 'ratio', noun: null })

type Kind = 'value' | 'change' | 'target'

const numberOf: Record<Kind, (value: number, measure: Measure, locale: Locale) => string> = {
  value: (value, { decimals }, locale) => formatNumber(value, decimals, locale),
  // A ratio is written without a unit, which here stands small behind the number.
  change: (value, measure, locale) => formatChange(value, bare(measure), locale),
  target: (value, measure, locale) => formatTarget(value, bare(measure), locale),
}

interface LargeFigureProps {
  readonly value: number
  readonly measure: Measure
  readonly kind: Kind
}

/** A figure in large type with its unit small behind it. */
export function LargeFigure({ value, measure, kind }: LargeFigureProps): JSX.Element {
  const { locale } = usePage()
  const unit = (kind === 'change' ? formatShortChangeUnit : formatShortUnit)(value, measure, locale)
  // A long unit may go to the next line on a narrow screen; a sign may not.
  const space = unit === '%' && locale === 'en' ? '' : unit.length > 3 ? ' ' : '\u00A0'
  return (
    <span className="large-figure">
      <span className="large-number">{numberOf[kind](value, measure, locale)}</span>
      {unit !== '' && <span className="large-unit">{`${space}${unit}`}</span>}
    </span>
  )
}
