import { writeCell } from '@pejling/domain/intake/cell'
import type { CellRules } from '@pejling/domain/intake/figure-text'
import type { Observation } from '@pejling/domain/observation/observation'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import { formatNumber } from '@pejling/domain/unit/format'
import { locale } from '../client/locale.ts'
import { draftAt, isConflict, outcomeOf, typedOf, type Draft, type Outcome, type Standing } from './drafts.ts'
import type { GridCell } from './grid/grid-types.ts'
import { partOf } from './share-parts.ts'
import type { Column } from './sheet.ts'
import { words } from './words.ts'

/** A cell of the sheet, with what is to be said of it. */
export interface SheetCell {
  readonly name: string
  readonly draft: Draft
  readonly isChanged: boolean
  readonly outcome: Outcome
  /** What stands there now. */
  readonly now: Observation | null
  readonly isConflict: boolean
}

/** Reads a cell: what stands there, what has been typed, and what comes of it. */
export function readSheetCell(
  name: string,
  period: string,
  { drafts, standing, rules }: { drafts: Readonly<Record<string, Draft>>; standing: Standing; rules: CellRules },
): SheetCell {
  const draft = draftAt(drafts, standing, name, locale)
  const isChanged = drafts[name] !== undefined
  const now = standing.get(name) ?? null
  const outcome: Outcome = isChanged ? outcomeOf(draft, period, rules, locale) : { figure: now }
  return { name, draft, isChanged, outcome, now, isConflict: isChanged && isConflict(draft, now, outcome) }
}

/** A number as the sheet shows it, grouped, with no more decimals than it has. */
const shownNumber = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 2, locale)

function shownIn({ part }: Column, { draft, outcome }: SheetCell, decimals: number): string {
  if (!('figure' in outcome)) {
    return part === 'numerator' || part === 'denominator' ? partOf(draft.text, part) : draft.text
  }
  const { figure } = outcome
  if (figure === null) return ''
  if (part === 'numerator' || part === 'denominator') {
    const count = figure[part]
    return count === null ? '' : shownNumber(count)
  }
  return figure.value === null
    ? statusWords[figure.status].words[locale].toLowerCase()
    : formatNumber(figure.value, decimals, locale)
}

/** What is typed to get what a column shows of a figure. */
function typedIn({ part }: Column, { draft, outcome }: SheetCell): string {
  if (part === 'numerator' || part === 'denominator') return partOf(draft.text, part)
  if (part === 'whole' || !('figure' in outcome) || outcome.figure === null) return draft.text
  return writeCell({ ...outcome.figure, numerator: null, denominator: null }, locale)
}

/** What is wrong with a cell, in words; `null`: nothing is. */
export function problemOf(cell: SheetCell, refused: string | undefined): string | null {
  if (cell.isConflict) return words.nowStands(typedOf(cell.now, locale))
  if ('problem' in cell.outcome) return cell.outcome.problem[locale]
  return refused ?? null
}

/** A cell as the grid shows it. */
export function gridCell(
  column: Column,
  cell: SheetCell,
  about: {
    readonly period: string
    readonly decimals: number
    readonly mayWrite: boolean
    readonly finding: string | null
    readonly refused: string | undefined
  },
): GridCell {
  const { period, decimals, mayWrite, finding, refused } = about
  const shown = shownIn(column, cell, decimals)
  const problem = problemOf(cell, refused)
  const figure = 'figure' in cell.outcome ? cell.outcome.figure : null
  const isCount = column.part === 'numerator' || column.part === 'denominator'
  const status = figure !== null && figure.value !== null && figure.status !== 'A' && !isCount ? figure.status : null
  const hasNote = !isCount && cell.draft.about.footnote !== null
  const isMissing = figure !== null && figure.value === null
  const said = [
    shown === '' ? words.empty : shown,
    ...(status === null ? [] : [statusWords[status].words[locale].toLowerCase()]),
    ...(hasNote ? [words.footnoteMark] : []),
    ...(problem === null ? [] : [problem]),
    ...(finding === null ? [] : [finding]),
  ]
  return {
    id: `${column.key}|${cell.name}`,
    name: `${period}, ${column.name}: ${said.join('. ')}`,
    shown,
    typed: typedIn(column, cell),
    // What two counts make is not typed over by mistake.
    isReadOnly: !mayWrite || (column.part === 'share' && cell.draft.text.includes('/')),
    isChanged: cell.isChanged,
    tone: problem === null ? (finding === null ? (isMissing ? 'faint' : 'plain') : 'doubt') : 'wrong',
    mark: [status ?? '', hasNote ? '¹' : ''].join(''),
  }
}
