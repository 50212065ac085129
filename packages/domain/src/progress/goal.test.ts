import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { poorestFirst } from './assessment.ts'
import type { Verdict } from './assessment.ts'
import { countVerdicts, goalVerdict } from './goal.ts'

const headlines = (...verdicts: Verdict[]) =>
  verdicts.map((verdict, index) => ({ slug: `i${index}`, verdict, headline: true }))

test('a goal takes the verdict of its poorest headline indicator, and says which it is', () => {
  expect(goalVerdict(headlines('reached', 'too-slow', 'behind'))).toEqual({ verdict: 'too-slow', headline: 'i1' })
  expect(goalVerdict(headlines('stable', 'stable'))).toEqual({ verdict: 'stable', headline: 'i0' })
})

test('indicators without a verdict count only where there is nothing else', () => {
  expect(goalVerdict(headlines('not-assessed', 'no-data', 'reached')).verdict).toBe('reached')
  expect(goalVerdict(headlines('no-data', 'not-assessed')).verdict).toBe('not-assessed')
  expect(goalVerdict(headlines('no-data')).verdict).toBe('no-data')
})

test('a goal without headline indicators is not assessed', () => {
  const other = { slug: 'other', verdict: 'wrong-way', headline: false } as const
  expect(goalVerdict([other])).toEqual({ verdict: 'not-assessed', headline: null })
  expect(goalVerdict([other, ...headlines('on-track')])).toEqual({ verdict: 'on-track', headline: 'i0' })
  expect(goalVerdict([])).toEqual({ verdict: 'no-data', headline: null })
})

test('counts leave out what nobody has', () => {
  expect(countVerdicts(['behind', 'reached', 'behind'])).toEqual({ behind: 2, reached: 1 })
  expect(countVerdicts([])).toEqual({})
})

test('counts add up to the number of indicators', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...poorestFirst)), (verdicts) => {
      const total = Object.values(countVerdicts(verdicts)).reduce((sum, count) => sum + count, 0)
      expect(total).toBe(verdicts.length)
    }),
  )
})
