import { without } from '../cube/aggregate.ts'
import { rootCategories } from '../cube/cube.ts'
import type { Dimension } from '../dimension.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { hasValue } from '../observation/observation.ts'
import type { Observation, ObservationStatus } from '../observation/observation.ts'
import { comparePeriods, midpoint, periodOf } from '../period/period.ts'
import type { PeriodKind } from '../period/period.ts'
import { combinedMargin } from '../progress/tolerance.ts'
import type { SeriesObservations } from '../series-observations.ts'
import { seriesKey } from '../series.ts'
import type { Text } from '../text.ts'
import { shareScale } from '../unit/unit.ts'
import type { Derivation } from '../indicator/derivation.ts'

/*
 * Derived indicators, computed from figures as they are published: what is suppressed there is suppressed here, and nothing can be
 * told that could not be computed from what is shown.
 */

/** An indicator that another is computed from. */
export interface DerivationInput {
  readonly indicator: Pick<Indicator, 'slug' | 'unit' | 'cadence'>
  readonly series: readonly SeriesObservations[]
}

/** The figures a value is computed from, in a fixed order; one that is not there is `undefined`. */
type Figures = readonly (Observation | undefined)[]

/** A value, or why there is none. */
type Result = { readonly value: number } | { readonly reason: Text }

const onlyPercentages: Text = {
  da: 'Kan ikke beregnes: der er kun procenter at regne af, ikke antal.',
  en: 'Cannot be computed: there are only percentages to compute from, no counts.',
}
const divisionByZero: Text = {
  da: 'Kan ikke beregnes: der skulle divideres med nul.',
  en: 'Cannot be computed: it would mean dividing by zero.',
}

const quotient = (a: number, b: number): Result => (b === 0 ? { reason: divisionByZero } : { value: a / b })

/** Finds the figures of an indicator by area, categories and period. */
export class Lookup {
  readonly #kind: PeriodKind
  readonly #byKey: ReadonlyMap<string, ReadonlyMap<string, Observation>>
  readonly series: readonly SeriesObservations[]

