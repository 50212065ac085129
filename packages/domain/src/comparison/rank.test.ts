import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundedAsShown } from '../unit/format.ts'
import { mayRank, rankPlaceOf } from './rank.ts'

const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 98 })
const from = fc.constantFrom('highest' as const, 'lowest' as const)

describe('a place among others', () => {
  it('is counted from the highest, or from the lowest where less is better', () => {
    expect(rankPlaceOf(70.5, [72.1, 70.5, 68.9], { decimals: 1, from: 'highest' })).toEqual({
      place: 2,
      lastPlace: 2,
      of: 3,
    })
    expect(rankPlaceOf(68.9, [72.1, 70.5, 68.9], { decimals: 1, from: 'lowest' })).toEqual({
      place: 1,
      lastPlace: 1,
      of: 3,
    })
  })

  it('is shared by those whose figures look the same', () => {
    const all = [72.1, 70.52, 70.49, 70.46, 68.9]
    for (const own of [70.52, 70.49, 70.46]) {
      expect(rankPlaceOf(own, all, { decimals: 1, from: 'highest' })).toEqual({ place: 2, lastPlace: 4, of: 5 })
    }
  })

  it('has as many ahead of it and level with it as there are, whatever the figures', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.integer({ min: 0, max: 3 }), from, (all, pick, decimals, first) => {
        const own = all[pick % all.length] ?? 0
        const shown = (value: number): number => roundedAsShown(value, decimals)
        const sorted = [...all].sort((a, b) => (first === 'highest' ? shown(b) - shown(a) : shown(a) - shown(b)))
        const { place, lastPlace, of } = rankPlaceOf(own, all, { decimals, from: first })
        expect(of).toBe(all.length)
        const sharing = sorted.slice(place - 1, lastPlace)
        expect(sharing.every((value) => shown(value) === shown(own))).toBe(true)
        expect(sharing).toHaveLength(all.filter((value) => shown(value) === shown(own)).length)
      }),
    )
  })

  it('is told only where at least ten, and three quarters of all, have a figure', () => {
    expect(mayRank(9, 9)).toBe(false)
    expect(mayRank(10, 10)).toBe(true)
    expect(mayRank(73, 98)).toBe(false)
    expect(mayRank(74, 98)).toBe(true)
  })
})
