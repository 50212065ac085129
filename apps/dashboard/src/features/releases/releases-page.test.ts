import type { Release, ReleaseChangesDocument } from '@pejling/domain/release/release'
import { describe, expect, it } from 'vitest'
import { exampleRelease, linksOf, visit, wordsOf } from '../../app/visit.fixture.ts'

const earlier: Release[] = [6, 5].map((number) => ({
  ...exampleRelease,
  number,
  title: { da: `Nr. ${number}`, en: `No. ${number}` },
}))
const releases = { releases: [exampleRelease, ...earlier] }
const changes: ReleaseChangesDocument = {
  since: 6,
  release: 7,
  documents: [],
  indicators: [
    {
      indicator: 'valgdeltagelse-kv',
      name: { da: 'Valgdeltagelse ved kommunalvalg', en: 'Turnout at municipal elections' },
      unit: 'percent',
      decimals: 1,
      noun: null,
      periodKind: 'municipal-election',
      change: 'changed',
      verdict: { before: 'stable', after: 'improving' },
      definitionChanged: false,
      observations: [
        {
          series: '217',
          seriesName: { da: 'Helsingør', en: 'Helsingør' },
          period: '2021-11-16',
          before: { value: 68, status: 'P' },
          after: { value: 68.6, status: 'A' },
        },
        {
          series: '217',
          seriesName: { da: 'Helsingør', en: 'Helsingør' },
          period: '2025-11-18',
          before: null,
          after: { value: 70.5, status: 'A' },
        },
      ],
    },
  ],
}
const documents = {
  releases,
  'releases/7/changes?since=6': changes,
  'releases/7/changes?since=5': { ...changes, since: 5, indicators: [] },
}

describe('the list of releases', () => {
  it('leads to what each changed and to the pages as they were', () => {
    const links = linksOf(visit('/udgivelser', { documents }))
    expect(links).toEqual(expect.arrayContaining(['/udgivelser/6', '/udgivelser/6/overblik', '/udgivelser/7']))
    expect(linksOf(visit('/en/releases', { documents }))).toContain('/en/releases/6/overview')
  })
})

describe('the page of a release', () => {
  it('says in a sentence what changed, and shows old and new side by side', () => {
    const words = wordsOf(visit('/udgivelser/7', { documents }))
    expect(words).toContain('Siden udgivelse 6: 1 tal er rettet, 1 tal er nyt og 1 vurdering er ændret.')
    expect(words).toMatch(/Helsingør 16\. november 2021 68,0 % \* 68,6 %/)
    expect(words).toMatch(/Uændret\s+Forbedret/)
    expect(wordsOf(visit('/en/releases/7', { documents }))).toContain('1 figure has been corrected')
  })

  it('compares with another release, and says so where nothing changed', () => {
    const page = visit('/udgivelser/7?siden=5', { documents })
    expect(wordsOf(page)).toContain('Siden udgivelse 5: Ingen tal og ingen vurderinger er ændret.')
    expect(page.html).toContain('<option value="5" selected="">')
  })

  it('shows the fingerprints that tie it to the one before', () => {
    expect(wordsOf(visit('/udgivelser/7', { documents }))).toContain(exampleRelease.hash)
  })

  it.each(['/udgivelser/9', '/udgivelser/7?siden=7', '/udgivelser/7?siden=8'])('is not there at %s', (address) => {
    expect(visit(address, { documents }).status).toBe(404)
  })
})
