import { deskPath } from '@pejling/addresses/desk'
import { Text } from '@pejling/domain/text'
import type { ReleasePreview } from '@pejling/domain/workspace/releases'
import { z } from 'zod'
import { locale } from '../client/locale.ts'
import { useSearchState, writeSearch } from '../client/search.ts'
import { forget, keep, readKept } from '../forms/kept.ts'

/*
 * A release on its way: which indicators are chosen is in the address; what was looked at, and the words of the release, are kept on
 * the device until it has been made, so that a reload in the middle loses nothing.
 */

/** What the address of each step says. No indicator at all is chosen by a sign that no indicator is called. */
const noneChosen = '-'

const Search = z.object({
  kun: z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat())
    .optional()
    .catch(undefined),
  igen: z.string().regex(/^\d+$/).optional().catch(undefined),
})

/** A step of publishing that has a page. */
export type Step = 'publish' | 'publishPages' | 'publishTitle' | 'publishConfirm'

/** The address of a step for some indicators (`null`: all) and, where one is planned once more, its number. */
export const stepPath = (
  step: Step,
  only: readonly string[] | null,
  again: string | null = null,
  more: Readonly<Record<string, string>> = {},
): string =>
  deskPath(locale, step) +
  writeSearch({ kun: only?.length === 0 ? noneChosen : (only ?? ''), igen: again ?? '', ...more })

/** What is chosen, by the address. */
export interface Chosen {
  /** The indicators that are chosen; `null`: all. */
  readonly only: readonly string[] | null
  /** The number of the release that is planned once more; `null`: a new one. */
  readonly again: string | null
  readonly choose: (only: readonly string[] | null) => void
}

/** Reads and changes what is chosen. */
export function useChosen(): Chosen {
  const [{ kun, igen }, change] = useSearchState(Search)
  const only = kun === undefined ? null : kun.filter((slug) => slug !== noneChosen)
  return {
    only,
    again: igen ?? null,
    choose: (next) => change({ kun: next === null ? undefined : next.length === 0 ? noneChosen : next }),
  }
}

const Looked = z.object({
  seen: z.string(),
  items: z.array(z.object({ id: z.string(), seen: z.string(), name: Text })),
})

/** What was looked at: the whole list, item by item, and what of it was chosen. */
export type Looked = z.output<typeof Looked>

const Words = z.object({
  title: z.object({ da: z.string(), en: z.string() }),
  note: z.object({ da: z.string(), en: z.string() }),
  /** Whether a person has written the title; else it follows what is chosen. */
  ownTitle: z.boolean(),
  /** When, as clocks in Denmark show it; empty: at once. */
  at: z.string(),
})

/** What a release is called, and when it is to come out. */
export type ReleaseWords = z.output<typeof Words>

const nameOf = (again: string | null): string => (again === null ? 'release' : `release/${again}`)

/** What is kept of a release on its way; `null`: nothing yet. */
export function readDraft(again: string | null): {
  readonly looked: Looked | null
  readonly words: ReleaseWords | null
} {
  const kept = readKept(nameOf(again))
  return {
    looked: Looked.nullable()
      .catch(null)
      .parse(kept?.base ?? null),
    words: Words.nullable()
      .catch(null)
      .parse(kept?.values ?? null),
  }
}

/** Keeps what was looked at, or the words. */
export function keepDraft(
  again: string | null,
  part: { readonly looked?: Looked; readonly words?: ReleaseWords },
): void {
  const { looked, words } = { ...readDraft(again), ...part }
  keep(nameOf(again), { base: { ...looked }, etag: null, values: { ...words } })
}

/** Forgets a release that has been made. */
export const forgetDraft = (again: string | null): void => forget(nameOf(again))

/** What is to be remembered of a list that was looked at. */
export const lookedAt = ({ seen, items }: ReleasePreview): Looked => ({
  seen,
  items: items.map((item) => ({ id: item.id, seen: item.seen, name: item.name })),
})

/** What is otherwise than when it was looked at: items that are new or changed, and the names of those that are gone. */
export function differences(
  looked: Looked | null,
  { items }: Pick<ReleasePreview, 'items'>,
): { readonly changed: ReadonlySet<string>; readonly gone: readonly Text[] } {
  if (looked === null) return { changed: new Set(), gone: [] }
  const known = new Map(looked.items.map(({ id, seen }) => [id, seen]))
  const now = new Set(items.map(({ id }) => id))
  return {
    changed: new Set(items.flatMap(({ id, seen }) => (known.get(id) === seen ? [] : [id]))),
    gone: looked.items.flatMap(({ id, name }) => (now.has(id) ? [] : [name])),
  }
}
