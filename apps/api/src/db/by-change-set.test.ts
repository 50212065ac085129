import { expect, test } from 'vitest'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { requireApproval } from '../releases/approval.ts'
import { system } from './actor.ts'
import { byChangeSet } from './by-change-set.ts'

const administrator = { ...system, role: 'administrator' } as const

test('what is computed of the workspace is computed once until something is written', () => {
  const db = smallInstallation()
  const kept = byChangeSet<number>()
  let computed = 0
  const look = (name = 'count'): number => kept(db, name, () => (computed += 1))
  expect([look(), look(), look('other'), look()]).toEqual([1, 1, 2, 1])
  requireApproval(db, administrator, true)
  expect([look(), look()]).toEqual([3, 3])
})

test('what was seen in a transaction that was rolled back is not kept', () => {
  const db = smallInstallation()
  const kept = byChangeSet<string>()
  const inside = (): string =>
    db.connection.transaction(() => {
      requireApproval(db, administrator, true)
      return kept(db, 'x', () => 'never happened')
    })()
  expect(inside()).toBe('never happened')
  expect(kept(db, 'x', () => 'as it is')).toBe('as it is')
})
