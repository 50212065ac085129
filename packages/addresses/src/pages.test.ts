import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linksFor } from './links.ts'
import { pathOf, routeOf, splitPinned, type Route } from './pages.ts'
import { routes } from './routes.fixture.ts'
import { noBenchmark, plainView } from './view-request.ts'

function read(address: string): Route | null {
  const { pathname, searchParams } = new URL(address, 'https://example.dk')
  return routeOf(pathname, searchParams)
}

describe('the address of a page', () => {
  it('leads back to the page', () => {
    fc.assert(
      fc.property(routes, (page) => {
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

  it.each([
    ['/', null, '/'],
    ['/udgivelser/7', null, '/udgivelser/7'],
    ['/udgivelser/7/', null, '/udgivelser/7/'],
    ['/udgivelser/7/overblik', 7, '/overblik'],
    ['/udgivelser/7/udgivelser/3', 7, '/udgivelser/3'],
    ['/udgivelser/7/indikator/x', 7, '/indikator/x'],
    ['/en/releases/3/overview', 3, '/en/overview'],
    ['/en/releases/3/indicator/x', 3, '/en/indicator/x'],
    ['/udgivelser', null, '/udgivelser'],
  ])('address %s is release %s of %s', (address, release, path) => {
    expect(splitPinned(address)).toEqual({ release, path })
  })
})
