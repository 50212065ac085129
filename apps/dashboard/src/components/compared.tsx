import type { Text } from '@pejling/domain/text/text'
import type { JSX } from 'react'
import { usePage } from './page-context.ts'

/** How a figure lies against those of others, and what that amounts to in people: the sentences there are. */
export function Compared({ sentences }: { readonly sentences: readonly (Text | null)[] }): JSX.Element | null {
  const { locale } = usePage()
  const said = sentences.flatMap((sentence) => sentence?.[locale] ?? [])
  return said.length === 0 ? null : <p className="compared">{said.join(' ')}</p>
}
