import { beforeEach, describe, expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { verify } from '../verification/verify.ts'
import { listChangeSets } from '../workspace/change-sets/list-change-sets.ts'
import { needsApproval, requireApproval, stopAskedBy } from '../releases/approval.ts'
import { decidePlanned, listPlanned, planRelease, publishDue, seenNow } from '../releases/planned.ts'
import { asSignedIn } from '../testing/accounts.fixture.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { importObservations } from '../intake/import-observations.ts'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { admitIdentity } from './admit-identity.ts'
import { addUser, changeUser, disableUser, listPeople } from './users.ts'

let db: Database
beforeEach(() => {
  db = smallInstallation()
  for (const [name, role] of [
    ['Anna', 'administrator'],
    ['Bo', 'administrator'],
    ['Pia', 'publisher'],
    ['Per', 'publisher'],
  ] as const)
    addUser(db, system, { email: `${name.toLowerCase()}@example.dk`, name, role })
})
const who = (name: string) => asSignedIn(db, `${name}@example.dk`)

describe('a name', () => {
  it.each([
    'system',
    ' System ',
    'OpenID Connect',
    'Eva (fagsystemet)',
    'Tidligere bruger 1',
    'Anna',
    'an​na',
    'ＡＮＮＡ',
  ])('“%s” is refused: it is reserved or another person’s', (name) => {
    expect(() => addUser(db, system, { email: 'x@example.dk', name, role: 'reader' })).toThrow(/name|called/)
    expect(() => changeUser(db, system, { email: 'bo@example.dk', name })).toThrow(/name|called/)
  })

  it('that a provider gives and a person has already is told apart by the address', () => {
    const identity = {
      identity: 'https://login.example 1',
      emailVerified: true,
      email: 'a2@example.dk',
      name: 'Anna',
      role: 'reader',
    } as const
    expect(admitIdentity(db, identity).email).toBe(identity.email)
    expect(listPeople(db).map(({ name }) => name)).toContain('Anna, a2@example.dk')
  })

  it('and a role can be changed, and the history still knows whose work it was', () => {
    const before = who('pia')
    const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', 13) }]
    importObservations(db, before.actor, { indicator: 'taler', rows })
    changeUser(db, system, { email: 'pia@example.dk', name: 'Pia Holm', role: 'editor' })
    // Another person is called what she was.
    addUser(db, system, { email: 'pia2@example.dk', name: 'Pia', role: 'reader' })
    expect(who('pia')).toMatchObject({ account: before.account, actor: { name: 'Pia Holm', role: 'editor' } })
    const doneBy = (account: string) =>
      listChangeSets(db, { account }, { before: null, limit: 9, isWhole: true, seesClosed: true })
    const { changeSets } = doneBy(before.account)
    expect(changeSets).toMatchObject([{ actor: 'Pia', calledNow: 'Pia Holm' }])
    expect(doneBy(who('pia2').account).changeSets).toEqual([])
    expect(verify(db)).toEqual([])
  })
})

const plan = () => {
  const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', 13) }]
  importObservations(db, system, { indicator: 'taler', rows })
  const asked = { title: text('Ny'), note: null, indicators: ['taler'], publishAt: null }
  return planRelease(db, who('pia'), { ...asked, seen: seenNow(db, ['taler']) })
}

describe('two people for a release', () => {
  it('is switched on by one administrator and off by two', () => {
    expect(requireApproval(db, who('anna').actor, true)).toBe('done')
    expect(requireApproval(db, who('anna').actor, false)).toBe('asked')
    expect(requireApproval(db, who('anna').actor, false)).toBe('own')
    expect([needsApproval(db), stopAskedBy(db, who('bo').account)]).toEqual([true, { name: 'Anna', own: false }])
    expect(requireApproval(db, who('bo').actor, false)).toBe('done')
    expect([needsApproval(db), stopAskedBy(db, who('bo').account)]).toEqual([false, null])
    expect(verify(db)).toEqual([])
  })

  it('is not switched off on the word of a person whose account has been closed meanwhile', () => {
    requireApproval(db, system, true)
    requireApproval(db, who('anna').actor, false)
    disableUser(db, system, { email: 'anna@example.dk' })
    expect(requireApproval(db, who('bo').actor, false)).toBe('asked')
    expect(needsApproval(db)).toBe(true)
  })

  it('holds for what was planned before it was switched on', () => {
    plan()
    requireApproval(db, who('anna').actor, true)
    expect(publishDue(db).made).toEqual([])
    expect(listPlanned(db)).toMatchObject([{ state: 'waiting', needsApproval: true }])
    expect(decidePlanned(db, who('per'), 1, 'approve')).toBeNull()
    expect(publishDue(db).made).toHaveLength(1)
    expect(verify(db)).toEqual([])
  })

  it.each([
    ['closed', () => disableUser(db, system, { email: 'per@example.dk' })],
    ['another role', () => changeUser(db, system, { email: 'per@example.dk', role: 'editor' })],
  ] as const)('does not come out where the approver’s account is %s', (_, change) => {
    requireApproval(db, system, true)
    plan()
    decidePlanned(db, who('per'), 1, 'approve')
    change()
    expect(publishDue(db)).toEqual({ made: [], outdated: [{ number: 1, problem: 'approver' }] })
    expect(verify(db)).toEqual([])
  })
})
