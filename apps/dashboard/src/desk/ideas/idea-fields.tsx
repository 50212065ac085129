import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import type { Control } from 'react-hook-form'
import { actionKey, planOf } from '@pejling/domain/action-plan/action-plan'
import { byNumber } from '@pejling/domain/framework'
import { Idea } from '@pejling/domain/idea'
import { z } from 'zod'
import { plansQuery } from '../client/committee.ts'
import { textOf } from '../client/locale.ts'
import { goalsQuery } from '../client/policy.ts'
import { FormText } from '../forms/fields.tsx'
import { FormPicks } from '../forms/form-picks.tsx'
import { words } from './words.ts'

const { slug: _slug, ...fields } = Idea.shape

/** An idea as the form has it: the actions that took it up by their ids. */
export const IdeaForm = z.object({ ...fields, takenUpBy: z.array(z.string()) })
export type IdeaForm = z.infer<typeof IdeaForm>

/** The form of an idea. */
export const toIdeaForm = ({ slug: _name, takenUpBy, ...rest }: Idea): IdeaForm => ({
  ...rest,
  takenUpBy: takenUpBy.map((one) => actionKey(one, one.action)),
})

/** What the API takes of a form. */
export const fromIdeaForm = ({ takenUpBy, ...rest }: IdeaForm): Omit<Idea, 'slug'> => ({
  ...rest,
  takenUpBy: takenUpBy.map((id) => {
    const [plan = '', action = ''] = id.split('.')
    return { ...planOf(plan), action }
  }),
})

/** The fields of an idea. */
export function IdeaFields({ control }: { readonly control: Control }): JSX.Element {
  const [goals, plans] = [useQuery(goalsQuery), useQuery(plansQuery)]
  return (
    <>
      <FormText control={control} name="title" label={words.title} lang="da" />
      <FormText control={control} name="text" label={words.text} help={words.textHelp} lang="da" rows={4} />
      <div className="idea-row">
        <FormText control={control} name="voicedAt" label={words.voicedAt} lang="da" />
        <FormText control={control} name="voicedOn" label={words.voicedOn} type="date" />
        <FormText control={control} name="theme" label={words.theme} lang="da" />
      </div>
      <FormPicks
        control={control}
        name="goals"
        label={words.goals}
        help={words.find}
        options={(goals.data ?? [])
          .toSorted(byNumber)
          .map((goal) => ({ value: goal.slug, label: `${goal.number} ${textOf(goal.text)}` }))}
      />
      <fieldset>
        <legend>{words.outcome}</legend>
        <FormPicks
          control={control}
          name="takenUpBy"
          label={words.takenUpBy}
          help={words.find}
          options={(plans.data ?? []).flatMap((plan) =>
            plan.actions.map((action) => ({
              value: actionKey(plan, action.slug),
              label: `${textOf(action.title)} (${plan.name})`,
            })),
          )}
        />
        <FormText
          control={control}
          name="whyNot"
          label={words.whyNot}
          help={words.whyNotHelp}
          lang="da"
          rows={2}
          empty={null}
        />
      </fieldset>
    </>
  )
}
