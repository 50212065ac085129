import { backTest, promisedCoverage } from '../packages/domain/src/progress/back-test.fixture.ts'
import { yearlySeries } from '../apps/api/src/exports/yearly-series.fixture.ts'
import { atLeast, atMost } from './results.ts'

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** How many of the figures published later lay within the interval of the expected course that was drawn before. */
export function measureProjection(): void {
  const series = yearlySeries()
  for (const { fitted, yearsAhead, figures, inside } of backTest(series)) {
    const share = inside / figures
    const name = `projection: 80 % interval ${yearsAhead} ${yearsAhead === 1 ? 'year' : 'years'} ahead, ${fitted === 'window' ? 'ten years known' : 'all known'}`
    const detail = `holds ${percent(share)} of ${figures} figures of ${series.length} series`
    atLeast(name, detail, share, promisedCoverage.least)
    atMost(name, detail, share, promisedCoverage.most)
  }
}
