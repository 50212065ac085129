import { describe, expect, it } from 'vitest'
import { visit } from '../../app/visit.fixture.ts'
import type { VisitChange } from '../../app/visit.fixture.ts'

/** What search engines and data portals are told of a page. */
function toldOf(address: string, change?: VisitChange): unknown {
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(visit(address, change).html) ?? []
  return json === undefined ? null : JSON.parse(json)
}

describe('an indicator is a data set to search engines', () => {
  it('with what it measures, where, when, by whom, and every way to have it', () => {
    const address = 'https://maal.example.dk/en/indicator/valgdeltagelse-kv'
    expect(toldOf('/en/indicator/valgdeltagelse-kv')).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      '@id': address,
      url: address,
      name: 'Turnout at municipal elections',
      description: expect.stringMatching(/\w{3}/),
      inLanguage: 'en',
      isAccessibleForFree: true,
      creator: [{ '@type': 'Organization', name: expect.any(String) }],
      publisher: { '@type': 'Organization', name: expect.stringContaining('Helsingør') },
      includedInDataCatalog: { '@type': 'DataCatalog', url: 'https://maal.example.dk/api/v1/catalogue' },
      spatialCoverage: { '@type': 'Place', name: 'Helsingør' },
      temporalCoverage: expect.stringMatching(/^\d{4}\/2025$/),
      variableMeasured: expect.arrayContaining([
        expect.objectContaining({ name: 'Turnout at municipal elections', unitText: 'percent' }),
      ]),
      distribution: ['csv', '', 'xlsx', 'json-stat', 'zip'].map((format) => ({
        '@type': 'DataDownload',
        contentUrl: expect.stringMatching(
          format === '' ? /\/indicators\/valgdeltagelse-kv$/ : new RegExp(`/observations\\.${format}$`),
        ),
        encodingFormat: expect.any(String),
      })),
    })
  })

  it('in a pinned release of that release, and where its figures are invented of none', () => {
    expect(toldOf('/indikator/valgdeltagelse-kv', { pinned: true })).toMatchObject({
      version: '7',
      distribution: expect.arrayContaining([
        expect.objectContaining({ contentUrl: expect.stringMatching(/observations\.csv\?release=7$/) }),
      ]),
    })
    expect(toldOf('/indikator/valgdeltagelse-kv', { circumstances: { demonstration: true } })).toBeNull()
    expect(toldOf('/')).toBeNull()
  })
})
