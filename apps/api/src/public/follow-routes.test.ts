import type { FastifyInstance } from 'fastify'
import { parseAtomFeed } from 'feedsmith'
import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { dcatShapes } from '../exports/dcat-shapes.fixture.ts'
import { deliveredFiles, wellRead } from '../data-folder/delivered.fixture.ts'
import { publish } from '../releases/publish.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { importObservations } from '../intake/import-observations.ts'

describe('the catalogue', () => {
  let app: FastifyInstance
  beforeEach(async () => {
    app = await appOver(smallInstallation(wellRead(deliveredFiles)))
  })

  it('says of every data set what DCAT-AP demands', async () => {
    const { body, headers } = await app.inject('/api/v1/catalogue.ttl')
    expect(headers['content-type']).toBe('text/turtle; charset=utf-8')
    const shapes = new SHACLValidator(new Store(new Parser().parse(dcatShapes)))
    const quads = new Parser().parse(body)
    const report = await shapes.validate(new Store(quads))
    expect(
      report.results.map(({ focusNode, path, message }) => [
        focusNode?.value,
        path?.value,
        message.map(({ value }) => value),
      ]),
    ).toEqual([])
    expect(report.conforms).toBe(true)
    // And would not be silent if one were not said.
    for (const said of ['dc/terms/publisher', 'dc/terms/accrualPeriodicity', 'ns/dcat#contactPoint', 'terms/rights']) {
      const without = quads.filter(({ predicate }) => !predicate.value.endsWith(said))
      expect([said, without.length < quads.length, (await shapes.validate(new Store(without))).conforms]).toEqual([
        said,
        true,
        false,
      ])
    }
  })

  it('has every indicator that has figures, and no other', async () => {
    const { indicators }: { indicators: { slug: string; latest: unknown }[] } = (
      await app.inject('/api/v1/indicators')
    ).json()
    const catalogue: {
      'dcat:dataset': { 'dct:identifier': string; 'dcat:distribution': { 'dcat:accessURL': { '@id': string } }[] }[]
    } = (await app.inject('/api/v1/catalogue')).json()
    const datasets = catalogue['dcat:dataset']
    expect(datasets.map((dataset) => dataset['dct:identifier']).toSorted((a, b) => a.localeCompare(b))).toEqual(
      indicators.flatMap(({ slug, latest }) => (latest === null ? [] : [slug])).toSorted((a, b) => a.localeCompare(b)),
    )
    const addresses = datasets.flatMap((dataset) =>
      dataset['dcat:distribution'].map((one) => one['dcat:accessURL']['@id']),
    )
    for (const address of addresses.slice(0, 12)) {
      expect([address, (await app.inject(new URL(address).pathname)).statusCode]).toEqual([address, 200])
    }
  })

  it('is the same as JSON-LD and as Turtle, which is chosen by Accept', async () => {
    const asJson = await app.inject('/api/v1/catalogue')
    const asTurtle = await app.inject({ url: '/api/v1/catalogue', headers: { accept: 'text/turtle' } })
    expect(asJson.headers['content-type']).toBe('application/ld+json; charset=utf-8')
    const given: jsonld.JsonLdDocument = asJson.json()
    const quads = new Parser({ format: 'N-Quads' }).parse(
      z.string().parse(await jsonld.toRDF(given, { format: 'application/n-quads' })),
    )
    expect(new Parser().parse(asTurtle.body)).toHaveLength(quads.length)
  })
})

describe('the feeds', () => {
  let db: Database
  let app: FastifyInstance
  beforeEach(async () => {
    db = smallInstallation()
    importObservations(db, system, {
      indicator: 'taler',
      rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', 14) }],
    })
    publish(db, system, { title: text('Taler & tal <2025>'), note: null, indicators: 'all' })
    app = await appOver(db)
  })
  const entriesAt = async (url: string): Promise<string[]> => {
    const { body, headers } = await app.inject(url)
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    return body.match(/<entry>[\s\S]*?<\/entry>/g) ?? []
  }

  it('tell of every release, the newest first, and what it changed', async () => {
    const entries = await entriesAt('/api/v1/feed.atom')
    expect(entries).toHaveLength(2)
    expect(entries[0]).toContain('http://localhost:4200/udgivelser/2')
    expect(entries[0]).toContain('tal er nyt')
    expect(entries[0]).not.toContain('<2025> ')
    expect((await entriesAt('/api/v1/feed.atom?lang=en'))[0]).toContain('figure is new')
  })

  it('are read by a reader of feeds, and their entries lead to pages there are', async () => {
    for (const address of ['/api/v1/feed.atom', '/api/v1/feed.atom?lang=en', '/api/v1/goals/1.2/feed.atom']) {
      const { id, title, links = [], updated, entries = [] } = parseAtomFeed((await app.inject(address)).body)
      const own = links.find(({ rel }) => rel === 'self')?.href
      expect([id, own, title === undefined, updated]).toEqual([own, own, false, entries[0]?.updated])
      expect(entries[0]?.title?.value).toMatch(/Taler & tal <2025>/)
      expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length)
      for (const entry of entries) {
        expect(Date.parse(entry.updated ?? '')).not.toBeNaN()
        expect(entry.authors?.[0]?.name).toBeTruthy()
        expect(entry.links?.[0]?.href).toMatch(/^http:\/\/localhost:4200\/(udgivelser|en\/releases)\/\d+$/)
      }
    }
  })

  it('of a goal tell only of the releases that changed it', async () => {
    const { frameworks }: { frameworks: { slug: string }[] } = (await app.inject('/api/v1/frameworks')).json()
    const policy: { focusAreas: { goals: { number: string; indicators: string[] }[] }[] } = (
      await app.inject(`/api/v1/frameworks/${frameworks[0]?.slug}`)
    ).json()
    for (const { number, indicators } of policy.focusAreas.flatMap(({ goals }) => goals)) {
      const entries = await entriesAt(`/api/v1/goals/${number}/feed.atom`)
      expect([number, entries.length]).toEqual([number, indicators.includes('taler') ? 2 : 1])
    }
    expect((await app.inject('/api/v1/goals/9.9/feed.atom')).statusCode).toBe(404)
  })
})
