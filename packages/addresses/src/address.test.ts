import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromPath, toPath, type Address } from './address.ts'
import type { ApiPlace, SiteFile } from './api.ts'
import type { DeskPlace } from './desk.ts'
import { meetingParts } from './meetings.ts'
import { matchOne } from './pattern.ts'
import { routes } from './routes.fixture.ts'
import { apiPlaces, deskPages, siteFiles } from './words.ts'

const locale = fc.constantFrom('da', 'en')
const slug = fc.constantFrom('valgdeltagelse-kv', 'ensomhed', 'neet-16-24')
/** What stands behind an address of a program or the desk, as its sender wrote it. */
const query = fc.constantFrom('', 'release=7', 'from=2015&to=2020', 'alder=18-29&release=3', 'til=%2Fadmin')

const namesOf = (pattern: string): string[] => [...pattern.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => name ?? '')
const partsOf = (pattern: string): fc.Arbitrary<Readonly<Record<string, string>>> =>
  fc.record(
    Object.fromEntries(namesOf(pattern).map((name) => [name, fc.oneof(slug, fc.constantFrom('2.2', '7', 'æ ø/å%'))])),
  )

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] => {
  const keys: Key[] = []
  for (const key in table) keys.push(key)
  return keys
}

const apiAddress = fc.constantFrom<ApiPlace>(...keysOf(apiPlaces)).chain((place) =>
  fc.record({
    kind: fc.constant('api' as const),
    place: fc.constant(place),
    parts: partsOf(apiPlaces[place]),
    query,
  }),
)
const deskAddress = fc.constantFrom<DeskPlace>(...keysOf(deskPages)).chain((place) =>
  fc.record({
    kind: fc.constant('desk' as const),
    locale,
    place: fc.constant(place),
    parts: partsOf(deskPages[place]),
    query,
  }),
)

const address: fc.Arbitrary<Address> = fc.oneof(
  fc.record({ kind: fc.constant('page' as const), release: fc.option(fc.nat(9999)), route: routes }),
  fc.record({
    kind: fc.constant('meeting' as const),
    locale,
    part: fc.constantFrom(...meetingParts),
    slug,
    secret: fc.option(fc.constantFrom('a-secret', 'x_Y-9')),
  }),
  fc.record({ kind: fc.constant('embed' as const), locale, slug, query }),
  fc.record({ kind: fc.constant('api-page' as const), locale }),
  apiAddress,
  deskAddress,
  fc.record({
    kind: fc.constant('file' as const),
    file: fc.constantFrom<SiteFile>(...keysOf(siteFiles).filter((name) => name !== 'asset')),
  }),
)

describe('an address of the site', () => {
  it('leads back to what it was made for: every kind, both languages, in a release or in the latest', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(fromPath(toPath(one))).toEqual(one)
      }),
      { numRuns: 500 },
    )
  })

  it('is read without a mishap, whatever is asked for', () => {
    const written = fc.array(
      fc.constantFrom('/', '?', '#', '&', '=', '%', '%2F', '..', 'en', 'udgivelser', '7', 'api/v1', 'å'),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          written.map((parts) => parts.join('')),
        ),
        (asked) => {
          const found = fromPath(asked)
          // What is read is an address of the site, and its own address is read the same.
          if (found === null) return
          const own = fromPath(toPath(found))
          expect(own && toPath(own)).toBe(toPath(found))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is of one place of its table alone', () => {
    for (const table of [apiPlaces, deskPages]) {
      for (const [place, pattern] of Object.entries<string>(table)) {
        const example = pattern.replace(/:([a-zA-Z]+)/g, 'x1')
        expect(matchOne<string>(table, example)?.place).toBe(place)
      }
    }
  })
})
