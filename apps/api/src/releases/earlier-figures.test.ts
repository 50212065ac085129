import { defaultDisclosureRule, type DisclosureRule } from '@pejling/domain/indicator/disclosure-rule'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import type { Observation } from '@pejling/domain/observation/observation'
import { IndicatorDocument, ObservationsDocument } from '@pejling/domain/release/documents'
import { expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { indicator, smallInstallation, text } from '../testing/installation.fixture.ts'
import { putIndicator, putTarget } from '../workspace/definitions.ts'
import { importObservations } from '../intake/import-observations.ts'
import { listValidationFindings } from '../workspace/validation-findings.ts'
import { publish } from './publish.ts'
import { openReleaseStore } from './release-store.ts'
import { latestPublished } from './earlier-figures.ts'

const people = { ...defaultDisclosureRule, populations: { numerator: 'modtagere', denominator: null } }
const counts = indicator('modtagere', {
  unit: 'count',
  noun: { one: text('modtager'), other: text('modtagere') },
  disclosure: people,
})
const shares = indicator('andel', { disclosure: people })

function bring(db: Database, slug: string, figures: Readonly<Record<string, Partial<Observation>>>): void {
  importObservations(db, system, {
    indicator: slug,
    rows: Object.entries(figures).map(([group, one]) => ({
      series: { area: '217', categories: group === 'alle' ? {} : { alder: group } },
      observation: exampleObservation('2024', one.value ?? null, one),
    })),
  })
}

const fraction = (numerator: number, denominator: number): Partial<Observation> => ({
  value: (100 * numerator) / denominator,
  numerator,
  denominator,
})

function installation(disclosure: DisclosureRule = people) {
  const db = smallInstallation()
  write(db, system, { action: 'definition' }, (changeSet) => {
    putIndicator(changeSet, { ...counts, disclosure })
    putIndicator(changeSet, { ...shares, disclosure })
  })
  bring(db, 'modtagere', { alle: { value: 48 }, '18-29': { value: 13 }, '30-plus': { value: 35 } })
  bring(db, 'andel', { alle: fraction(48, 300), '18-29': fraction(13, 15), '30-plus': fraction(35, 285) })
  return db
}

function shown(db: Database, slug: string): string[] {
  const store = openReleaseStore(db)
  const version = store.version(`indicators/${slug}/observations`, store.latestNumber())
  const document = version && store.document(version.hash)
  if (!document) return []
  return ObservationsDocument.parse(JSON.parse(document.bytes.toString()))
    .observations.filter(({ status }) => status !== 'Q')
    .map(({ categories }) => categories['alder'] ?? 'alle')
}

const only = (slug: string) => ({ title: text('Udgivelse'), note: null, indicators: [slug] })

it.each([
  ['modtagere', 'andel'],
  ['andel', 'modtagere'],
])('what counts the same people is protected together, %s published before %s, then corrected', (first, second) => {
  const db = installation()
  publish(db, system, only(first))
  publish(db, system, only(second))
  // The share suppresses 2 of 15 who are none; the count shows whom it counts only as far as that stays so.
  const told = new Set([...shown(db, 'andel'), ...shown(db, 'modtagere')])
  expect(shown(db, 'andel')).not.toContain('18-29')
  expect(told.size).toBeGreaterThan(0)
  bring(db, 'modtagere', { alle: { value: 38 }, '18-29': { value: 3 } })
  publish(db, system, only('modtagere'))
  expect(shown(db, 'modtagere')).not.toContain('18-29')
  expect(shown(db, 'modtagere')).not.toEqual(expect.arrayContaining(['alle', '30-plus']))
})

it('the administrator is told of indicators that look alike, and of a start that will not be shown', () => {
  const db = installation(defaultDisclosureRule)
  write(db, system, { action: 'definition' }, (changeSet) =>
    putTarget(changeSet, 'andel', {
      slug: 'maal',
      series: '217;alder=18-29',
      baseline: { period: '2024', value: 86.7 },
      target: { period: '2030', value: 90 },
      band: null,
      benchmark: null,
      milestones: [],
      method: null,
      decidedBy: text('Rådet'),
      decidedOn: '2024-01-01',
      note: null,
    }),
  )
  const kinds = listValidationFindings(db, ['andel']).flatMap(({ warnings }) => warnings.map(({ kind }) => kind))
  expect(kinds).toEqual(expect.arrayContaining(['unlinked-people', 'tells-withheld']))
  expect(listValidationFindings(installation(), ['andel']).flatMap(({ warnings }) => warnings)).toEqual([])
  publish(db, system, only('andel'))
  const store = openReleaseStore(db)
  const version = store.version('indicators/andel', store.latestNumber())
  const document = IndicatorDocument.parse(JSON.parse(String(version && store.document(version.hash)?.bytes)))
  expect(document.targets).toMatchObject([{ baseline: { period: '2024', value: null } }])
})

it('the administrator is warned of a name for people that no other indicator has', () => {
  const db = installation()
  write(db, system, { action: 'definition' }, (changeSet) => {
    const { populations } = shares.disclosure
    putIndicator(changeSet, {
      ...shares,
      disclosure: { ...people, populations: { ...populations, numerator: 'vaelgre' } },
    })
  })
  const warnings = listValidationFindings(db, 'all').flatMap(({ indicator: slug, warnings: own }) =>
    own.filter(({ kind }) => kind === 'unshared-population').map(({ text: { da, en } }) => [slug, da, en]),
  )
  expect(warnings).toContainEqual(['andel', expect.stringContaining('vaelgre'), expect.stringContaining('vaelgre')])
})

it('a warning of people counted twice comes and goes with the other indicator', () => {
  const db = installation(defaultDisclosureRule)
  const isWarned = (slug: string): boolean =>
    listValidationFindings(db, [slug]).some(({ warnings }) => warnings.some(({ kind }) => kind === 'unlinked-people'))
  expect([isWarned('andel'), isWarned('modtagere')]).toEqual([true, true])
  bring(db, 'modtagere', { alle: { value: 49 } })
  expect(isWarned('andel')).toBe(false)
  bring(db, 'modtagere', { alle: { value: 48 } })
  expect(isWarned('andel')).toBe(true)
  write(db, system, { action: 'definition' }, (changeSet) => {
    putIndicator(changeSet, { ...counts, disclosure: { ...defaultDisclosureRule, exempt: text('Er ikke personer') } })
  })
  expect(isWarned('andel')).toBe(false)
})

it('the newest figure that may be told is not one that the next release withholds', () => {
  const db = installation()
  importObservations(db, system, {
    indicator: 'andel',
    rows: [
      {
        series: { area: '217', categories: {} },
        observation: exampleObservation('2025', (100 * 3) / 41, { numerator: 3, denominator: 41 }),
      },
    ],
  })
  expect(latestPublished(db, shares)?.period).toBe('2024')
})
