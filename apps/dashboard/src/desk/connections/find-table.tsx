import { useMutation, useQuery } from '@tanstack/react-query'
import { DescribedTable, FoundTable } from '@pejling/domain/workspace/connections'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { textOf } from '../client/locale.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { Choice } from '../widgets/choice.tsx'
import { TextField } from '../widgets/field.tsx'
import { Failed } from '../widgets/state.tsx'
import { ChooseValues } from './choose-values.tsx'
import { sourcesQuery } from './connection-queries.ts'
import { words } from './connection-words.ts'

/** The search for a table of a source, and what of it is taken. */
export function FindTable({ slug, etag }: { readonly slug: string; readonly etag: string | null }): JSX.Element {
  const sources = useQuery(sourcesQuery).data?.value.sources ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const [sought, setSought] = useState('')
  const source = chosen ?? sources[0]?.key ?? ''
  const find = useMutation({
    mutationFn: () =>
      request(z.object({ tables: z.array(FoundTable) }), 'GET', '/connections/tables', {
        query: { source, q: sought },
      }),
  })
  const describe = useMutation({
    mutationFn: (table: string) => request(DescribedTable, 'GET', '/connections/table', { query: { source, table } }),
  })
  const about = sources.find(({ key }) => key === source)
  const tables = find.data?.value.tables
  const described = describe.data?.value
  return (
    <section aria-labelledby="find-table">
      <h2 id="find-table">{words.change}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          describe.reset()
          find.mutate()
        }}
      >
        <div className="connection-tools">
          <Choice
            label={words.source}
            options={sources.map(({ key, name }) => ({ value: key, label: textOf(name) }))}
            value={source === '' ? null : source}
            onChange={setChosen}
          />
          <TextField
            label={words.search}
            help={about ? textOf(about.hint) : undefined}
            value={sought}
            onChange={setSought}
          />
        </div>
        <Button type="submit" isDisabled={sought.trim() === ''} isPending={find.isPending}>
          {words.find}
        </Button>
      </form>
      {(find.isPending || describe.isPending) && <output>{words.searching}</output>}
      {find.error !== null && <Failed error={find.error} />}
      {describe.error !== null && <Failed error={describe.error} />}
      {tables?.length === 0 && <p>{words.noTables}</p>}
      {tables !== undefined && tables.length > 0 && !described && (
        <ul className="found-tables">
          {tables.map(({ table, name, from, to }) => (
            <li key={table}>
              <span>
                <strong>{table}</strong> {name}
                <span className="second-line">
                  {from}–{to}
                </span>
              </span>
              <Button aria-label={`${words.choose} ${table}`} onPress={() => describe.mutate(table)}>
                {words.choose}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {described && <ChooseValues key={described.table} slug={slug} etag={etag} source={source} table={described} />}
    </section>
  )
}
