import type { Derivation } from '../indicator/derivation.ts'
import type { Dimension } from '../dimension.ts'
import type { Area } from '../area.ts'
import { formatNumber } from '../unit/format.ts'
import type { Locale, Text } from '../text.ts'

/** Names of what a derivation refers to. */
export interface DerivationNames {
  readonly indicators: readonly { readonly slug: string; readonly name: Text }[]
  readonly dimensions: readonly Dimension[]
  readonly areas: readonly Area[]
}

/** How a derived indicator is computed, in words without a full stop: “Turnout: aged 18–29 minus all”. */
export function derivationWords(derivation: Derivation, names: DerivationNames): Text {
  const inWords = (locale: Locale): string => {
    const da = locale === 'da'
    const indicator = (slug: string): string => names.indicators.find((one) => one.slug === slug)?.name[locale] ?? slug
    const dimension =
      'dimension' in derivation ? names.dimensions.find(({ slug }) => slug === derivation.dimension) : undefined
    const named = (slug: string): string =>
      dimension?.categories.find((category) => category.slug === slug)?.name[locale] ?? slug
    // “Aged 18–29” stands within a sentence; a name that is a proper one keeps its capital.
    const group = (slug: string): string => named(slug).replace(/^Aged /, 'aged ')
    const other = (against: 'total' | 'rest' | { readonly group: string }): string => {
      if (typeof against !== 'string') return group(against.group)
      if (against === 'total') return da ? 'alle' : 'all'
      return da ? 'alle andre' : 'everyone else'
    }
    const divided = dimension?.name[locale].toLowerCase() ?? ''
    const of = indicator(derivation.of)
    switch (derivation.kind) {
      case 'gap':
        if (derivation.group === null) {
          return da ? `${of}: højeste minus laveste efter ${divided}` : `${of}: highest minus lowest by ${divided}`
        }
        return `${of}: ${group(derivation.group)} minus ${other(derivation.against)}`
      case 'ratio':
        return `${of}: ${group(derivation.group)} ÷ ${other(derivation.against)}`
      case 'parity': {
        const population = indicator(derivation.population)
        const name = named(derivation.group)
        return da
          ? `${name}: andelen af “${of}” ÷ andelen af “${population}”`
          : `${name}: share of “${of}” ÷ share of “${population}”`
      }
      case 'dissimilarity': {
        const population = indicator(derivation.population)
        return da
          ? `Den andel af “${of}”, der skulle fordele sig anderledes efter ${divided}, for at fordelingen lignede den i “${population}”`
          : `The share of “${of}” that would need to be in another group by ${divided} for the distribution to match “${population}”`
      }
      case 'rate': {
        const per = formatNumber(derivation.per, 0, locale)
        return da
          ? `${of} pr. ${per} af “${indicator(derivation.population)}”`
          : `${of} per ${per} of “${indicator(derivation.population)}”`
      }
      case 'benchmark-difference':
      default: {
        const area = names.areas.find(({ code }) => code === derivation.area)?.name[locale] ?? derivation.area
        return `${of} minus ${area}`
      }
    }
  }
  return { da: inWords('da'), en: inWords('en') }
}
