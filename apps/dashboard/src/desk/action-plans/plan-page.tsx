import { useQuery } from '@tanstack/react-query'
import { useState, type JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import { ActionState, actionKey, planOf, type Action } from '@pejling/domain/action-plan/action-plan'
import { byNumber, type Goal } from '@pejling/domain/framework'
import { danishToday } from '../client/today.ts'
import { stateWords } from '@pejling/domain/sentence/outcome'
import { WorkspaceActionPlan } from '@pejling/domain/workspace/action-plans'
import { z } from 'zod'
import { TableScroll } from '../../components/table-scroll.tsx'
import { plansQuery } from '../client/committee.ts'
import { locale, textOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { usePart } from '../client/parts.ts'
import { frameworksQuery, goalsQuery } from '../client/policy.ts'
import { oneOf } from '../client/queries.ts'
import type { Answered } from '../client/request.ts'
import { useSearchState } from '../client/search.ts'
import { FormTextPair } from '../forms/fields.tsx'
import { Section } from '../forms/section.tsx'
import { SectionForm } from '../forms/section-form.tsx'
import { Button } from '../widgets/button.tsx'
import { Choice } from '../widgets/choice.tsx'
import { Deletion } from '../widgets/deletion.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { TextField } from '../widgets/field.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { BothLanguages } from '../widgets/said.tsx'
import { Empty, Loaded } from '../widgets/state.tsx'
import { Tick } from '../widgets/tick.tsx'
import { NewPlanDialog } from './new-plan.tsx'
import { overdueOf } from './overdue.ts'
import { periodInWords } from './period-words.ts'
import { words } from './words.ts'
import './room.css'

const names = deskParameters
const text = z.string().catch('')
const Search = z.object({ [names.search]: text, [names.goal]: text, [names.state]: text, [names.late]: text })

/** A filter that lets everything through. */
const any = 'alle'

function ActionRow({
  plan,
  action,
  later,
  today,
}: {
  readonly plan: WorkspaceActionPlan
  readonly action: Action
  /** The plan it goes on in; `null`: none. */
  readonly later: WorkspaceActionPlan | null
  readonly today: string
}): JSX.Element {
  const late = overdueOf(action, today)
  const { continues, milestones } = action
  return (
    <tr>
      <th scope="row">
        <DeskLink to={deskPath(locale, 'action', { slug: plan.name, key: action.slug })}>
          {textOf(action.title)}
        </DeskLink>
        <span className="second-line">
          {continues !== null && <span>{words.continues(continues.year)} </span>}
          {later !== null && (
            <DeskLink to={deskPath(locale, 'actionPlan', { slug: later.name })}>
              {words.continuesIn(later.year)}
            </DeskLink>
          )}
        </span>
      </th>
      <td>{stateWords[action.state][locale]}</td>
      <td>{textOf(action.responsible)}</td>
      <td>{periodInWords(action)}</td>
      <td>
        {milestones.length > 0 && words.milestonesDone(milestones.filter(({ done }) => done).length, milestones.length)}
        {late.length > 0 && <span className="second-line overdue">{words.lateCount(late.length)}</span>}
      </td>
    </tr>
  )
}

function Actions({
  plan,
  goals,
  plans,
}: {
  readonly plan: WorkspaceActionPlan
  readonly goals: readonly Goal[]
  readonly plans: readonly WorkspaceActionPlan[]
}): JSX.Element {
  const [given, change] = useSearchState(Search)
  const today = danishToday()
  const [sought, goal, state] = [given[names.search].toLocaleLowerCase('da'), given[names.goal], given[names.state]]
  const meant = plan.actions.filter(
    (action) =>
      [action.title.da, action.title.en, action.responsible.da].some((one) =>
        one.toLocaleLowerCase('da').includes(sought),
      ) &&
      (goal === '' || action.goals.includes(goal)) &&
      (state === '' || action.state === state) &&
      (given[names.late] === '' || overdueOf(action, today).length > 0),
  )
  const used = goals.filter(({ slug }) => plan.actions.some((action) => action.goals.includes(slug))).toSorted(byNumber)
  const groups = [
    ...used.map((one) => ({
      key: one.slug,
      label: `${one.number} ${textOf(one.text)}`,
      actions: meant.filter((action) => action.goals.includes(one.slug)),
    })),
    {
      key: '',
      label: words.withoutGoal,
      actions: meant.filter((action) => !used.some(({ slug }) => action.goals.includes(slug))),
    },
  ].filter(({ key, actions }) => actions.length > 0 && (goal === '' || key === goal))
  const laterOf = (action: Action): WorkspaceActionPlan | null =>
    plans.find(
      (one) =>
        one.framework === plan.framework &&
        one.actions.some(({ continues }) => continues?.year === plan.year && continues.action === action.slug),
    ) ?? null
  if (plan.actions.length === 0) return <Empty>{words.noActions}</Empty>
  return (
    <>
      <div className="room-filters">
        <TextField
          label={words.search}
          type="search"
          value={given[names.search]}
          onChange={(value) => change({ [names.search]: value })}
        />
        <Choice
          label={words.goal}
          value={goal || any}
          onChange={(value) => change({ [names.goal]: value === any ? '' : value })}
          options={[
            { value: any, label: words.allGoals },
            ...used.map((one) => ({ value: one.slug, label: `${one.number} ${textOf(one.text)}` })),
          ]}
        />
        <Choice
          label={words.state}
          value={state || any}
          onChange={(value) => change({ [names.state]: value === any ? '' : value })}
          options={[
            { value: any, label: words.allStates },
            ...ActionState.options.map((value) => ({ value, label: stateWords[value][locale] })),
          ]}
        />
        <Tick isSelected={given[names.late] !== ''} onChange={(isOn) => change({ [names.late]: isOn ? '1' : '' })}>
          {words.onlyLate}
        </Tick>
      </div>
      {groups.length === 0 && <Empty>{words.noneMeant}</Empty>}
      {groups.map(({ key, label, actions }) => (
        <div key={key} className="action-group">
          <h2>{label}</h2>
          <TableScroll label={label}>
            <table className="list actions">
              <thead>
                <tr>
                  <th scope="col">{words.action}</th>
                  <th scope="col">{words.state}</th>
                  <th scope="col">{words.responsible}</th>
                  <th scope="col">{words.period}</th>
                  <th scope="col">{words.milestones}</th>
                </tr>
              </thead>
              <tbody>
                {actions.map((action) => (
                  <ActionRow
                    key={actionKey(planOf(plan.name), action.slug)}
                    plan={plan}
                    action={action}
                    later={laterOf(action)}
                    today={today}
                  />
                ))}
              </tbody>
            </table>
          </TableScroll>
        </div>
      ))}
    </>
  )
}

function NameForm({
  stands,
  onDone,
}: {
  readonly stands: Answered<WorkspaceActionPlan>
  readonly onDone: () => void
}): JSX.Element {
  return (
    <SectionForm
      edited={{ path: `/action-plans/${stands.value.name}`, schema: WorkspaceActionPlan, stands }}
      section="title"
      fields={['title']}
      label={words.name}
      onDone={onDone}
      isPreviewed={false}
    >
      {(control) => <FormTextPair control={control} name="title" label={words.planName} help={words.noEnglish} />}
    </SectionForm>
  )
}

/** The form of the name, in the place where it is read. */
const nameForm = (stands: Answered<WorkspaceActionPlan>) => (close: () => void) => (
  <NameForm stands={stands} onDone={close} />
)

function Plan({ stands }: { readonly stands: Answered<WorkspaceActionPlan> }): JSX.Element {
  const plan = stands.value
  const [plans, frameworks, goals] = [useQuery(plansQuery), useQuery(frameworksQuery), useQuery(goalsQuery)]
  const [isRolling, setRolling] = useState(false)
  const mayWrite = useMay('meetings')
  const all = plans.data ?? []
  const isNewest = all.every(({ framework, year }) => framework !== plan.framework || year <= plan.year)
  const path = `/action-plans/${plan.name}`
  const today = danishToday()
  const late = plan.actions.flatMap((action) => overdueOf(action, today)).length
  return (
    <Framed
      title={textOf(plan.title)}
      trail={[{ href: deskPath(locale, 'actionPlans'), label: words.plans }]}
      lead={late > 0 ? <span className="overdue">{words.lateCount(late)}</span> : undefined}
      actions={
        mayWrite && (
          <>
            <Deletion
              path={path}
              label={words.deletePlan}
              done={words.deletedPlan(textOf(plan.title))}
              leadsTo={deskPath(locale, 'actionPlans')}
            />
            {isNewest && <Button onPress={() => setRolling(true)}>{words.rollOver(plan.year + 1)}</Button>}
            <DeskLink className="button" data-weight="primary" to={deskPath(locale, 'newAction', { slug: plan.name })}>
              {words.newAction}
            </DeskLink>
          </>
        )
      }
    >
      <Loaded query={goals}>{(those) => <Actions plan={plan} goals={those} plans={all} />}</Loaded>
      <Section id="navn" title={words.name} renderForm={nameForm(stands)}>
        <p>
          <BothLanguages text={plan.title} />
        </p>
      </Section>
      {isRolling && (
        <NewPlanDialog
          title={words.rollOver(plan.year + 1)}
          plans={all}
          frameworks={(frameworks.data ?? []).filter(({ slug }) => slug === plan.framework)}
          framework={plan.framework}
          onClose={() => setRolling(false)}
        />
      )}
    </Framed>
  )
}

/** One action plan: its actions by goal, and what can be done with all of it. */
export function Page(): JSX.Element {
  const name = usePart('slug')
  const query = useQuery(oneOf(WorkspaceActionPlan, `/action-plans/${name}`))
  return <Loaded query={query}>{(stands) => <Plan key={name} stands={stands} />}</Loaded>
}
