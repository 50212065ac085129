import type { Observation, ObservationStatus } from '@pejling/domain/observation/observation'
import { comparePeriods, periodName, periodOf } from '@pejling/domain/period/period'
import type { SeriesObservations } from '@pejling/domain/series-observations'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { seriesName } from '@pejling/domain/release/series-name'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import { formatMargin, formatNumber, formatShortUnit } from '@pejling/domain/unit/format'
import type { JSX } from 'react'
import { usePage } from './page-context.ts'
import { TableScroll } from './table-scroll.tsx'

interface CellProps {
  readonly observation: Observation | undefined
  readonly decimals: number
  /** The footnote's place in the list below the table; 0: it has none. */
  readonly footnote: number
  readonly notes: string
}

function Cell({ observation, decimals, footnote, notes }: CellProps): JSX.Element {
  const { locale, words } = usePage()
  if (!observation) {
    return (
      <td>
        <span className="visually-hidden">{words.noFigure}</span>
      </td>
    )
  }
  const { value, margin, status } = observation
  const { mark, words: meaning } = statusWords[status]
  return (
    <td>
      {value !== null && formatNumber(value, decimals, locale)}
      {margin !== null && <span className="margin"> {formatMargin(margin, { decimals }, locale)}</span>}
      {mark !== '' && (
        <>
          {' '}
          <span className="status-mark" aria-hidden="true">
            {mark}
          </span>
          <span className="visually-hidden">{` ${meaning[locale]}`}</span>
        </>
      )}
      {footnote > 0 && (
        <sup>
          <a href={`#${notes}-${footnote}`} aria-label={words.footnote(footnote)}>
            {footnote}
          </a>
        </sup>
      )}
    </td>
  )
}

const markOrder: readonly ObservationStatus[] = ['B', 'D', 'E', 'P', 'U', 'O', 'L', 'M', 'Q']

interface TableNotesProps {
  readonly notes: string
  readonly series: readonly SeriesObservations[]
  readonly footnotes: readonly string[]
}

function TableNotes({ notes, series, footnotes }: TableNotesProps): JSX.Element {
  const { locale, words } = usePage()
  const used = new Set(series.flatMap(({ observations }) => observations.map(({ status }) => status)))
  const marks = markOrder.filter((status) => used.has(status))
  return (
    <div className="table-notes">
      {marks.length > 0 && (
        <dl className="marks" aria-label={words.marks}>
          {marks.map((status) => (
            <div key={status}>
              <dt>{statusWords[status].mark}</dt>
              <dd>{statusWords[status].words[locale]}</dd>
            </div>
          ))}
        </dl>
      )}
      {footnotes.length > 0 && (
        <ol className="footnotes" aria-label={words.footnotes}>
          {footnotes.map((footnote, index) => (
            <li key={footnote} id={`${notes}-${index + 1}`}>
              {footnote}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

/** A column of figures; `label` where it is not named by its area and groups. */
export type TableColumn = SeriesObservations & { readonly label?: string }

interface ObservationTableProps {
  readonly document: IndicatorDocument
  /** The columns. */
  readonly series: readonly TableColumn[]
  /** What its footnotes are called by, where there are several tables on a page. */
  readonly notes?: string
}

/** Published figures: a row for each period, newest first, and a column for each series. */
export function ObservationTable({ document, series, notes = 'note' }: ObservationTableProps): JSX.Element {
  const { locale, words } = usePage()
  const { indicator } = document
  const kind = indicator.cadence.periodKind
  const codes = new Set(series.flatMap(({ observations }) => observations.map(({ period }) => period)))
  const periods = [...codes].map((code) => periodOf(kind, code)).sort((a, b) => comparePeriods(b, a))
  const columns = series.map((entry) => ({
    key: entry.key,
    label: entry.label ?? seriesName(document, entry)[locale],
    at: new Map(entry.observations.map((observation) => [observation.period, observation])),
  }))
  const inReadingOrder = periods.flatMap(({ code }) => columns.map(({ at }) => at.get(code)?.footnote?.[locale]))
  const footnotes = [...new Set(inReadingOrder.filter((footnote) => footnote !== undefined))]
  const caption = words.tableCaption(indicator.name[locale], formatShortUnit(2, indicator, locale))
  return (
    <>
      <TableScroll label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.period}</th>
              {columns.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.map((period) => (
              <tr key={period.code}>
                <th scope="row">{periodName(period, locale)}</th>
                {columns.map(({ key, at }) => {
                  const observation = at.get(period.code)
                  const footnote = footnotes.indexOf(observation?.footnote?.[locale] ?? '') + 1
                  return (
                    <Cell key={key} observation={observation} decimals={indicator.decimals} {...{ footnote, notes }} />
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <TableNotes notes={notes} series={series} footnotes={footnotes} />
    </>
  )
}
