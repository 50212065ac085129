import { statusWords } from '@pejling/domain/sentence/verdict-words'
import type { ChartInput, ChartObservation } from './chart-input.ts'
import { startsSegment } from './chart-input.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const superscript = (number: number): string =>
  String(number).replace(/\d/g, (digit) => superscripts[Number(digit)] ?? '')

/** What stands below a chart, and which mark stands at which figure of the headline series. */
export interface ChartNotes {
  readonly lines: readonly string[]
  /** The mark beside a figure, or in its place: `*`, `¹`, `..`; empty for a figure without anything special. */
  markOf(observation: ChartObservation): string
}

/** Collects the footnotes, the meaning of the status marks and the reasons for breaks in the headline series. */
export function chartNotes({ series, breaks, locale, remarks }: ChartInput): ChartNotes {
  const observations = series.filter(({ role }) => role === 'headline').flatMap((one) => one.observations)
  const footnotes = [...new Set(observations.flatMap(({ footnote }) => (footnote ? [footnote[locale]] : [])))]
  // A break is drawn as a line across the chart; its letter would only say it twice.
  const marked = observations.map(({ status }) => status).filter((status) => !['A', 'B', 'D'].includes(status))
  const statuses = [...new Set(marked)].map(
    (status) => `${statusWords[status].mark} ${statusWords[status].words[locale]}`,
  )
  const broken = observations.filter((observation) => startsSegment(breaks, observation))
  const breakWord = locale === 'da' ? 'Brud' : 'Break'
  const reasons = broken.map(({ period, status }) => {
    const declared = breaks.find((entry) => entry.period === period)?.reason
    return declared === undefined ? statusWords[status].words[locale] : `${breakWord}: ${declared}`
  })
  return {
    lines: [
      ...remarks,
      ...(statuses.length > 0 ? [statuses.join(' · ')] : []),
      ...new Set(reasons),
      ...footnotes.map((text, index) => `${superscript(index + 1)} ${text}`),
    ],
    markOf: ({ status, footnote }) => {
      const own = ['B', 'D'].includes(status) ? '' : statusWords[status].mark
      return own + (footnote ? superscript(footnotes.indexOf(footnote[locale]) + 1) : '')
    },
  }
}
