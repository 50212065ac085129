import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Area } from '../area.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import type { Observation } from '../observation/observation.ts'
import { comparableHistory } from '../progress/points.ts'
import { comparisonItems, comparisonWords, peopleSentences } from '../sentence/comparison-sentence.ts'
import type { Target } from '../target/target.ts'
import type { Text } from '../text.ts'
import { formatDifference, formatNumber } from '../unit/format.ts'
import { compareAreas } from './compare-areas.ts'
import { Comparison } from '../comparison/comparison.ts'

const area = (code: string, da: string, en: string, kind: Area['kind'], parents: string[]): Area => ({
  code,
  name: { da, en },
  kind,
  parents,
})
const country = area('000', 'Hele landet', 'Denmark', 'country', [])
const region = area('084', 'Region Hovedstaden', 'The Capital Region of Denmark', 'region', ['000'])
const group = area('G3', 'Oplandskommuner', 'Commuter municipalities', 'municipality-group', ['000'])
const own = area('217', 'Helsingør', 'Helsingør', 'municipality', ['084', 'G3'])
const others = Array.from({ length: 97 }, (_, index) =>
  area(String(301 + index), `Kommune ${index}`, `Municipality ${index}`, 'municipality', ['000']),
)
const areas = [country, region, group, own, ...others]

const yearly = { periodKind: 'year', everyYears: 1, delayMonths: 3 } as const
type Figures = Readonly<Record<string, number | null | Partial<Observation>>>

const observed = (figures: Figures): Observation[] =>
  Object.entries(figures).map(([period, figure]) =>
    typeof figure === 'object' && figure !== null
      ? exampleObservation(period, figure.value ?? null, figure)
      : exampleObservation(period, figure),
  )

interface Compared {
  readonly figures: Readonly<Record<string, Figures>>
  readonly indicator?: Partial<Indicator>
  readonly target?: Target | null
  readonly municipalities?: number
}

function compared({ figures, indicator: change = {}, target = null, municipalities = 98 }: Compared) {
  const indicator = exampleIndicator({ cadence: yearly, ...change })
  const series = Object.entries(figures).map(([code, one]) => ({
    key: code,
    area: code,
    categories: {},
    observations: observed(one),
  }))
  const observations = series.find(({ key }) => key === indicator.area)?.observations ?? []
  // The window that is judged: all that can be compared with the latest.
  const since = comparableHistory(indicator, observations).points[0]?.period
  const rest = { change: 0, isVisible: true, step: null, explanation: null, roundingShows: false }
  const assessment = { movement: since === undefined ? null : { ...rest, since } }
  const comparison = compareAreas({ indicator, areas, series, assessment, target, municipalities })
  expect(Comparison.nullable().parse(comparison)).toEqual(comparison)
  return comparison
}

/** With plain spaces, where the pages have some that do not break. */
const spaced = (text: Text | null): Text | null =>
  text && { da: text.da.replaceAll('\u00A0', ' '), en: text.en.replaceAll('\u00A0', ' ') }

const said = (material: Compared) => {
  const comparison = compared(material)
  return comparison && spaced(comparisonWords(comparison))
}

const saidInPeople = (material: Compared) => {
  const comparison = compared(material)
  return comparison && spaced(peopleSentences(comparison))
}

const turnout: Compared['figures'] = {
  '217': { '2013': 73.84, '2017': 71.99, '2021': 68.57, '2025': 70.49 },
  '000': { '2013': 71.95, '2017': 70.84, '2021': 67.21, '2025': 69.21 },
}

/** How many other municipalities with figures from 40 % up, a tenth apart. */
const places = (count: number): Compared['figures'] =>
  Object.fromEntries(others.slice(0, count).map(({ code }, index) => [code, { '2025': 40 + index / 10 }]))

