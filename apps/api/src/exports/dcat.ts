import { apiPath } from '@pejling/addresses/api'
import { linksFor } from '@pejling/addresses/links'
import { fragmentWords } from '@pejling/addresses/words'
import { dateOfDay } from '@pejling/domain/day'
import type { Framework } from '@pejling/domain/framework'
import { comparePeriods, periodOf } from '@pejling/domain/period/period'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { slugFrom } from '@pejling/domain/slug'
import { sharedLicence } from '@pejling/domain/source/licence'
import { producersOf } from '@pejling/domain/source/producers'
import { inARow, type Locale, type Text } from '@pejling/domain/text'
import jsonld from 'jsonld'
import { Parser, Writer } from 'n3'
import { z } from 'zod'
import type { Site } from '@pejling/page-contract/site'

/** The namespaces of the catalogue. */
const namespaces = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  adms: 'http://www.w3.org/ns/adms#',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  dcatap: 'http://data.europa.eu/r5r/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

const authority = 'http://publications.europa.eu/resource/authority'

/** How often figures come, in the European Union's list, by years from one to the next. */
const frequencies: readonly (readonly [years: number, code: string])[] = [
  [0.25, 'QUARTERLY'],
  [0.5, 'ANNUAL_2'],
  [1, 'ANNUAL'],
  [2, 'BIENNIAL'],
  [3, 'TRIENNIAL'],
  [4, 'QUADRENNIAL'],
  [5, 'QUINQUENNIAL'],
]

/** Where and as what an indicator's figures are fetched. */
const distributions = [
  {
    ending: 'csv',
    mediaType: 'text/csv',
    fileType: 'CSV',
    words: {
      da: 'En række for hvert tal, med komma mellem felterne',
      en: 'A row for each figure, separated by commas',
    },
  },
  {
    ending: 'json',
    mediaType: 'application/json',
    fileType: 'JSON',
    words: { da: 'Et objekt for hvert tal', en: 'An object for each figure' },
  },
  {
    ending: 'json-stat',
    mediaType: 'application/json',
    fileType: 'JSON',
    words: { da: 'En kube efter JSON-stat 2.0', en: 'A cube after JSON-stat 2.0' },
  },
  {
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileType: 'XLSX',
    words: { da: 'Projektmappe med tal, metadata og noter', en: 'Workbook with figures, metadata and notes' },
  },
  {
    ending: 'sdmx-csv',
    mediaType: 'application/vnd.sdmx.data+csv',
    fileType: 'CSV',
    words: { da: 'Tabel efter SDMX-CSV 2.0.0', en: 'Table after SDMX-CSV 2.0.0' },
  },
  {
    ending: 'zip',
    mediaType: 'application/zip',
    fileType: 'ZIP',
    words: {
      da: 'CSV med en vejledning og beskrevne kolonner (CSVW)',
      en: 'CSV with a text to read first and its columns described (CSVW)',
    },
  },
] as const

const inBoth = ({ da, en }: Text) => [
  { '@value': da, '@language': 'da' },
  { '@value': en, '@language': 'en' },
]
const reference = (id: string) => ({ '@id': id })
/** A thing of a list of others', with what it is: the profiles demand that, and readers need not have the list at hand. */
const known = (id: string, type: string) => ({ '@id': id, '@type': type })
const concept = (id: string, name: Text) => ({ ...known(id, 'skos:Concept'), 'skos:prefLabel': inBoth(name) })
const day = (date: string) => ({ '@value': date, '@type': 'xsd:date' })
const moment = (at: string) => ({ '@value': at, '@type': 'xsd:dateTime' })

const languageCodes: Readonly<Record<Locale, string>> = { da: 'DAN', en: 'ENG' }
const inLanguages = ({ languages }: Pick<CatalogueParts, 'languages'>) =>
  languages.map((one) => known(`${authority}/language/${languageCodes[one]}`, 'dct:LinguisticSystem'))
const themes = [
  concept(`${authority}/data-theme/GOVE`, {
    da: 'Regeringen og den offentlige sektor',
    en: 'Government and public sector',
  }),
  concept(`${authority}/data-theme/SOCI`, { da: 'Befolkning og samfund', en: 'Population and society' }),
]
const completed = concept(`${authority}/distribution-status/COMPLETED`, { da: 'afsluttet', en: 'completed' })
const stable = concept(`${authority}/planned-availability/STABLE`, { da: 'stabil', en: 'stable' })
const localAuthority = concept('http://purl.org/adms/publishertype/LocalAuthority', {
  da: 'Lokal myndighed',
  en: 'Local Authority',
})

