import { IndicatorDocument, ObservationsDocument } from '@pejling/domain/release/documents'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NotAllowedError, system } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import { verify } from '../verification/verify.ts'
import { getIndicator, putIndicator } from '../workspace/definitions.ts'
import { readWorkspace } from '../workspace/delivery.ts'
import { importObservations } from '../intake/import-observations.ts'
import { seed } from '../workspace/seed.ts'
import {
  contentsOf,
  emptyDatabase,
  indicator,
  smallDelivery,
  smallInstallation,
  text,
} from '../testing/installation.fixture.ts'
import { publish, UnknownIndicatorError } from './publish.ts'
import { releaseChanges } from './release-changes.ts'
import { openReleaseStore } from './release-store.ts'

const everything = { title: text('Udgivelse'), note: null, indicators: 'all' } as const

const newFigure = (slug: string, period: string, value: number) => ({
  indicator: slug,
  rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation(period, value) }],
})

const members = (young: number, old: number) => ({
  indicator: 'medlemmer',
  rows: [
    { categories: {}, value: young + old },
    { categories: { alder: '18-29' }, value: young },
    { categories: { alder: '30-plus' }, value: old },
  ].map(({ categories, value }) => ({
    series: { area: '217', categories },
    observation: exampleObservation('2024', value),
  })),
})

