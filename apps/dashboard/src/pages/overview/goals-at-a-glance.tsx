import { printedNumber } from '@pejling/domain/framework'
import type { FrameworkDocument } from '@pejling/domain/release/documents'
import { verdictWords } from '@pejling/domain/sentence/verdict-words'
import type { JSX } from 'react'
import { focusAreaAnchor } from '@pejling/addresses/pages'
import { usePage } from '../../components/page-context.ts'
import { VerdictCounts } from '../../components/verdict-counts.tsx'
import { VerdictMark } from '../../components/verdict.tsx'

interface GoalsAtAGlanceProps {
  readonly document: FrameworkDocument
  /** Whether other policies are shown on the same page: then it says whose goals they are. */
  readonly isOneOfSeveral?: boolean
}

/** All goals as marks, grouped by focus area, and how many there are of each verdict. */
export function GoalsAtAGlance({ document, isOneOfSeveral = false }: GoalsAtAGlanceProps): JSX.Element {
  const { locale, words, links } = usePage()
  const named = (label: string): string => (isOneOfSeveral ? `${label}: ${document.framework.title[locale]}` : label)
  return (
    <section className="glance" aria-label={named(words.goalsAtAGlance)}>
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
            <a
              className="glance-title"
              href={`${links.policy(document.framework.slug)}#${focusAreaAnchor(area.position, locale)}`}
            >
              {`${area.position}. ${area.title[locale]}`}
            </a>
          </li>
        ))}
      </ul>
      <VerdictCounts counts={document.counts} label={named(words.goalsByVerdict)} />
    </section>
  )
}
