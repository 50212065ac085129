import type { Area } from '@pejling/domain/area'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Observation } from '@pejling/domain/observation/observation'
import { answered, courseOf, figure, fitted, isSurvey, type Invention } from './invented-series.ts'
import { randomFor, type Random } from './random.ts'
import type { Story } from './stories.ts'

/** Sources whose figures only the municipality has, so that there is no figure for the whole country. */
const ownSources = new Set([
  'kommunens-registrering',
  'kommunens-undersoegelse',
  'kommunens-valgresultater',
  'kommunens-regnskab',
])
const country = '000'

/** A number from about −2 to 2, most often near 0. */
const bell = (random: Random): number => random.between(-1, 1) + random.between(-0.6, 0.6) + random.between(-0.4, 0.4)

const asObservations = (values: ReadonlyMap<string, number>, indicator: Indicator): Observation[] =>
  [...values].map(([period, value]) => figure(period, { value: fitted(value, indicator) }))

function isComparable({ sources, unit, area }: Indicator): boolean {
  return area !== country && unit !== 'count' && sources.some((source) => !ownSources.has(source))
}

/** Which way the municipality goes: 1 as wanted, −1 against, 0 neither. */
function wayOf(story: Story): number {
  if (story.kind === 'trend') return Math.sign(story.share)
  if (story.kind === 'target') return Math.sign(story.pace)
  return story.kind === 'unclear' ? 0 : 1
}

/** The country goes the same way as the municipality, but less far, and lies near it. */
function nationalCourse(invention: Invention): ReadonlyMap<string, number> {
  const random = randomFor(invention.seed, `${invention.indicator.slug}/benchmark`)
  const beside = random.between(-0.3, 0.3) * Math.abs(invention.level.move)
  const level = { ...invention.level, start: invention.level.start + beside }
  const story: Story = { kind: 'trend', share: wayOf(invention.story) * random.between(0.15, 0.5) }
  return courseOf({ ...invention, level, story }, random)
}

/** How far a municipality lies from the country in each period: always about as far, and a little otherwise each time. */
function besideTheCountry({ seed, indicator, level, periods }: Invention, code: string): number[] {
  const random = randomFor(seed, `${indicator.slug}/${code}/beside`)
  const usual = bell(random) * Math.abs(level.move) * 0.45
  return periods.past.map(() => usual + random.between(-0.15, 0.15) * Math.abs(level.move))
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * Figures of other areas to compare with, by code: the country where the producer has it, and for some indicators every other
 * municipality, with its region and group as the mean of the municipalities in them.
 */
export function inventComparison(invention: Invention, areas: readonly Area[]): ReadonlyMap<string, Observation[]> {
  const { seed, indicator, level } = invention
  if (!isComparable(indicator) || !areas.some(({ code }) => code === country)) return new Map()
  const national = nationalCourse(invention)
  const ofCountry = asObservations(national, indicator).map((observation) => {
    if (!isSurvey(indicator) || observation.value === null) return observation
    const random = randomFor(seed, `${indicator.slug}/${observation.period}/answers`)
    // A survey of the whole country asks about ten times as many, among them those of the municipality.
    return figure(observation.period, answered(observation.value, random.whole(24_000, 31_000), indicator))
  })
  const compared = new Map([[country, ofCountry]])
  if (level.everywhere !== true) return compared
  const municipalities = areas.filter(({ kind }) => kind === 'municipality')
  const beside = new Map(municipalities.map(({ code }) => [code, besideTheCountry(invention, code)]))
  const at = (offsets: readonly number[]): Observation[] =>
    asObservations(new Map([...national].map(([period, value], n) => [period, value + (offsets[n] ?? 0)])), indicator)
  for (const { code } of municipalities) {
    if (code !== indicator.area) compared.set(code, at(beside.get(code) ?? []))
  }
  for (const { code, kind } of areas) {
    if (kind !== 'region' && kind !== 'municipality-group') continue
    const within = municipalities.filter(({ parents }) => parents.includes(code))
    if (within.length < 2) continue
    compared.set(
      code,
      at(invention.periods.past.map((_, n) => mean(within.map((one) => beside.get(one.code)?.[n] ?? 0)))),
    )
  }
  return compared
}
