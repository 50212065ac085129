import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { defaultDisclosureRule } from '../indicator/disclosure-rule.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import { PeopleIndex } from './people-index.ts'

const slugs = ['en', 'to', 'tre', 'fire']

/** An indicator with four years of counts. */
const anyChange = fc.record({
  slug: fc.constantFrom(...slugs),
  counts: fc.array(fc.integer({ min: 9, max: 12 }), { minLength: 4, maxLength: 4 }),
  population: fc.constantFrom(null, 'borgere'),
  exempt: fc.constantFrom(null, null, { da: 'Valg', en: 'Elections' }),
  isRemoved: fc.boolean(),
})
type Change = typeof anyChange extends fc.Arbitrary<infer T> ? T : never

function put(index: PeopleIndex, { slug, counts, population, exempt }: Change): void {
  const indicator = exampleIndicator({
    slug,
    unit: 'count',
    disclosure: { ...defaultDisclosureRule, exempt, populations: { numerator: population, denominator: null } },
  })
  const observations = counts.map((count, year) => exampleObservation(String(2020 + year), count))
  index.put(indicator, [{ key: '217', area: '217', categories: {}, observations }])
}

/** By the rule itself: three numbers from 10 up that are the same in the same year, of people not said to be the same. */
function expected(all: readonly Change[], one: Change): string[] {
  return all
    .filter((other) => {
      if ((other.slug === one.slug || one.exempt) ?? other.exempt) return false
      if (one.population !== null && one.population === other.population) return false
      return other.counts.filter((count, year) => count >= 10 && count === one.counts[year]).length >= 3
    })
    .map(({ slug }) => slug)
    .sort()
}

it('indicators with three numbers of people in common are named, whatever has changed before', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 12 }), (changes) => {
      const index = new PeopleIndex()
      const standing = new Map<string, Change>()
      for (const change of changes) {
        if (change.isRemoved) {
          index.remove(change.slug)
          standing.delete(change.slug)
        } else {
          put(index, change)
          standing.set(change.slug, change)
        }
      }
      for (const slug of slugs) {
        const one = standing.get(slug)
        const named = index.unlinkedWarnings(slug).map(({ text }) => / indicator (\w+)\./.exec(text.en)?.[1])
        expect(named).toEqual(one ? expected([...standing.values()], one) : [])
      }
    }),
  )
})

it('the warning is about the headline, and names a period in which the numbers are the same', () => {
  const index = new PeopleIndex()
  const one = { slug: 'en', counts: [20, 30, 40, 50], population: null, exempt: null, isRemoved: false }
  put(index, one)
  put(index, { ...one, slug: 'to', counts: [20, 30, 40, 51] })
  expect(index.unlinkedWarnings('to')).toMatchObject([{ kind: 'unlinked-people', series: '217', period: '2022' }])
})
