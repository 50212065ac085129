import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { beforeEach, describe, expect, it } from 'vitest'
import { NotAllowedError, system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { verify } from '../db/verify.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { importObservations } from '../workspace/import-observations.ts'
import { listAllObservations } from '../workspace/observations.ts'
import { decidePlanned, listPlanned, planRelease, publishDue, requireApproval, seenNow } from './planned.ts'
import { openReleaseStore } from './release-store.ts'

const ida = { actor: { name: 'Ida', role: 'publisher' }, email: 'ida@example.dk' } as const
const ole = { actor: { name: 'Ole', role: 'publisher' }, email: 'ole@example.dk' } as const
let db: Database
let now: string

function revise(value: number): void {
  const indicator = listAllObservations(db)[0]?.indicator ?? ''
  importObservations(db, system, {
    indicator,
    rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2024', value) }],
  })
}

const plan = (publishAt: string | null) =>
  planRelease(db, ida, { title: text('Ny'), note: null, indicators: 'all', seen: seenNow(db, 'all'), publishAt })

const latest = (): number => openReleaseStore(db).latestNumber()

beforeEach(() => {
  const small = smallInstallation()
  now = '2026-11-23T12:00:00.000Z'
  db = { ...small, clock: () => now }
  revise(42)
})

describe('a planned release', () => {
  it('is made when its time has come, once, and not before', () => {
    const before = latest()
    plan('2026-12-01T07:00:00.000Z')
    expect(publishDue(db)).toEqual([])
    now = '2026-12-01T07:00:00.000Z'
    expect(publishDue(db)).toMatchObject([{ number: before + 1, publishedBy: 'Ida', publishedAt: now }])
    expect(publishDue(db)).toEqual([])
    expect(listPlanned(db)).toMatchObject([{ state: 'published' }])
    expect(verify(db)).toEqual([])
  })

  it('is not made where it would no longer be what was looked at', () => {
    const before = latest()
    plan('2026-12-01T07:00:00.000Z')
    revise(43)
    now = '2026-12-02T07:00:00.000Z'
    expect(publishDue(db)).toEqual([])
    expect([latest(), listPlanned(db)[0]?.state]).toEqual([before, 'outdated'])
    expect(verify(db)).toEqual([])
  })

  it('can be given up', () => {
    plan('2026-12-01T07:00:00.000Z')
    expect(decidePlanned(db, ole, 1, 'cancel')).toBeNull()
    now = '2026-12-02T07:00:00.000Z'
    expect(publishDue(db)).toEqual([])
    expect(decidePlanned(db, ole, 1, 'approve')).toBe('gone')
  })
})

describe('where a release takes two people', () => {
  beforeEach(() => requireApproval(db, system, true))

  it('another than who planned it has to approve it', () => {
    plan(null)
    expect(publishDue(db)).toEqual([])
    expect(decidePlanned(db, ida, 1, 'approve')).toBe('own')
    expect(publishDue(db)).toEqual([])
    expect(decidePlanned(db, ole, 1, 'approve')).toBeNull()
    expect(publishDue(db)).toMatchObject([{ publishedBy: 'Ida, Ole' }])
    expect(verify(db)).toEqual([])
  })

  it('a planned one waits for its time as well', () => {
    plan('2026-12-01T07:00:00.000Z')
    decidePlanned(db, ole, 1, 'approve')
    expect(publishDue(db)).toEqual([])
    now = '2026-12-01T07:00:00.000Z'
    expect(publishDue(db)).toHaveLength(1)
  })

  it('nobody below a publisher decides, nor below an administrator that it takes two', () => {
    expect(() => decidePlanned(db, { ...ole, actor: { name: 'Ole', role: 'editor' } }, 1, 'approve')).toThrow(
      NotAllowedError,
    )
    expect(() => requireApproval(db, { name: 'Ida', role: 'publisher' }, false)).toThrow(NotAllowedError)
  })
})
