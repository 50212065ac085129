import { describe, expect, it } from 'vitest'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import { dueOf } from '../indicator/due.ts'
import { matrixOf } from './matrix.ts'

const yearly = { periodKind: 'year', everyYears: 1, delayMonths: 6 } as const
const indicator = (change: Partial<Indicator> = {}): Indicator => exampleIndicator({ cadence: yearly, ...change })
const figures = [exampleObservation('2023', 60), exampleObservation('2024', 61)]

describe('the next figure', () => {
  it('comes so many months after the end of the next period', () => {
    expect(dueOf(indicator(), figures, '2026-03-01')).toEqual({
      period: '2025',
      expectedOn: '2026-07-01',
      state: 'later',
    })
    expect(dueOf(indicator(), figures, '2026-05-10')?.state).toBe('soon')
    expect(dueOf(indicator(), figures, '2026-07-02')?.state).toBe('late')
  })

  it('comes on the day that was given, until a figure has met it', () => {
    const given = indicator({ nextExpectedOn: '2025-06-15' })
    expect(dueOf(given, figures, '2025-07-01')).toEqual({ period: '2025', expectedOn: '2025-06-15', state: 'late' })
    expect(dueOf(given, [...figures, exampleObservation('2025', 62)], '2026-07-01')).toBeNull()
  })

  it('is awaited by nobody who is retired or derived, nor where nobody knows when', () => {
    const derived = { kind: 'benchmark-difference', of: 'x', area: '000' } as const
    expect(dueOf(indicator({ retiredOn: '2025-01-01' }), figures, '2030-01-01')).toBeNull()
    expect(dueOf(indicator({ derived }), figures, '2030-01-01')).toBeNull()
    expect(dueOf(exampleIndicator(), [exampleObservation('2025-11-18', 70)], '2040-01-01')).toBeNull()
    expect(dueOf(indicator(), [], '2030-01-01')).toBeNull()
  })
})

it('the matrix says how it stands with every year', () => {
  const workspace = [
    exampleObservation('2019', 58),
    exampleObservation('2020', null),
    exampleObservation('2021', 60, { status: 'P' }),
    exampleObservation('2022', 61),
    exampleObservation('2023', 3),
    exampleObservation('2024', 63),
  ]
  const published = [
    exampleObservation('2019', 58),
    exampleObservation('2020', null),
    exampleObservation('2021', 60, { status: 'P' }),
    exampleObservation('2022', 60.5),
    exampleObservation('2023', null, { status: 'Q' }),
  ]
  const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]
  const [row] = matrixOf([{ indicator: indicator(), workspace, published }], years, '2026-08-01')
  expect(row?.cells.map(({ state }) => state)).toEqual([
    'none',
    'published',
    'missing',
    'provisional',
    'draft',
    'withheld',
    'draft',
    'late',
  ])
})
