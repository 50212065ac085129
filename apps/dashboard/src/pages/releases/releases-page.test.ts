import type { IndicatorChange, Release, ReleaseChangesDocument } from '@pejling/domain/release/release'
import { describe, expect, it } from 'vitest'
import { exampleRelease, linksOf, visit, wordsOf } from '../../app/visit.fixture.ts'
import type { VisitChange } from '../../app/visit.fixture.ts'

const earlier: Release[] = [6, 5, 1].map((number) => ({
  ...exampleRelease,
  number,
  title: { da: `Nr. ${number}`, en: `No. ${number}` },
  publishedBy: 'system',
}))
const releases = { releases: [exampleRelease, ...earlier] }
const helsingør = { series: '217', seriesName: { da: 'Helsingør', en: 'Helsingør' } } as const
const turnout: IndicatorChange = {
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
    { ...helsingør, period: '2021-11-16', before: { value: 68, status: 'P' }, after: { value: 68.6, status: 'A' } },
    { ...helsingør, period: '2025-11-18', before: null, after: { value: 70.5, status: 'A' } },
  ],
}
const otherwise: IndicatorChange = { ...turnout, verdict: null, observations: [] }
const years = (count: number): IndicatorChange['observations'] =>
  Array.from({ length: count }, (_, year) => ({
    ...helsingør,
    period: String(2000 + year),
    before: { value: year, status: 'A' as const },
    after: { value: year + 1, status: 'A' as const },
  }))

/** The material of a page where these indicators differ between two releases. */
function changed(
  indicators: readonly IndicatorChange[],
  {
    since = 6,
    release = 7,
    paths = [],
    late = [],
  }: { since?: number; release?: number; paths?: readonly string[]; late?: ReleaseChangesDocument['late'] } = {},
): VisitChange {
  const changes: ReleaseChangesDocument = {
    since,
    release,
    documents: paths.map((path) => ({ path, before: exampleRelease.hash, after: exampleRelease.hash })),
    indicators: [...indicators],
    late: [...late],
  }
  return { documents: { releases, [`releases/${release}/changes?since=${since}`]: changes } }
}

describe('the list of releases', () => {
  it('leads to what each changed and to the pages as they were, newest first', () => {
    const page = visit('/udgivelser', { documents: { releases } })
    const shown = linksOf(page).filter((href) => /^\/udgivelser\/\d/.test(href))
    expect(shown.slice(0, 4)).toEqual([
      '/udgivelser/7',
      '/udgivelser/7/overblik',
      '/udgivelser/6',
      '/udgivelser/6/overblik',
    ])
    expect(linksOf(visit('/en/releases', { documents: { releases } }))).toContain('/en/releases/6/overview')
  })

  it('says who published each, also where that was no person', () => {
    const words = wordsOf(visit('/udgivelser', { documents: { releases } }))
    expect(words).toContain('Den nyeste · 12. februar 2026, udgivet af Redaktionen')
    expect(words).toContain('12. februar 2026, udgivet af systemet')
  })
})

