import { z } from 'zod'
import { Slug } from '../slug.ts'
import { CalendarDate } from '../source/source.ts'
import { Text } from '../text.ts'
import type { IndicatorSummary } from './documents.ts'

/** An indicator whose next figures should have been there. */
export const LateIndicator = z
  .strictObject({ indicator: Slug, name: Text, expectedOn: CalendarDate })
  .meta({ id: 'LateIndicator', description: 'An indicator whose next figures should have been there.' })
export type LateIndicator = z.infer<typeof LateIndicator>

/** The indicators whose figures were late on a day (yyyy-mm-dd): expected before it, and not there. What is retired is not waited for. */
export function lateOn(
  summaries: readonly Pick<IndicatorSummary, 'slug' | 'name' | 'nextExpectedOn' | 'retired'>[],
  date: string,
): LateIndicator[] {
  return summaries.flatMap(({ slug, name, nextExpectedOn, retired }) =>
    !retired && nextExpectedOn !== null && nextExpectedOn < date
      ? [{ indicator: slug, name, expectedOn: nextExpectedOn }]
      : [],
  )
}
