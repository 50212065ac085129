import { printedNumber } from '@pejling/domain/framework'
import { hasValue } from '@pejling/domain/observation/observation'
import { formatDate } from '@pejling/domain/period/period'
import type { Assessment, Verdict } from '@pejling/domain/progress/assessment'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { seriesName } from '@pejling/domain/release/series-name'
import { comparisonItems } from '@pejling/domain/sentence/comparison-sentence'
import { notAssessedWords } from '@pejling/domain/sentence/verdict-words'
import { parseSeriesKey } from '@pejling/domain/series'
import type { JSX } from 'react'
import { type ViewRequest, viewQuery } from '@pejling/addresses/view-request'
import { ComparedList } from '../../components/compared.tsx'
import { Island } from '../../islands/island.tsx'
import { usePage } from '../../components/page-context.ts'
import type { PageContext } from '../../components/page-context.ts'
import { VerdictName } from '../../components/verdict.tsx'
import { HowSure, SourceAndRelease, WhatIsMeasured } from './background.tsx'
import { headlineFigures, headlineTarget } from './headline.ts'
import { nearSeries } from './indicator-view.ts'
import { KeyFigures } from './key-figures.tsx'
import { viewMessages } from './messages.ts'
import { RepresentationOf } from './representation.tsx'
import { ObservationTable } from '../../components/observation-table.tsx'
import { IndicatorFigures } from './indicator-figures.tsx'
import type { Publisher } from '../../documents/site.ts'

interface Part {
  readonly document: IndicatorDocument
}

function Breadcrumb({ document, policy }: Part & Pick<IndicatorPageProps, 'policy'>): JSX.Element {
  const { locale, words, links } = usePage()
  const goal = document.goals.find(({ headline }) => headline) ?? document.goals[0]
  // A policy that counts its goals in one go does not say by their numbers where they belong.
  const [area, ...within] = printedNumber(goal?.number ?? '').split('.')
  return (
    <nav className="breadcrumb" aria-label={words.breadcrumb}>
      <ol>
        <li>
          <a href={links.overview}>{words.overview}</a>
        </li>
        {goal && (
          <>
            {policy !== null && (
              <li>
                <a href={links.policyOf(goal.number)}>{policy}</a>
              </li>
            )}
            <li>
              {within.length === 0 ? (
                <a href={links.policyOf(goal.number)}>{goal.focusArea[locale]}</a>
              ) : (
                <a href={links.focusArea(goal.number, area ?? '')}>{`${area} ${goal.focusArea[locale]}`}</a>
              )}
            </li>
            <li>
              <a href={links.goal(goal.number)}>{`${printedNumber(goal.number)} ${goal.text[locale]}`}</a>
            </li>
          </>
        )}
      </ol>
    </nav>
  )
}

/**
 * When the next figure comes, or why that is not known; empty where there is nothing to say. While there is none, what it
 * takes to get one stands in place of a date: the figures that exist already come before those of that day.
 */
function nextFigureWords(document: IndicatorDocument, { locale, words }: PageContext): string {
  const { nextExpectedOn, nextExpectedNote, withoutFigures, retiredOn } = document.indicator
  if (retiredOn !== null) return words.retiredOn(formatDate(retiredOn, locale))
  const isMeasured = headlineFigures(document).length > 0
  const isSuppressed = document.assessments[0]?.reason === 'suppressed'
  const missing = isMeasured || isSuppressed ? undefined : withoutFigures
  const why = isSuppressed ? notAssessedWords.suppressed : missing
  return [
    ...(why === undefined ? [] : [why[locale]]),
    ...(nextExpectedOn === null || missing !== undefined
      ? []
      : [words.nextExpectedOn(formatDate(nextExpectedOn, locale))]),
    ...(nextExpectedNote === null ? [] : [nextExpectedNote[locale]]),
  ].join(' ')
}

const saysThatItIsByTrend: ReadonlySet<Verdict> = new Set(['improving', 'stable', 'unclear', 'worsening'])

