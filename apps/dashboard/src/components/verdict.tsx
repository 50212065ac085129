import type { Verdict } from '@pejling/domain/progress/assessment'
import { verdictWords } from '@pejling/domain/sentence/verdict-words'
import { toneOf } from '@pejling/figures/tone'
import { verdictMarkSvg } from '@pejling/figures/verdict-mark'
import type { JSX } from 'react'
import { Drawing } from './drawing.tsx'
import { usePage } from './page-context.ts'

/** The mark of a verdict, for beside its words: it says nothing by itself to those who listen. */
export function VerdictMark({ verdict, size }: { readonly verdict: Verdict; readonly size: number }): JSX.Element {
  return (
    <span className="verdict-mark" aria-hidden="true">
      <Drawing className="drawing" svg={verdictMarkSvg(verdict, size)} />
    </span>
  )
}

/** The name of a verdict in its colour. */
export function VerdictName({ verdict }: { readonly verdict: Verdict }): JSX.Element {
  const { locale } = usePage()
  return (
    <span className="verdict-name" data-tone={toneOf(verdict)}>
      {verdictWords[verdict][locale]}
    </span>
  )
}
