import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { sharedLicence } from '@pejling/domain/source/licence'
import { producersOf } from '@pejling/domain/source/producers'
import type { Locale } from '@pejling/domain/text'
import type { Links } from '@pejling/addresses/links'
import { plainView } from '@pejling/addresses/view-request'
import type { Site } from '../../documents/site.ts'

/** The indicator as a schema.org `Dataset`, for search engines and data portals: https://schema.org/Dataset */
export function datasetOf(
  { indicator, sources, areas, series, dimensions, demonstration }: IndicatorDocument,
  locale: Locale,
  links: Links,
  { url }: Site,
  publisher: string,
): unknown {
  // What is invented must not be found as data.
  if (demonstration) return null
  const absolute = (path: string): string => new URL(path, url).href
  const years = series
    .filter(({ area }) => area === indicator.area)
    .flatMap(({ observations }) => observations.map(({ period }) => period.slice(0, 4)))
    .toSorted()
  const licence = sharedLicence(sources)
  const place = areas.find(({ code }) => code === indicator.area)
  const distribution = (path: string, format: string) => ({
    '@type': 'DataDownload',
    contentUrl: absolute(path),
    encodingFormat: format,
  })
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': absolute(links.indicator(indicator.slug, plainView)),
    url: absolute(links.indicator(indicator.slug, plainView)),
    identifier: indicator.slug,
    name: indicator.name[locale],
    description: indicator.definition[locale],
    inLanguage: locale,
    isAccessibleForFree: true,
    creator: producersOf(sources, locale).map((name) => ({
      '@type': 'Organization',
      name,
    })),
    publisher: { '@type': 'Organization', name: publisher, url },
    includedInDataCatalog: { '@type': 'DataCatalog', name: publisher, url: absolute(links.catalogue) },
    ...(links.pinnedTo === null ? {} : { version: String(links.pinnedTo) }),
    ...(licence === null ? {} : { license: licence }),
    ...(years.length > 0 ? { temporalCoverage: `${years[0]}/${years.at(-1)}` } : {}),
    ...(place ? { spatialCoverage: { '@type': 'Place', name: place.name[locale] } } : {}),
    variableMeasured: [
      {
        '@type': 'PropertyValue',
        name: indicator.name[locale],
        description: indicator.definition[locale],
        unitText: indicator.unit,
      },
      ...dimensions.map(({ name }) => ({ '@type': 'PropertyValue', name: name[locale] })),
    ],
    distribution: [
      distribution(links.standardCsv(indicator.slug), 'text/csv'),
      distribution(links.indicatorJson(indicator.slug), 'application/json'),
      distribution(
        links.figuresAs(indicator.slug, 'xlsx'),
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ),
      distribution(links.figuresAs(indicator.slug, 'json-stat'), 'application/json'),
      distribution(links.figuresAs(indicator.slug, 'zip'), 'application/zip'),
    ],
    isBasedOn: sources.flatMap(({ url: source }) => source ?? []),
  }
}
