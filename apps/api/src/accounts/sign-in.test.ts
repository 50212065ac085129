import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { verify } from '../verification/verify.ts'
import { asSignedIn, choosePassword, signInParts } from '../testing/accounts.fixture.ts'
import { emptyDatabase } from '../testing/installation.fixture.ts'
import { rememberDevice } from './known-devices.ts'
import { beginCodes, confirmCodes, removeCodes, renewRecoveryCodes, stepOfCode } from './one-time-codes.ts'
import { Sealer } from './sealer.ts'
import { needsFactor, resetFactors, secondFactorsOf } from './second-factors.ts'
import { takeSecondStep, type SecondStepParts } from './second-step.ts'
import { findSession, openSession } from './sessions.ts'
import { usualTerms } from './session-terms.ts'
import { provePassword, signIn } from './sign-in.ts'
import { BurstWatch, listSignIns } from './sign-in-record.ts'
import { addUser, disableUser, openUser, resetPassword } from './users.ts'

const email = 'ida@example.dk'
const password = 'en lang adgangskode med mellemrum'
const strangers = { agent: 'Firefox', from: '192.0.2.7', device: undefined }

let db: Database
let now: string
let parts: SecondStepParts
beforeEach(() => {
  now = '2026-11-01T08:00:00.000Z'
  db = emptyDatabase(() => now)
  parts = { ...signInParts(db), sealer: new Sealer(randomBytes(32)), site: { url: 'http://localhost:4200' } }
})
const pass = (minutes: number): void => {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString()
}
async function addIda(role: 'editor' | 'publisher' = 'publisher'): Promise<string> {
  const { password: oneTime } = addUser(db, system, { email, name: 'Ida', role })
  await choosePassword(db, email, oneTime, password)
  return asSignedIn(db, email).account
}
const kinds = (): string[] => listSignIns(db, { account: null, before: null }).events.map(({ kind }) => kind)

const guess = (index: number, from: string, who = email) =>
  signIn(parts, { ...strangers, email: who, password: `wrong ${index}`, from }).catch(() => ({
    kind: 'busy' as const,
  }))

describe('a thousand wrong guesses', () => {
  it('from many addresses, all at once: the owner gets in from a known browser meanwhile, and from a new one after', async () => {
    const account = await addIda()
    rememberDevice(db, 'the owner’s browser', account)
    const all = Array.from({ length: 1000 }, (_, index) => guess(index, `10.${index >> 8}.${index & 255}.1`))
    const owner = await signIn(parts, { ...strangers, email, password, device: 'the owner’s browser' })
    expect(owner.kind).toBe('signed-in')
    const came = await Promise.all(all)
    expect(came.some(({ kind }) => kind === 'signed-in')).toBe(false)
    // Most were not even verified: too many waited.
    expect(came.filter(({ kind }) => kind === 'busy').length).toBeGreaterThan(800)
    expect((await signIn(parts, { ...strangers, email, password })).kind).toBe('signed-in')
  })

  it('from one address: neither the owner elsewhere nor a colleague behind the same address is kept out', async () => {
    await addIda()
    const { password: oneTime } = addUser(db, system, { email: 'bo@example.dk', name: 'Bo', role: 'editor' })
    const came = await Promise.all(Array.from({ length: 1000 }, (_, index) => guess(index, '192.0.2.1')))
    expect(came.filter(({ kind }) => kind === 'refused')).toHaveLength(5)
    expect(came.filter(({ kind }) => kind === 'wait')).toHaveLength(995)
    expect((await signIn(parts, { ...strangers, email, password, from: '192.0.2.2' })).kind).toBe('signed-in')
    const colleague = { ...strangers, email: 'bo@example.dk', password: oneTime, from: '192.0.2.1' }
    expect((await signIn(parts, colleague)).kind).toBe('signed-in')
    expect(new BurstWatch().notice(db)).toBeGreaterThanOrEqual(1000)
    // A thousand tries are a few lines, of an address without its last part.
    const { events } = listSignIns(db, { account: null, before: null })
    expect(events.find(({ kind }) => kind === 'held-up')).toMatchObject({
      count: 995,
      address: '192.0.2.0/24',
      name: 'Ida',
    })
  })
})

