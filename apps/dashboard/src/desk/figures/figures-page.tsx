import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { deskPath } from '@pejling/addresses/desk'
import { Slug } from '@pejling/domain/slug'
import { Suspense, useMemo, type JSX } from 'react'
import { locale, textOf } from '../client/locale.ts'
import { overviewQuery } from '../client/overview.ts'
import { useSearchState } from '../client/search.ts'
import { IndicatorTabs } from '../widgets/indicator-tabs.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Failed, Loading } from '../widgets/state.tsx'
import { AskedFor } from './asked-for.tsx'
import { FiguresSheet } from './figures-sheet.tsx'
import { useDefinitions } from './queries.ts'
import { View } from './view.ts'
import { words } from './words.ts'
import './figures.css'

function Figures({ slug }: { readonly slug: string }): JSX.Element {
  const defined = useDefinitions(slug)
  const overview = useQuery(overviewQuery)
  const [read, change] = useSearchState(View)
  // The same object for the same address.
  const address = JSON.stringify(read)
  const view = useMemo(() => View.parse(JSON.parse(address)), [address])
  const { indicator } = defined
  const state = overview.data?.value.indicators.find((one) => one.slug === slug)
  return (
    <Framed
      title={words.title(textOf(indicator.name))}
      trail={[{ href: deskPath(locale, 'allFigures'), label: words.allFigures }]}
      actions={<IndicatorTabs slug={slug} current="figures" />}
    >
      <AskedFor indicator={indicator} state={state} />
      {overview.data === undefined ? (
        overview.error === null ? (
          <Loading />
        ) : (
          <Failed error={overview.error} retry={overview.refetch} />
        )
      ) : (
        <FiguresSheet
          defined={defined}
          state={state}
          findings={overview.data.value.findings.filter((one) => one.indicator === slug)}
          today={overview.data.value.today}
          view={view}
          onView={change}
        />
      )}
    </Framed>
  )
}

/** The figures of an indicator: typed as in a spreadsheet, with what readers would see beside them. */
export function Page(): JSX.Element {
  const slug = Slug.catch('').parse(useParams({ strict: false })['slug'])
  return (
    <Suspense fallback={<Loading />}>
      <Figures key={slug} slug={slug} />
    </Suspense>
  )
}
