import { expect, it } from 'vitest'
import { releases } from '../db/schema.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { repair } from './repair.ts'

it('says what it settled, and what there was nothing to settle of', () => {
  const db = smallInstallation()
  const run = (given: Parameters<typeof repair>[1] = new Map()): [number, string] => {
    const lines: string[] = []
    const code = repair(db, given, (line) => lines.push(line))
    return [code, lines.join('\n')]
  }
  const words = { title: text('Novembertal'), note: null }
  expect(run()).toEqual([0, expect.stringContaining('Every release is shown as it was written')])
  expect(run(new Map([[1, words]]))).toEqual([1, expect.stringContaining('Release 1 is not there, or is shown as')])
  db.sql.update(releases).set({ title: '{"da":" ","en":""}' }).run()
  expect(run(new Map([[1, words]]))).toEqual([0, expect.stringContaining('it is shown as "Novembertal"')])
  expect(openReleaseStore(db).release(1)?.title).toEqual(words.title)
})