function TargetLine({ document }: Part): JSX.Element | null {
  const { locale, words } = usePage()
  const target = headlineTarget(document)
  const verdict = document.assessments[0]?.verdict
  if (target === null) {
    // A verdict by the trend alone has said so in its sentence.
    if (verdict !== undefined && saysThatItIsByTrend.has(verdict)) return null
    return <p className="aside">{words.nobodyDecided}</p>
  }
  const decided = words.decided(target.decidedBy[locale], formatDate(target.decidedOn, locale))
  const followed = document.areas.find(({ code }) => code === target.benchmark?.area)
  const parts = [
    decided,
    ...(followed ? [viewMessages[locale].followsArea(followed.name[locale])] : []),
    ...(target.note === null ? [] : [target.note[locale]]),
  ]
  return <p className="aside">{parts.join(' ')}</p>
}

function OtherTargets({ document, others }: Part & { readonly others: readonly Assessment[] }): JSX.Element | null {
  const { locale, words } = usePage()
  if (others.length === 0) return null
  return (
    <section aria-labelledby="other-targets">
      <h2 id="other-targets">{words.otherTargets}</h2>
      <ul>
        {others.map((other) => (
          <li key={`${other.series} ${other.target}`}>
            {seriesName(document, parseSeriesKey(other.series))[locale]}: <VerdictName verdict={other.verdict} />.{' '}
            {other.sentence[locale]}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is known of other places, where nothing is known of one's own. */
function FiguresOfOthers({ document }: Part): JSX.Element {
  const { locale } = usePage()
  const { others, othersNote } = viewMessages[locale]
  return (
    <section aria-labelledby="table">
      <h2 id="table">{others}</h2>
      <p className="others-note">{othersNote}</p>
      <ObservationTable
        document={document}
        series={nearSeries(document).filter((one) => one.observations.some(hasValue))}
      />
    </section>
  )
}

interface IndicatorPageProps extends Part {
  /** The policy of its first goal by name; `null`: there is only one. */
  readonly policy: string | null
  /** What part of it the reader asked to see. */
  readonly request: ViewRequest
  readonly publisher: Publisher
  /** Whether the page is written as a file, once for all views: then only a script can show another. */
  readonly asFile: boolean
}

/** One indicator: its finding, key figures, chart, table, definition, how sure it is, and where it comes from. */
export function IndicatorPage({ document, policy, request, publisher, asFile }: IndicatorPageProps): JSX.Element {
  const page = usePage()
  const { locale } = page
  const { indicator, series, assessments } = document
  const [headline, ...others] = assessments
  const hasOwn = headlineFigures(document).length > 0
  const hasAny = series.some(({ observations }) => observations.some(hasValue))
  const hasNear = nearSeries(document).some(({ observations }) => observations.some(hasValue))
  const next = nextFigureWords(document, page)
  return (
    <>
      <Breadcrumb document={document} policy={policy} />
      <h1>{indicator.name[locale]}</h1>
      {headline && (
        <p className="lead">
          <VerdictName verdict={headline.verdict} />
          <span className="verdict-stop">.</span> {hasOwn ? headline.sentence[locale] : next}
        </p>
      )}
      <KeyFigures document={document} />
      {document.comparison && <ComparedList sentences={comparisonItems(document.comparison)} />}
      {hasOwn && indicator.direction !== 'context' && <TargetLine document={document} />}
      {hasOwn && asFile && (
        <noscript>
          <p className="view-problem">
            {viewMessages[locale].withoutScript} <a href="#source">{page.words.download}</a>
          </p>
        </noscript>
      )}
      {hasOwn && (
        <Island name="indicator" subject={indicator.slug} shown={viewQuery(request, locale)}>
          <IndicatorFigures document={document} request={request} explore={null} />
        </Island>
      )}
      <RepresentationOf document={document} />
      {!hasOwn && hasNear && <FiguresOfOthers document={document} />}
      {hasOwn && next !== '' && <p className="aside">{next}</p>}
      <OtherTargets document={document} others={others} />
      <div className="background">
        <WhatIsMeasured document={document} />
        {headline && hasOwn && <HowSure assessment={headline} periodKind={indicator.cadence.periodKind} />}
        <SourceAndRelease
          document={document}
          namesEachPlace={asFile || request.show === 'table'}
          hasFigures={hasAny}
          publisher={publisher}
        />
      </div>
    </>
  )
}
