import { FrameworkDocument, IndicatorsDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { queryOptions } from '@tanstack/react-query'
import { fetchDocument } from '../../lib/fetch-document.ts'

/** A policy as a release has it. */
export function frameworkQuery(slug: string, release: number) {
  return queryOptions({
    queryKey: ['framework', slug, release],
    queryFn: () => fetchDocument(documentPath.framework(slug), release, FrameworkDocument),
    staleTime: 'static',
  })
}

/** All indicators as a release has them. */
export function indicatorsQuery(release: number) {
  return queryOptions({
    queryKey: ['indicators', release],
    queryFn: () => fetchDocument(documentPath.indicators, release, IndicatorsDocument),
    staleTime: 'static',
  })
}
