import JSZip from 'jszip'
import { writeJsonStat, type CubeDimension } from '../../exports/json-stat.ts'
import { sexes, Truth, years } from './layout.fixture.ts'
import type { CorpusFile, Topic } from './material.fixture.ts'

/*
 * Formats that describe themselves: PX, JSON-stat and SDMX-CSV, as statistical offices publish them.
 */

const areas = ['000', '217'] as const

interface Variant {
  readonly name: string
  readonly topic: Topic
  readonly write: (truth: Truth) => string
  readonly encode?: (text: string) => Uint8Array
  readonly locale?: 'da' | 'en'
  readonly isClear?: boolean
}

const codeOf = (koen: (typeof sexes)[number]): string => ({ all: 'TOT', kvinder: 'K', maend: 'M' })[koen ?? 'all']
const list = (texts: readonly string[]): string => texts.map((text) => `"${text}"`).join(',')

/** A PX file as PxWeb and StatBank write it. */
function px(truth: Truth, more: readonly string[] = [], withMarks = false): string {
  const data = areas.flatMap((area) =>
    sexes.map((koen) =>
      years
        .map((period) => {
          if (withMarks && koen === undefined && period === '2021') {
            truth.miss({ area, period })
            return '".."'
          }
          return truth.take({ area, koen, period })
        })
        .join(' '),
    ),
  )
  return [
    'CHARSET="ANSI"',
    'AXIS-VERSION="2010"',
    'LANGUAGE="da"',
    'MATRIX="FOR1"',
    'SUBJECT-AREA="Kultur"',
    'DECIMALS=1',
    `TITLE="Foreningsaktive efter område, køn"\n" og tid"`,
    'CONTENTS="Foreningsaktive"',
    'UNITS="pct."',
    `STUB="område","køn"`,
    'HEADING="tid"',
    `VALUES("område")=${list(areas.map((area) => truth.area(area)))}`,
    `VALUES("køn")=${list(sexes.map((koen) => truth.sex(koen)))}`,
    `VALUES("tid")=${list(years)}`,
    `TIMEVAL("tid")=TLIST(A1),${list(years)}`,
    `CODES("område")=${list(areas)}`,
    `CODES("køn")=${list(sexes.map(codeOf))}`,
    'SOURCE="Danmarks Statistik"',
    'NOTE="Opgjort ved årets udgang.#Se kilden; også for ""metode"""'.replaceAll('""', "'"),
    ...more,
    `DATA=\n${data.join('\n')}`,
    '',
  ].join(';\n')
}

function jsonStat(truth: Truth, isFormer: boolean): string {
  const dimensions: CubeDimension[] = [
    {
      id: 'OMRÅDE',
      label: 'område',
      role: 'geo',
      categories: areas.map((code) => ({ code, label: truth.area(code) })),
    },
    {
      id: 'KØN',
      label: 'køn',
      role: null,
      categories: sexes.map((koen) => ({ code: codeOf(koen), label: truth.sex(koen) })),
    },
    {
      id: 'ContentsCode',
      label: 'indhold',
      role: 'metric',
      categories: [{ code: 'FOR1', label: 'Foreningsaktive', unit: { label: 'pct.', decimals: 1 } }],
    },
    { id: 'Tid', label: 'tid', role: 'time', categories: years.map((code) => ({ code, label: code })) },
  ]
  const values = areas.flatMap((area) =>
    sexes.flatMap((koen) => years.map((period) => truth.take({ area, koen, period }))),
  )
  const text = writeJsonStat({
    label: 'Foreningsaktive efter område, køn, indhold og tid',
    source: 'Danmarks Statistik',
    updated: '2025-03-01T07:00:00Z',
    notes: [],
    dimensions,
    values: new Map(values.entries()),
    statuses: new Map(),
    extension: {},
  })
  if (!isFormer) return text
  const { id, size, role, dimension, label, source, updated, value } = JSON.parse(text)
  return JSON.stringify({
    dataset: { dimension: { ...dimension, id, size, role }, label, source, updated, value: Object.values(value) },
  })
}

const collection = (truth: Truth): string =>
  JSON.stringify({
    version: '2.0',
    class: 'collection',
    label: 'Kultur',
    link: { item: [JSON.parse(jsonStat(truth, false))] },
  })

