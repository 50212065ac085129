import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { afterEach, expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import { openDatabase, type Database } from '../db/database.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { smallInstallation, tickingClock } from '../testing/installation.fixture.ts'
import { importObservations } from '../intake/import-observations.ts'
import { changePublishing, readPublishing } from './publishing.ts'

const folder = mkdtempSync(join(tmpdir(), 'pejling-publishing-'))
const open: Database[] = []

afterEach(() => {
  for (const { connection } of open.splice(0)) connection.close()
  rmSync(folder, { recursive: true, force: true })
})

/** One database, as two processes have it open. */
function openedTwice(): [Database, Database] {
  const small = smallInstallation()
  const file = join(folder, 'pejling.sqlite')
  writeFileSync(file, small.connection.serialize())
  small.connection.close()
  const [one, other] = [1, 2].map(() =>
    openDatabase(file, tickingClock('2026-12-01T08:00:00.000Z'), { busyTimeout: 0 }),
  )
  if (!one || !other) throw new Error('It could not be opened')
  open.push(one, other)
  return [one, other]
}

const write = (db: Database, period: string, value: number): void => {
  const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation(period, value) }]
  importObservations(db, system, { indicator: 'taler', rows })
}

it('what another process writes between the last look and the release does not come out with it', () => {
  const [db, other] = openedTwice()
  const who = {
    actor: { name: 'Ida', role: 'publisher' },
    email: 'ida@example.dk',
    account: 'ida',
    session: null,
    mustChangePassword: false,
    provenAt: null,
    byProvider: false,
  } as const
  write(db, '2031', 31)
  const { seen } = readPublishing(db, who, null)
  const typed = (name: string): string => {
    if (name === 'titleDa' || name === 'titleEn') return 'Ny'
    if (name === 'step') return 'publish'
    if (name !== 'seen') return ''
    // The page has been compared; what is published has not been compiled yet.
    expect(() => write(other, '2032', 99.25)).toThrow('database is locked')
    return seen
  }

  expect(changePublishing(db, who, null, typed)).toEqual({ release: 2 })
  const store = openReleaseStore(db)
  const document = store.document(store.version('indicators/taler', 2)?.hash ?? '')?.bytes.toString() ?? ''
  expect([document.includes('"2031"'), document.includes('99.25')]).toEqual([true, false])
})
