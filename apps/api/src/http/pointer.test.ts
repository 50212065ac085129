import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { pointerOf } from './pointer.ts'

/** Reads a pointer as RFC 6901, section 4 says. */
function follow(document: unknown, pointer: string): unknown {
  const parts = pointer.split('/').slice(1)
  return parts.reduce<unknown>((at, part) => {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    return typeof at === 'object' && at !== null ? Object.entries(at).find(([name]) => name === key)?.[1] : undefined
  }, document)
}

it('a pointer leads to the very place, whatever the names are', () => {
  const name = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('~', '/', '~1', '~0', 'a/b~c'))
  fc.assert(
    fc.property(fc.array(name, { maxLength: 5 }), (path) => {
      const document = path.reduceRight<unknown>((inner, key) => Object.fromEntries([[key, inner]]), 'here')
      expect(follow(document, pointerOf(path))).toBe('here')
    }),
  )
  expect(pointerOf(['a/b'])).toBe('/a~1b')
})