  constructor({ indicator, series }: DerivationInput) {
    this.series = series
    this.#kind = indicator.cadence.periodKind
    this.#byKey = new Map(
      series.map(({ key, observations }) => [key, new Map(observations.map((one) => [one.period, one]))]),
    )
  }

  /** The figure of a period; where the periods are of another kind, that of its year. */
  at(
    { area, categories }: { readonly area: string; readonly categories: Readonly<Record<string, string>> },
    period: string,
    kind: PeriodKind,
  ): Observation | undefined {
    const figures = this.#byKey.get(seriesKey({ area, categories }))
    if (kind === this.#kind) return figures?.get(period)
    const year = Math.floor(midpoint(periodOf(kind, period)))
    return [...(figures?.values() ?? [])].find((one) => Math.floor(midpoint(periodOf(this.#kind, one.period))) === year)
  }
}

// A definition that differs comes first: what follows is not comparable with it, as it is with what follows a break.
const strongestFirst: readonly ObservationStatus[] = ['D', 'B', 'U', 'E', 'P']

function statusOf(figures: readonly Observation[]): ObservationStatus {
  const statuses = new Set(figures.map(({ status }) => status))
  return strongestFirst.find((status) => statuses.has(status)) ?? 'A'
}

function absent(period: string, status: ObservationStatus, footnote: Text | null): Observation {
  return {
    period,
    value: null,
    numerator: null,
    denominator: null,
    status,
    footnote,
    sampleSize: null,
    margin: null,
    provenance: null,
  }
}

/** Computes one figure. What is suppressed, or not there, makes it so; where an input is no observation at all there is none. */
function computed(
  period: string,
  figures: Figures,
  compute: (values: readonly Observation[]) => Result,
  margin: boolean,
) {
  const known = figures.filter((figure) => figure !== undefined)
  if (known.length === 0 || known.length < figures.length) return []
  if (known.some(({ status }) => status === 'Q')) return [absent(period, 'Q', null)]
  if (!known.every(hasValue)) return [absent(period, 'O', null)]
  const result = compute(known)
  if ('reason' in result) return [absent(period, 'O', result.reason)]
  // A difference from a figure whose margin is not known has none that is known.
  const combined = margin && known.every((figure) => figure.margin !== null) ? combinedMargin(...known) : null
  return [{ ...absent(period, statusOf(known), null), value: result.value, margin: combined }]
}

const valuesOf = (figures: readonly Observation[]): number[] => figures.map(({ value }) => value ?? Number.NaN)
const valueAt = (figures: readonly Observation[], index: number): number => figures[index]?.value ?? Number.NaN

interface Scene {
  readonly of: Lookup
  readonly population: Lookup | null
  readonly kind: PeriodKind
  readonly dimensions: readonly Dimension[]
}

type Pair = Extract<Derivation, { readonly kind: 'gap' | 'ratio' }>

function pairFigures({ of, kind }: Scene, pair: Pair & { readonly group: string }, area: string, period: string) {
  const { dimension, group, against } = pair
  const other = typeof against === 'string' ? {} : { [dimension]: against.group }
  return [
    of.at({ area, categories: { [dimension]: group } }, period, kind),
    of.at({ area, categories: other }, period, kind),
  ]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** What a group is held against: the other figure, or what that leaves without the group. */
function otherValue(against: Pair['against'], unit: Indicator['unit'], figures: readonly Observation[]): Result {
  const [group, total] = figures
  if (against !== 'rest' || !group || !total) return { value: valueAt(figures, 1) }
  if (unit === 'count') return { value: (total.value ?? 0) - (group.value ?? 0) }
  const rest = without(total, group)
  if (!rest) return { reason: onlyPercentages }
  return { value: ((shareScale[unit] ?? 1) * rest.numerator) / rest.denominator }
}

/** The groups of a dimension that together make the whole: those in use that lie in no other in use. */
function groupsIn({ of, dimensions }: Scene, slug: string): readonly string[] {
  return rootCategories(of.series, dimensions, slug)
}

function atPeriod(derivation: Derivation, unit: Indicator['unit'], scene: Scene, area: string, period: string) {
  const { of, population, kind } = scene
  const all = { area, categories: {} }
  const inPopulation = (categories: Readonly<Record<string, string>>): Observation | undefined =>
    population?.at({ area, categories }, period, kind)
  switch (derivation.kind) {
    case 'gap':
    case 'ratio': {
      const { group, against, dimension } = derivation
      if (group === null) {
        const figures = groupsIn(scene, dimension).map((category) =>
          of.at({ area, categories: { [dimension]: category } }, period, kind),
        )
        const there = figures.filter((figure) => figure !== undefined)
        if (there.length < 2) return []
        return computed(
          period,
          there,
          (known) => ({ value: Math.max(...valuesOf(known)) - Math.min(...valuesOf(known)) }),
          false,
        )
      }
      const figures = pairFigures(scene, { ...derivation, group }, area, period)
      return computed(
        period,
        figures,
        (known) => {
          const other = otherValue(against, unit, known)
          if ('reason' in other) return other
          const value = valueAt(known, 0)
          return derivation.kind === 'gap' ? { value: value - other.value } : quotient(value, other.value)
        },
        derivation.kind === 'gap',
      )
    }
    case 'parity': {
      const categories = { [derivation.dimension]: derivation.group }
      const figures = [
        of.at({ area, categories }, period, kind),
        of.at(all, period, kind),
        inPopulation(categories),
        inPopulation({}),
      ]
      return computed(
        period,
        figures,
        (known) => {
          const body = quotient(valueAt(known, 0), valueAt(known, 1))
          const everybody = quotient(valueAt(known, 2), valueAt(known, 3))
          return 'value' in body && 'value' in everybody ? quotient(body.value, everybody.value) : body
        },
        false,
      )
    }
    case 'dissimilarity': {
      const groups = groupsIn(scene, derivation.dimension).map((category) => ({ [derivation.dimension]: category }))
      const figures = [
        ...groups.map((categories) => of.at({ area, categories }, period, kind)),
        ...groups.map((categories) => inPopulation(categories)),
      ]
      return computed(period, figures, (known) => dissimilarity(known, groups.length), false)
    }
    case 'rate':
      return computed(
        period,
        [of.at(all, period, kind), inPopulation({})],
        (known) => quotient(derivation.per * valueAt(known, 0), valueAt(known, 1)),
        false,
      )
    case 'benchmark-difference':
    default:
      return computed(
        period,
        [of.at(all, period, kind), of.at({ area: derivation.area, categories: {} }, period, kind)],
        (known) => ({ value: valueAt(known, 0) - valueAt(known, 1) }),
        true,
      )
  }
}

/** Half the sum of the differences of shares (Duncan & Duncan 1955): 0 where both are divided alike, 1 where they share no group. */
function dissimilarity(known: readonly Observation[], groups: number): Result {
  const body = valuesOf(known.slice(0, groups))
  const population = valuesOf(known.slice(groups))
  const [all, everybody] = [sum(body), sum(population)]
  if (all === 0 || everybody === 0) return { reason: divisionByZero }
  const differences = body.map((value, index) => Math.abs(value / all - (population[index] ?? 0) / everybody))
  return { value: sum(differences) / 2 }
}

/**
 * The figures of a derived indicator, one series for each area its inputs have figures of; the own area first. An indicator
 * that is not derived, or whose inputs are not there, has none.
 */
export function derive(
  { derived, area: own }: Pick<Indicator, 'derived' | 'area'>,
  inputs: readonly DerivationInput[],
  dimensions: readonly Dimension[],
): SeriesObservations[] {
  const of = inputs.find(({ indicator }) => indicator.slug === derived?.of)
  if (derived === null || !of) return []
  const counted = 'population' in derived ? inputs.find(({ indicator }) => indicator.slug === derived.population) : of
  if (!counted) return []
  const kind = of.indicator.cadence.periodKind
  const scene: Scene = {
    of: new Lookup(of),
    population: counted === of ? null : new Lookup(counted),
    kind,
    dimensions,
  }
  const benchmarks = derived.kind === 'benchmark-difference' ? [] : of.series.map(({ area }) => area)
  return [...new Set([own, ...benchmarks])].flatMap((area): SeriesObservations[] => {
    const codes = of.series.flatMap((one) => (one.area === area ? one.observations.map(({ period }) => period) : []))
    const periods = [...new Set(codes)].sort((a, b) => comparePeriods(periodOf(kind, a), periodOf(kind, b)))
    const observations = periods.flatMap((period) => atPeriod(derived, of.indicator.unit, scene, area, period))
    if (observations.length === 0 && area !== own) return []
    return [{ key: seriesKey({ area, categories: {} }), area, categories: {}, observations }]
  })
}