describe('against the country', () => {
  it('the figure is above or below it, and the distance has grown, shrunk or stayed since the judged window began', () => {
    expect(said({ figures: turnout })).toEqual({
      da: '1,3 procentpoint over landet; afstanden er blevet mindre siden 2013, hvor den var 1,9 procentpoint.',
      en: '1.3 percentage points above the national figure; the gap has narrowed since 2013, when it was 1.9 percentage points.',
    })
    const steady = { '217': { '2023': 50, '2024': 51, '2025': 54 }, '000': { '2023': 52, '2024': 53, '2025': 56 } }
    expect(said({ figures: steady })?.da).toBe('2,0 procentpoint under landet; afstanden er uændret siden 2023.')
    const nearly = { '217': { '2023': 50, '2024': 51, '2025': 54 }, '000': { '2023': 52, '2024': 53, '2025': 55.8 } }
    expect(said({ figures: nearly })?.da).toBe('1,8 procentpoint under landet; i 2023 var afstanden 2,0 procentpoint.')
    const apart = { '217': { '2023': 50, '2024': 51, '2025': 50 }, '000': { '2023': 52, '2024': 53, '2025': 56 } }
    expect(said({ figures: apart })?.da).toBe(
      '6,0 procentpoint under landet; afstanden er vokset siden 2023, hvor den var 2,0 procentpoint.',
    )
  })

  it('a distance within the band that is shown as another one is named, and not called unchanged', () => {
    const doubled = {
      '217': { '2023': 50, '2024': 51, '2025': 54 },
      '000': { '2023': 50.4, '2024': 51.6, '2025': 54.8 },
    }
    expect(said({ figures: doubled })).toEqual({
      da: '0,8 procentpoint under landet; i 2023 var afstanden 0,4 procentpoint.',
      en: '0.8 percentage points below the national figure; in 2023 the gap was 0.4 percentage points.',
    })
  })

  it('says where it was when it lay on the other side or was the same', () => {
    const over = { '217': { '2023': 50, '2024': 51, '2025': 58 }, '000': { '2023': 52, '2024': 53, '2025': 56 } }
    expect(said({ figures: over })).toEqual({
      da: '2,0 procentpoint over landet; i 2023 var tallet 2,0 procentpoint under.',
      en: '2.0 percentage points above the national figure; in 2023 it was 2.0 percentage points below.',
    })
    const level = { '217': { '2023': 50, '2024': 51, '2025': 56 }, '000': { '2023': 52, '2024': 53, '2025': 56.04 } }
    expect(said({ figures: level })?.da).toBe('På niveau med landet; i 2023 var tallet 2,0 procentpoint under.')
    const both = { '217': { '2023': 52, '2024': 51, '2025': 56 }, '000': { '2023': 52, '2024': 53, '2025': 56 } }
    expect(said({ figures: both })).toEqual({
      da: 'På niveau med landet, også i 2023.',
      en: 'Level with the national figure, as in 2023.',
    })
    const from = { '217': { '2023': 52, '2024': 51, '2025': 50 }, '000': { '2023': 52, '2024': 53, '2025': 56 } }
    expect(said({ figures: from })?.da).toBe('6,0 procentpoint under landet; i 2023 var tallene ens.')
  })

  it('is made of the same periods alone, and says so where the latest has no counterpart', () => {
    const late = { '217': { '2023': 50, '2024': 51, '2025': 54 }, '000': { '2022': 60, '2024': 53 } }
    expect(said({ figures: late })).toEqual({
      da: '2,0 procentpoint under landet (tal fra 2024, de nyeste for begge).',
      en: '2.0 percentage points below the national figure (figures from 2024, the latest for both).',
    })
    expect(said({ figures: { '217': { '2024': 51, '2025': 54 }, '000': { '2022': 60 } } })).toBeNull()
  })

  it('is not made with what is older than the figure before the latest', () => {
    const figures = { '217': { '2023': 50, '2024': 51, '2025': 54 }, '000': { '2022': 60, '2023': 53 } }
    expect(said({ figures })).toBeNull()
  })

  it('begins at a break in the other area’s figures, and never across one in its own', () => {
    const figures = {
      '217': { '2022': 50, '2023': 51, '2024': 52, '2025': 53 },
      '000': { '2022': 70, '2023': { value: 52, status: 'B' }, '2024': 53, '2025': 54 },
    } as const
    expect(said({ figures })?.da).toBe('1,0 procentpoint under landet; afstanden er uændret siden 2023.')
    const broken = {
      '217': { '2022': 50, '2023': 51, '2024': { value: 40, status: 'B' }, '2025': 41 },
      '000': { '2022': 50, '2023': 51, '2024': 41, '2025': 42 },
    } as const
    expect(said({ figures: broken })?.da).toBe('1,0 procentpoint under landet; afstanden er uændret siden 2024.')
  })

  it('is not made between two definitions, and says what is estimated or provisional', () => {
    const other = { '217': { '2024': 51, '2025': 54 }, '000': { '2025': { value: 60, status: 'D' } } } as const
    expect(said({ figures: other })).toBeNull()
    const estimated = { '217': { '2025': 54 }, '000': { '2025': { value: 52, status: 'E' } } } as const
    expect(said({ figures: estimated })).toEqual({
      da: '2,0 procentpoint over landet (landets tal er anslået).',
      en: '2.0 percentage points above the national figure (the national figure is an estimate).',
    })
  })

  it('has a survey’s margin as a number, and no more than that is claimed', () => {
    const figures = { '217': { '2025': { value: 54, margin: 1.5 } }, '000': { '2025': { value: 52, margin: 2 } } }
    expect(said({ figures })?.da).toBe(
      '2,0 procentpoint over landet, men forskellen er inden for den statistiske usikkerhed (± 2,5).',
    )
  })

  it('names the other figure where the unit does not say how much a difference is', () => {
    const figures = { '217': { '2025': 75.2 }, '000': { '2025': 82.2 } }
    expect(said({ figures, indicator: { unit: 'index-100' } })).toEqual({
      da: '7,0 under landet (82,2).',
      en: '7.0 below the national figure (82.2).',
    })
  })

  it('is not made for what grows with the size of the place', () => {
    const noun = { one: { da: 'forening', en: 'club' }, other: { da: 'foreninger', en: 'clubs' } }
    expect(said({ figures: { ...turnout, ...places(97) }, indicator: { unit: 'count', noun } })).toBeNull()
  })

  it('is made with the region and the municipality group too, where there are figures of them', () => {
    const figures = { '217': { '2025': 54 }, '000': { '2025': 52 }, '084': { '2025': 55 }, G3: { '2025': 54.02 } }
    const comparison = compared({ figures })
    expect(comparison?.benchmarks.map(({ area: code }) => code)).toEqual(['000', '084', 'G3'])
    expect(comparison && comparisonItems(comparison).map(spaced)).toEqual([
      { da: '2,0 procentpoint over landet.', en: '2.0 percentage points above the national figure.' },
      {
        da: '1,0 procentpoint under Region Hovedstaden.',
        en: '1.0 percentage points below the Capital Region of Denmark.',
      },
      {
        da: 'På niveau med kommunegruppen Oplandskommuner.',
        en: 'Level with the municipality group Commuter municipalities.',
      },
    ])
  })
})

