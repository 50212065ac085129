import type { Observation } from '@pejling/domain/observation/observation'

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
    footnote: { da: `Demonstration: ${da}`, en: `Demonstration: ${en}` },
  })

/** A figure nobody has begun to collect. */
export const uncollected = without('L', 'indsamles ikke endnu.', 'not collected yet.')

const provisional: Mark = (observation) => ({
  ...observation,
  status: 'P',
  footnote: { da: 'Demonstration: foreløbigt tal.', en: 'Demonstration: provisional figure.' },
})

const broken: Mark = (observation) => ({
  ...observation,
  status: 'B',
  footnote: {
    da: 'Demonstration: opgørelsen er lagt om og kan ikke sammenlignes med de tidligere år.',
    en: 'Demonstration: the method has changed and the figure cannot be compared with earlier years.',
  },
})

/** The nth indicator of every eleven gets the mark, at the place counted from the newest figure. */
const marks: readonly { readonly turn: number; readonly fromEnd: number; readonly mark: Mark }[] = [
  { turn: 1, fromEnd: 1, mark: provisional },
  { turn: 3, fromEnd: 3, mark: without('O', 'tallet mangler.', 'the figure is missing.') },
  { turn: 4, fromEnd: 4, mark: broken },
  { turn: 5, fromEnd: 2, mark: without('L', 'blev ikke målt denne gang.', 'was not measured this time.') },
  { turn: 7, fromEnd: 2, mark: without('M', 'der var intet at måle.', 'there was nothing to measure.') },
  {
    turn: 9,
    fromEnd: 3,
    mark: without('Q', 'tilbageholdt, fordi få personer er omfattet.', 'withheld, because few people are covered.'),
  },
]

/** Puts the demonstration's statuses on the headline figures of the indicator with the given position in the catalogue. */
export function marked(observations: readonly Observation[], position: number): Observation[] {
  const own = marks.filter(({ turn }) => position % 11 === turn)
  return observations.map((observation, index) => {
    const chosen = own.find(({ fromEnd }) => observations.length - fromEnd === index)
    return chosen ? chosen.mark(observation) : observation
  })
}
