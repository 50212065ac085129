import { printedNumber } from '../framework.ts'
import { formatDate } from '../period/period.ts'
import { poorestFirst } from '../progress/assessment.ts'
import type { Release } from '../release/release.ts'
import { verdictWords } from '../sentence/verdict-words.ts'
import { ended, inARow } from '../text.ts'
import type { MeetingDocument } from './meeting.ts'
import type { ShownItem } from './show.ts'

/** How many lines tell of verdicts at most; what is left is told together. */
const mostLines = 5

/** The names of what shares a verdict, shortly: goals by their numbers. */
function namesOf(shown: readonly ShownItem[]): string {
  return shown
    .map(({ item, name }) => (item.about.kind === 'goal' ? `${printedNumber(item.about.goal)} ${name.da}` : name.da))
    .join('; ')
}

const poverty = ({ verdict }: ShownItem): number => poorestFirst.indexOf(verdict ?? 'no-data')

/**
 * A meeting in five to ten lines of Danish, to be pasted into the case presentation (sagsfremstilling) of an agenda system: how
 * many of what is judged go which way, what is recommended, where the figures are from and where they can be seen.
 */
export function caseText(
  { committee, date, items }: MeetingDocument,
  shown: readonly ShownItem[],
  policies: readonly string[],
  release: Pick<Release, 'number' | 'publishedAt'>,
  address: string,
): string {
  const judged = shown.filter(({ verdict }) => verdict !== null)
  const inOrder = judged.toSorted((a, b) => poverty(a) - poverty(b))
  const groups = [...Map.groupBy(inOrder, ({ verdict }) => verdictWords[verdict ?? 'no-data'].da)].map(
    ([name, own]) => ({ name, own }),
  )
  const told = groups.length > mostLines ? groups.slice(0, mostLines - 1) : groups
  const rest = groups.slice(told.length).flatMap(({ own }) => own)
  const recommended = items.filter(({ recommendation }) => recommendation !== null).length
  const assessed = judged.filter(({ verdict }) => verdict !== 'no-data' && verdict !== 'not-assessed').length
  return [
    `Status til ${committee} den ${formatDate(date, 'da')}: ${inARow(policies, 'da')}.`,
    judged.length === 0
      ? 'Sagen har ingen punkter, der vurderes efter tal.'
      : `Af ${judged.length} mål og indikatorer på dagsordenen kan ${assessed === judged.length ? 'alle' : assessed === 0 ? 'ingen' : assessed} vurderes.`,
    ...told.map(({ name, own }) => ended(`${name} (${own.length}): ${namesOf(own)}`)),
    ...(rest.length > 0 ? [ended(`Øvrige (${rest.length}): ${namesOf(rest)}`)] : []),
    recommended === 0
      ? 'Der er ingen indstillinger; sagen er til orientering.'
      : recommended === 1
        ? 'Der er en indstilling til ét af punkterne.'
        : `Der er indstillinger til ${recommended} af punkterne.`,
    `Tallene er fra udgivelse ${release.number}, ${formatDate(release.publishedAt, 'da')}, og ændres ikke i denne sag.`,
    `Alle figurer, tabeller og kilder: ${address}`,
  ].join('\n')
}
