import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import { useFieldArray, useWatch, type Control } from 'react-hook-form'
import { ActionState } from '@pejling/domain/action-plan/action-plan'
import { byNumber } from '@pejling/domain/framework'
import { danishToday } from '../client/today.ts'
import { stateWords } from '@pejling/domain/sentence/outcome'
import { z } from 'zod'
import { locale, textOf } from '../client/locale.ts'
import { goalsQuery, indicatorsQuery } from '../client/policy.ts'
import { FormChoice, FormSwitch, FormText, FormTextPair } from '../forms/fields.tsx'
import { FormPicks } from '../forms/form-picks.tsx'
import { Button } from '../widgets/button.tsx'
import { words } from './words.ts'

const Milestone = z.object({ due: z.string(), done: z.boolean() })

function MilestoneRow({
  control,
  index,
  onRemove,
}: {
  readonly control: Control
  readonly index: number
  readonly onRemove: () => void
}): JSX.Element {
  const name = `milestones.${index}`
  const typed = Milestone.safeParse(useWatch({ control, name })).data
  const isLate = typed !== undefined && !typed.done && typed.due !== '' && typed.due < danishToday()
  return (
    <li>
      <FormTextPair control={control} name={`${name}.title`} label={`${words.milestone} ${index + 1}`} />
      <FormText
        control={control}
        name={`${name}.due`}
        type="date"
        label={words.due}
        help={isLate ? <span className="overdue">{words.overdue}</span> : undefined}
      />
      <FormSwitch control={control} name={`${name}.done`} label={words.taken} />
      <Button weight="quiet" aria-label={words.removeMilestone(index + 1)} onPress={onRemove}>
        ×
      </Button>
    </li>
  )
}

function Milestones({ control }: { readonly control: Control }): JSX.Element {
  const rows = useFieldArray({ control, name: 'milestones' })
  return (
    <fieldset>
      <legend>{words.milestones}</legend>
      {rows.fields.length === 0 && <p className="field-help">{words.noMilestones}</p>}
      <ol className="milestone-rows">
        {rows.fields.map(({ id }, index) => (
          <MilestoneRow key={id} control={control} index={index} onRemove={() => rows.remove(index)} />
        ))}
      </ol>
      <Button onPress={() => rows.append({ title: { da: '', en: '' }, due: '', done: false })}>
        {words.addMilestone}
      </Button>
    </fieldset>
  )
}

/** The fields of an action. */
export function ActionFields({ control }: { readonly control: Control }): JSX.Element {
  const [goals, indicators] = [useQuery(goalsQuery), useQuery(indicatorsQuery)]
  const state: unknown = useWatch({ control, name: 'state' })
  return (
    <>
      <fieldset>
        <legend>{words.about}</legend>
        <FormTextPair control={control} name="title" label={words.title} help={words.noEnglish} />
        <FormTextPair control={control} name="description" label={words.description} rows={4} />
      </fieldset>
      <fieldset>
        <legend>{words.who}</legend>
        <FormTextPair control={control} name="responsible" label={words.responsible} />
        <FormTextPair control={control} name="partners" label={words.partners} help={words.partnersHelp} />
        <FormTextPair control={control} name="targetGroup" label={words.targetGroup} help={words.targetGroupHelp} />
      </fieldset>
      <fieldset>
        <legend>{words.when}</legend>
        <div className="two-fields">
          <FormChoice
            control={control}
            name="state"
            label={words.state}
            options={ActionState.options.map((value) => ({ value, label: stateWords[value][locale] }))}
          />
          <FormText control={control} name="startsOn" type="date" label={words.startsOn} empty={null} />
          <FormText control={control} name="endsOn" type="date" label={words.endsOn} empty={null} />
        </div>
        {state === 'stopped' && (
          <FormTextPair control={control} name="stateReason" label={words.stateReason} rows={2} />
        )}
      </fieldset>
      <Milestones control={control} />
      <fieldset>
        <legend>{words.what}</legend>
        <FormPicks
          control={control}
          name="goals"
          label={words.goals}
          help={words.find}
          options={(goals.data ?? [])
            .toSorted(byNumber)
            .map((goal) => ({ value: goal.slug, label: `${goal.number} ${textOf(goal.text)}` }))}
        />
        <FormPicks
          control={control}
          name="indicators"
          label={words.indicators}
          help={words.find}
          options={(indicators.data ?? []).map(({ slug, name }) => ({ value: slug, label: textOf(name) }))}
        />
        <FormTextPair control={control} name="effect" label={words.effect} help={words.effectHelp} rows={2} />
      </fieldset>
    </>
  )
}