const rank = (material: Compared) => compared(material)?.rank?.sentence

describe('the place among the municipalities', () => {
  const figures = { '217': { '2024': 43, '2025': 43.65 } }
  const exact = { decimals: 2 }

  it('is counted from the highest, and from the lowest where less is better', () => {
    expect(rank({ figures: { ...figures, ...places(97) }, indicator: exact })).toEqual({
      da: 'Nr. 61 af 98 kommuner; nr. 1 har det højeste tal.',
      en: 'No. 61 of 98 municipalities; no. 1 has the highest figure.',
    })
    expect(rank({ figures: { ...figures, ...places(97) }, indicator: { ...exact, direction: 'decrease' } })?.da).toBe(
      'Nr. 38 af 98 kommuner; nr. 1 har det laveste tal.',
    )
  })

  it('is named as the highest or the lowest where it is the first alone', () => {
    const first = { figures: { '217': { '2025': 90 }, ...places(97) } }
    expect(rank(first)).toEqual({
      da: 'Har det højeste tal af 98 kommuner.',
      en: 'Has the highest figure of 98 municipalities.',
    })
    const last = { figures: { '217': { '2025': 9 }, ...places(97) }, indicator: { direction: 'decrease' } } as const
    expect(rank(last)?.da).toBe('Har det laveste tal af 98 kommuner.')
  })

  it('is shared with those whose figures look the same', () => {
    expect(rank({ figures: { '217': { '2025': 43.61 }, ...places(97) } })).toEqual({
      da: 'Delt nr. 61–62 af 98 kommuner; nr. 1 har det højeste tal.',
      en: 'Joint no. 61–62 of 98 municipalities; no. 1 has the highest figure.',
    })
  })

  it('names how many have a figure where some have none', () => {
    const missing = { ...places(97), '301': { '2025': null }, '302': { '2024': 45 } }
    expect(rank({ figures: { ...figures, ...missing }, indicator: exact })).toEqual({
      da: 'Nr. 61 af de 96 kommuner, der har tal for 2025; nr. 1 har det højeste tal.',
      en: 'No. 61 of the 96 municipalities that have a figure for 2025; no. 1 has the highest figure.',
    })
  })

  it('is that of the figure before, and says so, where too few have one for the latest', () => {
    const before = Object.fromEntries(others.map(({ code }, index) => [code, { '2024': 40 + index / 10 }]))
    expect(rank({ figures: { '217': { '2024': 43.65, '2025': 44 }, ...before }, indicator: exact })).toEqual({
      da: 'Nr. 61 af 98 kommuner i 2024; nr. 1 har det højeste tal.',
      en: 'No. 61 of 98 municipalities in 2024; no. 1 has the highest figure.',
    })
  })

  it('is not told where too few have a figure, or figures are of a survey', () => {
    expect(rank({ figures: { ...figures, ...places(72) } })).toBeUndefined()
    expect(rank({ figures: { '217': { '2025': { value: 43, margin: 2 } }, ...places(97) } })).toBeUndefined()
  })
})

