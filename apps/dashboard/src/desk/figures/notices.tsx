import type { JSX } from 'react'
import type { Clipboard } from '@pejling/domain/intake/block'
import { locale } from '../client/locale.ts'
import { Button } from '../widgets/button.tsx'
import type { Pasted } from './place-block.ts'
import { words } from './words.ts'

/** What was pasted last, and where it went. */
export interface LastPaste extends Pick<Pasted, 'placed' | 'unplaced' | 'unread' | 'isByPeriod' | 'span'> {
  readonly clipboard: Clipboard
  readonly isReversed: boolean
}

/** What became of a paste: how much had a place, by what it was placed, and what had none. */
export function PasteNotice({
  paste,
  nameOf,
  onTurn,
}: {
  readonly paste: LastPaste
  readonly nameOf: (period: string) => string
  readonly onTurn: () => void
}): JSX.Element {
  const { placed, unplaced, unread, isByPeriod, span } = paste
  const without = unplaced.reduce((sum, { count }) => sum + count, 0)
  const isSeries = span !== null && span[0] !== span[1]
  return (
    <output className="paste-notice" data-tone={without > 0 ? 'doubt' : undefined}>
      {words.pasted(placed, placed + without)} {without > 0 && <b>{words.noRoom(without)}</b>}{' '}
      {unplaced.map(({ why }) => why[locale]).join(' ')} {isByPeriod && words.byPeriod}{' '}
      {unread > 0 && words.unreadHeadings(unread)}
      {!isByPeriod && isSeries && (
        <>
          {words.fromTo(nameOf(span[0]), nameOf(span[1]))}{' '}
          <Button weight="quiet" onPress={onTurn}>
            {words.turnRound}
          </Button>
        </>
      )}
    </output>
  )
}

/** A cell something is said of. */
export interface Said {
  readonly name: string
  /** The cell in words. */
  readonly label: string
  readonly text: string
  readonly weight: 'error' | 'doubt' | 'note'
}

/** What is wrong with cells, or ought to be looked at; each leads to its cell. */
export function SaidOfCellsList({
  title,
  said,
  onGo,
}: {
  readonly title: string
  readonly said: readonly Said[]
  readonly onGo: (name: string) => void
}): JSX.Element | null {
  if (said.length === 0) return null
  return (
    <section className="said-of-cells" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {said.map(({ name, label, text, weight }) => (
          <li key={`${name} ${text}`} data-weight={weight}>
            <span className="said-mark" aria-hidden="true">
              !
            </span>
            <span>
              <Button weight="quiet" onPress={() => onGo(name)}>
                {label}
              </Button>{' '}
              {text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A cell that another person has changed, too. */
export interface BothChangedCell {
  readonly name: string
  readonly label: string
  readonly mine: string
  readonly theirs: string
}

/** Cells that another person has changed, too: for each it is chosen what it says. */
export function Conflicts({
  cells,
  onTheirs,
  onMine,
}: {
  readonly cells: readonly BothChangedCell[]
  readonly onTheirs: (name: string) => void
  readonly onMine: (name: string) => void
}): JSX.Element | null {
  if (cells.length === 0) return null
  return (
    <div className="notice" data-tone="doubt" role="alert">
      <p>{words.conflicts(cells.length)}</p>
      <dl className="conflicts">
        {cells.map(({ name, label, mine, theirs }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              {words.mine} <q>{mine}</q>. {words.nowStands(theirs)}.{' '}
              <Button weight="quiet" onPress={() => onTheirs(name)}>
                {words.takeTheirs}
              </Button>
              <Button weight="quiet" onPress={() => onMine(name)}>
                {words.keepMine}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
