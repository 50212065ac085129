import type { Area } from '@pejling/domain/area'
import type { ActionPlan } from '@pejling/domain/action-plan/action-plan'
import { derivationProblems } from '@pejling/domain/derived/lineage'
import type { Dimension } from '@pejling/domain/dimension'
import { printedNumber, type Framework } from '@pejling/domain/framework'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { parsePeriod, periodExample } from '@pejling/domain/period/period'
import { parseSeriesKey } from '@pejling/domain/series'
import type { Target } from '@pejling/domain/target/target'
import { reservedColumnNames } from '../intake/own-table.ts'
import type { FrameworkFile } from './delivery-files.ts'
import type { FileProblem } from '../intake/read/file-problem.ts'
import type { YamlFile, YamlPath } from './yaml-file.ts'

/** The names that may be referred to; `null` where the file that gives them could not be read. */
export interface KnownNames {
  readonly frameworks: ReadonlyMap<string, Framework> | null
  readonly goals: ReadonlySet<string> | null
  readonly areas: ReadonlySet<string> | null
  readonly dimensions: readonly Dimension[] | null
  readonly sources: ReadonlySet<string> | null
  readonly indicators: ReadonlyMap<string, Indicator> | null
}

type Point = (path: YamlPath, detail: string) => FileProblem

/** A name that refers to nothing; where it could not be read what there is, nothing is said. */
export function mustExist(
  what: string,
  name: string,
  known: ReadonlySet<string> | ReadonlyMap<string, unknown> | null,
  path: YamlPath,
  point: Point,
): FileProblem[] {
  if (known === null || known.has(name)) return []
  const names = known.size === 0 ? 'there are none' : [...known.keys()].join(', ')
  return [point(path, `There is no ${what} "${name}"; use one of: ${names}`)]
}

/** Names that stand in a list more than once. `svgPathOf` leads to the name of the nth entry. */
export function checkRepeats(
  names: readonly string[],
  pathOf: (index: number) => YamlPath,
  { problem }: { readonly problem: Point },
): FileProblem[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [problem(pathOf(index), `"${name}" is used already; give this one a name of its own`)],
  )
}

/** A mark that is not the policy's own. */
function checkMark(
  mark: string | null,
  framework: Pick<Framework, 'mark'> | undefined,
  path: YamlPath,
  point: Point,
): FileProblem[] {
  if (framework === undefined || framework.mark === mark) return []
  const own = framework.mark === null ? 'none' : `"${framework.mark}"`
  return [point(path, `The mark of its policy is ${own}; write the same here, and in the name`)]
}

/** A number that does not begin as those of its policy and focus area do. */
function checkNumber(number: string, framework: FrameworkFile, position: number, path: YamlPath, point: Point) {
  const own = printedNumber(number)
  const wanted = `${framework.mark === null ? '' : `${framework.mark}-`}${own.includes('.') ? `${position}.${own.split('.').slice(1).join('.')}` : own}`
  return wanted === number
    ? []
    : [point(path, `"${number}" does not begin as the goals of its policy and focus area do; write ${wanted}`)]
}

/** What several policies may not share: marks, and the names of focus areas and goals. */
export function checkFrameworks(files: readonly YamlFile<FrameworkFile>[]): FileProblem[] {
  const taken = new Map<string, true>()
  const once = (what: string, name: string, shown: string, at: FileProblem): FileProblem[] => {
    const key = `${what} ${name}`
    if (taken.has(key)) return [{ ...at, detail: `Another policy has ${shown} already; give this one its own` }]
    taken.set(key, true)
    return []
  }
  return files.flatMap(({ value, problem }) => {
    const inside = new Set<string>()
    const own = (what: string, name: string, path: YamlPath): FileProblem[] => {
      // Within one policy it is said where it is checked for itself.
      if (inside.has(`${what} ${name}`)) return []
      inside.add(`${what} ${name}`)
      return once(what, name, `the ${what} "${name}"`, problem(path, ''))
    }
    return [
      ...once(
        'mark',
        value.mark ?? '',
        value.mark === null ? 'no mark' : `the mark "${value.mark}"`,
        problem(['mark'], ''),
      ),
      ...value.focusAreas.flatMap((area, index) => [
        ...own('focus area', area.slug, ['focusAreas', index, 'slug']),
        ...area.goals.flatMap((goal, at) => own('goal', goal.slug, ['focusAreas', index, 'goals', at, 'slug'])),
      ]),
    ]
  })
}

