import { Decision } from '../decision.ts'
import { z } from 'zod'
import { planMark } from '../action-plan/action-plan.ts'
import { GoalNumber } from '../framework.ts'
import { Slug } from '../slug.ts'
import { CalendarDate } from '../source/source.ts'

/*
 * A meeting is a Danish document: what is written for it, said and decided at it stands in Danish alone, as minutes do. What
 * the pages say around it is in both languages.
 */

const words = (most: number) => z.string().trim().min(1).max(most)
const perhaps = (most: number) => words(most).nullable()

/** What an item is about. A goal and an indicator are those of the release the meeting is pinned to. */
export const MeetingSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('goal'), goal: GoalNumber }),
  z.strictObject({ kind: z.literal('indicator'), indicator: Slug }),
  z.strictObject({ kind: z.literal('action-plan'), year: z.int(), mark: planMark }),
  z.strictObject({ kind: z.literal('text') }),
])
export type MeetingSubject = z.infer<typeof MeetingSubject>

/** An item of a meeting's agenda. */
export const MeetingItem = z.strictObject({
  slug: Slug,
  position: z.int(),
  about: MeetingSubject,
  title: perhaps(200).describe('Of a text, or in place of what the subject is called'),
  point: perhaps(4000).describe('What it is about, in a few lines'),
  recommendation: perhaps(4000).describe('What the administration recommends (indstilling)'),
  said: perhaps(8000),
  decision: perhaps(4000),
})
export type MeetingItem = z.infer<typeof MeetingItem>

/** Who may see a meeting: whoever keeps it, whoever has its secret link, or everybody. */
export const Sharing = z.enum(['draft', 'link', 'public'])
export type Sharing = z.infer<typeof Sharing>

const meeting = {
  slug: Slug,
  committee: words(200),
  date: CalendarDate,
  place: perhaps(200),
  release: z.int().positive().describe('The release its figures are from, for ever'),
}

/** What is to come of a decision: who does it, until when, and whether it is done. Never published. */
export const FollowUp = z
  .strictObject({
    responsible: words(200).describe('Who does it'),
    due: CalendarDate.nullable().describe('The last day; null: no day was set'),
    done: z.boolean(),
    note: perhaps(4000),
  })
  .meta({ id: 'FollowUp', description: 'What is to come of a decision. Never published.' })
export type FollowUp = z.infer<typeof FollowUp>

/** An item as it is written. What it has beside a {@link MeetingItem} is in no shared version. */
export const WrittenItem = z
  .strictObject({
    ...MeetingItem.shape,
    notes: perhaps(8000).describe('The speaker’s own'),
    closed: z
      .boolean()
      .default(false)
      .describe('Dealt with behind closed doors (lukket punkt): the whole item is in no shared version'),
    followUp: FollowUp.nullable().default(null).describe('What is to come of the decision; null: nothing'),
  })
  .meta({ id: 'WrittenItem', description: 'An item of an agenda as it is written (Danish).' })
export type WrittenItem = z.infer<typeof WrittenItem>

const writtenItems = z.array(WrittenItem)

function checkTitles(written: { readonly items: z.infer<typeof writtenItems> }, context: z.RefinementCtx): void {
  for (const [index, { about, title }] of written.items.entries()) {
    if (about.kind === 'text' && title === null) {
      context.addIssue({ code: 'custom', path: ['items', index, 'title'], message: 'A free item needs a title' })
    }
  }
}

/** What is written for a meeting, said and decided at it; not who may see it. */
export const WrittenMeeting = z.strictObject({ ...meeting, items: writtenItems }).superRefine(checkTitles)
export type WrittenMeeting = z.infer<typeof WrittenMeeting>

/** A meeting as it is being prepared. */
export const Meeting = z
  .strictObject({
    ...meeting,
    sharing: Sharing,
    /** What the secret link ends with. */
    secret: z.string().min(20),
    items: writtenItems,
  })
  .superRefine(checkTitles)
export type Meeting = z.infer<typeof Meeting>

/** An item as it is shown, with what was decided of the same before. */
export const SharedItem = z.strictObject({ ...MeetingItem.shape, earlier: z.array(Decision) })
export type SharedItem = z.infer<typeof SharedItem>

