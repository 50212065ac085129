import { deskPath } from '@pejling/addresses/desk'
import { danishDay } from '@pejling/domain/period/danish-day'
import type { ChangeSetSummary } from '@pejling/domain/workspace/change-sets'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState, type JSX } from 'react'
import { dayInWords, locale, numberInWords } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { useSearchState } from '../client/search.ts'
import { Button } from '../widgets/button.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Loaded } from '../widgets/state.tsx'
import { Tick } from '../widgets/tick.tsx'
import { HistoryFilters } from './history-filters.tsx'
import './history.css'
import { HistorySearch, historyQuery } from './queries.ts'
import { UndoDialog } from './undo-dialog.tsx'
import { historyWords as words } from './words.ts'

const clock = new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Copenhagen',
})

function Line({
  changeSet,
  isChosen,
  onChoose,
}: {
  readonly changeSet: ChangeSetSummary
  readonly isChosen: boolean
  readonly onChoose: ((isChosen: boolean) => void) | null
}): JSX.Element {
  const { number, at, sentence, calledNow, reason, action } = changeSet
  return (
    <li className="history-line">
      {onChoose === null ? (
        <span />
      ) : (
        <Tick isSelected={isChosen} onChange={onChoose} aria-label={words.choose(sentence[locale])}>
          {null}
        </Tick>
      )}
      <time dateTime={at}>{clock.format(new Date(at))}</time>
      <div>
        <DeskLink to={deskPath(locale, 'changeSet', { number: String(number) })}>{sentence[locale]}</DeskLink>
        {(calledNow !== null || reason !== null) && action !== 'undo' && (
          <span className="second-line">
            {[
              ...(calledNow === null ? [] : [words.calledNow(calledNow)]),
              ...(reason === null ? [] : [words.reason(reason)]),
            ].join(' · ')}
          </span>
        )}
      </div>
    </li>
  )
}

/** Change sets by the day they were made, newest first. */
function Days({
  changeSets,
  chosen,
  onChoose,
}: {
  readonly changeSets: readonly ChangeSetSummary[]
  readonly chosen: ReadonlySet<number>
  readonly onChoose: ((number: number, isChosen: boolean) => void) | null
}): JSX.Element {
  const days = Map.groupBy(changeSets, ({ at }) => danishDay(at))
  return (
    <>
      {[...days].map(([day, made]) => (
        <section key={day} className="history-day" aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{dayInWords(day)}</h2>
          <ul>
            {made.map((one) => (
              <Line
                key={one.number}
                changeSet={one}
                isChosen={chosen.has(one.number)}
                onChoose={onChoose === null ? null : (isChosen) => onChoose(one.number, isChosen)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** What was changed, by whom and when, in sentences; and undoing several at once. */
export function Page(): JSX.Element {
  const [filter] = useSearchState(HistorySearch)
  const query = useInfiniteQuery(historyQuery(useDeferredValue(filter)))
  const mayUndo = useMay('definitions:write')
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [isUndoing, setUndoing] = useState(false)
  const choose = (number: number, isChosen: boolean): void => {
    const next = new Set(chosen)
    if (isChosen) next.add(number)
    else next.delete(number)
    setChosen(next)
  }
  return (
    <Framed title={words.title} lead={words.lead}>
      <HistoryFilters />
      <Loaded query={query}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items)
          return (
            <>
              <output className="history-count">{words.total(numberInWords(pages[0]?.total ?? 0))}</output>
              {all.length === 0 ? (
                <Empty>{words.none}</Empty>
              ) : (
                <Days changeSets={all} chosen={chosen} onChoose={mayUndo ? choose : null} />
              )}
            </>
          )
        }}
      </Loaded>
      {query.hasNextPage && (
        <p className="history-more">
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {words.more}
          </Button>
        </p>
      )}
      {chosen.size > 0 && (
        <div className="form-foot">
          <output className="field-help">{words.chosen(chosen.size)}</output>
          <Button onPress={() => setChosen(new Set())}>{words.clearChosen}</Button>
          <Button weight="primary" onPress={() => setUndoing(true)}>
            {words.undoChosen}
          </Button>
        </div>
      )}
      {isUndoing && (
        <UndoDialog
          numbers={[...chosen]}
          onClose={(isUndone) => {
            setUndoing(false)
            if (isUndone) setChosen(new Set())
          }}
        />
      )}
    </Framed>
  )
}
