import { useSyncExternalStore } from 'react'

/*
 * What stands in the way of a request until the person has done something: sign in again, or prove who they are. Requests wait
 * meanwhile and are sent once more afterwards, so that nothing typed is lost and nothing has to be pressed twice.
 */

/** What the person is asked for; `null`: nothing. */
export type Gate = 'sign-in' | 'proof' | null

let gate: Gate = null
let waiting: { readonly go: () => void; readonly stop: () => void }[] = []
const listeners = new Set<() => void>()

function set(next: Gate): void {
  gate = next
  for (const listener of listeners) listener()
}

/** Waits until the person has passed the gate; `false`: they gave up. */
export function pass(needed: Exclude<Gate, null>): Promise<boolean> {
  set(needed)
  return new Promise((resolve) => {
    waiting.push({ go: () => resolve(true), stop: () => resolve(false) })
  })
}

function end(outcome: 'go' | 'stop'): void {
  const those = waiting
  waiting = []
  set(null)
  for (const one of those) one[outcome]()
}

/** Lets the requests that wait go on. */
export const openGate = (): void => end('go')

/** Lets the requests that wait fail. */
export const leaveGate = (): void => end('stop')

/** What the person is asked for just now. */
export const useGate = (): Gate =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => gate,
  )
