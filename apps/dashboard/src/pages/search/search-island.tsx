import { QueryClient, QueryClientProvider, useSuspenseQueries } from '@tanstack/react-query'
import { useDeferredValue, useSyncExternalStore } from 'react'
import type { JSX } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { parameterWords } from '@pejling/addresses/words'
import { islandPageOf } from '../../islands/island-page.ts'
import type { IslandPage } from '../../islands/island-page.ts'
import { CurrentPage } from '../../components/page-context.ts'
import { Search } from './search-page.tsx'
import { frameworksQuery, indicatorsQuery } from './search-query.ts'

/** What is searched for. It begins as the page was written, and is from then on what stands in the field. */
interface Query {
  readonly current: () => string
  readonly write: (query: string) => void
  readonly subscribe: (changed: () => void) => () => void
}

function queryOf({ context: { locale }, shown }: IslandPage, inField: string): Query {
  const name = parameterWords.query[locale]
  const asked = new URLSearchParams(window.location.search).get(name) ?? ''
  const listeners = new Set<() => void>()
  // Where pages are files, the field is empty whatever the address asks for.
  let current = inField === shown ? asked : inField
  return {
    current: () => current,
    write(next) {
      current = next
      const parameters = next === '' ? '' : `?${new URLSearchParams({ [name]: next })}`
      // Every letter is no step back: the address follows, the history does not grow.
      window.history.replaceState(null, '', window.location.pathname + parameters)
      for (const changed of listeners) changed()
    },
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}

function SearchIsland({ page, query }: { readonly page: IslandPage; readonly query: Query }): JSX.Element {
  const [frameworks, indicators] = useSuspenseQueries({
    queries: [frameworksQuery(page.subject, page.release), indicatorsQuery(page.release)],
  })
  const written = useSyncExternalStore(query.subscribe, query.current, () => page.shown)
  return (
    <Search
      query={useDeferredValue(written)}
      frameworks={frameworks.data}
      indicators={indicators.data.indicators}
      onWrite={query.write}
    />
  )
}

/** Takes the search over from the server's page. Rejects where what is searched cannot be had. */
export async function mount(element: HTMLElement): Promise<void> {
  const page = islandPageOf(element)
  const client = new QueryClient()
  await Promise.all([
    client.query(frameworksQuery(page.subject, page.release)),
    client.query(indicatorsQuery(page.release)),
  ])
  const inField = element.querySelector('input')?.value ?? ''
  const query = queryOf(page, inField)
  if (inField !== page.shown) query.write(inField)
  hydrateRoot(
    element,
    <QueryClientProvider client={client}>
      <CurrentPage value={page.context}>
        <SearchIsland page={page} query={query} />
      </CurrentPage>
    </QueryClientProvider>,
  )
}
