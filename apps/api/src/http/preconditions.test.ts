import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { entityTag, isKnownToReader, requireMatch } from './preconditions.ts'
import { Problem } from './problem.ts'

const stands = { name: 'nu' }
const now = entityTag(JSON.stringify(stands))

const opaque = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019!#$%&()*+,-./:;<=>?@[]^_`{|}~'.split('')), maxLength: 12 })
  .map((text) => `"${text}"`)
const oneTag = fc.record({ weak: fc.boolean(), tag: fc.oneof(opaque, fc.constant(now)) })
/** A list as senders write it, with the blanks and empty elements a recipient has to bear (RFC 9110, 5.6.1). */
const list = fc.tuple(fc.array(oneTag, { minLength: 1, maxLength: 4 }), fc.constantFrom(',', ', ', ' ,\t', ',,'))

function outcome(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    if (error instanceof Problem) return error.status
    throw error
  }
}

it('a change is let through by a strong tag of what stands or by *, and by nothing else (RFC 9110, 13.1.1)', () => {
  fc.assert(
    fc.property(list, ([tags, comma]) => {
      const header = tags.map(({ weak, tag }) => `${weak ? 'W/' : ''}${tag}`).join(comma)
      const matches = tags.some(({ weak, tag }) => !weak && tag === now)
      expect(outcome(() => requireMatch({ 'if-match': header }, stands))).toBe(matches ? undefined : 412)
      // Whether tags are weak does not matter to If-None-Match (13.1.2).
      const isKnown = tags.some(({ tag }) => tag === now)
      expect(outcome(() => requireMatch({ 'if-match': '*', 'if-none-match': header }, stands))).toBe(
        isKnown ? 412 : undefined,
      )
      expect(isKnownToReader({ 'if-none-match': header }, now)).toBe(isKnown)
    }),
  )
  expect(outcome(() => requireMatch({ 'if-match': '*' }, stands))).toBe(undefined)
  expect(outcome(() => requireMatch({ 'if-match': '*', 'if-none-match': '*' }, stands))).toBe(412)
  expect(outcome(() => requireMatch({}, stands))).toBe(428)
  expect(outcome(() => requireMatch({ 'if-match': now.slice(1, -1) }, stands))).toBe(412)
  expect(outcome(() => isKnownToReader({ 'if-match': '"other"' }, now))).toBe(412)
  expect(isKnownToReader({ 'if-none-match': '*' }, now)).toBe(true)
  expect(isKnownToReader({}, now)).toBe(false)
})

it('412 carries what stands now', () => {
  expect(() => requireMatch({ 'if-match': '"x"' }, stands)).toThrow(
    expect.objectContaining({ kind: 'precondition-failed', more: { current: stands } }),
  )
})
