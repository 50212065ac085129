import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import { smallDelivery, smallInstallation, text } from '../testing/installation.fixture.ts'
import { importObservations } from '../intake/import-observations.ts'
import { putObservations } from '../workspace/observation-store.ts'
import { listValidationFindings } from '../workspace/validation-findings.ts'
import { mostCells, readFigures, saveFigures } from './figures.ts'

const places = 400

/** An indicator of 400 groups, each with a year of its own. */
function scattered() {
  const delivery = smallDelivery()
  const categories = Array.from({ length: places }, (_, at) => ({
    slug: `g${at}`,
    name: text('G'),
    code: null,
    parent: null,
  }))
  const db = smallInstallation({
    ...delivery,
    dimensions: [{ slug: 'alder', name: text('Alder'), categories }],
    observations: [],
  })
  const rows = categories.map(({ slug }, at) => ({
    series: { area: '217', categories: { alder: slug } },
    observation: exampleObservation(String(1600 + at), 50),
  }))
  importObservations(db, system, { indicator: 'arbejde', rows })
  return db
}
const about = { locale: 'da', mayWrite: true, saved: false } as const

it('a sheet shows as many cells as there is room for, says so, and older periods when they are asked for', () => {
  const db = scattered()
  const sheet = readFigures(db, 'arbejde', { ...about, period: '' })
  expect(sheet?.outOf).toEqual({ periods: places + 1, series: places + 1, mostCells })
  expect(sheet?.rows.reduce((sum, { cells }) => sum + cells.length, 0)).toBeLessThanOrEqual(mostCells)
  expect(sheet?.rows[1]?.period).toBe('1999')
  const older = readFigures(db, 'arbejde', { ...about, period: '1600' })
  expect(older?.rows.at(-1)).toMatchObject({ period: '1600' })
  expect(readFigures(smallInstallation(), 'deltagelse', { ...about, period: '' })?.outOf).toBe(null)
})

it('what has been typed into a row that is asked for is saved, whatever there was room for', () => {
  const db = scattered()
  const who = { actor: system, email: '' }
  const cells = new Map([['217;alder=g0|1600', { typed: '51', before: '50' }]])
  expect(saveFigures(db, who, 'arbejde', { cells, notes: [], reason: '', locale: 'da' })).toBe(null)
  const row = readFigures(db, 'arbejde', { ...about, period: '1600' })?.rows.at(-1)
  expect(row?.cells.find(({ name }) => name === '217;alder=g0|1600')?.typed).toBe('51')
})

it('a period that has not begun is refused at its cell, as it is for programs', () => {
  const db = smallInstallation()
  const who = { actor: system, email: '' }
  const cells = new Map([['217|2052', { typed: '51', before: '' }]])
  const sheet = saveFigures(db, who, 'taler', { cells, notes: [], reason: '', locale: 'da' })
  const cell = sheet?.rows.flatMap((row) => row.cells).find(({ name }) => name === '217|2052')
  expect(cell?.problem?.da).toContain('2052 er ikke begyndt endnu')
})

it('warnings are those of the figures as they stand, also when what was written is taken back', () => {
  const db = smallInstallation()
  const kinds = (): string[] =>
    listValidationFindings(db, ['taler']).flatMap(({ warnings }) => warnings.map(({ kind }) => kind))
  const series = { area: '217', categories: {} }
  const odd = [{ series, observation: exampleObservation('2025', 1250) }]
  expect(kinds()).toEqual([])
  expect(() =>
    write(db, system, { action: 'figures' }, (changeSet) => {
      putObservations(changeSet, 'taler', odd)
      expect(kinds()).toEqual(['unit-change', 'impossible'])
      throw new Error('taken back')
    }),
  ).toThrow('taken back')
  expect(kinds()).toEqual([])
  importObservations(db, system, {
    indicator: 'taler',
    rows: [{ series, observation: exampleObservation('2025', 13) }],
  })
  expect(kinds()).toEqual([])
  importObservations(db, system, { indicator: 'taler', rows: odd })
  expect(kinds()).toEqual(['unit-change', 'impossible'])
})
