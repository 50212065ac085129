import { useMutation } from '@tanstack/react-query'
import { useState, type JSX } from 'react'
import { WrittenItem, type MeetingSubject } from '@pejling/domain/meeting/meeting'
import { refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { Finder, type Option } from '../widgets/choice.tsx'
import { TextField } from '../widgets/field.tsx'
import { report } from '../widgets/messages.tsx'
import { Failed } from '../widgets/state.tsx'
import { subjectKey, subjectOf } from './subjects.ts'
import { words } from './words.ts'

interface New {
  readonly about: MeetingSubject
  readonly title: string | null
}

/** Puts items on an agenda: one that is found, a free one, or all goals that are not on it. */
export function AddItems({
  slug,
  items,
  subjects,
}: {
  readonly slug: string
  readonly items: readonly WrittenItem[]
  readonly subjects: readonly Option[]
}): JSX.Element {
  // A field that has been chosen from begins from nothing.
  const [round, setRound] = useState(0)
  const [title, setTitle] = useState('')
  const add = useMutation({
    mutationFn: async ({ news }: { readonly news: readonly New[]; readonly said: string }) => {
      const made: (number | null)[] = []
      for (const { about, title: heading } of news) {
        const body = { about, title: heading, closed: false }
        made.push((await request(WrittenItem, 'POST', `/meetings/${slug}/items`, { body })).changeSet)
      }
      return made
    },
    onSuccess: async (made, { said }) => {
      report({ text: said, changeSet: made.length === 1 ? (made[0] ?? null) : null })
      setTitle('')
      await refreshAll()
    },
    // What was added before the one that failed is shown.
    onError: refreshAll,
  })
  const there = new Set(items.map(({ about }) => subjectKey(about)))
  const missing = subjects.filter(({ value }) => value.startsWith('goal ') && !there.has(value))
  const addText = (): void => {
    const heading = title.trim()
    if (heading === '' || add.isPending) return
    add.mutate({ news: [{ about: { kind: 'text' }, title: heading }], said: words.addedItem(heading) })
  }
  return (
    <div className="add-items">
      <Finder
        key={`${round} ${subjects.length}`}
        label={words.addItem}
        help={words.addItemHelp}
        options={subjects}
        value={null}
        onChange={(value) => {
          setRound(round + 1)
          const name = subjects.find((option) => option.value === value)?.label ?? ''
          add.mutate({ news: [{ about: subjectOf(value), title: null }], said: words.addedItem(name) })
        }}
      />
      <form
        className="add-text"
        onSubmit={(event) => {
          event.preventDefault()
          addText()
        }}
      >
        <TextField label={words.textTitle} value={title} onChange={setTitle} lang="da" />
        <Button type="submit" isDisabled={title.trim() === ''}>
          {words.addText}
        </Button>
      </form>
      {missing.length === 0 ? (
        <p className="field-help">{words.allGoalsThere}</p>
      ) : (
        <Button
          isPending={add.isPending}
          onPress={() =>
            add.mutate({
              news: missing.map(({ value }) => ({ about: subjectOf(value), title: null })),
              said: words.addedGoals(missing.length),
            })
          }
        >
          {words.addAllGoals}
        </Button>
      )}
      {add.error !== null && <Failed error={add.error} />}
    </div>
  )
}
