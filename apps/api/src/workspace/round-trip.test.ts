import { exampleAction } from '@pejling/domain/action-plan/action-plan.fixture'
import { Connection } from '@pejling/domain/connection/connection'
import { exampleItem, exampleMeeting } from '@pejling/domain/meeting/meeting.fixture'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import type { Text } from '@pejling/domain/text'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { system } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { users } from '../db/schema.ts'
import { verify } from '../verification/verify.ts'
import { addUser } from '../accounts/users.ts'
import { demonstrate } from '../demonstration/demonstrate.ts'
import { writeDelivery } from '../data-folder/data-folder.ts'
import { deliveredFiles, wellRead } from '../data-folder/delivered.fixture.ts'
import type { Delivery } from '../data-folder/delivery.ts'
import { publish } from '../releases/publish.ts'
import { shareMeeting } from '../releases/share-meeting.ts'
import { contentsOf, emptyDatabase, smallDelivery, text } from '../testing/installation.fixture.ts'
import {
  attachments,
  getIndicator,
  kinds,
  listDefinitions,
  putAttached,
  putDefinition,
  putIndicator,
  putTarget,
  removeDefinition,
} from './definitions.ts'
import { readWorkspace } from './delivery.ts'
import { putObservations } from './observation-store.ts'
import { seed } from './seed.ts'

/* What is exported is the whole workspace: loaded elsewhere it is the same, and is published as the same documents. */

/** Everything happens at once, so that releases can be compared whole. */
const noon = (): string => '2026-11-01T12:00:00.000Z'

const filesOf = (db: Database): [string, string][] => [...writeDelivery(readWorkspace(db))]

function loaded(delivery: Delivery): Database {
  const db = emptyDatabase(noon)
  seed(db, system, { delivery })
  return db
}

/** Another installation with the same people, loaded with what the first exports. */
function copyOf(db: Database): Database {
  const copy = emptyDatabase(noon)
  copy.sql.transaction(() => {
    for (const user of db.sql.select().from(users).all()) copy.sql.insert(users).values(user).run()
  })
  seed(copy, system, { delivery: wellRead(new Map(filesOf(db))) })
  return copy
}

/** What publishing everything says, with all meetings shared. */
function published(db: Database) {
  for (const { slug } of listDefinitions(db, kinds.meeting)) shareMeeting(db, system, slug, 'public')
  publish(db, system, { title: text('Udgivelsen'), note: null, indicators: 'all' })
  return contentsOf(db, 1)
}

/** A workspace and its copy: the files they are exported as, and what they are published as. */
function roundTrip(db: Database) {
  const copy = copyOf(db)
  return {
    original: { files: filesOf(db), release: published(db) },
    copy: { files: filesOf(copy), release: published(copy) },
  }
}

test('the delivered set is the same after export and load, and is published as the same release', () => {
  const { original, copy } = roundTrip(loaded(wellRead(deliveredFiles)))
  expect(copy).toEqual(original)
})

test('the demonstration set is the same, and still says that it is invented', () => {
  const db = loaded(demonstrate(wellRead(deliveredFiles), { seed: 1, today: '2026-11-30' }))
  expect(filesOf(db).map(([file]) => file)).toContain('settings.yaml')
  const { original, copy } = roundTrip(db)
  expect(copy).toEqual(original)
})

const people = ['anna@example.org', 'bo@example.org'] as const

const nastyWords = fc.constantFrom(
  'to\nlinjer\n\n og et hul',
  'med\r\nandre linjer',
  '- en streg',
  'a: b # nej',
  '\'citat" og `mere`',
  '@null',
  'null',
  '~',
  '2026-01-01',
  '0012',
  'yes',
  '=1+1',
  '; , |\t|',
  'æøå 🐟 é',
  '\u2028 skjult \u0085 linjeskift',
  '<script>',
  '\\n',
  '%YAML 1.2',
  '--- ...',
  '\u0000\u0007',
)
const words = fc
  .oneof(nastyWords, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }))
  .filter((one) => one.trim() !== '')
const perhaps = fc.option(words)
const bilingual: fc.Arbitrary<Text> = fc.record({ da: words, en: words })
const perhapsBilingual = fc.option(bilingual)
const goal = fc.constantFrom('stemme', 'tale', 'arbejde-til-alle')
const indicator = fc.constantFrom('deltagelse', 'taler', 'arbejde')
const slug = fc.constantFrom('en', 'to', 'tre')
const year = fc.integer({ min: 2020, max: 2030 })
/** Within the limits of all indicators. No -0: JSON has none. */
const share = fc.double({ min: 0, max: 100, noNaN: true }).map((value) => value + 0)

type Edit = (changeSet: ChangeSet) => void

