import type { JSX } from 'react'
import { deskPath, type DeskPlace } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import { locale, wordsOf } from '../client/locale.ts'
import { TabsOfLinks } from './tabs-of-links.tsx'

const words = wordsOf({
  da: {
    label: 'Om indikatoren',
    figures: 'Tal',
    indicator: 'Definition',
    indicatorTargets: 'Måltal',
    indicatorAssessment: 'Vurdering',
    connection: 'Kilde',
    history: 'Historik',
  },
  en: {
    label: 'About the indicator',
    figures: 'Figures',
    indicator: 'Definition',
    indicatorTargets: 'Targets',
    indicatorAssessment: 'Assessment',
    connection: 'Source',
    history: 'History',
  },
})

/** The pages of one indicator. */
export type IndicatorTab = Extract<
  DeskPlace,
  'figures' | 'indicator' | 'indicatorTargets' | 'indicatorAssessment' | 'connection'
>

const places: readonly IndicatorTab[] = [
  'figures',
  'indicator',
  'indicatorTargets',
  'indicatorAssessment',
  'connection',
]

/** From each page of an indicator to the others. */
export function IndicatorTabs({
  slug,
  current,
}: {
  readonly slug: string
  readonly current: IndicatorTab
}): JSX.Element {
  const history = `${deskPath(locale, 'history')}?${deskParameters.indicator}=${slug}`
  return (
    <TabsOfLinks
      label={words.label}
      tabs={[
        ...places.map((place) => ({
          href: deskPath(locale, place, { slug }),
          label: words[place],
          isCurrent: place === current,
        })),
        { href: history, label: words.history, isCurrent: false },
      ]}
    />
  )
}
