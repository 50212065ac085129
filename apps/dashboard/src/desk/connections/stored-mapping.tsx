import { useQuery } from '@tanstack/react-query'
import type { Connection } from '@pejling/domain/connection/connection'
import { Dimension } from '@pejling/domain/dimension'
import type { JSX } from 'react'
import { textOf } from '../client/locale.ts'
import { allOf } from '../client/queries.ts'
import { sourcesQuery } from './connection-queries.ts'
import { words } from './connection-words.ts'

/** More values than this are counted. */
const mostNamed = 8

/** What a role of a variable is called. */
export function useRoleNames(): (role: string) => string {
  const dimensions = useQuery(allOf(Dimension, '/dimensions')).data ?? []
  return (role) => {
    if (role === 'area' || role === 'period' || role === 'fixed' || role === 'mixed') return words.roles[role]
    const slug = role.slice('dim:'.length)
    const found = dimensions.find((one) => one.slug === slug)
    return words.dimension(found ? textOf(found.name) : slug)
  }
}

const named = (codes: readonly string[]): string =>
  codes.length > mostNamed
    ? `${codes.slice(0, mostNamed).join(', ')} … (${codes.length})`
    : codes.map((code) => (code === '*' ? words.allValues : code)).join(', ')

function valuesOf({ values, per, groups }: Connection['variables'][number]): string {
  return [
    values.length > 0 ? named(values) : null,
    per === null ? null : words.per(named(per)),
    groups === null ? null : words.groups(groups.length),
  ]
    .filter((part) => part !== null)
    .join('; ')
}

/** How the figures are fetched, in words: known without asking the source. */
export function StoredMapping({ connection }: { readonly connection: Connection }): JSX.Element {
  const roleName = useRoleNames()
  const sources = useQuery(sourcesQuery).data?.value.sources ?? []
  const source = sources.find(({ key }) => key === connection.source)
  return (
    <>
      <p>{words.tableOf(connection.table, source ? textOf(source.name) : connection.source)}</p>
      <div className="table-scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{words.variable}</th>
              <th scope="col">{words.becomes}</th>
              <th scope="col">{words.values}</th>
            </tr>
          </thead>
          <tbody>
            {connection.variables.map((variable) => (
              <tr key={variable.code}>
                <th scope="row">{variable.code}</th>
                <td>{roleName(variable.role)}</td>
                <td>{valuesOf(variable)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
