import { periodName, periodOf } from '@pejling/domain/period/period'
import { hasValue } from '@pejling/domain/observation/observation'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import type { ChangePreview } from '@pejling/domain/workspace/answers'
import { verdictWords } from '@pejling/domain/sentence/verdict-words'
import { formatValue } from '@pejling/domain/unit/format'
import { indicatorChartSvg } from '@pejling/figures/chart-of-indicator'
import { useMemo, type JSX } from 'react'
import { Drawing } from '../../components/drawing.tsx'
import { locale } from '../client/locale.ts'
import { Assessment } from '../widgets/assessment.tsx'
import { words } from './words.ts'

const sheet = { width: 520, height: 300, standalone: false, withoutNotes: true } as const

const latestOf = ({ series, indicator }: IndicatorDocument): string => {
  const latest = series[0]?.observations.findLast(hasValue)
  if (latest === undefined) return '–'
  const period = periodName(periodOf(indicator.cadence.periodKind, latest.period), locale)
  return `${formatValue(latest.value, indicator, locale)} (${period})`
}

const rankOf = ({ comparison }: IndicatorDocument): string => String(comparison?.rank?.place ?? '–')

/** The indicator as readers would get it with what has been typed, beside what is published. */
export function LiveView({
  document,
  published,
  preview,
  isBehind,
}: {
  readonly document: IndicatorDocument
  /** `null`: it is not published. */
  readonly published: IndicatorDocument | null
  readonly preview: ChangePreview
  /** What is shown is of before the last change. */
  readonly isBehind: boolean
}): JSX.Element {
  const svg = useMemo(() => indicatorChartSvg(document, locale, sheet), [document])
  const [after] = document.assessments
  const before = published?.assessments[0]
  const rows: readonly (readonly [label: string, before: string, after: string])[] = [
    [
      words.assessment,
      before ? verdictWords[before.verdict][locale] : '–',
      after ? verdictWords[after.verdict][locale] : '–',
    ],
    [words.latest, published ? latestOf(published) : '–', latestOf(document)],
    ...(rankOf(document) === '–' ? [] : [[words.rank, published ? rankOf(published) : '–', rankOf(document)] as const]),
  ]
  const changed = preview.changes?.indicators.find(({ indicator }) => indicator === document.indicator.slug)
  return (
    <section className="live" aria-label={words.readersTitle} aria-busy={isBehind}>
      <header>
        <h2>{words.readersTitle}</h2>
        <span>{isBehind ? words.computing : words.draft}</span>
      </header>
      {after !== undefined && (
        <p className="live-sentence">
          <Assessment verdict={after.verdict} /> {after.sentence[locale]}
        </p>
      )}
      <Drawing className="chart" svg={svg} />
      {published === null && <p className="field-help">{words.notPublished}</p>}
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{words.whatChanges}</th>
            <th scope="col">{words.published}</th>
            <th scope="col">{words.now}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, was, is]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{was}</td>
              <td>{is === was ? is : <strong>{is}</strong>}</td>
            </tr>
          ))}
          {changed !== undefined && (
            <tr>
              <th scope="row">{words.figuresChanged}</th>
              <td>–</td>
              <td>
                <strong>{changed.observations.length}</strong>
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}
