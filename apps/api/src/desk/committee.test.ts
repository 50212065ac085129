import type { EditedField, Typed } from '@pejling/domain/desk/fields'
import type { DeskView, EditedKind } from '@pejling/domain/desk/views'
import { GoalDocument, IdeasDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { describe, expect, it } from 'vitest'
import { NotAllowedError, system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { verify } from '../verification/verify.ts'
import { publish } from '../releases/publish.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { shareMeeting } from '../releases/share-meeting.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { createPlan } from '../workspace/action-plans/action-plans.ts'
import { addIdeas, readIdeaFile } from '../workspace/ideas/idea-file.ts'
import { readCommittee, readMeeting, readNotes } from './committee.ts'
import { changeEdited, readEdited } from './definitions.ts'

const about = { locale: 'da', mayWrite: true, saved: false } as const
const may = { mayWrite: true, mayShare: true }
const start = { mayWrite: true, imported: null, problems: [] }
const editor = { name: 'Ida', role: 'editor' } as const

function formOf(db: Database, kind: EditedKind, key: string): Extract<DeskView, { page: 'edit' }> {
  const view = readEdited(db, { kind, key }, about)
  if (!view) throw new Error(`No ${kind} ${key}`)
  return view
}

/** Sends a form as it was shown, with something typed again. */
function send(db: Database, kind: EditedKind, key: string, anew: Readonly<Record<string, string>> = {}) {
  const { fields, before } = formOf(db, kind, key)
  const values = new Map([
    ...fields.flatMap((field: EditedField): [string, string][] => [
      [field.name, field.da],
      [`${field.name}.en`, field.en ?? ''],
    ]),
    ['before', before],
    ...Object.entries(anew),
  ])
  const typed: Typed = (name) => values.get(name) ?? ''
  return changeEdited(db, editor, { kind, key }, { typed, locale: 'da', step: 'save' })
}

/** What a form says is wrong, field by field. */
function problemsOf(answer: ReturnType<typeof send>): Record<string, string> {
  if (answer === null || answer === 'done') return {}
  return Object.fromEntries(answer.fields.flatMap(({ name, problem }) => (problem ? [[name, problem.da]] : [])))
}

const publishAll = (db: Database) => publish(db, system, { title: text('Ny'), note: null, indicators: 'all' })

function goalDocument(db: Database, number: string): GoalDocument {
  const store = openReleaseStore(db)
  const version = store.version(documentPath.goal(number), store.latestNumber())
  const document = version && store.document(version.hash)
  return GoalDocument.parse(JSON.parse(document?.bytes.toString() ?? 'null'))
}

const newAction = {
  title: 'Stemmer på skolen',
  'title.en': 'Votes at school',
  description: 'Elever stemmer på prøve.',
  'description.en': 'Pupils have a trial vote.',
  responsible: 'Center for Skole',
  'responsible.en': 'Schools',
  goals: '1.1, 1.2',
  indicators: 'deltagelse',
}

describe('action plans', () => {
  it('take new actions with milestones, and their goals tell of them at the next release', () => {
    const db = smallInstallation()
    const steps = {
      milestones: 'ok 2026-02-01 Aftale\n2026-10-01 Valgdag',
      'milestones.en': '2026-02-01 Agreement\n2026-10-01 Day',
    }
    expect(
      send(db, 'ny-indsats', '2026', { ...newAction, ...steps, partners: 'Skolerne', 'partners.en': 'Schools' }),
    ).toBe('done')
    publishAll(db)
    const { actions } = goalDocument(db, '1.2')
    expect(actions).toMatchObject([
      {
        year: 2026,
        action: {
          slug: 'stemmer-paa-skolen',
          state: 'planned',
          partners: { da: 'Skolerne', en: 'Schools' },
          milestones: [
            { title: { da: 'Aftale', en: 'Agreement' }, due: '2026-02-01', done: true },
            { due: '2026-10-01', done: false },
          ],
        },
      },
    ])
    expect(verify(db)).toEqual([])
  })

  it.each([
    ['a stopped one without a reason', { state: 'stopped' }, 'stateReason'],
    ['an end before its beginning', { startsOn: '2026-05-01', endsOn: '2026-04-01' }, 'endsOn'],
    ['a goal that is not there', { goals: '9.9' }, 'goals'],
    ['an indicator that is not there', { indicators: 'findes-ikke' }, 'indicators'],
    ['a milestone without a date', { milestones: 'Snart', 'milestones.en': 'Soon' }, 'milestones'],
    ['milestones in one language', { milestones: '2026-01-01 Aftale' }, 'milestones'],
    ['no title', { title: '' }, 'title'],
  ])('take no action with %s, and say where', (_what, anew, field) => {
    const problems = problemsOf(send(smallInstallation(), 'ny-indsats', '2026', { ...newAction, ...anew }))
    expect(Object.keys(problems)).toContain(field)
  })

  it('go on into the next year, once for each year', () => {
    const db = smallInstallation()
    createPlan(db, editor, { framework: 'politik', goesOn: true })
    createPlan(db, editor, { framework: 'politik', goesOn: true })
    const { plans, next } = readCommittee(db, start)
    expect(plans.map(({ name, actions }) => [name, actions.map(({ slug }) => slug)])).toEqual([
      ['2028', ['stemmebus']],
      ['2027', ['stemmebus']],
      ['2026', ['stemmebus']],
    ])
    expect(next).toEqual([
      { framework: 'politik', title: { da: 'Handleplan 2029', en: 'Action plan 2029' }, goesOn: 1 },
    ])
    const contributor = { name: 'Per', role: 'contributor' } as const
    expect(() => createPlan(db, contributor, { framework: 'politik', goesOn: true })).toThrow(NotAllowedError)
  })
})

/** Reads a file of ideas and adds what it says; `null`: it was refused. */
async function importIdeas(db: Database, file: Buffer) {
  const read = await readIdeaFile(db, file)
  return 'problems' in read ? { outcome: null, ...read } : { outcome: addIdeas(db, editor, read.ideas), problems: [] }
}

const csv = (rows: string): Buffer => Buffer.from(`Titel;Tema;Sted;Dato;Mål\n${rows}`)

describe('ideas from citizens', () => {
  it('come in from a file once, and their goals and the catalogue tell of them', async () => {
    const db = smallInstallation()
    const file = csv(
      'Stemmebus til havnen;Demokrati;Dialogmøde på Kulturværftet;14.3.2026;1.1, 2.1\nBænke;Byen;Torvet;2026-04-01;\n',
    )
    expect((await importIdeas(db, file)).outcome).toEqual({ read: 2, added: 2, known: 0 })
    expect((await importIdeas(db, file)).outcome).toEqual({ read: 2, added: 0, known: 2 })
    publishAll(db)
    expect(goalDocument(db, '2.1').ideas).toEqual([
      { slug: 'stemmebus-til-havnen', title: 'Stemmebus til havnen', voicedOn: '2026-03-14' },
    ])
    const store = openReleaseStore(db)
    const document = store.document(store.version(documentPath.ideas, 2)?.hash ?? '')
    const { ideas } = IdeasDocument.parse(JSON.parse(document?.bytes.toString() ?? 'null'))
    expect(ideas.map(({ title, theme, voicedAt }) => [title, theme, voicedAt])).toEqual([
      ['Bænke', 'Byen', 'Torvet'],
      ['Stemmebus til havnen', 'Demokrati', 'Dialogmøde på Kulturværftet'],
    ])
  })

  it.each([
    ['a day that is none', csv('A;B;C;i går;\n'), 'Række 2: “i går” er ikke en dato'],
    ['a goal that is not there', csv('A;B;C;1.1.2026;7.7\n'), 'Række 2: Der er intet mål 7.7'],
    ['no title', csv(';B;C;1.1.2026;\n'), 'Række 2: Titel mangler'],
    ['no headings', Buffer.from('a;b\n1;2\n'), 'overskrifterne Titel, Sted og Dato'],
    ['nothing', Buffer.alloc(0), 'Vælg en fil'],
  ])('are all refused where a file has %s, row by row', async (_what, file, told) => {
    const db = smallInstallation()
    const { outcome, problems } = await importIdeas(db, file)
    expect(outcome).toBeNull()
    expect(problems[0]?.da).toContain(told)
    expect(readCommittee(db, start).ideas).toEqual([])
  })

  it('are followed to the action that took them up, or to the reason why not', async () => {
    const db = smallInstallation()
    await importIdeas(db, csv('A;B;C;1.1.2026;\nD;B;C;1.1.2026;\n'))
    expect(send(db, 'ide', 'a', { takenUpBy: '2026.stemmebus' })).toBe('done')
    expect(send(db, 'ide', 'd', { whyNot: 'Det er statens opgave.' })).toBe('done')
    expect(problemsOf(send(db, 'ide', 'a', { takenUpBy: '2026.findes-ikke' }))['takenUpBy']).toContain('findes-ikke')
    expect(readCommittee(db, start).ideas.map(({ slug, state }) => [slug, state])).toEqual([
      ['a', 'taken-up'],
      ['d', 'declined'],
    ])
  })
})

const newMeeting = { committee: 'Kulturudvalget', date: '2026-12-03' }

function prepared(): { readonly db: Database; readonly slug: string } {
  const db = smallInstallation()
  expect(send(db, 'nyt-moede', '-', newMeeting)).toBe('done')
  const slug = readCommittee(db, start).meetings[0]?.slug ?? ''
  const item = { about: 'goal 1.1', recommendation: 'At drøfte målet', notes: 'Husk at smile' }
  expect(send(db, 'nyt-punkt', slug, item)).toBe('done')
  return { db, slug }
}

describe('meetings', () => {
  it('are seen by nobody until they are shared, then by those with the link or by all, and never the notes', () => {
    const { db, slug } = prepared()
    const store = openReleaseStore(db)
    expect(store.meeting(slug)).toBeNull()
    expect(shareMeeting(db, system, slug, 'link')).toBe(true)
    expect(store.meeting(slug)?.secret).toMatch(/^.{32}$/)
    expect(store.meetings().meetings).toEqual([])
    shareMeeting(db, system, slug, 'public')
    expect(store.meetings().meetings).toEqual([{ slug, committee: 'Kulturudvalget', date: '2026-12-03', items: 1 }])
    expect(JSON.stringify(store.meeting(slug))).not.toContain('smile')
    expect(readNotes(db, slug)?.items[0]?.notes).toBe('Husk at smile')
    shareMeeting(db, system, slug, 'draft')
    expect(store.meeting(slug)?.document).toBeNull()
    expect(store.meetings().meetings).toEqual([])
    expect(verify(db)).toEqual([])
  })

  it('change for others when they are shared anew, not when somebody types', () => {
    const { db, slug } = prepared()
    shareMeeting(db, system, slug, 'public')
    const [item] = readMeeting(db, slug, may)?.items ?? []
    expect(readMeeting(db, slug, may)?.shared).toMatchObject({ isCurrent: true, version: 1 })
    send(db, 'punkt', `${slug}.${item?.slug}`, { decision: 'Godkendt' })
    expect(readMeeting(db, slug, may)?.shared).toMatchObject({ isCurrent: false })
    expect(openReleaseStore(db).meeting(slug)?.document?.items[0]?.decision).toBeNull()
    publishAll(db)
    expect(goalDocument(db, '1.1').decisions).toBeUndefined()
    shareMeeting(db, system, slug, 'public')
    expect(readMeeting(db, slug, may)?.shared).toMatchObject({ isCurrent: true, version: 2 })
    publishAll(db)
    expect(goalDocument(db, '1.1').decisions).toMatchObject([{ meeting: slug, decision: 'Godkendt' }])
  })

  it('bring up next year what was decided', () => {
    const { db, slug } = prepared()
    const [item] = readMeeting(db, slug, may)?.items ?? []
    send(db, 'punkt', `${slug}.${item?.slug}`, { decision: 'Vender tilbage om et år' })
    shareMeeting(db, system, slug, 'public')
    send(db, 'nyt-moede', '-', { ...newMeeting, date: '2027-12-02' })
    const next = readCommittee(db, start).meetings[0]?.slug ?? ''
    send(db, 'nyt-punkt', next, { about: 'goal 1.1' })
    shareMeeting(db, system, next, 'public')
    expect(openReleaseStore(db).meeting(next)?.document?.items[0]?.earlier).toEqual([
      { meeting: slug, committee: 'Kulturudvalget', date: '2026-12-03', decision: 'Vender tilbage om et år' },
    ])
  })

  it('are shared by publishers alone, and what others have seen is not taken away', () => {
    const { db, slug } = prepared()
    expect(() => shareMeeting(db, editor, slug, 'public')).toThrow(NotAllowedError)
    expect(formOf(db, 'moede', slug).removable).toBe(true)
    shareMeeting(db, system, slug, 'link')
    expect(formOf(db, 'moede', slug).removable).toBe(false)
    expect(shareMeeting(db, system, 'findes-ikke', 'public')).toBe(false)
  })

  it('have a link that opens nothing again when it has been taken back, and that can be changed', () => {
    const { db, slug } = prepared()
    const store = openReleaseStore(db)
    const link = (terms = {}): string | null => {
      shareMeeting(db, system, slug, 'link', terms)
      return store.meeting(slug)?.secret ?? null
    }
    const first = link()
    // Shared again with what is new in it: those who have the link keep it.
    expect(link()).toBe(first)
    const second = link({ newLink: true })
    shareMeeting(db, system, slug, 'draft')
    const third = link()
    shareMeeting(db, system, slug, 'public')
    expect(new Set([first, second, third, link()]).size).toBe(4)
    expect(verify(db)).toEqual([])
    // Those who may not share it are not told the link.
    expect(readMeeting(db, slug, may)?.address?.secret).toEqual(expect.any(String))
    const shown = JSON.stringify(readMeeting(db, slug, { mayWrite: true, mayShare: false }))
    expect(shown).not.toContain(store.meeting(slug)?.secret ?? '?')
  })

  it('are shown until their last day, in Denmark', () => {
    let now = '2026-12-01T08:00:00.000Z'
    const { db: ticking, slug } = prepared()
    const db = { ...ticking, clock: () => now }
    const store = openReleaseStore(db)
    shareMeeting(db, system, slug, 'public', { lastDay: '2026-12-03' })
    now = '2026-12-03T22:59:00.000Z'
    expect([store.meeting(slug)?.document?.slug, store.meetings().meetings.length]).toEqual([slug, 1])
    now = '2026-12-03T23:00:00.000Z'
    expect([store.meeting(slug)?.document, store.meetings().meetings]).toEqual([null, []])
    expect(verify(db)).toEqual([])
  })

  it('take no item without a name, and say where', () => {
    const { db, slug } = prepared()
    expect(problemsOf(send(db, 'nyt-punkt', slug, { about: 'text' }))).toHaveProperty('heading')
  })
})