describe('a one-time password', () => {
  it('ends after a week, and another can be had', async () => {
    const { password: oneTime } = addUser(db, system, { email, name: 'Ida', role: 'editor' })
    pass(7 * 24 * 60 - 1)
    expect((await signIn(parts, { ...strangers, email, password: oneTime })).kind).toBe('signed-in')
    pass(1)
    expect((await signIn(parts, { ...strangers, email, password: oneTime })).kind).toBe('ended')
    const another = resetPassword(db, system, { email }).password
    expect((await signIn(parts, { ...strangers, email, password: another })).kind).toBe('signed-in')
    expect(verify(db)).toEqual([])
  })

  it('given by an administrator ends every session of the account', async () => {
    await addIda()
    const result = await signIn(parts, { ...strangers, email, password })
    resetPassword(db, system, { email })
    expect('secret' in result && findSession(db, result.secret, usualTerms)).toBeNull()
  })
})

it('wrong current passwords are counted, for the session they are typed in', async () => {
  await addIda()
  const who = { ...asSignedIn(db, email), session: 'one' }
  const tries = Array.from({ length: 8 }, () => provePassword(parts, who, { password: 'wrong', from: '192.0.2.1' }))
  const results = await Promise.all(tries)
  expect(results.filter((result) => result === 'wrong')).toHaveLength(5)
  const right = { password, from: '192.0.2.1' }
  expect(await provePassword(parts, who, right)).toMatchObject({ kind: 'wait' })
  expect(await provePassword(parts, { ...who, session: 'another' }, right)).toBe('proven')
})

it('sessions of publishers end after an hour without use and after a day, others after a working day and a week', async () => {
  await addIda('editor')
  const open = (): string => openSession(db, { email, agent: '', by: 'password', terms: usualTerms })
  const alive = (secret: string): boolean => findSession(db, secret, usualTerms) !== null
  const editors = open()
  pass(9 * 60)
  expect(alive(editors)).toBe(true)
  addUser(db, system, { email: 'per@example.dk', name: 'Per', role: 'publisher' })
  const publishers = openSession(db, { email: 'per@example.dk', agent: '', by: 'password', terms: usualTerms })
  pass(59)
  expect([alive(editors), alive(publishers)]).toEqual([true, true])
  pass(61)
  expect([alive(editors), alive(publishers)]).toEqual([true, false])
})

it('closing ends the sessions of an account, and it is the same account that is opened again', async () => {
  addUser(db, system, { email: 'admin@example.dk', name: 'Adm', role: 'administrator' })
  const account = await addIda()
  const result = await signIn(parts, { ...strangers, email, password })
  disableUser(db, system, { email })
  expect('secret' in result && findSession(db, result.secret, usualTerms)).toBeNull()
  expect((await signIn(parts, { ...strangers, email, password })).kind).toBe('refused')
  openUser(db, system, { email })
  expect(await signIn(parts, { ...strangers, email, password })).toMatchObject({ kind: 'signed-in', account })
  expect(verify(db)).toEqual([])
})

const codeNow = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(now) })

async function withCodes(): Promise<{ readonly secret: string; readonly recovery: readonly string[] }> {
  await addIda()
  const who = asSignedIn(db, email)
  expect(needsFactor(db, who, true)).toBe(true)
  const { secret } = beginCodes(db, parts.sealer, who)
  // Until a code has been given it counts for nothing.
  expect(secondFactorsOf(db, who.account).isAny).toBe(false)
  expect(confirmCodes(db, parts.sealer, who, { code: '000000', from: '192.0.2.1' })).toBe(false)
  const recovery = confirmCodes(db, parts.sealer, who, { code: codeNow(secret), from: '192.0.2.1' })
  if (recovery === false || recovery === null) throw new Error('The code was not taken')
  expect(needsFactor(db, who, true)).toBe(false)
  pass(1)
  return { secret, recovery }
}

async function half(): Promise<string> {
  const result = await signIn(parts, { ...strangers, email, password })
  if (result.kind !== 'second-factor') throw new Error(result.kind)
  // What the password alone opened opens nothing.
  expect(findSession(db, result.secret, usualTerms)).toBeNull()
  return result.secret
}

const second = async (code: string, secret?: string) =>
  takeSecondStep(parts, { ...strangers, passkey: '', code, secret: secret ?? (await half()) })

