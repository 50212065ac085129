import { FrameworkDocument, IndicatorsDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { queryOptions } from '@tanstack/react-query'
import { fetchDocument } from '../../documents/fetch-document.ts'

/** Policies as a release has them, by their slugs, separated by spaces. */
export function frameworksQuery(slugs: string, release: number) {
  return queryOptions({
    queryKey: ['frameworks', slugs, release],
    queryFn: () =>
      Promise.all(
        slugs
          .split(' ')
          .filter((slug) => slug !== '')
          .map((slug) => fetchDocument(documentPath.framework(slug), release, FrameworkDocument)),
      ),
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
