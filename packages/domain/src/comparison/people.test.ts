import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { peopleOfChange, peopleOfDifference, peopleToReach, type People } from './people.ts'

const exempt = { da: 'Resultater af valg er offentlige.', en: 'Results of elections are public.' }
const voters = { one: { da: 'vælger', en: 'voter' }, other: { da: 'vælgere', en: 'voters' } }
const turnout = (change: Partial<Indicator> = {}): Indicator => {
  const indicator = exampleIndicator({ numeratorNoun: voters, ...change })
  return { ...indicator, disclosure: { ...indicator.disclosure, exempt, ...change.disclosure } }
}
const share = (numerator: number, denominator: number) => ({
  value: (numerator / denominator) * 100,
  numerator,
  denominator,
})
const rounded = (value: number) => ({ value, numerator: null, denominator: null })

const counts = fc
  .tuple(fc.integer({ min: 1, max: 600_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([denominator, part]) => share(Math.round(denominator * part), denominator))

const signedCount = (people: People | null): number => (people === null ? 0 : people.count * (people.more ? 1 : -1))

describe('a difference in whole people', () => {
  it('is what the change of the share makes of the people there are now', () => {
    expect(peopleOfChange(turnout(), share(6000, 10_000), share(7700, 11_000))).toEqual({
      count: 1100,
      more: true,
      approximate: false,
    })
  })

  it('is not told where the counts are not known, the people have no name, or the value is no share of them', () => {
    expect(peopleOfChange(turnout(), rounded(60), share(7700, 11_000))).toBeNull()
    expect(peopleOfDifference(turnout(), rounded(70), share(60, 100))).toBeNull()
    expect(peopleToReach(turnout(), rounded(70), 75)).toBeNull()
    expect(peopleToReach(exampleIndicator(), share(70, 100), 75)).toBeNull()
    expect(peopleToReach(turnout({ unit: 'ratio' }), share(70, 100), 75)).toBeNull()
  })

  it('never names fewer people than the rule on few people allows, unless the figures are exempt', () => {
    const indicator = turnout({ disclosure: { ...exampleIndicator().disclosure, exempt: null, minimum: 5 } })
    expect(peopleToReach(indicator, share(70, 100), 74)).toBeNull()
    expect(peopleToReach(indicator, share(70, 100), 75)?.count).toBe(5)
    expect(peopleToReach(turnout(), share(70, 100), 74)?.count).toBe(4)
  })

  it('is as many as reach the target: with one fewer it is not reached', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 1000 }), (latest, tenths) => {
        const wanted = tenths / 10
        const people = peopleToReach(turnout(), latest, wanted)
        const signed = signedCount(people)
        const shareOf = (numerator: number): number => (numerator / latest.denominator) * 100
        const toward = Math.sign(wanted - latest.value)
        const slack = 1e-5
        expect((shareOf(latest.numerator + signed) - wanted) * toward).toBeGreaterThanOrEqual(-slack)
        const oneLess = people ? (shareOf(latest.numerator + signed - toward) - wanted) * toward : -1
        expect(oneLess).toBeLessThan(slack)
      }),
    )
  })

  it('is within half a person of what the shares say, and within its rounding where the other share is rounded', () => {
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 0, max: 2 }), (own, other, decimals) => {
        const exact = ((own.value - other.value) / 100) * own.denominator
        expect(Math.abs(signedCount(peopleOfDifference(turnout(), own, other)) - exact)).toBeLessThanOrEqual(0.5 + 1e-6)
        expect(Math.abs(signedCount(peopleOfChange(turnout(), other, own)) - exact)).toBeLessThanOrEqual(0.5 + 1e-6)
        const seen = Number(other.value.toFixed(decimals))
        const about = signedCount(peopleOfDifference(turnout(), own, rounded(seen)))
        // The last figure that is told may be one off: as much as the rounding of the share allows.
        const given = String(seen).split('.')[1]?.length ?? 0
        const step = 10 ** Math.max(0, Math.ceil(Math.log10((0.5 * 10 ** -given * own.denominator) / 100)))
        expect(Math.abs(about - exact)).toBeLessThanOrEqual(step + 0.5)
        expect(Math.abs(about % step)).toBe(0)
      }),
    )
  })
})
