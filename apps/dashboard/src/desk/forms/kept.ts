import { z } from 'zod'

/*
 * Unsaved work, kept on this device until it is saved or discarded: it survives a reload, a lost session and a closed tab. Each person
 * has their own, so that nobody finds another's work after signing in on the same machine.
 */

let owner = ''

/** Says whose unsaved work is kept; before that nothing is found or kept. */
export function keepFor(person: string): void {
  owner = person
}

/** How long unsaved work is kept, in milliseconds: a month. */
const longest = 30 * 86_400_000

const Kept = z.object({
  at: z.number(),
  base: z.record(z.string(), z.unknown()),
  etag: z.string().nullable(),
  values: z.record(z.string(), z.unknown()),
})

/** Unsaved work: what was typed, and what it was typed over. */
export type KeptWork = z.output<typeof Kept>

const nameOf = (key: string): string => `pejling:${owner}:${key}`

/** The unsaved work of a form; `null`: there is none. */
export function readKept(key: string): KeptWork | null {
  if (owner === '') return null
  const text = localStorage.getItem(nameOf(key))
  if (text === null) return null
  try {
    const kept = Kept.parse(JSON.parse(text))
    return Date.now() - kept.at > longest ? null : kept
  } catch {
    // What an earlier version kept otherwise cannot be used.
    localStorage.removeItem(nameOf(key))
    return null
  }
}

/** Keeps unsaved work; where the device has no room for it, it lives in the page alone. */
export function keep(key: string, work: Omit<KeptWork, 'at'>): void {
  if (owner === '') return
  try {
    localStorage.setItem(nameOf(key), JSON.stringify({ ...work, at: Date.now() }))
  } catch {
    // Full or forbidden storage: leaving the page asks instead.
  }
}

/** Forgets unsaved work that has been saved or discarded. */
export const forget = (key: string): void => localStorage.removeItem(nameOf(key))
