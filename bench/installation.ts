import { defaultDisclosureRule } from '@pejling/domain/indicator/disclosure-rule'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Dimension } from '@pejling/domain/dimension'
import type { Observation } from '@pejling/domain/observation/observation'
import type { Series } from '@pejling/domain/series'
import { addUser } from '../apps/api/src/accounts/users.ts'
import { system } from '../apps/api/src/db/actor.ts'
import { write } from '../apps/api/src/db/change-set.ts'
import { migrateDatabase, systemClock, type Database } from '../apps/api/src/db/database.ts'
import { publish } from '../apps/api/src/releases/publish.ts'
import { choosePassword } from '../apps/api/src/testing/accounts.fixture.ts'
import { indicator, smallDelivery, text } from '../apps/api/src/testing/installation.fixture.ts'
import { kinds, listDefinitions, putDefinition, putIndicator } from '../apps/api/src/workspace/definitions.ts'
import { importObservations } from '../apps/api/src/intake/import-observations.ts'
import { seed } from '../apps/api/src/workspace/seed.ts'

/** The indicator that is measured: 120 figures, the same in every installation. */
export const measured = 'maalt'

const indicatorCount = 200

/** Figures of an indicator: a headline of up to 30 years, and the rest in groups. */
function* figures(count: number, dimension: string): Generator<{ series: Series; observation: Observation }> {
  const years = 30
  for (let index = 0; index < count; index += 1) {
    const group = Math.floor(index / years)
    const categories: Record<string, string> = group === 0 ? {} : { [dimension]: `g${group}` }
    const value = 40 + ((index * 7919) % 400) / 10
    yield {
      series: { area: '217', categories },
      observation: exampleObservation(String(1995 + (index % years)), value),
    }
  }
}

function groupsOf(slug: string, count: number): Dimension {
  const categories = Array.from({ length: count }, (_, index) => ({
    slug: `g${index}`,
    name: text(`Gruppe ${index}`),
    code: null,
    parent: null,
  }))
  return { slug, name: text(slug), categories }
}

/** The indicator files are imported for: of 100 groups by 334. */
export const imported = 'indlaest'
export const importedGroups = { fin: 100, grov: 334 } as const

/** Makes an installation with an indicator of many groups, and no figures yet. */
export function makeForImport(folder: string): Database {
  mkdirSync(folder, { recursive: true })
  const db = migrateDatabase(join(folder, 'pejling.sqlite'), systemClock)
  seed(db, system, {
    delivery: {
      ...smallDelivery(),
      dimensions: Object.entries(importedGroups).map(([slug, count]) => groupsOf(slug, count + 1)),
      indicators: [indicator(imported, { dimensions: Object.keys(importedGroups) })],
      observations: [],
      targets: [],
    },
  })
  publish(db, system, { title: text('Første udgivelse'), note: null, indicators: 'all' })
  return db
}

/** A figure for each group and year of the indicator that files are imported for, as a file: 1,002,000 rows. */
export function millionRows(): Blob {
  const { fin, grov } = importedGroups
  const years = 30
  const lines = Array.from({ length: fin * grov * years }, (_, index) => {
    const group = Math.floor(index / years)
    const groups = `g${1 + (group % fin)};g${1 + (Math.floor(group / fin) % grov)}`
    return `217;${groups};${1995 + (index % years)};${String(40 + ((index * 7919) % 400) / 10).replace('.', ',')}`
  })
  return new Blob([['Område;fin;grov;År;Værdi', ...lines].join('\r\n')])
}

/** The indicator of 200,000 figures. */
export const largest = 'stort'

