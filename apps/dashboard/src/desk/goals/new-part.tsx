import { useState, type JSX } from 'react'
import { z } from 'zod'
import { FocusArea, Goal, GoalNumber, type Framework } from '@pejling/domain/framework'
import { freeSlug } from '@pejling/domain/slug'
import { Text } from '@pejling/domain/text'
import { locale, textOf } from '../client/locale.ts'
import { request } from '../client/request.ts'
import { FormText, FormTextPair } from '../forms/fields.tsx'
import { FormFrame } from '../forms/form-frame.tsx'
import { formSchema } from '../forms/untranslated.ts'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { Dialog } from '../widgets/dialog.tsx'
import { report } from '../widgets/messages.tsx'
import { deskPath } from '@pejling/addresses/desk'
import { nextNumber } from './policy.ts'
import { words } from './words.ts'

const NewGoal = formSchema(z.strictObject({ text: Text, number: GoalNumber }))
const NewFocusArea = formSchema(z.strictObject({ title: Text }))

/** A goal is made of its words; its number is the next one of its focus area. */
export function NewGoalDialog({
  focusArea,
  mark,
  goals,
  onClose,
}: {
  readonly focusArea: FocusArea
  readonly mark: string | null
  readonly goals: readonly Goal[]
  readonly onClose: () => void
}): JSX.Element {
  const [stands] = useState(() => ({
    value: { text: { da: '', en: '' }, number: nextNumber(goals, focusArea, mark) },
    etag: null,
  }))
  const kept = useKeptForm({
    name: `new-goal/${focusArea.slug}`,
    schema: NewGoal,
    stands,
    save: ({ values: { text, number } }) => {
      const slug = freeSlug(text.da, new Set(goals.map((goal) => goal.slug)))
      return request(Goal, 'POST', '/goals', { body: { slug, number, focusArea: focusArea.slug, text } })
    },
    onSaved: ({ value, changeSet }) => {
      const { number } = Goal.parse(value)
      report({
        text: words.createdGoal(number),
        changeSet,
        link: { href: deskPath(locale, 'goal', { key: number }), label: words.addIndicator },
      })
      onClose()
    },
  })
  const { control } = kept.form
  return (
    <Dialog title={`${words.newGoal}: ${textOf(focusArea.title)}`} isOpen onClose={onClose} isAlert size="wide">
      <FormFrame kept={kept} label={words.newGoal} save={words.create}>
        <FormTextPair control={control} name="text" label={words.goalText} help={words.noEnglish} rows={2} />
        <FormText control={control} name="number" label={words.number} />
      </FormFrame>
    </Dialog>
  )
}

/** A focus area is made of its name; it stands after the others. */
export function NewFocusAreaDialog({
  framework,
  focusAreas,
  onClose,
}: {
  readonly framework: Framework
  readonly focusAreas: readonly FocusArea[]
  readonly onClose: () => void
}): JSX.Element {
  const [stands] = useState({ value: { title: { da: '', en: '' } }, etag: null })
  const kept = useKeptForm({
    name: `new-focus-area/${framework.slug}`,
    schema: NewFocusArea,
    stands,
    save: ({ values: { title } }) => {
      const own = focusAreas.filter((area) => area.framework === framework.slug)
      return request(FocusArea, 'POST', '/focus-areas', {
        body: {
          slug: freeSlug(title.da, new Set(focusAreas.map(({ slug }) => slug))),
          framework: framework.slug,
          position: Math.max(0, ...own.map(({ position }) => position)) + 1,
          printedNumber: null,
          title,
        },
      })
    },
    onSaved: ({ value, changeSet }) => {
      report({ text: words.createdArea(textOf(FocusArea.parse(value).title)), changeSet })
      onClose()
    },
  })
  return (
    <Dialog title={words.newFocusArea} isOpen onClose={onClose} isAlert size="wide">
      <FormFrame kept={kept} label={words.newFocusArea} save={words.create}>
        <FormTextPair control={kept.form.control} name="title" label={words.partTitle} help={words.noEnglish} />
      </FormFrame>
    </Dialog>
  )
}
