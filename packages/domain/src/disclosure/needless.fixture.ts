import type { Attacker } from './attacker.fixture.ts'
import { cellsOf, publishWorld } from './world.fixture.ts'
import type { Published, World } from './world.fixture.ts'

function* choose<Item>(items: readonly Item[], count: number): Generator<Item[]> {
  if (count === 0) yield []
  for (const [index, item] of items.entries()) {
    if (count === 0) return
    for (const rest of choose(items.slice(index + 1), count - 1)) yield [item, ...rest]
  }
}

/**
 * How many cells a municipality of one release and one indicator suppresses beside those about too few people, and how many
 * would have done against the same attacker, insiders and all: every smaller choice is tried. For small tables only. `null`
 * where no one is few.
 */
export function needless(
  world: World,
  attack: Attacker,
): { readonly withheld: number; readonly fewest: number } | null {
  // Nothing is suppressed for another's sake where nothing adds up: each figure on its own.
  const few = cellsOf(world).flatMap((_, only) => {
    const alone = world.releases.map((release) => ({
      ...release,
      recorded: release.recorded.map((_is, at) => at === only),
    }))
    const [published] = publishWorld({ ...world, releases: alone })
    return (published?.documents.observations.withheld ?? []).map(({ series }) => series)
  })
  const [published] = publishWorld(world)
  if (!published || few.length === 0) return null
  const { withheld: names, observations } = published.documents.observations
  const suppressed = names.length - few.length
  const full = publishWorld({ ...world, releases: world.releases.map((release) => ({ ...release, minimum: 0 })) })
  const shown = full[0]?.documents.observations.observations ?? []
  const keys = published.documents.document.series.map(({ key }) => key)
  const others = keys.filter((key) => !few.includes(key))
  const isSafe = (extra: readonly string[]): boolean => {
    const hidden = new Set([...few, ...extra])
    const rows = observations.map((row, index) =>
      hidden.has(keys[index] ?? '')
        ? { ...row, value: null, numerator: null, denominator: null, status: 'Q' as const }
        : (shown[index] ?? row),
    )
    const documents = {
      ...published.documents,
      observations: { ...published.documents.observations, observations: rows },
    }
    const once: Published = { ...published, documents }
    return attack(world, [once], { insiders: true }).every(({ width, minimum }) => width >= minimum)
  }
  for (let fewest = 0; fewest < suppressed; fewest += 1) {
    for (const extra of choose(others, fewest)) if (isSafe(extra)) return { withheld: suppressed, fewest }
  }
  return { withheld: suppressed, fewest: suppressed }
}
