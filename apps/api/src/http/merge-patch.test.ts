import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { patched } from './merge-patch.ts'

describe('a merge patch', () => {
  // The examples of RFC 7396, appendix A, whose result is an object.
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('of %j by %j gives %j', (before, patch, after) => {
    const value: z.ZodType = z.lazy(() =>
      z.union([z.string(), z.number(), z.array(z.unknown()), z.record(z.string(), value)]),
    )
    expect(patched(z.record(z.string(), value), before, patch)).toEqual(after)
  })

  it('leaves null where null is how a document says that there is nothing', () => {
    const schema = z.strictObject({ owner: z.string().nullable(), note: z.string().optional(), name: z.string() })
    const before = { owner: 'A', note: 'B', name: 'C' }
    expect(patched(schema, before, { owner: null, note: null })).toEqual({ owner: null, name: 'C' })
    expect(() => patched(schema, before, { name: null })).toThrow('errors')
  })
})
