import type { FrameworkDocument, IndicatorSummary } from '@pejling/domain/release/documents'
import type { JSX } from 'react'
import { focusAreaAnchor } from '@pejling/addresses/pages'
import { usePage } from '../../components/page-context.ts'
import { GoalRow } from './goal-row.tsx'
import { GoalsAtAGlance } from './goals-at-a-glance.tsx'

interface OverviewPageProps {
  readonly document: FrameworkDocument
  readonly indicators: readonly IndicatorSummary[]
}

const sentenceOf = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

function WithoutTarget({ document }: { readonly document: FrameworkDocument }): JSX.Element | null {
  const { words } = usePage()
  const total = document.focusAreas.reduce((sum, { goals }) => sum + goals.length, 0)
  const withTarget = new Set(document.headlines.filter(({ target }) => target !== null).map(({ slug }) => slug))
  const without = document.focusAreas
    .flatMap(({ goals }) => goals)
    .filter(({ headline }) => headline === null || !withTarget.has(headline)).length
  if (without === 0) return null
  return (
    <p className="without-target">
      {without === total ? words.allWithoutTarget : words.someWithoutTarget(without, total)}
    </p>
  )
}

/** The overview: the finding in one sentence, all goals as marks, and a row for each. */
export function OverviewPage({ document, indicators }: OverviewPageProps): JSX.Element {
  const { locale, words } = usePage()
  const { framework, focusAreas, figuresUntil } = document
  const names = new Map(indicators.map((summary) => [summary.slug, summary]))
  const headlines = new Map(document.headlines.map((summary) => [summary.slug, summary]))
  const total = focusAreas.reduce((sum, { goals }) => sum + goals.length, 0)
  const level = framework.levels.goal[total === 1 ? 'one' : 'other'][locale]
  const part = framework.levels.focusArea[focusAreas.length === 1 ? 'one' : 'other'][locale]
  return (
    <>
      <p className="eyebrow">
        {[
          framework.title[locale],
          words.goalsInParts(`${total} ${level}`, `${focusAreas.length} ${part}`),
          ...(figuresUntil === null ? [] : [words.figuresUntil(figuresUntil)]),
        ].join(' · ')}
      </p>
      <h1>{document.sentence[locale].replace(/\.$/, '')}</h1>
      <p className="lead">{words.purpose(sentenceOf(framework.purpose[locale]))}</p>
      <GoalsAtAGlance document={document} />
      <WithoutTarget document={document} />
      {focusAreas.map((area) => {
        const anchor = focusAreaAnchor(area.position, locale)
        return (
          <section key={area.slug} className="focus-area" id={anchor} aria-labelledby={`${anchor}-title`}>
            <h2 id={`${anchor}-title`}>
              <span className="focus-area-number">{area.position}</span>
              {` ${area.title[locale]}`}
            </h2>
            <ul className="goal-list">
              {area.goals.map((goal) => (
                <GoalRow
                  key={goal.number}
                  goal={goal}
                  headline={goal.headline === null ? null : (headlines.get(goal.headline) ?? null)}
                  names={names}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