describe('one-time codes', () => {
  it.each([
    // RFC 6238, appendix B, SHA-1: the last six of the eight digits.
    ['1970-01-01T00:00:59.000Z', '287082'],
    ['2005-03-18T01:58:29.000Z', '081804'],
    ['2005-03-18T01:58:31.000Z', '050471'],
    ['2009-02-13T23:31:30.000Z', '005924'],
    ['2033-05-18T03:33:20.000Z', '279037'],
    ['2603-10-11T11:33:20.000Z', '353130'],
  ])('at %s is %s, by the vectors of RFC 6238', (at, code) => {
    const secret = Secret.fromLatin1('12345678901234567890').base32
    expect(stepOfCode(secret, code, at)).toBe(Math.floor(Date.parse(at) / 30_000))
    const late = new Date(Date.parse(at) + 90_000).toISOString()
    expect(stepOfCode(secret, code, late)).toBeNull()
  })

  it('are asked for after the password, and none is taken twice', async () => {
    const { secret } = await withCodes()
    const code = codeNow(secret)
    expect((await second('123456')).kind).toBe('wrong')
    const came = await second(code)
    expect(came.kind === 'signed-in' && findSession(db, came.secret, usualTerms)?.email).toBe(email)
    expect((await second(code)).kind).toBe('wrong')
    pass(1)
    expect((await second(codeNow(secret))).kind).toBe('signed-in')
    expect(JSON.stringify(db.connection.prepare('SELECT * FROM totp_secrets').all())).not.toContain(secret)
    expect(verify(db)).toEqual([])
  })

  it('can be guessed at no faster than passwords, from wherever, and not for ever after the password', async () => {
    await withCodes()
    const secret = await half()
    const kindsOf = Array.from({ length: 20 }, async (_, index) => {
      const given = { ...strangers, passkey: '', code: `00000${index}`, secret, from: `10.0.0.${index}` }
      return (await takeSecondStep(parts, given)).kind
    })
    const results = await Promise.all(kindsOf)
    expect(results.filter((kind) => kind === 'wrong')).toHaveLength(5)
    pass(11)
    expect((await second('123456', secret)).kind).toBe('again')
  })

  it('have recovery codes beside them, each good for once, and new ones end the old', async () => {
    const { recovery } = await withCodes()
    expect(recovery).toHaveLength(10)
    const [first = '', other = ''] = recovery
    expect((await second(first.toUpperCase().replaceAll('-', ' '))).kind).toBe('signed-in')
    expect((await second(first)).kind).toBe('wrong')
    expect(secondFactorsOf(db, asSignedIn(db, email).account).recoveryLeft).toBe(9)
    renewRecoveryCodes(db, asSignedIn(db, email), '192.0.2.1')
    expect((await second(other)).kind).toBe('wrong')
    expect(kinds()).toEqual(expect.arrayContaining(['codes-added', 'recovery-used', 'recovery-made', 'wrong-code']))
  })

  it('are taken away by their owner, or by an administrator when the phone is lost', async () => {
    await withCodes()
    removeCodes(db, asSignedIn(db, email), '192.0.2.1')
    expect((await signIn(parts, { ...strangers, email, password })).kind).toBe('signed-in')
    const { secret } = beginCodes(db, parts.sealer, asSignedIn(db, email))
    confirmCodes(db, parts.sealer, asSignedIn(db, email), { code: codeNow(secret), from: '192.0.2.1' })
    resetFactors(db, system, { email, from: null })
    expect(secondFactorsOf(db, asSignedIn(db, email).account)).toMatchObject({ isAny: false, recoveryLeft: 0 })
    expect(verify(db)).toEqual([])
  })
})

it('the provider asks for its own second factor, and readers need none', async () => {
  await addIda('editor')
  expect(needsFactor(db, asSignedIn(db, email), true)).toBe(false)
  addUser(db, system, { email: 'per@example.dk', name: 'Per', role: 'publisher' })
  const per = asSignedIn(db, 'per@example.dk')
  expect([needsFactor(db, per, true), needsFactor(db, per, false)]).toEqual([true, false])
  expect(needsFactor(db, { ...per, byProvider: true }, true)).toBe(false)
})
