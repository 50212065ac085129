import { z } from 'zod'
import { SeriesKey } from '../series.ts'
import { Slug } from '../slug.ts'
import { Text } from '../text.ts'
import { Timestamp } from './release.ts'

/** A release that has been decided and not made yet: it waits for its time, for another person's approval, or for both. */
export const PlannedRelease = z.strictObject({
  number: z.int().positive(),
  title: Text,
  note: Text.nullable(),
  indicators: z.union([z.literal('all'), z.array(Slug).readonly()]),
  /** Tells what was looked at when it was planned; anything else is not published. */
  seen: z.string(),
  plannedBy: z.strictObject({ name: z.string(), email: z.string() }),
  plannedAt: Timestamp,
  /** Not before this; `null`: as soon as it may. */
  publishAt: Timestamp.nullable(),
  /** Whether another person than who planned it has to approve it first. */
  needsApproval: z.boolean(),
  approvedBy: z.string().nullable(),
  /** The e-mail address of whoever approved it; `null`: no one has, or it was not kept yet. */
  approver: z.string().nullable().default(null),
  /** `outdated`: it could not come out as it was planned. */
  state: z.enum(['waiting', 'published', 'cancelled', 'outdated']),
  /** A published figure to be withdrawn, the note being the reason; `null`: it is a release of what is written. */
  withdrawal: z.strictObject({ indicator: Slug, series: SeriesKey, period: z.string() }).nullable().default(null),
  /**
   * Why it could not come out: what it carries has been written since, whoever planned or approved it may publish no more, or the figure has
   * been withdrawn already; `null`: nothing is known.
   */
  problem: z.enum(['changed', 'planner', 'approver', 'withdrawn', 'failed']).nullable().default(null),
  /** When that was found. */
  outdatedAt: Timestamp.nullable().default(null),
})
export type PlannedRelease = z.infer<typeof PlannedRelease>

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** By how much clocks in Denmark are ahead at a moment, in ms. */
const ahead = (moment: number): number => Date.parse(`${wallClock.format(moment).replace(' ', 'T')}Z`) - moment

/**
 * The moment in UTC at which clocks in Denmark show `2026-12-03T08:30`; `null`: no such time. Of the hour that is there twice in
 * autumn the first is meant; of the one that is left out in spring, the one after it.
 */
export function danishTime(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null
  const asUtc = Date.parse(`${text}:00Z`)
  // A day no month has, and a 24th hour, are read as the next day by Date.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString() !== `${text}:00.000Z`) return null
  // Summer time is two hours ahead and comes first; where that does not show the time asked for, winter time does.
  const summer = asUtc - 2 * 3_600_000
  return new Date(summer + ahead(summer) === asUtc ? summer : asUtc - 3_600_000).toISOString()
}
