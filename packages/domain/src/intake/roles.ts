import { isFigureLike, isNumeric } from './cell-kinds.ts'
import { compared, isTotalWord } from './compared.ts'
import { headingReader, type HeadingSaid } from './heading.ts'
import { isRemark, isNameHeading, isTopic, ownHeadings, roleOfHeading } from './heading-words.ts'
import type { LabelContext, LabelReader } from './labels.ts'
import type { MappedRole } from './mapping.ts'
import { cellNumber, sourceText, type SourceCell, type SourceHolds } from './source-table.ts'
import { isUnitOf, unitSaid } from './unit-words.ts'

/** A column as far as it is known: its headings, what stands below them, and what the file says it holds. */
export interface ColumnSample {
  readonly headings: readonly string[]
  readonly cells: readonly SourceCell[]
  readonly holds: SourceHolds | null
}

/** How many different values has a column of codes at most. */
const mostCodes = 30
/** A role is proposed where so much of the column fits it. */
const mostly = 0.6

const isCode = (text: string): boolean => /^\d{1,4}$/.test(text)

const textsIn = ({ cells }: ColumnSample): string[] => cells.map(sourceText).filter((text) => text !== '')

/** The roles of one of Pejling's own tables; `null`: it is none. */
export function ownRoles(columns: readonly ColumnSample[], { indicator }: LabelContext): MappedRole[] | null {
  const roles = columns.map(({ headings }): MappedRole | null => {
    const word = compared(headings.join(' '))
    if (indicator.dimensions.includes(word)) return `dim:${word}`
    if (Object.hasOwn(ownHeadings, word)) return ownHeadings[word] ?? null
    return isNameHeading(word) ? 'ignore' : null
  })
  const isWhole =
    roles.every((role) => role !== null) &&
    (['area', 'period', 'figures'] as const).every((role) => roles.includes(role))
  // The schema of tables of others is not ours because its few columns happen to be called the same.
  const isOwn = columns.some(({ headings }) => /^(?:value|værdi|område)$/u.test(compared(headings.join(' '))))
  return isWhole && isOwn ? roles.filter((role) => role !== null) : null
}

/** Proposes what columns hold. What nothing explains is `unclear`, or not used where it cannot divide the figures. */
export class RoleProposer {
  private readonly labels: LabelReader
  private readonly context: LabelContext
  private readonly columns: readonly ColumnSample[]
  readonly said: readonly HeadingSaid[]

  constructor(columns: readonly ColumnSample[], context: LabelContext, labels: LabelReader) {
    this.labels = labels
    this.context = context
    this.columns = columns
    const read = headingReader(labels, context)
    this.said = columns.map(({ headings }) => read(headings))
  }

  private dimensionOf(headings: readonly string[], own: boolean): string | null {
    const { indicator, dimensions } = this.context
    const words = new Set(
      headings.map((word) =>
        compared(word)
          .replace(/[:*]+$/, '')
          .trim(),
      ),
    )
    const others: Readonly<Record<string, readonly string[]>> = {
      køn: ['sex', 'gender', 'kønnet'],
      alder: ['aldersgruppe', 'aldersgrupper', 'age group', 'age', 'alderstrin'],
      herkomst: ['oprindelse', 'ancestry', 'origin'],
    }
    const found = dimensions.find(
      ({ slug, name }) =>
        indicator.dimensions.includes(slug) === own &&
        [slug, name.da, name.en, ...(others[compared(name.da)] ?? [])].some((word) => words.has(compared(word))),
    )
    return found?.slug ?? null
  }

  private byContent(column: ColumnSample): MappedRole | null {
    const texts = textsIn(column)
    if (texts.length === 0) return null
    const { labels, context } = this
    const share = (test: (text: string) => boolean): boolean => texts.filter(test).length >= texts.length * mostly
    const isUntitled = column.headings.join('') === ''
    // A number is a year only where a heading says so, or nothing at all stands over the column.
    if (share((text) => labels.period(text) !== null && (isUntitled || !/^\d{4}$/.test(text)))) return 'period'
    const words = texts.filter((text) => !/^[\d\s.,]+$/.test(text))
    if (words.length < texts.length * mostly) return null
    for (const slug of context.indicator.dimensions) {
      // A word for everybody alone is no group.
      if (
        share((text) => labels.category(slug, text) !== undefined) &&
        texts.some((text) => labels.category(slug, text))
      )
        return `dim:${slug}`
    }
    return share(labels.isPlace) ? 'area' : null
  }

