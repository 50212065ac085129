import { pageSchema } from '@pejling/domain/workspace/answers'
import { ChangeSetDetail, ChangeSetSummary } from '@pejling/domain/workspace/change-sets'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { danishTime } from '@pejling/domain/release/planned'
import { z } from 'zod'
import { cursorIn, oneOf } from '../client/queries.ts'
import { request } from '../client/request.ts'

/** What the address of the history says: which change sets are shown. */
export const HistorySearch = z.object({
  soeg: z.string().catch(''),
  person: z.string().catch(''),
  indikator: z.string().catch(''),
  slags: z.string().catch(''),
  fra: z.string().catch(''),
  til: z.string().catch(''),
})

/** Which change sets are shown. */
export type HistoryFilter = z.output<typeof HistorySearch>

/** So many change sets are fetched at once. */
const pageLength = 50

/** The first or the last moment of a day in Denmark; `undefined`: no day is chosen. */
const momentOf = (day: string, clock: string): string | undefined => danishTime(`${day}T${clock}`) ?? undefined

/** The end of a day, to its last moment. */
const endOf = (day: string): string | undefined => momentOf(day, '23:59')?.replace(':00.000Z', ':59.999Z')

/** The change sets a filter means, newest first, page by page. */
export const historyQuery = (filter: HistoryFilter) => {
  const query = {
    q: filter.soeg.trim(),
    who: filter.person.trim(),
    indicator: filter.indikator,
    kind: filter.slags,
    notBefore: momentOf(filter.fra, '00:00'),
    notAfter: endOf(filter.til),
    limit: pageLength,
  }
  return infiniteQueryOptions({
    queryKey: ['change-sets', query],
    initialPageParam: '',
    queryFn: async ({ pageParam: cursor, signal }) =>
      (await request(pageSchema(ChangeSetSummary), 'GET', '/change-sets', { query: { ...query, cursor }, signal }))
        .value,
    getNextPageParam: ({ next }) => cursorIn(next),
  })
}

/** A change set with its changes in words. */
export const changeSetQuery = (number: string) => oneOf(ChangeSetDetail, `/change-sets/${number}`)