/** `/meetings/{slug}`: a meeting as it is shared; never the speaker's notes. */
export const MeetingDocument = z
  .strictObject({
    demonstration: z.boolean(),
    ...meeting,
    sharing: z.enum(['link', 'public']),
    version: z.int().positive().describe('Counts how many times it has been shared'),
    sharedAt: z.iso.datetime(),
    before: z
      .strictObject({ slug: Slug, date: CalendarDate, release: z.int() })
      .nullable()
      .describe('The committee’s meeting before this one'),
    items: z.array(SharedItem),
  })
  .meta({ id: 'MeetingDocument', description: 'A meeting with its agenda and decisions (Danish).' })
export type MeetingDocument = z.infer<typeof MeetingDocument>

/** `/meetings`: those that are public, the newest first. */
export const MeetingsDocument = z
  .strictObject({
    meetings: z.array(z.strictObject({ slug: Slug, committee: z.string(), date: CalendarDate, items: z.int() })),
  })
  .meta({ id: 'MeetingsDocument', description: 'All public meetings.' })
export type MeetingsDocument = z.infer<typeof MeetingsDocument>

/** Its items in their order. */
export const inOrder = <Item extends Pick<MeetingItem, 'position'>>(items: readonly Item[]): readonly Item[] =>
  [...items].sort((a, b) => a.position - b.position)

const isSame = (a: MeetingSubject, b: MeetingSubject): boolean =>
  (a.kind === 'goal' && b.kind === 'goal' && a.goal === b.goal) ||
  (a.kind === 'indicator' && b.kind === 'indicator' && a.indicator === b.indicator) ||
  (a.kind === 'action-plan' && b.kind === 'action-plan' && a.year === b.year && a.mark === b.mark)

/** What has been decided of a subject at meetings before a day, the newest first. */
export function decisionsOf(subject: MeetingSubject, meetings: readonly MeetingDocument[], before: string): Decision[] {
  return meetings
    .filter(({ date }) => date < before)
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .flatMap(({ slug, committee, date, items }) =>
      inOrder(items).flatMap(({ about, decision }) =>
        decision !== null && isSame(about, subject) ? [{ meeting: slug, committee, date, decision }] : [],
      ),
    )
}

/** An item without what is for the administration alone. */
export function shownItem({ notes: _notes, closed: _closed, followUp: _followUp, ...item }: WrittenItem): MeetingItem {
  return item
}

/** The items of a meeting that are not dealt with behind closed doors. */
export const openItems = (items: readonly WrittenItem[]): WrittenItem[] => items.filter(({ closed }) => !closed)

/**
 * A meeting as others may see it, without its closed items. `shared` are all that have been shared: decisions of those that fewer
 * people may see than this one stay out of it.
 */
export const sharedMeetingDocument = (
  given: Meeting & { readonly sharing: 'link' | 'public' },
  shared: readonly MeetingDocument[],
  about: Pick<MeetingDocument, 'demonstration' | 'version' | 'sharedAt'>,
): MeetingDocument => meetingDocument({ ...given, items: openItems(given.items) }, shared, about)

/** A meeting as a document of the items it is given with, for those who may see all of them. */
export function meetingDocument(
  { secret: _secret, items, sharing, ...rest }: Meeting & { readonly sharing: 'link' | 'public' },
  shared: readonly MeetingDocument[],
  about: Pick<MeetingDocument, 'demonstration' | 'version' | 'sharedAt'>,
): MeetingDocument {
  const open = shared.filter((one) => one.slug !== rest.slug && (one.sharing === 'public' || sharing === 'link'))
  const [last] = open
    .filter(({ committee, date }) => committee === rest.committee && date < rest.date)
    .sort((a, b) => (a.date < b.date ? 1 : -1))
  return MeetingDocument.parse({
    ...rest,
    ...about,
    sharing,
    before: last ? { slug: last.slug, date: last.date, release: last.release } : null,
    items: inOrder(items).map((item) => ({ ...shownItem(item), earlier: decisionsOf(item.about, open, rest.date) })),
  })
}
