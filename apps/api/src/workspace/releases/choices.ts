import { inputsOf } from '@pejling/domain/derived/derivation'
import type { Text } from '@pejling/domain/text'
import type { Database } from '../../db/database.ts'
import type { Review } from '../../releases/preview.ts'
import { getIndicator } from '../definitions.ts'

/** An indicator that is otherwise than published, and whether it comes out. */
export interface Choice {
  readonly slug: string
  readonly name: Text
  readonly chosen: boolean
  /** What of the others it is computed from: it comes out with any of them. */
  readonly follows: readonly { readonly slug: string; readonly name: Text }[]
}

/** The indicators that are otherwise than published, and which of them come out where `only` are chosen (`null`: all). */
export function readChoices(
  db: Database,
  { changes }: Pick<Review, 'changes'>,
  only: readonly string[] | null,
): Choice[] {
  const changed = changes?.indicators ?? []
  const nameOf = new Map(changed.map(({ indicator, name }) => [indicator, name]))
  const inputs = new Map(
    changed.map(({ indicator }) => {
      const derived = getIndicator(db, indicator)?.derived ?? null
      return [indicator, derived === null ? [] : inputsOf(derived).filter((slug) => nameOf.has(slug))] as const
    }),
  )
  const isChosen = (slug: string): boolean => {
    const own = inputs.get(slug) ?? []
    // What is computed from others comes out with any of them.
    return own.length > 0 ? own.some(isChosen) : only === null || only.includes(slug)
  }
  return changed.map(({ indicator: slug, name }) => ({
    slug,
    name,
    chosen: isChosen(slug),
    follows: (inputs.get(slug) ?? []).flatMap((input) => {
      const called = nameOf.get(input)
      return called ? [{ slug: input, name: called }] : []
    }),
  }))
}
