import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colourProblems, contrast, onDark, ownColours } from './colours.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    // The examples everybody checks with: the lightest grey that passes on white, and the next.
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
  ])('%s on %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2)
  })

  it('is the same either way round, and between 1 and 21', () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        const ratio = contrast(one, other)
        expect(ratio).toBe(contrast(other, one))
        expect(ratio).toBeGreaterThanOrEqual(1)
        expect(ratio).toBeLessThanOrEqual(21)
      }),
    )
  })
})

describe('the colours of a site', () => {
  it('that the product comes with can be read', () => {
    expect(colourProblems(ownColours)).toEqual([])
  })

  it('are refused where text, name or verdicts could not be read, each with its contrast', () => {
    const found = colourProblems({ ink: '#777777', paper: '#ffffff', accent: '#ffd200' })
    expect(found.map(({ colour: which, problem }) => [which, problem.da])).toEqual([
      ['ink', 'Teksten står for svagt på bunden: kontrasten er 4,4, og der skal være mindst 4,5.'],
      ['accent', 'Navnet står for svagt på bunden: kontrasten er 1,4, og der skal være mindst 4,5.'],
    ])
    const dark = colourProblems({ ink: '#ffffff', paper: '#101010', accent: '#ffffff' })
    expect(dark.map(({ colour: which }) => which)).toEqual(['paper'])
  })

  it('can be read in the dark scheme, whatever they are', () => {
    fc.assert(
      fc.property(colour, (own) => {
        expect(contrast(onDark(own), '#10191d')).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
})
