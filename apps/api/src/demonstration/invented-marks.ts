import type { Observation } from '@pejling/domain/observation/observation'
import type { Story } from './stories.ts'

type Mark = (observation: Observation) => Observation

const without =
  (status: 'O' | 'Q' | 'L' | 'M', da: string, en: string): Mark =>
  (observation) => ({
    ...observation,
    value: null,
    numerator: null,
    denominator: null,
    sampleSize: null,
    margin: null,
    status,
    footnote: { da, en },
  })

const uncollected = without('L', 'Tallet indsamles ikke endnu.', 'The figure is not collected yet.')
const suppressed = without(
  'Q',
  'Tallet er tilbageholdt, fordi det handler om få personer.',
  'The figure is withheld because it is about few people.',
)

const provisional: Mark = (observation) => ({
  ...observation,
  status: 'P',
  footnote: { da: 'Foreløbigt tal.', en: 'Provisional figure.' },
})

const broken: Mark = (observation) => ({
  ...observation,
  status: 'B',
  footnote: {
    da: 'Opgørelsen er lagt om og kan ikke sammenlignes med de tidligere år.',
    en: 'The method has changed, and the figure cannot be compared with earlier years.',
  },
})

/** Which figure of an indicator gets a mark, counted from the newest (1). */
interface Place {
  readonly fromEnd: number
  readonly mark: Mark
}

const notMeasured = without('L', 'Der blev ikke målt denne gang.', 'There was no measurement this time.')
const missing = without('O', 'Tallet mangler hos producenten.', 'The producer has no figure.')
const impossible = without(
  'M',
  'Der blev ikke holdt valg: Perioden var forlænget.',
  'No election was held: the term had been extended.',
)

const places: Readonly<Record<string, Place>> = {
  'hoejt-fravaer': { fromEnd: 7, mark: notMeasured },
  hoeringssvar: { fromEnd: 3, mark: missing },
  idraetsmedlemskaber: { fromEnd: 7, mark: broken },
  'langvarig-ydelse': { fromEnd: 3, mark: suppressed },
  'neet-16-24': { fromEnd: 1, mark: provisional },
  'skolebestyrelse-kampvalg': { fromEnd: 4, mark: impossible },
}

/**
 * Puts the demonstration's statuses on the headline figures of an indicator. A series that has only begun, or whose target has
 * passed, loses the figures that are not there.
 */
export function marked(observations: readonly Observation[], slug: string, story: Story): Observation[] {
  if (story.kind === 'uncollected') return observations.slice(-1).map(uncollected)
  if (story.kind === 'suppressed') return observations.map(suppressed)
  if (story.kind === 'few-points') return observations.slice(-3)
  const kept = story.kind === 'overdue' ? observations.slice(0, -1) : observations
  const place = places[slug]
  return kept.map((observation, index) =>
    place && kept.length - place.fromEnd === index ? place.mark(observation) : observation,
  )
}