const voters = { one: { da: 'vælger', en: 'voter' }, other: { da: 'vælgere', en: 'voters' } }
const exempt = { da: 'Offentligt', en: 'Public' }
const goal = (value: number): Target => ({
  slug: 'maal',
  series: '217',
  baseline: { period: '2021', value: 60 },
  target: { period: '2029', value },
  band: null,
  benchmark: null,
  milestones: [],
  method: null,
  decidedBy: { da: 'Byrådet', en: 'The council' },
  decidedOn: '2021-01-01',
  note: null,
})

describe('in people', () => {
  const indicator = { numeratorNoun: voters, disclosure: { ...exampleIndicator().disclosure, exempt } }
  const figures = {
    '217': {
      '2021': { value: 60, numerator: 6000, denominator: 10_000 },
      '2025': { value: 70, numerator: 7700, denominator: 11_000 },
    },
    '000': { '2025': 69.2 },
  }

  it('the distance to the country, to the target and since last time are whole people', () => {
    expect(said({ figures, indicator, target: goal(75) })).toEqual({
      da: '0,8 procentpoint over landet, svarende til ca. 90 vælgere.',
      en: '0.8 percentage points above the national figure, which equals about 90 voters.',
    })
    expect(saidInPeople({ figures, indicator, target: goal(75) })).toEqual({
      da: 'Ændringen siden 2021 svarer til 1.100 flere vælgere. Afstanden til målet svarer til 550 flere vælgere ud af 11.000.',
      en: 'The change since 2021 equals 1,100 more voters. The distance to the target equals 550 more voters out of 11,000.',
    })
  })

  it('nothing is said of a target that is reached, nor across a break', () => {
    expect(saidInPeople({ figures, indicator, target: goal(68) })?.da).not.toContain('målet')
    const broken = { '217': { ...figures['217'], '2025': { ...figures['217']['2025'], status: 'B' } } } as const
    expect(saidInPeople({ figures: broken, indicator })).toBeNull()
  })
})

