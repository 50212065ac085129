import { formatDate, periodLabel, periodOf } from '@pejling/domain/period/period'
import { inventedFigures } from '@pejling/domain/release/invented'
import { statusWords, verdictWords } from '@pejling/domain/sentence/verdict-words'
import { producersOf } from '@pejling/domain/source/producers'
import type { Locale } from '@pejling/domain/text'
import { formatShortUnit } from '@pejling/domain/unit/format'
import { writeXlsx, type Cell, type CellValue, type WriteSheet } from 'hucre/xlsx'
import { numberFormat, type MeetingFile } from './meeting-file.ts'

const da = {
  sheets: ['Punkter', 'Tal', 'Om'] satisfies readonly [items: string, figures: string, about: string],
  items: ['nr.', 'hører til', 'punkt', 'vurdering', 'fund', 'indikator', 'kilde', 'indstilling', 'besluttet'],
  figures: ['nr.', 'indikator', 'område', 'gruppe', 'periode', 'værdi', 'enhed', 'status', 'fodnote'],
  about: ({ meeting, release, address }: MeetingFile): readonly (readonly [string, string])[] => [
    ['Møde', `${meeting.committee}, ${formatDate(meeting.date, 'da')}`],
    ['Udgivelse', `${release.number}, ${formatDate(release.publishedAt, 'da')}`],
    ['Adresse', address],
    ['Tomme værdier', 'Hvorfor en værdi mangler, står i kolonnen status.'],
    ...(meeting.demonstration ? [['Bemærk', inventedFigures.da] as const] : []),
  ],
}

const en: typeof da = {
  sheets: ['Items', 'Figures', 'About'],
  items: ['no.', 'belongs to', 'item', 'verdict', 'finding', 'indicator', 'source', 'recommendation', 'decided'],
  figures: ['no.', 'indicator', 'area', 'group', 'period', 'value', 'unit', 'status', 'footnote'],
  about: ({ meeting, release, address }) => [
    ['Meeting', `${meeting.committee}, ${formatDate(meeting.date, 'en')}`],
    ['Release', `${release.number}, ${formatDate(release.publishedAt, 'en')}`],
    ['Address', address],
    ['Empty values', 'Why a value is missing stands in the column status.'],
    ...(meeting.demonstration ? [['Note', inventedFigures.en] as const] : []),
  ],
}

const workbookWords: Readonly<Record<Locale, typeof da>> = { da, en }

const bold = { style: { font: { bold: true } } }

/** A sheet with a heading line that stays in view. */
function tableSheet(
  name: string,
  headings: readonly string[],
  rows: readonly CellValue[][],
  widths: readonly number[],
): WriteSheet & { cells: Map<string, Partial<Cell>> } {
  return {
    name,
    // What is longer than its column is read in several lines.
    columns: widths.map((width) => ({ width, style: { alignment: { wrapText: true, vertical: 'top' } } })),
    rows: [[...headings], ...rows],
    cells: new Map(headings.map((_, column) => [`0,${column}`, bold])),
    freezePane: { rows: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  }
}

/** The figures of a meeting as a workbook (XLSX): its items, every figure of what they show, and where these are from. */
export async function meetingWorkbook(file: MeetingFile): Promise<Buffer> {
  const { shown, locale } = file
  const words = workbookWords[locale]
  const items = shown.map((one, index): CellValue[] => [
    index + 1,
    one.kicker?.[locale] ?? null,
    one.name[locale],
    one.verdict === null ? null : verdictWords[one.verdict][locale],
    [one.sentence, one.compared, one.people].flatMap((sentence) => sentence?.[locale] ?? []).join(' ') || null,
    one.indicator?.indicator.name[locale] ?? null,
    producersOf(one.indicator?.sources ?? [], locale).join(', '),
    one.item.recommendation,
    one.item.decision,
  ])
  const figures = shown.flatMap(({ indicator: document }, index) => {
    if (!document) return []
    const { indicator, areas, dimensions } = document
    const kind = indicator.cadence.periodKind
    return document.series.flatMap(({ area, categories, observations }) => {
      const group = dimensions
        .flatMap(({ slug, categories: all }) => all.find((one) => one.slug === categories[slug])?.name[locale] ?? [])
        .join(', ')
      return observations.map(({ period, value, status, footnote }) => ({
        decimals: indicator.decimals,
        row: [
          index + 1,
          indicator.name[locale],
          areas.find(({ code }) => code === area)?.name[locale] ?? area,
          group,
          periodLabel(periodOf(kind, period), locale),
          value,
          value === null ? null : formatShortUnit(value, indicator, locale).trim(),
          status === 'A' ? null : statusWords[status].words[locale],
          footnote?.[locale] ?? null,
        ] satisfies CellValue[],
      }))
    })
  })
  const figureSheet = tableSheet(
    words.sheets[1],
    words.figures,
    figures.map(({ row }) => row),
    [5, 44, 18, 24, 14, 12, 14, 26, 50],
  )
  for (const [index, { decimals }] of figures.entries()) {
    figureSheet.cells.set(`${index + 1},5`, { style: { numFmt: numberFormat(decimals) } })
  }
  const bytes = await writeXlsx({
    properties: { title: `${file.meeting.committee}, ${formatDate(file.meeting.date, locale)}`, creator: 'Pejling' },
    sheets: [
      tableSheet(words.sheets[0], words.items, items, [5, 34, 50, 18, 60, 44, 26, 40, 40]),
      { ...figureSheet, autoFilter: { range: `A1:I${figures.length + 1}` } },
      {
        name: words.sheets[2],
        columns: [{ width: 18 }, { width: 90 }],
        rows: words.about(file).map((row) => [...row]),
      },
    ],
  })
  return Buffer.from(bytes)
}
