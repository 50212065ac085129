import type { Text } from '../text.ts'
import { compared, isTotalWord } from './compared.ts'
import { nothingTold, tell, type Told } from './heading.ts'
import type { LabelContext, LabelReader } from './labels.ts'
import type { MappedRole, Mapping } from './mapping.ts'
import { periodProblem } from './period-text.ts'
import type { ReasonCode } from './reasons.ts'
import { cellContent, sourceText, type SourceCell, type SourceRow } from './source-table.ts'
import type { SkipKind } from './tally.ts'
import { factorTo, isUnitOf, unitSaid } from './unit-words.ts'
import { ownEntry } from '../record/own-entry.ts'

/** What the words of a row say: of what its figures are, why they are refused, or why they are passed over. */
export type RowSaid =
  | { readonly told: Told }
  | { readonly column: number; readonly code: ReasonCode; readonly why: Text; readonly text: string }
  | { readonly skip: SkipKind; readonly name: string; readonly column: number; readonly apart?: string }

const both = (da: string, en: string): Text => ({ da, en })

/** Whether a column says what the figures of its row are of. */
export const isWordRole = (role: MappedRole): boolean =>
  ['period', 'area', 'breakdown', 'indicator', 'unit', 'action', 'demonstration', 'unclear'].includes(role) ||
  role.startsWith('dim:')

/** Reads the words of rows, in their order: an empty cell may mean what stands above it. */
export class RowLabels {
  private readonly labels: LabelReader
  private readonly context: LabelContext
  private readonly mapping: Mapping
  private readonly headings: readonly string[]
  private readonly above = new Map<number, string>()
  /** What the line over the rows says of them. */
  private section: Told = nothingTold
  private sectionSkip: { readonly kind: SkipKind; readonly name: string } | null = null
  private unknownSection: string | null = null

  constructor(labels: LabelReader, context: LabelContext, mapping: Mapping, headings: readonly (readonly string[])[]) {
    this.labels = labels
    this.context = context
    this.mapping = mapping
    this.headings = headings.map((words) => words.join(' '))
  }

  /** Takes a title that names a group nothing else in the table speaks of: whether it holds for the rows, no one can tell. */
  title(text: string): void {
    this.unknownSection = text
  }

