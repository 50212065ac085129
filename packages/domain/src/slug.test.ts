import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Slug, slugFrom } from './slug.ts'

describe('a slug made from words', () => {
  it.each([
    ['Hele landet', 'hele-landet'],
    ['Region Hovedstaden', 'region-hovedstaden'],
    ['Ærø & Læsø', 'aeroe-laesoe'],
    ['  Århus (by) ', 'aarhus-by'],
    ['Orléans', 'orleans'],
    ['北京', ''],
  ])('writes “%s” as “%s”', (words, slug) => {
    expect(slugFrom(words)).toBe(slug)
  })

  it('is a slug whatever the words, or empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
        const slug = slugFrom(words)
        expect(slug === '' || Slug.safeParse(slug).success).toBe(true)
      }),
    )
  })
})
