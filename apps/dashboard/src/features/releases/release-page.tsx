import { formatDate, periodName, periodOf } from '@pejling/domain/period/period'
import type { Verdict } from '@pejling/domain/progress/assessment'
import { countChanges } from '@pejling/domain/release/count-changes'
import type { IndicatorChange, Release, ReleaseChangesDocument } from '@pejling/domain/release/release'
import { changesSentence } from '@pejling/domain/sentence/changes-sentence'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import { formatValue } from '@pejling/domain/unit/format'
import type { JSX, ReactNode } from 'react'
import { parameterName } from '../../app/paths.ts'
import { usePage } from '../../components/page-context.ts'
import { VerdictMark, VerdictName } from '../../components/verdict.tsx'
import { releaseWords } from './messages.ts'

type ChangedFigure = IndicatorChange['observations'][number]

/** A list longer than this begins folded, so that what weighs most is seen first. */
const folded = 20

interface ChangesProps {
  readonly title: string
  readonly note?: string
  readonly count: number
  readonly children: ReactNode
}

/** A kind of change under its heading; a long list is folded. */
function Changes({ title, note, count, children }: ChangesProps): JSX.Element | null {
  if (count === 0) return null
  const heading = (
    <h2>
      {title} <span className="change-count">{count}</span>
    </h2>
  )
  return (
    <section className="changes">
      {count > folded ? (
        <details>
          <summary>{heading}</summary>
          {note !== undefined && <p className="note">{note}</p>}
          {children}
        </details>
      ) : (
        <>
          {heading}
          {note !== undefined && <p className="note">{note}</p>}
          {children}
        </>
      )}
    </section>
  )
}

function IndicatorLink({ change: { indicator, name, change } }: { readonly change: IndicatorChange }): JSX.Element {
  const { locale, links } = usePage()
  // What is gone has no page in this release.
  return change === 'removed' ? <>{name[locale]}</> : <a href={links.indicator(indicator)}>{name[locale]}</a>
}

function VerdictCell({ verdict }: { readonly verdict: Verdict | null }): JSX.Element {
  const { locale } = usePage()
  if (verdict === null) return <>{releaseWords[locale].noVerdict}</>
  return (
    <span className="verdict-cell">
      <VerdictMark verdict={verdict} size={16} /> <VerdictName verdict={verdict} />
    </span>
  )
}

