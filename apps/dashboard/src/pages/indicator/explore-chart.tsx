import { chartDrawing, lineLook, pointElement } from '@pejling/figures/chart-drawing'
import type { ChartInput } from '@pejling/figures/chart-input'
import type { ChartModel } from '@pejling/figures/chart-model'
import { chartReadings } from '@pejling/figures/chart-readings'
import type { ChartMoment } from '@pejling/figures/chart-readings'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { ChangeEvent, JSX, KeyboardEvent, PointerEvent } from 'react'
import { Line, LineChart, XAxis, YAxis, ZIndexLayer } from 'recharts'
import type { DotItemDotProps } from 'recharts'
import { SvgNode, SvgNodes } from '../../components/svg-element.tsx'
import { usePage } from '../../components/page-context.ts'
import { viewMessages } from './messages.ts'

type Row = Readonly<Record<string, number>>

/** A stretch of a series that can be drawn in one line: its name in the rows, and the measurements on it. */
interface Segment {
  readonly name: string
  readonly series: string
  readonly role: ChartModel['lines'][number]['role']
  readonly points: ChartModel['points']
}

/** Below what is drawn by hand, on which both lines and points lie. */
const layer = { ground: -100, lines: 400, points: 600, front: 900, cursor: 300 } as const

function segmentsOf({ lines, points }: ChartModel): Segment[] {
  return lines.flatMap(({ series, role, segments }, line) =>
    segments.map((places, index) => ({
      name: `${line}/${index}`,
      series,
      role,
      points: places.flatMap(
        (place) => points.find((point) => point.series === series && point.x === place.x && point.y === place.y) ?? [],
      ),
    })),
  )
}

/** One row for each moment, with the value of every segment that has one then. */
function rowsOf(segments: readonly Segment[]): Row[] {
  const rows = new Map<number, Record<string, number>>()
  for (const { name, points } of segments) {
    for (const { time, value } of points) rows.set(time, { ...rows.get(time), time, [name]: value })
  }
  return [...rows.values()].sort((a, b) => (a['time'] ?? 0) - (b['time'] ?? 0))
}

const along = ({ domain: [a, b], range: [from, to] }: ChartModel['timeScale'], value: number): number =>
  from + ((value - a) / (b - a)) * (to - from)

/** Where the reader is: a moment, and the series that is followed among several. */
interface Place {
  readonly moment: number
  readonly series: string | null
}

/** How a line, and what lies on it, looks while a series is followed. */
function emphasisOf(series: string, place: Place | null): string | undefined {
  if (place === null || place.series === null) return undefined
  return place.series === series ? 'figure-followed' : 'figure-recedes'
}

/** Draws the measurements of a segment where Recharts puts them. */
function dotOf(points: Segment['points'], model: ChartModel, emphasis: string | undefined) {
  return function measurement({ cx, cy, payload, key }: DotItemDotProps): JSX.Element {
    // What Recharts hands back is one of our rows, but it does not know.
    const rowTime: unknown = payload?.time
    const measured = points.find(({ time }) => time === rowTime)
    if (!measured || cx === undefined || cy === undefined) return <g key={key} />
    return (
      <g key={key} className={emphasis}>
        <SvgNode node={pointElement({ ...measured, x: cx, y: cy }, model)} />
      </g>
    )
  }
}

interface ExploreChartProps {
  readonly model: ChartModel
  readonly input: ChartInput
  /** Whether the reader asked for it by a button, and goes on from here. */
  readonly focused: boolean
}

/** The figures of one moment, beside the cursor. */
function ReadingBox({ moment, place, model }: { moment: ChartMoment; place: Place; model: ChartModel }): JSX.Element {
  const x = along(model.timeScale, moment.time)
  const side = x > model.width / 2 ? 'left' : 'right'
  // Whatever stands on the wider side of the cursor.
  const share = 100 * (side === 'left' ? x / model.width : 1 - x / model.width)
  const room: Readonly<Record<string, string>> = { '--reading-from': `${100 - share}%`, '--reading-room': `${share}%` }
  return (
    <div className={`reading reading-${side}`} style={room} aria-hidden="true">
      <strong>{moment.label}</strong>
      <dl>
        {moment.readings.map(({ series, name, figure, remark, role }) => (
          <div
            key={`${role} ${series} ${name}`}
            className={series !== null && series === place.series ? 'reading-followed' : undefined}
          >
            <dt>{name}</dt>
            <dd>{figure}</dd>
            {remark !== null && <dd className="reading-remark">{remark}</dd>}
          </div>
        ))}
      </dl>
    </div>
  )
}

function spoken({ label, readings }: ChartMoment, followed: string | null): string {
  const first = readings.filter(({ series }) => series !== null && series === followed)
  const all = followed === null ? readings : [...first, ...readings.filter((reading) => !first.includes(reading))]
  const words = all.map(({ name, figure, remark }) => `${name} ${figure}${remark === null ? '' : `, ${remark}`}`)
  return `${label}: ${words.join('; ')}.`
}

/**
 * The chart for reading point by point: Recharts draws the lines and measurements of the same model on the same scales, and
 * everything else of the drawing lies where it lay. Pointer, touch and keyboard lead from moment to moment and, among several,
 * from series to series; what is read stands beside the cursor and is announced.
 */
