import { periodLabel } from '@pejling/domain/period/period'
import { chartDescription } from './chart-description.ts'
import {
  endLabelColumn,
  expectedLabel,
  gutterWidth,
  heightLacking,
  seriesLabel,
  targetLabel,
} from './chart-end-labels.ts'
import type { AnchoredLabel, EndLabel } from './chart-end-labels.ts'
import { chartFrame, gutterGap } from './chart-frame.ts'
import type { ChartFrame, Scale } from './chart-frame.ts'
import { drawBreaks, drawExpected, drawSeries, drawTarget, stretchesOf } from './chart-geometry.ts'
import type { ChartExpected, ChartLine, ChartPoint, ChartTarget, DrawingPoint } from './chart-geometry.ts'
import { inTime, chartTimeOf } from './chart-input.ts'
import type { ChartInput, ChartSeries } from './chart-input.ts'
import { chartNotes } from './chart-notes.ts'
import type { ChartNotes } from './chart-notes.ts'
import { labelledPoints, missingLabel, nowhere, placesAtEnd, valueLabel } from './chart-value-labels.ts'
import { lineHeight, roomFor, textIn } from './drawn-text.ts'
import type { DrawnText, TextRole } from './drawn-text.ts'
import { placeLabels } from './place-labels.ts'
import type { Box, Candidate, Stretch } from './place-labels.ts'
import { labelledPeriods } from './ticks.ts'
import type { Tone } from './tone.ts'

/** A chart as data: plain and serialisable, in the drawing's own pixels, with every text in its place. */
export interface ChartModel {
  readonly width: number
  /** As asked for, or more where the names of many lines need it. */
  readonly height: number
  readonly title: string
  /** The text alternative. */
  readonly description: string
  readonly tone: Tone
  readonly plot: Box
  /** From decimal years to pixels, straight. */
  readonly timeScale: Scale
  /** From values in the measure's unit to pixels, straight. */
  readonly valueScale: Scale
  readonly gridlines: readonly { readonly y: number; readonly value: number }[]
  readonly ticks: readonly { readonly x: number; readonly period: string }[]
  readonly lines: readonly ChartLine[]
  readonly points: readonly ChartPoint[]
  readonly breaks: readonly number[]
  readonly target: ChartTarget | null
  readonly expected: ChartExpected | null
  readonly leaders: readonly Stretch[]
  readonly texts: readonly DrawnText[]
}

interface Drawn {
  readonly lines: readonly ChartLine[]
  readonly points: readonly ChartPoint[]
  readonly breaks: readonly number[]
  readonly target: ChartTarget | null
  readonly expected: ChartExpected | null
}

type Labelled = Candidate & { readonly text: string; readonly role: TextRole; readonly series: string | null }

function draw(input: ChartInput, frame: ChartFrame): Drawn {
  // What is talked about is drawn last, on top.
  const order = { benchmark: 0, comparison: 1, headline: 2 }
  const series = [...input.series].sort((a, b) => order[a.role] - order[b.role])
  const drawn = series.map((one) => drawSeries(one, input, frame))
  return {
    lines: drawn.map((one) => one.line),
    points: drawn.flatMap((one) => one.points),
    breaks: drawBreaks(input, frame),
    target: drawTarget(input, frame),
    expected: drawExpected(input, frame),
  }
}

function periodAxis(input: ChartInput, { plot, x }: ChartFrame): { ticks: ChartModel['ticks']; texts: DrawnText[] } {
  const { series, target, periodKind, locale, width } = input
  const measured = series.flatMap(({ observations }) => observations.map(({ period }) => period))
  const aimed = target
    ? [target.target, target.band, ...target.milestones].flatMap((point) => (point ? [point.period] : []))
    : []
  const known = (codes: readonly string[]) =>
    inTime(
      periodKind,
      codes.map((period) => ({ period, value: null, status: 'A', footnote: null })),
    )
  const latest = known(measured).at(-1)
  const moments = known([...new Set([...measured, ...aimed])])
  const places = moments.map(({ time, parsed }) => {
    const room = roomFor('axis', periodLabel(parsed, locale)).width
    return { x: Math.min(Math.max(room / 2, x(time)), width - room / 2), width: room }
  })
  const anchor = moments.findIndex(({ period }) => period === latest?.period)
  const texts = labelledPeriods(places, anchor).flatMap((index) => {
    const [moment, place] = [moments[index], places[index]]
    if (!moment || !place) return []
    const box = { x: place.x - place.width / 2, y: plot.y + plot.height + 11, width: place.width, height: lineHeight }
    return [textIn('axis', periodLabel(moment.parsed, locale), box, 'middle')]
  })
  return { ticks: moments.map(({ period, time }) => ({ x: Math.round(x(time) * 10) / 10, period })), texts }
}

