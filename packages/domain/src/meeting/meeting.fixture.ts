import type { Meeting, MeetingDocument, SharedItem } from './meeting.ts'

/** An item of a meeting on a goal; what it differs in. */
export function exampleItem(goal: string, more: Partial<Meeting['items'][number]> = {}): Meeting['items'][number] {
  return {
    slug: `punkt-${goal.replace('.', '-')}`,
    position: 1,
    about: { kind: 'goal', goal },
    title: null,
    point: null,
    recommendation: null,
    said: null,
    decision: null,
    notes: null,
    closed: false,
    followUp: null,
    ...more,
  }
}

/** A meeting that is shared with no one yet; what it differs in. */
export function exampleMeeting(more: Partial<Meeting> = {}): Meeting {
  return {
    slug: 'kulturudvalget-2026-12-03',
    committee: 'Kulturudvalget',
    date: '2026-12-03',
    place: 'Rådhuset',
    release: 1,
    sharing: 'draft',
    secret: 'et-meget-hemmeligt-ord',
    items: [exampleItem('1.1')],
    ...more,
  }
}

/** A meeting as it is shown; what it differs in. */
export function exampleMeetingDocument(
  items: readonly SharedItem[],
  more: Partial<MeetingDocument> = {},
): MeetingDocument {
  const { secret: _secret, sharing: _sharing, ...meeting } = exampleMeeting()
  return {
    ...meeting,
    demonstration: false,
    sharing: 'public',
    version: 1,
    sharedAt: '2026-11-20T08:00:00.000Z',
    before: null,
    ...more,
    items: [...items],
  }
}
