import { coverageOf } from '../packages/domain/src/progress/back-test.fixture.ts'
import { yearlySeries } from '../apps/api/src/formats/yearly-series.fixture.ts'
import { atLeast, atMost } from './results.ts'

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** How many of the figures published later lay within the interval of the expected course that was drawn before. */
export function measureProjection(): void {
  const series = yearlySeries()
  for (const fitted of ['window', 'since-start'] as const) {
    for (const years of [1, 2, 3, 5]) {
      const { figures, inside } = coverageOf(series, years, fitted)
      const share = inside / figures
      const name = `projection: 80 % interval ${years} ${years === 1 ? 'year' : 'years'} ahead, ${fitted === 'window' ? 'ten years known' : 'all known'}`
      const detail = `holds ${percent(share)} of ${figures} figures of ${series.length} series`
      atLeast(name, detail, share, 0.75)
      atMost(name, detail, share, 0.88)
    }
  }
}
