import { beforeEach, expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { verify } from '../verification/verify.ts'
import { requireApproval } from '../releases/approval.ts'
import { listPlanned } from '../releases/planned.ts'
import { UnknownIndicatorError } from '../releases/publish.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { ReleaseWordsError } from '../releases/release-words.ts'
import { NothingToWithdrawError } from '../releases/withdraw.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { kinds, putDefinition } from '../workspace/definitions.ts'
import { withdrawFigure, type AskedFigure } from './withdraw-figure.ts'

let db: Database
let said: string
const asked = { indicator: 'taler', series: '217', period: '2024', reason: text('Ikke vores') }
const withdrawn = (): number => openReleaseStore(db).withdrawals().length

function run(about: Partial<AskedFigure>): number {
  const lines: string[] = []
  const code = withdrawFigure(db, { ...asked, ...about }, (line) => lines.push(line))
  said = lines.join('\n')
  return code
}

beforeEach(() => {
  db = smallInstallation()
})

it('lists the published figures, then where one stands, and withdraws nothing before a reason is given', () => {
  write(db, system, { action: 'edit' }, (changeSet) => {
    const meaning = { da: 'Kun 12,5 % taler', en: 'Only 12.5% speak' }
    putDefinition(changeSet, kinds.comment, { goal: 'tale', year: 2026, meaning, action: null })
  })
  expect(run({ series: null, period: null, reason: null })).toBe(0)
  expect(said).toContain('217\t2024\t12.5')
  expect(run({ reason: null })).toBe(0)
  expect(said).toMatch(/in \d+ published documents/)
  expect(said).toContain('comment tale/2026 (not published): Kun 12,5 % taler')
  expect([said.includes('Nothing was withdrawn'), withdrawn()]).toEqual([true, 0])
  expect(run({})).toBe(0)
  expect([said.includes('Withdrawn from every release'), withdrawn(), verify(db)]).toEqual([true, 1, []])
})

it('waits for a publisher where releases take two people', () => {
  requireApproval(db, system, true)
  expect(run({})).toBe(0)
  expect([said.includes('waits as planned release 1'), withdrawn()]).toEqual([true, 0])
  expect(listPlanned(db)).toMatchObject([{ state: 'waiting', withdrawal: { indicator: 'taler' } }])
})

it('refuses what is not there, and a reason nobody can read', () => {
  expect(() => run({ indicator: 'findes-ikke' })).toThrow(UnknownIndicatorError)
  expect(() => run({ period: '1999' })).toThrow(NothingToWithdrawError)
  expect(() => run({ reason: { da: 'Fordi', en: ' ' } })).toThrow(ReleaseWordsError)
  expect([withdrawn(), openReleaseStore(db).latestNumber()]).toEqual([0, 1])
})
