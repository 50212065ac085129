import { array, assert, dictionary, oneof, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { parseSearch, writeSearch } from './search.ts'

const word = string({ minLength: 1 })

it('writes every view into its address and reads the same from there', () => {
  assert(
    property(dictionary(word, oneof(word, array(word, { minLength: 2 }))), (values) => {
      const wellFormed = JSON.parse(JSON.stringify(values).toWellFormed())
      expect(parseSearch(writeSearch(wellFormed))).toEqual(wellFormed)
    }),
  )
})

it('reads a number of a goal as the text it is', () => {
  expect(parseSearch('?maal=1.1&maal=1.10')).toEqual({ maal: ['1.1', '1.10'] })
  expect(writeSearch({ maal: '', side: undefined, aar: '2025' })).toBe('?aar=2025')
})