describe('publishing', () => {
  it('gives the same documents for the same workspace, wherever it was loaded', () => {
    const here = smallInstallation()
    const there = smallInstallation(readWorkspace(here))
    expect(contentsOf(there, 1)).toEqual(contentsOf(here, 1))
  })

  it('does nothing where nothing has changed', () => {
    const db = smallInstallation()
    expect(publish(db, system, everything)).toBeNull()
    expect(openReleaseStore(db).latestNumber()).toBe(1)
  })

  it('stores a document once, however many releases it stands in', () => {
    const db = smallInstallation()
    importObservations(db, system, newFigure('arbejde', '2024', 70))
    publish(db, system, everything)
    const store = openReleaseStore(db)
    const before = store.version('indicators/deltagelse', 1)
    expect(store.version('indicators/deltagelse', 2)).toEqual(before)
    expect(store.version('indicators/arbejde', 2)?.hash).not.toBe(store.version('indicators/arbejde', 1)?.hash)
    const rows = db.connection.prepare('SELECT count(*) AS n FROM release_documents WHERE release = 2').get()
    expect(rows).toEqual({ n: expect.any(Number) })
    expect(store.entries(2).length).toBeGreaterThan(Number(Object(rows).n))
  })

  it('leaves the release before exactly as it was', () => {
    const db = smallInstallation()
    const store = openReleaseStore(db)
    const before = store.entries(1).map(({ hash }) => store.document(hash)?.bytes.toString())
    importObservations(db, system, newFigure('deltagelse', '2024', 1))
    publish(db, system, everything)
    expect(store.entries(1).map(({ hash }) => store.document(hash)?.bytes.toString())).toEqual(before)
  })

  it('publishes some indicators while the others keep what the last release had', () => {
    const db = smallInstallation()
    importObservations(db, system, newFigure('arbejde', '2024', 70))
    importObservations(db, system, newFigure('taler', '2025', 20))
    publish(db, system, { ...everything, indicators: ['taler'] })
    const store = openReleaseStore(db)
    expect(store.version('indicators/arbejde', 2)).toEqual(store.version('indicators/arbejde', 1))
    expect(store.version('indicators/taler', 2)).not.toEqual(store.version('indicators/taler', 1))
    publish(db, system, everything)
    expect(store.version('indicators/arbejde', 3)).not.toEqual(store.version('indicators/arbejde', 1))
  })

  it('keeps an indicator out of lists and goals until it is published itself', () => {
    const db = emptyDatabase()
    seed(db, system, { delivery: smallDelivery() })
    publish(db, system, { ...everything, indicators: ['taler'] })
    const store = openReleaseStore(db)
    const list = store.document(store.version('indicators', 1)?.hash ?? '')?.bytes.toString()
    expect(list).toContain('taler')
    expect(list).not.toContain('deltagelse')
  })

  it('refuses an indicator that is not there, and publishes nothing', () => {
    const db = smallInstallation()
    expect(() => publish(db, system, { ...everything, indicators: ['findes-ikke'] })).toThrow(UnknownIndicatorError)
    expect(openReleaseStore(db).latestNumber()).toBe(1)
  })

  it('is not for those who may only edit', () => {
    const db = smallInstallation()
    expect(() => publish(db, { name: 'Eva', role: 'editor' }, everything)).toThrow(NotAllowedError)
  })

  it('chains each release to the one before, whatever was done between', () => {
    const step = fc.record({
      slug: fc.constantFrom('deltagelse', 'taler', 'arbejde'),
      period: fc.integer({ min: 2000, max: 2030 }).map(String),
      value: fc.double({ min: 0, max: 100, noNaN: true }),
      publishes: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const db = smallInstallation()
        for (const { slug, period, value, publishes } of steps) {
          importObservations(db, system, newFigure(slug, period, value))
          if (publishes) publish(db, system, everything)
        }
        expect(verify(db)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  it('compiles anew what another goal’s wording changes', () => {
    const db = smallInstallation()
    const delivery = smallDelivery()
    const goals = delivery.goals.map((goal) => (goal.slug === 'tale' ? { ...goal, text: text('Alle taler') } : goal))
    seed(db, system, { delivery: { ...delivery, goals } })
    publish(db, system, everything)
    const store = openReleaseStore(db)
    expect(store.document(store.version('indicators/taler', 2)?.hash ?? '')?.bytes.toString()).toContain('Alle taler')
    expect(store.version('indicators/arbejde', 2)).toEqual(store.version('indicators/arbejde', 1))
  })

  it('withholds few people, and never shows later what an earlier release hid', () => {
    const delivery = smallDelivery()
    const body = indicator('medlemmer', { unit: 'count', noun: { one: text('en'), other: text('flere') } })
    const db = smallInstallation({ ...delivery, indicators: [...delivery.indicators, body] })
    importObservations(db, system, members(3, 40))
    publish(db, system, everything)
    // The few have become many; the others are who they were, and would give away how few there had been.
    importObservations(db, system, members(9, 40))
    publish(db, system, everything)
    const store = openReleaseStore(db)
    const shown = [2, 3].map((release) => {
      const { hash = '' } = store.version('indicators/medlemmer/observations', release) ?? {}
      const document = ObservationsDocument.parse(JSON.parse(store.document(hash)?.bytes.toString() ?? ''))
      return document.observations.map(({ value }) => value)
    })
    expect(shown).toEqual([
      [43, null, null],
      [49, null, null],
    ])
    const bytes = db.connection.prepare<[], { bytes: Buffer }>('SELECT bytes FROM documents').all()
    const about = bytes.map((row) => row.bytes.toString()).filter((document) => document.includes('medlemmer'))
    expect(about.some((document) => document.includes('"value":40,'))).toBe(false)
  })

  it('computes derived indicators from what is published, and anew when their inputs are', () => {
    const delivery = smallDelivery()
    const gap = indicator('forskel', {
      unit: 'percentage-point',
      derived: { kind: 'gap', of: 'deltagelse', dimension: 'alder', group: '18-29', against: 'total' },
    })
    const db = smallInstallation({ ...delivery, indicators: [...delivery.indicators, gap] })
    const store = openReleaseStore(db)
    const latest = (release: number): unknown => {
      const { hash = '' } = store.version('indicators/forskel', release) ?? {}
      const document = IndicatorDocument.parse(JSON.parse(store.document(hash)?.bytes.toString() ?? ''))
      expect(document.lineage?.inputs).toEqual([{ slug: 'deltagelse', name: text('Navn på deltagelse') }])
      return document.series[0]?.observations.at(-1)?.value
    }
    expect(latest(1)).toBe(-20)
    importObservations(db, system, newFigure('deltagelse', '2024', 70))
    publish(db, system, { ...everything, indicators: ['taler', 'deltagelse'] })
    expect(latest(2)).toBe(-25)
  })

  it('of a release just after midnight in Denmark, says what was late on that day', () => {
    let now = '2026-12-30T22:59:00.000Z'
    const db = { ...smallInstallation(), clock: () => now }
    write(db, system, { action: 'edit' }, (changeSet) => {
      const body = getIndicator(db, 'taler')
      if (body) putIndicator(changeSet, { ...body, nextExpectedOn: '2026-12-31' })
    })
    const late = [publish(db, system, everything)]
    importObservations(db, system, newFigure('arbejde', '2024', 70))
    now = '2026-12-31T23:00:00.000Z'
    late.push(publish(db, system, everything))
    const store = openReleaseStore(db)
    expect(
      late.map((made) => made && releaseChanges(store, 1, made.number).late.map(({ indicator: slug }) => slug)),
    ).toEqual([[], ['taler']])
  })

  it('leads a former address to the present one', () => {
    const db = smallInstallation()
    const delivery = smallDelivery()
    const indicators = [...delivery.indicators, indicator('nyt-navn', { formerSlugs: ['gammelt-navn'] })]
    seed(db, system, { delivery: { ...delivery, indicators } })
    publish(db, system, everything)
    const store = openReleaseStore(db)
    expect(store.version('redirects/indicators/gammelt-navn', 2)).not.toBeNull()
    expect(contentsOf(db, 2)).toContainEqual(['redirects/indicators/gammelt-navn', '{"indicator":"nyt-navn"}'])
  })
})
