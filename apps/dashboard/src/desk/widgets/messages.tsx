import { useMutation } from '@tanstack/react-query'
import { useSyncExternalStore, type JSX } from 'react'
import { z } from 'zod'
import { wordsOf } from '../client/locale.ts'
import { refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from './button.tsx'
import { DeskLink } from './desk-link.tsx'
import { problemText } from './state.tsx'

/* What has been done is said in a corner of the page, and can be undone from there. */

/** Something that has been done. */
export interface Message {
  readonly text: string
  /** The change set that can be undone from the message. */
  readonly changeSet?: number | null
  readonly link?: { readonly href: string; readonly label: string }
  readonly tone?: 'done' | 'error'
}

interface Shown extends Message {
  readonly id: number
}

const words = wordsOf({
  da: { region: 'Meddelelser', undo: 'Fortryd', close: 'Luk meddelelsen', undone: 'Fortrudt.' },
  en: { region: 'Messages', undo: 'Undo', close: 'Close the message', undone: 'Undone.' },
})

/** The most that are shown at once. */
const mostShown = 3

let shown: readonly Shown[] = []
let last = 0
const listeners = new Set<() => void>()

function show(next: readonly Shown[]): void {
  shown = next.slice(-mostShown)
  for (const listener of listeners) listener()
}

/** Says what has been done. It stays until it is closed, or others take its place. */
export function report(message: Message): void {
  last += 1
  show([...shown, { ...message, id: last }])
}

const dismiss = (id: number): void => show(shown.filter((one) => one.id !== id))

function Said({ message }: { readonly message: Shown }): JSX.Element {
  const { id, text, changeSet = null, link, tone = 'done' } = message
  const undo = useMutation({
    mutationFn: () => request(z.unknown(), 'POST', `/change-sets/${changeSet}/undo`),
    onSuccess: async () => {
      dismiss(id)
      report({ text: words.undone })
      await refreshAll()
    },
    onError: (error) => {
      dismiss(id)
      report({ text: problemText(error), tone: 'error' })
    },
  })
  return (
    <li className="message" data-tone={tone}>
      <p>
        {text} {link !== undefined && <DeskLink to={link.href}>{link.label}</DeskLink>}
      </p>
      {changeSet !== null && (
        <Button weight="quiet" isPending={undo.isPending} onPress={() => undo.mutate()}>
          {words.undo}
        </Button>
      )}
      <Button weight="quiet" aria-label={words.close} onPress={() => dismiss(id)}>
        ×
      </Button>
    </li>
  )
}

/** Where messages are shown, and said aloud. */
export function Messages(): JSX.Element {
  const messages = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
  return (
    <section className="messages" aria-label={words.region} aria-live="polite">
      <ul>
        {messages.map((message) => (
          <Said key={message.id} message={message} />
        ))}
      </ul>
    </section>
  )
}
