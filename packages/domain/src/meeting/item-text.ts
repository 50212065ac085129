import { formatDate } from '../period/period.ts'
import type { Release } from '../release/release.ts'
import { ended } from '../text.ts'
import type { MeetingDocument } from './meeting.ts'
import type { ShownItem } from './show.ts'

const part = (heading: string, text: string | null): string[] => (text === null ? [] : [`${heading}\n${text}`])

/**
 * One item of a meeting in Danish, to be pasted into an agenda system as a case of its own: what it is about, what the figures of
 * the meeting's release say, what is recommended, and what was said and decided where that is known. `address`: where the figures
 * can be seen.
 */
export function itemText(
  { committee, date }: Pick<MeetingDocument, 'committee' | 'date'>,
  { item, kicker, name, sentence, compared, people }: ShownItem,
  release: Pick<Release, 'number' | 'publishedAt'>,
  address: string,
): string {
  const figures = [sentence, compared, people].flatMap((one) => (one === null ? [] : [ended(one.da)])).join(' ')
  const from = `Tallene er fra udgivelse ${release.number}, ${formatDate(release.publishedAt, 'da')}, og ændres ikke i denne sag.`
  return [
    [...(kicker === null ? [] : [kicker.da]), name.da, `${committee}, ${formatDate(date, 'da')}`].join('\n'),
    ...part('Sagen', item.point),
    ...(figures === '' ? [] : [`Tallene\n${figures} ${from}`]),
    ...part('Indstilling', item.recommendation),
    ...part('Drøftelse', item.said),
    ...part('Beslutning', item.decision),
    `Figurer, tabeller og kilder: ${address}`,
  ].join('\n\n')
}