const numbersIn = (text: string, thousands: string, point: string): number[] =>
  [...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(([found]) => Number(found.replaceAll(thousands, '').replace(point, '.')))

describe('whatever the figures', () => {
  const value = fc.double({ min: 0, max: 100, noNaN: true })
  const years = ['2021', '2022', '2023', '2024', '2025']
  const line = fc.array(fc.option(value, { nil: null, freq: 5 }), { minLength: 5, maxLength: 5 })
  const counted = fc.integer({ min: 100, max: 90_000 })
  const direction = fc.constantFrom('increase' as const, 'decrease' as const)

  it('the sentences say the numbers that are shown, and the same ones in both languages', () => {
    fc.assert(
      fc.property(
        line,
        line,
        fc.array(value, { minLength: 97, maxLength: 97 }),
        fc.array(counted, { minLength: 5, maxLength: 5 }),
        direction,
        fc.integer({ min: 0, max: 3 }),
        (mine, theirs, rest, denominators, wanted, decimals) => {
          const countedFigures = Object.fromEntries(
            years.map((year, index) => {
              const [share, denominator] = [mine[index] ?? null, denominators[index] ?? 1]
              const numerator = share === null ? null : Math.round((share / 100) * denominator)
              const exact = numerator === null ? null : (numerator / denominator) * 100
              return [year, { value: exact, status: exact === null ? 'O' : 'A', numerator, denominator } as const]
            }),
          )
          const theirFigures = Object.fromEntries(years.map((year, index) => [year, theirs[index] ?? null]))
          const municipal = Object.fromEntries(others.map(({ code }, index) => [code, { '2025': rest[index] ?? null }]))
          const indicator = {
            decimals,
            direction: wanted,
            numeratorNoun: voters,
            disclosure: { ...exampleIndicator().disclosure, exempt },
          }
          const comparison = compared({
            figures: { '217': countedFigures, '000': theirFigures, ...municipal },
            indicator,
            target: goal(wanted === 'increase' ? 80 : 20),
          })
          const parts = comparison ? [comparisonWords(comparison), peopleSentences(comparison)] : []
          const [da, en] = (['da', 'en'] as const).map((one) =>
            parts
              .map((part) => part?.[one] ?? '')
              .join(' ')
              .trim(),
          )
          const words = { da: da ?? '', en: en ?? '' }
          expect(numbersIn(words.en, ',', '.')).toEqual(numbersIn(words.da, '.', ','))
          expect(`${words.da}${words.en}`).not.toMatch(/NaN|Infinity|undefined|null|−|\s{2}|\.\./)
          const [national] = comparison?.benchmarks ?? []
          const place = comparison?.rank ?? null
          const reach = comparison?.toTarget ?? null
          const measure = { unit: 'percent', decimals, noun: null } as const
          const isLevel = words.da.startsWith('På niveau')
          const side = national && national.difference > 0 ? 'over landet' : 'under landet'
          const shown = [
            ...(national && !isLevel ? [formatDifference(national.difference, measure, 'da'), side] : []),
            ...(place && place.lastPlace > 1
              ? [place.place === place.lastPlace ? `Nr. ${place.place} af` : `Delt nr. ${place.place}–`]
              : []),
            ...(place ? [`ar det ${wanted === 'increase' ? 'højeste' : 'laveste'} tal`] : []),
            ...(reach ? [`${formatNumber(reach.count, 0, 'da')} ${reach.more ? 'flere' : 'færre'} vælgere`] : []),
          ]
          expect(shown.filter((part) => !words.da.includes(part))).toEqual([])
          const [now, then] = [Math.abs(national?.difference ?? 0), Math.abs(national?.since?.difference ?? 0)]
          expect([national?.course === 'grown' && now <= then, national?.course === 'shrunk' && now >= then]).toEqual([
            false,
            false,
          ])
        },
      ),
      { numRuns: 60 },
    )
  })
})
