import { periodName, periodOf } from '@pejling/domain/period/period'
import type { IndicatorChange } from '@pejling/domain/release/release'
import { formatShortUnit } from '@pejling/domain/unit/format'
import type { JSX } from 'react'
import { usePage } from '../../components/page-context.ts'
import { releaseWords } from './messages.ts'
import { ReleasedIndicator } from './released-indicator.tsx'
import type { ComparedReleases } from './released-indicator.tsx'
import { writtenChange } from './written-figure.ts'

/** What can have happened to a figure from one release to another. */
export type FigureChange = 'corrected' | 'removed' | 'added'

type Figure = IndicatorChange['observations'][number]

function changeOf({ before, after }: Figure): FigureChange {
  if (before === null) return 'added'
  return after === null ? 'removed' : 'corrected'
}

interface FigureTableProps {
  readonly change: IndicatorChange
  readonly figures: readonly Figure[]
  readonly kind: FigureChange
}

function FigureTable({ change, figures, kind }: FigureTableProps): JSX.Element {
  const { locale } = usePage()
  const words = releaseWords[locale]
  return (
    <table className="change-table" aria-label={change.name[locale]}>
      <thead>
        <tr>
          <th scope="col">{words.period}</th>
          <th scope="col">{words.group}</th>
          {kind === 'corrected' ? (
            <>
              <th scope="col">{words.was}</th>
              <th scope="col">{words.is}</th>
            </>
          ) : (
            <th scope="col">{words.figure}</th>
          )}
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => {
          const { before, after } = writtenChange(figure, change, locale)
          return (
            <tr key={`${figure.series} ${figure.period}`}>
              <th scope="row">{periodName(periodOf(change.periodKind, figure.period), locale)}</th>
              <td>{figure.seriesName[locale]}</td>
              {kind !== 'added' && <td>{before}</td>}
              {kind !== 'removed' && <td>{after}</td>}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Unit({ change }: { readonly change: IndicatorChange }): JSX.Element | null {
  const { locale } = usePage()
  const unit = change.unit === 'percent' ? '' : formatShortUnit(2, change, locale)
  return unit === '' ? null : <span className="note">{unit}</span>
}

interface ChangedFiguresProps {
  readonly changes: readonly IndicatorChange[]
  readonly kind: FigureChange
  readonly compared: ComparedReleases
  /** Whether there are so many that each indicator's figures begin folded. */
  readonly folded: boolean
}

/** The figures that changed in one way, indicator by indicator. */
export function ChangedFigures({ changes, kind, compared, folded }: ChangedFiguresProps): JSX.Element {
  const { locale } = usePage()
  const words = releaseWords[locale]
  return (
    <>
      {changes.map((change) => {
        const figures = change.observations.filter((figure) => changeOf(figure) === kind)
        if (figures.length === 0) return null
        const table = <FigureTable change={change} figures={figures} kind={kind} />
        return folded ? (
          <details key={change.indicator} className="changed-indicator">
            <summary>
              {change.name[locale]} <span className="note">{words.figures(figures.length)}</span>
            </summary>
            <p>
              <ReleasedIndicator change={change} compared={compared}>
                {words.seeIndicator}
                <span className="visually-hidden">: {change.name[locale]}</span>
              </ReleasedIndicator>{' '}
              <Unit change={change} />
            </p>
            {table}
          </details>
        ) : (
          <div key={change.indicator} className="changed-indicator">
            <h3>
              <ReleasedIndicator change={change} compared={compared} /> <Unit change={change} />
            </h3>
            {table}
          </div>
        )
      })}
    </>
  )
}
