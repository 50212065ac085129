import { outcomeKinds, outcomeWords } from '@pejling/domain/sentence/outcome'
import type { ShownItem } from '@pejling/domain/meeting/show'
import { isUnchanged } from '@pejling/domain/meeting/since'
import { formatDate } from '@pejling/domain/period/period'
import { inventedFigures } from '@pejling/domain/release/invented'
import { isMeasured } from '@pejling/domain/release/is-measured'
import { verdictWords } from '@pejling/domain/sentence/verdict-words'
import { producersOf } from '@pejling/domain/source/producers'
import type { Locale } from '@pejling/domain/text'
import { formatShortUnit } from '@pejling/domain/unit/format'
import { writableTexts } from '@pejling/domain/writable-text'
import { indicatorChartInput } from '@pejling/figures/chart-of-indicator'
import { plainChart, type PlainChart, type PlainSeries } from '@pejling/figures/plain-chart'
import { chartDescription } from '@pejling/figures/chart-description'
import { colours, toneColour, toneOf, toneTextColour } from '@pejling/figures/tone'
import JSZip from 'jszip'
import pptxgenjs from 'pptxgenjs'
import { z } from 'zod'
import { numberFormat, writeWorkbook } from '../exports/write-workbook.ts'
import type { MeetingFile } from './meeting-file.ts'

const da = {
  agenda: 'Dagsorden',
  figuresFrom: (release: number, date: string) => `Tal fra udgivelse ${release}, ${formatDate(date, 'da')}.`,
  source: (producers: string) => `Kilde: ${producers}. `,
  since: (date: string) => `Siden mødet ${formatDate(date, 'da')}`,
  unchanged: 'Tal og vurderinger er, som de var.',
  verdicts: 'Vurderinger',
  added: 'Nye tal',
  corrected: 'Rettede tal',
  late: 'Forsinkede tal',
  recommendation: 'Indstilling',
  more: (count: number) => `og ${count} til`,
}

const en: typeof da = {
  agenda: 'Agenda',
  figuresFrom: (release, date) => `Figures of release ${release}, ${formatDate(date, 'en')}.`,
  source: (producers) => `Source: ${producers}. `,
  since: (date) => `Since the meeting of ${formatDate(date, 'en')}`,
  unchanged: 'Figures and verdicts are as they were.',
  verdicts: 'Verdicts',
  added: 'New figures',
  corrected: 'Corrected figures',
  late: 'Late figures',
  recommendation: 'Recommendation',
  more: (count) => `and ${count} more`,
}

const slideWords: Readonly<Record<Locale, typeof da>> = { da, en }

// What the module exports is the class itself; its types (4.0.1) say it were one deeper.
const Presentation = z.custom<typeof pptxgenjs.default>((library) => typeof library === 'function').parse(pptxgenjs)
type Presentation = pptxgenjs.default
type Slide = pptxgenjs.default.Slide

/** A colour as the file format writes it. */
const hex = (colour: string): string => colour.slice(1).toUpperCase()
const ink = hex(colours.ink)
const secondary = hex(colours.secondary)
const language: Readonly<Record<Locale, string>> = { da: 'da-DK', en: 'en-GB' }
const master = 'PEJLING'
// On every machine that opens presentations; the site's own typefaces are not.
const [serif, sans] = ['Georgia', 'Arial']
/** How many lines of one kind are read from a wall; the rest is counted. */
const mostLines = 4

/** Places on a slide of 13.33 × 7.5 inches. */
const place = {
  top: { x: 0.6, y: 0.3, w: 7.6, h: 0.4 },
  heading: { x: 8.2, y: 0.3, w: 4.53, h: 0.4 },
  title: { x: 0.6, y: 0.75, w: 12.13, h: 1.05 },
  finding: { x: 0.6, y: 1.85, w: 12.13, h: 1.35 },
  chart: { x: 0.5, y: 3.25, w: 12.3, h: 3.55 },
  body: { x: 0.6, y: 1.95, w: 12.13, h: 4.8 },
  foot: { x: 0.6, y: 6.92, w: 10.9, h: 0.35 },
  number: { x: 11.6, y: 6.92, w: 1.13, h: 0.35 },
} as const

