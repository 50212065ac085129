import { matrixStates } from '@pejling/domain/desk/matrix'
import type { MatrixState } from '@pejling/domain/desk/matrix'
import type { DeskView } from '@pejling/domain/desk/views'
import { formatDate } from '@pejling/domain/period/period'
import type { JSX } from 'react'
import { TableScroll } from '../components/table-scroll.tsx'
import { useDesk, writtenMoment } from './desk-page.ts'
import { PlannedState } from './planned.tsx'
import { publishWords } from './publish-messages.ts'

type Desk = Extract<DeskView, { readonly page: 'desk' }>

/** A sign for each state, so that no colour has to tell it; read aloud by its words. */
const signs: Readonly<Record<MatrixState, string>> = {
  published: '●',
  provisional: '◐',
  draft: '✎',
  withheld: '◌',
  missing: '–',
  late: '!',
  none: '',
}

function DueFigures({ view }: { readonly view: Desk }): JSX.Element {
  const { words, locale, href } = useDesk()
  const due = view.rows
    .flatMap((row) => (row.due && row.due.state !== 'later' ? [{ ...row, due: row.due }] : []))
    .map((row) => ({ ...row, kept: view.keepers.find(({ indicator }) => indicator === row.slug) }))
    // One's own come first: they are what one can do something about.
    .sort(
      (a, b) =>
        Number(b.kept?.own ?? false) - Number(a.kept?.own ?? false) || (a.due.expectedOn < b.due.expectedOn ? -1 : 1),
    )
  return (
    <section aria-labelledby="due">
      <h2 id="due">
        {words.due} <span className="change-count">{due.length}</span>
      </h2>
      {due.length === 0 && <p>{words.nothingDue}</p>}
      <ul className="desk-list">
        {due.map(({ slug, name, owner, kept, due: { state, expectedOn } }) => (
          <li key={slug}>
            <a href={href('figures', { slug })}>{name[locale]}</a>
            <span className={`desk-due desk-due-${state}`}>
              {(state === 'late' ? words.late : words.expected)(formatDate(expectedOn, locale))}
            </span>
            <span className="note">
              {kept?.own === true && <strong>{words.yours}</strong>}{' '}
              {kept?.names.join(', ') ?? owner?.[locale] ?? words.noOwner}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Releases and withdrawals that wait for approval or for their time, and those that could not come out. */
function Waiting({ planned }: Pick<Desk, 'planned'>): JSX.Element | null {
  const { locale, href } = useDesk()
  const words = publishWords[locale]
  if (planned.length === 0) return null
  return (
    <section aria-labelledby="planned">
      <h2 id="planned">
        {words.planned} <span className="change-count">{planned.length}</span>
      </h2>
      <ul className="desk-list">
        {planned.map((one) => (
          <li key={one.number}>
            <span>{one.title[locale]}</span>
            <span>
              <PlannedState planned={one} />
            </span>
            <span className="note">
              {`${one.plannedBy.name}${one.publishAt === null ? '' : `, ${writtenMoment(one.publishAt, locale)}`}`}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={href('publish')}>{words.seePlanned}</a>
      </p>
    </section>
  )
}

function Warnings({ view }: { readonly view: Desk }): JSX.Element {
  const { words, locale, href } = useDesk()
  const count = view.warnings.reduce((sum, one) => sum + one.count, 0)
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings">
        {words.warnings} <span className="change-count">{count}</span>
      </h2>
      {count === 0 && <p>{words.noWarnings}</p>}
      {view.warnings.map(({ indicator, name, warnings, count: all }) => (
        <details key={indicator} className="desk-warnings">
          <summary>
            {name[locale]} <span className="note">{all}</span>
          </summary>
          <ul>
            {warnings.map(({ kind, series, period, text }) => (
              <li key={`${kind} ${series} ${period}`}>{`${period}, ${series}: ${text[locale]}`}</li>
            ))}
          </ul>
          {all > warnings.length && <p>{words.moreWarnings(all - warnings.length)}</p>}
          <p>
            <a href={href('figures', { slug: indicator })}>{name[locale]}</a>
          </p>
        </details>
      ))}
    </section>
  )
}

function Matrix({ view }: { readonly view: Desk }): JSX.Element {
  const { words, locale, href } = useDesk()
  const legend = matrixStates.toReversed().filter((state) => state !== 'none')
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">{words.matrix}</h2>
      <p className="note">{words.matrixNote}</p>
      <ul className="desk-legend">
        {legend.map((state) => (
          <li key={state}>
            <span className={`desk-state desk-state-${state}`} aria-hidden="true">
              {signs[state]}
            </span>{' '}
            {words.states[state]}
          </li>
        ))}
      </ul>
      <TableScroll label={`${words.matrix}, ${words.indicator.toLowerCase()}`}>
        <table className="desk-matrix">
          <thead>
            <tr>
              <th scope="col">{words.indicator}</th>
              {view.years.map((year) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map(({ slug, name, cells }) => (
              <tr key={slug}>
                <th scope="row">
                  <a href={href('figures', { slug })}>{name[locale]}</a>
                </th>
                {cells.map(({ year, state }) => (
                  <td key={year} className={`desk-state desk-state-${state}`}>
                    <span aria-hidden="true">{signs[state]}</span>
                    <span className="visually-hidden">{words.states[state]}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}

/** What needs doing: what is late, what is odd, what is not published, and all of it at a glance. */
export function Work({ view }: { readonly view: Desk }): JSX.Element {
  const { words, locale, href } = useDesk()
  return (
    <>
      <p className="lead">
        {view.last
          ? words.lastRelease(view.last.number, formatDate(view.last.publishedAt, locale))
          : words.nothingPublished}
      </p>
      <Waiting planned={view.planned} />
      <div className="desk-columns">
        <DueFigures view={view} />
        <section aria-labelledby="drafts">
          <h2 id="drafts">
            {words.drafts} <span className="change-count">{view.changedFigures}</span>
          </h2>
          <p>{view.changedFigures === 0 ? words.noDrafts : words.draftCount(view.changedFigures)}</p>
          <p>
            <a href={href('publish')}>{words.review}</a>
          </p>
        </section>
      </div>
      <Matrix view={view} />
      <Warnings view={view} />
    </>
  )
}
