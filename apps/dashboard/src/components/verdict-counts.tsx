import { poorestFirst } from '@pejling/domain/progress/assessment'
import type { VerdictCounts as Counts } from '@pejling/domain/progress/assessment'
import { verdictWords } from '@pejling/domain/sentence/verdict-words'
import type { JSX } from 'react'
import { usePage } from './page-context.ts'
import { VerdictMark } from './verdict.tsx'

// Best first; what cannot be assessed stands last in both orders.
const bestFirst = [...poorestFirst.slice(0, -2).toReversed(), ...poorestFirst.slice(-2)]

/** How many there are of each verdict, with its mark and its name. */
export function VerdictCounts({ counts, label }: { readonly counts: Counts; readonly label: string }): JSX.Element {
  const { locale } = usePage()
  return (
    <ul className="verdict-counts" aria-label={label}>
      {bestFirst.map((verdict) => {
        const count = counts[verdict]
        if (count === undefined) return null
        return (
          <li key={verdict}>
            <VerdictMark verdict={verdict} size={16} />
            <strong>{count}</strong> {verdictWords[verdict][locale].toLocaleLowerCase(locale)}
          </li>
        )
      })}
    </ul>
  )
}
