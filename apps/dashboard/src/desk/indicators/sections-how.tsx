import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, type JSX } from 'react'
import { useController, type Control } from 'react-hook-form'
import { IndicatorKeepers } from '@pejling/domain/workspace/attached'
import { deskPath } from '@pejling/addresses/desk'
import { locale } from '../client/locale.ts'
import { useMay, useReaches } from '../client/me.ts'
import { keepersQuery, peopleQuery } from '../client/policy.ts'
import { request, type Answered } from '../client/request.ts'
import { FormChoice, FormNumber, FormText, FormTextPair } from '../forms/fields.tsx'
import { FormFrame } from '../forms/form-frame.tsx'
import { SectionForm } from '../forms/section-form.tsx'
import { Section } from '../forms/section.tsx'
import { FormTextRows } from '../forms/text-rows.tsx'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { DeskLink } from '../widgets/desk-link.tsx'
import { report } from '../widgets/messages.tsx'
import { BothLanguages, Said, SaidLine } from '../widgets/said.tsx'
import { Loaded } from '../widgets/state.tsx'
import { directionName, directionOptions, kindName, kindOptions } from './choices.ts'
import { FormPerson } from './form-person.tsx'
import { plainNumber, useTyped, type SectionProps } from './sections-what.tsx'
import { words } from './words.ts'

/** The rules it is assessed by. */
export function Judged({ edited }: SectionProps): JSX.Element {
  const { direction, towards, kind, band } = edited.stands.value
  return (
    <Section
      id="regler"
      title={words.judged}
      renderForm={(close) => (
        <SectionForm
          edited={edited}
          section="regler"
          fields={['direction', 'towards', 'kind', 'band']}
          label={words.judged}
          onDone={close}
        >
          {(control) => <JudgedFields control={control} />}
        </SectionForm>
      )}
      actions={
        direction !== 'context' && (
          <DeskLink to={deskPath(locale, 'indicatorTargets', { slug: edited.stands.value.slug })}>
            {words.targetsTitle}
          </DeskLink>
        )
      }
    >
      <Said>
        <SaidLine label={words.direction}>
          {directionName(direction)}
          {towards !== null && `: ${plainNumber(towards)}`}
        </SaidLine>
        <SaidLine label={words.kind}>{kindName(kind)}</SaidLine>
        {direction !== 'context' && (
          <SaidLine label={words.band} empty={words.usualBand}>
            {band !== null && (
              <>
                {plainNumber(band.value)} <BothLanguages text={band.reason} />
              </>
            )}
          </SaidLine>
        )}
      </Said>
    </Section>
  )
}

/** Background figures are the only ones of their kind, and only one direction aims at a value. */
function JudgedFields({ control }: { readonly control: Control }): JSX.Element {
  const direction = useTyped(control, 'direction')
  const { field: kind } = useController({ control, name: 'kind' })
  const { field: towards } = useController({ control, name: 'towards' })
  useEffect(() => {
    if ((direction === 'context') !== (kind.value === 'context')) {
      kind.onChange(direction === 'context' ? 'context' : 'outcome')
    }
    if (direction !== 'towards' && towards.value !== null) towards.onChange(null)
  }, [direction, kind, towards])
  return (
    <>
      <FormChoice control={control} name="direction" label={words.direction} options={directionOptions} />
      {direction === 'towards' && (
        <FormNumber control={control} name="towards" label={words.towards} help={words.towardsHelp} />
      )}
      {direction !== 'context' && (
        <>
          <FormChoice control={control} name="kind" label={words.kind} options={kindOptions} />
          <FormNumber control={control} name="band.value" label={words.band} help={words.bandHelp} />
          <FormTextPair control={control} name="band.reason" label={words.bandReason} />
        </>
      )}
    </>
  )
}

