import { outcomeKinds, outcomeWords } from '@pejling/domain/sentence/outcome'
import type { ShownItem } from '@pejling/domain/meeting/show'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { isMeasured } from '@pejling/domain/release/is-measured'
import { producersOf } from '@pejling/domain/source/producers'
import { indicatorChartSvg } from '@pejling/figures/chart-of-indicator'
import { chartChoices, plainSelection, selectedSeries } from '@pejling/figures/chart-selection'
import type { JSX, ReactNode } from 'react'
import { Drawing } from '../../components/drawing.tsx'
import { ObservationTable } from '../../components/observation-table.tsx'
import { QrCode } from '../../components/qr-code.tsx'
import { usePage } from '../../components/page-context.ts'
import { VerdictMark, VerdictName } from '../../components/verdict.tsx'
import { useMeeting } from './meeting-page.ts'
import { meetingWords } from './messages.ts'
import { FindingText, ItemName, SlidePart, Since, useFrozen, useHeading, Written } from './parts.tsx'

/** Small on purpose: it is shown nearly twice as large, so that its letters can be read from the back of a room. */
const sheet = { width: 660, height: 236, standalone: false } as const

/** How many actions and changes are read from a wall; the rest is counted. */
const mostLines = 5

interface SlideProps {
  readonly id: string
  readonly kicker: ReactNode
  readonly title: ReactNode
  /** The number it is jumped to by; `null`: none. */
  readonly number: number | null
  /** What is found, below the title; `null`: nothing. */
  readonly finding: ReactNode
  /** Where a camera is led to: the page as it was in the release; `null`: nowhere. */
  readonly frozen: string | null
  /** Who produced what is shown; `null`: no one. */
  readonly producers: string | null
  readonly children: ReactNode
}

function Slide({ id, kicker, title, finding, frozen, number, producers, children }: SlideProps): JSX.Element {
  const { locale, words: common } = usePage()
  const { release, shown } = useMeeting()
  const words = meetingWords[locale]
  const from = words.figuresFrom(release.number, release.publishedAt)
  return (
    <section className="slide" id={id} data-slide={number ?? 0} aria-labelledby={`${id}-title`}>
      <p className="slide-top">
        <span>{kicker}</span> <span>{useHeading()}</span>
      </p>
      <div className="slide-head">
        <div>
          <h2 id={`${id}-title`}>{title}</h2>
          {finding}
        </div>
        {frozen !== null && <QrCode address={frozen} label={common.frozen} />}
      </div>
      <div className="slide-body">{children}</div>
      <p className="slide-foot">
        <span>{producers === null ? from : `${words.source(producers)} ${from}`}</span>{' '}
        <span>{number !== null && words.itemOf(number, shown.length)}</span>
      </p>
    </section>
  )
}

/** The chart, and on demand the table or the groups below it. */
function Figure({ document, id }: { readonly document: IndicatorDocument; readonly id: string }): JSX.Element {
  const { locale } = usePage()
  const plain = plainSelection(document)
  const [breakdown] = chartChoices(document).breakdowns
  const shown = new Set(selectedSeries(document, plain, locale).map(({ key }) => key))
  const series = document.series.filter(({ key }) => shown.has(key))
  return (
    <>
      <Drawing className="chart slide-chart" svg={indicatorChartSvg(document, locale, sheet)} />
      <div className="slide-mores">
        <details className="slide-more" data-more="table">
          <summary>{meetingWords[locale].table}</summary>
          <ObservationTable document={document} series={series} notes={`${id}-note`} />
        </details>
        {breakdown && (
          <details className="slide-more" data-more="groups">
            <summary>{meetingWords[locale].groups(breakdown.name[locale])}</summary>
            <Drawing
              className="chart"
              svg={indicatorChartSvg(document, locale, sheet, { ...plain, breakdown: breakdown.slug, benchmark: null })}
            />
          </details>
        )}
      </div>
    </>
  )
}

function Outcomes({ shown: { actions } }: { readonly shown: ShownItem }): JSX.Element {
  const { locale } = usePage()
  const counts = outcomeKinds.map(
    (kind) => [kind, actions.filter(({ outcome }) => outcome.kind === kind).length] as const,
  )
  return (
    <ul className="slide-lines">
      {counts
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => (
          <li key={kind}>
            <strong>{count}</strong> {outcomeWords[kind][locale]}
          </li>
        ))}
    </ul>
  )
}

function ItemSlide({ shown, number }: { readonly shown: ShownItem; readonly number: number }): JSX.Element {
  const { locale, links } = usePage()
  const { siteUrl } = useMeeting()
  const words = meetingWords[locale]
  const { item, kicker, indicator, plan } = shown
  const drawn = indicator && isMeasured(indicator) ? indicator : null
  return (
    <Slide
      id={item.slug}
      kicker={kicker?.[locale]}
      title={<ItemName shown={shown} />}
      finding={<FindingText shown={shown} size={30} isShort />}
      frozen={useFrozen(shown) ?? new URL(links.overview, siteUrl).href}
      number={number}
      producers={drawn && producersOf(drawn.sources, locale).join(', ')}
    >
      {drawn && <Figure document={drawn} id={item.slug} />}
      {plan !== null && <Outcomes shown={shown} />}
      {drawn === null && (
        <div className="slide-words">
          {item.point !== null && <Written>{item.point}</Written>}
          {item.recommendation !== null && (
            <SlidePart title={words.recommendation}>
              <Written>{item.recommendation}</Written>
            </SlidePart>
          )}
        </div>
      )}
    </Slide>
  )
}

function AgendaSlide(): JSX.Element {
  const { locale } = usePage()
  const { shown } = useMeeting()
  const words = meetingWords[locale]
  return (
    <Slide
      id="dagsorden"
      kicker={null}
      title={words.agenda}
      finding={null}
      frozen={null}
      number={null}
      producers={null}
    >
      <ol className="slide-agenda">
        {shown.map((one) => (
          <li key={one.item.slug}>
            {one.verdict !== null && <VerdictMark verdict={one.verdict} size={22} />}
            <a href={`#${one.item.slug}`}>
              <ItemName shown={one} />
            </a>
            {one.verdict !== null && (
              <span className="visually-hidden">
                <VerdictName verdict={one.verdict} />
              </span>
            )}
          </li>
        ))}
      </ol>
      <details className="slide-more" data-keys="" hidden>
        <summary>{words.keys}</summary>
        <dl className="slide-keys">
          {words.keyNames.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Slide>
  )
}

/** A meeting on the wall: what changed since last time, the agenda, and a slide for each item. */
export function Slides(): JSX.Element {
  const { locale } = usePage()
  const { shown, since, meeting } = useMeeting()
  const words = meetingWords[locale]
  return (
    <main id="main" className="slides" data-slides={meeting.slug} tabIndex={-1}>
      <h1 className="visually-hidden">{useHeading()}</h1>
      {since !== null && meeting.before !== null && (
        <Slide
          id="siden-sidst"
          kicker={null}
          title={words.since(meeting.before.date)}
          finding={null}
          frozen={null}
          number={null}
          producers={null}
        >
          <Since most={mostLines} />
        </Slide>
      )}
      <AgendaSlide />
      {shown.map((one, index) => (
        <ItemSlide key={one.item.slug} shown={one} number={index + 1} />
      ))}
      <output className="slide-jump" data-jump="" />
    </main>
  )
}