/** What is wrong with a policy: names used twice, numbers that do not fit, or an area that does not exist. */
export function checkFramework({ value, problem }: YamlFile<FrameworkFile>, known: KnownNames): FileProblem[] {
  const goals = value.focusAreas.flatMap((focusArea, position) =>
    focusArea.goals.map((goal, index) => ({ goal, path: ['focusAreas', position, 'goals', index] })),
  )
  const numbers = value.focusAreas.flatMap((focusArea, index) =>
    focusArea.goals.flatMap((goal, at) =>
      checkNumber(goal.number, value, focusArea.position, ['focusAreas', index, 'goals', at, 'number'], problem),
    ),
  )
  const goalPath = (field: string) => (index: number) => [...(goals[index]?.path ?? []), field]
  const positions = value.focusAreas.map(({ position }) => String(position))
  return [
    ...mustExist('area', value.organisation.area, known.areas, ['organisation', 'area'], problem),
    ...checkRepeats(
      value.focusAreas.map(({ slug }) => slug),
      (index) => ['focusAreas', index, 'slug'],
      { problem },
    ),
    ...checkRepeats(positions, (index) => ['focusAreas', index, 'position'], { problem }),
    ...numbers,
    ...checkRepeats(
      goals.map(({ goal }) => goal.slug),
      goalPath('slug'),
      { problem },
    ),
    ...checkRepeats(
      goals.map(({ goal }) => goal.number),
      goalPath('number'),
      { problem },
    ),
  ]
}

/** Areas that lie in an area that does not exist, or in the end in themselves. */
export function checkAreas({ value, problem }: YamlFile<readonly Area[]>): FileProblem[] {
  const codes = new Set(value.map(({ code }) => code))
  const parentsOf = (code: string): readonly string[] => value.find((area) => area.code === code)?.parents ?? []
  const liesInItself = (code: string): boolean => {
    const above = new Set(parentsOf(code))
    for (const one of above) for (const parent of parentsOf(one)) above.add(parent)
    return above.has(code)
  }
  return value.flatMap(({ code, parents }, index) => [
    ...parents.flatMap((parent, at) => mustExist('area', parent, codes, [index, 'parents', at], problem)),
    ...(liesInItself(code)
      ? [problem([index, 'parents'], `The area "${code}" lies in itself by way of its parents; take one of them out`)]
      : []),
  ])
}

/** Dimensions whose name a table of figures uses for something else. */
export function checkDimensions({ value, problem }: YamlFile<readonly Dimension[]>): FileProblem[] {
  return value.flatMap(({ slug }, index) =>
    reservedColumnNames.has(slug)
      ? [problem([index, 'slug'], `"${slug}" is the name of a column in every table of figures; choose another name`)]
      : [],
  )
}

function derivationOf({ slug }: Indicator, { indicators, dimensions }: KnownNames) {
  if (indicators === null || dimensions === null) return []
  return derivationProblems([...indicators.values()], dimensions).filter(({ indicator }) => indicator === slug)
}

/** What an indicator refers to that does not exist, and limits that contradict each other. */
export function checkIndicator({ value, problem }: YamlFile<Indicator>, known: KnownNames): FileProblem[] {
  const dimensions = known.dimensions && new Set(known.dimensions.map(({ slug }) => slug))
  const { lower, upper } = value.limits
  return [
    ...value.goals.flatMap(({ goal }, index) =>
      mustExist('goal', goal, known.goals, ['goals', index, 'goal'], problem),
    ),
    ...checkRepeats(
      value.goals.map(({ goal }) => goal),
      (index) => ['goals', index, 'goal'],
      { problem },
    ),
    ...value.sources.flatMap((slug, index) => mustExist('source', slug, known.sources, ['sources', index], problem)),
    ...value.dimensions.flatMap((slug, index) =>
      mustExist('dimension', slug, dimensions, ['dimensions', index], problem),
    ),
    ...checkRepeats(value.dimensions, (index) => ['dimensions', index], { problem }),
    ...mustExist('area', value.area, known.areas, ['area'], problem),
    ...derivationOf(value, known).map(({ detail }) => problem(['derived'], detail.en)),
    ...(lower !== null && upper !== null && lower > upper
      ? [problem(['limits'], `The lower limit ${lower} lies above the upper limit ${upper}; exchange them`)]
      : []),
  ]
}

