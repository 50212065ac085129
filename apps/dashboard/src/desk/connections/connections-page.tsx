import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { deskPath } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import type { ConnectionSummary } from '@pejling/domain/workspace/connections'
import type { JSX } from 'react'
import { z } from 'zod'
import { locale, momentInWords, textOf } from '../client/locale.ts'
import { overviewQuery } from '../client/overview.ts'
import { useSearchState } from '../client/search.ts'
import { Finder } from '../widgets/choice.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { TextField } from '../widgets/field.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Loaded } from '../widgets/state.tsx'
import { connectionsQuery, countsOf } from './connection-queries.ts'
import { words } from './connection-words.ts'
import { FetchButton } from './fetch-button.tsx'
import './connections.css'

const { only, search } = deskParameters
const Filter = z.enum(['failed', 'waiting', 'never'])
const Search = z.object({ [only]: Filter.optional().catch(undefined) })
const Words = z.object({ [search]: z.string().catch('') })

const isMeant: Readonly<Record<z.infer<typeof Filter>, (one: ConnectionSummary) => boolean>> = {
  failed: ({ last }) => last !== null && last.problem !== null,
  waiting: ({ toDecide }) => toDecide > 0,
  never: ({ last }) => last === null,
}

function Row({ one }: { readonly one: ConnectionSummary }): JSX.Element {
  const { indicator, name, source, table, every, last, toDecide } = one
  return (
    <tr>
      <th scope="row">
        <DeskLink to={deskPath(locale, 'connection', { slug: indicator })}>{textOf(name)}</DeskLink>
        {toDecide > 0 && <span className="second-line">{words.toDecide(toDecide)}</span>}
      </th>
      <td>
        {table}
        <span className="second-line">{source}</span>
      </td>
      <td>
        {last === null ? (
          words.never
        ) : (
          <>
            {last.problem === null ? countsOf(last) : <span data-tone="bad">{textOf(last.problem)}</span>}
            <span className="second-line">{momentInWords(last.at)}</span>
          </>
        )}
      </td>
      <td>{words.every[every ?? 'none']}</td>
      <td>
        <FetchButton slug={indicator} name={textOf(name)} />
      </td>
    </tr>
  )
}

/** Every indicator that is connected to a source, and what came of its last fetch. */
export function Page(): JSX.Element {
  const query = useQuery(connectionsQuery)
  const { history } = useRouter()
  const indicators = useQuery(overviewQuery).data?.value.indicators ?? []
  const [{ [only]: filter }, change] = useSearchState(Search)
  const [{ [search]: sought = '' }] = useSearchState(Words)
  return (
    <Framed title={words.title} lead={words.lead}>
      <Loaded query={query}>
        {(all) => {
          const shown = all.filter(
            (one) =>
              (filter === undefined || isMeant[filter](one)) &&
              `${textOf(one.name)} ${one.table}`.toLowerCase().includes(sought.toLowerCase()),
          )
          return (
            <section>
              <div className="connection-tools">
                <TextField
                  label={words.find}
                  type="search"
                  value={sought}
                  onChange={(text) => change({ [search]: text })}
                />
                <Finder
                  label={words.connect}
                  options={indicators
                    .filter(({ connected }) => !connected)
                    .map(({ slug, name }) => ({ value: slug, label: textOf(name) }))}
                  value={null}
                  onChange={(slug) => history.push(deskPath(locale, 'connection', { slug }))}
                />
              </div>
              <div className="pills">
                {([undefined, ...Filter.options] as const).map((one) => (
                  <button
                    key={one ?? ''}
                    type="button"
                    className="pill"
                    aria-pressed={filter === one}
                    onClick={() => change({ [only]: one })}
                  >
                    {words.filters[one ?? 'all']} {one === undefined ? all.length : all.filter(isMeant[one]).length}
                  </button>
                ))}
              </div>
              {shown.length === 0 ? (
                <Empty>{all.length === 0 ? words.none : words.noneFound}</Empty>
              ) : (
                <div className="table-scroll">
                  <table className="list">
                    <thead>
                      <tr>
                        <th scope="col">{words.indicator}</th>
                        <th scope="col">{words.table}</th>
                        <th scope="col">{words.last}</th>
                        <th scope="col">{words.next}</th>
                        <th scope="col">
                          <span className="visually-hidden">{words.actions}</span>
                        </th>
                      </tr>
                    </thead>
                    <tbody>
                      {shown.map((one) => (
                        <Row key={one.indicator} one={one} />
                      ))}
                    </tbody>
                  </table>
                </div>
              )}
            </section>
          )
        }}
      </Loaded>
    </Framed>
  )
}