/** An indicator with the dates of its figures: when there were first any, and when they last changed. */
export interface OfferedIndicator {
  readonly document: IndicatorDocument
  readonly issuedAt: string
  readonly modifiedAt: string
}

type Policy = Pick<Framework, 'organisation' | 'title'>

/** What a catalogue is made of. */
export interface CatalogueParts {
  /** The policies whose goals are measured, the first first. */
  readonly policies: readonly [Policy, ...Policy[]]
  /** The languages of the site. */
  readonly languages: readonly Locale[]
  /** The indicators that are offered as data. */
  readonly indicators: readonly OfferedIndicator[]
  readonly firstPublishedAt: string
  readonly site: Site
}

const links = linksFor('da', null)

/** What is said where not all the figures have one and the same known licence. */
function rightsOf(id: string, sources: IndicatorDocument['sources']): object {
  const inLanguage = (locale: Locale): string => {
    const unknown = locale === 'da' ? 'licens ikke oplyst' : 'licence not stated'
    return sources.map(({ producer, licence }) => `${producer[locale]}: ${licence?.name[locale] ?? unknown}`).join('; ')
  }
  return { ...known(id, 'dct:RightsStatement'), 'rdfs:label': inBoth({ da: inLanguage('da'), en: inLanguage('en') }) }
}

/**
 * A data set. Everything in it has an address, so that the catalogue is the same graph, and the same bytes, each time it is
 * made: nodes without one would be numbered again.
 */
function dataset({ document, issuedAt, modifiedAt }: OfferedIndicator, parts: CatalogueParts): object {
  const { site } = parts
  const { indicator, sources, areas, series, goals } = document
  const { slug, name, definition, cadence } = indicator
  const absolute = (path: string): string => new URL(path, site.url).href
  const within = (part: string): string => absolute(`${links.indicator(slug)}#${part}`)
  const periods = series
    .flatMap(({ observations }) => observations.map(({ period }) => periodOf(cadence.periodKind, period)))
    .sort(comparePeriods)
  const [first, last] = [periods[0], periods.at(-1)]
  const licence = sharedLicence(sources)
  const [creator, ...contributors] = producersOf(sources, 'da').map((producer) => ({
    ...known(absolute(`${links.page('data')}#${slugFrom(producer)}`), 'foaf:Agent'),
    'foaf:name': { '@value': producer, '@language': 'da' },
  }))
  const frequency = frequencies.find(([years]) => years === cadence.everyYears)?.[1] ?? 'IRREG'
  const page = links.indicator(slug)
  const place = areas.find(({ code }) => code === indicator.area)
  return {
    '@id': within(fragmentWords.dataset.da),
    '@type': 'dcat:Dataset',
    'dct:title': inBoth(name),
    'dct:description': inBoth(definition),
    'dct:identifier': slug,
    'dct:publisher': reference(absolute(`${links.overview}#organisation`)),
    // The Danish profile has one creator.
    ...(creator && { 'dct:creator': creator }),
    ...(contributors.length > 0 && { 'dct:contributor': contributors }),
    'dct:language': inLanguages(parts),
    'dct:issued': moment(issuedAt),
    'dct:modified': moment(modifiedAt),
    'dct:accrualPeriodicity': known(`${authority}/frequency/${frequency}`, 'dct:Frequency'),
    'dct:accessRights': known(`${authority}/access-right/PUBLIC`, 'dct:RightsStatement'),
    'dcat:theme': themes,
    'dcat:keyword': goals.flatMap(({ focusArea }) => inBoth(focusArea)),
    'dcat:landingPage': { '@id': absolute(page), '@type': 'foaf:Document' },
    'dcat:contactPoint': reference(absolute(`${links.overview}#kontakt`)),
    ...(place && {
      'dct:spatial': {
        ...known(absolute(`${apiPath('areas', {})}#${place.code}`), 'dct:Location'),
        'skos:prefLabel': inBoth(place.name),
        'dct:identifier': place.code,
      },
    }),
    ...(first &&
      last && {
        'dct:temporal': {
          ...known(within('temporal'), 'dct:PeriodOfTime'),
          'dcat:startDate': day(dateOfDay(first.start)),
          'dcat:endDate': day(dateOfDay(last.end - 1)),
        },
      }),
    // The producers' tables are not described as data sets here, which `dct:source` would demand.
    'prov:wasDerivedFrom': sources.flatMap(({ url }) => (url === null ? [] : [reference(url)])),
    'dct:provenance': sources.map(({ slug: source, producer, title }) => ({
      ...known(within(`provenance-${source}`), 'dct:ProvenanceStatement'),
      'rdfs:label': inBoth({ da: `${producer.da}: ${title.da}`, en: `${producer.en}: ${title.en}` }),
    })),
    'dcat:distribution': distributions.map(({ ending, mediaType, fileType, words }) => {
      const address = absolute(apiPath('observationsAs', { slug, format: ending }))
      return {
        '@id': `${address}#distribution`,
        '@type': 'dcat:Distribution',
        'dct:title': inBoth({ da: `${name.da} (${ending})`, en: `${name.en} (${ending})` }),
        'dct:description': inBoth(words),
        'dcat:accessURL': reference(address),
        'dcat:downloadURL': reference(address),
        'dcat:mediaType': known(`http://www.iana.org/assignments/media-types/${mediaType}`, 'dct:MediaType'),
        'dct:format': known(`${authority}/file-type/${fileType}`, 'dct:MediaTypeOrExtent'),
        'dct:modified': moment(modifiedAt),
        'adms:status': completed,
        'dcatap:availability': stable,
        ...(licence
          ? { 'dct:license': known(licence, 'dct:LicenseDocument') }
          : { 'dct:rights': rightsOf(within('rights'), sources) }),
      }
    }),
  }
}

