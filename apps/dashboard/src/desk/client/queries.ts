import { QueryClient, queryOptions } from '@tanstack/react-query'
import { pageSchema } from '@pejling/domain/workspace/answers'
import { apiRoot, workspaceRoot } from '@pejling/addresses/words'
import type { z } from 'zod'
import { ApiProblem, OfflineError } from './problem.ts'
import { request, type Answered, type Query } from './request.ts'

/** Tries once more what the network or a busy server kept from being answered; everything else is said at once. */
const isWorthRetrying = (count: number, error: Error): boolean =>
  count < 2 && (error instanceof OfflineError || (error instanceof ApiProblem && error.status === 503))

/** What is known of the workspace, for all of the desk. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: isWorthRetrying, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

/**
 * One thing of the workspace with its entity tag. The first part of a key is the resource, by which a change makes everything that
 * was read of it stale.
 */
export const oneOf = <Schema extends z.ZodType>(schema: Schema, path: string, query: Query = {}) =>
  queryOptions({
    queryKey: [resourceOf(path), path, query],
    queryFn: ({ signal }): Promise<Answered<z.output<Schema>>> => request(schema, 'GET', path, { query, signal }),
  })

/** All items of a list of the workspace, page by page. */
export const allOf = <Item extends z.ZodType>(item: Item, path: string, query: Query = {}) =>
  queryOptions({
    queryKey: [resourceOf(path), path, query, 'all'],
    queryFn: async ({ signal }): Promise<readonly z.output<Item>[]> => {
      const items: z.output<Item>[] = []
      let cursor: string | undefined
      do {
        const { value } = await request(pageSchema(item), 'GET', path, {
          query: { limit: 500, ...query, cursor },
          signal,
        })
        items.push(...value.items)
        cursor = cursorIn(value.next)
      } while (cursor !== undefined)
      return items
    },
  })

/** A page of a list, for lists that are too long to be read whole. */
export const pageOf = <Item extends z.ZodType>(item: Item, path: string, query: Query = {}) =>
  queryOptions({
    queryKey: [resourceOf(path), path, query, 'page'],
    queryFn: async ({ signal }) => (await request(pageSchema(item), 'GET', path, { query, signal })).value,
  })

/** The cursor in the address of the next page; `undefined`: there is none. */
export const cursorIn = (next: string | null): string | undefined =>
  next === null
    ? undefined
    : (new URL(next, `http://localhost${apiRoot}${workspaceRoot}`).searchParams.get('cursor') ?? undefined)

/** `/indicators/elevtrivsel` → `indicators` */
const resourceOf = (path: string): string => path.split('/')[1] ?? ''

/** Reads again what a change may have touched: anything may follow from anything, and answers are cheap. */
export const refreshAll = (): Promise<void> => queryClient.invalidateQueries()
