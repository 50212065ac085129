import type { Dimension } from '../dimension.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Text } from '../text.ts'
import { inputsOf } from '../indicator/derivation.ts'

/** Something that keeps an indicator from being computed. */
export interface DerivationProblem {
  readonly indicator: string
  readonly detail: Text
}

type Named = Pick<Indicator, 'slug' | 'derived' | 'unit' | 'dimensions' | 'cadence'>

/** A way round through the inputs that comes back to where it began; `null`: there is none. */
function circleFrom(start: string, indicators: ReadonlyMap<string, Named>): readonly string[] | null {
  const search = (slug: string, path: readonly string[]): readonly string[] | null => {
    const derived = indicators.get(slug)?.derived
    for (const input of derived ? inputsOf(derived) : []) {
      if (input === start) return [...path, input]
      if (path.includes(input)) continue
      const circle = search(input, [...path, input])
      if (circle) return circle
    }
    return null
  }
  return search(start, [start])
}

const needsCounts = new Set(['parity', 'dissimilarity', 'rate'])

function inputProblems(
  indicator: Named,
  indicators: ReadonlyMap<string, Named>,
  dimensions: readonly Dimension[],
): Text[] {
  const { derived } = indicator
  if (derived === null) return []
  const problems: Text[] = []
  for (const slug of inputsOf(derived)) {
    const input = indicators.get(slug)
    if (!input) {
      problems.push({
        da: `Beregnes af "${slug}", men den indikator findes ikke. Opret den, eller ret \`derived\`.`,
        en: `Is computed from "${slug}", but there is no such indicator. Make it, or correct \`derived\`.`,
      })
      continue
    }
    if (needsCounts.has(derived.kind) && input.unit !== 'count') {
      problems.push({
        da: `"${slug}" er ikke et antal. Her kan kun regnes af antal, ikke af procenter.`,
        en: `"${slug}" is not a count. This can only be computed from counts, not from percentages.`,
      })
    }
    if ('dimension' in derived && !input.dimensions.includes(derived.dimension)) {
      problems.push({
        da: `"${slug}" er ikke delt op efter "${derived.dimension}". Føj opdelingen til dens \`dimensions\`.`,
        en: `"${slug}" is not divided by "${derived.dimension}". Add it to its \`dimensions\`.`,
      })
    }
  }
  const dimension = 'dimension' in derived ? dimensions.find(({ slug }) => slug === derived.dimension) : undefined
  const groups = [
    ...('group' in derived && derived.group !== null ? [derived.group] : []),
    ...('against' in derived && typeof derived.against !== 'string' ? [derived.against.group] : []),
  ]
  for (const group of groups) {
    if (!dimension || dimension.categories.some(({ slug }) => slug === group)) continue
    problems.push({
      da: `Der er ingen gruppe "${group}" i "${dimension.slug}". Brug: ${dimension.categories.map(({ slug }) => slug).join(', ')}.`,
      en: `There is no group "${group}" in "${dimension.slug}". Use: ${dimension.categories.map(({ slug }) => slug).join(', ')}.`,
    })
  }
  return problems
}

/** Everything that keeps derived indicators from being computed: inputs and groups that are not there, and circles. */
export function derivationProblems(
  indicators: readonly Named[],
  dimensions: readonly Dimension[],
): readonly DerivationProblem[] {
  const bySlug = new Map(indicators.map((indicator) => [indicator.slug, indicator]))
  return indicators.flatMap((indicator) => {
    const circle = circleFrom(indicator.slug, bySlug)
    const details = inputProblems(indicator, bySlug, dimensions)
    if (circle) {
      details.push({
        da: `Beregnes af sig selv: ${circle.join(' → ')}. Bryd kredsen.`,
        en: `Is computed from itself: ${circle.join(' → ')}. Break the circle.`,
      })
    }
    return details.map((detail) => ({ indicator: indicator.slug, detail }))
  })
}

/** The indicators in an order in which each comes after those it is computed from. Those in a circle are left out. */
export function inOrderOfDerivation<Item extends Pick<Indicator, 'slug' | 'derived'>>(
  indicators: readonly Item[],
): Item[] {
  const waiting = new Map(indicators.map((indicator) => [indicator.slug, indicator]))
  const ordered: Item[] = []
  for (let before = -1; before !== ordered.length;) {
    before = ordered.length
    for (const [slug, indicator] of waiting) {
      const inputs = indicator.derived ? inputsOf(indicator.derived) : []
      if (inputs.some((input) => waiting.has(input))) continue
      waiting.delete(slug)
      ordered.push(indicator)
    }
  }
  return ordered
}
