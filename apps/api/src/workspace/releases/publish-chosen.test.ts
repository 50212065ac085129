import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReleaseInput } from '@pejling/domain/workspace/releases'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { afterEach, expect, it } from 'vitest'
import { system } from '../../db/actor.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { addUser } from '../../accounts/users.ts'
import { write as changeSet } from '../../db/change-set.ts'
import { requireApproval } from '../../releases/approval.ts'
import { decidePlanned } from '../../releases/planned.ts'
import { openReleaseStore } from '../../releases/release-store.ts'
import { smallInstallation, text, tickingClock } from '../../testing/installation.fixture.ts'
import { importObservations } from '../../intake/import-observations.ts'
import {
  getIndicator,
  kinds,
  listDefinitions,
  listTargets,
  putDefinition,
  putIndicator,
  putTarget,
} from '../definitions.ts'
import { ChangedMeanwhileError, previewRelease, publishChosen, replanChosen } from './publish-chosen.ts'

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

const who = { actor: { name: 'Ida', role: 'publisher' }, email: 'ida@example.dk' } as const
const words = { title: text('Ny'), note: null, publishAt: null }

it('what another process writes between the last look and the release does not come out with it', () => {
  const [db, other] = openedTwice()
  write(db, '2031', 31)
  const { seen } = previewRelease(db, null)
  const asked: ReleaseInput = {
    ...words,
    indicators: 'all',
    get seen() {
      // What would come out has been looked at; it has not been published yet.
      expect(() => write(other, '2032', 99.25)).toThrow('database is locked')
      return seen
    },
  }
  expect(publishChosen(db, who, asked)).toMatchObject({ release: { number: 2 } })
  const store = openReleaseStore(db)
  const document = store.document(store.version('indicators/taler', 2)?.hash ?? '')?.bytes.toString() ?? ''
  expect([document.includes('"2031"'), document.includes('99.25')]).toEqual([true, false])
})

it('one list names everything that would come out, and a release carries what was chosen of it', () => {
  const db = smallInstallation()
  write(db, '2025', 31)
  importObservations(db, system, {
    indicator: 'deltagelse',
    rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', 74) }],
  })
  changeSet(db, system, { action: 'definition' }, (writing) => {
    const [part] = listDefinitions(db, kinds.focusArea)
    if (part) putDefinition(writing, kinds.focusArea, { ...part, slug: 'testdel', position: 9, title: text('Testdel') })
    putDefinition(writing, kinds.comment, { goal: 'tale', year: 2026, meaning: text('Det går'), action: null })
    const [target] = listTargets(db, 'deltagelse')
    if (target) putTarget(writing, 'deltagelse', { ...target, target: { period: '2029', value: 80 } })
  })
  const preview = previewRelease(db, ['taler'])
  expect(preview.items.map(({ id, change, chosen, choosable }) => [id, change, chosen, choosable])).toEqual([
    ['indicator:deltagelse', 'changed', false, true],
    ['indicator:taler', 'changed', true, true],
    ['focus-area:testdel', 'added', true, false],
    ['comment:tale/2026', 'added', true, false],
    ['target:deltagelse/byraadet', 'changed', false, false],
  ])
  const item = preview.items[1]
  expect(item?.figures).toMatchObject([{ period: '2025', before: null, after: { value: 31 } }])
  expect(item?.measure).toMatchObject({ unit: 'percent', periodKind: 'year' })
  expect(preview.items.map(({ goals }) => goals.length > 0)).toEqual([true, true, false, true, true])
  expect(preview.items.at(-1)?.fields).toMatchObject([
    { field: 'target', after: { da: expect.stringContaining('80') } },
  ])
  expect(item?.assessment?.before?.sentence).not.toEqual(item?.assessment?.after?.sentence)
  expect(preview.sentence.da).toBe('1 tal er nyt.')

  const made = publishChosen(db, who, { ...words, indicators: ['taler'], seen: preview.seen })
  expect(made).toMatchObject({ release: { number: 2 } })
  expect(previewRelease(db, null).items.map(({ id }) => id)).toEqual([
    'indicator:deltagelse',
    'target:deltagelse/byraadet',
  ])
  expect(() => publishChosen(db, who, { ...words, indicators: 'all', seen: preview.seen })).toThrow(
    ChangedMeanwhileError,
  )
})

it('what each item would bring is said from what to what, and told from anything else it might bring', () => {
  const db = smallInstallation()
  write(db, '2025', 31)
  changeSet(db, system, { action: 'definition' }, (writing) => {
    const deltagelse = getIndicator(db, 'deltagelse')
    const caveats = [text('Kun hvert fjerde år')]
    if (deltagelse) putIndicator(writing, { ...deltagelse, caveats })
  })
  const { items } = previewRelease(db, null)
  expect(items.map(({ id, fields }) => [id, fields.map(({ field, after }) => [field, after?.da])])).toEqual([
    ['indicator:deltagelse', [['caveats', 'Kun hvert fjerde år']]],
    ['indicator:taler', []],
  ])
  write(db, '2025', 32)
  expect(previewRelease(db, ['taler']).items.map(({ seen }, at) => seen === items[at]?.seen)).toEqual([true, false])
})

it('a release that waits is planned again of what was looked at now, and has to be approved anew', () => {
  const db = smallInstallation()
  requireApproval(db, system, true)
  addUser(db, system, { email: 'ida@example.dk', name: 'Ida', role: 'publisher' })
  addUser(db, system, { email: 'bo@example.dk', name: 'Bo', role: 'publisher' })
  const bo = { actor: { name: 'Bo', role: 'publisher' }, email: 'bo@example.dk' } as const
  write(db, '2025', 31)
  const later = { ...words, indicators: 'all', publishAt: '2027-01-01T08:00:00.000Z' } as const
  const planned = publishChosen(db, who, { ...later, seen: previewRelease(db, null).seen })
  expect(planned).toMatchObject({ planned: { number: 1, indicators: ['taler'], needsApproval: true } })
  expect(decidePlanned(db, bo, 1, 'approve')).toBe(null)
  write(db, '2024', 30)
  const again = replanChosen(db, bo, 1, { ...later, seen: previewRelease(db, null).seen })
  expect(again).toMatchObject({ plannedBy: { name: 'Bo' }, approvedBy: null, state: 'waiting' })
  expect(decidePlanned(db, bo, 1, 'approve')).toBe('own')
  expect(replanChosen(db, bo, 7, { ...later, seen: previewRelease(db, null).seen })).toBe(null)
})
