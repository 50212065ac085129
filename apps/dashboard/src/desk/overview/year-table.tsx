import type { JSX } from 'react'
import { deskParameters } from '@pejling/addresses/words'
import type { Overview, OverviewIndicator } from '@pejling/domain/workspace/overview'
import { CellState, shownYears } from '@pejling/domain/workspace/year-cells'
import { z } from 'zod'
import { textOf } from '../client/locale.ts'
import { useSearchState } from '../client/search.ts'
import { TableScroll } from '../../components/table-scroll.tsx'
import { Choice } from '../widgets/choice.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { figuresAt } from './indicator-links.ts'
import { words } from './overview-words.ts'

const { sort } = deskParameters
const orders = { goal: 'maal', owner: 'kontor', name: 'navn' } as const
const Search = z.object({ [sort]: z.enum(['maal', 'kontor', 'navn']).catch('maal') })

/** A sign for each state, so that no colour has to tell it; read aloud by its words. */
const signs: Readonly<Record<CellState, string>> = {
  published: '●',
  provisional: '◐',
  draft: '✎',
  withheld: '◌',
  missing: '–',
  late: '!',
}

interface RowGroup {
  readonly title: string | null
  readonly rows: readonly OverviewIndicator[]
}

const byName = (a: OverviewIndicator, b: OverviewIndicator): number =>
  textOf(a.name).localeCompare(textOf(b.name), 'da')

/** The rows as they are grouped. An indicator of several goals stands under the first. */
function grouped(overview: Overview, order: string): readonly RowGroup[] {
  const { indicators } = overview
  if (order === orders.name) return [{ title: null, rows: indicators.toSorted(byName) }]
  const goals = new Map(overview.goals.map(({ number, text }) => [number, `${number} ${textOf(text)}`]))
  const titleOf = ({ goals: [goal], owner }: OverviewIndicator): string =>
    order === orders.owner
      ? owner === null
        ? words.noOwner
        : textOf(owner)
      : goal === undefined
        ? '–'
        : (goals.get(goal) ?? goal)
  return [...Map.groupBy(indicators, titleOf)]
    .map(([title, rows]) => ({ title, rows }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'da', { numeric: true }))
}

/** How it stands with every indicator in every year; each cell leads to where it is mended. */
export function YearTable({ overview }: { readonly overview: Overview }): JSX.Element {
  const [{ [sort]: order = orders.goal }, change] = useSearchState(Search)
  const years = shownYears(overview.today)
  return (
    <section aria-labelledby="by-year">
      <div className="section-head">
        <h2 id="by-year">{words.byYear}</h2>
        <Choice
          label={words.group}
          value={order}
          onChange={(value) => change({ [sort]: value })}
          options={[
            { value: orders.goal, label: words.byGoal },
            { value: orders.owner, label: words.byOwner },
            { value: orders.name, label: words.byName },
          ]}
        />
      </div>
      <ul className="legend">
        {CellState.options.toReversed().map((state) => (
          <li key={state}>
            <span className="year-state" data-state={state} aria-hidden="true">
              {signs[state]}
            </span>{' '}
            {words.states[state]}
          </li>
        ))}
      </ul>
      <TableScroll label={words.yearTable}>
        <table className="list years">
          <thead>
            <tr>
              <th scope="col">{words.indicator}</th>
              {years.map((year) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          {grouped(overview, order).map(({ title, rows }) => (
            <tbody key={title ?? ''}>
              {title !== null && (
                <tr>
                  <th scope="rowgroup" colSpan={years.length + 1} className="group">
                    {title}
                  </th>
                </tr>
              )}
              {rows.map(({ slug, name, years: cells }) => (
                <tr key={slug}>
                  <th scope="row">
                    <DeskLink to={figuresAt(slug)}>{textOf(name)}</DeskLink>
                  </th>
                  {years.map((year) => {
                    const cell = cells.find((one) => one.year === year)
                    return (
                      <td key={year}>
                        {cell === undefined ? (
                          <span className="visually-hidden">{words.states.none}</span>
                        ) : (
                          <DeskLink className="year-state" data-state={cell.state} to={figuresAt(slug, cell.period)}>
                            <span aria-hidden="true">{signs[cell.state]}</span>
                            <span className="visually-hidden">{`${words.states[cell.state]} ${cell.period}`}</span>
                          </DeskLink>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </TableScroll>
    </section>
  )
}
