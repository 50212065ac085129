import type { Locale } from '@pejling/domain/text/text'

/** How a reader wants to see an indicator, as it stands in the address: not yet held against what the indicator has. */
export interface ViewRequest {
  readonly show: 'chart' | 'table'
  /** A dimension to divide by; `null`: the total alone. */
  readonly breakdown: string | null
  /** The slug of an area to compare with, or {@link noBenchmark}; `null`: nothing chosen. */
  readonly benchmark: string | null
  readonly from: string | null
  readonly to: string | null
}

/** Chosen: compare with nothing. */
export const noBenchmark = 'none'

/** The view an address without parameters asks for. */
export const plainView: ViewRequest = { show: 'chart', breakdown: null, benchmark: null, from: null, to: null }

interface ViewWords {
  readonly show: string
  readonly table: string
  readonly breakdown: string
  readonly benchmark: string
  readonly none: string
  readonly from: string
  readonly to: string
}

/** What the parameters of an indicator's address are called. */
export const viewWords: Readonly<Record<Locale, ViewWords>> = {
  da: {
    show: 'visning',
    table: 'tabel',
    breakdown: 'opdeling',
    benchmark: 'sammenlign',
    none: 'ingen',
    from: 'fra',
    to: 'til',
  },
  en: {
    show: 'view',
    table: 'table',
    breakdown: 'breakdown',
    benchmark: 'compare',
    none: 'none',
    from: 'from',
    to: 'to',
  },
}

/** Reads a view from the parameters of an address. What is not known stays for the page to say. */
export function viewRequestOf(query: URLSearchParams, locale: Locale): ViewRequest {
  const words = viewWords[locale]
  // An empty field of a form is one that was left open.
  const valueOf = (name: string): string | null => query.get(name) || null
  return {
    show: query.get(words.show) === words.table ? 'table' : 'chart',
    breakdown: valueOf(words.breakdown),
    benchmark: query.get(words.benchmark) === words.none ? noBenchmark : valueOf(words.benchmark),
    from: valueOf(words.from),
    to: valueOf(words.to),
  }
}

/** The parameters of a view, `?opdeling=alder`; empty for the plain one. */
export function viewQuery(view: ViewRequest, locale: Locale): string {
  const words = viewWords[locale]
  const parameters = new URLSearchParams()
  if (view.show === 'table') parameters.set(words.show, words.table)
  for (const name of ['breakdown', 'benchmark', 'from', 'to'] as const) {
    const value = view[name]
    if (value !== null) parameters.set(words[name], name === 'benchmark' && value === noBenchmark ? words.none : value)
  }
  return parameters.size === 0 ? '' : `?${parameters}`
}
