import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linksFor, pathOf, routeOf } from './paths.ts'
import type { Route } from './paths.ts'
import { allBenchmarks, groupForms, noBenchmark, plainView } from './view-request.ts'
import type { ViewRequest } from './view-request.ts'

const locale = fc.constantFrom('da', 'en')
const slug = fc.constantFrom('valgdeltagelse-kv', 'ensomhed', 'neet-16-24')
const choice = fc.option(fc.constantFrom('alder', 'koen', '2009', 'hele-landet', 'æ ø&å=?'), { nil: null })
const view = fc.record({
  show: fc.constantFrom('chart', 'table'),
  breakdown: choice,
  form: fc.option(fc.constantFrom(...groupForms), { nil: null }),
  groups: fc.uniqueArray(fc.constantFrom('18-29', 'kvinder', '75-plus')),
  benchmark: fc.oneof(choice, fc.constantFrom(noBenchmark, allBenchmarks)),
  from: choice,
  to: choice,
})
/** Groups belong to a breakdown: without one an address does not speak of them. */
const sensible = view.map((seen): ViewRequest => (seen.breakdown === null ? { ...seen, form: null, groups: [] } : seen))
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.record({
    page: fc.constantFrom('overview', 'releases', 'data', 'about', 'accessibility', 'privacy'),
    locale,
  }),
  fc.record({ page: fc.constant('goal'), locale, number: fc.constantFrom('1.1', '12.10') }),
  fc.record({ page: fc.constant('indicator'), locale, slug, view: sensible }),
  fc.record({ page: fc.constant('release'), locale, number: fc.nat(9999), since: fc.option(fc.nat(9999)) }),
  fc.record({
    page: fc.constant('search'),
    locale,
    query: fc.string({ unit: 'grapheme' }).map((asked) => asked.trim()),
  }),
)

function read(address: string): Route | null {
  const { pathname, searchParams } = new URL(address, 'https://example.dk')
  return routeOf(pathname, searchParams)
}

describe('the address of a page', () => {
  it('leads back to the page', () => {
    fc.assert(
      fc.property(route, (page) => {
        expect(read(pathOf(page, null))).toEqual(page)
      }),
    )
  })

  it('in a release begins with the release and goes on as it does without', () => {
    expect(pathOf({ page: 'overview', locale: 'da' }, 7)).toBe('/udgivelser/7/overblik')
    expect(pathOf({ page: 'goal', locale: 'en', number: '2.2' }, 7)).toBe('/en/releases/7/goal/2.2')
    expect(linksFor('da', 7).release(3)).toBe('/udgivelser/7/udgivelser/3')
  })

  it('says a view in the words of its language', () => {
    const seen = { ...plainView, show: 'table', breakdown: 'alder', benchmark: noBenchmark, from: '2009' } as const
    const indicator = { page: 'indicator', slug: 'valgdeltagelse-kv', view: seen } as const
    expect(pathOf({ ...indicator, locale: 'da' }, null)).toBe(
      '/indikator/valgdeltagelse-kv?visning=tabel&opdeling=alder&sammenlign=ingen&fra=2009',
    )
    expect(pathOf({ ...indicator, locale: 'en' }, null)).toBe(
      '/en/indicator/valgdeltagelse-kv?view=table&breakdown=alder&compare=none&from=2009',
    )
  })

  it.each(['/maal/x', '/indikator', '/udgivelser/x', '/udgivelser/1/2/3', '/data/mere', '/en/om', '/overview'])(
    'of nothing is no page: %s',
    (address) => {
      expect(read(address)).toBeNull()
    },
  )
})