/** One thing a person does to a workspace. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({ indicator, year, value: fc.option(share), numerator: fc.option(share), footnote: perhapsBilingual })
    .map(({ indicator: of, year: in_, value, ...more }): Edit => (changeSet) => {
      const observation = exampleObservation(String(in_), value, more)
      putObservations(changeSet, of, [{ series: { area: '217', categories: {} }, observation }])
    }),
  fc.record({ indicator, name: bilingual }).map(({ indicator: of, name }): Edit => (changeSet) => {
    const standing = getIndicator(changeSet.db, of)
    if (standing) putIndicator(changeSet, { ...standing, name })
  }),
  fc.record({ indicator, verdict: fc.constantFrom('behind' as const, 'reached' as const), reason: bilingual }).map(
    ({ indicator: of, ...override }): Edit =>
      (changeSet) =>
        putAttached(changeSet, attachments.override, of, { ...override, latestPeriod: '2024' }),
  ),
  fc.record({ indicator, keeper: fc.constantFrom(...people), deputy: fc.option(fc.constantFrom(...people)) }).map(
    ({ indicator: of, ...dataProviders }): Edit =>
      (changeSet) =>
        putAttached(changeSet, attachments.keepers, of, dataProviders),
  ),
  fc
    .record({ indicator, scale: fc.constantFrom(1, 100), code: words })
    .map(({ indicator: of, scale, code }): Edit => (changeSet) => {
      const fixed = { code, role: 'fixed', values: ['1', code], per: null }
      const period = { code: 'Tid', role: 'period', values: ['*'], per: null }
      const variables = [fixed, period].filter((one, at) => at === 1 || one.code !== 'Tid')
      const connection = Connection.parse({ source: 'statbank', table: 'LABY08', variables, scale, every: 'week' })
      putAttached(changeSet, attachments.connection, of, connection)
    }),
  fc.record({ indicator, slug, value: share, note: perhapsBilingual }).map(
    ({ indicator: of, slug: name, value, note }): Edit =>
      (changeSet) =>
        putTarget(changeSet, of, {
          slug: name,
          series: '217',
          baseline: { period: '2020', value },
          target: { period: '2029', value: 75 },
          band: null,
          benchmark: null,
          milestones: [],
          method: null,
          decidedBy: text('Byrådet'),
          decidedOn: '2020-01-01',
          note,
        }),
  ),
  fc.record({ goal, year, meaning: bilingual, action: perhapsBilingual }).map(
    (comment): Edit =>
      (changeSet) =>
        putDefinition(changeSet, kinds.comment, comment),
  ),
  fc
    .record({ year, slug, title: bilingual, effect: perhapsBilingual, goal })
    .map(({ year: in_, slug: name, title, effect, goal: of }): Edit => (changeSet) => {
      const actions = [exampleAction(name, { title, effect, goals: [of] })]
      putDefinition(changeSet, kinds.actionPlan, { year: in_, framework: 'politik', title, actions })
    }),
  fc.record({ slug, title: words, text: words, theme: words, goals: fc.uniqueArray(goal), whyNot: perhaps }).map(
    (idea): Edit =>
      (changeSet) =>
        putDefinition(changeSet, kinds.idea, {
          ...idea,
          voicedAt: 'Havnen',
          voicedOn: '2026-05-01',
          takenUpBy: [{ year: 2020, action: 'en-der-er-vaek' }],
        }),
  ),
  slug.map(
    (name): Edit =>
      (changeSet) =>
        removeDefinition(changeSet, kinds.idea, name),
  ),
  fc
    .record({ slug, committee: words, place: perhaps, point: perhaps, notes: perhaps, decision: perhaps })
    .map(({ slug: name, committee, place, ...item }): Edit => (changeSet) => {
      const items = [exampleItem('1.1', item), exampleItem('9.9', { title: committee, about: { kind: 'text' } })]
      putDefinition(changeSet, kinds.meeting, exampleMeeting({ slug: name, committee, place, items }))
    }),
)

test('so is any workspace people have worked on', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 20, maxLength: 60, size: 'max' }), (edits) => {
      const db = loaded(smallDelivery())
      for (const email of people) addUser(db, system, { email, name: email, role: 'contributor' })
      write(db, system, { action: 'seed' }, (changeSet) => {
        for (const one of edits) one(changeSet)
      })
      const { original, copy } = roundTrip(db)
      expect(copy).toEqual(original)
    }),
    // Each does very much, and is published twice.
    { numRuns: 8 },
  )
})

test('what is loaded a second time changes nothing', () => {
  const db = loaded(demonstrate(wellRead(deliveredFiles), { seed: 1, today: '2026-11-30' }))
  const shared = listDefinitions(db, kinds.meeting).map(({ slug: name }) => name)
  for (const name of shared) shareMeeting(db, system, name, 'link')
  const before = listDefinitions(db, kinds.meeting)
  seed(db, system, { delivery: wellRead(new Map(filesOf(db))) })
  expect(listDefinitions(db, kinds.meeting)).toEqual(before)
  expect(verify(db)).toEqual([])
})

test('somebody who has no account here is told of, and everything else is loaded', () => {
  const db = loaded(smallDelivery())
  const [email] = people
  addUser(db, system, { email, name: 'Anna', role: 'contributor' })
  write(db, system, { action: 'seed' }, (changeSet) => {
    putAttached(changeSet, attachments.keepers, 'deltagelse', { keeper: email, deputy: null })
    putDefinition(changeSet, kinds.meeting, exampleMeeting({ release: 7 }))
  })
  const elsewhere = emptyDatabase()
  const { added, notes } = seed(elsewhere, system, { delivery: readWorkspace(db) })
  expect(added).toBe(readWorkspace(db).observations.length)
  expect(notes.join('\n')).toContain(`no account for ${email}`)
  expect(notes.join('\n')).toContain('release 7')
  expect(readWorkspace(elsewhere).administration).toMatchObject({ keepers: [], meetings: [{ release: 7 }] })
  addUser(elsewhere, system, { email, name: 'Anna', role: 'contributor' })
  seed(elsewhere, system, { delivery: readWorkspace(db) })
  expect(filesOf(elsewhere)).toEqual(filesOf(db))
})

test('who may see a meeting, and the secret of its link, stay at home', () => {
  const db = loaded(smallDelivery())
  write(db, system, { action: 'seed' }, (changeSet) => {
    putDefinition(
      changeSet,
      kinds.meeting,
      exampleMeeting({ sharing: 'public', secret: 'det-hemmelige-ord-om-moedet' }),
    )
  })
  expect(JSON.stringify(filesOf(db))).not.toContain('det-hemmelige-ord')
  expect(listDefinitions(copyOf(db), kinds.meeting)).toMatchObject([{ sharing: 'draft' }])
})
