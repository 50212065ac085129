import type { ChangeCounts } from './count-changes.ts'
import type { Locale, Text } from '../text.ts'
import { formatNumber } from '../unit/format.ts'

type Forms = readonly [one: string, other: string]

// Each as it reads after a number; what a distrustful reader asks for first stands first.
const parts: readonly (readonly [keyof ChangeCounts, Readonly<Record<Locale, Forms>>])[] = [
  [
    'corrected',
    { da: ['tal er rettet', 'tal er rettet'], en: ['figure has been corrected', 'figures have been corrected'] },
  ],
  [
    'removed',
    { da: ['tal er fjernet', 'tal er fjernet'], en: ['figure has been removed', 'figures have been removed'] },
  ],
  ['added', { da: ['tal er nyt', 'tal er nye'], en: ['figure is new', 'figures are new'] }],
  [
    'verdicts',
    {
      da: ['vurdering er ændret', 'vurderinger er ændret'],
      en: ['assessment has changed', 'assessments have changed'],
    },
  ],
  [
    'definitions',
    {
      da: ['beskrivelse er ændret', 'beskrivelser er ændret'],
      en: ['description has changed', 'descriptions have changed'],
    },
  ],
  ['newIndicators', { da: ['indikator er ny', 'indikatorer er nye'], en: ['indicator is new', 'indicators are new'] }],
  [
    'goneIndicators',
    {
      da: ['indikator er taget ud', 'indikatorer er taget ud'],
      en: ['indicator has been removed', 'indicators have been removed'],
    },
  ],
]

const nothing: Text = {
  da: 'Ingen tal og ingen vurderinger er ændret.',
  en: 'No figures and no assessments have changed.',
}

function inLanguage(counts: ChangeCounts, locale: Locale): string {
  const said = parts.flatMap(([name, words]) => {
    const count = counts[name]
    const [one, other] = words[locale]
    return count === 0 ? [] : [`${formatNumber(count, 0, locale)} ${count === 1 ? one : other}`]
  })
  const last = said.pop()
  if (last === undefined) return nothing[locale]
  return `${said.length === 0 ? last : `${said.join(', ')} ${locale === 'da' ? 'og' : 'and'} ${last}`}.`
}

/** What changed between two releases, in one sentence. */
export function changesSentence(counts: ChangeCounts): Text {
  return { da: inLanguage(counts, 'da'), en: inLanguage(counts, 'en') }
}
