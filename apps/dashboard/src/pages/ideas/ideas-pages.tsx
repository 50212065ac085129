import { progressWords } from '@pejling/domain/sentence/outcome'
import type { Idea } from '@pejling/domain/idea'
import type { ShownAction } from '@pejling/domain/meeting/show'
import { formatDate } from '@pejling/domain/period/period'
import type { GoalSummary } from '@pejling/domain/release/documents'
import type { JSX } from 'react'
import { usePage } from '../../components/page-context.ts'
import { ideaWords } from './messages.ts'

function State({ idea }: { readonly idea: Idea }): JSX.Element {
  const { locale } = usePage()
  const words = ideaWords[locale]
  return <>{idea.takenUpBy.length > 0 ? words.takenUp : idea.whyNot === null ? words.open : words.declined}</>
}

/** All ideas by their themes. */
export function IdeasPage({ ideas }: { readonly ideas: readonly Idea[] }): JSX.Element {
  const { locale, links } = usePage()
  const words = ideaWords[locale]
  const themes = [...Map.groupBy(ideas, ({ theme }) => theme)].sort(([a], [b]) => a.localeCompare(b, 'da'))
  return (
    <>
      <h1>{words.head.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>
        {ideas.length === 0
          ? words.none
          : words.counts(ideas.length, ideas.filter(({ takenUpBy }) => takenUpBy.length > 0).length)}
      </p>
      {themes.map(([theme, own], index) => (
        <section key={theme} aria-labelledby={`theme-${index}`}>
          <h2 id={`theme-${index}`} lang="da">
            {theme}
          </h2>
          <ul className="ideas">
            {own.map((idea) => (
              <li key={idea.slug}>
                <a href={links.idea(idea.slug)} lang="da">
                  {idea.title}
                </a>{' '}
                <span className="note">
                  {`${formatDate(idea.voicedOn, locale)} · `}
                  <State idea={idea} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

interface IdeaPageProps {
  readonly idea: Idea
  /** The actions that took it up, as far as they are published. */
  readonly actions: readonly ShownAction[]
  readonly goals: readonly GoalSummary[]
}

/** One idea from where it was voiced to what came of it. */
export function IdeaPage({ idea, actions, goals }: IdeaPageProps): JSX.Element {
  const { locale, links } = usePage()
  const words = ideaWords[locale]
  return (
    <>
      <nav className="breadcrumb">
        <ol>
          <li>
            <a href={links.page('ideas')}>{words.all}</a>
          </li>
        </ol>
      </nav>
      <h1 lang="da">{idea.title}</h1>
      <p className="lead" lang="da">
        {idea.text}
      </p>
      <h2 className="idea-part">{words.timeline}</h2>
      <ol className="timeline">
        <li>
          <time dateTime={idea.voicedOn}>{formatDate(idea.voicedOn, locale)}</time>
          <p>{words.voiced(idea.voicedAt)}</p>
        </li>
        {actions.map(({ year, mark, action }) => (
          <li key={`${year} ${action.slug}`}>
            <time dateTime={action.startsOn ?? String(year)}>
              {action.startsOn === null ? year : formatDate(action.startsOn, locale)}
            </time>
            <p>
              {`${words.takenUpIn(year)}: `}
              <a href={`${links.actionPlan({ year, mark })}#${year}-${action.slug}`}>{action.title[locale]}</a>
            </p>
            {action.milestones
              .filter(({ done }) => done)
              .map(({ title, due }) => (
                <p key={due} className="note">{`${formatDate(due, locale)}: ${title[locale]}`}</p>
              ))}
          </li>
        ))}
        <li>
          <strong>{words.now}</strong>
          {actions.length === 0 && (
            <p>
              <State idea={idea} />
            </p>
          )}
          {actions.map(({ year, action, outcome }) => (
            <p key={`${year} ${action.slug}`}>{progressWords(action, outcome)[locale]}</p>
          ))}
          {idea.whyNot !== null && <p lang="da">{idea.whyNot}</p>}
        </li>
      </ol>
      {goals.length > 0 && (
        <>
          <h2 className="idea-part">{words.goals}</h2>
          <ul className="link-list">
            {goals.map(({ number, text }) => (
              <li key={number}>
                <a href={links.goal(number)}>{`${number} ${text[locale]}`}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
