import type { ShownItem } from '@pejling/domain/meeting/show'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { isMeasured } from '@pejling/domain/release/is-measured'
import { producersOf } from '@pejling/domain/source/producers'
import { indicatorChartSvg } from '@pejling/figures/chart-of-indicator'
import type { JSX } from 'react'
import { ChartNotes } from '../../components/chart-notes.tsx'
import { Drawing } from '../../components/drawing.tsx'
import { usePage } from '../../components/page-context.ts'
import { VerdictMark, VerdictName } from '../../components/verdict.tsx'
import { useMeeting } from './meeting-page.ts'
import { meetingWords } from './messages.ts'
import { Corrections, FindingText, ItemName, Proceedings, Since, useHeading } from './parts.tsx'

// A screen that is taller than its room is scrolled by itself, and must be within reach of the keyboard.
const scrollsByKeyboard = { tabIndex: 0 }

const sheets = [
  { name: 'wide', sheet: { width: 860, height: 310, standalone: false, withoutNotes: true } },
  { name: 'narrow', sheet: { width: 300, height: 250, standalone: false, withoutNotes: true } },
] as const

function Chart({ document }: { readonly document: IndicatorDocument }): JSX.Element {
  const { locale } = usePage()
  return (
    <figure>
      {sheets.map(({ name, sheet }) => (
        <Drawing key={name} className={`chart meeting-${name}`} svg={indicatorChartSvg(document, locale, sheet)} />
      ))}
      <ChartNotes document={document} />
      <figcaption>{meetingWords[locale].source(producersOf(document.sources, locale).join(', '))}</figcaption>
    </figure>
  )
}

interface Screen {
  readonly id: string
  readonly name: JSX.Element
}

/** The ways to the screens around one, large enough for a thumb. */
function Ways({ screens, at }: { readonly screens: readonly Screen[]; readonly at: number }): JSX.Element {
  const { locale } = usePage()
  const words = meetingWords[locale]
  const [previous, next] = [screens[at - 1], screens[at + 1]]
  return (
    <nav className="ways" aria-label={`${words.ways} ${at + 1}`}>
      {previous ? (
        <a href={`#${previous.id}`} rel="prev">
          <span aria-hidden="true">←</span> {words.previous}
        </a>
      ) : (
        <span />
      )}{' '}
      <a href="#dagsorden">{words.agenda}</a>{' '}
      {next ? (
        <a href={`#${next.id}`} rel="next">
          {words.next} <span aria-hidden="true">→</span>
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}

function Row({ shown, number }: { readonly shown: ShownItem; readonly number: number }): JSX.Element {
  const { verdict, item } = shown
  return (
    <li>
      <a href={`#${item.slug}`}>
        <span className="agenda-number">{number}</span>{' '}
        {verdict === null ? (
          <span className="agenda-dot" aria-hidden="true" />
        ) : (
          <VerdictMark verdict={verdict} size={28} />
        )}
        <span className="agenda-name">
          <ItemName shown={shown} />
        </span>{' '}
        <span className="agenda-verdict">{verdict !== null && <VerdictName verdict={verdict} />}</span>
      </a>
    </li>
  )
}

function Footing(): JSX.Element {
  const { locale } = usePage()
  const { meeting, release, links, otherLanguage } = useMeeting()
  const words = meetingWords[locale]
  const ways = [
    [links.slides, words.slides],
    [links.appendix, words.appendix],
    [links.pdf, words.pdf],
    [links.caseText, words.caseText],
    [links.powerpoint, words.powerpoint],
    [links.workbook, words.workbook],
  ] as const
  return (
    <footer className="meeting-footing">
      <p className="note">
        {`${words.figuresFrom(release.number, release.publishedAt)} ${words.sharedOn(meeting.sharedAt, meeting.version)}`}
        {meeting.sharing === 'link' && ` ${words.withLink}`}
      </p>
      <p className="note" data-worker={links.worker} data-kept={words.kept('{}')} data-away={words.away('{}')} hidden />
      <ul className="link-row">
        {ways.map(([href, name]) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
        {otherLanguage !== null && (
          <li>
            <a href={otherLanguage} lang={locale === 'da' ? 'en' : 'da'} hrefLang={locale === 'da' ? 'en' : 'da'}>
              {words.otherLanguage}
            </a>
          </li>
        )}
      </ul>
    </footer>
  )
}

function AgendaScreen(): JSX.Element {
  const { locale, words: common } = usePage()
  const { meeting, shown } = useMeeting()
  const words = meetingWords[locale]
  return (
    <>
      {meeting.demonstration && (
        <p className="notice demonstration">
          <strong>{common.demonstration.title}</strong> {common.demonstration.text}
        </p>
      )}
      {meeting.place !== null && (
        <p className="eyebrow" lang="da">
          {meeting.place}
        </p>
      )}
      <h1 id="dagsorden-title">{useHeading()}</h1>
      <Corrections />
      <h2 className="visually-hidden">{words.agenda}</h2>
      <ol className="agenda">
        {shown.map((one, index) => (
          <Row key={one.item.slug} shown={one} number={index + 1} />
        ))}
      </ol>
      <Footing />
    </>
  )
}

function ItemScreen({ shown, number }: { readonly shown: ShownItem; readonly number: number }): JSX.Element {
  const { locale, words, links } = usePage()
  const all = useMeeting().shown.length
  const { item, kicker, indicator } = shown
  const frozen =
    item.about.kind === 'goal' ? links.goal(item.about.goal) : indicator && links.indicator(indicator.indicator.slug)
  return (
    <>
      <p className="eyebrow screen-eyebrow">
        <span>{kicker?.[locale]}</span> <span>{meetingWords[locale].itemOf(number, all)}</span>
      </p>
      <h2 id={`${item.slug}-title`}>
        <ItemName shown={shown} />
      </h2>
      <FindingText shown={shown} size={28} />
      {indicator && isMeasured(indicator) && <Chart document={indicator} />}
      {indicator && <Corrections only={indicator.indicator.slug} />}
      <Proceedings shown={shown} />
      {frozen && (
        <p className="note">
          <a href={frozen}>{words.frozen}</a>
        </p>
      )}
    </>
  )
}

/** A meeting on a tablet: the agenda, what changed since last time, and one item a screen. */
export function Agenda(): JSX.Element {
  const { locale } = usePage()
  const { shown, since, meeting } = useMeeting()
  const words = meetingWords[locale]
  const screens: readonly Screen[] = [
    { id: 'dagsorden', name: <AgendaScreen /> },
    ...(since !== null && meeting.before !== null
      ? [
          {
            id: 'siden-sidst',
            name: (
              <>
                <h2 id="siden-sidst-title">{words.since(meeting.before.date)}</h2>
                <Since most={40} />
              </>
            ),
          },
        ]
      : []),
    ...shown.map((one, index) => ({ id: one.item.slug, name: <ItemScreen shown={one} number={index + 1} /> })),
  ]
  return (
    <main id="main" className="deck" tabIndex={-1}>
      {screens.map(({ id, name }, index) => (
        <section key={id} id={id} className="screen" aria-labelledby={`${id}-title`} {...scrollsByKeyboard}>
          <div className="screen-content">{name}</div>
          <Ways screens={screens} at={index} />
        </section>
      ))}
    </main>
  )
}
