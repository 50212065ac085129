import { diffWordsWithSpace } from 'diff'
import type { JSX } from 'react'
import { wordsOf } from '../client/locale.ts'

const words = wordsOf({
  da: { nothing: 'intet', from: 'før', to: 'nu' },
  en: { nothing: 'nothing', from: 'before', to: 'now' },
})

/** Texts that differ in more than this part of their words are read easier one after the other. */
const mostDifferent = 0.6
/** Shorter texts are too short to be compared word by word. */
const shortest = 40

/** What a text said and says. What is gone is struck through and what is new marked, where the two have most words in common. */
export function TextDifference({
  before,
  after,
}: {
  readonly before: string | null
  readonly after: string | null
}): JSX.Element {
  if (before === null) return <ins>{after ?? words.nothing}</ins>
  if (after === null) return <del>{before}</del>
  const parts = before.length < shortest && after.length < shortest ? [] : diffWordsWithSpace(before, after)
  const same = parts.reduce((sum, { added, removed, value }) => (added || removed ? sum : sum + value.length), 0)
  if (same < Math.max(before.length, after.length) * (1 - mostDifferent)) {
    return (
      <>
        <del>
          <span className="visually-hidden">{words.from} </span>
          {before}
        </del>{' '}
        <span aria-hidden="true">→</span>{' '}
        <ins>
          <span className="visually-hidden">{words.to} </span>
          {after}
        </ins>
      </>
    )
  }
  const ends = parts.map((_, index) => parts.slice(0, index).reduce((sum, { value }) => sum + value.length, 0))
  return (
    <>
      {parts.map(({ added, removed, value }, index) => {
        const key = `${ends[index]} ${added} ${removed}`
        if (removed) return <del key={key}>{value}</del>
        return added ? <ins key={key}>{value}</ins> : <span key={key}>{value}</span>
      })}
    </>
  )
}
