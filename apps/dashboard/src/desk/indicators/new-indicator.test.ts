import { Direction, Indicator } from '@pejling/domain/indicator/indicator'
import { Unit } from '@pejling/domain/unit/unit'
import { describe, expect, it } from 'vitest'
import { rhythmName, rhythmOptions } from './choices.ts'
import { definitionOf, isUndefined, NewIndicator } from './new-indicator.ts'

const answers: NewIndicator = {
  name: { da: 'Partnerskaber', en: 'Partnerships' },
  unit: 'count',
  noun: { da: 'partnerskaber', en: 'partnerships' },
  goals: ['stemme'],
  rhythm: 'year',
  direction: 'increase',
  keeper: null,
  slug: 'partnerskaber',
}

describe('a new indicator', () => {
  it('is one the API takes, whatever is chosen', () => {
    for (const unit of Unit.options) {
      for (const direction of Direction.options) {
        for (const { value, label } of rhythmOptions) {
          const made = definitionOf({ ...answers, unit, direction, rhythm: value }, '217')
          expect(Indicator.parse(made)).toEqual(made)
          expect(rhythmName(made.cadence)).toBe(label)
        }
      }
    }
  })

  it('says what it counts, and asks for its definition later', () => {
    const refused = NewIndicator.safeParse({ ...answers, noun: null })
    expect(refused.error?.issues.map(({ path }) => path.join('.'))).toEqual(['noun.da'])
    expect(isUndefined(definitionOf(answers, '217'))).toBe(true)
  })
})
