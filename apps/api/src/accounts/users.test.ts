import { verifySync } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { NotAllowedError, system } from '../db/actor.ts'
import { users } from '../db/schema.ts'
import { emptyDatabase } from '../testing/installation.fixture.ts'
import { forgetPerson } from './forget.ts'
import { resetFactors } from './second-factors.ts'
import { AccountError, addUser, changeUser, disableUser, listPeople, openUser, resetPassword } from './users.ts'

const eva = { email: 'Eva@Example.org ', name: 'Eva', role: 'editor' } as const

describe('an account', () => {
  it('begins with a one-time password that is kept only as an argon2id hash', () => {
    const db = emptyDatabase()
    const { email, password } = addUser(db, system, eva)
    const row = db.sql.select().from(users).get()
    expect(email).toBe('eva@example.org')
    expect(row?.passwordHash).toMatch(/^\$argon2id\$/)
    expect(row?.mustChangePassword).toBe(true)
    expect(verifySync(row?.passwordHash ?? '', password)).toBe(true)
    const log = JSON.stringify(db.connection.prepare('SELECT * FROM changes').all())
    expect(log).not.toContain(password)
    expect(log).not.toContain('argon2id')
  })

  it('gets another password when it is lost', () => {
    const db = emptyDatabase()
    const first = addUser(db, system, eva).password
    const second = resetPassword(db, system, { email: 'eva@example.org' }).password
    expect(second).not.toBe(first)
    expect(verifySync(db.sql.select().from(users).get()?.passwordHash ?? '', second)).toBe(true)
  })

  it('is closed but not forgotten', () => {
    const db = emptyDatabase()
    addUser(db, system, eva)
    disableUser(db, system, { email: 'eva@example.org' })
    expect(db.sql.select().from(users).get()?.disabledAt).not.toBeNull()
  })

  it('is made once, by administrators, with a real address', () => {
    const db = emptyDatabase()
    addUser(db, system, eva)
    expect(() => addUser(db, system, eva)).toThrow(AccountError)
    expect(() => addUser(db, { name: 'Per', role: 'publisher' }, { ...eva, email: 'per@example.org' })).toThrow(
      NotAllowedError,
    )
    expect(() => addUser(db, system, { ...eva, email: 'eva' })).toThrow(/email/i)
    expect(() => resetPassword(db, system, { email: 'ingen@example.org' })).toThrow(/no account/)
  })

  it('cannot be used, changed or opened once its person has been forgotten', () => {
    const db = emptyDatabase()
    addUser(db, system, eva)
    forgetPerson(db, system, { email: 'eva@example.org' })
    const email = '1@forgotten.invalid'
    expect(db.sql.select().from(users).get()?.email).toBe(email)
    const verbs = [
      () => resetPassword(db, system, { email }),
      () => changeUser(db, system, { email, name: 'Eva igen' }),
      () => openUser(db, system, { email }),
      () => disableUser(db, system, { email }),
      () => resetFactors(db, system, { email, from: null }),
    ]
    for (const verb of verbs) expect(verb).toThrow('There is no account for 1@forgotten.invalid')
    expect(listPeople(db)).toEqual([])
  })
})
