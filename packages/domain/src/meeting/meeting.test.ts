import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleItem, exampleMeeting } from './meeting.fixture.ts'
import { Meeting, sharedMeetingDocument, type MeetingDocument } from './meeting.ts'

const about = { demonstration: false, version: 1, sharedAt: '2026-11-20T08:00:00.000Z' }

const shared = (meeting: Partial<Meeting>, sharing: 'link' | 'public', others: readonly MeetingDocument[] = []) =>
  sharedMeetingDocument({ ...exampleMeeting(meeting), sharing }, others, about)

const earlier = (slug: string, date: string, sharing: 'link' | 'public', decision: string) =>
  shared(
    { slug, date, items: [exampleItem('1.1', { decision }), exampleItem('2.1', { decision: 'Noget andet' })] },
    sharing,
  )

describe('sharing a meeting', () => {
  it('keeps the speaker’s notes and the secret to those who keep the meeting', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 5 }), fc.string({ minLength: 5 }), (notes, secret) => {
        const marked = { notes: `<${notes}>`, secret: `hemmelig-nok-til-en-nøgle-${secret}` }
        const document = shared({ items: [exampleItem('1.1', { notes: marked.notes })], secret: marked.secret }, 'link')
        expect(JSON.stringify(document)).not.toContain(JSON.stringify(marked.notes))
        expect(JSON.stringify(document)).not.toContain(JSON.stringify(marked.secret))
      }),
    )
  })

  it('leaves out every item dealt with behind closed doors, and what is to come of a decision', () => {
    const agenda = fc.array(fc.boolean(), { maxLength: 8 })
    fc.assert(
      fc.property(agenda, fc.constantFrom('link' as const, 'public' as const), (closed, sharing) => {
        const items = closed.map((isClosed, index) =>
          exampleItem(`1.${index + 1}`, {
            slug: `punkt-${index}`,
            position: index,
            closed: isClosed,
            decision: isClosed ? 'Fortrolig beslutning' : 'Godkendt',
            followUp: { responsible: 'Sagsbehandler Hansen', due: null, done: false, note: null },
          }),
        )
        const document = shared({ items }, sharing)
        expect(document.items.map(({ slug }) => slug)).toEqual(
          items.filter((item) => !item.closed).map(({ slug }) => slug),
        )
        expect(JSON.stringify(document)).not.toMatch(/Fortrolig|Hansen/)
      }),
    )
  })

  it('brings up again what was decided of the same, the newest first, and the committee’s meeting before', () => {
    const others = [
      earlier('for-to-aar-siden', '2024-12-04', 'public', 'Først dette'),
      earlier('sidste-aar', '2025-12-03', 'public', 'Så dette'),
      earlier('senere', '2027-01-01', 'public', 'Endnu ikke'),
    ]
    const { items, before } = shared({}, 'public', others)
    expect(items[0]?.earlier.map(({ decision }) => decision)).toEqual(['Så dette', 'Først dette'])
    expect(before).toEqual({ slug: 'sidste-aar', date: '2025-12-03', release: 1 })
  })

  it('leaves out of a public meeting what was decided where only some may look', () => {
    const others = [earlier('lukket', '2025-12-03', 'link', 'Fortroligt')]
    expect(shared({}, 'public', others)).toMatchObject({ before: null, items: [{ earlier: [] }] })
    expect(shared({}, 'link', others).items[0]?.earlier).toHaveLength(1)
  })

  it('puts items in their order', () => {
    const items = [3, 1, 2].map((position) => exampleItem(`1.${position}`, { position }))
    expect(shared({ items }, 'public').items.map(({ position }) => position)).toEqual([1, 2, 3])
  })
})

it('has a title for an item about nothing else', () => {
  const items = [exampleItem('1.1', { about: { kind: 'text' } })]
  expect(Meeting.safeParse(exampleMeeting({ items })).error?.issues[0]?.path).toEqual(['items', 0, 'title'])
})
