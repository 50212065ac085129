import type { Text } from '@pejling/domain/text'
import type { JSX } from 'react'
import { usePage } from './page-context.ts'

/** How a figure lies against those of others, and what that amounts to in people: the sentences there are. */
export function ComparisonText({ sentences }: { readonly sentences: readonly (Text | null)[] }): JSX.Element | null {
  const { locale } = usePage()
  const said = sentences.flatMap((sentence) => sentence?.[locale] ?? [])
  return said.length === 0 ? null : <p className="compared">{said.join(' ')}</p>
}

/** The same at length, where there is room for it: an item for each place it is compared with. */
export function ComparedList({ sentences }: { readonly sentences: readonly Text[] }): JSX.Element | null {
  const { locale, words } = usePage()
  if (sentences.length === 0) return null
  return (
    <ul className="compared" aria-label={words.comparison}>
      {sentences.map((sentence) => (
        <li key={sentence.da}>{sentence[locale]}</li>
      ))}
    </ul>
  )
}
