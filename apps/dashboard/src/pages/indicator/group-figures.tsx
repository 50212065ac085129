import { hasValue } from '@pejling/domain/observation/observation'
import { periodLabel, periodOf } from '@pejling/domain/period/period'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { groupsSentence, latestOfGroups } from '@pejling/domain/sentence/groups-sentence'
import { formatShortUnit, formatValue } from '@pejling/domain/unit/format'
import { indicatorChartInput } from '@pejling/figures/chart-of-indicator'
import { groupsOf } from '@pejling/figures/chart-selection'
import type { ChartSelection } from '@pejling/figures/chart-selection'
import { dotPlotModel } from '@pejling/figures/dot-plot-model'
import type { DotPlotInput } from '@pejling/figures/dot-plot-model'
import { panelsModel } from '@pejling/figures/panels-model'
import { dotPlotSvg, panelSvg } from '@pejling/figures/svg'
import { longestSign } from '@pejling/figures/ticks'
import type { JSX } from 'react'
import type { ViewRequest } from '@pejling/addresses/view-request'
import { Drawing } from '../../components/drawing.tsx'
import { usePage } from '../../components/page-context.ts'
import { chartSheets } from './chart-sheets.ts'
import { viewMessages } from './messages.ts'

// Panels and sentences take nothing of the sheet but its series.
const plainSheet = { width: 640, height: 400, standalone: false }

/** Groups of an indicator as they are compared. */
interface GroupFiguresProps {
  readonly document: IndicatorDocument
  readonly selection: ChartSelection
}

/** The groups that are chosen, with their figures. */
function chosenGroups(document: IndicatorDocument, { breakdown, groups }: ChartSelection) {
  const dimension = document.dimensions.find(({ slug }) => slug === breakdown)
  return dimension ? groupsOf(document, dimension).filter(({ slug }) => groups?.includes(slug) ?? true) : []
}

/** Which group is highest and which lowest, or how far they are apart, in a sentence. */
export function GroupsFinding({ document, selection }: GroupFiguresProps): JSX.Element | null {
  const { locale } = usePage()
  if (selection.gap) {
    const { sentence } = indicatorChartInput(document, locale, plainSheet, selection)
    return sentence === '' ? null : <p className="groups-finding">{sentence}</p>
  }
  const { indicator } = document
  const groups = chosenGroups(document, selection).map(({ name, group }) => ({ ...group, name }))
  const sentence = groupsSentence(groups, indicator, indicator.cadence.periodKind)
  return sentence && <p className="groups-finding">{sentence[locale]}</p>
}

const ownName = ({ areas, indicator }: IndicatorDocument, locale: 'da' | 'en'): string =>
  areas.find(({ code }) => code === indicator.area)?.name[locale] ?? indicator.area

/** Each group in a small chart of its own, against the whole. Its name leads to it alone, where it can be read point by point. */
export function GroupPanels({
  document,
  selection,
  request,
}: GroupFiguresProps & { readonly request: ViewRequest }): JSX.Element {
  const { locale, links } = usePage()
  const words = viewMessages[locale]
  const input = indicatorChartInput(document, locale, plainSheet, { ...selection, benchmark: null })
  const panels = panelsModel(input, { width: 236, height: 132 })
  const slugs = new Map(chosenGroups(document, selection).map(({ slug, group }) => [group.key, slug]))
  return (
    <>
      <p className="panels-note">{words.wholeBehind(ownName(document, locale))}</p>
      <ul className="panels">
        {panels.map((panel) => (
          <li key={panel.key}>
            <a
              href={links.indicator(document.indicator.slug, {
                ...request,
                form: 'lines',
                groups: [slugs.get(panel.key) ?? ''],
              })}
            >
              {panel.name}
            </a>
            <Drawing className="panel" svg={panelSvg(panel)} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** A dot plot, drawn for three widths of screen; one of them is shown. */
export function DotPlot({ input }: { readonly input: Omit<DotPlotInput, 'width'> }): JSX.Element {
  return (
    <>
      {chartSheets.map(({ name, sheet }) => {
        const model = dotPlotModel({ ...input, width: Math.min(sheet.width, 760) })
        return model && <Drawing key={name} className={`chart chart-${name}`} svg={dotPlotSvg(model)} />
      })}
    </>
  )
}

/** Where each group lies in the newest period that can be compared, against the whole. */
export function GroupsLatest({ document, selection }: GroupFiguresProps): JSX.Element | null {
  const { locale } = usePage()
  const words = viewMessages[locale]
  const { indicator, series } = document
  const kind = indicator.cadence.periodKind
  const groups = chosenGroups(document, selection)
  const latest = latestOfGroups(
    groups.map(({ name, group }) => ({ ...group, name })),
    kind,
  )
  if (!latest) return null
  const whole = series
    .find(({ key }) => key === indicator.area)
    ?.observations.find((one) => hasValue(one) && one.period === latest.period)
  const isCount = indicator.unit === 'count'
  const unitSign = formatShortUnit(2, indicator, locale).trim()
  const title = words.latestOf(indicator.name[locale], periodLabel(periodOf(kind, latest.period), locale))
  const rows = groups.map(({ name, group }) => {
    const observation = group.observations.find(({ period }) => period === latest.period)
    const value = observation?.value ?? null
    return {
      key: group.key,
      name: name[locale],
      value,
      words:
        value === null ? (observation?.status === 'Q' ? words.tooFew : '–') : formatValue(value, indicator, locale),
      // The whole of a count is no level a group could lie at.
      reference: isCount ? null : (whole?.value ?? null),
    }
  })
  const sentence = groupsSentence(
    groups.map(({ name, group }) => ({ ...group, name })),
    indicator,
    kind,
  )
  return (
    <DotPlot
      input={{
        title,
        sentence: sentence?.[locale] ?? '',
        rows,
        limits: indicator.limits,
        decimals: indicator.decimals,
        sign: unitSign.length > longestSign ? '' : unitSign,
        locale,
        legend: { dot: words.dot, bar: isCount ? null : words.bar(ownName(document, locale)) },
      }}
    />
  )
}