/**
 * What is offered as open data, after DCAT-AP 3 with what its Danish profile requires: a dataset for each indicator, with a
 * distribution for each format. As JSON-LD.
 */
export function catalogueOf(parts: CatalogueParts): object {
  const { policies, indicators, firstPublishedAt, site } = parts
  const absolute = (path: string): string => new URL(path, site.url).href
  const [{ organisation }] = policies
  const latest = indicators.reduce((at, { modifiedAt }) => (modifiedAt > at ? modifiedAt : at), firstPublishedAt)
  const titles = (locale: Locale): string[] => policies.map(({ title }) => title[locale])
  const named = (locale: Locale): string => `${organisation.name[locale]}: ${inARow(titles(locale), locale)}`
  const within = (locale: Locale): string =>
    inARow(
      titles(locale).map((title) => title.toLocaleLowerCase(locale)),
      locale,
    )
  return {
    '@context': namespaces,
    '@id': absolute(links.catalogue),
    '@type': 'dcat:Catalog',
    'dct:title': inBoth({ da: named('da'), en: named('en') }),
    'dct:description': inBoth({
      da: `Tal og vurderinger af, hvor langt ${organisation.name.da} er fra målene i ${within('da')}.`,
      en: `Figures and verdicts on how far ${organisation.name.en} is from the goals of its ${within('en')}.`,
    }),
    'dct:publisher': {
      '@id': absolute(`${links.overview}#organisation`),
      '@type': 'foaf:Agent',
      'foaf:name': inBoth(organisation.name),
      'dct:type': localAuthority,
    },
    'dct:language': inLanguages(parts),
    'dct:issued': moment(firstPublishedAt),
    'dct:modified': moment(latest),
    'foaf:homepage': { '@id': absolute(links.page('data')), '@type': 'foaf:Document' },
    'dcat:themeTaxonomy': {
      ...known(`${authority}/data-theme`, 'skos:ConceptScheme'),
      'dct:title': inBoth({ da: 'Datatema', en: 'Data theme' }),
    },
    'dcat:contactPoint': {
      '@id': absolute(`${links.overview}#kontakt`),
      '@type': ['vcard:Kind', 'vcard:Organization'],
      'vcard:fn': organisation.name.da,
      'vcard:hasURL': reference(absolute(links.page('about'))),
      ...(site.contact.email !== null && { 'vcard:hasEmail': reference(`mailto:${site.contact.email}`) }),
    },
    'dcat:dataset': indicators.map((offered) => dataset(offered, parts)),
  }
}

/** The same as Turtle. */
export async function catalogueAsTurtle(catalogue: object): Promise<string> {
  const quads = z.string().parse(await jsonld.toRDF({ ...catalogue }, { format: 'application/n-quads' }))
  const writer = new Writer({ prefixes: namespaces })
  writer.addQuads(new Parser({ format: 'N-Quads' }).parse(quads))
  return new Promise((resolve, reject) => {
    writer.end((error: Error | null, text: string) => (error === null ? resolve(text) : reject(error)))
  })
}