/** Adds to an installation an indicator of 200,000 figures that is not published yet, and one that files are imported for. */
export function addLargeIndicators(db: Database): void {
  const exempt = { ...defaultDisclosureRule, exempt: text('Måling') }
  const groups = groupsOf('stor', 6667)
  const made = [groups, ...Object.entries(importedGroups).map(([slug, count]) => groupsOf(slug, count + 1))]
  write(db, system, { action: 'bench' }, (changeSet) => {
    for (const dimension of made) putDefinition(changeSet, kinds.dimension, dimension)
    const goal = listDefinitions(db, kinds.goal)[0]?.slug ?? ''
    const common = {
      goals: [{ goal, headline: false }],
      sources: [listDefinitions(db, kinds.source)[0]?.slug ?? ''],
      disclosure: exempt,
    }
    putIndicator(changeSet, indicator(largest, { ...common, dimensions: ['stor'] }))
    putIndicator(changeSet, indicator(imported, { ...common, dimensions: Object.keys(importedGroups) }))
  })
  importObservations(db, system, { indicator: largest, rows: [...figures(200_000, 'stor')] })
}

/** The indicator whose sheet is measured: 60 years of 40 series. */
export const sheeted = 'ark'

/** Makes an installation with an indicator of 60 years and 40 series. */
export function makeForSheet(folder: string): Database {
  mkdirSync(folder, { recursive: true })
  const db = migrateDatabase(join(folder, 'pejling.sqlite'), systemClock)
  const [years, series] = [60, 40]
  const places = Array.from({ length: series }, (_, index) => ({
    area: '217',
    categories: index === 0 ? {} : { grupper: `g${index}` },
  }))
  seed(db, system, {
    delivery: {
      ...smallDelivery(),
      dimensions: [groupsOf('grupper', series)],
      indicators: [
        indicator(sheeted, {
          dimensions: ['grupper'],
          disclosure: { ...defaultDisclosureRule, exempt: text('Måling') },
        }),
      ],
      observations: places.flatMap((place) =>
        Array.from({ length: years }, (_, year) => ({
          indicator: sheeted,
          series: place,
          observation: exampleObservation(String(1966 + year), 40 + (year % 7)),
        })),
      ),
      targets: [],
    },
  })
  publish(db, system, { title: text('Første udgivelse'), note: null, indicators: 'all' })
  return db
}

/** Makes an installation with this many figures in 200 indicators, published as release 1. */
export function makeInstallation(folder: string, observationCount: number): Database {
  mkdirSync(folder, { recursive: true })
  const db = migrateDatabase(join(folder, 'pejling.sqlite'), systemClock)
  const delivery = smallDelivery()
  const slugs = [measured, ...Array.from({ length: indicatorCount - 1 }, (_, index) => `indikator-${index}`)]
  const each = Math.round((observationCount - 120) / (indicatorCount - 1))
  const groups = Math.ceil(Math.max(120, each) / 30)
  seed(db, system, {
    delivery: {
      ...delivery,
      // The measured indicator has a dimension of its own, so that its document is the same beside many groups and few.
      dimensions: [groupsOf('lille', 4), groupsOf('stor', groups)],
      indicators: slugs.map((slug) =>
        indicator(slug, {
          dimensions: [slug === measured ? 'lille' : 'stor'],
          goals: [{ goal: 'stemme', headline: slug === measured }],
          // Its groups have no counts; what is measured here is how many figures there are.
          disclosure: { ...defaultDisclosureRule, exempt: text('Måling') },
        }),
      ),
      observations: [],
      targets: [],
    },
  })
  for (const slug of slugs) {
    importObservations(db, system, {
      indicator: slug,
      rows: slug === measured ? [...figures(120, 'lille')] : [...figures(each, 'stor')],
    })
  }
  publish(db, system, { title: text('Første udgivelse'), note: null, indicators: 'all' })
  return db
}

/** Changes one figure and publishes; answers the milliseconds that publishing took. */
export function changeAndPublish(db: Database, round: number): number {
  importObservations(db, system, {
    indicator: measured,
    rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2024', 50 + round / 10) }],
  })
  const began = performance.now()
  publish(db, system, { title: text(`Udgivelse ${round}`), note: null, indicators: 'all' })
  return performance.now() - began
}

/** Makes an editor who has chosen a password, for working at the desk. */
export async function addEditor(db: Database, email: string, password: string): Promise<void> {
  const { password: oneTime } = addUser(db, system, { email, name: 'Bench', role: 'editor' })
  await choosePassword(db, email, oneTime, password)
}
