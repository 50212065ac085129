import type { Indicator } from '../indicator/indicator.ts'
import { writtenFigure, type ReadFigure } from './read-row.ts'
import type { RejectedCell } from './outcome.ts'
import { cellName, type SourcePlace, type Tally } from './tally.ts'
import { isInPercent } from './figure-text.ts'

/** The figure that stands at a place already, and in which cell of the file. */
export interface EarlierFigure extends SourcePlace {
  readonly fields: string
}

/** A figure is refused where the file has another one of the same. */
export function twice(figure: ReadFigure, earlier: SourcePlace): RejectedCell {
  const { row, column, period, fields } = figure
  const at = cellName(earlier)
  return {
    row,
    column,
    text: writtenFigure({ value: fields.value, status: fields.status ?? 'A' }).da,
    code: 'two-figures',
    why: {
      da: `${period} af samme serie står allerede i ${at} med et andet tal. Er en kolonne med grupper ikke valgt?`,
      en: `${period} of the same series stands in ${at} already with another figure. Has a column of groups not been chosen?`,
    },
  }
}

/**
 * Tells whether figures counted in percent look like fractions of 1: none is above 1, and some lie between 0 and 1. Figures that say
 * themselves that they are in percent tell nothing of the others.
 */
export class FractionWatch {
  private isPossible: boolean
  private hasFraction = false

  constructor(indicator: Pick<Indicator, 'unit'>) {
    this.isPossible = isInPercent(indicator)
  }

  see({ fields: { value, numerator, denominator }, isPercent }: ReadFigure): void {
    if (value === null || isPercent) return
    const isComputed = typeof numerator === 'number' && typeof denominator === 'number'
    if (isComputed || value < 0 || value > 1) this.isPossible = false
    if (value > 0 && value < 1) this.hasFraction = true
  }

  get areFractions(): boolean {
    return this.isPossible && this.hasFraction
  }
}

/** Takes the figures of a file that fits in memory: no period of a series twice. */
export class FiguresRead {
  private readonly places = new Map<string, EarlierFigure>()
  private readonly watch: FractionWatch

  constructor(indicator: Pick<Indicator, 'unit'>) {
    this.watch = new FractionWatch(indicator)
  }

  /** Whether the figure is the first of its place. The same figure again says nothing new; another is refused. */
  take(figure: ReadFigure, tally: Tally): boolean {
    const key = `${figure.series} ${figure.period}`
    const earlier = this.places.get(key)
    const fields = JSON.stringify(figure.fields)
    if (!earlier) {
      this.places.set(key, { row: figure.row, column: figure.column, fields })
      this.watch.see(figure)
      return true
    }
    if (earlier.fields === fields) tally.repeat(figure)
    else tally.takeBack(twice(figure, earlier))
    return false
  }

  get areFractions(): boolean {
    return this.watch.areFractions
  }
}
