import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import type { Framework } from '@pejling/domain/framework'
import { danishToday } from '../client/today.ts'
import { WorkspaceActionPlan } from '@pejling/domain/workspace/action-plans'
import { DryRun } from '@pejling/domain/workspace/answers'
import { locale, textOf } from '../client/locale.ts'
import { refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { Choice } from '../widgets/choice.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { TextField } from '../widgets/field.tsx'
import { report } from '../widgets/messages.tsx'
import { Failed } from '../widgets/state.tsx'
import { Tick } from '../widgets/tick.tsx'
import { periodInWords } from './period-words.ts'
import { words } from './words.ts'

const path = '/action-plans'

/** Makes a plan; what goes on from the plan before is seen, with the days it gets, before it is made. */
export function NewPlanDialog({
  title,
  plans,
  frameworks,
  framework: first,
  onClose,
}: {
  readonly title: string
  readonly plans: readonly WorkspaceActionPlan[]
  readonly frameworks: readonly Framework[]
  readonly framework: string
  readonly onClose: () => void
}): JSX.Element {
  const { history } = useRouter()
  const nextYear = (policy: string): number => {
    const years = plans.filter(({ framework }) => framework === policy).map(({ year }) => year)
    return years.length === 0 ? Number(danishToday().slice(0, 4)) : Math.max(...years) + 1
  }
  const [framework, setFramework] = useState(first)
  const [year, setYear] = useState(String(nextYear(first)))
  const [goesOn, setGoesOn] = useState(true)
  const body = { framework, year: Number(year), goesOn }
  const isYear = /^2\d{3}$/.test(year)
  const trial = useQuery({
    queryKey: ['action-plans', path, 'trial', body],
    enabled: isYear,
    retry: false,
    queryFn: async () => {
      const { value } = await request(DryRun, 'POST', path, { body, query: { dryRun: true } })
      return WorkspaceActionPlan.parse(value.answer)
    },
  })
  const making = useMutation({
    mutationFn: () => request(WorkspaceActionPlan, 'POST', path, { body }),
    onSuccess: async ({ value, changeSet }) => {
      report({ text: words.made(textOf(value.title)), changeSet })
      onClose()
      history.push(deskPath(locale, 'actionPlan', { slug: value.name }))
      await refreshAll()
    },
  })
  return (
    <Dialog title={title} isOpen onClose={onClose} isAlert size="wide">
      {frameworks.length > 1 && (
        <Choice
          label={words.policy}
          options={frameworks.map((policy) => ({ value: policy.slug, label: textOf(policy.title) }))}
          value={framework}
          onChange={(policy) => {
            setFramework(policy)
            setYear(String(nextYear(policy)))
          }}
        />
      )}
      <TextField label={words.year} inputMode="numeric" value={year} onChange={setYear} autoFocus />
      <Tick isSelected={goesOn} onChange={setGoesOn}>
        {words.goesOn}
      </Tick>
      {trial.data && (
        <div className="going-on" aria-live="polite">
          <p>{words.comingAlong(trial.data.actions.length)}</p>
          <ul>
            {trial.data.actions.map((action) => (
              <li key={action.slug}>
                {textOf(action.title)} <span className="field-help">{periodInWords(action)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {trial.error !== null && <Failed error={trial.error} />}
      {making.error !== null && <Failed error={making.error} />}
      <div className="dialog-foot">
        <Button onPress={onClose}>{words.cancel}</Button>
        <Button
          weight="primary"
          isDisabled={!isYear || trial.error !== null}
          isPending={making.isPending}
          onPress={() => making.mutate()}
        >
          {words.make}
        </Button>
      </div>
    </Dialog>
  )
}
