import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { beforeEach, describe, expect, it } from 'vitest'
import { addUser, disableUser } from '../accounts/users.ts'
import { NotAllowedError, system } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { deliveries } from '../db/schema.ts'
import { verify } from '../verification/verify.ts'
import { contentsOf, smallInstallation, text } from '../testing/installation.fixture.ts'
import { addWebhook } from '../extras/webhooks/webhooks.ts'
import { getIndicator, kinds, listDefinitions, putDefinition, putIndicator } from '../workspace/definitions.ts'
import { importObservations } from '../intake/import-observations.ts'
import { requireApproval } from './approval.ts'
import { askToWithdraw, decidePlanned, listPlanned, planRelease, publishDue, seenNow } from './planned.ts'
import { previewPublication } from './preview.ts'
import { publish } from './publish.ts'
import { openReleaseStore } from './release-store.ts'

const ida = { actor: { name: 'Ida', role: 'publisher' }, email: 'ida@example.dk' } as const
const ole = { actor: { name: 'Ole', role: 'publisher' }, email: 'ole@example.dk' } as const
const due = '2026-12-01T07:00:00.000Z'
let db: Database
let now: string

function revise(value: number, indicator = 'deltagelse', period = '2024'): void {
  importObservations(db, system, {
    indicator,
    rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation(period, value) }],
  })
}

/** Plans what is seen now of some indicators. */
const plan = (
  publishAt: string | null,
  indicators: readonly string[] | 'all' = 'all',
  who: typeof ida | typeof ole = ida,
) => planRelease(db, who, { title: text('Ny'), note: null, indicators, seen: seenNow(db, indicators), publishAt })

const latest = (): number => openReleaseStore(db).latestNumber()
const nothing = { made: [], outdated: [] }

beforeEach(() => {
  const small = smallInstallation()
  now = '2026-11-23T12:00:00.000Z'
  db = { ...small, clock: () => now }
  for (const { actor, email } of [ida, ole]) addUser(db, system, { email, name: actor.name, role: 'publisher' })
  revise(42)
})

describe('a planned release', () => {
  it('is made when its time has come, once, and not before', () => {
    const before = latest()
    plan(due)
    expect(publishDue(db)).toEqual(nothing)
    now = due
    expect(publishDue(db).made).toMatchObject([{ number: before + 1, publishedBy: 'Ida', publishedAt: now }])
    expect(publishDue(db)).toEqual(nothing)
    expect(listPlanned(db)).toMatchObject([{ state: 'published' }])
    expect(verify(db)).toEqual([])
  })

  it.each([
    ['a figure', () => revise(43)],
    [
      'a text',
      () =>
        write(db, system, { action: 'edit' }, (changeSet) => {
          const [goal] = listDefinitions(db, kinds.goal)
          if (goal) putDefinition(changeSet, kinds.goal, { ...goal, text: text('Andre ord') })
        }),
    ],
  ])('is not made where %s it carries is another than was looked at; that is told', (_, change) => {
    addWebhook(db, system, { name: 'vagten', url: 'https://example.org/' })
    const before = latest()
    plan(due)
    change()
    now = due
    expect(publishDue(db)).toEqual({ made: [], outdated: [{ number: 1, problem: 'changed' }] })
    expect(publishDue(db)).toEqual(nothing)
    expect(listPlanned(db)).toMatchObject([{ state: 'outdated', problem: 'changed', outdatedAt: now }])
    expect([latest(), db.sql.select().from(deliveries).all()]).toMatchObject([before, [{ planned: 1, nextAt: now }]])
    // Whoever has seen it takes it off the list.
    expect(decidePlanned(db, ole, 1, 'cancel')).toBeNull()
    expect(listPlanned(db)).toMatchObject([{ state: 'cancelled' }])
    expect(verify(db)).toEqual([])
  })

  it('comes out though making another one fails, which is told', () => {
    const before = latest()
    revise(14, 'taler')
    const asked = { title: text('Fejler'), note: null, indicators: ['taler'], publishAt: due }
    planRelease(db, ida, { ...asked, seen: seenNow(db, asked.indicators) })
    plan(due, ['deltagelse'])
    db.connection.exec(
      "CREATE TEMP TRIGGER failing BEFORE INSERT ON main.releases WHEN NEW.title LIKE '%Fejler%' BEGIN SELECT RAISE(ABORT, 'no room'); END",
    )
    now = due
    expect(() => publishDue(db)).toThrow('no room')
    expect(latest()).toBe(before + 1)
    expect(listPlanned(db)).toMatchObject([{ state: 'published' }, { state: 'outdated', problem: 'failed' }])
    expect(verify(db)).toEqual([])
  })

  it('is made though the day another indicator’s figures were expected on has passed', () => {
    write(db, system, { action: 'edit' }, (changeSet) => {
      const indicator = getIndicator(db, 'taler')
      if (indicator) putIndicator(changeSet, { ...indicator, nextExpectedOn: '2026-11-28' })
    })
    publish(db, system, { title: text('Først'), note: null, indicators: ['taler'] })
    plan(due, ['deltagelse'])
    now = due
    expect(publishDue(db).made).toHaveLength(1)
  })

  it('is made though another one came out first, of other indicators and with the same texts', () => {
    revise(14, 'taler')
    write(db, system, { action: 'edit' }, (changeSet) => {
      putDefinition(changeSet, kinds.comment, { goal: 'stemme', year: 2026, meaning: text('Godt'), action: null })
    })
    plan(due, ['deltagelse'])
    plan('2026-12-02T07:00:00.000Z', ['taler'])
    now = due
    expect(publishDue(db).made).toHaveLength(1)
    now = '2026-12-02T07:00:00.000Z'
    expect(publishDue(db)).toMatchObject({ made: [{ number: 3 }], outdated: [] })
    expect(previewPublication(db)).toBeNull()
  })

  it('is not made in the name of a person whose account has been closed meanwhile', () => {
    plan(due)
    disableUser(db, system, { email: ida.email })
    now = due
    expect(publishDue(db)).toEqual({ made: [], outdated: [{ number: 1, problem: 'planner' }] })
    expect(latest()).toBe(1)
  })

  it('can be given up', () => {
    plan(due)
    expect(decidePlanned(db, ole, 1, 'cancel')).toBeNull()
    now = '2026-12-02T07:00:00.000Z'
    expect(publishDue(db)).toEqual(nothing)
    expect(decidePlanned(db, ole, 1, 'approve')).toBe('gone')
  })
})

