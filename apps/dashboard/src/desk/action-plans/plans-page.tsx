import { useQuery } from '@tanstack/react-query'
import { useState, type JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import type { Framework } from '@pejling/domain/framework'
import { danishToday } from '../client/today.ts'
import type { WorkspaceActionPlan } from '@pejling/domain/workspace/action-plans'
import { TableScroll } from '../../components/table-scroll.tsx'
import { plansQuery } from '../client/committee.ts'
import { locale, textOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { frameworksQuery } from '../client/policy.ts'
import { Button } from '../widgets/button.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Loaded } from '../widgets/state.tsx'
import { NewPlanDialog } from './new-plan.tsx'
import { overdueOf } from './overdue.ts'
import { words } from './words.ts'

function Plans({
  plans,
  frameworks,
}: {
  readonly plans: readonly WorkspaceActionPlan[]
  readonly frameworks: readonly Framework[]
}): JSX.Element {
  if (plans.length === 0) return <Empty>{frameworks.length === 0 ? words.noPolicy : words.none}</Empty>
  const today = danishToday()
  return (
    <TableScroll label={words.plans}>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{words.plan}</th>
            {frameworks.length > 1 && <th scope="col">{words.policy}</th>}
            <th scope="col">{words.actions}</th>
            <th scope="col">{words.done}</th>
            <th scope="col">{words.late}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map(({ name, title, framework, actions }) => {
            const policy = frameworks.find(({ slug }) => slug === framework)
            return (
              <tr key={name}>
                <th scope="row">
                  <DeskLink to={deskPath(locale, 'actionPlan', { slug: name })}>{textOf(title)}</DeskLink>
                </th>
                {frameworks.length > 1 && <td>{policy && textOf(policy.title)}</td>}
                <td className="number">{actions.length}</td>
                <td className="number">{actions.filter(({ state }) => state === 'done').length}</td>
                <td className="number">{actions.flatMap((action) => overdueOf(action, today)).length || ''}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** All action plans, the newest year first. */
export function Page(): JSX.Element {
  const [plans, frameworks] = [useQuery(plansQuery), useQuery(frameworksQuery)]
  const [isMaking, setMaking] = useState(false)
  const mayWrite = useMay('meetings')
  const policies = frameworks.data ?? []
  return (
    <Framed
      title={words.plans}
      lead={words.lead}
      actions={
        mayWrite &&
        policies.length > 0 && (
          <Button weight="primary" onPress={() => setMaking(true)}>
            {words.newPlan}
          </Button>
        )
      }
    >
      <Loaded query={frameworks}>
        {(all) => <Loaded query={plans}>{(items) => <Plans plans={items} frameworks={all} />}</Loaded>}
      </Loaded>
      {isMaking && (
        <NewPlanDialog
          title={words.newPlan}
          plans={plans.data ?? []}
          frameworks={policies}
          framework={policies[0]?.slug ?? ''}
          onClose={() => setMaking(false)}
        />
      )}
    </Framed>
  )
}
