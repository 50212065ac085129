import { formatDate } from '@pejling/domain/period/period'
import { countChanges } from '@pejling/domain/sentence/count-changes'
import type { ReleaseChangesDocument } from '@pejling/domain/release/release'
import { haveOneName } from '@pejling/domain/sentence/verdict-words'
import type { JSX, ReactNode } from 'react'
import { usePage } from '../../components/page-context.ts'
import { ChangedFigures } from './changed-figures.tsx'
import type { FigureChange } from './changed-figures.tsx'
import { ChangedDescriptions, ChangedVerdicts, WholeIndicators } from './changed-indicators.tsx'
import { ChangedTexts } from './changed-texts.tsx'
import { releaseWords } from './messages.ts'
import { ReleasedIndicator } from './released-indicator.tsx'

/** Where more figures than this have changed in one way, those of each indicator begin folded. */
const many = 20

interface ChangesProps {
  readonly id: string
  readonly title: string
  readonly note?: string
  readonly count: number
  readonly children: ReactNode
}

/** One kind of change under its heading; nothing where there is none. */
function Changes({ id, title, note, count, children }: ChangesProps): JSX.Element | null {
  if (count === 0) return null
  return (
    <section className="changes" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="change-count">{count}</span>
      </h2>
      {note !== undefined && <p className="note">{note}</p>}
      {children}
    </section>
  )
}

/** Everything that changed, what a distrustful reader asks for first at the top. */
export function ReleaseChanges({ changes }: { readonly changes: ReleaseChangesDocument }): JSX.Element {
  const { locale } = usePage()
  const words = releaseWords[locale]
  const indicators = changes.indicators.toSorted((a, b) => a.name[locale].localeCompare(b.name[locale], locale))
  const changed = indicators.filter(({ change }) => change === 'changed')
  const counts = countChanges({ indicators: changed })
  const judged = changed.filter(({ verdict }) => verdict !== null && !haveOneName(verdict.before, verdict.after))
  const described = changed.filter(({ definitionChanged }) => definitionChanged)
  const others = changed.filter(
    ({ verdict, definitionChanged, observations }) =>
      verdict === null && !definitionChanged && observations.length === 0,
  )
  const added = indicators.filter(({ change }) => change === 'added')
  const gone = indicators.filter(({ change }) => change === 'removed')
  const figures = (kind: FigureChange): JSX.Element => (
    <ChangedFigures changes={changed} kind={kind} compared={changes} folded={counts[kind] > many} />
  )
  return (
    <>
      <Changes id="corrected" title={words.corrected} note={words.correctedNote} count={counts.corrected}>
        {figures('corrected')}
      </Changes>
      <Changes id="removed" title={words.removed} note={words.removedNote} count={counts.removed}>
        {figures('removed')}
      </Changes>
      <Changes id="verdicts" title={words.verdicts} note={words.verdictsNote} count={judged.length}>
        <ChangedVerdicts changes={judged} compared={changes} />
      </Changes>
      <Changes id="added" title={words.added} count={counts.added}>
        {figures('added')}
      </Changes>
      <Changes id="described" title={words.definitions} note={words.definitionsNote} count={described.length}>
        <ChangedDescriptions changes={described} compared={changes} />
      </Changes>
      <Changes id="others" title={words.others} note={words.othersNote} count={others.length}>
        <ChangedDescriptions changes={others} compared={changes} />
      </Changes>
      <Changes id="gone" title={words.goneIndicators} count={gone.length}>
        <WholeIndicators changes={gone} compared={changes} />
      </Changes>
      <Changes id="new" title={words.newIndicators} count={added.length}>
        <WholeIndicators changes={added} compared={changes} />
      </Changes>
      <Changes id="late" title={words.late} note={words.lateNote} count={changes.late.length}>
        <ul className="change-list">
          {changes.late.map(({ indicator, name, expectedOn }) => (
            <li key={indicator}>
              <ReleasedIndicator change={{ indicator, name, change: 'changed' }} compared={changes} />
              {`, ${words.expected(formatDate(expectedOn, locale))}`}
            </li>
          ))}
        </ul>
      </Changes>
      <ChangedTexts changes={changes} />
    </>
  )
}
