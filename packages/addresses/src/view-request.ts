import type { Locale } from '@pejling/domain/text'
import { viewWords } from './words.ts'

/** Groups as lines in one chart, each in a chart of its own, how far they are apart, or where they lie in the latest period. */
export const groupForms = ['lines', 'panels', 'gap', 'latest'] as const
export type GroupForm = (typeof groupForms)[number]

/** How a reader wants to see an indicator, as it stands in the address: not yet held against what the indicator has. */
export interface ViewRequest {
  readonly show: 'chart' | 'table'
  /** A dimension to divide by; `null`: the total alone. */
  readonly breakdown: string | null
  /** How the groups of the breakdown are drawn; `null`: as suits their number. */
  readonly form: GroupForm | null
  /** The groups that are shown; none: all of them. */
  readonly groups: readonly string[]
  /** The slug of an area to compare with, {@link noBenchmark} or {@link allBenchmarks}; `null`: nothing chosen. */
  readonly benchmark: string | null
  readonly from: string | null
  readonly to: string | null
}

/** Chosen: compare with nothing. */
export const noBenchmark = 'none'

/** Not chosen yet: the page is asked to name every area there is to choose between. */
export const allBenchmarks = 'all'

/** The view an address without parameters asks for. */
export const plainView: ViewRequest = {
  show: 'chart',
  breakdown: null,
  form: null,
  groups: [],
  benchmark: null,
  from: null,
  to: null,
}

type ViewWords = (typeof viewWords)[Locale]

const benchmarkCalled = (given: string | null, { none, all }: ViewWords): string | null =>
  given === none ? noBenchmark : given === all ? allBenchmarks : given

const calledBenchmark = (benchmark: string, { none, all }: ViewWords): string =>
  benchmark === noBenchmark ? none : benchmark === allBenchmarks ? all : benchmark

/** Reads a view from the parameters of an address. What is not known stays for the page to say. */
export function viewRequestOf(query: URLSearchParams, locale: Locale): ViewRequest {
  const words = viewWords[locale]
  // An empty field of a form is one that was left open.
  const valueOf = (name: string): string | null => query.get(name) || null
  return {
    show: query.get(words.show) === words.table ? 'table' : 'chart',
    breakdown: valueOf(words.breakdown),
    form: groupForms.find((form) => words.forms[form] === query.get(words.form)) ?? null,
    // A form sends one for each, a link has them in one.
    groups: [...new Set(query.getAll(words.groups).flatMap((given) => given.split(',').filter((slug) => slug !== '')))],
    benchmark: benchmarkCalled(valueOf(words.benchmark), words),
    from: valueOf(words.from),
    to: valueOf(words.to),
  }
}

/** The parameters of a view, `?opdeling=alder`; empty for the plain one. */
export function viewQuery(view: ViewRequest, locale: Locale): string {
  const words = viewWords[locale]
  const parameters = new URLSearchParams()
  if (view.show === 'table') parameters.set(words.show, words.table)
  if (view.breakdown !== null) {
    parameters.set(words.breakdown, view.breakdown)
    if (view.form !== null) parameters.set(words.form, words.forms[view.form])
    if (view.groups.length > 0) parameters.set(words.groups, view.groups.join(','))
  }
  for (const name of ['benchmark', 'from', 'to'] as const) {
    const value = view[name]
    if (value !== null) parameters.set(words[name], name === 'benchmark' ? calledBenchmark(value, words) : value)
  }
  return parameters.size === 0 ? '' : `?${parameters}`
}