function defineMaster(file: Presentation, heading: string): void {
  file.defineSlideMaster({
    title: master,
    background: { color: hex(colours.paper) },
    objects: [
      {
        text: {
          text: heading,
          options: { ...place.heading, align: 'right', fontSize: 14, color: secondary, fontFace: sans },
        },
      },
      {
        placeholder: {
          options: {
            ...place.title,
            name: 'title',
            type: 'title',
            align: 'left',
            valign: 'top',
            margin: 0,
            fontFace: serif,
            fontSize: 24,
            bold: true,
            color: ink,
          },
          text: '',
        },
      },
    ],
  })
}

interface Look {
  readonly colour: string
  readonly width: number
  readonly marker: number
  readonly dash: 'solid' | 'sysDot'
  readonly isLabelled: boolean
}

const looks: Readonly<Record<PlainSeries['role'], Look>> = {
  headline: { colour: ink, width: 3, marker: 8, dash: 'solid', isLabelled: true },
  benchmark: { colour: hex(colours.benchmark), width: 2, marker: 5, dash: 'solid', isLabelled: false },
  target: { colour: hex(toneColour.good), width: 2, marker: 7, dash: 'sysDot', isLabelled: false },
}

/** The chart, native: it can be edited, and its figures lie in a workbook inside the file. */
function addChart(slide: Slide, { indicator: document }: ShownItem, locale: Locale): PlainChart | null {
  if (!document || !isMeasured(document)) return null
  const chart = plainChart(document, locale)
  const { indicator } = document
  const format = numberFormat(indicator.decimals)
  const groups = (['headline', 'benchmark', 'target'] as const).flatMap((role) => {
    const own = chart.series.filter((series) => series.role === role)
    const { colour, width, marker, dash, isLabelled } = looks[role]
    return own.length === 0
      ? []
      : [
          {
            type: 'line' as const,
            // The library takes what is missing for an empty text, which `mend` takes out again.
            data: own.map(({ name, values }) => ({
              name,
              labels: [...chart.categories],
              values: values.map((value) => value ?? NaN),
            })),
            options: {
              chartColors: [colour],
              lineSize: width,
              lineDash: dash,
              lineDataSymbol: 'circle' as const,
              lineDataSymbolSize: marker,
              showValue: isLabelled,
              dataLabelFormatCode: format,
              dataLabelFontSize: 14,
              dataLabelFontFace: sans,
              dataLabelColor: colour,
              dataLabelPosition: 't' as const,
            },
          },
        ]
  })
  const options: pptxgenjs.default.IChartOpts = {
    ...place.chart,
    altText: chartDescription(indicatorChartInput(document, locale, { width: 640, height: 320, standalone: false })),
    displayBlanksAs: 'span',
    showLegend: true,
    legendPos: 'b',
    legendFontSize: 14,
    legendFontFace: sans,
    legendColor: secondary,
    catAxisLabelFontSize: 14,
    catAxisLabelFontFace: sans,
    catAxisLabelColor: secondary,
    valAxisLabelFontSize: 14,
    valAxisLabelFontFace: sans,
    valAxisLabelColor: secondary,
    valAxisLabelFormatCode: '#,##0.##',
    valAxisMinVal: chart.axis.low,
    valAxisMaxVal: chart.axis.high,
    valAxisMajorUnit: chart.axis.step,
    valAxisLineShow: false,
    valGridLine: { color: hex(colours.rule), size: 1 },
    showValAxisTitle: true,
    valAxisTitle: formatShortUnit(2, indicator, locale).trim() || indicator.name[locale],
    valAxisTitleFontSize: 12,
    valAxisTitleColor: secondary,
    lang: language[locale],
  }
  // @ts-expect-error -- of several kinds of line the options come second, which the types (4.0.1) do not know
  slide.addChart(groups, options)
  return chart
}

interface Content {
  readonly top: string
  readonly title: string
  readonly foot: string
  readonly number: string
}