export function ExploreChart({ model, input, focused }: ExploreChartProps): JSX.Element {
  const { locale } = usePage()
  const words = viewMessages[locale]
  const help = useId()
  const frame = useRef<HTMLDivElement>(null)
  const slider = useRef<HTMLInputElement>(null)
  const [place, setPlace] = useState<Place | null>(null)
  useEffect(() => {
    if (focused) slider.current?.focus()
  }, [focused])
  const reading = place !== null
  useEffect(() => {
    if (!reading) return undefined
    // However it was begun: by touch it has no end of its own, and what lies over the page must give way to a key.
    const leave = (event: Event): void => {
      const inside = event.target instanceof Node && frame.current?.contains(event.target) === true
      if (event instanceof globalThis.KeyboardEvent ? event.key === 'Escape' : !inside) setPlace(null)
    }
    document.addEventListener('keydown', leave)
    document.addEventListener('pointerdown', leave)
    return () => {
      document.removeEventListener('keydown', leave)
      document.removeEventListener('pointerdown', leave)
    }
  }, [reading])
  const { width, height, timeScale, valueScale, plot } = model
  const segments = useMemo(() => segmentsOf(model), [model])
  const rows = useMemo(() => rowsOf(segments), [segments])
  const moments = useMemo(() => chartReadings(input), [input])
  const followed = place?.series ?? null
  const drawing = useMemo(() => chartDrawing(model, followed), [model, followed])
  const named = input.series.length > 1
  const moment = place === null ? undefined : moments[place.moment]

  // The newest figure is what a reader begins with.
  const newest = Math.max(
    0,
    moments.findLastIndex(({ readings }) => readings.some(({ role }) => role === 'headline')),
  )

  const seriesAt = (index: number): string[] => moments[index]?.readings.flatMap(({ series }) => series ?? []) ?? []

  const point = ({ clientX, clientY }: PointerEvent): void => {
    const box = frame.current?.getBoundingClientRect()
    if (!box || box.width === 0) return
    const x = ((clientX - box.left) / box.width) * width
    const y = ((clientY - box.top) / box.height) * height
    const distance = (index: number): number => Math.abs(along(timeScale, moments[index]?.time ?? 0) - x)
    const nearest = [...moments.keys()].sort((a, b) => distance(a) - distance(b))[0]
    if (nearest === undefined) return
    const closest = moments[nearest]?.readings
      .filter(({ series, value }) => series !== null && value !== null)
      .sort((a, b) => Math.abs(along(valueScale, a.value ?? 0) - y) - Math.abs(along(valueScale, b.value ?? 0) - y))[0]
    setPlace({ moment: nearest, series: named ? (closest?.series ?? null) : null })
  }

  const follow = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (by === undefined || !named) return
    event.preventDefault()
    const current = place?.moment ?? newest
    const among = seriesAt(current)
    const index = among.indexOf(followed ?? '')
    const next = index === -1 ? 0 : (index + by + among.length) % among.length
    setPlace({ moment: current, series: among[next] ?? null })
  }
  const go = ({ target }: ChangeEvent<HTMLInputElement>): void =>
    setPlace({ moment: target.valueAsNumber, series: followed })
  const leave = ({ pointerType }: PointerEvent): void => {
    // A finger is lifted to see; and whoever reads with the keyboard is not disturbed by where the pointer lies.
    if (pointerType === 'mouse' && document.activeElement !== slider.current) setPlace(null)
  }

  return (
    <div ref={frame} className="explored" onPointerMove={point} onPointerDown={point} onPointerLeave={leave}>
      {/* The moments as the values of a slider: every key and every assistive technology knows how to move along it. */}
      <input
        ref={slider}
        type="range"
        className="visually-hidden"
        min={0}
        max={Math.max(0, moments.length - 1)}
        step={1}
        value={place?.moment ?? newest}
        aria-label={words.readingOf(model.title)}
        aria-valuetext={moment ? spoken(moment, followed) : words.notReading}
        aria-describedby={help}
        onChange={go}
        onKeyDown={follow}
        onFocus={() => setPlace((current) => current ?? { moment: newest, series: null })}
        onBlur={() => setPlace(null)}
      />
      <p id={help} className="visually-hidden">
        {named ? words.howToReadSeries : words.howToRead}
      </p>
      <div className={`figure figure-chart tone-${model.tone}`} aria-hidden="true">
        <LineChart
          width={width}
          height={height}
          data={rows}
          margin={{
            left: timeScale.range[0],
            right: width - timeScale.range[1],
            top: valueScale.range[1],
            bottom: height - valueScale.range[0],
          }}
          accessibilityLayer={false}
          style={{ width: '100%', height: 'auto' }}
        >
          <XAxis dataKey="time" type="number" domain={[...timeScale.domain]} hide />
          <YAxis type="number" domain={[...valueScale.domain]} width={0} hide />
          <ZIndexLayer zIndex={layer.ground}>
            <SvgNodes nodes={drawing.ground} />
          </ZIndexLayer>
          {moment && (
            <ZIndexLayer zIndex={layer.cursor}>
              <line
                className="reading-cursor"
                x1={along(timeScale, moment.time)}
                x2={along(timeScale, moment.time)}
                y1={plot.y}
                y2={plot.y + plot.height}
              />
            </ZIndexLayer>
          )}
          {segments.map(({ name, role, series, points }) => {
            const emphasis = emphasisOf(series, place)
            return (
              <Line
                key={name}
                dataKey={name}
                type="linear"
                isAnimationActive={false}
                connectNulls
                className={`figure-line-of figure-line-${role} ${emphasis ?? ''}`}
                stroke={lineLook[role].stroke}
                strokeWidth={lineLook[role]['stroke-width']}
                strokeLinejoin="round"
                zIndex={layer.lines}
                activeDot={false}
                dot={dotOf(points, model, emphasis)}
              />
            )
          })}
          <ZIndexLayer zIndex={layer.front}>
            <SvgNodes nodes={drawing.front} />
          </ZIndexLayer>
        </LineChart>
      </div>
      {moment && place && <ReadingBox moment={moment} place={place} model={model} />}
    </div>
  )
}