function anchored(label: EndLabel | null, mark: { readonly end: DrawingPoint } | null): AnchoredLabel[] {
  return label && mark ? [{ ...label, end: mark.end, series: null }] : []
}

/** The mark beside the headline's figure of a period. */
function markAt({ series }: ChartInput, notes: ChartNotes, period: string): string {
  const headline = series.find(({ role }) => role === 'headline')
  const observation = headline?.observations.find((one) => one.period === period)
  return observation ? notes.markOf(observation) : ''
}

/** What stands at the lines' ends: the target, the expected course, and the series that have a name. */
function endLabels(
  input: ChartInput,
  { points, target, expected }: Drawn,
  notes: ChartNotes,
  named: readonly ChartSeries[],
): AnchoredLabel[] {
  const ofSeries = named.flatMap(({ key, label, role }): AnchoredLabel[] => {
    const end = points.find((point) => point.series === key && point.latest)
    if (!end) return []
    const mark = role === 'headline' ? markAt(input, notes, end.period) : ''
    return [{ ...seriesLabel(input, label, end, mark), end, series: label === null ? null : key }]
  })
  return [...anchored(targetLabel(input), target), ...anchored(expectedLabel(input), expected), ...ofSeries]
}

/** Which series have what they are called, and their latest figure, inside the plot, and which in the column beside it. */
interface SeriesNames {
  readonly inside: readonly ChartSeries[]
  readonly outside: readonly ChartSeries[]
}

/** The labels inside the plot, the most important first. */
function plotLabels(
  input: ChartInput,
  drawn: Drawn,
  frame: ChartFrame,
  notes: ChartNotes,
  { inside, outside }: SeriesNames,
): Labelled[] {
  const points = drawn.points.filter(({ role }) => role === 'headline')
  const widest = Math.max(
    0,
    ...points.map((point) => valueLabel(point, points, '', input, frame.plot).places[0]?.width ?? 0),
  )
  const alone = input.series.every(({ role }) => role !== 'comparison')
  // What is written at the headline's end has its latest figure with it.
  const atEnd = outside.some(({ role }) => role === 'headline')
  const values = labelledPoints(points, widest, alone)
    .filter(({ latest }) => !(atEnd && latest))
    .map((point): Labelled => ({
      ...valueLabel(point, points, markAt(input, notes, point.period), input, frame.plot),
      role: point.latest ? 'latest' : 'value',
      series: null,
    }))
  const names = endLabels(
    { ...input, target: null, expected: null },
    { ...drawn, target: null, expected: null },
    notes,
    inside,
  ).map(({ role, text, end, series }): Labelled => ({
    role,
    series,
    text,
    lastResort: nowhere,
    places: placesAtEnd(end, roomFor(role, text)),
  }))
  const breakWord = input.locale === 'da' ? 'brud' : 'break'
  const breaks = drawn.breaks.map((x): Labelled => {
    const room = roomFor('break', breakWord)
    const top = { ...room, x: x - room.width / 2, y: frame.plot.y - lineHeight - 2 }
    return {
      role: 'break',
      series: null,
      text: breakWord,
      lastResort: nowhere,
      places: [top, { ...top, y: frame.plot.y + frame.plot.height - lineHeight - 4 }],
    }
  })
  const headline = input.series.find(({ role }) => role === 'headline')
  const missing = inTime(input.periodKind, headline?.observations ?? [])
    .filter(({ value }) => value === null)
    .map((one): Labelled => ({
      ...missingLabel(frame.x(one.time), notes.markOf(one), frame.plot),
      role: 'missing',
      series: null,
    }))
  return [...values.slice(0, 1), ...names, ...breaks, ...missing, ...values.slice(1)]
}

