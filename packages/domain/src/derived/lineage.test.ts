import { expect, it } from 'vitest'
import type { Dimension } from '../dimension.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { derivationProblems, inOrderOfDerivation } from './lineage.ts'

const name = { da: 'x', en: 'x' }
const age: Dimension = { slug: 'alder', name, categories: [{ slug: 'unge', name, code: null, parent: null }] }
const difference = (of: string): Indicator['derived'] => ({ kind: 'benchmark-difference', of, area: '000' })
const one = (slug: string, derived: Indicator['derived'] = null): Indicator => exampleIndicator({ slug, derived })

it('an indicator comes after what it is computed from', () => {
  const ordered = inOrderOfDerivation([one('c', difference('b')), one('b', difference('a')), one('a')])
  expect(ordered.map(({ slug }) => slug)).toEqual(['a', 'b', 'c'])
})

it('a circle is named whole, for each that stands in it', () => {
  const problems = derivationProblems(
    [one('a', difference('b')), one('b', difference('a')), one('c', difference('a'))],
    [],
  )
  expect(problems.map(({ indicator, detail }) => [indicator, detail.en])).toEqual([
    ['a', 'Is computed from itself: a → b → a. Break the circle.'],
    ['b', 'Is computed from itself: b → a → b. Break the circle.'],
  ])
})

it('an input that is not there is named, with what to do', () => {
  const [problem] = derivationProblems([one('a', difference('x'))], [])
  expect(problem?.detail.en).toBe(
    'Is computed from "x", but there is no such indicator. Make it, or correct `derived`.',
  )
})

it('a dimension, a group or a unit that does not fit is named', () => {
  const gap = { kind: 'gap', of: 'a', dimension: 'alder', group: 'gamle', against: 'total' } as const
  const rate = { kind: 'rate', of: 'a', population: 'a', per: 1000 } as const
  const details = derivationProblems([one('a'), one('b', gap), one('c', rate)], [age]).map(({ detail }) => detail.en)
  expect(details).toEqual([
    '"a" is not divided by "alder". Add it to its `dimensions`.',
    'There is no group "gamle" in "alder". Use: unge.',
    '"a" is not a count. This can only be computed from counts, not from percentages.',
  ])
})
