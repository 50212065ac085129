import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { WorkspaceAction } from '@pejling/domain/workspace/actions'
import { WorkspaceActionPlan } from '@pejling/domain/workspace/action-plans'
import { locale, textOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { usePart } from '../client/parts.ts'
import { oneOf } from '../client/queries.ts'
import type { Answered } from '../client/request.ts'
import { SectionForm } from '../forms/section-form.tsx'
import { Deletion } from '../widgets/deletion.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Loaded } from '../widgets/state.tsx'
import { ActionFields } from './action-fields.tsx'
import { words } from './words.ts'
import './room.css'

const edited = [
  'title',
  'description',
  'responsible',
  'partners',
  'targetGroup',
  'state',
  'stateReason',
  'startsOn',
  'endsOn',
  'goals',
  'indicators',
  'effect',
  'milestones',
] as const

function One({ stands }: { readonly stands: Answered<WorkspaceAction> }): JSX.Element {
  const action = stands.value
  const path = `/actions/${action.id}`
  const mayWrite = useMay('meetings')
  const plan = useQuery(oneOf(WorkspaceActionPlan, `/action-plans/${action.plan}`))
  const above = deskPath(locale, 'actionPlan', { slug: action.plan })
  return (
    <Framed
      title={textOf(action.title)}
      trail={[
        { href: deskPath(locale, 'actionPlans'), label: words.plans },
        { href: above, label: plan.data ? textOf(plan.data.value.title) : action.plan },
      ]}
      lead={action.continues === null ? undefined : words.continues(action.continues.year)}
      actions={
        mayWrite && (
          <Deletion
            path={path}
            label={words.deleteAction}
            done={words.deletedAction(textOf(action.title))}
            leadsTo={above}
          />
        )
      }
    >
      <SectionForm
        edited={{ path, schema: WorkspaceAction, stands }}
        section="all"
        fields={edited}
        label={words.action}
        onDone={() => undefined}
        isPreviewed={false}
      >
        {(control) => <ActionFields control={control} />}
      </SectionForm>
    </Framed>
  )
}

/** One action of a plan. */
export function Page(): JSX.Element {
  const id = `${usePart('slug')}.${usePart('key')}`
  const query = useQuery(oneOf(WorkspaceAction, `/actions/${id}`))
  return <Loaded query={query}>{(stands) => <One key={id} stands={stands} />}</Loaded>
}
