import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { deskPath } from '@pejling/addresses/desk'
import { deskParameters, newItem } from '@pejling/addresses/words'
import { folded } from '@pejling/domain/text/folded'
import type { JSX } from 'react'
import { z } from 'zod'
import { TableScroll } from '../../components/table-scroll.tsx'
import { locale, textOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { allOf } from '../client/queries.ts'
import { useSearchState } from '../client/search.ts'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { TextField } from '../widgets/field.tsx'
import { Empty, Failed, Loaded } from '../widgets/state.tsx'
import { listKinds, type ListKind } from './list-kinds.tsx'
import { itemAddress, listNamed } from './list-address.ts'
import { words } from './list-words.ts'
import './lists.css'

const Part = z.object({ list: z.string().optional() })
const { search } = deskParameters
const Search = z.object({ [search]: z.string().catch('') })

function List({ kind }: { readonly kind: ListKind }): JSX.Element {
  const { schema, columns, rowOf } = listKinds[kind]
  const query = useQuery(allOf(schema, `/${kind}`))
  const [{ [search]: sought = '' }, change] = useSearchState(Search)
  const mayWrite = useMay('definitions:write')
  const { title, about, add } = words.lists[kind]
  return (
    <Framed
      title={title}
      lead={about}
      trail={[{ href: deskPath(locale, 'lists'), label: words.title }]}
      actions={
        mayWrite && (
          <DeskLink className="button" data-weight="primary" to={itemAddress(kind, newItem)}>
            {add}
          </DeskLink>
        )
      }
    >
      <Loaded query={query}>
        {(items) => {
          const all = items.map(rowOf)
          const rows = all
            .filter(({ key, name, cells }) =>
              [key, name.da, name.en, ...cells].some((text) => folded(text).includes(folded(sought))),
            )
            .toSorted((a, b) => textOf(a.name).localeCompare(textOf(b.name), 'da'))
          if (all.length === 0) return <Empty>{words.empty}</Empty>
          return (
            <>
              <TextField
                label={words.search}
                type="search"
                value={sought}
                onChange={(value) => change({ [search]: value })}
              />
              <p className="field-help" aria-live="polite">
                {words.count(rows.length, all.length)}
              </p>
              {rows.length === 0 ? (
                <Empty>{words.nothing}</Empty>
              ) : (
                <TableScroll label={title}>
                  <table className="list">
                    <thead>
                      <tr>
                        <th scope="col">{words.name}</th>
                        {columns.map((column) => (
                          <th key={column} scope="col">
                            {column}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {rows.map(({ key, name, cells }) => (
                        <tr key={key}>
                          <th scope="row">
                            <DeskLink to={itemAddress(kind, key)}>{textOf(name)}</DeskLink>
                            {name.en === '' && <span className="second-line">{words.untranslated}</span>}
                          </th>
                          {cells.map((cell, index) => (
                            <td key={columns[index]}>{cell}</td>
                          ))}
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </TableScroll>
              )}
            </>
          )
        }}
      </Loaded>
    </Framed>
  )
}

/** A list of what indicators choose from. */
export function Page(): JSX.Element {
  const kind = listNamed(Part.parse(useParams({ strict: false })).list)
  return kind === null ? <Failed error={new Error('list')} /> : <List key={kind} kind={kind} />
}
