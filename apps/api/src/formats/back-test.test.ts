import { coverageOf } from '@pejling/domain/progress/back-test.fixture'
import { expect, test } from 'vitest'
import { yearlySeries } from './yearly-series.fixture.ts'

const series = yearlySeries()

test.each([1, 2, 3, 5])(
  'of figures published later, about four in five lie in the interval drawn %d years before',
  (years) => {
    for (const fitted of ['window', 'since-start'] as const) {
      const { figures, inside } = coverageOf(series, years, fitted)
      expect(figures).toBeGreaterThan(100)
      expect(inside / figures).toBeGreaterThanOrEqual(0.75)
      expect(inside / figures).toBeLessThanOrEqual(0.88)
    }
  },
)
