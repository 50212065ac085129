import { array, assert, constantFrom, dictionary, integer, oneof, property, string } from 'fast-check'
import { applyPatch } from '@pejling/domain/workspace/patch'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isSame, mergeThreeWays, patchBetween } from './three-way.ts'

const leaf = oneof(string({ maxLength: 3 }), integer({ max: 3 }), array(integer({ max: 2 }), { maxLength: 2 }))
const fields = dictionary(constantFrom('a', 'b', 'c'), oneof(leaf, dictionary(constantFrom('da', 'en'), leaf)))
const Any = z.record(z.string(), z.unknown())

describe('somebody else’s save', () => {
  it('is taken over where only they changed a field, and kept mine where only I did', () => {
    const base = { name: { da: 'Valg', en: 'Vote' }, unit: 'percent', goals: ['1.1'] }
    const { merged, conflicts } = mergeThreeWays(
      base,
      { ...base, name: { da: 'Valgdeltagelse', en: 'Vote' } },
      { ...base, name: { da: 'Valg', en: 'Turnout' }, goals: ['1.2'] },
    )
    expect(conflicts).toEqual([])
    expect(merged).toEqual({ name: { da: 'Valgdeltagelse', en: 'Turnout' }, unit: 'percent', goals: ['1.2'] })
  })

  it('is a conflict only where both changed the same field to different things', () => {
    const { conflicts } = mergeThreeWays({ a: '1', b: '1' }, { a: '2', b: '3' }, { a: '2', b: '4' })
    expect(conflicts).toEqual([{ path: 'b', mine: '3', theirs: '4' }])
  })

  it('never loses what only one of them changed', () => {
    assert(
      property(fields, fields, (base, theirs) => {
        expect(mergeThreeWays(base, base, theirs)).toEqual({ merged: expect.anything(), conflicts: [] })
        expect(isSame(mergeThreeWays(base, base, theirs).merged, theirs)).toBe(true)
        expect(isSame(mergeThreeWays(base, theirs, base).merged, theirs)).toBe(true)
      }),
    )
  })
})

it('sends just what makes the one value of the other', () => {
  assert(
    property(fields, fields, (base, mine) => {
      const read = applyPatch(Any, base, patchBetween(base, mine))
      const without = Object.fromEntries(Object.entries(read.data ?? {}).filter(([, value]) => value !== null))
      expect(isSame(dropNulls(without), mine)).toBe(true)
    }),
  )
})

/** What a merge patch takes away stands as `null` until a schema decides what that means. */
function dropNulls(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, own]) => own !== null)
      .map(([name, own]) => [name, typeof own === 'object' && !Array.isArray(own) ? dropNulls(Any.parse(own)) : own]),
  )
}