  /** Takes a line with one text and no figures: it may say what the rows below it are of. */
  heading(text: string): void {
    const { labels, context } = this
    const said = labels.periodSaid(text)
    const label = labels.any(text)
    if (said !== null)
      this.section = {
        ...this.section,
        period: said.code,
        isProvisional: said.isProvisional,
        isOutlook: said.isOutlook,
      }
    else if (label !== null) {
      this.section = tell(this.section, label)
      if (label.kind === 'area') this.sectionSkip = null
    } else if (isTotalWord(text)) {
      this.section = { ...this.section, categories: {} }
      this.sectionSkip = null
      this.unknownSection = null
    } else if (labels.isPlace(text)) this.sectionSkip = { kind: 'areas', name: text }
    else {
      const unit = unitSaid(text)
      const isForeign = context.dimensions.some(({ slug }) => typeof labels.category(slug, text) === 'string')
      if (unit !== null && text.length < 40) {
        this.sectionSkip = isUnitOf(context.indicator.unit, unit) ? null : { kind: 'groups', name: text }
      } else if (isForeign) this.sectionSkip = { kind: 'groups', name: text }
      else if (text.length <= 60 && !/^(?:kilde|note|anm|\*|\d\)|source|heraf|opdateret|[-–—])/i.test(text))
        this.unknownSection = text
    }
  }

  /** The text of a cell; of a name with a code, whichever of them is known. */
  private textOf(role: MappedRole, cell: SourceCell | undefined): string {
    const content = cellContent(cell)
    const text = sourceText(cell)
    if (typeof content !== 'object' || content === null || !('code' in content)) return text
    const { code } = content
    if (role === 'period') return this.labels.periodSaid(code) === null ? text : code
    if (role === 'area') return this.labels.area(code) === null ? text : code
    const isGroup = (word: string): boolean =>
      role.startsWith('dim:') && this.labels.category(role.slice(4), word) !== undefined
    return !isGroup(text) && isGroup(code) ? code : text
  }

  private blank(role: MappedRole, column: number): string | RowSaid | null {
    const meaning = ownEntry(this.mapping.blanks, String(column))
    const before = this.above.get(column)
    if (meaning === 'above' && before !== undefined) return before
    if (meaning === 'total' && role !== 'area' && role !== 'period') return null
    if (role === 'period') {
      if (this.section.period !== null || this.mapping.period !== null) return null
      return { column, text: '', code: 'unread-period', why: both('Perioden mangler.', 'The period is missing.') }
    }
    if (role === 'area' && this.section.area !== null) return null
    if (role.startsWith('dim:') && this.section.categories[role.slice(4)] !== undefined) return null
    if (role === 'area' || role === 'breakdown' || role.startsWith('dim:')) {
      return {
        column,
        text: '',
        code: 'blank',
        why: both(
          `Cellen er tom${before === undefined ? '' : `; den over siger “${before}”`}. Den kan betyde det samme som cellen over eller i alt.`,
          `The cell is empty${before === undefined ? '' : `; the one above says “${before}”`}. It can mean the same as the cell above or the total.`,
        ),
      }
    }
    return null
  }

  private area(text: string, column: number, told: Told): Told | RowSaid {
    const answer = ownEntry(this.mapping.labels, `area:${compared(text)}`)
    if (answer === '-') return { skip: 'areas', name: text, column }
    const isAnswered = this.context.areas.some((one) => one.code === answer)
    const code = isAnswered && answer !== undefined ? answer : this.labels.area(text)
    if (code === null) {
      // A place that is called almost as an area here may be that area, or a part of it.
      const near = this.labels.placesIn(text).find((one) => one.code !== null)
      if (!near) return { skip: 'areas', name: text, column }
      return {
        column,
        text,
        code: 'unknown-area',
        why: both(
          `“${text}” er ikke et område her, men ligner ${near.name}.`,
          `“${text}” is no area here, but looks like ${near.name}.`,
        ),
      }
    }
    const finer = this.finer(told.area, code)
    if (finer !== null) return { ...told, area: finer }
    return {
      column,
      text,
      code: 'inconsistent',
      why: both('To kolonner i rækken siger hver sit område.', 'Two columns of the row say different areas.'),
    }
  }

  /** Of two areas of a row the one that lies in the other; `null`: neither does. */
  private finer(one: string | null, other: string): string | null {
    if (one === null || one === other) return other
    const order = ['country', 'region', 'municipality-group', 'municipality', 'district']
    const rank = (code: string): number =>
      order.indexOf(this.context.areas.find((area) => area.code === code)?.kind ?? '')
    if (rank(one) === rank(other)) return null
    return rank(one) > rank(other) ? one : other
  }

  private period(text: string, column: number, told: Told): Told | RowSaid {
    const said = this.labels.periodSaid(text)
    if (said !== null)
      return { ...told, period: said.code, isProvisional: said.isProvisional, isOutlook: said.isOutlook }
    if (isTotalWord(text)) return { skip: 'sums', name: text, column }
    return {
      column,
      text,
      code: 'unread-period',
      why: periodProblem(this.context.indicator.cadence.periodKind, text),
    }
  }

  private group(text: string, column: number, dimension: string, told: Told): Told | RowSaid {
    const answer = ownEntry(this.mapping.labels, `${dimension}:${compared(text)}`)
    if (answer === '-') return { skip: 'groups', name: text, column, apart: dimension }
    const found = this.context.dimensions.find(({ slug }) => slug === dimension)
    const isKnown = answer === '' || (found?.categories.some(({ slug }) => slug === answer) ?? false)
    const category =
      answer === undefined || !isKnown ? this.labels.category(dimension, text) : answer === '' ? null : answer
    if (category !== undefined) return { ...told, categories: { ...told.categories, [dimension]: category } }
    const name = found?.name ?? both(dimension, dimension)
    return {
      column,
      text,
      code: 'unknown-group',
      why: both(`“${text}” er ikke en gruppe i ${name.da}.`, `“${text}” is no group of ${name.en}.`),
    }
  }

  private word(role: MappedRole, text: string, column: number, told: Told): Told | RowSaid {
    const { indicator, provenances } = this.context
    if (role === 'period') return this.period(text, column, told)
    if (role === 'area') return this.area(text, column, told)
    if (role.startsWith('dim:')) return this.group(text, column, role.slice(4), told)
    if (role === 'breakdown') {
      if (isTotalWord(text) || this.context.dimensions.some(({ slug }) => this.labels.category(slug, text) === null))
        return told
      return { skip: 'groups', name: text, column, apart: this.headings[column] ?? '' }
    }
    if (role === 'unit') {
      const said = unitSaid(text)
      if (said === null || compared(text) === indicator.unit || isUnitOf(indicator.unit, said)) {
        const isOther = said === null && /^[a-z]+(?:-[a-z0-9]+)?$/.test(text) && text !== indicator.unit
        if (!isOther) return told
      } else if (factorTo(indicator.unit, said) === null) return { skip: 'groups', name: text, column, apart: 'unit' }
      else if (this.mapping.factor !== null) return told
      return {
        column,
        text,
        code: 'unit',
        why: both(
          `Enheden er “${text}”, men indikatoren regnes i ${indicator.unit}. Regn tallene om.`,
          `The unit is “${text}”, but the indicator is counted in ${indicator.unit}. Convert the figures.`,
        ),
      }
    }
    if (role === 'indicator') {
      const own = [indicator.slug, indicator.name.da, indicator.name.en].map(compared)
      if (own.includes(compared(text))) return told
      // The parts of a figure, as a cube has them beside it.
      if (/^(?:tæller|nævner|antal svar|usikkerhed|numerator|denominator|sample size|margin)$/.test(compared(text)))
        return { skip: 'groups', name: text, column }
      return {
        column,
        text,
        code: 'other-indicator',
        why: both(
          `Rækken er om “${text}”, ikke ${indicator.slug}. Læg den i en fil for sig.`,
          `The row is about “${text}”, not ${indicator.slug}. Put it in a file of its own.`,
        ),
      }
    }
    if (role === 'action') {
      if (!/^d(?:elete)?$/i.test(text)) return told
      return {
        column,
        text,
        code: 'deletion',
        why: both('Rækken siger, at tallet skal slettes.', 'The row says that the figure is to be deleted.'),
      }
    }
    if (role === 'demonstration') {
      if (provenances?.includes('demonstration') === true) return told
      return {
        column,
        text,
        code: 'demonstration',
        why: both(
          'Rækken er et opdigtet tal fra demonstrationen; det kan ikke stå blandt rigtige.',
          'The row is an invented figure of the demonstration set; it cannot stand among real ones.',
        ),
      }
    }
    const heading = this.headings[column] ?? ''
    return {
      column,
      text,
      code: 'unclear-column',
      why: both(
        `Det er ikke sagt, hvad kolonnen${heading === '' ? '' : ` “${heading}”`} er; her står “${text}”.`,
        `Nobody has said what the column${heading === '' ? '' : ` “${heading}”`} is; it says “${text}” here.`,
      ),
    }
  }

  /** What the words of a row say of its figures. */
  read({ cells }: SourceRow): RowSaid {
    let told = this.section
    let stopped: RowSaid | null = null
    for (const [column, role] of this.mapping.roles.entries()) {
      if (!isWordRole(role)) continue
      const given = this.textOf(role, cells[column])
      if (given !== '') this.above.set(column, given)
      const text = given === '' ? this.blank(role, column) : given
      if (text === null || stopped !== null) continue
      const next = typeof text === 'string' ? this.word(role, text, column, told) : text
      if ('period' in next) told = next
      // What is passed over is passed over, whatever else is wrong with it.
      else stopped = next
    }
    for (const { column, values } of this.mapping.filters) {
      const text = sourceText(cells[column])
      if (!values.some((value) => compared(value) === compared(text))) return { skip: 'filter', name: text, column }
    }
    if (this.sectionSkip !== null && told.area === null)
      return { skip: this.sectionSkip.kind, name: this.sectionSkip.name, column: 0 }
    if (stopped !== null) return stopped
    return this.bySection(told)
  }

  private bySection(told: Told): RowSaid {
    const text = this.unknownSection
    if (text === null) return { told }
    const answer = ownEntry(this.mapping.labels, `section:${compared(text)}`)
    if (answer === '') return { told }
    const [dimension = '', category = ''] = answer?.split(':') ?? []
    if (
      this.context.dimensions.some(
        ({ slug, categories }) => slug === dimension && categories.some((one) => one.slug === category),
      )
    )
      return { told: tell(told, { kind: 'category', dimension, category }) }
    if (answer === '-') return { skip: 'groups', name: text, column: 0 }
    return {
      column: 0,
      text,
      code: 'unknown-section',
      why: both(
        `Linjen over siger “${text}”. Det er ikke sagt, hvad rækkerne under den er.`,
        `The line above says “${text}”. Nobody has said what the rows below it are.`,
      ),
    }
  }
}