  private byHolds(column: ColumnSample): MappedRole | null {
    const { holds, headings } = column
    if (holds === null) return null
    if (holds === 'note' || (holds === 'dimension' && headings.some(isRemark))) return 'ignore'
    if (holds !== 'dimension') return holds
    const own = this.dimensionOf(headings, true)
    return own === null ? (this.byContent(column) ?? this.words(column)) : `dim:${own}`
  }

  private byHeading(index: number): MappedRole | null {
    const column = this.columns[index]
    const said = this.said[index]
    if (!column || !said) return null
    const { headings } = column
    const own = this.dimensionOf(headings, true)
    if (own !== null) return `dim:${own}`
    const hasFigures = column.cells.some(isFigureLike)
    const says =
      said.told.period !== null ||
      said.told.area !== null ||
      said.elsewhere !== null ||
      said.foreign !== null ||
      said.isTotal
    const isOfFigures = column.cells.some(isNumeric) || (hasFigures && !textsIn(column).some((text) => text.length > 5))
    const role = headings.map(roleOfHeading).find((one) => one !== null) ?? null
    if (role === 'period' && this.isOfPeriods(column)) return 'period'
    if (role === 'area') return 'area'
    if (this.isOfSome(index) && (role === null || role === 'figures')) return null
    if (role !== null && role !== 'period') return role
    // Whatever stands below a period, it is what figures stand in; other words may be over a column of words.
    if (said.told.period !== null) return 'figures'
    if (says || Object.keys(said.told.categories).length > 0)
      return isOfFigures || hasFigures || textsIn(column).length === 0 ? 'figures' : null
    if (role === 'period') return this.byContent(column) === null ? 'period' : null
    if (headings.some(isRemark)) return 'ignore'
    // A name in the middle of a heading is of something: `Andel Nordskolen`.
    if (headings.some((heading) => this.namesSomething(heading))) return null
    if (this.dimensionOf(headings, false) !== null && textsIn(column).length > 0) return 'breakdown'
    const isNamed = headings.length > 0 && (said.unit !== null || said.rest.length === 0)
    return isNamed && isOfFigures ? 'figures' : null
  }

  /** Whether a heading names a group among other words: `Andel kvinder` may be the share of women, or the share among them. */
  private isOfSome(index: number): boolean {
    return this.said[index]?.rest.some((text) => this.labels.groupsIn(text).length > 0) ?? false
  }

  private get indicatorWords(): string {
    const { name, subject, definition, noun, slug } = this.context.indicator
    return compared(
      [slug, name, subject, definition, noun?.one, noun?.other]
        .flatMap((one) => (one === undefined ? [] : typeof one === 'string' ? [one] : [one.da, one.en]))
        .join(' '),
    )
  }

  /** Whether a heading is about what the indicator is about: a word of it begins as one of the indicator's does. */
  private isOfIndicator(headings: readonly string[]): boolean {
    const words = compared(headings.join(' ')).match(/\p{L}{4,}/gu) ?? []
    return (
      headings.join('') === '' ||
      words.some((word) => this.indicatorWords.includes(word.slice(0, Math.max(4, word.length - 3))))
    )
  }

  private namesSomething(heading: string): boolean {
    const [, name] = /\s(\p{Lu}\p{Ll}{3,})/u.exec(heading) ?? []
    return (
      name !== undefined &&
      this.labels.placesIn(heading).length === 0 &&
      this.labels.periodSaid(name) === null &&
      !this.indicatorWords.includes(compared(name)) &&
      unitSaid(name) === null
    )
  }

  private isOfPeriods(column: ColumnSample): boolean {
    return textsIn(column).some((text) => this.labels.period(text) !== null)
  }

