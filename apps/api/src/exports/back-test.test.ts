import { backTest, promisedCoverage } from '@pejling/domain/progress/back-test.fixture'
import { expect, test } from 'vitest'
import { yearlySeries } from './yearly-series.fixture.ts'

test.each(backTest(yearlySeries()))(
  'of figures published later, about four in five lie in the interval drawn $yearsAhead years before ($fitted)',
  ({ figures, inside }) => {
    expect(figures).toBeGreaterThan(100)
    expect(inside / figures).toBeGreaterThanOrEqual(promisedCoverage.least)
    expect(inside / figures).toBeLessThanOrEqual(promisedCoverage.most)
  },
)
