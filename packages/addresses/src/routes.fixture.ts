import * as fc from 'fast-check'
import { shortQuery } from '@pejling/domain/text/short-query'
import { plainPages, type Route } from './pages.ts'
import { allBenchmarks, groupForms, noBenchmark, type ViewRequest } from './view-request.ts'

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

/** Any page there is an address for. */
export const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.record({
    page: fc.constantFrom(...plainPages),
    locale,
  }),
  fc.record({ page: fc.constantFrom('policy', 'idea'), locale, slug }),
  fc.record({ page: fc.constant('action-plan'), locale, plan: fc.option(fc.constantFrom('2026', 'klima-2027')) }),
  fc.record({ page: fc.constant('goal'), locale, number: fc.constantFrom('1.1', '12.10') }),
  fc.record({ page: fc.constant('indicator'), locale, slug, view: sensible }),
  fc.record({ page: fc.constant('release'), locale, number: fc.nat(9999), since: fc.option(fc.nat(9999)) }),
  fc.record({
    page: fc.constant('search'),
    locale,
    query: fc.string({ unit: 'grapheme' }).map(shortQuery),
  }),
)