  /** A column of words that neither its heading nor what stands in it explains. */
  private words(column: ColumnSample): MappedRole {
    const texts = textsIn(column)
    const different = [...new Set(texts)]
    const { indicator, dimensions } = this.context
    if (different.length === 0) return 'ignore'
    const isOurs = (text: string): boolean =>
      [indicator.slug, indicator.name.da, indicator.name.en].some((name) => compared(name) === compared(text))
    if (different.every(isOurs)) return 'ignore'
    // A cube has the parts of a figure beside it.
    if (different.some(isOurs)) return 'indicator'
    if (different.every((text) => unitSaid(text) !== null && text.length < 30)) return 'unit'
    if (different.some(isTotalWord)) return 'breakdown'
    const isForeign = (text: string): boolean =>
      dimensions.some(
        ({ slug }) => !indicator.dimensions.includes(slug) && this.labels.category(slug, text) !== undefined,
      )
    if (different.every((text) => isForeign(text) && !/^[\d\s]+$/.test(text))) return 'breakdown'
    return different.length === 1 && column.headings.some(isTopic) ? 'ignore' : 'unclear'
  }

  /** A column of numbers that nothing explains, beside the figures: codes may divide them, other measures do not. */
  private numbers(column: ColumnSample): MappedRole {
    const numbers = textsIn(column)
    const different = new Set(numbers).size
    if (column.headings.join('') === '') return 'unclear'
    return numbers.every(isCode) && different <= mostCodes && different < numbers.length ? 'unclear' : 'ignore'
  }

  /** Of several columns of figures of the same, the one in the indicator's unit; where that does not tell, none. */
  private withoutRivals(roles: readonly MappedRole[]): MappedRole[] {
    const { unit } = this.context.indicator
    const figures = roles.flatMap((role, column) => (role === 'figures' ? [column] : []))
    const groups = Map.groupBy(figures, (column) => {
      const said = this.said[column]
      return JSON.stringify([
        said?.told,
        said?.elsewhere,
        said?.foreign,
        said?.isTotal && said.told.period === null && Object.keys(said.told.categories).length === 0,
      ])
    })
    const result = [...roles]
    for (const columns of groups.values()) {
      if (columns.length < 2) continue
      const unitOf = (column: number) => this.said[column]?.unit ?? null
      const fitting = columns.filter((column) => {
        const said = unitOf(column)
        return said !== null && isUnitOf(unit, said)
      })
      const open = columns.filter((column) => unitOf(column) === null)
      const [chosen, ...others] = fitting.length > 0 ? fitting : open
      for (const column of columns) {
        if (column === chosen && others.length === 0) continue
        const isRival = others.length > 0 && (fitting.length > 0 ? fitting : open).includes(column)
        result[column] = isRival || chosen === undefined ? 'unclear' : 'ignore'
      }
    }
    return result
  }

  propose(): MappedRole[] {
    const taken = new Set<MappedRole>()
    const once = (role: MappedRole): MappedRole => {
      const isMany = ['figures', 'ignore', 'unclear', 'breakdown', 'area'].includes(role)
      if (!isMany && taken.has(role)) return 'unclear'
      taken.add(role)
      return role
    }
    const first = this.columns.map((column, index) => this.byHolds(column) ?? this.byHeading(index))
    const known = first.map((role) => (role === null ? null : once(role)))
    const open = known.map((role, index): MappedRole | 'numbers' | null => {
      const column = this.columns[index]
      if (role !== null || !column) return role
      const role2 = this.byContent(column)
      if (role2 !== null) return once(role2)
      return column.cells.some((cell) => cellNumber(cell) !== null || isNumeric(cell)) &&
        textsIn(column).filter((text) => isNumeric(text)).length >= textsIn(column).length / 2
        ? 'numbers'
        : this.words(column)
    })
    const hasFigures = open.includes('figures')
    const numbers = open.filter((role) => role === 'numbers').length
    const roles = open.map((role, index): MappedRole => {
      const column = this.columns[index]
      if (role === null || !column) return 'ignore'
      if (role !== 'numbers') return role
      // One column of numbers that nothing else explains is the figures; of two it is not known.
      if (!hasFigures) {
        const isClear = numbers === 1 && this.isOfIndicator(column.headings) && !this.isOfSome(index)
        return isClear ? 'figures' : 'unclear'
      }
      return this.numbers(column)
    })
    return this.withoutRivals(roles)
  }
}
