import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { QueryClient, QueryClientProvider, useSuspenseQuery } from '@tanstack/react-query'
import { startTransition, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ComponentType, JSX } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { pathOf, routeOf, splitPinned } from '@pejling/addresses/pages'
import { type ViewRequest, plainView, viewQuery, viewRequestOf } from '@pejling/addresses/view-request'
import { islandPageOf } from '../../islands/island-page.ts'
import type { IslandPage, Turning } from '../../islands/island-page.ts'
import { CurrentPage } from '../../components/page-context.ts'
import { IndicatorFigures } from './indicator-figures.tsx'
import type { ExploredChartProps } from './figure-part.ts'
import { indicatorQuery } from './indicator-query.ts'

const loadChart = (): Promise<ComponentType<ExploredChartProps>> =>
  import('./explored-indicator.tsx').then(({ ExploredIndicator }) => ExploredIndicator)

/** The view the address bar asks for. */
function requestedView({ context: { locale }, subject }: IslandPage): ViewRequest {
  const { pathname, search } = window.location
  const route = routeOf(splitPinned(pathname).path, new URLSearchParams(search))
  return route?.page === 'indicator' && route.slug === subject && route.locale === locale ? route.view : plainView
}

function onAddressChange(changed: () => void): () => void {
  window.addEventListener('popstate', changed)
  return () => window.removeEventListener('popstate', changed)
}

/** The page in the other language shows what this one shows. */
function pointLanguageLink({ context: { links }, subject }: IslandPage, view: ViewRequest): void {
  const link = document.querySelector<HTMLAnchorElement>('.site-header a[hreflang]')
  const locale = link?.hreflang === 'en' ? 'en' : 'da'
  if (link) link.href = pathOf({ page: 'indicator', locale, slug: subject, view }, links.pinnedTo)
}

interface IslandProps {
  readonly page: IslandPage
  /** By what the reader has asked to read the chart; `null`: not yet. */
  readonly wants: 'button' | 'pointer' | null
}

function IndicatorIsland({ page, wants }: IslandProps): JSX.Element {
  const { data } = useSuspenseQuery(indicatorQuery(page.subject, page.release))
  return <Figures document={data} page={page} wants={wants} />
}

function Figures({
  document: indicator,
  page,
  wants,
}: IslandProps & { readonly document: IndicatorDocument }): JSX.Element {
  const { locale } = page.context
  // What the address asks for; first what the page was written with, so that what is taken over is the same.
  const query = useSyncExternalStore(
    onAddressChange,
    () => viewQuery(requestedView(page), locale),
    () => page.shown,
  )
  const request = useMemo(() => viewRequestOf(new URLSearchParams(query), locale), [query, locale])
  const [Chart, setChart] = useState<ComponentType<ExploredChartProps> | null>(null)
  const [focused, setFocused] = useState(wants === 'button')
  const showChart = useCallback((): void => {
    // Where the script does not come, the drawing stays as it is.
    void loadChart().then(
      (loaded) => startTransition(() => setChart(() => loaded)),
      () => undefined,
    )
  }, [])
  const wantChart = (byButton: boolean): void => {
    if (byButton) setFocused(true)
    showChart()
  }
  useEffect(() => pointLanguageLink(page, request), [page, request])
  useEffect(() => {
    if (wants !== null) showChart()
  }, [wants, showChart])
  const goTo = (next: ViewRequest): void => {
    const { links } = page.context
    window.history.pushState(null, '', links.indicator(page.subject, next))
    window.dispatchEvent(new PopStateEvent('popstate'))
  }
  return <IndicatorFigures document={indicator} request={request} explore={{ goTo, Chart, wantChart, focused }} />
}

const isChart = (part: Element | null): boolean => part !== null && part.closest('[data-explore]') !== null

/** Takes the figures of an indicator over from the server's page. Rejects where their document cannot be had. */
export async function mount(element: HTMLElement, { pointedAt, clicked }: Turning): Promise<void> {
  const page = islandPageOf(element)
  const client = new QueryClient()
  // Fetched first: what is hydrated must be what the server wrote.
  await client.query(indicatorQuery(page.subject, page.release))
  const wants = isChart(clicked()) ? 'button' : isChart(pointedAt) ? 'pointer' : null
  hydrateRoot(
    element,
    <QueryClientProvider client={client}>
      <CurrentPage value={page.context}>
        <IndicatorIsland page={page} wants={wants} />
      </CurrentPage>
    </QueryClientProvider>,
  )
}
