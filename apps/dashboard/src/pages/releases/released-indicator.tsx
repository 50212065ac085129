import type { IndicatorChange } from '@pejling/domain/release/release'
import type { JSX, ReactNode } from 'react'
import { type Links, linksFor } from '@pejling/addresses/links'
import { usePage } from '../../components/page-context.ts'

/** The two releases that are compared; `since` 0 is before the first. */
export interface ComparedReleases {
  readonly since: number
  readonly release: number
}

/**
 * The addresses of the pages as they were in a release; the page's own links where that is the release it belongs to, or one
 * that is only being prepared.
 */
export function useLinksIn(release: number): Links {
  const { locale, links, release: shown } = usePage()
  return shown === null || release >= shown.number ? links : linksFor(locale, release)
}

interface ReleasedIndicatorProps {
  readonly change: Pick<IndicatorChange, 'indicator' | 'name' | 'change'>
  readonly compared: ComparedReleases
  /** What the link says; the indicator's name where nothing is given. */
  readonly children?: ReactNode
}

/** A link to an indicator as it is in the release shown; to what it was where it is no more. */
export function ReleasedIndicator({ change, compared, children }: ReleasedIndicatorProps): JSX.Element {
  const { locale } = usePage()
  const links = useLinksIn(change.change === 'removed' ? compared.since : compared.release)
  return <a href={links.indicator(change.indicator)}>{children ?? change.name[locale]}</a>
}
