import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addUser } from '../../apps/api/src/accounts/users.ts'
import { system } from '../../apps/api/src/db/actor.ts'
import { migrateDatabase, openDatabase, systemClock, type Database } from '../../apps/api/src/db/database.ts'
import { verify } from '../../apps/api/src/verification/verify.ts'
import { openReleaseStore } from '../../apps/api/src/releases/release-store.ts'
import { indicator, smallDelivery } from '../../apps/api/src/testing/installation.fixture.ts'
import { findObservation } from '../../apps/api/src/workspace/observation-store.ts'
import { seed } from '../../apps/api/src/workspace/seed.ts'

/*
 * Saving, importing, publishing and withdrawing are killed (SIGKILL: no goodbye) at random moments, again and again over one and
 * the same database, and then over another. Whatever had been said to be done is there, nothing is half done, and the database
 * proves whole every time. Commands: ./killed.test.ts.
 */

const kills = 180
/** After so many kills it goes on with a fresh database: what has been published and withdrawn makes each step slower. */
const killsOfOne = 10
const slug = 'maalt'
const email = 'arbejde@example.dk'
const root = fileURLToPath(new URL('../../apps/api', import.meta.url))
const source = fileURLToPath(new URL('desk-work.ts', import.meta.url))
const worker = join(root, 'dist', 'desk-work', 'desk-work.js')
const folder = mkdtempSync(join(tmpdir(), 'pejling-killed-at-work-'))
const file = join(folder, 'pejling.sqlite')
const prepared = join(folder, 'prepared.sqlite')

// It is started so many times that it is built first, as the server is.
beforeAll(() =>
  build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: 'dist/desk-work', rolldownOptions: { input: source } },
  }),
)

afterAll(() => {
  for (const made of [folder, dirname(worker)]) rmSync(made, { recursive: true })
})

const valueOf = (round: number): number => (round % 9000) / 100
const years = ['2019', '2020', '2021', '2022', '2023']

/** What a release says of the figure of a year; `undefined`: it has none. */
function publishedAt(db: Database, period: string, release: number): number | null | undefined {
  const store = openReleaseStore(db)
  const version = store.version(documentPath.indicator(slug), release)
  const document = version && store.document(version.hash)
  if (!document) return undefined
  const headline = IndicatorDocument.parse(JSON.parse(document.bytes.toString())).series.find(
    ({ key }) => key === '217',
  )
  return headline?.observations.find((observation) => observation.period === period)?.value
}

/** The last round in which the figure of 2017 was withdrawn; `undefined`: it never was. Half a withdrawal fails. */
function lastWithdrawn(db: Database): number | undefined {
  const store = openReleaseStore(db)
  const [newest] = store.withdrawals()
  if (!newest) return undefined
  const releases = store.releases(Number.MAX_SAFE_INTEGER)
  const own = releases.filter(({ note }) => note?.da === newest.reason.da)
  expect(own, 'a withdrawal is a release of its own').toHaveLength(1)
  for (const { number } of releases.filter((one) => one.number <= (own[0]?.number ?? 0)))
    expect(publishedAt(db, '2017', number) ?? null, `release ${number} after a withdrawal`).toBe(null)
  return Number(newest.reason.da.replace('Nr. ', ''))
}

/** What the database says after a kill: it is whole, and each step is there as one. */
function look(): Record<'saved' | 'imported' | 'published' | 'withdrawn', number | null | undefined> {
  const db = openDatabase(file, systemClock)
  try {
    expect(verify(db)).toEqual([])
    const at = (period: string): number | null | undefined => findObservation(db, slug, '217', period)?.value
    const imported = new Set(years.map(at))
    expect([...imported], 'an import of which only some figures are there').toHaveLength(1)
    const withdrawn = lastWithdrawn(db)
    return {
      saved: at('2024'),
      imported: [...imported][0],
      published: publishedAt(db, '2024', openReleaseStore(db).latestNumber()),
      withdrawn: withdrawn && valueOf(withdrawn),
    }
  } finally {
    db.connection.close()
  }
}

/** Works for a while and is killed; answers the last round of each step that was said to be done. */
async function workAndDie(round: number): Promise<Record<string, number>> {
  const child = spawn(process.execPath, [worker, file, slug, email, String(round)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [output, complaint] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  // Whatever it does first, so that kills fall on the work and not on the start of the program.
  await Promise.race([new Promise<void>((resolve) => child.stdout.once('data', () => resolve())), ended])
  await pause(Math.random() * 120)
  child.kill('SIGKILL')
  await ended
  expect(complaint).toBe('')
  const said = output.matchAll(/^(saved|imported|published|withdrawn) (\d+)$/gm)
  return Object.fromEntries([...said].map(([, what = '', number]) => [what, Number(number)]))
}

it(`nothing said to be done is lost, and nothing is half done, in ${kills} kills`, { timeout: 600_000 }, async () => {
  const db = migrateDatabase(prepared, systemClock)
  const delivery = smallDelivery()
  seed(db, system, {
    delivery: { ...delivery, indicators: [indicator(slug)], observations: [], targets: [] },
  })
  addUser(db, system, { email, name: 'Ved arbejdet', role: 'publisher' })
  db.connection.pragma('journal_mode = DELETE')
  db.connection.close()
  let round = 1
  for (let kill = 0; kill < kills; kill += 1) {
    if (kill % killsOfOne === 0) {
      for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
      copyFileSync(prepared, file)
    }
    const done = await workAndDie(round)
    const now = look()
    // The step under way when it was killed may be done as well, though it could not say so any more.
    const lost = (['saved', 'imported', 'published', 'withdrawn'] as const).filter((step) => {
      const last = done[step]
      return last !== undefined && ![valueOf(last), valueOf(last + 1)].includes(now[step] ?? NaN)
    })
    expect(lost).toEqual([])
    round = Math.max(round, ...Object.values(done)) + 2
  }
  expect(round).toBeGreaterThan(kills)
})
