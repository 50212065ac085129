import { expect, it } from 'vitest'
import { Slug } from '../slug.ts'
import { ownEntry } from './own-entry.ts'

const inherited = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__']

it('a name from outside finds what was put there, and nothing every object has anyway', () => {
  for (const name of inherited) {
    expect(ownEntry<unknown>({}, name)).toBe(undefined)
    expect(ownEntry(Object.fromEntries([[name, 1]]), name)).toBe(1)
  }
})

it('none of them can be a slug, by which figures are kept', () => {
  expect(inherited.filter((name) => Slug.safeParse(name).success)).toEqual([])
  expect(Slug.safeParse('constructor-2').success).toBe(true)
})
