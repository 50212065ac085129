import { poorestFirst } from '@pejling/domain/progress/assessment'
import type { Verdict, VerdictCounts as Counts } from '@pejling/domain/progress/assessment'
import { verdictWords } from '@pejling/domain/sentence/verdict-words'
import type { JSX } from 'react'
import { usePage } from './page-context.ts'
import { VerdictMark } from './verdict.tsx'

// Best first; what cannot be assessed stands last in both orders.
const bestFirst = [...poorestFirst.slice(0, -2).toReversed(), ...poorestFirst.slice(-2)]

/** How many there are of each name of a verdict, best first: verdicts of one name are one count, under the first of them. */
function countsByName(counts: Counts): { readonly verdict: Verdict; readonly count: number }[] {
  const found = bestFirst.filter((verdict) => counts[verdict] !== undefined)
  return [...Map.groupBy(found, (verdict) => verdictWords[verdict].da).values()].flatMap(([verdict, ...others]) =>
    verdict === undefined
      ? []
      : [{ verdict, count: [verdict, ...others].reduce((sum, one) => sum + (counts[one] ?? 0), 0) }],
  )
}

/** How many there are of each verdict, with its mark and its name. */
export function VerdictCounts({ counts, label }: { readonly counts: Counts; readonly label: string }): JSX.Element {
  const { locale } = usePage()
  return (
    <ul className="verdict-counts" aria-label={label}>
      {countsByName(counts).map(({ verdict, count }) => (
        <li key={verdict}>
          <VerdictMark verdict={verdict} size={16} />
          <strong>{count}</strong> {verdictWords[verdict][locale].toLocaleLowerCase(locale)}
        </li>
      ))}
    </ul>
  )
}
