import type { IndicatorDocument, ObservationsDocument } from '@pejling/domain/release/documents'
import type { Release } from '@pejling/domain/release/release'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import { sharedLicence } from '@pejling/domain/source/licence'
import JSZip from 'jszip'
import { observationsToCsv } from './csv-export.ts'
import { tableColumns } from './observation-table.ts'

const numbers = new Set(['value', 'numerator', 'denominator', 'margin'])
const required = new Set(['indicator', 'area', 'period', 'unit', 'status'])

const columnTitles: Readonly<Record<string, string>> = {
  area: 'Code of the area (Danmarks Statistik)',
  period: 'Period',
  value: 'The figure, in the unit; empty where there is none',
  numerator: 'What the figure counts, where it is a share',
  denominator: 'What it is a share of',
  status: 'SDMX CL_OBS_STATUS',
  sample_size: 'Answers a survey rests on',
  margin: 'Half the width of the 95 % interval, in the unit',
  provenance: 'How the figure came here',
  footnote_da: 'Footnote, in Danish',
  footnote_en: 'Footnote, in English',
}

/** What describes a table of an indicator on the web, after CSV on the Web (W3C, tabular metadata). */
export function csvMetadata(
  document: ObservationsDocument,
  { indicator, sources, dimensions }: IndicatorDocument,
  release: Pick<Release, 'number' | 'publishedAt'>,
  url: string,
): object {
  const licence = sharedLicence(sources)
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url,
    'dc:title': [
      { '@value': indicator.name.da, '@language': 'da' },
      { '@value': indicator.name.en, '@language': 'en' },
    ],
    'dc:description': [
      { '@value': indicator.definition.da, '@language': 'da' },
      { '@value': indicator.definition.en, '@language': 'en' },
    ],
    'dc:source': sources.map(({ producer, title }) => `${producer.en}: ${title.en}`),
    ...(licence !== null && { 'dc:license': { '@id': licence } }),
    'dc:modified': { '@value': release.publishedAt, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
    'dc:hasVersion': `release ${release.number}`,
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], delimiter: ',', header: true },
    tableSchema: {
      columns: tableColumns(document.dimensions, document.demonstration).map((name) => {
        const dimension = dimensions.find(({ slug }) => slug === name)
        const groups = dimension?.categories.map(({ slug }) => slug)
        return {
          name,
          titles: [name],
          'dc:description': dimension ? `${dimension.name.en}; empty: all together` : (columnTitles[name] ?? name),
          datatype: numbers.has(name)
            ? 'number'
            : name === 'sample_size'
              ? 'integer'
              : groups
                ? { base: 'string', format: `(${groups.join('|')})` }
                : 'string',
          required: required.has(name),
        }
      }),
      primaryKey: ['area', ...document.dimensions, 'period'],
    },
  }
}

function readme(
  document: ObservationsDocument,
  { indicator, sources }: IndicatorDocument,
  release: Pick<Release, 'number' | 'publishedAt'>,
): string {
  const used = [...new Set(document.observations.map(({ status }) => status))]
  const part = (locale: 'da' | 'en'): string[] => [
    indicator.name[locale],
    '',
    indicator.definition[locale],
    '',
    ...sources.map(({ producer, title, url, licence }) =>
      [`${producer[locale]}: ${title[locale]}`, url, licence?.name[locale]].filter(Boolean).join(', '),
    ),
    '',
    ...used.map((status) => `${status}  ${statusWords[status].words[locale]}`),
    ...indicator.breaks.map(({ period, reason }) => `${period}  ${reason[locale]}`),
    ...indicator.caveats.map((caveat) => `* ${caveat[locale]}`),
  ]
  const { slug } = indicator
  return [
    ...(document.demonstration ? ['OPFUNDNE TAL / INVENTED FIGURES', ''] : []),
    `${slug}.csv                 tal / figures (UTF-8, RFC 4180)`,
    `${slug}.csv-metadata.json   kolonner / columns (CSVW)`,
    `udgivelse / release ${release.number}, ${release.publishedAt}`,
    '',
    '— dansk —',
    ...part('da'),
    '',
    '— English —',
    ...part('en'),
    '',
  ].join('\r\n')
}

/** An indicator's figures with what is needed to understand them without this site: table, description of its columns, and a text to read first. */
export async function csvPackage(
  document: ObservationsDocument,
  about: IndicatorDocument,
  release: Pick<Release, 'number' | 'publishedAt'>,
): Promise<Buffer> {
  const zip = new JSZip()
  const { slug } = about.indicator
  // The day of the release, so that the same release makes the same bytes.
  const date = new Date(release.publishedAt)
  zip.file('README.txt', `\uFEFF${readme(document, about, release)}`, { date })
  zip.file(`${slug}.csv`, observationsToCsv(document, 'standard'), { date })
  zip.file(`${slug}.csv-metadata.json`, JSON.stringify(csvMetadata(document, about, release, `${slug}.csv`), null, 2), {
    date,
  })
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
