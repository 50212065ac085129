import { deskQuery } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import type { DeskView } from '@pejling/domain/desk/views'
import type { JSX } from 'react'
import { TableScroll } from '../components/table-scroll.tsx'
import { FormProblem } from './forms.tsx'
import { useDesk, writtenMoment } from './desk-page.ts'

/** How much of what a thing was or is stands in the table; the rest is in the export. */
const mostCharacters = 160

const short = (text: string | null): string =>
  text === null ? '–' : text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text

/** Every change set: who, when, what, before and after. */
export function History({ view }: { readonly view: Extract<DeskView, { readonly page: 'history' }> }): JSX.Element {
  const { words, locale, href } = useDesk()
  const { mayUndo, problem, search } = view
  const older = deskQuery([
    ['search', search],
    ['account', view.account],
    ['before', String(view.older ?? '')],
  ])
  return (
    <>
      {problem !== null && <FormProblem>{problem[locale]}</FormProblem>}
      {view.account !== '' && (
        <p>
          {words.ofOneAccount} <a href={href('history')}>{words.ofAll}</a>
        </p>
      )}
      <form className="desk-search" method="get" action={href('history')}>
        <p className="desk-field">
          <label htmlFor="search">{words.searchHistory}</label>
          <input id="search" name={deskParameters.search} type="search" defaultValue={search} autoComplete="off" />
          {view.account !== '' && <input type="hidden" name={deskParameters.account} value={view.account} />}
        </p>
        <button type="submit">{words.search}</button>
      </form>
      {view.changeSets.length === 0 && <p>{words.emptyHistory}</p>}
      <ol className="desk-history">
        {view.changeSets.map(({ number, at, actor, calledNow, action, reason, count, undoable, changes }) => (
          <li key={number}>
            <details>
              <summary>
                <span className="desk-number">{number}</span>
                <span>{writtenMoment(at, locale)}</span>
                <span>
                  {actor}
                  {calledNow !== null && <span className="note">{` ${words.calledNow(calledNow)}`}</span>}
                </span>
                <span>
                  {action}
                  {reason !== null && <span className="note">{` ${reason}`}</span>}
                </span>
                <span className="change-count">{count}</span>
              </summary>
              <TableScroll label={`${number}: ${action}`}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{words.what}</th>
                      <th scope="col">{words.before}</th>
                      <th scope="col">{words.after}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {changes.map(({ kind, key, before, after }) => (
                      <tr key={`${kind} ${key}`}>
                        <th scope="row">{`${kind} ${key}`}</th>
                        <td>{short(before)}</td>
                        <td>{short(after)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableScroll>
              {mayUndo && undoable && (
                <form className="desk-buttons" method="post" action={href('history')}>
                  <input type="hidden" name="undo" value={number} />
                  <button type="submit" aria-label={`${words.undo} ${number}`}>
                    {words.undo}
                  </button>
                  <label className="desk-tick">
                    <input type="checkbox" form="undo-chosen" name="undo" value={number} />
                    {words.chooseChangeSet(number)}
                  </label>
                </form>
              )}
              {count > changes.length && <p className="note">{words.more(count - changes.length)}</p>}
            </details>
          </li>
        ))}
      </ol>
      {mayUndo && view.changeSets.some(({ undoable }) => undoable) && (
        <form id="undo-chosen" className="desk-buttons" method="post" action={href('history')}>
          <button type="submit">{words.undoChosen}</button>
        </form>
      )}
      {view.older !== null && (
        <p>
          <a href={href('history') + older}>{words.older}</a>
        </p>
      )}
    </>
  )
}
