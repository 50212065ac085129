import { describe, expect, test } from 'vitest'
import { Observation, ObservationStatus, hasValue, statusesWithoutValue } from './observation.ts'

const observation = {
  period: '2025',
  value: 70.49,
  numerator: null,
  denominator: null,
  status: 'A',
  footnote: null,
  sampleSize: null,
  margin: null,
  provenance: null,
}

const issues = (input: unknown): { at: string; message: string }[] =>
  (Observation.safeParse(input).error?.issues ?? []).map(({ path, message }) => ({ at: path.join('.'), message }))

test('a zero is a value', () => {
  expect(hasValue(Observation.parse({ ...observation, value: 0 }))).toBe(true)
  expect(hasValue(Observation.parse({ ...observation, value: null, status: 'O' }))).toBe(false)
})

describe('value and status agree', () => {
  test.each(ObservationStatus.options)('%s', (status) => {
    const lacksValue = statusesWithoutValue.has(status)
    expect(Observation.safeParse({ ...observation, status }).success).toBe(!lacksValue)
    expect(Observation.safeParse({ ...observation, status, value: null }).success).toBe(lacksValue)
  })

  test('a value that should not be there is pointed at', () => {
    expect(issues({ ...observation, status: 'Q' })).toEqual([
      { at: 'value', message: 'Status Q says there is no value, but one is given' },
    ])
  })

  test('a missing value without a reason is pointed at', () => {
    expect(issues({ ...observation, value: null })).toEqual([
      { at: 'status', message: expect.stringContaining('O missing, L not collected, M cannot exist, Q suppressed') },
    ])
  })
})

test.each([
  ['value', Number.NaN],
  ['value', Number.POSITIVE_INFINITY],
  ['denominator', 0],
  ['margin', -1],
  ['sampleSize', 0],
  ['status', 'X'],
])('%s cannot be %o', (field, wrong) => {
  expect(issues({ ...observation, [field]: wrong }).map(({ at }) => at)).toEqual([field])
})