describe('where a release takes two people', () => {
  const withdrawal = { indicator: 'deltagelse', series: '217', period: '2019', reason: text('Ikke vores') }

  beforeEach(() => requireApproval(db, system, true))

  it('another than who planned it has to approve it', () => {
    plan(null)
    expect(publishDue(db)).toEqual(nothing)
    expect(decidePlanned(db, ida, 1, 'approve')).toBe('own')
    expect(publishDue(db)).toEqual(nothing)
    expect(decidePlanned(db, ole, 1, 'approve')).toBeNull()
    expect(publishDue(db).made).toMatchObject([{ publishedBy: 'Ida, Ole' }])
    expect(verify(db)).toEqual([])
  })

  it('a planned one waits for its time as well', () => {
    plan(due)
    decidePlanned(db, ole, 1, 'approve')
    expect(publishDue(db)).toEqual(nothing)
    now = due
    expect(publishDue(db).made).toHaveLength(1)
  })

  it('so does a withdrawal, which changes nothing before, and carries no draft after', () => {
    const before = contentsOf(db, 1)
    expect(askToWithdraw(db, ida, withdrawal)).toMatchObject({ number: 1, needsApproval: true })
    expect([publishDue(db), latest(), contentsOf(db, 1)]).toEqual([nothing, 1, before])
    expect(decidePlanned(db, ida, 1, 'approve')).toBe('own')
    expect(decidePlanned(db, ole, 1, 'approve')).toBeNull()
    // What else was written meanwhile does not stop it.
    revise(17, 'taler')
    expect(publishDue(db).made).toMatchObject([{ number: 2, note: withdrawal.reason, publishedBy: 'Ida, Ole' }])
    expect(openReleaseStore(db).withdrawals()).toMatchObject([{ period: '2019' }])
    expect(previewPublication(db)?.indicators.map(({ indicator }) => indicator)).toEqual(
      expect.arrayContaining(['taler', 'deltagelse']),
    )
    expect(verify(db)).toEqual([])
  })

  it('a withdrawal that has been made by another plan meanwhile comes to nothing, and says so', () => {
    askToWithdraw(db, ida, withdrawal)
    askToWithdraw(db, ole, withdrawal)
    decidePlanned(db, ole, 1, 'approve')
    decidePlanned(db, ida, 2, 'approve')
    expect(publishDue(db)).toMatchObject({ made: [{ number: 2 }], outdated: [{ number: 2, problem: 'withdrawn' }] })
  })

  it('nobody below a publisher decides, nor below an administrator that it takes two', () => {
    const editor = { ...ole, actor: { name: 'Ole', role: 'editor' } } as const
    expect(() => decidePlanned(db, editor, 1, 'approve')).toThrow(NotAllowedError)
    expect(() => askToWithdraw(db, editor, withdrawal)).toThrow(NotAllowedError)
    expect(() => requireApproval(db, { name: 'Ida', role: 'publisher' }, false)).toThrow(NotAllowedError)
  })
})
