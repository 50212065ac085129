import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { FocusArea, Goal } from '@pejling/domain/framework'
import { haveOneName, verdictWords } from '@pejling/domain/sentence/verdict-words'
import type { Overview } from '@pejling/domain/workspace/overview'
import { locale, textOf } from '../client/locale.ts'
import { allOf } from '../client/queries.ts'
import { Assessment } from '../widgets/assessment.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { words } from './overview-words.ts'

/** The goals of each focus area as they would stand with the drafts in; those that would change are marked. */
export function GoalProgress({ overview }: { readonly overview: Overview }): JSX.Element | null {
  const { data: areas } = useQuery(allOf(FocusArea, '/focus-areas'))
  const { data: goals } = useQuery(allOf(Goal, '/goals'))
  const states = new Map(overview.goals.map((goal) => [goal.number, goal]))
  if (areas === undefined || goals === undefined) return <div className="goal-progress" />
  return (
    <section className="goal-progress" aria-label={words.progress}>
      <ul>
        {areas
          .filter(({ retiredOn }) => retiredOn === undefined)
          .map((area) => {
            const own = goals
              .filter(({ focusArea }) => focusArea === area.slug)
              .flatMap(({ number }) => states.get(number) ?? [])
            const changed = own.filter(({ published, withDrafts }) => !haveOneName(published, withDrafts)).length
            return (
              <li key={area.slug}>
                <div className="goal-marks">
                  {own.map(({ number, text, published, withDrafts }) => {
                    const verdict = withDrafts ?? published ?? 'no-data'
                    return (
                      <DeskLink
                        key={number}
                        to={deskPath(locale, 'goal', { key: number })}
                        title={`${number} ${textOf(text)}: ${verdictWords[verdict][locale]}`}
                        data-changed={!haveOneName(published, withDrafts)}
                      >
                        <span className="visually-hidden">{number} </span>
                        <Assessment verdict={verdict} isBare />
                      </DeskLink>
                    )
                  })}
                </div>
                <strong>{textOf(area.title)}</strong>
                <span className="second-line" data-changed={changed > 0}>
                  {changed === 0 ? words.asPublished : words.changed(changed)}
                </span>
              </li>
            )
          })}
      </ul>
    </section>
  )
}
