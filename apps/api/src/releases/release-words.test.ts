import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import { backup, restore } from '../verification/backup.ts'
import { write } from '../db/change-set.ts'
import { openDatabase, type Database } from '../db/database.ts'
import { releases } from '../db/schema.ts'
import { verify } from '../verification/verify.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation, text, tickingClock } from '../testing/installation.fixture.ts'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { importObservations } from '../intake/import-observations.ts'
import { publish } from './publish.ts'
import { planRelease } from './planned.ts'
import { releaseHash } from './release-hash.ts'
import { openReleaseStore } from './release-store.ts'
import { ReleaseWordsError } from './release-words.ts'
import { repairReleases } from './repair-release.ts'

let db: Database

/** As a release was made before its words were checked: hashed and recorded just as they were given. */
function publishUnchecked(title: unknown, note: unknown): void {
  write(db, system, { action: 'publish' }, (changeSet) => {
    const store = openReleaseStore(db)
    const number = store.latestNumber() + 1
    const previousHash = store.release(number - 1)?.hash ?? null
    const header = { number, publishedAt: changeSet.at, title, note, publishedBy: 'system', previousHash }
    const release = { ...header, hash: releaseHash(header, store.entries(number - 1)) }
    const stored = { title: JSON.stringify(title), note: note === null ? null : JSON.stringify(note) }
    db.sql
      .insert(releases)
      .values({ ...release, ...stored })
      .run()
    changeSet.record('release', String(number), null, JSON.stringify(release))
  })
}

const change = (): void => {
  const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', 14) }]
  importObservations(db, system, { indicator: 'taler', rows })
}

beforeEach(() => {
  db = smallInstallation()
  change()
})

describe('the words of a new release', () => {
  it.each([
    ['an empty title', { da: '', en: '' }, null, 'title of the release is empty in Danish'],
    ['a blank title', { da: 'Ny', en: ' \u00A0' }, null, 'title of the release is empty in English'],
    ['an empty note', text('Ny'), { da: '', en: '' }, 'note of the release is empty in Danish'],
  ])('%s is refused by whoever publishes or plans, and nothing is published', (_, title, note, message) => {
    expect(() => publish(db, system, { title, note, indicators: 'all' })).toThrow(message)
    const plan = { title, note, indicators: 'all', seen: '', publishAt: null } as const
    expect(() => planRelease(db, { actor: system, email: 'x@example.dk' }, plan)).toThrow(ReleaseWordsError)
    expect(openReleaseStore(db).latestNumber()).toBe(1)
  })

  it('lose the spaces around them before they are hashed', () => {
    publish(db, system, { title: { da: ' Nye tal ', en: 'New figures\n' }, note: null, indicators: 'all' })
    expect(openReleaseStore(db).release(2)).toMatchObject({ title: { da: 'Nye tal', en: 'New figures' } })
    expect(openReleaseStore(db).release(2)).not.toHaveProperty('hashedWords')
    expect(verify(db)).toEqual([])
  })
})

describe('a release whose words cannot be shown as they were written', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pejling-words-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it.each([
    ['an empty note', { da: 'x', en: 'x' }, { da: '', en: '' }, { da: 'x', en: 'x' }, null],
    ['an empty title', { da: ' ', en: '' }, null, { da: 'Udgivelse 2', en: 'Release 2' }, null],
    ['one language', { da: 'Tal', en: '' }, { da: '', en: 'Why' }, { da: 'Tal', en: 'Tal' }, { da: 'Why', en: 'Why' }],
    ['a space behind', { da: 'Tal ', en: 'Tal ' }, null, { da: 'Tal', en: 'Tal' }, null],
    ['no text at all', 7, [null], { da: 'Udgivelse 2', en: 'Release 2' }, null],
  ])(
    'for %s is read all the same, proven, backed up, restored and followed by others',
    async (_, title, note, ...shown) => {
      publishUnchecked(title, note)
      const [shownTitle, shownNote] = shown
      const written = { title: JSON.stringify(title), note: note === null ? null : JSON.stringify(note) }
      expect(openReleaseStore(db).release(2)).toMatchObject({
        title: shownTitle,
        note: shownNote,
        hashedWords: written,
      })
      expect(verify(db)).toEqual([])
      const app = await appOver(db)
      for (const address of [
        '/',
        '/api/v1/indicators',
        '/api/v1/releases/2',
        '/api/v1/releases',
        '/admin/log-ind',
        '/readyz',
      ]) {
        expect([address, (await app.inject({ url: address, headers: { host: 'localhost' } })).statusCode]).toEqual([
          address,
          200,
        ])
      }
      publish(db, system, { title: text('Den næste'), note: null, indicators: 'all' })
      await backup(db, join(folder, 'copy.sqlite'))
      restore(join(folder, 'copy.sqlite'), join(folder, 'restored.sqlite'), tickingClock())
      const restored = openDatabase(join(folder, 'restored.sqlite'), tickingClock())
      expect(openReleaseStore(restored).releases(3)).toEqual(openReleaseStore(db).releases(3))
      restored.connection.close()
    },
  )

  it('is settled by the repair, which says so in the history and touches nothing that was hashed', () => {
    publishUnchecked({ da: ' ', en: ' ' }, { da: '', en: '' })
    const before = db.sql.select().from(releases).all()
    const written = { title: '{"da":" ","en":" "}', note: '{"da":"","en":""}' }
    expect(repairReleases(db, system)).toEqual([
      { number: 2, title: { da: 'Udgivelse 2', en: 'Release 2' }, note: null, written },
    ])
    expect(repairReleases(db, system)).toEqual([])
    const words = { title: text('Novembertal'), note: text('Med valget') }
    expect(repairReleases(db, system, new Map([[2, words]]))).toMatchObject([words])
    expect(openReleaseStore(db).release(2)).toMatchObject({ ...words, hashedWords: written })
    expect(() => repairReleases(db, system, new Map([[2, { title: { da: ' ', en: '' }, note: null }]]))).toThrow(
      ReleaseWordsError,
    )
    expect(db.sql.select().from(releases).all()).toEqual(before)
    expect(verify(db)).toEqual([])
  })
})
