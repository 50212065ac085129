/** What a number format makes of a number. */
export interface ShownNumber {
  /** Whether it is shown in percent, that is a hundred times as large. */
  readonly isPercent: boolean
  /** The words and signs it adds that are no part of the number (`%`, `kr.`, `mio.`); an empty text where it adds none. */
  readonly unit: string
}

interface Section {
  readonly condition: ((value: number) => boolean) | null
  readonly hasPercent: boolean
  readonly literal: string
}

const comparisons: Readonly<Record<string, (value: number, with_: number) => boolean>> = {
  '<': (value, other) => value < other,
  '<=': (value, other) => value <= other,
  '=': (value, other) => value === other,
  '>=': (value, other) => value >= other,
  '>': (value, other) => value > other,
  '<>': (value, other) => value !== other,
}

/** The pieces of a format: text in quotes, an escaped letter, padding, brackets, or any one letter. */
const pieces = /"([^"]*)"?|\\([\s\S])|[_*]([\s\S])|\[([^\]]*)\]|([\s\S])/g

function sectionsOf(format: string): Section[] {
  const sections: Section[] = []
  let [literal, hasPercent, condition] = ['', false, null as Section['condition']]
  const end = (): void => {
    sections.push({ condition, hasPercent, literal: literal.trim() })
    ;[literal, hasPercent, condition] = ['', false, null]
  }
  for (const [, quoted, escaped, padding, bracket, other] of format.matchAll(pieces)) {
    if (padding !== undefined) continue
    if (quoted !== undefined) literal += quoted
    else if (escaped !== undefined) literal += escaped
    else if (bracket !== undefined) {
      const [, sign = '', number = ''] = /^([<>=]+)(-?[\d.]+)$/.exec(bracket) ?? []
      const compare = comparisons[sign]
      if (compare) condition = (value) => compare(value, Number(number))
      // [$kr.-406]: a currency, and the language it is written in.
      const [, currency = ''] = /^\$([^-]*)/.exec(bracket) ?? []
      literal += currency
    } else if (other === ';') end()
    else if (other === '%') hasPercent = true
    else if (other !== undefined && /[$€£]/.test(other)) literal += other
  }
  end()
  return sections
}

/** The section of a format that is used for a value: by its condition, or else for positive numbers, negative ones and zero. */
function sectionFor(sections: readonly Section[], value: number): Section | undefined {
  const [first, second, third] = sections
  if (sections.some(({ condition }) => condition !== null)) {
    return sections.find(({ condition }) => condition?.(value) ?? false) ?? sections.find(({ condition }) => !condition)
  }
  if (value < 0) return second ?? first
  return value === 0 ? (third ?? first) : first
}

/**
 * What a number format of a workbook (ECMA-376, 18.8.31) makes of a number. Only a `%` that is neither quoted nor escaped, in the
 * section used for the value, multiplies by a hundred; any other is a word beside the number.
 */
export function shownNumber(format: string, value: number): ShownNumber {
  const section = sectionFor(sectionsOf(format), value)
  const unit = section && /[\p{L}%‰$€£]/u.test(section.literal) ? section.literal : ''
  return { isPercent: section?.hasPercent ?? false, unit: unit.replace(/^[-−(]+|\)$/g, '').trim() }
}

/** Which parts of a date a format shows. Formats with a time show the day. */
export function datePartsOf(format: string): 'year' | 'month' | 'day' {
  const plain = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '').toLowerCase()
  if (plain.includes('d') || /[hs]/.test(plain) || !plain.includes('y')) return 'day'
  return plain.includes('m') ? 'month' : 'year'
}
