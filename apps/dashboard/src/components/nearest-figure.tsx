import type { IndicatorSummary } from '@pejling/domain/release/documents'
import type { Locale, Text } from '@pejling/domain/text'
import type { JSX } from 'react'
import { usePage } from './page-context.ts'

const label: Readonly<Record<Locale, string>> = {
  da: 'Nærmeste tal (afgør ikke vurderingen):',
  en: 'Nearest figure (does not decide the assessment):',
}

/** Why a goal has no verdict although a figure is shown for it. */
export const headlineMissing: Readonly<Record<Locale, string>> = {
  da: 'Hovedindikatoren mangler tal',
  en: 'The headline indicator has no figures',
}

/** An indicator drawn in no colour of a verdict, because here it is not judged. */
export const unjudged = (summary: IndicatorSummary): IndicatorSummary => ({ ...summary, verdict: 'not-assessed' })

interface NearestFigureNoteProps {
  readonly summary: IndicatorSummary
  /** Why it is the nearest figure and what it does not measure. */
  readonly reason: Text
}

/** Names the figure shown for a goal that has none of its own, and what it does not say. */
export function NearestFigureNote({ summary, reason }: NearestFigureNoteProps): JSX.Element {
  const { locale, links } = usePage()
  return (
    <p className="note">
      {`${label[locale]} `}
      <a href={links.indicator(summary.slug)}>{summary.name[locale]}</a>
      {`. ${reason[locale]}`}
    </p>
  )
}
