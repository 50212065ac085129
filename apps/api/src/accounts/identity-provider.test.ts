import { beforeEach, describe, expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { verify } from '../db/verify.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { admitIdentity, identityFrom, roleFromClaim, type IdentityProviderSettings } from './identity-provider.ts'
import { RoleMap } from './role-map.ts'
import { signIn } from './sessions.ts'
import { Throttle } from './throttle.ts'
import { addUser, listPeople } from './users.ts'

const roleOf = RoleMap.parse('Alle = reader,Pejling-Redaktør=editor, cn=pejling,ou=it=publisher'.replace(',ou', ';ou'))
const settings: IdentityProviderSettings = {
  issuer: 'https://login.example',
  clientId: 'pejling',
  clientSecret: null,
  name: 'Kommunen',
  scope: 'openid',
  roleClaim: 'roles',
  emailClaim: 'upn',
  roleOf,
}
const claims = { sub: '42', upn: ' Rikke@Example.dk', name: 'Rikke', roles: ['Alle', 'Pejling-Redaktør'] }

describe('what a provider says', () => {
  it.each([
    ['a list', ['Alle', 'Pejling-Redaktør'], 'editor'],
    ['one text', 'Alle', 'reader'],
    ['a name with an equals sign', ['cn=pejling;ou=it'], 'publisher'],
    ['groups nobody has mapped', ['Andre'], null],
    ['no claim', undefined, null],
    ['what is no text', [1, 2], null],
  ])('gives a role by %s', (_, claim, role) => {
    expect(roleFromClaim(claim, roleOf)).toBe(role)
  })

  it('is who somebody is, by the issuer and its own name for them', () => {
    expect(identityFrom(claims, settings)).toEqual({
      identity: 'https://login.example 42',
      email: 'rikke@example.dk',
      name: 'Rikke',
      role: 'editor',
    })
    expect(identityFrom({ ...claims, email_verified: false }, settings)).toBe('no-email')
    expect(identityFrom({ ...claims, upn: 'rikke' }, settings)).toBe('no-email')
    expect(identityFrom({ ...claims, roles: [] }, settings)).toBe('no-role')
  })

  it.each(['', 'editor', 'a=', 'a=boss', '=editor', 'a=editor,'])('is not mapped by “%s”', (text) => {
    expect(RoleMap.safeParse(text).success).toBe(false)
  })
})

describe('somebody the provider has vouched for', () => {
  let db: Database
  const rikke = {
    identity: 'https://login.example 42',
    email: 'rikke@example.dk',
    name: 'Rikke',
    role: 'editor',
  } as const
  beforeEach(() => {
    db = smallInstallation()
  })

  it('gets an account, once', () => {
    expect([admitIdentity(db, rikke), admitIdentity(db, rikke)]).toEqual([null, null])
    expect(listPeople(db)).toMatchObject([{ email: rikke.email, role: 'editor', awaited: false }])
    expect(verify(db)).toEqual([])
  })

  it('cannot leave a one-time password open behind them', async () => {
    const { password } = addUser(db, system, { email: rikke.email, name: 'R', role: 'reader' })
    expect(admitIdentity(db, rikke)).toBeNull()
    const given = { email: rikke.email, password, agent: '', from: '127.0.0.1' }
    expect(await signIn(db, new Throttle(() => 0), given)).toEqual({ kind: 'refused' })
  })

  it('is not somebody else with the same address', () => {
    admitIdentity(db, rikke)
    expect(admitIdentity(db, { ...rikke, identity: 'https://login.example 43' })).toBe('other-identity')
  })

  it('who had an account here keeps the role it was given, and is called what the provider calls them', () => {
    addUser(db, system, { email: rikke.email, name: 'R', role: 'administrator' })
    for (const role of ['editor', 'reader'] as const) {
      expect(admitIdentity(db, { ...rikke, role })).toBeNull()
      expect(listPeople(db)).toMatchObject([{ name: rikke.name, role: 'administrator' }])
    }
    expect(verify(db)).toEqual([])
  })

  it('whom the provider brought follows it, up and down', () => {
    for (const role of ['publisher', 'reader'] as const) {
      admitIdentity(db, { ...rikke, role })
      expect(listPeople(db)).toMatchObject([{ role }])
    }
  })
})
