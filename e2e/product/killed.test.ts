import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, systemClock } from '../../apps/api/src/db/database.ts'
import { verify } from '../../apps/api/src/db/verify.ts'
import { openReleaseStore } from '../../apps/api/src/releases/release-store.ts'
import { getIndicator, kinds, listDefinitions } from '../../apps/api/src/workspace/definitions.ts'
import { findObservation } from '../../apps/api/src/workspace/observations.ts'
import { pejling, start } from './command-line.ts'

/*
 * The command is killed (SIGKILL: no goodbye) at moments spread at random over the time it takes. Whatever had been
 * acknowledged is there, whatever had not is not there at all, and the database proves whole.
 */

const kills = 50
const slug = 'valgdeltagelse-kv'
let folder: string

/** Runs a command once to see how long it takes, in milliseconds. */
async function duration(args: readonly string[], into: string): Promise<number> {
  const began = performance.now()
  const { code, output } = await pejling(args, into)
  expect(code, output).toBe(0)
  return performance.now() - began
}

/** Starts a command and kills it after a while; answers whether it had ended by itself, and well, before that. */
async function killAfter(milliseconds: number, args: readonly string[], into: string): Promise<boolean> {
  const running = start(args, into)
  const timer = setTimeout(() => running.process.kill('SIGKILL'), milliseconds)
  const { code } = await running.ended
  clearTimeout(timer)
  return code === 0
}

function look<T>(into: string, at: (db: ReturnType<typeof openDatabase>) => T): T {
  const db = openDatabase(join(into, 'pejling.sqlite'), systemClock)
  try {
    expect(verify(db)).toEqual([])
    return at(db)
  } finally {
    db.connection.close()
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-killed-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

describe(`killed ${kills} times at random moments`, () => {
  it('loading the delivered data leaves all of it or nothing', { timeout: 300_000 }, async () => {
    const whole = await duration(['seed'], join(folder, 'seed-whole'))
    for (let kill = 0; kill < kills; kill += 1) {
      const into = join(folder, `seed-${kill}`)
      mkdirSync(into)
      const done = await killAfter(Math.random() * whole * 1.1, ['seed'], into)
      const there = look(into, (db) => ({
        frameworks: listDefinitions(db, kinds.framework).length,
        indicator: getIndicator(db, slug) !== null,
      }))
      expect(there.indicator).toBe(there.frameworks === 1)
      expect(there.indicator || !done).toBe(true)
      rmSync(into, { recursive: true })
    }
  })

  it(
    'importing leaves every row or none, and publishing leaves a whole release or none',
    { timeout: 600_000 },
    async () => {
      const into = join(folder, 'import')
      await pejling(['seed'], into)
      await pejling(['publish', '--title', 'Første'], into)
      const file = join(folder, 'figures.csv')
      const write = (value: number): void => {
        const rows = ['2013-11-19', '2017-11-21', '2021-11-16', '2025-11-18'].map((period) => `217,${period},${value}`)
        writeFileSync(file, `area,period,value\n${rows.join('\n')}\n`)
      }
      const importing = ['import', file, '--indicator', slug]
      write(10)
      const importTime = await duration(importing, into)
      const publishTime = await duration(['publish', '--title', 'Anden'], into)
      const values = (): (number | null | undefined)[] =>
        look(into, (db) =>
          ['2013-11-19', '2025-11-18'].map((period) => findObservation(db, slug, '217', period)?.value),
        )
      let before = values()
      for (let kill = 0; kill < kills; kill += 1) {
        const value = 20 + kill
        write(value)
        const imported = await killAfter(Math.random() * importTime * 1.1, importing, into)
        const after = values()
        expect(imported ? [[value, value]] : [before, [value, value]]).toContainEqual(after)

        const releases = look(into, (db) => openReleaseStore(db).latestNumber())
        const published = await killAfter(Math.random() * publishTime * 1.1, ['publish', '--title', 'Næste'], into)
        const now = look(into, (db) => {
          const store = openReleaseStore(db)
          const number = store.latestNumber()
          return { number, whole: store.entries(number).every(({ hash }) => store.document(hash) !== null) }
        })
        expect(now.whole).toBe(true)
        const mustBeNew = published && after[0] !== before[0]
        expect(mustBeNew ? [releases + 1] : [releases, releases + 1]).toContain(now.number)
        before = after
      }
    },
  )
})
