import { producersOf } from '@pejling/domain/source/producers'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { indicatorChartSvg } from '@pejling/figures/chart-of-indicator'
import { selectedSeries } from '@pejling/figures/chart-selection'
import type { JSX, MouseEvent } from 'react'
import { type ViewRequest, groupForms } from '@pejling/addresses/view-request'
import { ChartNotes } from '../../components/chart-notes.tsx'
import { Drawing } from '../../components/drawing.tsx'
import { usePage } from '../../components/page-context.ts'
import { Choices } from './figure-choices.tsx'
import type { ExploredChartProps, Exploring, FigurePart } from './figure-part.ts'
import { GroupPanels, GroupsFinding, GroupsLatest } from './group-figures.tsx'
import { chartSheets } from './chart-sheets.ts'
import { resolveView, tableSeries } from './indicator-view.ts'
import { viewMessages } from './messages.ts'
import { ObservationTable } from '../../components/observation-table.tsx'

/** Follows a link without leaving the page where a script can; other clicks than a plain one stay the browser's. */
function followWith(explore: Exploring | null, target: ViewRequest) {
  return (event: MouseEvent): void => {
    if (!explore || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    explore.goTo(target)
  }
}

/** Development, a breakdown by each dimension, and the table: links, so that each can be shared and the back button works. */
function Views({ document, request, view, explore }: FigurePart): JSX.Element {
  const { locale, links } = usePage()
  const words = viewMessages[locale]
  const { choices, selection, show } = view
  const views: readonly (readonly [string, ViewRequest, boolean])[] = [
    [
      words.development,
      { ...request, show: 'chart', breakdown: null, form: null, groups: [] },
      show === 'chart' && selection.breakdown === null,
    ],
    ...choices.breakdowns.map(
      ({ slug, name }) =>
        [
          name[locale],
          { ...request, show: 'chart', breakdown: slug, form: null, groups: [] },
          show === 'chart' && selection.breakdown === slug,
        ] as const,
    ),
    [words.table, { ...request, show: 'table' }, show === 'table'],
  ]
  return (
    <nav className="views" aria-label={words.views}>
      <ul>
        {views.map(([label, target, current]) => (
          <li key={label}>
            <a
              href={links.indicator(document.indicator.slug, target)}
              aria-current={current ? 'true' : undefined}
              onClick={followWith(explore, target)}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How the groups are drawn: links, as the views are. */
function Forms({ document, request, view, explore }: FigurePart): JSX.Element | null {
  const { locale, links } = usePage()
  const words = viewMessages[locale]
  const { form, selection, groups } = view
  const dimension = document.dimensions.find(({ slug }) => slug === selection.breakdown)
  if (form === null || !dimension || view.show === 'table') return null
  const shown = selection.groups?.length ?? groups.length
  return (
    <nav className="views forms" aria-label={words.formsOf(dimension.name[locale].toLowerCase())}>
      <ul>
        {groupForms
          .filter((one) => shown > 1 || one === 'lines' || one === 'panels')
          .map((one) => (
            <li key={one}>
              <a
                href={links.indicator(document.indicator.slug, { ...request, form: one })}
                aria-current={one === form ? 'true' : undefined}
                onClick={followWith(explore, { ...request, form: one })}
              >
                {words.forms[one]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** The chart, drawn for three widths of screen so that its type keeps its size; one of them is shown. */
function StaticChart({ document, selection }: Omit<ExploredChartProps, 'focused'>): JSX.Element {
  const { locale } = usePage()
  return (
    <>
      {chartSheets.map(({ name, sheet }) => (
        <Drawing
          key={name}
          className={`chart chart-${name}`}
          svg={indicatorChartSvg(document, locale, sheet, selection)}
        />
      ))}
    </>
  )
}

function Chart({ document, view, explore }: FigurePart): JSX.Element {
  const { locale, words } = usePage()
  const messages = viewMessages[locale]
  const producers = producersOf(document.sources, locale)
  const Explored = explore?.Chart ?? null
  return (
    <figure aria-label={words.development}>
      <div
        className="chart-place"
        data-explore=""
        onPointerEnter={() => explore?.wantChart(false)}
        onPointerDown={() => explore?.wantChart(false)}
      >
        {Explored ? (
          <Explored document={document} selection={view.selection} focused={explore?.focused ?? false} />
        ) : (
          <StaticChart document={document} selection={view.selection} />
        )}
      </div>
      <ChartNotes document={document} selection={view.selection} />
      <figcaption>
        {producers.length > 0 && <span>{`${words.source} ${producers.join(', ')}`}</span>}
        {Explored === null && (
          <button type="button" className="explore-chart" data-explore="" onClick={() => explore?.wantChart(true)}>
            {messages.explore}
          </button>
        )}
      </figcaption>
    </figure>
  )
}

interface IndicatorFiguresProps {
  readonly document: IndicatorDocument
  readonly request: ViewRequest
  /** `null` where there is no script: then every choice is an address of its own. */
  readonly explore: Exploring | null
}

/** The figures of an indicator as chart and table, with the choice of what to see. */
export function IndicatorFigures({ document, request, explore }: IndicatorFiguresProps): JSX.Element {
  const { locale, words } = usePage()
  const view = resolveView(document, request, locale)
  const part: FigurePart = { document, request, view, explore }
  const lines = selectedSeries(document, view.selection, locale)
  // What is known of others alone stands in the table: a chart of it would pass for one of ours.
  const inChart = lines.some(
    ({ role, observations }) => role === 'headline' && observations.some(({ value }) => value !== null),
  )
  const columns = tableSeries(document, view, locale)
  const inTable = columns.some(({ observations }) => observations.length > 0)
  return (
    <>
      <div className="figure-choices">
        <Views {...part} />
        <Choices {...part} />
      </div>
      {view.problems.map((problem) => (
        <p key={problem} className="view-problem">
          {problem}
        </p>
      ))}
      {view.show === 'chart' && view.form !== null && (
        <>
          <Forms {...part} />
          <GroupsFinding document={document} selection={view.selection} />
        </>
      )}
      {view.show === 'chart' && view.form === 'panels' && (
        <GroupPanels document={document} selection={view.selection} request={request} />
      )}
      {view.show === 'chart' && view.form === 'latest' && (
        <GroupsLatest document={document} selection={view.selection} />
      )}
      {view.show === 'chart' && view.form !== 'panels' && view.form !== 'latest' && inChart && <Chart {...part} />}
      {inTable ? (
        <section aria-labelledby="table" className={view.show === 'table' ? 'table-view' : undefined}>
          <h2 id="table">{words.table}</h2>
          <ObservationTable document={document} series={columns} />
        </section>
      ) : (
        <p className="view-problem">{viewMessages[locale].nothingInYears}</p>
      )}
    </>
  )
}
