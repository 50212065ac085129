import { actionKey, planOf } from '@pejling/domain/action-plan/action-plan'
import { stateWords } from '@pejling/domain/action-plan/outcome'
import type { DeskView } from '@pejling/domain/desk/views'
import { formatDate } from '@pejling/domain/period/period'
import type { JSX } from 'react'
import { useDesk } from './desk-page.ts'
import { FormProblem } from './forms.tsx'

interface Part {
  readonly view: Extract<DeskView, { readonly page: 'committee' }>
}

function Meetings({ view: { meetings, mayWrite } }: Part): JSX.Element {
  const { words, locale, href } = useDesk()
  return (
    <section aria-labelledby="meetings">
      <h2 id="meetings">{words.committee.meetings}</h2>
      {meetings.length === 0 && <p>{words.committee.noMeetings}</p>}
      <ul className="desk-list">
        {meetings.map(({ slug, committee, date, sharing }) => (
          <li key={slug}>
            <a href={href('meeting', { slug })}>{`${committee}, ${formatDate(date, locale)}`}</a>
            <span className="note">{words.committee.sharing[sharing]}</span>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <p>
          <a href={href('edit', { kind: 'nyt-moede', key: '-' })}>{words.editTitles['nyt-moede']}</a>
        </p>
      )}
    </section>
  )
}

function Plans({ view: { plans, next, mayWrite } }: Part): JSX.Element {
  const { words, locale, href } = useDesk()
  return (
    <section aria-labelledby="plans">
      <h2 id="plans">{words.committee.plans}</h2>
      {plans.map(({ name, title, actions }) => (
        <section key={name} aria-labelledby={`plan-${name}`}>
          <h3 id={`plan-${name}`}>{title[locale]}</h3>
          <ul className="desk-list">
            {actions.map((action) => (
              <li key={action.slug}>
                <a href={href('edit', { kind: 'indsats', key: actionKey(planOf(name), action.slug) })}>
                  {action.title[locale]}
                </a>
                <span className="note">{stateWords[action.state][locale]}</span>
              </li>
            ))}
          </ul>
          {mayWrite && (
            <p>
              <a
                href={href('edit', { kind: 'ny-indsats', key: name })}
                aria-label={`${words.editTitles['ny-indsats']}: ${title[locale]}`}
              >
                {words.editTitles['ny-indsats']}
              </a>
            </p>
          )}
        </section>
      ))}
      {mayWrite &&
        next.map(({ framework, title, goesOn }) => (
          <form key={framework} method="post" action={href('committee')}>
            <input type="hidden" name="framework" value={framework} />
            <button type="submit">{words.committee.makePlan(title[locale], goesOn)}</button>
          </form>
        ))}
    </section>
  )
}

function Ideas({ view: { ideas, mayWrite, imported, problems } }: Part): JSX.Element {
  const { words, locale, href } = useDesk()
  return (
    <section aria-labelledby="ideas">
      <h2 id="ideas">{words.committee.ideas}</h2>
      {imported !== null && <output className="desk-done">{words.committee.imported(imported)}</output>}
      {problems.length > 0 && (
        <FormProblem>
          {words.committee.notImported}
          <ul>
            {problems.map((problem) => (
              <li key={problem.da}>{problem[locale]}</li>
            ))}
          </ul>
        </FormProblem>
      )}
      <ul className="desk-list">
        {ideas.map(({ slug, title, theme, state }) => (
          <li key={slug}>
            <a href={href('edit', { kind: 'ide', key: slug })} lang="da">
              {title}
            </a>
            <span className="note">
              <span lang="da">{theme}</span>
              {`, ${words.committee.ideaStates[state]}`}
            </span>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <>
          <p>
            <a href={href('edit', { kind: 'ny-ide', key: '-' })}>{words.editTitles['ny-ide']}</a>
          </p>
          <form method="post" encType="multipart/form-data" action={href('ideas')}>
            <p className="desk-field">
              <label htmlFor="ideas-file">{words.committee.ideasFile}</label>
              <input id="ideas-file" type="file" name="file" aria-describedby="ideas-note" />
              <span id="ideas-note" className="note">
                {words.committee.ideasFileNote}
              </span>
            </p>
            <button type="submit">{words.committee.importIdeas}</button>
          </form>
        </>
      )}
    </section>
  )
}

/** What the committees work with: meetings, action plans, and ideas from citizens. */
export function Committee({ view }: Part): JSX.Element {
  return (
    <>
      <Meetings view={view} />
      <Plans view={view} />
      <Ideas view={view} />
    </>
  )
}
