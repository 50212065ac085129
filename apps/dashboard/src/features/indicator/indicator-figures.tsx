import { producersOf } from '@pejling/domain/source/producers'
import { areaSlug } from '@pejling/domain/area/area'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { indicatorChartSvg } from '@pejling/figures/chart-of-indicator'
import { selectedSeries } from '@pejling/figures/chart-selection'
import type { ChartSelection } from '@pejling/figures/chart-selection'
import type { ChangeEvent, ComponentType, JSX, MouseEvent } from 'react'
import { groupForms, noBenchmark, viewWords } from '../../app/view-request.ts'
import type { ViewRequest } from '../../app/view-request.ts'
import { Drawing } from '../../components/drawing.tsx'
import { usePage } from '../../components/page-context.ts'
import { GroupPanels, GroupsFinding, GroupsLatest } from './group-figures.tsx'
import { chartSheets } from './chart-sheets.ts'
import { resolveView, tableSeries } from './indicator-view.ts'
import type { IndicatorView } from './indicator-view.ts'
import { viewMessages } from './messages.ts'
import { ObservationTable } from '../../components/observation-table.tsx'

/** What a chart that can be read point by point is made from. */
export interface ExploredChartProps {
  readonly document: IndicatorDocument
  readonly selection: ChartSelection
  /** Whether the reader asked for it by the button, and goes on in it. */
  readonly focused: boolean
}

/** What a script adds to the figures of an indicator. */
export interface Exploring {
  /** Goes to another view without leaving the page. */
  readonly goTo: (request: ViewRequest) => void
  /** The chart that can be read point by point; `null` until a reader has wanted it. */
  readonly Chart: ComponentType<ExploredChartProps> | null
  readonly wantChart: (focused: boolean) => void
  readonly focused: boolean
}

interface Part {
  readonly document: IndicatorDocument
  readonly request: ViewRequest
  readonly view: IndicatorView
  readonly explore: Exploring | null
}

/** Follows a link without leaving the page where a script can; other clicks than a plain one stay the browser's. */
function followWith(explore: Exploring | null, target: ViewRequest) {
  return (event: MouseEvent): void => {
    if (!explore || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    explore.goTo(target)
  }
}

/** Development, a breakdown by each dimension, and the table: links, so that each can be shared and the back button works. */
function Views({ document, request, view, explore }: Part): JSX.Element {
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

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChoose: (value: string) => void
}

function Choice({ name, label, value, options, onChoose }: ChoiceProps): JSX.Element {
  const choose = ({ target }: ChangeEvent<HTMLSelectElement>): void => onChoose(target.value)
  return (
    <label className="choice">
      <span>{label}</span>
      <select name={name} defaultValue={value} onChange={choose} key={value}>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What to compare with and which years: a form that asks for another view of the same page. */
function Choices({ request, view, explore, document }: Part): JSX.Element | null {
  const { locale, links } = usePage()
  const words = viewMessages[locale]
  const names = viewWords[locale]
  const { benchmarks, years } = view.choices
  const { selection, show } = view
  if (benchmarks.length === 0 && years.length < 3 && view.groups.length < 2) return null
  const choose =
    (field: 'benchmark' | 'from' | 'to') =>
    (value: string): void =>
      explore?.goTo({ ...request, [field]: value === '' ? null : value })
  const chosen = benchmarks.find(({ code }) => code === selection.benchmark)
  const yearOptions = (open: string) => [['', open] as const, ...years.map((year) => [`${year}`, `${year}`] as const)]
  const [action] = links.indicator(document.indicator.slug).split('?')
  return (
    <form className="choices" action={action} aria-label={words.choices}>
      {show === 'table' && <input type="hidden" name={names.show} value={names.table} />}
      {selection.breakdown !== null && <input type="hidden" name={names.breakdown} value={selection.breakdown} />}
      {request.form !== null && <input type="hidden" name={names.form} value={names.forms[request.form]} />}
      <Groups request={request} view={view} explore={explore} document={document} />
      {benchmarks.length > 0 && (
        <Choice
          name={names.benchmark}
          label={words.compareWith}
          value={chosen ? areaSlug(chosen) : names.none}
          options={[
            ...benchmarks.map((area) => [areaSlug(area), area.name[locale]] as const),
            [names.none, words.nothing],
          ]}
          onChoose={(value) => choose('benchmark')(value === names.none ? noBenchmark : value)}
        />
      )}
      {years.length > 2 && (
        <>
          <Choice
            name={names.from}
            label={words.from}
            value={selection.from === null ? '' : String(selection.from)}
            options={yearOptions(words.first)}
            onChoose={choose('from')}
          />
          <Choice
            name={names.to}
            label={words.to}
            value={selection.to === null ? '' : String(selection.to)}
            options={yearOptions(words.last)}
            onChoose={choose('to')}
          />
        </>
      )}
      <button type="submit">{words.show}</button>
    </form>
  )
}

/** Which groups of the breakdown are shown. */
function Groups({ request, view: { groups, selection }, explore }: Part): JSX.Element | null {
  const { locale } = usePage()
  if (groups.length < 2) return null
  const chosen = selection.groups ?? groups.map(({ slug }) => slug)
  const choose = (slug: string, wanted: boolean): void => {
    const next = groups.map((group) => group.slug).filter((each) => (each === slug ? wanted : chosen.includes(each)))
    explore?.goTo({ ...request, groups: next.length === groups.length ? [] : next })
  }
  return (
    <fieldset className="choice-groups">
      <legend>{viewMessages[locale].groups}</legend>
      {groups.map(({ slug, name }) => (
        <label key={slug}>
          <input
            key={String(chosen.includes(slug))}
            type="checkbox"
            name={viewWords[locale].groups}
            value={slug}
            defaultChecked={chosen.includes(slug)}
            onChange={({ target }) => choose(slug, target.checked)}
          />
          {name[locale]}
        </label>
      ))}
    </fieldset>
  )
}

/** How the groups are drawn: links, as the views are. */
function Forms({ document, request, view, explore }: Part): JSX.Element | null {
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

function Chart({ document, view, explore }: Part): JSX.Element {
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
  const part: Part = { document, request, view, explore }
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
