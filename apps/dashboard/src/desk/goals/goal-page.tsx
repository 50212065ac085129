import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { Goal, printedNumber, type FocusArea } from '@pejling/domain/framework'
import { locale, textOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { overviewQuery } from '../client/overview.ts'
import { usePart } from '../client/parts.ts'
import { focusAreasQuery, frameworksQuery, goalQuery, goalsQuery } from '../client/policy.ts'
import type { Answered } from '../client/request.ts'
import { FormChoice, FormText, FormTextPair } from '../forms/fields.tsx'
import { SectionForm } from '../forms/section-form.tsx'
import { Section } from '../forms/section.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Removal } from '../widgets/removal.tsx'
import { BothLanguages, Said, SaidLine } from '../widgets/said.tsx'
import { Loaded } from '../widgets/state.tsx'
import { Moves } from './focus-area-table.tsx'
import { GoalComments } from './goal-comments.tsx'
import { GoalIndicators } from './goal-indicators.tsx'
import { words } from './words.ts'
import './room.css'

/** A goal, by the number it has or had. */
export function Page(): JSX.Element {
  const key = usePart('key')
  const goals = useQuery(goalsQuery)
  return (
    <Loaded query={goals}>
      {(all) => {
        const goal =
          all.find(({ number }) => number === key) ??
          all.find(({ slug, formerNumbers = [] }) => slug === key || formerNumbers.includes(key))
        return goal === undefined ? (
          <Framed title={words.unknownGoal} trail={[{ href: deskPath(locale, 'goals'), label: words.title }]}>
            <p>{words.unknownGoalText}</p>
          </Framed>
        ) : (
          <OneGoal key={goal.slug} slug={goal.slug} />
        )
      }}
    </Loaded>
  )
}

function OneGoal({ slug }: { readonly slug: string }): JSX.Element {
  const query = useQuery(goalQuery(slug))
  const focusAreas = useQuery(focusAreasQuery).data ?? []
  return <Loaded query={query}>{(stands) => <Shown stands={stands} focusAreas={focusAreas} />}</Loaded>
}

function Shown({
  stands,
  focusAreas,
}: {
  readonly stands: Answered<Goal>
  readonly focusAreas: readonly FocusArea[]
}): JSX.Element {
  const { history } = useRouter()
  const mayEdit = useMay('definitions:write')
  const frameworks = useQuery(frameworksQuery).data ?? []
  const goal = stands.value
  const path = `/goals/${goal.slug}`
  const state = useQuery(overviewQuery).data?.value.goals.find(({ number }) => number === goal.number)
  const focusArea = focusAreas.find(({ slug }) => slug === goal.focusArea)
  const framework = frameworks.find(({ slug }) => slug === focusArea?.framework)
  const own = focusAreas.filter((one) => one.framework === focusArea?.framework)
  return (
    <Framed
      title={`${printedNumber(goal.number)} ${textOf(goal.text)}`}
      trail={[
        { href: deskPath(locale, 'goals'), label: words.title },
        ...(framework
          ? [{ href: deskPath(locale, 'framework', { slug: framework.slug }), label: textOf(framework.title) }]
          : []),
      ]}
      lead={
        <span className="moves">
          {focusArea && textOf(focusArea.title)} {state && <Moves {...state} />}
        </span>
      }
    >
      <Section
        id="maal"
        title={words.goal}
        renderForm={(close) => (
          <SectionForm
            edited={{ path, schema: Goal, stands }}
            section="maal"
            fields={['text', 'number', 'focusArea']}
            label={words.goal}
            onDone={() => {
              close()
              // The address is the number; the page is found by the name of the goal meanwhile.
              history.replace(deskPath(locale, 'goal', { key: goal.slug }))
            }}
          >
            {(control) => (
              <>
                <FormTextPair control={control} name="text" label={words.goalText} help={words.noEnglish} rows={3} />
                <FormText control={control} name="number" label={words.number} help={words.numberHelp} />
                <FormChoice
                  control={control}
                  name="focusArea"
                  label={words.focusArea}
                  options={own.map(({ slug, title }) => ({ value: slug, label: textOf(title) }))}
                />
              </>
            )}
          </SectionForm>
        )}
      >
        <Said>
          <SaidLine label={words.goalText}>
            <BothLanguages text={goal.text} />
          </SaidLine>
          <SaidLine label={words.number}>{goal.number}</SaidLine>
          <SaidLine label={words.focusArea}>{focusArea && textOf(focusArea.title)}</SaidLine>
          {goal.formerNumbers !== undefined && (
            <SaidLine label={words.former}>{goal.formerNumbers.join(', ')}</SaidLine>
          )}
        </Said>
      </Section>
      <GoalIndicators goal={goal} />
      <GoalComments goal={goal} />
      {mayEdit && (
        <section className="section">
          <Removal
            of={{ path, name: textOf(goal.text), retiredOn: goal.retiredOn ?? null }}
            onDeleted={() => history.push(deskPath(locale, 'goals'))}
          />
        </section>
      )}
    </Framed>
  )
}
