import { periodExample, parsePeriod, type PeriodKind } from '@pejling/domain/period/period'
import { parseSeriesKey } from '@pejling/domain/series'
import { IndicatorTarget } from '@pejling/domain/workspace/attached'
import type { Database } from '../../db/database.ts'
import type { InputError } from '../../http/problem.ts'
import {
  getIndicator,
  kinds,
  listDefinitions,
  listIndicators,
  listTargets,
  putTarget,
  removeTarget,
} from '../definitions.ts'
import { fieldProblem, type Resource } from '../resource/resource.ts'

function periodProblem(pointer: string, period: string | undefined, kind: PeriodKind): InputError[] {
  if (period === undefined || parsePeriod(kind, period) !== null) return []
  const example = periodExample(kind)
  return [
    fieldProblem(
      pointer,
      `"${period}" er ikke en periode af slagsen ${kind}; skriv den som ${example}.`,
      `"${period}" is no ${kind}; write it as ${example}.`,
    ),
  ]
}

/** What of the series of a target is not defined. */
function seriesProblems(db: Database, key: string, benchmark: string | undefined): InputError[] {
  const { area, categories } = parseSeriesKey(key)
  const areas = new Set(listDefinitions(db, kinds.area).map(({ code }) => code))
  const dimensions = listDefinitions(db, kinds.dimension)
  const isDefined = Object.entries(categories).every(([dimension, category]) =>
    dimensions.some(
      ({ slug, categories: groups }) => slug === dimension && groups.some((one) => one.slug === category),
    ),
  )
  return [
    ...(areas.has(area) && isDefined
      ? []
      : [fieldProblem('/series', 'Området eller en gruppe er ikke defineret.', 'The area or a group is not defined.')]),
    ...(benchmark === undefined || areas.has(benchmark)
      ? []
      : [
          fieldProblem('/benchmark/area', `Intet område har koden ${benchmark}.`, `No area has the code ${benchmark}.`),
        ]),
  ]
}

const listAll = (db: Database): IndicatorTarget[] =>
  listIndicators(db).flatMap(({ slug }) => listTargets(db, slug).map((target) => ({ indicator: slug, ...target })))

/** What has been decided that indicators, and groups within them, should reach. Releases keep what they said. */
export const targetResource: Resource<IndicatorTarget> = {
  kind: 'target',
  path: 'targets',
  schema: IndicatorTarget,
  fixed: ['indicator', 'slug'],
  list: listAll,
  find: (db, key) => listAll(db).find(({ indicator, slug }) => `${indicator}/${slug}` === key) ?? null,
  keyOf: ({ indicator, slug }) => `${indicator}/${slug}`,
  nameOf: ({ decidedBy }) => decidedBy,
  placeOf: ({ indicator, slug }) => [indicator, slug],
  problems: (db, { indicator: of, slug, series, baseline, target, band, benchmark, milestones }) => {
    const indicator = getIndicator(db, of)
    if (!indicator)
      return [fieldProblem('/indicator', `Der er ingen indikator "${of}".`, `There is no indicator "${of}".`)]
    if (indicator.direction === 'context') {
      return [
        fieldProblem(
          '/indicator',
          'Baggrundstal vurderes ikke og har ingen måltal.',
          'Background figures are not assessed and have no targets.',
        ),
      ]
    }
    const { periodKind } = indicator.cadence
    const twin = listTargets(db, of).find((one) => one.series === series && one.slug !== slug)
    return [
      ...seriesProblems(db, series, benchmark?.area),
      ...(twin
        ? [
            fieldProblem(
              '/series',
              `Måltallet "${twin.slug}" gælder samme række.`,
              `The target "${twin.slug}" is for the same series.`,
            ),
          ]
        : []),
      ...periodProblem('/baseline/period', baseline.period, periodKind),
      ...periodProblem('/target/period', target?.period, periodKind),
      ...periodProblem('/band/period', band?.period, periodKind),
      ...periodProblem('/benchmark/period', benchmark?.period, periodKind),
      ...milestones.flatMap(({ period }, index) => periodProblem(`/milestones/${index}/period`, period, periodKind)),
    ]
  },
  referrers: () => [],
  isPublished: () => false,
  put: (changeSet, { indicator, ...target }) => putTarget(changeSet, indicator, target),
  remove: (changeSet, { indicator, slug }) => removeTarget(changeSet, indicator, slug),
}
