import { scopeRules, scopes, type Scope } from '@pejling/domain/scope'
import { eq } from 'drizzle-orm'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { reaches, roles, system } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { changeSets, tokens, users } from '../db/schema.ts'
import { verify } from '../db/verify.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { tokenOf } from '../testing/signed-in.fixture.ts'
import {
  addToken,
  bringTokensUpToDate,
  findToken,
  lastTokenDay,
  listTokens,
  revokeToken,
  TokenError,
} from './tokens.ts'
import { tokenRecord } from './token-record.ts'
import { addUser, disableUser, resetPassword, saveUser } from './users.ts'

const email = 'eva@example.org'
let db: Database
beforeEach(() => {
  db = smallInstallation()
  addUser(db, system, { email, name: 'Eva', role: 'publisher' })
})

/** Gives the account another role, as an administrator or the identity provider does. */
function changeRole(role: string): void {
  write(db, system, { action: 'test' }, (changeSet) => {
    const before = db.sql.select().from(users).where(eq(users.email, email)).get()
    if (before) saveUser(changeSet, before, { ...before, role })
  })
}

/** Tries to make a token; answers its secret, or why there is none. */
function tryWith(chosen: readonly Scope[]): { readonly secret: string; readonly problem: string | null } {
  try {
    return { secret: addToken(db, system, { ...tokenOf(email), scopes: chosen }).secret, problem: null }
  } catch (error) {
    if (error instanceof TokenError) return { secret: '', problem: error.problem }
    throw error
  }
}

describe('a token', () => {
  it('keeps its secret as a hash alone, and tells what it opens', () => {
    const { secret } = addToken(db, system, { ...tokenOf(` ${email.toUpperCase()}`), indicators: ['taler', 'arbejde'] })
    expect(JSON.stringify(db.connection.prepare('SELECT * FROM tokens').all())).not.toContain(secret)
    expect(findToken(db, secret)).toMatchObject({
      actor: { name: 'Eva (Regneark)', role: 'editor' },
      email,
      scopes: ['figures:read', 'figures:write'],
      indicators: ['arbejde', 'taler'],
    })
    expect(findToken(db, `${secret}x`)).toBeNull()
    expect(verify(db)).toEqual([])
  })

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'a\nb' }],
    ['expires', { expiresOn: '2026-10-31' }],
    ['expires', { expiresOn: '2027-11-02' }],
    ['expires', { expiresOn: '2999-12-31' }],
    ['expires', { expiresOn: '31.12.2026' }],
    ['scopes', { scopes: [] }],
    ['scopes', { scopes: ['figures:read', 'people'] }],
    ['scopes', { scopes: ['publish'], indicators: ['taler'] }],
    ['indicators', { indicators: [] }],
    ['indicators', { indicators: ['taler', 'findes-ikke'] }],
    ['owner', { email: 'ingen@example.org' }],
    ['owner', { email: 'intet' }],
  ])('is not made where its %s cannot be: %o', (problem, wrong) => {
    const make = (): unknown => addToken(db, system, { ...tokenOf(email), ...wrong })
    expect(make).toThrow(TokenError)
    expect(make).toThrow(expect.objectContaining({ problem }))
    expect(listTokens(db)).toEqual([])
  })

  it('opens no more than its owner may, whatever the role and the scopes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...roles), fc.subarray([...scopes], { minLength: 1 }), (role, chosen) => {
        changeRole(role)
        const actor = { name: '', role }
        const may = chosen.every((scope) => reaches(actor, scopeRules[scope].needs))
        const made = tryWith(chosen)
        expect(made.problem).toBe(may ? null : 'role')
        if (!may) return
        const bearer = findToken(db, made.secret)
        expect(bearer?.scopes).toEqual(scopes.filter((scope) => chosen.includes(scope)))
        // Enough for each of its scopes, and never an administrator's role.
        const given = bearer?.actor ?? { name: '', role: 'reader' }
        expect(chosen.every((scope) => reaches(given, scopeRules[scope].needs)) && reaches(actor, given.role)).toBe(
          true,
        )
        expect(given.role).not.toBe('administrator')
        revokeToken(db, system, { name: 'Regneark' })
      }),
      { numRuns: 30 },
    )
    expect(verify(db)).toEqual([])
  })

  it('lasts its last day out and no longer', () => {
    const { secret } = addToken(db, system, { ...tokenOf(email), expiresOn: '2026-11-01' })
    const at = (now: string) => findToken({ ...db, clock: () => now }, secret)
    // In Denmark it is an hour later than in UTC.
    expect([at('2026-11-01T22:59:59.000Z') === null, at('2026-11-01T23:00:00.000Z')]).toEqual([false, null])
  })

  it('notes its last use once an hour, and leaves no change set by it', () => {
    const { secret } = addToken(db, system, tokenOf(email))
    const written = db.sql.select().from(changeSets).all().length
    const usedAt = (now: string): string | null | undefined => {
      findToken({ ...db, clock: () => now }, secret)
      return listTokens(db)[0]?.lastUsedAt
    }
    expect(listTokens(db)[0]?.lastUsedAt).toBeNull()
    const first = '2026-11-02T08:00:00.000Z'
    expect(['08:00', '08:59', '09:00'].map((time) => usedAt(`2026-11-02T${time}:00.000Z`))).toEqual([
      first,
      first,
      '2026-11-02T09:00:00.000Z',
    ])
    expect([db.sql.select().from(changeSets).all().length, verify(db)]).toEqual([written, []])
  })

  it('is revoked by name, and its name is free then', () => {
    const { secret } = addToken(db, system, tokenOf(email))
    expect(() => addToken(db, system, tokenOf(email))).toThrow(expect.objectContaining({ problem: 'taken' }))
    revokeToken(db, system, { name: 'Regneark' })
    expect([findToken(db, secret), listTokens(db)]).toEqual([null, []])
    expect(() => revokeToken(db, system, { name: 'Regneark' })).toThrow('There is no token called "Regneark"')
    addToken(db, system, tokenOf(email))
    expect(verify(db)).toEqual([])
  })

  it.each<[string, () => void]>([
    ['its account is closed', () => disableUser(db, system, { email })],
    ['its account gets a new one-time password', () => void resetPassword(db, system, { email })],
    ['its account loses the role it needs', () => changeRole('reader')],
  ])('ends for good when %s', (_, end) => {
    const { secret } = addToken(db, system, tokenOf(email))
    end()
    expect([findToken(db, secret), listTokens(db)]).toEqual([null, []])
    changeRole('administrator')
    expect([findToken(db, secret), verify(db)]).toEqual([null, []])
  })

  it('stays where the account keeps what it needs', () => {
    const { secret } = addToken(db, system, { ...tokenOf(email), scopes: ['figures:read'] })
    for (const role of ['reader', 'administrator', 'contributor']) changeRole(role)
    expect(findToken(db, secret)?.actor.role).toBe('reader')
  })
})

