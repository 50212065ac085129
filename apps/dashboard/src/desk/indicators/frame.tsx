import { useQuery } from '@tanstack/react-query'
import type { JSX, ReactNode } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { locale, textOf } from '../client/locale.ts'
import { usePart } from '../client/parts.ts'
import { indicatorQuery } from '../client/policy.ts'
import type { Answered } from '../client/request.ts'
import { IndicatorTabs, type IndicatorTab } from '../widgets/indicator-tabs.tsx'
import { Page } from '../widgets/page.tsx'
import { Loaded } from '../widgets/state.tsx'
import { words } from './words.ts'
import './room.css'

/** What surrounds each page of an indicator: its name, and the way to the others. */
export function IndicatorFrame({
  tab,
  title,
  actions,
  children,
}: {
  readonly tab: IndicatorTab
  /** What the page is about; the name of the indicator stands before it. */
  readonly title?: string
  readonly actions?: ReactNode
  readonly children: (stands: Answered<Indicator>) => ReactNode
}): JSX.Element {
  const slug = usePart('slug')
  const query = useQuery(indicatorQuery(slug))
  return (
    <Loaded query={query}>
      {(stands) => {
        const name = textOf(stands.value.name)
        return (
          <Page
            title={title === undefined ? name : `${name}: ${title.toLowerCase()}`}
            trail={[{ href: deskPath(locale, 'goals'), label: words.goalsTitle }]}
            lead={<IndicatorTabs slug={slug} current={tab} />}
            actions={actions}
          >
            {children(stands)}
          </Page>
        )
      }}
    </Loaded>
  )
}
