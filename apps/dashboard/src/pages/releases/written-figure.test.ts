import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writtenChange } from './written-figure.ts'

const percent = { unit: 'percent', decimals: 1, noun: null } as const
const people = {
  unit: 'count',
  decimals: 0,
  noun: { one: { da: 'borger', en: 'citizen' }, other: { da: 'borgere', en: 'citizens' } },
} as const
const figure = (value: number) => ({ value, status: 'A' }) as const

describe('a figure before and after a change', () => {
  it('is written with its unit where that is a percentage, and as a number where the unit stands above', () => {
    const change = { before: figure(68.57), after: figure(69.9) }
    expect(writtenChange(change, percent, 'da')).toEqual({ before: '68,6\u00A0%', after: '69,9\u00A0%' })
    expect(writtenChange({ before: figure(1200), after: figure(1301) }, people, 'en')).toEqual({
      before: '1,200',
      after: '1,301',
    })
  })

  it('says in words what a figure is worth and why one is missing', () => {
    const change = { before: { value: 85, status: 'P' }, after: { value: null, status: 'Q' } } as const
    expect(writtenChange(change, percent, 'da')).toEqual({
      before: '85,0\u00A0% (foreløbigt)',
      after: 'For få personer',
    })
    expect(writtenChange({ before: null, after: figure(0) }, percent, 'en')).toEqual({ before: '–', after: '0.0%' })
  })

  it('shows a correction that is smaller than the decimals usually shown', () => {
    expect(writtenChange({ before: figure(68.57), after: figure(68.61) }, percent, 'da')).toEqual({
      before: '68,57\u00A0%',
      after: '68,61\u00A0%',
    })
  })

  it('never writes two different figures alike', () => {
    const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((thousandths) => thousandths / 1000)
    fc.assert(
      fc.property(value, value, (was, is) => {
        const { before, after } = writtenChange({ before: figure(was), after: figure(is) }, percent, 'da')
        expect(before === after).toBe(was === is)
      }),
    )
  })
})