/** When a figure is about too few people to be published. */
export function Privacy({ edited }: SectionProps): JSX.Element {
  const { minimum, exempt } = edited.stands.value.disclosure
  return (
    <Section
      id="beskyttelse"
      title={words.privacy}
      renderForm={(close) => (
        <SectionForm edited={edited} section="beskyttelse" fields={['disclosure']} label={words.privacy} onDone={close}>
          {(control) => (
            <>
              <FormNumber control={control} name="disclosure.minimum" label={words.minimum} />
              <FormTextPair
                control={control}
                name="disclosure.exempt"
                label={words.exempt}
                help={words.exemptHelp}
                rows={2}
              />
            </>
          )}
        </SectionForm>
      )}
    >
      <Said>
        <SaidLine label={words.minimum}>{minimum}</SaidLine>
        <SaidLine label={words.exempt} empty={words.applied}>
          {exempt !== null && <BothLanguages text={exempt} />}
        </SaidLine>
      </Said>
    </Section>
  )
}

/** Who answers for it, who sends its figures, and what they have to remember. */
export function Who({ edited }: SectionProps): JSX.Element {
  const { owner, tasks = [], slug } = edited.stands.value
  // Addresses of people are for those who assign them.
  const mayAssign = useMay('definitions:write')
  const keepers = useQuery({ ...keepersQuery(slug), enabled: mayAssign })
  return (
    <>
      <Section
        id="ansvar"
        title={words.who}
        renderForm={(close) => (
          <SectionForm edited={edited} section="ansvar" fields={['owner', 'tasks']} label={words.who} onDone={close}>
            {(control) => (
              <>
                <FormTextPair control={control} name="owner" label={words.owner} />
                <p className="field-help">{words.tasksHelp}</p>
                <FormTextRows
                  control={control}
                  name="tasks"
                  label={words.tasks}
                  add={words.addTask}
                  remove={words.removeTask}
                />
              </>
            )}
          </SectionForm>
        )}
      >
        <Said>
          <SaidLine label={words.owner} empty={words.nobody}>
            {owner !== null && <BothLanguages text={owner} />}
          </SaidLine>
          {tasks.length > 0 && (
            <SaidLine label={words.tasks}>
              <ul>
                {tasks.map((task) => (
                  <li key={task.da}>
                    <BothLanguages text={task} />
                  </li>
                ))}
              </ul>
            </SaidLine>
          )}
        </Said>
      </Section>
      {mayAssign && (
        <Loaded query={keepers}>
          {(stands) => (
            <Section
              id="indberetter"
              title={words.keeper}
              renderForm={(close) => <KeepersForm slug={slug} stands={stands} onDone={close} />}
            >
              <Said>
                <SaidLine label={words.keeper} empty={words.nobody}>
                  {stands.value.keeper}
                </SaidLine>
                <SaidLine label={words.deputy} empty={words.nobody}>
                  {stands.value.deputy}
                </SaidLine>
              </Said>
            </Section>
          )}
        </Loaded>
      )}
    </>
  )
}

function KeepersForm({
  slug,
  stands,
  onDone,
}: {
  readonly slug: string
  readonly stands: Answered<IndicatorKeepers>
  readonly onDone: () => void
}): JSX.Element {
  const path = `/indicators/${slug}/keepers`
  const standing = useMemo(() => ({ value: stands.value, etag: stands.etag }), [stands])
  const seesPeople = useReaches('administrator')
  const { data: people = [] } = useQuery({ ...peopleQuery, enabled: seesPeople })
  const kept = useKeptForm({
    name: path,
    schema: IndicatorKeepers,
    stands: standing,
    save: ({ values, match }) => request(IndicatorKeepers, 'PUT', path, { body: values, match }),
    reread: () => request(IndicatorKeepers, 'GET', path),
    onSaved: ({ changeSet }) => {
      report({ text: words.saved, changeSet })
      onDone()
    },
  })
  const { control } = kept.form
  const options = people
    .filter(({ closed }) => !closed)
    .map(({ email, name }) => ({ value: email, label: name, about: email }))
  return (
    <FormFrame kept={kept} label={words.choosePeople}>
      {(['keeper', 'deputy'] as const).map((name) =>
        seesPeople ? (
          <FormPerson key={name} control={control} name={name} label={words[name]} options={options} />
        ) : (
          <FormText
            key={name}
            control={control}
            name={name}
            label={words[name]}
            help={words.email}
            type="email"
            empty={null}
          />
        ),
      )}
    </FormFrame>
  )
}
