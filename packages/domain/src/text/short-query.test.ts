import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { isShortQuery, queryLimits, shortQuery } from './short-query.ts'

it('whatever is written, few words and letters are searched for, from its beginning', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (written) => {
      const searched = shortQuery(written)
      expect(searched.length).toBeLessThanOrEqual(queryLimits.letters)
      expect(searched.split(/\s+/u).length).toBeLessThanOrEqual(queryLimits.words)
      expect(shortQuery(searched)).toBe(searched)
      expect(written.trim().split(/\s+/u).join(' ').startsWith(searched)).toBe(true)
      expect(isShortQuery(searched)).toBe(true)
    }),
  )
})

it('what people search for is searched for as they wrote it', () => {
  expect(shortQuery('  flere  stemmer\tved kommunalvalg ')).toBe('flere stemmer ved kommunalvalg')
  expect(isShortQuery('  flere  stemmer ')).toBe(true)
  expect([isShortQuery('x'.repeat(201)), isShortQuery('et '.repeat(11))]).toEqual([false, false])
})
