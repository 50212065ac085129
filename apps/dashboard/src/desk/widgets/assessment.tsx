import type { Verdict } from '@pejling/domain/progress/assessment'
import { verdictWords } from '@pejling/domain/sentence/verdict-words'
import { toneOf } from '@pejling/figures/tone'
import { verdictMarkSvg } from '@pejling/figures/verdict-mark'
import type { JSX } from 'react'
import { Drawing } from '../../components/drawing.tsx'
import { locale } from '../client/locale.ts'

/** The status of an assessment: its mark and its words; `isBare`: the mark alone, with the words for those who listen. */
export function Assessment({
  verdict,
  isBare = false,
}: {
  readonly verdict: Verdict
  readonly isBare?: boolean
}): JSX.Element {
  const name = verdictWords[verdict][locale]
  return (
    <span className="assessment" data-tone={toneOf(verdict)} title={isBare ? name : undefined}>
      <span className="verdict-mark" aria-hidden="true">
        <Drawing className="drawing" svg={verdictMarkSvg(verdict, 18)} />
      </span>
      <span className={isBare ? 'visually-hidden' : 'verdict-name'}>{name}</span>
    </span>
  )
}