function checkSeries(
  target: Target,
  indicator: Indicator,
  known: KnownNames,
  path: YamlPath,
  point: Point,
): FileProblem[] {
  const { area, categories } = parseSeriesKey(target.series)
  const own = new Set(indicator.dimensions)
  return [
    ...mustExist('area', area, known.areas, path, point),
    ...Object.entries(categories).flatMap(([slug, category]) => {
      const missing = mustExist('dimension', slug, own, path, point)
      if (missing.length > 0 || known.dimensions === null) return missing
      const dimension = known.dimensions.find((candidate) => candidate.slug === slug)
      const names = new Set(dimension?.categories.map((candidate) => candidate.slug))
      return mustExist(`category of ${slug}`, category, names, path, point)
    }),
  ]
}

/** The values a target names, each with its period and the way to it. */
function valuesOf(target: Target): { period: string; value: number; at: YamlPath; field: string }[] {
  const { baseline, band, milestones } = target
  return [
    ...(baseline.value === null
      ? []
      : [{ period: baseline.period, value: baseline.value, at: ['baseline'], field: 'value' }]),
    ...(target.target ? [{ ...target.target, at: ['target'], field: 'value' }] : []),
    ...(band ? [{ period: band.period, value: band.low, at: ['band'], field: 'low' }] : []),
    ...(band ? [{ period: band.period, value: band.high, at: ['band'], field: 'high' }] : []),
    ...milestones.map((milestone, index) => ({ ...milestone, at: ['milestones', index], field: 'value' })),
  ]
}

/** Targets that do not fit the indicator they are for: its series, the kind of its periods, its limits. */
export function checkTargets(
  { value: targets, problem }: YamlFile<readonly Target[]>,
  indicator: Indicator,
  known: KnownNames,
): FileProblem[] {
  const { periodKind } = indicator.cadence
  const { lower, upper } = indicator.limits
  const inTargets = targets.flatMap((target, index) => {
    const points = valuesOf(target).flatMap(({ period, value, at, field }) => {
      const path = [index, ...at]
      const misdated = `"${period}" is no ${periodKind}; write it as ${periodExample(periodKind)}`
      const beyond = `${value} lies outside the limits of the indicator; correct the value, or the limits`
      return [
        ...(parsePeriod(periodKind, period) ? [] : [problem([...path, 'period'], misdated)]),
        ...((lower !== null && value < lower) || (upper !== null && value > upper)
          ? [problem([...path, field], beyond)]
          : []),
      ]
    })
    return [...checkSeries(target, indicator, known, [index, 'series'], problem), ...points]
  })
  return [
    ...checkRepeats(
      targets.map(({ slug }) => slug),
      (index) => [index, 'slug'],
      { problem },
    ),
    ...inTargets,
  ]
}

/** What an action plan refers to that does not exist. */
export function checkActionPlan({ value, problem }: YamlFile<ActionPlan>, known: KnownNames): FileProblem[] {
  return [
    ...mustExist('framework', value.framework, known.frameworks, ['framework'], problem),
    ...checkMark(value.mark, known.frameworks?.get(value.framework), ['mark'], problem),
    ...checkRepeats(
      value.actions.map(({ slug }) => slug),
      (index) => ['actions', index, 'slug'],
      { problem },
    ),
    ...value.actions.flatMap(({ goals, indicators }, index) => [
      ...goals.flatMap((goal, at) => mustExist('goal', goal, known.goals, ['actions', index, 'goals', at], problem)),
      ...indicators.flatMap((slug, at) =>
        mustExist('indicator', slug, known.indicators, ['actions', index, 'indicators', at], problem),
      ),
    ]),
  ]
}
