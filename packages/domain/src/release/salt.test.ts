import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSalted, Salt, withoutSalt, withSalt } from './salt.ts'

const salt = fc.stringMatching(/^[\w-]{22}$/)
const document = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }).map((value) => JSON.stringify(value))

it('a document says the same with its salt as without', () => {
  fc.assert(
    fc.property(document, salt, (content, random) => {
      const salted = withSalt(content, random)
      expect(JSON.parse(salted)).toEqual({ ...JSON.parse(content), salt: random })
      expect(isSalted(salted)).toBe(true)
      expect(withoutSalt(salted)).toBe(content)
      expect(Salt.safeParse(random).success).toBe(true)
    }),
  )
})

it('a text that looks like a salt is none', () => {
  const told = JSON.stringify({ text: ',"salt":"AAAAAAAAAAAAAAAAAAAAAA"}' })
  expect(isSalted(told)).toBe(false)
  expect(withoutSalt(told)).toBe(told)
})
