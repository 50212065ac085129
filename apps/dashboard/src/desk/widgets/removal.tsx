import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { dayInWords, wordsOf } from '../client/locale.ts'
import { ApiProblem } from '../client/problem.ts'
import { refreshAll } from '../client/queries.ts'
import { request, type Answered } from '../client/request.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { TextField } from './field.tsx'
import { report } from './messages.tsx'
import { Failed, Loading } from './state.tsx'

const words = wordsOf({
  da: {
    open: 'Slet eller lad udgå',
    openDelete: 'Slet',
    title: (name: string) => `“${name}”`,
    mayDelete: 'Den har aldrig været udgivet og kan slettes helt.',
    delete: 'Slet',
    cancel: 'Behold',
    deleted: (name: string) => `“${name}” er slettet.`,
    referred: 'Den kan ikke slettes, så længe dette hører til den. Flyt eller slet det først:',
    published:
      'Den er udgivet og kan derfor ikke slettes. Den kan udgå: siden bliver stående for dem, der har gemt adressen, men den tælles ikke med mere.',
    publishedOnly: 'Den er udgivet og kan derfor ikke slettes.',
    from: 'Udgår den',
    retire: 'Lad udgå',
    retired: (name: string) => `“${name}” udgår.`,
    isRetired: (day: string) => `Udgået ${day}.`,
    back: 'Tag i brug igen',
    isBack: (name: string) => `“${name}” er taget i brug igen.`,
  },
  en: {
    open: 'Delete or retire',
    openDelete: 'Delete',
    title: (name: string) => `“${name}”`,
    mayDelete: 'It has never been published and can be deleted altogether.',
    delete: 'Delete',
    cancel: 'Keep it',
    deleted: (name: string) => `“${name}” has been deleted.`,
    referred: 'It cannot be deleted while these belong to it. Move or delete them first:',
    published:
      'It has been published and cannot be deleted. It can be retired: its page stays for those who have kept the address, but it is no longer counted.',
    publishedOnly: 'It has been published and cannot be deleted.',
    from: 'Retired on',
    retire: 'Retire',
    retired: (name: string) => `“${name}” is retired.`,
    isRetired: (day: string) => `Retired on ${day}.`,
    back: 'Take into use again',
    isBack: (name: string) => `“${name}” is in use again.`,
  },
})

/** Something of the workspace that may be deleted or retired. */
export interface Removable {
  /** Where it is in the API: `/goals/skov`. */
  readonly path: string
  readonly name: string
  /** Since when it is retired; `null`: it is not; `undefined`: it cannot be. */
  readonly retiredOn: string | null | undefined
}

/** What the choices of a dialogue do when they have been taken. */
interface Choosing {
  readonly of: Removable
  readonly onDone: () => void
}

function useChange(call: () => Promise<Answered<unknown>>, text: string, onDone: () => void) {
  return useMutation({
    mutationFn: call,
    onSuccess: async ({ changeSet }) => {
      report({ text, changeSet })
      onDone()
      await refreshAll()
    },
  })
}

/** A button that offers what is possible: to delete what was never published, to retire what was, or to take it into use again. */
export function Removal({
  of,
  onDeleted,
}: {
  readonly of: Removable
  /** Where to go when it is gone. */
  readonly onDeleted: () => void
}): JSX.Element {
  const [isOpen, setOpen] = useState(false)
  const back = useChange(
    () => request(z.unknown(), 'PATCH', of.path, { body: { retiredOn: null }, match: '*' }),
    words.isBack(of.name),
    () => setOpen(false),
  )
  if (of.retiredOn) {
    return (
      <p>
        {words.isRetired(dayInWords(of.retiredOn))}{' '}
        <Button isPending={back.isPending} onPress={() => back.mutate()}>
          {words.back}
        </Button>
      </p>
    )
  }
  return (
    <>
      <Button weight="plain" onPress={() => setOpen(true)}>
        {of.retiredOn === undefined ? words.openDelete : words.open} …
      </Button>
      <Dialog title={words.title(of.name)} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Choices of={of} onDone={() => setOpen(false)} onDeleted={onDeleted} />
      </Dialog>
    </>
  )
}

function Choices({ of, onDone, onDeleted }: Choosing & { readonly onDeleted: () => void }): JSX.Element {
  const possible = useQuery({
    queryKey: ['dry-run', 'DELETE', of.path],
    retry: false,
    gcTime: 0,
    queryFn: async (): Promise<ApiProblem | null> => {
      try {
        await request(z.unknown(), 'DELETE', of.path, { query: { dryRun: true }, match: '*' })
        return null
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 409) return error
        throw error
      }
    },
  })
  const remove = useChange(
    () => request(z.unknown(), 'DELETE', of.path, { match: '*' }),
    words.deleted(of.name),
    () => {
      onDone()
      onDeleted()
    },
  )
  if (possible.error !== null) return <Failed error={possible.error} retry={possible.refetch} />
  if (possible.data === undefined) return <Loading />
  const hindrance = possible.data
  if (hindrance === null) {
    return (
      <>
        <p>{words.mayDelete}</p>
        {remove.error !== null && <Failed error={remove.error} />}
        <div className="dialog-foot">
          <Button onPress={onDone}>{words.cancel}</Button>
          <Button weight="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
            {words.delete}
          </Button>
        </div>
      </>
    )
  }
  if (hindrance.references.length === 0) return <Retiring of={of} onDone={onDone} />
  return (
    <>
      <p>{words.referred}</p>
      <ul>
        {hindrance.references.map(({ resource, id, name }) => (
          <li key={`${resource} ${id}`}>{name}</li>
        ))}
      </ul>
      <div className="dialog-foot">
        <Button onPress={onDone}>{words.cancel}</Button>
      </div>
    </>
  )
}

function Retiring({ of, onDone }: Choosing): JSX.Element {
  const [day, setDay] = useState(() => new Date().toISOString().slice(0, 10))
  const retire = useChange(
    () => request(z.unknown(), 'PATCH', of.path, { body: { retiredOn: day }, match: '*' }),
    words.retired(of.name),
    onDone,
  )
  const canRetire = of.retiredOn !== undefined
  return (
    <>
      <p>{canRetire ? words.published : words.publishedOnly}</p>
      {canRetire && <TextField label={words.from} type="date" value={day} onChange={setDay} />}
      {retire.error !== null && <Failed error={retire.error} />}
      <div className="dialog-foot">
        <Button onPress={onDone}>{words.cancel}</Button>
        {canRetire && (
          <Button weight="primary" isPending={retire.isPending} onPress={() => retire.mutate()}>
            {words.retire}
          </Button>
        )}
      </div>
    </>
  )
}