function VerdictTable({ changes }: { readonly changes: readonly IndicatorChange[] }): JSX.Element {
  const { locale } = usePage()
  const words = releaseWords[locale]
  return (
    <table className="change-table">
      <thead>
        <tr>
          <th scope="col">{words.indicator}</th>
          <th scope="col">{words.was}</th>
          <th scope="col">{words.is}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.indicator}>
            <th scope="row">
              <IndicatorLink change={change} />
            </th>
            <td>
              <VerdictCell verdict={change.verdict?.before ?? null} />
            </td>
            <td>
              <VerdictCell verdict={change.verdict?.after ?? null} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface FigureTableProps {
  readonly changes: readonly IndicatorChange[]
  readonly among: (figure: ChangedFigure) => boolean
}

/** Figures before and now, by indicator. */
function FigureTable({ changes, among }: FigureTableProps): JSX.Element {
  const { locale } = usePage()
  const words = releaseWords[locale]
  const figureOf = (change: IndicatorChange, figure: ChangedFigure['before']): string => {
    if (figure === null) return '–'
    const { mark, words: meaning } = statusWords[figure.status]
    if (figure.value === null) return meaning[locale]
    return `${formatValue(figure.value, change, locale)}${mark === '' ? '' : ` ${mark}`}`
  }
  return (
    <table className="change-table">
      <thead>
        <tr>
          <th scope="col">{words.indicator}</th>
          <th scope="col">{words.group}</th>
          <th scope="col">{words.period}</th>
          <th scope="col">{words.was}</th>
          <th scope="col">{words.is}</th>
        </tr>
      </thead>
      <tbody>
        {changes.flatMap((change) =>
          change.observations.filter(among).map((figure) => (
            <tr key={`${change.indicator} ${figure.series} ${figure.period}`}>
              <th scope="row">
                <IndicatorLink change={change} />
              </th>
              <td>{figure.seriesName[locale]}</td>
              <td>{periodName(periodOf(change.periodKind, figure.period), locale)}</td>
              <td>{figureOf(change, figure.before)}</td>
              <td>{figureOf(change, figure.after)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

function IndicatorList({ changes }: { readonly changes: readonly IndicatorChange[] }): JSX.Element {
  const { locale } = usePage()
  return (
    <ul className="change-list">
      {changes.map((change) => (
        <li key={change.indicator}>
          <IndicatorLink change={change} />{' '}
          <span className="note">{releaseWords[locale].figures(change.observations.length)}</span>
        </li>
      ))}
    </ul>
  )
}

const isAdded = ({ before }: ChangedFigure): boolean => before === null
const isRemoved = ({ after }: ChangedFigure): boolean => after === null
const isCorrected = ({ before, after }: ChangedFigure): boolean => before !== null && after !== null

/** Everything that changed, what a distrustful reader asks for first at the top. */
function AllChanges({ changes: { indicators } }: { readonly changes: ReleaseChangesDocument }): JSX.Element {
  const { locale } = usePage()
  const words = releaseWords[locale]
  const changed = indicators.filter(({ change }) => change === 'changed')
  const counts = countChanges({ indicators: changed })
  const judged = changed.filter(({ verdict }) => verdict !== null)
  const defined = changed.filter(({ definitionChanged }) => definitionChanged)
  const added = indicators.filter(({ change }) => change === 'added')
  const gone = indicators.filter(({ change }) => change === 'removed')
  return (
    <>
      <Changes title={words.corrected} note={words.correctedNote} count={counts.corrected}>
        <FigureTable changes={changed} among={isCorrected} />
      </Changes>
      <Changes title={words.removed} count={counts.removed}>
        <FigureTable changes={changed} among={isRemoved} />
      </Changes>
      <Changes title={words.verdicts} note={words.verdictsNote} count={judged.length}>
        <VerdictTable changes={judged} />
      </Changes>
      <Changes title={words.added} count={counts.added}>
        <FigureTable changes={changed} among={isAdded} />
      </Changes>
      <Changes title={words.definitions} count={defined.length}>
        <IndicatorList changes={defined} />
      </Changes>
      <Changes title={words.goneIndicators} count={gone.length}>
        <IndicatorList changes={gone} />
      </Changes>
      <Changes title={words.newIndicators} count={added.length}>
        <IndicatorList changes={added} />
      </Changes>
    </>
  )
}

interface ReleasePageProps {
  readonly release: Release
  readonly changes: ReleaseChangesDocument
  /** All releases up to the one that is read, newest first. */
  readonly releases: readonly Release[]
}

function Compare({ release, changes, releases }: ReleasePageProps): JSX.Element | null {
  const { locale, links } = usePage()
  const words = releaseWords[locale]
  const earlier = releases.filter(({ number }) => number < release.number)
  if (earlier.length < 2) return null
  return (
    <form className="compare" action={links.release(release.number)}>
      <label>
        {words.compareWith}{' '}
        <select name={parameterName('since', locale)} defaultValue={String(changes.since)}>
          {earlier.map(({ number, publishedAt }) => (
            <option key={number} value={number}>
              {words.numbered(number, formatDate(publishedAt, locale))}
            </option>
          ))}
          <option value="0">{words.beforeFirst}</option>
        </select>
      </label>
      <button type="submit">{words.compare}</button>
    </form>
  )
}

/** One release: what it was about, what it changed, and what proves that it stands as it was published. */
export function ReleasePage({ release, changes, releases }: ReleasePageProps): JSX.Element {
  const { locale, words: common, links } = usePage()
  const words = releaseWords[locale]
  const { number, title, note, publishedAt, publishedBy, hash, previousHash } = release
  const sentence = changesSentence(countChanges(changes))[locale]
  return (
    <>
      <nav className="breadcrumb" aria-label={common.breadcrumb}>
        <ol>
          <li>
            <a href={links.page('releases')}>{words.list.title}</a>
          </li>
        </ol>
      </nav>
      <h1>{`${words.one(release).title}: ${title[locale]}`}</h1>
      <p className="lead">{changes.since === 0 ? words.firstRelease : `${words.since(changes.since)}: ${sentence}`}</p>
      <p className="note">{words.publishedBy(formatDate(publishedAt, locale), publishedBy)}</p>
      {note && <p className="aside">{note[locale]}</p>}
      <ul className="link-row">
        <li>
          <a href={links.overviewIn(number)}>{words.asItWas}</a>
        </li>
        <li>
          <a href={links.changesJson(number, changes.since)}>{words.json}</a>
        </li>
      </ul>
      <Compare release={release} changes={changes} releases={releases} />
      <AllChanges changes={changes} />
      <section className="proof" aria-labelledby="proof">
        <h2 id="proof">{words.proof}</h2>
        <p>{words.proofText}</p>
        <dl>
          <div>
            <dt>{words.hash}</dt>
            <dd>
              <code>{hash}</code>
            </dd>
          </div>
          {previousHash !== null && (
            <div>
              <dt>{words.previousHash}</dt>
              <dd>
                <code>{previousHash}</code>
              </dd>
            </div>
          )}
        </dl>
      </section>
    </>
  )
}