it.each([
  ['2026-11-01', '2027-11-01'],
  ['2028-02-29', '2029-02-28'],
])('made on %s it ends on %s at the latest', (today, latest) => {
  expect(lastTokenDay(today)).toBe(latest)
})

it.each<[string | null, string, readonly Scope[]]>([
  [null, 'publisher', scopes],
  ['editor', 'administrator', scopes.filter((scope) => scope !== 'publish')],
  [
    'administrator',
    'contributor',
    ['figures:read', 'figures:write', 'imports', 'definitions:read', 'meetings:read', 'history:read'],
  ],
  ['reader', 'editor', ['figures:read', 'definitions:read', 'meetings:read', 'history:read']],
])(
  'a token from before there were scopes, as %s of a %s, gets those of the role and ends within a year',
  (scope, role, given) => {
    changeRole(role)
    const row = { hash: 'f'.repeat(64), name: 'gammel', user: email, expiresOn: '2999-01-01', scope }
    const older = { ...row, scopes: null, indicators: null, createdAt: null, lastUsedAt: null }
    write(db, system, { action: 'token add' }, (changeSet) => {
      db.sql.insert(tokens).values(older).run()
      changeSet.record('token', row.name, null, tokenRecord(older))
    })
    expect([bringTokensUpToDate(db, system), bringTokensUpToDate(db, system)]).toEqual([1, 0])
    expect(listTokens(db)).toMatchObject([{ name: 'gammel', scopes: given, expiresOn: '2027-11-01' }])
    expect(verify(db)).toEqual([])
  },
)
