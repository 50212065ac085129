import { timestampAfter } from '@pejling/domain/day'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { system, type Role } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { users } from '../db/schema.ts'
import { verify } from '../db/verify.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { signedInAs, tokenOf } from '../testing/signed-in.fixture.ts'
import { acceptInvitation, admitIdentity, linkIdentity } from './admit-identity.ts'
import { IdentityError } from './identity-problem.ts'
import { fingerprintOf } from './fingerprint.ts'
import { invite } from './invitations.ts'
import type { ProvidedIdentity } from './provided-identity.ts'
import { listSessions } from './sessions.ts'
import { listSignIns } from './sign-in-record.ts'
import { addToken, findToken, listTokens } from './tokens.ts'
import { addUser, listPeople, saveUser } from './users.ts'

const rikke: ProvidedIdentity = {
  identity: 'https://login.example 42',
  email: 'rikke@example.dk',
  emailVerified: true,
  name: 'Rikke',
  role: 'editor',
}
const email = 'rikke@example.dk'
const from = '192.0.2.7'
let db: Database
beforeEach(() => {
  db = smallInstallation()
  addUser(db, system, { email: 'chef@example.dk', name: 'Chef', role: 'administrator' })
})

/** What comes of it: who came in and what they are told, or why not. */
function outcomeOf(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    if (error instanceof IdentityError) return error.problem
    throw error
  }
}
const admit = (more: Partial<ProvidedIdentity> = {}): unknown =>
  outcomeOf(() => admitIdentity(db, { ...rikke, ...more }))
const link = (more: Partial<ProvidedIdentity> = {}): unknown =>
  outcomeOf(() => linkIdentity(db, { ...rikke, ...more }, { email, from }))
const roleOf = (of: string): Role | undefined => listPeople(db).find((person) => person.email === of)?.role

describe('a person the provider has vouched for', () => {
  it('gets an account, once, and follows the provider in name and role, up and down', () => {
    for (const role of ['editor', 'publisher', 'reader'] as const) {
      expect([admit({ role, name: `R ${role}` }), roleOf(email)]).toEqual([{ email, notice: null }, role])
    }
    expect(listPeople(db)).toHaveLength(2)
    expect(verify(db)).toEqual([])
  })

  it('is known by their identity whatever their address becomes, and has one account', () => {
    admit()
    expect(admit({ email: 'rikke.ny@example.dk' })).toEqual({ email, notice: 'email-changed' })
    expect(admit({ email: 'chef@example.dk', emailVerified: false })).toEqual({ email, notice: 'email-changed' })
    expect(admit({ email: null })).toEqual({ email, notice: null })
    expect(listPeople(db)).toHaveLength(2)
  })

  it.each<[string, Partial<ProvidedIdentity>]>([
    ['no-role', { role: 'none' }],
    ['too-many-groups', { role: 'overage' }],
    ['no-email', { email: null }],
    ['unverified-email', { emailVerified: false }],
    ['local-account', { email: 'chef@example.dk', role: 'reader' }],
  ])('is refused and leaves nothing behind: %s', (problem, more) => {
    const before = db.connection.serialize()
    expect(admit(more)).toBe(problem)
    expect(db.connection.serialize().equals(before)).toBe(true)
  })

  it('is not another person with the same address, at this issuer or another', () => {
    admit()
    expect(admit({ identity: 'https://login.example 43' })).toBe('other-identity')
    expect(admit({ identity: 'https://andet.example 42' })).toBe('other-issuer')
  })

  it('whose identity was kept with the slash of its issuer is still known', () => {
    addUser(db, system, { email, name: 'R', role: 'reader' })
    db.sql.update(users).set({ identity: 'https://login.example/ 42' }).where(eq(users.email, email)).run()
    expect(admit({ email: 'andet@example.dk' })).toEqual({ email, notice: 'email-changed' })
  })

  it('loses sessions and tokens when the provider gives no role any more, and stays closed when closed', () => {
    admit()
    signedInAs(db, 'editor', email)
    const { secret } = addToken(db, system, tokenOf(email))
    expect(admit({ role: 'overage' })).toBe('too-many-groups')
    expect([listSessions(db, email).length, findToken(db, secret) === null]).toEqual([1, false])
    expect(admit({ role: 'none' })).toBe('no-role')
    expect([listSessions(db, email), listTokens(db), findToken(db, secret)]).toEqual([[], [], null])
    expect(verify(db)).toEqual([])
  })

  it('has tokens as long as they come', () => {
    admit()
    const { secret } = addToken(db, system, tokenOf(email))
    const after = (days: number): boolean => {
      const now = timestampAfter('2026-11-01T08:01:00.000Z', days)
      return findToken({ ...db, clock: () => now }, secret, { mayNote: true, tokenDays: 30 }) !== null
    }
    expect([after(29), after(31)]).toEqual([true, false])
  })
})

