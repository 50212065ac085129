import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Sparse } from './sparse.ts'

const anyNumbers = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 6, maxLength: 6 })

it('adds up as numbers written out place by place do, and is empty again after it was emptied', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyNumbers, fc.integer({ min: -2, max: 2 }))), (added) => {
      const sparse = new Sparse(6)
      const plain = new Float64Array(6)
      sparse.add(3, 1)
      sparse.clear()
      for (const [numbers, times] of added) {
        sparse.addAll(Float64Array.from(numbers), times)
        for (const [place, number] of numbers.entries()) plain[place] = (plain[place] ?? 0) + times * number
      }
      sparse.dropBelow(1)
      const kept = [...plain.keys()].filter((place) => Math.abs(plain[place] ?? 0) >= 1)
      expect(sparse.places.toSorted((a, b) => a - b)).toEqual(kept)
      for (const place of plain.keys())
        expect(sparse.at(place)).toBeCloseTo(kept.includes(place) ? (plain[place] ?? 0) : 0)
    }),
  )
})
