import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { NewAction, WorkspaceAction } from '@pejling/domain/workspace/actions'
import { WorkspaceActionPlan } from '@pejling/domain/workspace/action-plans'
import { locale, textOf } from '../client/locale.ts'
import { usePart } from '../client/parts.ts'
import { oneOf } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { FormFrame } from '../forms/form-frame.tsx'
import { formSchema } from '../forms/untranslated.ts'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { ActionFields } from './action-fields.tsx'
import { words } from './words.ts'
import './room.css'

const Form = formSchema(NewAction)
const nothing = { da: '', en: '' }

/** A new action, which comes after the others of its plan. */
export function Page(): JSX.Element {
  const name = usePart('slug')
  const { history } = useRouter()
  const plan = useQuery(oneOf(WorkspaceActionPlan, `/action-plans/${name}`))
  const above = deskPath(locale, 'actionPlan', { slug: name })
  const [stands] = useState(() => ({
    value: {
      plan: name,
      title: nothing,
      description: nothing,
      responsible: nothing,
      partners: null,
      targetGroup: null,
      state: 'planned',
      stateReason: null,
      startsOn: null,
      endsOn: null,
      goals: [],
      indicators: [],
      effect: null,
      milestones: [],
    },
    etag: null,
  }))
  const kept = useKeptForm<NewAction>({
    name: `new-action/${name}`,
    schema: Form,
    stands,
    save: ({ values }) => request(WorkspaceAction, 'POST', '/actions', { body: values }),
    onSaved: ({ value, changeSet }) => {
      report({ text: words.added(textOf(WorkspaceAction.parse(value).title)), changeSet })
      history.push(above)
    },
  })
  return (
    <Framed
      title={words.newAction}
      trail={[
        { href: deskPath(locale, 'actionPlans'), label: words.plans },
        { href: above, label: plan.data ? textOf(plan.data.value.title) : name },
      ]}
    >
      <FormFrame kept={kept} label={words.newAction} save={words.addAction}>
        <ActionFields control={kept.form.control} />
      </FormFrame>
    </Framed>
  )
}
