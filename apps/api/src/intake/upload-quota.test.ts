import { expect, it } from 'vitest'
import { addUser } from '../accounts/users.ts'
import { system } from '../db/actor.ts'
import { imports } from '../db/schema.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { beginImport, findImport, cancelImport } from './imports.ts'
import { quotaProblem } from './upload-quota.ts'

const eva = 'eva@example.org'
const ida = 'ida@example.org'

function installation() {
  const db = smallInstallation()
  for (const email of [eva, ida]) addUser(db, system, { email, name: email, role: 'contributor' })
  const send = (email: string, size: number): number =>
    beginImport(db, {
      file: { hash: `${email}${size}`, size },
      name: 'tal.csv',
      receivedBy: email,
      indicator: 'arbejde',
    })
  return { db, send }
}

it('nobody fills the disk with files that are never imported', () => {
  const { db, send } = installation()
  expect(quotaProblem(db, eva)).toBeNull()
  const numbers = Array.from({ length: 5 }, (_, index) => send(eva, 200_000_000 + index))
  expect(quotaProblem(db, eva)).toBe('quota')
  // Others may send, until all of them together have sent too much.
  expect(quotaProblem(db, ida)).toBeNull()
  const first = findImport(db, numbers[0] ?? 0)
  expect(first && cancelImport(db, first)).toBe(true)
  expect(quotaProblem(db, eva)).toBeNull()
  send(eva, 3_500_000_000)
  expect(quotaProblem(db, ida)).toBe('quota')
})

it('what has been imported counts no more', () => {
  const { db, send } = installation()
  send(eva, 2_000_000_000)
  expect(quotaProblem(db, eva)).toBe('quota')
  db.sql.update(imports).set({ changeSet: 1 }).run()
  expect(quotaProblem(db, eva)).toBeNull()
})

it('no file is taken where the disk is nearly full', () => {
  const { db } = installation()
  expect(quotaProblem(db, eva, () => ({ free: 1_000_000, total: 1e12 }))).toBe('no-room')
})
