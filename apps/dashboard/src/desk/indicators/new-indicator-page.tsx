import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, type JSX } from 'react'
import { useWatch, type Control, type UseFormSetValue, type FieldValues } from 'react-hook-form'
import { z } from 'zod'
import { deskPath } from '@pejling/addresses/desk'
import { byNumber } from '@pejling/domain/framework'
import { Indicator } from '@pejling/domain/indicator/indicator'
import { freeSlug } from '@pejling/domain/slug'
import { IndicatorKeepers } from '@pejling/domain/workspace/attached'
import { locale, textOf } from '../client/locale.ts'
import { useMe, useReaches } from '../client/me.ts'
import { focusAreasQuery, frameworksQuery, goalsQuery, indicatorsQuery, peopleQuery } from '../client/policy.ts'
import { request } from '../client/request.ts'
import { useSearchState } from '../client/search.ts'
import { FormChoice, FormText, FormTextPair, FormTicks } from '../forms/fields.tsx'
import { FormFrame } from '../forms/form-frame.tsx'
import { formSchema } from '../forms/untranslated.ts'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Loading, problemText } from '../widgets/state.tsx'
import { directionOptions, rhythmOptions, unitOptions } from './choices.ts'
import { FormPerson } from './form-person.tsx'
import { definitionOf, NewIndicator } from './new-indicator.ts'
import { words } from './words.ts'
import './room.css'

const Search = z.object({ maal: z.string().catch('') })
const schema = formSchema(NewIndicator)

/** Makes an indicator of a few answers; its figures come next, everything else when there is time. */
export function Page(): JSX.Element {
  const taken = useQuery(indicatorsQuery).data
  const goals = useQuery(goalsQuery).data
  return (
    <Framed
      title={words.newTitle}
      lead={words.newLead}
      trail={[{ href: deskPath(locale, 'goals'), label: words.goalsTitle }]}
      width="text"
    >
      {taken === undefined || goals === undefined ? <Loading /> : <NewForm taken={taken.map(({ slug }) => slug)} />}
    </Framed>
  )
}

function NewForm({ taken }: { readonly taken: readonly string[] }): JSX.Element {
  const { history } = useRouter()
  const [{ maal }] = useSearchState(Search)
  const { data: goals = [] } = useQuery(goalsQuery)
  const { data: focusAreas = [] } = useQuery(focusAreasQuery)
  const { data: frameworks = [] } = useQuery(frameworksQuery)
  const stands = useMemo(
    () => ({
      value: {
        name: { da: '', en: '' },
        unit: null,
        noun: null,
        goals: maal === '' ? [] : [maal],
        rhythm: 'year',
        direction: null,
        keeper: null,
        slug: '',
      },
      etag: null,
    }),
    [maal],
  )
  /** The area of the policy that the first of the goals belongs to. */
  const areaOf = (goal: string | undefined): string => {
    const part = focusAreas.find(({ slug }) => slug === goals.find((one) => one.slug === goal)?.focusArea)
    const policy = frameworks.find(({ slug }) => slug === part?.framework) ?? frameworks[0]
    return policy?.organisation.area ?? ''
  }
  const kept = useKeptForm({
    name: 'new-indicator',
    schema,
    stands,
    save: async ({ values }) => {
      const made = await request(Indicator, 'POST', '/indicators', {
        body: definitionOf(values, areaOf(values.goals[0])),
      })
      if (values.keeper !== null) {
        const keepers = { keeper: values.keeper, deputy: null }
        // The indicator has been made: that it has yet to be assigned is said, and does not undo it.
        await request(IndicatorKeepers, 'PUT', `/indicators/${values.slug}/keepers`, {
          body: keepers,
          match: '*',
        }).catch((error: unknown) => {
          if (error instanceof Error) report({ text: problemText(error), tone: 'error' })
        })
      }
      return made
    },
    onSaved: ({ value, changeSet }) => {
      const { slug, name } = Indicator.parse(value)
      report({
        text: words.made(textOf(name)),
        changeSet,
        link: { href: deskPath(locale, 'indicator', { slug }), label: words.madeLink },
      })
      history.push(deskPath(locale, 'figures', { slug }))
    },
  })
  const { control, setValue } = kept.form
  const unit: unknown = useWatch({ control, name: 'unit' })
  return (
    <FormFrame kept={kept} label={words.newTitle} save={words.make}>
      <DerivedSlug control={control} setValue={setValue} taken={taken} />
      <FormTextPair control={control} name="name" label={words.name} />
      <FormChoice control={control} name="unit" label={words.what} options={unitOptions} />
      {unit === 'count' && <FormText control={control} name="noun.da" label={words.counted} help={words.countedHelp} />}
      <FormTicks
        control={control}
        name="goals"
        label={words.goals}
        help={words.goalsHelp}
        options={goals
          .filter(({ retiredOn }) => retiredOn === undefined)
          .toSorted(byNumber)
          .map(({ slug, number, text }) => ({ value: slug, label: `${number} ${textOf(text)}` }))}
      />
      <FormChoice control={control} name="rhythm" label={words.often} options={rhythmOptions} />
      <FormChoice control={control} name="direction" label={words.direction} options={directionOptions} />
      <Sender control={control} />
      <FormText control={control} name="slug" label={words.slug} help={words.slugHelp} />
    </FormFrame>
  )
}

/** The name in addresses follows the Danish name until somebody writes another. */
function DerivedSlug({
  control,
  setValue,
  taken,
}: {
  readonly control: Control
  readonly setValue: UseFormSetValue<FieldValues>
  readonly taken: readonly string[]
}): null {
  const name: unknown = useWatch({ control, name: 'name.da' })
  const slug: unknown = useWatch({ control, name: 'slug' })
  const derived = typeof name === 'string' && name !== '' ? freeSlug(name, new Set(taken)) : ''
  const followed = useRef(derived)
  useEffect(() => {
    if (slug !== '' && slug !== followed.current) return
    followed.current = derived
    if (slug !== derived) setValue('slug', derived, { shouldValidate: false })
  }, [derived, setValue, slug])
  return null
}

/** Who sends the figures: any person, for those who see the accounts; else oneself, or nobody yet. */
function Sender({ control }: { readonly control: Control }): JSX.Element {
  const me = useMe()
  const seesPeople = useReaches('administrator')
  const { data: people = [] } = useQuery({ ...peopleQuery, enabled: seesPeople })
  const options = seesPeople
    ? people.filter(({ closed }) => !closed).map(({ email, name }) => ({ value: email, label: name, about: email }))
    : [{ value: me.email, label: me.name, about: me.email }]
  return <FormPerson control={control} name="keeper" label={words.sender} help={words.senderLater} options={options} />
}
