import { fragmentWords } from '@pejling/addresses/words'
import type { ShownItem } from '@pejling/domain/meeting/show'
import { formatDate } from '@pejling/domain/period/period'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { isMeasured } from '@pejling/domain/release/is-measured'
import type { Source } from '@pejling/domain/source/source'
import { indicatorChartSvg } from '@pejling/figures/chart-of-indicator'
import { plainSelection, selectedSeries } from '@pejling/figures/chart-selection'
import type { JSX } from 'react'
import { Drawing } from '../../components/drawing.tsx'
import { ObservationTable } from '../../components/observation-table.tsx'
import { QrCode } from '../../components/qr-code.tsx'
import { usePage } from '../../components/page-context.ts'
import { VerdictMark, VerdictName } from '../../components/verdict.tsx'
import { useMeeting } from './meeting-page.ts'
import { meetingWords } from './messages.ts'
import { Corrections, FindingText, ItemName, Proceedings, Since, useFrozen, useHeading } from './parts.tsx'

/** What is between the margins of A4, in CSS pixels, and so much of its height that a table has room below. */
const sheet = { width: 660, height: 270, standalone: false } as const

function SourceLine({ source: { producer, title, table, url } }: { readonly source: Source }): JSX.Element {
  const { locale } = usePage()
  const name = `${producer[locale]}: ${title[locale]}${table === null ? '' : ` (${table})`}`
  return <li>{url === null ? name : <a href={url}>{name}</a>}</li>
}

/** The figures of an item: chart, table, sources, and the way to the page they stand on for ever. */
function Figures({ document, id }: { readonly document: IndicatorDocument; readonly id: string }): JSX.Element {
  const { locale, words } = usePage()
  const shown = new Set(selectedSeries(document, plainSelection(document), locale).map(({ key }) => key))
  return (
    <>
      <figure>
        <Drawing className="chart appendix-chart" svg={indicatorChartSvg(document, locale, sheet)} />
      </figure>
      <ObservationTable
        document={document}
        series={document.series.filter(({ key }) => shown.has(key))}
        notes={`${id}-note`}
      />
      <p className="note source-title">{words.source}</p>
      <ul className="note sources">
        {document.sources.map((source) => (
          <SourceLine key={source.slug} source={source} />
        ))}
      </ul>
    </>
  )
}

function ItemPage({ shown, number }: { readonly shown: ShownItem; readonly number: number }): JSX.Element {
  const { locale, words } = usePage()
  const { item, kicker, indicator } = shown
  const frozen = useFrozen(shown)
  return (
    <section className="appendix-item" id={item.slug} aria-labelledby={`${item.slug}-title`}>
      <div className="appendix-head">
        <div>
          <p className="eyebrow">{`${number}${kicker === null ? '' : ` · ${kicker[locale]}`}`}</p>
          <h2 id={`${item.slug}-title`}>
            <ItemName shown={shown} />
          </h2>
          <FindingText shown={shown} size={20} />
        </div>
        {frozen !== null && (
          <a href={frozen}>
            <QrCode address={frozen} label={words.frozen} />
          </a>
        )}
      </div>
      {indicator && isMeasured(indicator) && <Figures document={indicator} id={item.slug} />}
      {indicator && <Corrections only={indicator.indicator.slug} />}
      <Proceedings shown={shown} />
    </section>
  )
}

function Cover(): JSX.Element {
  const { locale, words: common } = usePage()
  const { meeting, release, links, siteUrl } = useMeeting()
  const words = meetingWords[locale]
  const address = new URL(links.agenda, siteUrl).href
  return (
    <header className="cover">
      <p className="eyebrow">{words.appendixTo}</p>
      <h1 lang="da">{meeting.committee}</h1>
      <p className="lead">
        {formatDate(meeting.date, locale)}
        {meeting.place !== null && <span lang="da">{`, ${meeting.place}`}</span>}
      </p>
      {meeting.demonstration && (
        <p className="notice demonstration">
          <strong>{common.demonstration.title}</strong> {common.demonstration.text}
        </p>
      )}
      <p className="note">
        {`${words.figuresFrom(release.number, release.publishedAt)} ${words.sharedOn(meeting.sharedAt, meeting.version)}`}
      </p>
      <QrCode address={address} label={address} />
      <p className="note">{address}</p>
      <Corrections />
      <p className="screen-only">
        <a href={links.agenda}>{words.agenda}</a>
      </p>
      <p className="screen-only" id={fragmentWords.print[locale]}>
        {words.print}
      </p>
    </header>
  )
}

function Contents(): JSX.Element {
  const { locale } = usePage()
  const { shown, since, meeting } = useMeeting()
  const words = meetingWords[locale]
  return (
    <nav className="appendix-contents" aria-labelledby="contents">
      <h2 id="contents">{words.contents}</h2>
      <ol>
        {shown.map((one) => (
          <li key={one.item.slug}>
            <a href={`#${one.item.slug}`}>
              <ItemName shown={one} />
            </a>{' '}
            {one.verdict !== null && (
              <span className="contents-verdict">
                <VerdictMark verdict={one.verdict} size={18} /> <VerdictName verdict={one.verdict} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {since !== null && meeting.before !== null && (
        <section className="appendix-since" aria-labelledby="siden-sidst">
          <h2 id="siden-sidst">{words.since(meeting.before.date)}</h2>
          <Since most={12} />
        </section>
      )}
    </nav>
  )
}

/** A meeting on paper: a cover, the contents, and one item a page with chart, table and sources. */
export function Appendix(): JSX.Element {
  const { shown } = useMeeting()
  return (
    <main id="main" className="appendix" tabIndex={-1} aria-label={useHeading()}>
      <Cover />
      <Contents />
      {shown.map((one, index) => (
        <ItemPage key={one.item.slug} shown={one} number={index + 1} />
      ))}
    </main>
  )
}
