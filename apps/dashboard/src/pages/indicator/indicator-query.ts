import { IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { queryOptions } from '@tanstack/react-query'
import { fetchDocument } from '../../documents/fetch-document.ts'

/** An indicator as a release has it. What a release says never changes, so it is fetched once. */
export function indicatorQuery(slug: string, release: number) {
  return queryOptions({
    queryKey: ['indicator', slug, release],
    queryFn: () => fetchDocument(documentPath.indicator(slug), release, IndicatorDocument),
    staleTime: 'static',
  })
}
