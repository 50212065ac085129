import * as fc from 'fast-check'
import type { Dimension } from '@pejling/domain/dimension'
import { attacker, toldBeside } from '@pejling/domain/disclosure/attacker.fixture'
import { needless } from '@pejling/domain/disclosure/needless.fixture'
import { anyWorld, publishWorld } from '@pejling/domain/disclosure/world.fixture'
import { exampleIndicator } from '@pejling/domain/indicator/indicator.fixture'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { compileIndicator } from '@pejling/domain/compile/compile'
import type { SeriesObservations } from '@pejling/domain/series-observations'
import { seriesKey } from '@pejling/domain/series'
import { numbers, timeLargeTables } from './large-tables.ts'
import { atMost } from './results.ts'

const name = { da: 'Gruppe', en: 'Group' }
const dimension = (slug: string, groups: number): Dimension => ({
  slug,
  name,
  categories: Array.from({ length: groups }, (_, index) => ({ slug: `g${index}`, name, code: null, parent: null })),
})
// With the totals 8 × 5 = 40 series.
const dimensions = [dimension('alder', 7), dimension('uddannelse', 4)]
const years = Array.from({ length: 30 }, (_, index) => String(1996 + index))

/** 40 series of 30 years. Every tenth indicator is about so few people that much must be suppressed. */
function inventSeries(index: number): SeriesObservations[] {
  const next = numbers(index + 1)
  const size = index % 10 === 0 ? 60 : 2000
  const [ages, schools] = dimensions.map(({ categories }) => categories.map(({ slug }) => slug))
  const leaves = new Map<string, [number, number][]>()
  for (const age of ages ?? []) {
    for (const school of schools ?? []) {
      const people = Math.ceil(size * (0.05 + 0.95 * next() ** 2))
      const share = 0.2 + 0.6 * next()
      leaves.set(
        `${age} ${school}`,
        years.map(() => [Math.round(people * (share + 0.1 * (next() - 0.5))), people]),
      )
    }
  }
  return [null, ...(ages ?? [])].flatMap((age) =>
    [null, ...(schools ?? [])].map((school) => {
      const members = [...leaves].filter(([leaf]) => {
        const [ofAge, ofSchool] = leaf.split(' ')
        return (age === null || age === ofAge) && (school === null || school === ofSchool)
      })
      const categories: Record<string, string> = {
        ...(age === null ? {} : { alder: age }),
        ...(school === null ? {} : { uddannelse: school }),
      }
      const observations = years.map((period, year) => {
        const numerator = members.reduce((sum, [, figures]) => sum + (figures[year]?.[0] ?? 0), 0)
        const denominator = members.reduce((sum, [, figures]) => sum + (figures[year]?.[1] ?? 0), 0)
        return exampleObservation(period, (100 * numerator) / denominator, { numerator, denominator })
      })
      return { key: seriesKey({ area: '217', categories }), area: '217', categories, observations }
    }),
  )
}

/** Compiles so many indicators, one after the other; answers the seconds that compiling took, and how many figures were suppressed. */
function compileMany(count: number): { seconds: number; withheld: number } {
  let [milliseconds, suppressed] = [0, 0]
  for (let index = 0; index < count; index += 1) {
    const series = inventSeries(index)
    const began = performance.now()
    const compiled = compileIndicator({
      demonstration: false,
      on: '2026-06-30',
      indicator: exampleIndicator({
        slug: `indikator-${index}`,
        limits: { lower: 0, upper: 100 },
        cadence: { periodKind: 'year', everyYears: 1, delayMonths: 0 },
        dimensions: dimensions.map(({ slug }) => slug),
      }),
      goals: [],
      sources: [],
      provenances: [],
      areas: [],
      dimensions,
      targets: [],
      overrides: [],
      series,
      inputs: [],
      earlier: [],
      linked: [],
    })
    milliseconds += performance.now() - began
    suppressed += compiled.observations.withheld.length
  }
  return { seconds: milliseconds / 1000, withheld: suppressed }
}

/** Tables to attack, and the seed of the first: `npm run bench -- statistics 1000 7` attacks fewer, and others. */
const [tables = 100_000, firstSeed = 1] = process.argv.filter((argument) => /^\d+$/.test(argument)).map(Number)
const smallTables = 400

/** Attacks invented municipalities as readers do; none may give a suppressed number away. */
async function attackMany(): Promise<void> {
  const attack = await attacker()
  let [numbersAttacked, given] = [0, 0]
  const portion = 1000
  for (let done = 0; done < tables; done += portion) {
    for (const world of fc.sample(anyWorld, { numRuns: Math.min(portion, tables - done), seed: firstSeed + done })) {
      const published = publishWorld(world)
      const bounds = attack(world, published, { insiders: world.releases.length === 1 })
      numbersAttacked += bounds.length
      const leaks = bounds.filter(({ width, minimum }) => width < minimum).length + toldBeside(world, published).length
      if (leaks > 0) process.stdout.write(`Given away: ${JSON.stringify(world)}\n`)
      given += leaks
    }
    process.stdout.write(`Attacked ${Math.min(done + portion, tables).toLocaleString('en-GB')} tables …\n`)
  }
  const attacked = `${given} of ${numbersAttacked.toLocaleString('en-GB')} in ${tables.toLocaleString('en-GB')} tables`
  atMost('statistics: withheld numbers bounded too closely', attacked, given, 0)
}

/** Compares with the fewest cells possible, in tables small enough to try every choice. */
async function compareWithFewest(): Promise<void> {
  const attack = await attacker()
  let [needed, suppressed, compared] = [0, 0, 0]
  for (const world of fc.sample(anyWorld, { numRuns: 40 * smallTables, seed: 5 })) {
    const [release] = world.releases
    const everything = release && { ...release, recorded: release.recorded.map(() => true) }
    const cells = world.dimensions.reduce((product, { categories }) => product * (categories.length + 1), 1)
    if (!everything || cells > 16 || world.twin || world.bareTotals || compared === smallTables) continue
    const result = needless({ ...world, releases: [everything] }, attack)
    if (!result) continue
    compared += 1
    needed += result.fewest
    suppressed += result.withheld
  }
  const beyond = `${suppressed} cells for others' sake where ${needed} would have done, in ${compared} small tables`
  atMost('statistics: cells withheld beyond the fewest possible', beyond, suppressed / Math.max(needed, 1), 1.05)
}

/** Compiling with disclosure control, how it does with large tables, and what an attacker makes of what is published. */
export async function measureStatistics(): Promise<void> {
  compileMany(20)
  const before = process.memoryUsage().rss
  const fifth = compileMany(100)
  const all = compileMany(500)
  const grown = (process.memoryUsage().rss - before) / 2 ** 20
  const detail = `${all.seconds.toFixed(1)} s, ${all.withheld.toLocaleString('en-GB')} of 600,000 figures withheld`
  atMost('statistics: compiling 500 indicators × 30 years × 40 series, of 10 s', detail, all.seconds / 10, 1)
  const linear = `${all.seconds.toFixed(1)} against ${fifth.seconds.toFixed(1)} s`
  atMost('statistics: 500 indicators against 5 times 100', linear, all.seconds / (5 * fifth.seconds), 1.3)
  atMost('statistics: memory while compiling, of 300 MB', `${grown.toFixed(0)} MB`, grown / 300, 1)
  timeLargeTables()
  await compareWithFewest()
  await attackMany()
}