describe('an account that was here before', () => {
  it.each<[Role, Role, Role]>([
    ['publisher', 'reader', 'reader'],
    ['reader', 'publisher', 'reader'],
    ['administrator', 'editor', 'editor'],
  ])('of the role %s linked to a %s is a %s until an administrator decides', (own, role, lower) => {
    addUser(db, system, { email, name: 'R', role: own })
    expect([link({ role }), roleOf(email)]).toEqual([{ email, notice: 'role-waits' }, lower])
    admit({ role: 'administrator' })
    expect(roleOf(email)).toBe(lower)
    write(db, system, { action: 'test' }, (changeSet) => {
      const row = db.sql.select().from(users).where(eq(users.email, email)).get()
      if (row) saveUser(changeSet, row, { ...row, role: own, roleDecided: true })
    })
    expect([admit({ role: 'reader' }), roleOf(email)]).toEqual([{ email, notice: null }, own])
    expect(verify(db)).toEqual([])
  })

  it('that an earlier version linked by its address has the lower role the next time', () => {
    addUser(db, system, { email, name: 'R', role: 'administrator' })
    write(db, system, { action: 'test' }, (changeSet) => {
      const row = db.sql.select().from(users).where(eq(users.email, email)).get()
      if (row) saveUser(changeSet, row, { ...row, identity: rikke.identity, ownRole: true })
    })
    expect([admit({ role: 'reader' }), roleOf(email)]).toEqual([{ email, notice: null }, 'reader'])
  })

  it('is in the record of sign-ins once it is linked, and not where linking was refused', () => {
    addUser(db, system, { email, name: 'R', role: 'editor' })
    const recorded = (): unknown[] =>
      listSignIns(db, { account: null, before: null }).events.map(({ kind, name, address }) => [kind, name, address])
    expect([link({ role: 'none' }), recorded()]).toEqual(['no-role', []])
    link()
    expect(recorded()).toEqual([['linked', 'R', '192.0.2.0/24']])
  })

  it('is not linked to an identity that is another’s, and the last administrator keeps the role', () => {
    admit()
    addUser(db, system, { email: 'bo@example.dk', name: 'Bo', role: 'reader' })
    expect(outcomeOf(() => linkIdentity(db, rikke, { email: 'bo@example.dk', from }))).toBe('identity-taken')
    const other = { ...rikke, identity: 'https://login.example 7' }
    expect(outcomeOf(() => linkIdentity(db, other, { email: 'chef@example.dk', from }))).toBe('last-administrator')
    expect(
      outcomeOf(() => linkIdentity(db, { ...other, role: 'administrator' }, { email: 'chef@example.dk', from })),
    ).toMatchObject({})
    expect([roleOf('chef@example.dk'), verify(db)]).toEqual(['administrator', []])
  })

  it('is claimed by an invitation, once, in time, also from another issuer', () => {
    admit()
    const accept = (secret: string, identity: string): unknown =>
      outcomeOf(() => acceptInvitation(db, { ...rikke, identity, email: null }, { hash: fingerprintOf(secret), from }))
    const first = invite(db, system, { email }).secret
    const { secret } = invite(db, system, { email })
    expect(accept(first, 'https://andet.example 1')).toBe('invitation')
    expect(accept(secret, 'https://andet.example 1')).toMatchObject({ email })
    expect(accept(secret, 'https://andet.example 2')).toBe('invitation')
    expect(admit({ identity: 'https://andet.example 1' })).toMatchObject({ email })
    expect(admit()).toBe('other-issuer')
    const late = invite({ ...db, clock: () => '2026-01-01T00:00:00.000Z' }, system, { email }).secret
    expect([accept(late, 'https://andet.example 3'), verify(db)]).toEqual(['invitation', []])
  })
})