function addSlide(file: Presentation, { top, title, foot, number }: Content, locale: Locale): Slide {
  const slide = file.addSlide({ masterName: master })
  const small = { fontFace: sans, fontSize: 14, color: secondary, margin: 0, lang: language[locale] }
  slide.addText(title, { placeholder: 'title', lang: language[locale] })
  slide.addText(top, { ...place.top, ...small })
  slide.addText(foot, { ...place.foot, ...small, fontSize: 12 })
  slide.addText(number, { ...place.number, ...small, fontSize: 12, align: 'right' })
  return slide
}

/** Inches from the upper left corner, and a size. */
interface Area {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

interface Group {
  readonly title: string
  readonly lines: readonly string[]
}

function addLines(slide: Slide, groups: readonly Group[], locale: Locale, area: Area = place.body): void {
  const text = groups
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ title, lines }) => [
      ...(title === '' ? [] : [{ text: title, options: { bold: true, breakLine: true } }]),
      ...lines.map((line) => ({ text: line, options: { bullet: title !== '', breakLine: true } })),
    ])
  if (text.length === 0) return
  slide.addText(text, {
    ...area,
    fontFace: sans,
    fontSize: 20,
    color: ink,
    valign: 'top',
    margin: 0,
    fit: 'shrink',
    lang: language[locale],
  })
}

function addSince(file: Presentation, { since, meeting, release, locale }: MeetingFile): void {
  if (since === null || meeting.before === null) return
  const words = slideWords[locale]
  const slide = addSlide(
    file,
    {
      top: '',
      title: words.since(meeting.before.date),
      foot: words.figuresFrom(release.number, release.publishedAt),
      number: '',
    },
    locale,
  )
  const shortened = (lines: readonly string[]): string[] =>
    lines.length > mostLines ? [...lines.slice(0, mostLines - 1), words.more(lines.length - mostLines + 1)] : [...lines]
  const ofFigures = (changed: typeof since.added) =>
    changed.map(({ change, figures }) => `${change.name[locale]} (${figures.length})`)
  addLines(
    slide,
    [
      { title: '', lines: isUnchanged(since) ? [words.unchanged] : [] },
      {
        title: words.verdicts,
        lines: shortened(
          since.verdicts.map(
            ({ name, before, after }) =>
              `${name[locale]}: ${verdictWords[before][locale]} → ${verdictWords[after][locale]}`,
          ),
        ),
      },
      { title: words.corrected, lines: shortened(ofFigures(since.corrected)) },
      { title: words.added, lines: shortened(ofFigures(since.added)) },
      {
        title: words.late,
        lines: shortened(
          since.late.map(({ name, expectedOn }) => `${name[locale]}, ${formatDate(expectedOn, locale)}`),
        ),
      },
    ],
    locale,
  )
}

function addItem(file: Presentation, own: MeetingFile, shown: ShownItem, index: number): PlainChart | null {
  const { release, locale, shown: all, meeting, address } = own
  const words = slideWords[locale]
  const { item, verdict, sentence, compared, kicker, name } = shown
  const producers = producersOf(shown.indicator?.sources ?? [], locale).join(', ')
  const slide = addSlide(
    file,
    {
      top: kicker?.[locale] ?? '',
      title: name[locale],
      foot: [
        producers === '' ? '' : words.source(producers),
        words.figuresFrom(release.number, release.publishedAt),
        meeting.demonstration ? ` ${inventedFigures[locale]}` : '',
      ].join(''),
      number: `${index + 1} / ${all.length}`,
    },
    locale,
  )
  if (verdict !== null) {
    slide.addText(
      [
        {
          text: `${verdictWords[verdict][locale]}. `,
          options: { bold: true, color: hex(toneTextColour[toneOf(verdict)]) },
        },
        { text: sentence?.[locale] ?? '', options: { color: ink, breakLine: compared !== null } },
        ...(compared === null ? [] : [{ text: compared[locale], options: { color: secondary, fontSize: 16 } }]),
      ],
      {
        ...place.finding,
        fontFace: sans,
        fontSize: 20,
        valign: 'top',
        margin: 0,
        fit: 'shrink',
        lang: language[locale],
      },
    )
  }
  slide.addNotes(
    [item.point, item.recommendation, `${address}#${item.slug}`].filter((one) => one !== null).join('\n\n'),
  )
  const chart = addChart(slide, shown, locale)
  if (chart === null) {
    const counted = outcomeKinds.map(
      (kind) => [kind, shown.actions.filter(({ outcome }) => outcome.kind === kind).length] as const,
    )
    const below = verdict === null ? place.body : place.chart
    addLines(
      slide,
      [
        {
          title: '',
          lines:
            shown.plan === null
              ? []
              : counted
                  .filter(([, count]) => count > 0)
                  .map(([kind, count]) => `${count} ${outcomeWords[kind][locale]}`),
        },
        { title: '', lines: item.point?.split(/\n+/) ?? [] },
        { title: words.recommendation, lines: item.recommendation?.split(/\n+/) ?? [] },
      ],
      locale,
      below,
    )
  }
  return chart
}

