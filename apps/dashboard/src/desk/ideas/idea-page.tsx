import { useQuery } from '@tanstack/react-query'
import { useMemo, type JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { stateWords } from '@pejling/domain/sentence/outcome'
import { WorkspaceIdea } from '@pejling/domain/workspace/ideas'
import { decisionsQuery, plansQuery } from '../client/committee.ts'
import { dayInWords, locale, textOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { usePart } from '../client/parts.ts'
import { goalsQuery } from '../client/policy.ts'
import { oneOf } from '../client/queries.ts'
import { request, type Answered } from '../client/request.ts'
import { FormFrame } from '../forms/form-frame.tsx'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { Deletion } from '../widgets/deletion.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Loaded } from '../widgets/state.tsx'
import { fromIdeaForm, IdeaFields, IdeaForm, toIdeaForm } from './idea-fields.tsx'
import { timelineOf, type Step } from './timeline.ts'
import { words } from './words.ts'
import './room.css'

function StepLine({ step }: { readonly step: Step }): JSX.Element {
  if (step.kind === 'voiced') {
    return (
      <li>
        <time dateTime={step.on}>{dayInWords(step.on)}</time>
        <p>{words.said(step.place)}</p>
      </li>
    )
  }
  if (step.kind === 'declined') {
    return (
      <li>
        <p>{words.declined}</p>
        <p lang="da">{step.why}</p>
      </li>
    )
  }
  const { action, plan, id, year } = step
  if (action === null) return <li>{words.taken(words.missingAction, year)}</li>
  return (
    <li>
      <p>
        <DeskLink to={deskPath(locale, 'action', { slug: plan, key: id })}>
          {words.taken(textOf(action.title), year)}
        </DeskLink>
      </p>
      <p className="field-help">{stateWords[action.state][locale]}</p>
      {action.milestones
        .filter(({ done }) => done)
        .map(({ title, due }) => (
          <p key={`${due} ${title.da}`} className="field-help">
            {words.milestone(textOf(title))}
          </p>
        ))}
    </li>
  )
}

function Beside({ idea }: { readonly idea: WorkspaceIdea }): JSX.Element {
  const [plans, goals, decisions] = [useQuery(plansQuery), useQuery(goalsQuery), useQuery(decisionsQuery)]
  const numbers = new Set(
    (goals.data ?? []).filter(({ slug }) => idea.goals.includes(slug)).map(({ number }) => number),
  )
  const decided = (decisions.data ?? []).filter(({ about }) => about.kind === 'goal' && numbers.has(about.goal))
  return (
    <div>
      <section aria-labelledby="timeline">
        <h2 id="timeline">{words.timeline}</h2>
        <ol className="timeline">
          {timelineOf(idea, plans.data ?? []).map((step) => (
            <StepLine key={step.kind === 'taken-up' ? `${step.plan}.${step.id}` : step.kind} step={step} />
          ))}
        </ol>
      </section>
      <section aria-labelledby="decided" className="idea-decisions">
        <h2 id="decided">{words.decisions}</h2>
        {decided.length === 0 ? (
          <p className="field-help">{words.noDecisions}</p>
        ) : (
          <ul>
            {decided.map(({ id, meeting, item, committee, date, decision }) => (
              <li key={id}>
                <DeskLink to={deskPath(locale, 'meetingItem', { slug: meeting, key: item })}>
                  {committee}, {dayInWords(date)}
                </DeskLink>
                <span className="second-line" lang="da">
                  {decision}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function One({ stands }: { readonly stands: Answered<WorkspaceIdea> }): JSX.Element {
  const idea = stands.value
  const path = `/ideas/${idea.slug}`
  const mayWrite = useMay('meetings')
  const standing = useMemo(() => ({ value: toIdeaForm(stands.value), etag: stands.etag }), [stands])
  const kept = useKeptForm<IdeaForm>({
    name: path,
    schema: IdeaForm,
    stands: standing,
    save: ({ values, patch, match }) => {
      const changed = Object.entries(fromIdeaForm(values)).filter(([name]) => name in patch)
      return request(WorkspaceIdea, 'PATCH', path, { body: Object.fromEntries(changed), match })
    },
    reread: async () => {
      const { value, etag } = await request(WorkspaceIdea, 'GET', path)
      return { value: toIdeaForm(value), etag }
    },
    onSaved: ({ changeSet }) => report({ text: words.saved, changeSet }),
  })
  return (
    <Framed
      title={idea.title}
      trail={[{ href: deskPath(locale, 'allIdeas'), label: words.ideas }]}
      lead={words.states[idea.state]}
      actions={
        mayWrite && (
          <Deletion
            path={path}
            label={words.deleteIdea}
            done={words.deleted(idea.title)}
            leadsTo={deskPath(locale, 'allIdeas')}
          />
        )
      }
    >
      <div className="columns">
        <FormFrame kept={kept} label={words.idea}>
          <IdeaFields control={kept.form.control} />
        </FormFrame>
        <Beside idea={idea} />
      </div>
    </Framed>
  )
}

/** One idea: what was said, and what came of it. */
export function Page(): JSX.Element {
  const slug = usePart('slug')
  const query = useQuery(oneOf(WorkspaceIdea, `/ideas/${slug}`))
  return <Loaded query={query}>{(stands) => <One key={slug} stands={stands} />}</Loaded>
}
