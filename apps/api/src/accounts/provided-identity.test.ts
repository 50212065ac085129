import { describe, expect, it } from 'vitest'
import { readIdentity, roleFromClaim, type ClaimSettings } from './provided-identity.ts'
import { RoleMap } from './role-map.ts'

const roleOf = RoleMap.parse('Alle = reader,Pejling-Redaktør=editor, cn=pejling;ou=it=publisher')
const settings: ClaimSettings = {
  roleClaim: 'roles',
  emailClaim: 'upn',
  subjectClaim: 'sub',
  trustsEmail: false,
  roleOf,
}
const claims = {
  iss: 'https://login.example',
  sub: '42',
  upn: ' Rikke@Example.dk',
  email_verified: true,
  name: 'Rikke',
  roles: ['Alle', 'Pejling-Redaktør'],
}

describe('what a provider says', () => {
  it.each([
    ['a list', ['Alle', 'Pejling-Redaktør'], 'editor'],
    ['one text', 'Alle', 'reader'],
    ['a name with an equals sign', ['cn=pejling;ou=it'], 'publisher'],
    ['a list in which not all are texts', [1, null, { a: 1 }, 'Alle'], 'reader'],
    ['groups that are not mapped', ['Andre'], null],
    ['what every object inherits', ['constructor', '__proto__'], null],
    ['no claim', undefined, null],
    ['what is no text', [1, 2], null],
    ['an object', { Alle: true }, null],
  ])('gives a role by %s', (_, claim, role) => {
    expect(roleFromClaim(claim, roleOf)).toBe(role)
  })

  it('is who a person is, by the issuer and its own name for them', () => {
    expect(readIdentity(claims, settings)).toEqual({
      identity: 'https://login.example 42',
      email: 'rikke@example.dk',
      emailVerified: true,
      name: 'Rikke',
      role: 'editor',
    })
  })

  it.each<[string, Readonly<Record<string, unknown>>, Partial<ClaimSettings>, object | null]>([
    [
      'an issuer with a slash at the end',
      { iss: 'https://login.example/' },
      {},
      { identity: 'https://login.example 42' },
    ],
    ['a subject of another claim', { oid: 'a-b' }, { subjectClaim: 'oid' }, { identity: 'https://login.example a-b' }],
    ['a subject that did not come', {}, { subjectClaim: 'oid' }, null],
    ['an address it says nothing of', { email_verified: undefined }, {}, { emailVerified: false }],
    [
      'one where it gives them all out itself',
      { email_verified: undefined },
      { trustsEmail: true },
      { emailVerified: true },
    ],
    [
      'one it says is not verified, whatever else',
      { email_verified: false },
      { trustsEmail: true },
      { emailVerified: false },
    ],
    ['verified as a text', { email_verified: 'true' }, {}, { emailVerified: true }],
    ['what is no address', { upn: 'rikke' }, {}, { email: null }],
    ['a name that is none', { name: { first: 'Rikke' } }, {}, { name: null }],
    [
      'groups in a nested claim',
      { realm_access: { roles: ['Alle'] } },
      { roleClaim: 'realm_access.roles' },
      { role: 'reader' },
    ],
    [
      'groups in a claim with dots in its name',
      { 'https://a.dk/roles': 'Alle' },
      { roleClaim: 'https://a.dk/roles' },
      { role: 'reader' },
    ],
    ['more groups than it sends', { roles: undefined, _claim_names: { roles: 'src1' } }, {}, { role: 'overage' }],
    ['more groups, in the short form', { roles: undefined, hasgroups: true }, {}, { role: 'overage' }],
    ['more of something else', { roles: [], _claim_names: { other: 'src1' } }, {}, { role: 'none' }],
  ])('is read where it is odd: %s', (_, odd, more, read) => {
    const found = readIdentity({ ...claims, ...odd }, { ...settings, ...more })
    expect(found === null ? null : { ...found, ...read }).toEqual(found)
    expect(found === null).toBe(read === null)
  })

  it.each(['', 'editor', 'a=', 'a=boss', '=editor', 'a=editor,'])('is not mapped by “%s”', (text) => {
    expect(RoleMap.safeParse(text).success).toBe(false)
  })
})