function sdmx1(truth: Truth): string {
  const rows = areas.flatMap((area) =>
    sexes.flatMap((koen) =>
      years.map(
        (period) =>
          `DST:FOR1(1.0),${area},${{ all: '_T', kvinder: 'KVINDER', maend: 'MAEND' }[koen ?? 'all']},${period},${truth.take({ area, koen, period })},A`,
      ),
    ),
  )
  return ['DATAFLOW,REF_AREA,KOEN,TIME_PERIOD,OBS_VALUE,OBS_STATUS', ...rows].join('\r\n')
}

/** SDMX-CSV 2.0 with names beside the codes. */
function sdmx2(truth: Truth): string {
  const name = { all: '_T: I alt', kvinder: 'F: Kvinder', maend: 'M: Mænd' } as const
  const rows = areas.flatMap((area) =>
    sexes.flatMap((koen) =>
      years.map(
        (period) =>
          `dataflow,DST:FOR1(1.0),I,${area}: ${truth.area(area)},${name[koen ?? 'all']},${period},${truth.take({ area, koen, period })},A: Normal`,
      ),
    ),
  )
  return [
    'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA: Område,SEX: Køn,TIME_PERIOD: Tid,OBS_VALUE: Værdi,OBS_STATUS: Status',
    ...rows,
  ].join('\r\n')
}

/** Rows that are to be deleted: they hold figures that must not be written. */
function sdmxDelete(truth: Truth): string {
  return [
    'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE',
    ...years.map((period) => `dataflow,DST:FOR1(1.0),D,217,${period},${truth.pass({ area: '217', period })}`),
  ].join('\r\n')
}

const ansi = (text: string): Uint8Array => Buffer.from(text, 'latin1')

const variants: readonly Variant[] = [
  { name: 'statistikbank.px', topic: 'share', write: (truth) => px(truth), encode: ansi },
  { name: 'statistikbank-utf8.px', topic: 'share', write: (truth) => px(truth, ['CODEPAGE="utf-8"']) },
  {
    name: 'med-engelsk.px',
    topic: 'share',
    write: (truth) =>
      px(truth, [
        'LANGUAGES="da","en"',
        'TITLE[en]="Active in associations"',
        'VALUES[en]("sex")="Total","Women","Men"',
      ]),
    encode: ansi,
  },
  { name: 'manglende.px', topic: 'share', write: (truth) => px(truth, [], true), encode: ansi },
  { name: 'dst-2.0.json', topic: 'share', write: (truth) => jsonStat(truth, false) },
  { name: 'dst-1.x.json', topic: 'share', write: (truth) => jsonStat(truth, true) },
  { name: 'samling.json', topic: 'share', write: collection },
  { name: 'engelsk.json', topic: 'share', write: (truth) => jsonStat(truth, false), locale: 'en' },
  { name: 'sdmx-1.0.csv', topic: 'share', write: sdmx1 },
  { name: 'sdmx-2.0.csv', topic: 'share', write: sdmx2 },
  { name: 'sdmx-2.0-bom.csv', topic: 'share', write: (truth) => `\uFEFF${sdmx2(truth)}` },
  { name: 'sdmx-slet.csv', topic: 'share', write: sdmxDelete, isClear: false },
]

/** The files of the formats that describe themselves. */
export const selfDescribed = (): CorpusFile[] =>
  variants.map(({ name, topic, write, encode = (text) => Buffer.from(text), locale = 'da', isClear = true }) => {
    const truth = new Truth(topic, locale)
    return { name, bytes: encode(write(truth)), topic, figures: truth.figures, isClear }
  })

async function zipOf(names: readonly string[]): Promise<Uint8Array> {
  const archive = new JSZip()
  for (const name of names) archive.file(name, `<x name="${name}"/>`)
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** The beginning of an OLE container: old Excel and Word files are such. */
const oleOf = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
  ])

/** Files that are no tables: they are refused whole, and what they are is said. */
export async function noTables(): Promise<CorpusFile[]> {
  const files: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ['rapport.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
    ['gammel.xls', oleOf('Workbook')],
    ['brev.docx', await zipOf(['[Content_Types].xml', 'word/document.xml'])],
    ['samlet.zip', await zipOf(['tal-2023.csv', 'tal-2024.csv'])],
    ['ødelagt.xlsx', Buffer.from('PK\u0003\u0004 slet ikke et regneark')],
    ['svar.json', Buffer.from('{"tal": [1, 2, 3]}')],
    ['side.html', Buffer.from('<html><body><p>Siden findes ikke</p></body></html>')],
  ]
  return files.map(([name, bytes]) => ({
    name,
    bytes,
    topic: 'share',
    figures: new Map(),
    isClear: false,
    isRefused: true,
  }))
}
