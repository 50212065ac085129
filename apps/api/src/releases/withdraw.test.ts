import { ObservationsDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { beforeEach, describe, expect, it } from 'vitest'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { NotAllowedError, system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { verify } from '../verification/verify.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { importObservations } from '../intake/import-observations.ts'
import { findObservation, listAllObservations } from '../workspace/observation-store.ts'
import { publish } from './publish.ts'
import { openReleaseStore } from './release-store.ts'
import { countShowing, NothingToWithdrawError, withdraw } from './withdraw.ts'

/* A figure that must not stand is nowhere any more, and everything else still proves. */

/** A value nothing else in the installation can be. */
const secret = 63.123456789
let db: Database
let slug: string

const revise = (period: string, value: number, series = {}): void => {
  importObservations(db, system, {
    indicator: slug,
    rows: [{ series: { area: '217', categories: series }, observation: exampleObservation(period, value) }],
  })
  publish(db, system, { title: text('Ny'), note: null, indicators: 'all' })
}

/** Every document of every release, as it stands now. */
function everything(): string {
  const store = openReleaseStore(db)
  return store
    .releases(store.latestNumber())
    .flatMap(({ number }) => store.entries(number).map(({ hash }) => store.document(hash)?.bytes.toString() ?? ''))
    .join('\n')
}

const reason = { da: 'Tallet hørte til en anden', en: 'The figure belonged to somebody else' }
const figure = (period: string, series = '217') => ({ indicator: slug, series, period, reason })

beforeEach(() => {
  db = smallInstallation()
  slug = listAllObservations(db)[0]?.indicator ?? ''
  // The figure stands in several releases, as the latest and as one among others.
  revise('2025', secret)
  revise('2024', 41)
  revise('2026', 70)
})

describe('a withdrawn figure', () => {
  it('of another area is no longer compared with, in any release', () => {
    expect(everything()).toContain('22,0\u00A0procentpoint under landet')
    withdraw(db, system, figure('2024', '000'))
    expect(everything()).not.toContain('22,0\u00A0procentpoint')
    expect(everything()).not.toMatch(/"difference":-22\b/)
  })

  it('is in no document of any release, nor is any sentence that told it', () => {
    expect(everything()).toContain(String(secret))
    expect(everything()).toContain('63,1')
    const { documents } = withdraw(db, system, figure('2025'))
    expect(documents.length).toBeGreaterThan(4)
    expect(everything()).not.toContain(String(secret))
    expect(everything()).not.toMatch(/63[.,]1/)
    expect(findObservation(db, slug, '217', '2025')).toMatchObject({ value: null, status: 'O' })
  })

  it('leaves its reason where it stood, in a release of its own and in the old ones', () => {
    withdraw(db, system, figure('2025'))
    const store = openReleaseStore(db)
    expect(store.release(store.latestNumber())?.note).toEqual(reason)
    for (const release of [2, 3, 4, store.latestNumber()]) {
      const version = store.version(documentPath.observations(slug), release)
      const document = version && store.document(version.hash)
      const { observations } = ObservationsDocument.parse(JSON.parse(document?.bytes.toString() ?? ''))
      const row = observations.find(
        ({ period, area, categories }) => period === '2025' && area === '217' && Object.keys(categories).length === 0,
      )
      expect(row).toMatchObject({ value: null, status: 'O', footnote: { en: `Withdrawn: ${reason.en}` } })
    }
    expect(store.withdrawals()).toMatchObject([{ number: 1, indicator: slug, series: '217', period: '2025', reason }])
  })

  it('leaves the chain whole: all else proves, and putting the figure back does not', () => {
    const { documents } = withdraw(db, system, figure('2025'))
    expect(verify(db)).toEqual([])
    const { hash } = documents[0] ?? { hash: '' }
    db.connection.prepare('UPDATE documents SET bytes = ? WHERE hash = ?').run(Buffer.from('{}'), hash)
    expect(
      verify(db)
        .map(({ where }) => where)
        .join(),
    ).toContain('document')
    db.connection.prepare('DELETE FROM withdrawn_documents WHERE hash = ?').run(hash)
    expect(verify(db)).toContainEqual({
      where: `document ${hash}`,
      what: 'a figure was withdrawn from it, and is back',
    })
  })

  it('may be followed by another one in the same documents', () => {
    revise('2023', 55.987654321)
    withdraw(db, system, figure('2025'))
    withdraw(db, system, figure('2023'))
    expect(everything()).not.toMatch(/63\.1234|55\.9876/)
    expect(verify(db)).toEqual([])
  })

  it('may be of a group, and nothing else of the indicator is touched', () => {
    revise('2025', 12.345678, { alder: '18-29' })
    const told = countShowing(db, figure('2025', '217;alder=18-29'))
    expect(withdraw(db, system, figure('2025', '217;alder=18-29')).documents).toHaveLength(told)
    expect(everything()).not.toContain('12.345678')
    expect(everything()).toContain(String(secret))
  })
})

it('there has to be such a figure, and somebody who may', () => {
  expect(() => withdraw(db, system, figure('1999'))).toThrow(NothingToWithdrawError)
  expect(() => withdraw(db, { name: 'R', role: 'editor' }, figure('2025'))).toThrow(NotAllowedError)
  expect(verify(db)).toEqual([])
})
