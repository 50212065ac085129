import { printedNumber } from '@pejling/domain/framework/framework'
import type { FrameworkDocument } from '@pejling/domain/release/documents'
import { verdictWords } from '@pejling/domain/sentence/verdict-words'
import type { JSX } from 'react'
import { focusAreaAnchor } from '../../app/paths.ts'
import { usePage } from '../../components/page-context.ts'
import { VerdictCounts } from '../../components/verdict-counts.tsx'
import { VerdictMark } from '../../components/verdict.tsx'

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
                  <a href={links.goalRow(goal.number)} title={`${printedNumber(goal.number)} ${goal.text[locale]}`}>
                    <VerdictMark verdict={goal.verdict} size={24} />
                    <span className="visually-hidden">{`${printedNumber(goal.number)} ${verdictWords[goal.verdict][locale]}`}</span>
                  </a>
                </li>
              ))}
            </ul>
            <a className="glance-title" href={`${links.policy(document.framework.slug)}#${focusAreaAnchor(area.position, locale)}`}>
              {`${area.position}. ${area.title[locale]}`}
            </a>
          </li>
        ))}
      </ul>
      <VerdictCounts counts={document.counts} label={words.goalsByVerdict} />
    </section>
  )
}
