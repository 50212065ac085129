import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import { byNumber, type Goal } from '@pejling/domain/framework'
import { IdeaState, WorkspaceIdea } from '@pejling/domain/workspace/ideas'
import { z } from 'zod'
import { TableScroll } from '../../components/table-scroll.tsx'
import { dayInWords, locale, textOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { goalsQuery } from '../client/policy.ts'
import { allOf } from '../client/queries.ts'
import { useSearchState } from '../client/search.ts'
import { Choice } from '../widgets/choice.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { TextField } from '../widgets/field.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Loaded } from '../widgets/state.tsx'
import { words } from './words.ts'
import './room.css'

const names = deskParameters
const text = z.string().catch('')
const Search = z.object({ [names.search]: text, [names.state]: text, [names.theme]: text, [names.goal]: text })

/** A filter that lets everything through. */
const any = 'alle'

function Ideas({
  ideas,
  goals,
}: {
  readonly ideas: readonly WorkspaceIdea[]
  readonly goals: readonly Goal[]
}): JSX.Element {
  const [given, change] = useSearchState(Search)
  if (ideas.length === 0) return <Empty>{words.none}</Empty>
  const [state, theme, goal] = [given[names.state], given[names.theme], given[names.goal]]
  const sought = given[names.search].toLocaleLowerCase('da')
  const meant = ideas.filter(
    (idea) =>
      `${idea.title} ${idea.text} ${idea.voicedAt}`.toLocaleLowerCase('da').includes(sought) &&
      (state === '' || idea.state === state) &&
      (theme === '' || idea.theme === theme) &&
      (goal === '' || idea.goals.includes(goal)),
  )
  const choose = (name: string) => (value: string) => change({ [name]: value === any ? '' : value })
  const used = goals.filter(({ slug }) => ideas.some((idea) => idea.goals.includes(slug))).toSorted(byNumber)
  const themes = [...new Set(ideas.map((idea) => idea.theme))].toSorted((a, b) => a.localeCompare(b, 'da'))
  const numbers = (idea: WorkspaceIdea): string =>
    goals
      .filter(({ slug }) => idea.goals.includes(slug))
      .map(({ number }) => number)
      .join(', ')
  return (
    <>
      <div className="idea-filters">
        <TextField
          label={words.search}
          type="search"
          value={given[names.search]}
          onChange={(value) => change({ [names.search]: value })}
        />
        <Choice
          label={words.state}
          value={state || any}
          onChange={choose(names.state)}
          options={[
            { value: any, label: words.all },
            ...IdeaState.options.map((value) => ({ value, label: words.states[value] })),
          ]}
        />
        <Choice
          label={words.theme}
          value={theme || any}
          onChange={choose(names.theme)}
          options={[{ value: any, label: words.all }, ...themes.map((value) => ({ value, label: value }))]}
        />
        <Choice
          label={words.goal}
          value={goal || any}
          onChange={choose(names.goal)}
          options={[
            { value: any, label: words.all },
            ...used.map((one) => ({ value: one.slug, label: `${one.number} ${textOf(one.text)}` })),
          ]}
        />
      </div>
      <p className="field-help" aria-live="polite">
        {words.count(meant.length, ideas.length)}
      </p>
      {meant.length === 0 ? (
        <Empty>{words.noneMeant}</Empty>
      ) : (
        <TableScroll label={words.ideas}>
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{words.idea}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.theme}</th>
                <th scope="col">{words.goal}</th>
                <th scope="col">{words.voicedOn}</th>
              </tr>
            </thead>
            <tbody>
              {meant.map((idea) => (
                <tr key={idea.slug}>
                  <th scope="row">
                    <DeskLink to={deskPath(locale, 'idea', { slug: idea.slug })} lang="da">
                      {idea.title}
                    </DeskLink>
                    <span className="second-line" lang="da">
                      {idea.voicedAt}
                    </span>
                  </th>
                  <td>{words.states[idea.state]}</td>
                  <td lang="da">{idea.theme}</td>
                  <td>{numbers(idea)}</td>
                  <td>{dayInWords(idea.voicedOn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </>
  )
}

/** All ideas from citizens. */
export function Page(): JSX.Element {
  const [ideas, goals] = [useQuery(allOf(WorkspaceIdea, '/ideas')), useQuery(goalsQuery)]
  const mayWrite = useMay('meetings')
  return (
    <Framed
      title={words.ideas}
      lead={words.lead}
      actions={
        mayWrite && (
          <>
            <DeskLink className="button" to={deskPath(locale, 'ideaFile')}>
              {words.fromFile}
            </DeskLink>
            <DeskLink className="button" data-weight="primary" to={deskPath(locale, 'newIdea')}>
              {words.newIdea}
            </DeskLink>
          </>
        )
      }
    >
      <Loaded query={goals}>
        {(all) => <Loaded query={ideas}>{(items) => <Ideas ideas={items} goals={all} />}</Loaded>}
      </Loaded>
    </Framed>
  )
}