const numberOf = (path: string): number => Number(/\d+/.exec(path)?.[0])

/**
 * What the library writes is mended: it has an empty text where a figure is missing, which programs read as zero, and it leaves
 * zeros out of the workbook inside (version 4.0.1). The charts of the file are in the order they were added in.
 */
async function mend(bytes: Uint8Array, charts: readonly PlainChart[]): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes)
  const paths = Object.keys(zip.files)
    .filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path))
    .sort((a, b) => numberOf(a) - numberOf(b))
  for (const [index, path] of paths.entries()) {
    const chart = charts[index]
    const xml = (await zip.file(path)?.async('string')) ?? ''
    // A line that goes on after a break is known already.
    const known = (chart?.series ?? []).flatMap(({ goesOn }, at) =>
      goesOn ? [`<c:legendEntry><c:idx val="${at}"/><c:delete val="1"/></c:legendEntry>`] : [],
    )
    zip.file(
      path,
      xml
        .replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '')
        .replace(/<c:legend>\s*<c:legendPos val="b"\/>/, (begin) => begin + known.join('')),
    )
    const rels = (await zip.file(`ppt/charts/_rels/chart${numberOf(path)}.xml.rels`)?.async('string')) ?? ''
    const inside = /Target="\.\.\/(embeddings\/[^"]+)"/.exec(rels)?.[1]
    if (!chart || inside === undefined) continue
    const rows = chart.categories.map((category, at) => [
      category,
      ...chart.series.map(({ values }) => values[at] ?? null),
    ])
    const workbook = await writeWorkbook({
      sheets: [{ name: 'Sheet1', rows: [[null, ...chart.series.map(({ name }) => name)], ...rows] }],
    })
    zip.file(`ppt/${inside}`, workbook)
  }
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** A meeting as slides for PowerPoint (PPTX), with charts that can be edited there. What is said of an item stands in its notes. */
export async function meetingSlides(given: MeetingFile): Promise<Buffer> {
  const own = writableTexts(given)
  const { meeting, shown, release, locale } = own
  const words = slideWords[locale]
  const file = new Presentation()
  const heading = `${meeting.committee} · ${formatDate(meeting.date, locale)}`
  file.layout = 'LAYOUT_WIDE'
  file.title = heading
  file.author = 'Pejling'
  file.company = ''
  file.theme = { headFontFace: serif, bodyFontFace: sans }
  defineMaster(file, heading)
  addSince(file, own)
  const foot = [
    words.figuresFrom(release.number, release.publishedAt),
    ...(meeting.demonstration ? [inventedFigures[locale]] : []),
  ]
  const agenda = addSlide(file, { top: '', title: words.agenda, foot: foot.join(' '), number: '' }, locale)
  addLines(agenda, [{ title: '', lines: shown.map(({ name }, index) => `${index + 1}. ${name[locale]}`) }], locale)
  const charts = shown.map((one, index) => addItem(file, own, one, index)).filter((chart) => chart !== null)
  const bytes = await file.write({ outputType: 'nodebuffer', compression: false })
  if (!(bytes instanceof Uint8Array)) throw new Error('The slides were not written as bytes')
  return mend(bytes, charts)
}
