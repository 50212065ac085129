import { MeetingDocument } from '@pejling/domain/meeting/meeting'
import { danishDay } from '@pejling/domain/period/danish-day'
import { desc, eq, max } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { sharedMeetings } from '../db/schema.ts'

/*
 * Meetings as they have been shared. They stand beside the releases: a meeting is held after its figures are published, and
 * what was decided must be seen before the next release is made.
 */

/** A meeting as it was last shared. */
export interface SharedMeeting {
  readonly version: number
  /** `null`: it is shared no more. */
  readonly document: MeetingDocument | null
  /** What its address has to end with; `null`: nothing, everybody may see it. */
  readonly secret: string | null
  /** The last day it is shown; `null`: until it is taken back. */
  readonly lastDay: string | null
}

/** Whether a last day has passed, in Denmark. */
const hasPassed = (db: Database, lastDay: string | null): boolean => lastDay !== null && lastDay < danishDay(db.clock())

/** What change sets record of a version; one without a last day as it was before there were any. */
export function sharedRecord({ lastDay, ...row }: typeof sharedMeetings.$inferSelect): string {
  return JSON.stringify({ ...row, ...(lastDay !== null && { lastDay }) })
}

/** A meeting as it was last shared; `null`: it never was. After its last day it is shared no more. */
export function newestShared(db: Database, slug: string): SharedMeeting | null {
  const row = db.sql
    .select()
    .from(sharedMeetings)
    .where(eq(sharedMeetings.slug, slug))
    .orderBy(desc(sharedMeetings.version))
    .limit(1)
    .get()
  if (!row) return null
  const { version, secret, lastDay, body } = row
  const document = body === null || hasPassed(db, lastDay) ? null : MeetingDocument.parse(JSON.parse(body))
  return { version, secret, lastDay, document }
}

/** Every meeting that is shared now, with everybody or by its link, the newest first. */
export function sharedDocuments(db: Database): MeetingDocument[] {
  const rows = db.sql
    .select({ body: sharedMeetings.body, lastDay: sharedMeetings.lastDay, version: max(sharedMeetings.version) })
    .from(sharedMeetings)
    .groupBy(sharedMeetings.slug)
    // SQLite takes the bare columns from the row that holds the maximum.
    .all()
    .filter(({ lastDay }) => !hasPassed(db, lastDay))
  return rows
    .flatMap(({ body }) => (body === null ? [] : [MeetingDocument.parse(JSON.parse(body))]))
    .sort((a, b) => (a.date < b.date || (a.date === b.date && a.slug > b.slug) ? 1 : -1))
}

/** The meetings everybody may see, the newest first. */
export function publicMeetings(db: Database): MeetingDocument[] {
  return sharedDocuments(db).filter(({ sharing }) => sharing === 'public')
}
