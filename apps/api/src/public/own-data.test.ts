import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import { deliveredFiles, wellRead } from '../data-folder/delivered.fixture.ts'
import { importObservations } from '../intake/import-observations.ts'
import { publish } from '../releases/publish.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'

/* A release in which one indicator changes: what is said of all others stays as it was, to the byte. */

const delivered = wellRead(deliveredFiles)
const others = ['valgdeltagelse-kv', 'befolkning-18-plus']
const forms = ['json', 'csv', 'xlsx', 'json-stat', 'sdmx-csv', 'parquet', 'zip', 'csv-metadata.json']

interface Said {
  readonly etag: unknown
  readonly lastModified: unknown
}

let app: FastifyInstance
let before: Map<string, Said>
let catalogueBefore: string

async function saidOf(slugs: readonly string[]): Promise<Map<string, Said>> {
  const said = new Map<string, Said>()
  for (const slug of slugs) {
    for (const address of [...forms.map((form) => `observations.${form}`), 'chart.svg']) {
      const { headers, statusCode } = await app.inject(`/api/v1/indicators/${slug}/${address}`)
      expect([slug, address, statusCode]).toEqual([slug, address, 200])
      said.set(`${slug}/${address}`, { etag: headers.etag, lastModified: headers['last-modified'] })
    }
  }
  return said
}

const dates = (turtle: string, property: string): string[] =>
  [...turtle.matchAll(new RegExp(`dct:${property} "([^"]+)"`, 'g'))].map(([, date = '']) => date)

const catalogue = async (release = ''): Promise<string> => (await app.inject(`/api/v1/catalogue.ttl${release}`)).body

beforeAll(async () => {
  const db = smallInstallation(delivered)
  app = await appOver(db)
  before = await saidOf(others)
  catalogueBefore = await catalogue()
  importObservations(db, system, {
    indicator: 'neet-16-24',
    rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2030', 7) }],
  })
  publish(db, system, { title: text('Ét tal'), note: null, indicators: 'all' })
  app = await appOver(db)
})

describe('a release in which another indicator changed', () => {
  it('leaves the entity tags and dates of an indicator’s figures as they were, in every form', async () => {
    expect(await saidOf(others)).toEqual(before)
  })

  it('moves the dates of one data set in the catalogue, and keeps when the others were first published', async () => {
    const [earlier, later] = [catalogueBefore, await catalogue()]
    expect(
      dates(later, 'issued').filter((date) => !dates(earlier, 'issued').includes(date)).length,
    ).toBeLessThanOrEqual(1)
    const moved = dates(later, 'modified').filter((date) => !dates(earlier, 'modified').includes(date))
    // The catalogue, the data set, and its distributions.
    expect(moved.length).toBeGreaterThan(0)
    expect(moved.length).toBeLessThan(12)
    expect(new Set(moved).size).toBe(1)
  })

  it('has a catalogue that is the same document however often, and wherever, it is made', async () => {
    expect(await catalogue('?release=1')).toBe(catalogueBefore)
    expect(await catalogue()).toBe(await catalogue('?release=2'))
    expect(catalogueBefore).not.toMatch(/_:|\[/)
  })
})
