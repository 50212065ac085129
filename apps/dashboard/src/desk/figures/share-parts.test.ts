import { assert, constantFrom, nat, property } from 'fast-check'
import { expect, it } from 'vitest'
import { isHalf, partOf, withPart } from './share-parts.ts'

it('puts a share together from its two counts, in whichever order they are typed', () => {
  expect(withPart(withPart('', 'numerator', '34'), 'denominator', '120')).toBe('34/120')
  expect(withPart(withPart('', 'denominator', '120'), 'numerator', '34')).toBe('34/120')
  expect([isHalf('34/'), isHalf('/120'), isHalf('34/120'), isHalf('')]).toEqual([true, true, false, false])
})

it('keeps the status of what is typed over, and takes one that is typed', () => {
  expect(withPart('34/120 P', 'numerator', '35')).toBe('35/120 P')
  expect(withPart('34/120', 'denominator', '121 E')).toBe('34/121 E')
})

it('takes a whole share, or a mark, for all of it', () => {
  expect(withPart('34/120', 'denominator', '35 / 121')).toBe('35 / 121')
  expect(withPart('34/120', 'numerator', 'L')).toBe('L')
  expect(withPart(withPart('34/120', 'numerator', ''), 'denominator', '')).toBe('')
  // A share that was given in percent alone is counted from here on.
  expect(withPart('71,5 P', 'numerator', '34')).toBe('34/ P')
})

it('shows of every share the parts it was made of', () => {
  assert(
    property(nat(), nat(), constantFrom('', 'P', 'E'), (above, below, status) => {
      const text = withPart(withPart('', 'numerator', `${above} ${status}`), 'denominator', String(below))
      expect([partOf(text, 'numerator'), partOf(text, 'denominator')]).toEqual([String(above), String(below)])
      expect(text.endsWith(status)).toBe(true)
    }),
  )
})
