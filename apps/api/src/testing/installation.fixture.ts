import { defaultDisclosureRule } from '@pejling/domain/indicator/disclosure-rule'
import { exampleAction } from '@pejling/domain/action-plan/action-plan.fixture'
import { exampleIndicator } from '@pejling/domain/indicator/indicator.fixture'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { withoutSalt } from '@pejling/domain/release/salt'
import type { Text } from '@pejling/domain/text'
import { system } from '../db/actor.ts'
import { migrateDatabase, openDatabase, type Database } from '../db/database.ts'
import { noAdministration } from '../data-folder/delivery-administration.ts'
import type { Delivery } from '../data-folder/delivery.ts'
import { publish } from '../releases/publish.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { seed } from '../workspace/seed.ts'

/** A text that is the same but for the language's name. */
export const text = (words: string): Text => ({ da: words, en: `${words} (en)` })

/** An indicator in percent, yearly, better when higher. */
export function indicator(slug: string, more: Partial<Indicator> = {}): Indicator {
  return exampleIndicator({
    slug,
    goals: [{ goal: 'stemme', headline: true }],
    name: text(`Navn på ${slug}`),
    numerator: text('Stemmer'),
    denominator: text('Vælgere'),
    limits: { lower: 0, upper: 100 },
    cadence: { periodKind: 'year', everyYears: 1, delayMonths: 6 },
    sources: ['register'],
    dimensions: ['alder'],
    ...more,
  })
}

/** A small policy of three goals with an indicator each: one with figures for all, groups and the country, one with few, one with none. */
export function smallDelivery(): Delivery {
  const years = ['2019', '2020', '2021', '2022', '2023', '2024']
  const line = (slug: string, area: string, categories: Record<string, string>, first: number) =>
    years.map((period, index) => ({
      indicator: slug,
      series: { area, categories },
      observation: exampleObservation(period, first + index, { provenance: 'hentet' }),
    }))
  return {
    demonstration: false,
    profile: null,
    frameworks: [
      {
        slug: 'politik',
        mark: null,
        position: 1,
        title: text('Politikken'),
        organisation: { name: text('Kommunen'), area: '217' },
        vision: text('Synet'),
        purpose: text('Formålet'),
        challenges: [],
        audience: text('Alle'),
        carriedOutBy: text('Handleplaner'),
        levels: {
          focusArea: { one: text('Fokusområde'), other: text('Fokusområder') },
          goal: { one: text('Mål'), other: text('Mål') },
        },
        note: null,
      },
    ],
    focusAreas: [
      { slug: 'demokrati', framework: 'politik', position: 1, printedNumber: null, title: text('Demokrati') },
      { slug: 'arbejde', framework: 'politik', position: 2, printedNumber: '4', title: text('Arbejde') },
    ],
    goals: [
      { slug: 'stemme', number: '1.1', focusArea: 'demokrati', text: text('Flere stemmer') },
      { slug: 'tale', number: '1.2', focusArea: 'demokrati', text: text('Flere taler') },
      { slug: 'arbejde-til-alle', number: '2.1', focusArea: 'arbejde', text: text('Flere arbejder') },
    ],
    areas: [
      { code: '217', name: text('Helsingør'), kind: 'municipality', parents: [] },
      { code: '000', name: text('Hele landet'), kind: 'country', parents: [] },
    ],
    dimensions: [
      {
        slug: 'alder',
        name: text('Alder'),
        categories: [
          { slug: '18-29', name: text('18–29 år'), code: null, parent: null },
          { slug: '30-plus', name: text('30 år og over'), code: null, parent: null },
        ],
      },
    ],
    sources: [
      {
        slug: 'register',
        producer: text('Statistikbanken'),
        title: text('Tabellen'),
        table: 'TAB1',
        url: 'https://example.org/tab1',
        licence: null,
      },
    ],
    provenances: [
      { slug: 'hentet', text: text('Hentet i dag'), viaThirdParty: true, url: null, retrievedOn: '2026-11-01' },
    ],
    indicators: [
      indicator('deltagelse', {
        formerSlugs: ['valg'],
        disclosure: { ...defaultDisclosureRule, exempt: text('Et valg') },
      }),
      indicator('taler', { goals: [{ goal: 'tale', headline: true }] }),
      indicator('arbejde', { goals: [{ goal: 'arbejde-til-alle', headline: true }] }),
    ],
    observations: [
      ...line('deltagelse', '217', {}, 60),
      ...line('deltagelse', '000', {}, 58),
      ...line('deltagelse', '217', { alder: '18-29' }, 40),
      ...line('deltagelse', '217', { alder: '30-plus' }, 65),
      { indicator: 'taler', series: { area: '217', categories: {} }, observation: exampleObservation('2024', 12.5) },
    ],
    targets: [
      {
        indicator: 'deltagelse',
        target: {
          slug: 'byraadet',
          series: '217',
          baseline: { period: '2019', value: 60 },
          target: { period: '2029', value: 75 },
          band: null,
          benchmark: null,
          milestones: [],
          method: null,
          decidedBy: text('Byrådet'),
          decidedOn: '2020-01-01',
          note: null,
        },
      },
    ],
    connections: [],
    administration: noAdministration,
    actionPlans: [
      {
        year: 2026,
        mark: null,
        framework: 'politik',
        title: text('Handleplan 2026'),
        actions: [
          exampleAction('stemmebus', {
            title: text('Stemmebus'),
            description: text('En bus med en stemmeboks'),
            responsible: text('Valgsekretariatet'),
            goals: ['stemme'],
            indicators: ['deltagelse'],
          }),
        ],
      },
    ],
  }
}

/** A clock that moves on a second every time it is asked. */
export function tickingClock(from = '2026-11-01T08:00:00.000Z'): () => string {
  let seconds = -1
  return () => {
    seconds += 1
    return new Date(Date.parse(from) + seconds * 1000).toISOString()
  }
}

/** A database of its own, in memory, with the schema of today. */
export function emptyDatabase(clock = tickingClock()): Database {
  return migrateDatabase(':memory:', clock)
}

function installationOf(delivery: Delivery): Database {
  const db = emptyDatabase()
  seed(db, system, { delivery })
  publish(db, system, { title: text('Første udgivelse'), note: null, indicators: 'all' })
  return db
}

/** What every document of a release says, by path: equal for equal material, whatever the documents' salts are. */
export function contentsOf(db: Database, release: number): [path: string, content: string][] {
  const store = openReleaseStore(db)
  return store
    .entries(release)
    .map(({ path, hash }) => [path, withoutSalt(store.document(hash)?.bytes.toString() ?? '')])
}

/** The small policy as an image that every test gets a copy of, and when its clock goes on. */
let image: { readonly bytes: Buffer; readonly from: string } | undefined

/** A database with a small policy in it, or another delivery, published as release 1. */
export function smallInstallation(delivery?: Delivery): Database {
  if (delivery) return installationOf(delivery)
  if (!image) {
    const db = installationOf(smallDelivery())
    image = { bytes: db.connection.serialize(), from: db.clock() }
    db.connection.close()
  }
  return openDatabase(image.bytes, tickingClock(image.from))
}
