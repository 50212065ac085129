import { compared, isTotalWord } from './compared.ts'
import type { Label, LabelContext, LabelReader } from './labels.ts'
import { unitSaid, type UnitSaid } from './unit-words.ts'

/** What words say a figure is of; `undefined` in a dimension: nothing is said, `null`: everybody together. */
export interface Told {
  readonly period: string | null
  readonly isProvisional: boolean
  readonly isOutlook: boolean
  readonly area: string | null
  readonly categories: Readonly<Record<string, string | null>>
}

export const nothingTold: Told = { period: null, isProvisional: false, isOutlook: false, area: null, categories: {} }

/** What is said together with a label. */
export function tell(told: Told, label: Label): Told {
  if (label.kind === 'period') return { ...told, period: label.code }
  if (label.kind === 'area') return { ...told, area: label.code }
  return { ...told, categories: { ...told.categories, [label.dimension]: label.category } }
}

/** What the words over a column of figures say. */
export interface HeadingSaid {
  readonly told: Told
  /** Places that are no areas here. */
  readonly elsewhere: string | null
  /** A group of a breakdown the indicator does not have. */
  readonly foreign: string | null
  readonly isTotal: boolean
  readonly unit: UnitSaid | null
  /** Words that nothing explains. */
  readonly rest: readonly string[]
}

/** Words over figures that say no more than that they are figures. */
const plainWords =
  /^(?:v[æa]e?rdi(?:er)?|indhold|tal|resultat(?:er)?|værdier|value|values|content|figure|figures|result|obs_value|data|måling|niveau|gennemsnit|snit|average|mean|rate|andel af .*|antal .*|andel .*|procent .*|pct\.? .*|share of .*|number of .*|percentage .*|percent .*)$/u

/** The parts a heading may be made of: `Kvinder, 2023`, `Andel (pct.)`, `2023 Kvinder`. */
function partsOf(word: string): string[] {
  return word
    .split(/[,;:()\n]+|\s+-\s+|\s+\|\s+/)
    .map((part) => part.trim().replace(/^\d\)$/, ''))
    .filter((part) => part !== '')
}

interface Draft {
  told: Told
  elsewhere: string | null
  foreign: string | null
  isTotal: boolean
  unit: UnitSaid | null
  rest: string[]
}

/** Reads the words over columns. */
export function headingReader(
  labels: LabelReader,
  { indicator, dimensions }: LabelContext,
): (words: readonly string[]) => HeadingSaid {
  const names = new Set([indicator.slug, indicator.name.da, indicator.name.en].map(compared))
  const foreign = dimensions.filter(({ slug }) => !indicator.dimensions.includes(slug))

  function explain(draft: Draft, text: string): boolean {
    if (names.has(compared(text))) return true
    const said = labels.periodSaid(text)
    if (said !== null) {
      draft.told = { ...draft.told, period: said.code, isProvisional: said.isProvisional, isOutlook: said.isOutlook }
      return true
    }
    const label = labels.any(text)
    if (label !== null) {
      draft.told = tell(draft.told, label)
      return true
    }
    if (isTotalWord(text) || indicator.dimensions.some((slug) => labels.category(slug, text) === null)) {
      draft.isTotal = true
      return true
    }
    if (labels.isPlace(text)) {
      draft.elsewhere = text
      return true
    }
    const group = foreign.find(({ slug }) => typeof labels.category(slug, text) === 'string' && !/^[\d\s]+$/.test(text))
    if (group) {
      draft.foreign = text
      return true
    }
    return false
  }

  function explainPart(draft: Draft, text: string): void {
    if (explain(draft, text)) return
    // A period or a group that stands before or behind other words.
    const [, before = '', last = ''] = /^(.*\S)\s+(\S+)$/.exec(text) ?? []
    const [, first = '', after = ''] = /^(\S+)\s+(.*\S)$/.exec(text) ?? []
    for (const [one, others] of [
      [last, before],
      [first, after],
    ] as const) {
      if (one === '' || !/\d{4}/.test(one)) continue
      const inner: Draft = { ...draft }
      if (explain(inner, one)) {
        Object.assign(draft, inner)
        explainPart(draft, others)
        return
      }
    }
    for (const { name, code } of labels.placesIn(text)) {
      if (code === null) draft.elsewhere = name
      else draft.told = { ...draft.told, area: code }
    }
    const unit = unitSaid(text)
    if (unit !== null) draft.unit ??= unit
    // A group among other words is told as what nothing explains: it may be the group, or what is counted.
    if (labels.groupsIn(text).length > 0) draft.rest.push(text)
    else if (unit === null && !/^1[. ]?000$/.test(text) && !plainWords.test(compared(text))) draft.rest.push(text)
  }

  return (words) => {
    const draft: Draft = { told: nothingTold, elsewhere: null, foreign: null, isTotal: false, unit: null, rest: [] }
    for (const word of words) {
      if (explain(draft, word)) continue
      // The words of a unit belong together: `Antal (1.000)`.
      draft.unit ??= unitSaid(word)
      for (const part of partsOf(word)) explainPart(draft, part)
    }
    return draft
  }
}
