import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { GoalComment } from '@pejling/domain/comment'
import type { Goal } from '@pejling/domain/framework'
import { useSearchState } from '../client/search.ts'
import { commentsQuery } from '../client/policy.ts'
import { oneOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { FormNumber, FormTextPair } from '../forms/fields.tsx'
import { FormFrame } from '../forms/form-frame.tsx'
import { SectionForm } from '../forms/section-form.tsx'
import { Section } from '../forms/section.tsx'
import { formSchema } from '../forms/untranslated.ts'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { Button } from '../widgets/button.tsx'
import { report } from '../widgets/messages.tsx'
import { BothLanguages, Said, SaidLine } from '../widgets/said.tsx'
import { Failed, Loaded } from '../widgets/state.tsx'
import { words } from './words.ts'

const NewComment = formSchema(GoalComment)

/** What the administration says of a goal, the newest year first; another year is added in its place. */
export function GoalComments({ goal }: { readonly goal: Goal }): JSX.Element {
  const { data: all = [] } = useQuery(commentsQuery)
  const [, change] = useSearchState(z.unknown())
  const own = all.filter((one) => one.goal === goal.slug).toSorted((a, b) => b.year - a.year)
  return (
    <>
      <Section
        id="ny-kommentar"
        title={words.comments}
        renderForm={(close) => <NewCommentForm goal={goal} taken={own.map(({ year }) => year)} onDone={close} />}
        actions={
          own.length === 0 ? (
            <Button weight="quiet" onPress={() => change({ ret: 'ny-kommentar' })}>
              {words.addComment}
            </Button>
          ) : undefined
        }
      >
        <p className="field-help">{own.length === 0 ? words.noComments : words.commentsLead}</p>
      </Section>
      {own.map(({ year }) => (
        <OneComment key={year} goal={goal.slug} year={year} />
      ))}
    </>
  )
}

function OneComment({ goal, year }: { readonly goal: string; readonly year: number }): JSX.Element {
  const path = `/comments/${goal}/${year}`
  const query = useQuery(oneOf(GoalComment, path))
  const remove = useMutation({
    mutationFn: () => request(z.unknown(), 'DELETE', path, { match: '*' }),
    onSuccess: async ({ changeSet }) => {
      report({ text: words.deletedComment, changeSet })
      await refreshAll()
    },
  })
  return (
    <Loaded query={query}>
      {(stands) => (
        <Section
          id={`kommentar-${year}`}
          title={`${words.comments} ${year}`}
          actions={
            <Button weight="quiet" isPending={remove.isPending} onPress={() => remove.mutate()}>
              {words.deleteComment}
            </Button>
          }
          renderForm={(close) => (
            <SectionForm
              edited={{ path, schema: GoalComment, stands }}
              section="kommentar"
              fields={['meaning', 'action']}
              label={`${words.comments} ${year}`}
              onDone={close}
            >
              {(control) => (
                <>
                  <FormTextPair control={control} name="meaning" label={words.meaning} rows={4} />
                  <FormTextPair control={control} name="action" label={words.action} help={words.actionHelp} rows={4} />
                </>
              )}
            </SectionForm>
          )}
        >
          <Said>
            <SaidLine label={words.meaning}>
              <BothLanguages text={stands.value.meaning} />
            </SaidLine>
            <SaidLine label={words.action}>
              {stands.value.action && <BothLanguages text={stands.value.action} />}
            </SaidLine>
          </Said>
          {remove.error !== null && <Failed error={remove.error} />}
        </Section>
      )}
    </Loaded>
  )
}

function NewCommentForm({
  goal,
  taken,
  onDone,
}: {
  readonly goal: Goal
  readonly taken: readonly number[]
  readonly onDone: () => void
}): JSX.Element {
  const [stands] = useState(() => {
    const now = new Date().getFullYear()
    const empty = { da: '', en: '' }
    return {
      value: { goal: goal.slug, year: taken.includes(now) ? now + 1 : now, meaning: empty, action: empty },
      etag: null,
    }
  })
  const kept = useKeptForm({
    name: `new-comment/${goal.slug}`,
    schema: NewComment,
    stands,
    save: ({ values }) => request(GoalComment, 'POST', '/comments', { body: values }),
    onSaved: ({ changeSet }) => {
      report({ text: words.createdComment, changeSet })
      onDone()
    },
  })
  const { control } = kept.form
  return (
    <FormFrame kept={kept} label={words.addComment}>
      <FormNumber control={control} name="year" label={words.year} />
      <FormTextPair control={control} name="meaning" label={words.meaning} rows={4} />
      <FormTextPair control={control} name="action" label={words.action} help={words.actionHelp} rows={4} />
    </FormFrame>
  )
}
