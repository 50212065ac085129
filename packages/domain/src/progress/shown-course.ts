import type { Assessment, Projection } from './assessment.ts'

/**
 * The expected course as pages and charts show it: not where the direction is not certain, for a line drawn onwards says which
 * way it goes. The document has it all the same, with its interval. `null`: there is none to show.
 */
export function shownCourse({ expected, verdict }: Pick<Assessment, 'expected' | 'verdict'>): Projection | null {
  return verdict === 'unclear' ? null : expected
}