describe('the page of a release', () => {
  it('says in a sentence what changed, and shows old and new side by side', () => {
    const words = wordsOf(visit('/udgivelser/7', changed([turnout])))
    expect(words).toContain('Siden udgivelse 6: 1 tal er rettet, 1 tal er nyt og 1 vurdering er ændret.')
    expect(words).toContain('16. november 2021 Helsingør 68,0 % (foreløbigt) 68,6 %')
    expect(words).toContain('Før Uændret Nu Forbedret')
    expect(wordsOf(visit('/en/releases/7', changed([turnout])))).toContain('1 figure has been corrected')
  })

  it('begins with what was corrected, then what was removed', () => {
    const observations = [
      ...turnout.observations,
      { ...helsingør, period: '2017-11-21', before: { value: 72, status: 'A' as const }, after: null },
    ]
    const { html } = visit('/udgivelser/7', changed([{ ...turnout, observations }]))
    expect([...html.matchAll(/<h2 id="(\w+)"/g)].map(([, id]) => id)).toEqual([
      'corrected',
      'removed',
      'verdicts',
      'added',
      'proof',
    ])
  })

  it('compares with another release, and says so where nothing changed', () => {
    const page = visit('/udgivelser/7?siden=5', changed([], { since: 5 }))
    expect(wordsOf(page)).toContain('Siden udgivelse 5: ingen tal og ingen vurderinger er ændret.')
    expect(page.html).toContain('<option value="5" selected="">')
  })

  it('names the texts where only texts changed', () => {
    const paths = ['frameworks/medborgerskab', 'goals/2.2', 'goals', 'action-plans/2026']
    const words = wordsOf(visit('/udgivelser/7', changed([], { paths })))
    expect(words).toContain('Hvert tal og hver vurdering er som i udgivelse 6.')
    expect(words).toContain('Politikkens tekster Mål 2.2 Handleplanen for 2026')
  })

  it('shows what an indicator was beside what it is where its description changed, and hides no other change', () => {
    const described = { ...otherwise, definitionChanged: true }
    const page = visit('/udgivelser/7', changed([described, { ...otherwise, indicator: 'elevtrivsel' }]))
    expect(wordsOf(page)).toContain('Andet, der er ændret ved en indikator 1')
    expect(linksOf(page)).toEqual(
      expect.arrayContaining([
        '/indikator/valgdeltagelse-kv',
        '/udgivelser/6/indikator/valgdeltagelse-kv',
        '/udgivelser/6/indikator/elevtrivsel',
      ]),
    )
  })

  it('leads to an indicator that was removed as it was while it was there', () => {
    const gone: IndicatorChange = { ...otherwise, change: 'removed' }
    const links = linksOf(visit('/udgivelser/7', changed([gone])))
    expect(links).toContain('/udgivelser/6/indikator/valgdeltagelse-kv')
    expect(links).not.toContain('/indikator/valgdeltagelse-kv')
  })

  it('tells what should have been there and was not', () => {
    const name = { da: 'Medlemmer', en: 'Members' }
    const late = [{ indicator: 'medlemmer', name, expectedOn: '2026-05-01' }]
    expect(wordsOf(visit('/udgivelser/7', changed([turnout], { late })))).toContain(', ventet 1. maj 2026')
    expect(wordsOf(visit('/udgivelser/7', changed([turnout])))).not.toContain('forsinkede')
  })

  it('leads to the pages as they were where it is not the release that is read', () => {
    const links = linksOf(visit('/udgivelser/6', changed([turnout], { since: 5, release: 6 })))
    expect(links).toContain('/udgivelser/6/indikator/valgdeltagelse-kv')
    expect(links).toEqual(expect.arrayContaining(['/udgivelser/5', '/udgivelser/7']))
  })

  it('folds a long list, indicator by indicator', () => {
    const few = visit('/udgivelser/7', changed([{ ...turnout, periodKind: 'year', observations: years(20) }]))
    expect(few.html).not.toContain('<details')
    const many = visit('/udgivelser/7', changed([{ ...turnout, periodKind: 'year', observations: years(21) }]))
    expect(many.html.match(/<details/g)).toHaveLength(1)
    expect(wordsOf(many)).toContain('Valgdeltagelse ved kommunalvalg 21 tal')
  })

  it('lists indicators rather than figures where everything is new', () => {
    const observations = turnout.observations.map((figure) => ({ ...figure, before: null }))
    const first: IndicatorChange = { ...turnout, change: 'added', observations }
    const unmeasured: IndicatorChange = { ...otherwise, indicator: 'elevtrivsel', change: 'added' }
    const words = wordsOf(visit('/udgivelser/1', changed([first, unmeasured], { since: 0, release: 1 })))
    expect(words).toContain('Det er den første udgivelse, så alt er nyt: 2 indikatorer med 2 tal.')
    expect(words).toContain('Valgdeltagelse ved kommunalvalg 2 tal 1 endnu uden tal')
    expect(words).not.toContain('70,5')
    const later = wordsOf(visit('/en/releases/7?since=0', changed([first], { since: 0 })))
    expect(later).toContain('Everything published up to and including release 7: 1 indicator with 2 figures.')
  })

  it('shows the fingerprints that tie it to the one before', () => {
    expect(wordsOf(visit('/udgivelser/7', changed([])))).toContain(exampleRelease.hash)
  })

  it.each(['/udgivelser/9', '/udgivelser/7?siden=7', '/udgivelser/7?siden=8'])('is not there at %s', (address) => {
    expect(visit(address, changed([])).status).toBe(404)
  })
})
