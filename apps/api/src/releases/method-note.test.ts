import { IndicatorDocument } from '@pejling/domain/release/documents'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { targetOf } from '@pejling/domain/progress/question.fixture'
import { expect, test } from 'vitest'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { seed } from '../workspace/seed.ts'
import { importObservations } from '../intake/import-observations.ts'
import { emptyDatabase, indicator, smallDelivery, smallInstallation, text } from '../testing/installation.fixture.ts'
import { readPublished } from './published-documents.ts'
import { publish } from './publish.ts'
import { openReleaseStore } from './release-store.ts'

const everything = { title: text('Udgivelse'), note: null, indicators: 'all' } as const

/** Makes what is published look as if an earlier compiler, with an earlier version of the methods, had made it. */
function makeOld(db: Database): void {
  const rows = db.connection.prepare<[], { hash: string; bytes: Buffer }>('SELECT hash, bytes FROM documents').all()
  const set = db.connection.prepare('UPDATE documents SET bytes = ? WHERE hash = ?')
  for (const { hash, bytes } of rows)
    set.run(Buffer.from(bytes.toString().replaceAll('"version":"2"', '"version":"1"')), hash)
  db.connection.exec("UPDATE compilations SET compiler = '6'")
}

const newFigure = (value: number) => ({
  indicator: 'arbejde',
  rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2030', value) }],
})

test('the first release assessed by new rules says so in both languages, the next does not, and earlier ones stand', () => {
  const db = smallInstallation()
  makeOld(db)
  const store = openReleaseStore(db)
  const before = store.entries(1).map(({ hash }) => store.document(hash)?.bytes.toString())
  const first = publish(db, system, { ...everything, note: { da: 'Nye tal.', en: 'New figures.' } })
  expect(first?.note?.da).toMatch(/^Nye tal\. Fra denne udgivelse vurderes udviklingen efter nye regler/)
  expect(first?.note?.en).toMatch(/^New figures\. From this release on, development is assessed by new rules/)
  importObservations(db, system, newFigure(70))
  expect(publish(db, system, everything)?.note).toBeNull()
  expect(store.entries(1).map(({ hash }) => store.document(hash)?.bytes.toString())).toEqual(before)
})

test('when the time of a target passes, the next release says so although nothing else has changed', () => {
  let now = '2026-11-01T08:00:00.000Z'
  const db = emptyDatabase(() => now)
  const delivery = smallDelivery()
  const cadence = { periodKind: 'year', everyYears: 1, delayMonths: 0 } as const
  const rows = [2024, 2025].map((year) => ({
    indicator: 'med-maal',
    series: { area: '217', categories: {} },
    observation: exampleObservation(String(year), year - 1964),
  }))
  seed(db, system, {
    delivery: {
      ...delivery,
      indicators: [...delivery.indicators, indicator('med-maal', { cadence })],
      observations: [...delivery.observations, ...rows],
      targets: [...delivery.targets, { indicator: 'med-maal', target: targetOf([2024, 60], [2026, 62]) }],
    },
  })
  const store = openReleaseStore(db)
  const verdictIn = (release: number) => {
    const version = store.version('indicators/med-maal', release)
    return version && readPublished(store, version.hash, IndicatorDocument)?.assessments[0]?.verdict
  }
  publish(db, system, everything)
  now = '2026-12-31T22:00:00.000Z'
  expect(publish(db, system, everything)).toBeNull()
  now = '2026-12-31T23:30:00.000Z'
  expect(publish(db, system, everything)?.note).toBeNull()
  expect([verdictIn(1), verdictIn(2)]).toEqual(['on-track', 'overdue'])
  expect(publish(db, system, everything)).toBeNull()
})
