import type { Area } from '@pejling/domain/area'
import type { Dimension } from '@pejling/domain/dimension'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { beyondLimits, notWhole } from '@pejling/domain/intake/figure-text'
import { statusesWithoutValue, type Observation } from '@pejling/domain/observation/observation'
import { danishDay } from '@pejling/domain/period/danish-day'
import { parsePeriod, periodExample } from '@pejling/domain/period/period'
import { seriesKey, type Series } from '@pejling/domain/series'
import type { Text } from '@pejling/domain/text'
import type { Database } from '../../db/database.ts'
import { kinds, listDefinitions } from '../definitions.ts'

/** What cannot be written of a figure: which part of it, and why. */
export interface FigureProblem {
  /** Names the part as a JSON pointer into the figure, without its first stroke: `value`, `categories/alder`. */
  readonly field: string
  readonly detail: Text
}

/** A figure to be written. */
export interface FigureToWrite {
  readonly series: Series
  readonly observation: Observation
}

interface Definitions {
  readonly indicator: Indicator
  readonly areas: readonly Area[]
  readonly dimensions: readonly Dimension[]
  readonly provenances: ReadonlySet<string>
}

/** How many names are listed where a name is unknown. */
const namesListed = 12

const both = (da: string, en: string): Text => ({ da, en })

/** The names there are, as they end a message. */
function among(names: readonly string[]): Text {
  const shown = names.slice(0, namesListed).join(', ')
  const more = names.length - namesListed
  if (names.length === 0) return both('Der er ingen.', 'There are none.')
  return more > 0
    ? both(`Brug et af: ${shown} … (${more} flere).`, `Use one of: ${shown} … (${more} more).`)
    : both(`Brug et af: ${shown}.`, `Use one of: ${shown}.`)
}

function areaProblems({ areas }: Definitions, { area }: Series): FigureProblem[] {
  if (areas.some(({ code }) => code === area)) return []
  const known = among(areas.map(({ code }) => code))
  const detail = both(
    `Området "${area}" findes ikke i arbejdsrummet. ${known.da}`,
    `There is no area "${area}" in the workspace. ${known.en}`,
  )
  return [{ field: 'area', detail }]
}

function categoryProblems({ indicator, dimensions }: Definitions, { categories }: Series): FigureProblem[] {
  return Object.entries(categories).flatMap(([slug, category]): FigureProblem[] => {
    const field = `categories/${slug}`
    const own = dimensions.find((one) => one.slug === slug)
    if (!own || !indicator.dimensions.includes(slug)) {
      const known = among(indicator.dimensions)
      const detail = both(
        `Indikatoren er ikke opdelt efter "${slug}". ${known.da}`,
        `The indicator is not divided by "${slug}". ${known.en}`,
      )
      return [{ field, detail }]
    }
    if (own.categories.some((one) => one.slug === category)) return []
    const known = among(own.categories.map((one) => one.slug))
    const detail = both(
      `"${category}" er ikke en gruppe i ${slug}. ${known.da}`,
      `"${category}" is no category of ${slug}. ${known.en}`,
    )
    return [{ field, detail }]
  })
}

const day = 86_400_000

function periodProblems(
  { indicator }: Definitions,
  code: string,
  today: string,
  allowFuture: boolean,
): FigureProblem[] {
  const kind = indicator.cadence.periodKind
  const period = parsePeriod(kind, code)
  const field = 'period'
  if (!period) {
    const example = periodExample(kind)
    const detail = both(
      `"${code}" er ikke en periode af indikatorens slags. Skriv den som ${example}.`,
      `"${code}" is no period of the indicator’s kind. Write it as ${example}.`,
    )
    return [{ field, detail }]
  }
  if (allowFuture || period.start * day <= Date.parse(today)) return []
  const detail = both(
    `${code} er ikke begyndt endnu. Ret perioden. Er det meningen, så send allowFuture: true.`,
    `${code} has not begun yet. Correct the period. If it is meant, send allowFuture: true.`,
  )
  return [{ field, detail }]
}

function valueProblems({ indicator }: Definitions, { value, status }: Observation): FigureProblem[] {
  const lacksValue = statusesWithoutValue.has(status)
  if (lacksValue && value !== null) {
    const detail = both(
      `Status ${status} siger, at der intet tal er, men her står et. Send value: null, eller en anden status.`,
      `Status ${status} says that there is no figure, but one is given. Send value: null, or another status.`,
    )
    return [{ field: 'value', detail }]
  }
  if (!lacksValue && value === null) {
    const detail = both(
      'Uden et tal siger status hvorfor: O mangler, L ikke indsamlet, M findes ikke, Q for få personer.',
      'Without a figure the status says why: O missing, L not collected, M cannot exist, Q suppressed.',
    )
    return [{ field: 'status', detail }]
  }
  const outside = value === null ? null : (beyondLimits(indicator, value) ?? notWhole(indicator, value))
  return outside ? [{ field: 'value', detail: outside }] : []
}

function provenanceProblems({ provenances }: Definitions, { provenance }: Observation): FigureProblem[] {
  if (provenance === null || provenances.has(provenance)) return []
  const known = among([...provenances])
  const detail = both(
    `Herkomsten "${provenance}" findes ikke i arbejdsrummet. ${known.da}`,
    `There is no provenance "${provenance}" in the workspace. ${known.en}`,
  )
  return [{ field: 'provenance', detail }]
}

/** Why figures cannot be written as figures of an indicator: of each, in their order; none where nothing is wrong. */
export function figureProblems(
  db: Database,
  indicator: Indicator,
  figures: readonly FigureToWrite[],
  { allowFuture }: { readonly allowFuture: boolean },
): FigureProblem[][] {
  const definitions: Definitions = {
    indicator,
    areas: listDefinitions(db, kinds.area),
    dimensions: listDefinitions(db, kinds.dimension),
    provenances: new Set(listDefinitions(db, kinds.provenance).map(({ slug }) => slug)),
  }
  const today = danishDay(db.clock())
  const first = new Map<string, number>()
  return figures.map(({ series, observation }, index) => {
    const cell = `${seriesKey(series)}|${observation.period}`
    const before = first.get(cell)
    first.set(cell, before ?? index)
    const twice =
      before === undefined
        ? []
        : [
            {
              field: 'period',
              detail: both(
                `Cellen står her allerede som nummer ${before + 1} i rækken. Send hver celle én gang.`,
                `The cell is here already, as number ${before + 1} of the list. Send each cell once.`,
              ),
            },
          ]
    return [
      ...areaProblems(definitions, series),
      ...categoryProblems(definitions, series),
      ...periodProblems(definitions, observation.period, today, allowFuture),
      ...valueProblems(definitions, observation),
      ...provenanceProblems(definitions, observation),
      ...twice,
    ]
  })
}