const around = ({ x, y }: { x: number; y: number }, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: radius * 2,
  height: radius * 2,
})

/** Whether the chart would not be whole without it. */
const isNeeded = ({ role, series }: Labelled): boolean => series !== null || role === 'latest'

/** Lays the chart out; `null` where a name or the latest figure was to stand inside the plot and finds no place there. */
function layOut(input: ChartInput, names: SeriesNames): ChartModel | null {
  const notes = chartNotes(input)
  const { outside } = names
  const rough = draw(input, chartFrame(input, notes.lines, 0))
  const gutter = gutterWidth(endLabels(input, rough, notes, outside), input.width)
  const frame = chartFrame(input, notes.lines, gutter)
  const drawn = draw(input, frame)
  const { plot } = frame
  const ends = endLabels(input, drawn, notes, outside)
  const lacking = heightLacking(ends, plot, gutter)
  // Many lines on a narrow sheet: it grows, so that no name and no figure is cut away.
  if (lacking > 0) return layOut({ ...input, height: input.height + lacking }, names)
  const column = endLabelColumn(ends, plot, {
    x: plot.x + plot.width + gutterGap,
    width: gutter,
  })
  const periods = periodAxis(input, frame)

  const labels = plotLabels(input, drawn, frame, notes, names)
  const headlinePoints = drawn.points.filter(({ role }) => role === 'headline')
  const boxes = placeLabels(labels, {
    frame: { x: 0, y: 0, width: input.width, height: plot.y + plot.height - 2 },
    obstacles: [
      ...[...frame.texts, ...column.texts, ...periods.texts].map(({ box }) => box),
      ...headlinePoints.map((point) => around(point, 3)),
      ...(drawn.target?.ring ? [around(drawn.target.ring, 7)] : []),
    ],
    lines: [
      ...drawn.lines.flatMap(({ segments }) => segments.flatMap(stretchesOf)),
      ...stretchesOf(drawn.target?.way ?? []),
      ...stretchesOf(drawn.expected?.course ?? []),
      ...column.leaders,
    ],
  })
  if (labels.some((label, index) => isNeeded(label) && !boxes[index])) return null
  const placed = labels.flatMap(({ role, text, series }, index) => {
    const box = boxes[index]
    return box ? [textIn(role, text, box, role === 'value' || role === 'latest' ? 'middle' : 'start', series)] : []
  })
  return {
    width: input.width,
    height: input.height,
    title: input.title,
    description: chartDescription(input),
    tone: input.tone,
    plot,
    timeScale: frame.timeScale,
    valueScale: frame.valueScale,
    gridlines: frame.axis.ticks.map((value) => ({ value, y: Math.round(frame.y(value) * 10) / 10 })),
    ticks: periods.ticks,
    ...drawn,
    leaders: column.leaders,
    texts: [...frame.texts, ...periods.texts, ...column.texts, ...placed],
  }
}

/**
 * Makes the chart of the given series; `null` where none of them has a figure. The same input gives the same model.
 * Where the axis goes on after the latest measurement, a benchmark is named beside its end, otherwise in the column of end labels.
 */
export function chartModel(input: ChartInput): ChartModel | null {
  const times = input.series.flatMap(({ observations }) =>
    inTime(input.periodKind, observations).flatMap(({ value, time }) => (value === null ? [] : [time])),
  )
  if (times.length === 0) return null
  const aim = input.target?.target ?? input.target?.band
  const ends = [aim ? chartTimeOf(input.periodKind, aim.period) : null, input.expected?.points.at(-1)?.time ?? null]
  const goesOn = ends.some((time) => time !== null && time > Math.max(...times))
  const named = input.series.filter(({ label }) => label !== null)
  const inside = goesOn ? named.filter(({ role }) => role === 'benchmark') : []
  return (
    layOut(input, { inside, outside: named.filter((series) => !inside.includes(series)) }) ??
    layOut(input, { inside: [], outside: named }) ??
    // So narrow that the plot has no room for the figure: it stands at the end of its line, beside the names.
    layOut(input, {
      inside: [],
      outside: input.series.filter(({ label, role }) => label !== null || role === 'headline'),
    })
  )
}
