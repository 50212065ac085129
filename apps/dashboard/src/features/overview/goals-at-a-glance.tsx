import { poorestFirst } from '@pejling/domain/progress/assessment'
import type { FrameworkDocument } from '@pejling/domain/release/documents'
import { verdictWords } from '@pejling/domain/sentence/verdict-words'
import type { JSX } from 'react'
import { usePage } from '../../components/page-context.ts'
import { VerdictMark } from '../../components/verdict.tsx'

// Best first; what cannot be assessed stands last in both orders.
const bestFirst = [...poorestFirst.slice(0, -2).toReversed(), ...poorestFirst.slice(-2)]

/** All goals as marks, grouped by focus area, and how many there are of each verdict. */
export function GoalsAtAGlance({ document }: { readonly document: FrameworkDocument }): JSX.Element {
  const { locale, words, links } = usePage()
  return (
    <section className="glance" aria-label={words.goalsAtAGlance}>
      <ul className="glance-areas">
        {document.focusAreas.map((area) => (
          <li key={area.slug}>
            <ul className="glance-marks">
              {area.goals.map((goal) => (
                <li key={goal.number}>
                  <a href={links.goal(goal.number)} title={`${goal.number} ${goal.text[locale]}`}>
                    <VerdictMark verdict={goal.verdict} size={24} />
                    <span className="visually-hidden">{`${goal.number} ${verdictWords[goal.verdict][locale]}`}</span>
                  </a>
                </li>
              ))}
            </ul>
            <a className="glance-title" href={links.focusArea(area.position)}>
              {`${area.position}. ${area.title[locale]}`}
            </a>
          </li>
        ))}
      </ul>
      <ul className="verdict-counts" aria-label={words.goalsByVerdict}>
        {bestFirst.map((verdict) => {
          const count = document.counts[verdict]
          if (count === undefined) return null
          return (
            <li key={verdict}>
              <VerdictMark verdict={verdict} size={16} />
              <strong>{count}</strong> {verdictWords[verdict][locale].toLocaleLowerCase(locale)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
