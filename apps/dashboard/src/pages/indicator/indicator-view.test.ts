import { describe, expect, it } from 'vitest'
import { documentPath } from '@pejling/domain/release/paths'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { documentsOf, turnoutTarget } from '../../documents/documents.fixture.ts'
import { linksOf, visit, wordsOf } from '../../app/visit.fixture.ts'

const address = '/indikator/valgdeltagelse-kv'
const chartOf = (query: string): string =>
  /<svg[^>]*figure-chart[\s\S]*?<\/svg>/.exec(visit(address + query).html)?.[0] ?? ''
/** The figures drawn as points of the headline, oldest first. */
const drawn = (query: string): string[] =>
  [...chartOf(query).matchAll(/data-value="([\d.]+)"/g)].map(([, value]) => value ?? '')
const withTarget = (query: string): boolean =>
  visit(address + query, { circumstances: { targets: [turnoutTarget] } }).html.includes('figure-target-ring')

describe('what a reader chooses to see of an indicator', () => {
  it('is the development against the whole country where nothing is chosen', () => {
    expect(chartOf('')).toContain('Hele landet')
    expect(chartOf('')).not.toContain('18–29')
    expect(wordsOf(visit(address))).toContain('Periode Helsingør Hele landet 18. november 2025')
  })

  it('may be its groups, with the total named among them', () => {
    const chart = chartOf('?opdeling=alder')
    expect(chart).toContain('18–29 år')
    expect(chart).toContain('Helsingør')
    expect(chart).not.toContain('Hele landet')
    expect(wordsOf(visit(`${address}?opdeling=alder`))).toContain('Periode Helsingør 18–29 år 18. november 2025')
  })

  it('may be some of the years, in the chart and in the table', () => {
    expect(drawn('?fra=2013&til=2021')).toEqual(['72.9', '72', '68.6'])
    const words = wordsOf(visit(`${address}?fra=2013&til=2021`))
    expect(words).toContain('19. november 2013 72,9')
    expect(words).not.toContain('17. november 2009 68,4')
  })

  it('may be the figures alone, or against nothing', () => {
    expect(visit(`${address}?visning=tabel`).html).not.toContain('<figure')
    expect(chartOf('?sammenlign=ingen')).not.toContain('Hele landet')
  })

  it('may be against any of a hundred municipalities, which the page names when it is asked to', () => {
    const codes = Array.from({ length: 97 }, (_, index) => String(301 + index))
    const others = codes.map((code, index) => ({
      key: code,
      area: code,
      categories: {},
      observations: [exampleObservation('2025-11-18', 40.125 + index / 1000)],
    }))
    const areas = codes.map((code) => ({
      code,
      name: { da: `Kommune ${code}`, en: `Municipality ${code}` },
      kind: 'municipality' as const,
      parents: ['000'],
    }))
    const path = documentPath.indicator('valgdeltagelse-kv')
    const own = IndicatorDocument.parse(documentsOf().get(path))
    const documents = { [path]: { ...own, series: [...own.series, ...others], areas: [...own.areas, ...areas] } }
    const table = visit(`${address}?visning=tabel`, { documents })
    expect(wordsOf(table)).toContain('Hele landet')
    expect(wordsOf(table)).not.toContain('40,1')
    expect(visit(address, { documents }).html).not.toContain('40.125')
    expect(wordsOf(visit(`${address}?visning=tabel&sammenlign=kommune-301`, { documents }))).toContain('40,1')
    const offered = (query: string): string =>
      /<select name="sammenlign">.*?<\/select>/.exec(visit(address + query, { documents }).html)?.[0] ?? ''
    expect(offered('')).toContain('<option value="alle">Andre kommuner …</option>')
    expect(offered('')).not.toContain('Kommune 302')
    expect(offered('?sammenlign=kommune-301')).toMatch(/selected="">Kommune 301<(?!.*Kommune 302)/)
    expect(offered('?sammenlign=alle').match(/>Kommune \d/g)).toHaveLength(97)
    expect(offered('?sammenlign=alle')).toMatch(/selected="">Hele landet<(?!.*Andre kommuner)/)
    expect(visit(`${address}?sammenlign=alle`, { documents }).html).not.toContain('view-problem')
  })

  it('leaves the target out where its years are not among those chosen', () => {
    expect([withTarget(''), withTarget('?til=2025'), withTarget('?fra=2025')]).toEqual([true, false, false])
  })

  it.each([
    ['?opdeling=stjernetegn', 'Tallet findes ikke opdelt efter “stjernetegn”'],
    ['?sammenlign=maanen', 'Der er ingen tal for “maanen”'],
    ['?fra=i-gaar', '“i-gaar” er ikke et årstal'],
    ['?fra=2021&til=2013', 'Startåret 2021 ligger efter slutåret 2013'],
    ['?fra=2030', 'Der er ingen tal i de valgte år'],
  ])('is told where it cannot be had: %s', (query, words) => {
    const page = visit(address + query)
    expect(page.status).toBe(200)
    expect(wordsOf(page)).toContain(words)
  })

  it('may be the groups one by one, how far they are apart, or where they lie', () => {
    const shown = (form: string): string => wordsOf(visit(`${address}?opdeling=alder&figur=${form}`))
    expect(visit(`${address}?opdeling=alder&figur=hver-for-sig`).html).toContain('figure-panel')
    expect(shown('hver-for-sig')).toContain('Den tynde linje er hele Helsingør')
    // With a single group there is nothing to be apart from.
    expect(shown('afstand')).not.toContain('den laveste gruppe')
  })

  it('may be some groups, chosen by a form or a link', () => {
    expect(wordsOf(visit(`${address}?opdeling=alder&grupper=75-plus`))).toContain('ingen tal for gruppen “75-plus”')
    expect(chartOf('?opdeling=alder&grupper=18-29')).toContain('18–29 år')
  })

  it('is kept when something else is chosen, and in the other language', () => {
    const links = linksOf(visit(`${address}?opdeling=alder&fra=2013`))
    expect(links).toContain(`${address}?visning=tabel&opdeling=alder&fra=2013`)
    expect(links).toContain('/en/indicator/valgdeltagelse-kv?breakdown=alder&from=2013')
  })
})
