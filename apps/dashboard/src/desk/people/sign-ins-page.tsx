import { useInfiniteQuery } from '@tanstack/react-query'
import { deskPath } from '@pejling/addresses/desk'
import { pageSchema } from '@pejling/domain/workspace/answers'
import { WorkspaceSignIn } from '@pejling/domain/workspace/people'
import type { JSX } from 'react'
import { TableScroll } from '../../components/table-scroll.tsx'
import { locale, momentInWords } from '../client/locale.ts'
import { cursorIn } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Failed, Loading } from '../widgets/state.tsx'
import { words as people } from './people-words.ts'
import { words } from './sign-ins-words.ts'
import './people.css'

/** The record of sign-ins, the newest first. */
export function Page(): JSX.Element {
  const query = useInfiniteQuery({
    queryKey: ['sign-ins'],
    queryFn: async ({ pageParam, signal }) =>
      (
        await request(pageSchema(WorkspaceSignIn), 'GET', '/sign-ins', {
          query: { limit: 100, cursor: pageParam },
          signal,
        })
      ).value,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => cursorIn(next),
  })
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Framed title={words.title} lead={words.lead} trail={[{ href: deskPath(locale, 'people'), label: people.title }]}>
      {query.isPending && <Loading />}
      {query.error !== null && <Failed error={query.error} retry={query.refetch} />}
      {query.isSuccess && rows.length === 0 && <Empty>{words.none}</Empty>}
      {rows.length > 0 && (
        <TableScroll label={words.title}>
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{words.when}</th>
                <th scope="col">{words.whose}</th>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.from}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ number, lastAt, name, kind, detail, count, address }) => (
                <tr key={number}>
                  <td>{momentInWords(lastAt)}</td>
                  <td>{name ?? words.nobody}</td>
                  <td>
                    {words.kinds[kind] ?? kind}
                    {detail !== '' && ` (${detail})`}
                    {count > 1 && <span className="second-line">{words.times(count)}</span>}
                  </td>
                  <td>{address ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {query.hasNextPage && (
        <p>
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {words.older}
          </Button>
        </p>
      )}
    </Framed>
  )
}
