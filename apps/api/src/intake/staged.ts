import { FractionWatch, twice } from '@pejling/domain/intake/figures-read'
import type { ReadFigure } from '@pejling/domain/intake/read-row'
import type { Tally } from '@pejling/domain/intake/tally'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Database } from '../db/database.ts'

/** A figure of a file, waiting to be written. `fields` is JSON. */
export interface StagedFigure {
  readonly position: number
  readonly row: number
  readonly col: number
  readonly series: string
  readonly period: string
  readonly fields: string
}

/** How many figures are remembered beside the table. */
const recentlyKept = 10_000
/** How many rows go to the database at a time. */
export const batchSize = 1000

/**
 * The figures of a file in a temporary table: whatever their number, they are in memory only a few at a time, and no period of a
 * series stands there twice.
 */
export class StagingTable {
  private readonly db: Database
  private readonly table: string
  private readonly insert
  private readonly find
  private readonly page
  private readonly watch: FractionWatch
  private readonly recent = new Map<string, string>()
  private count = 0

  constructor(db: Database, name: string, indicator: Pick<Indicator, 'unit'>) {
    this.db = db
    this.watch = new FractionWatch(indicator)
    this.table = `temp."${name}"`
    db.connection.exec(
      `DROP TABLE IF EXISTS ${this.table};
       CREATE TEMP TABLE "${name}" (position INTEGER PRIMARY KEY, row INTEGER NOT NULL, col INTEGER NOT NULL,
         series TEXT NOT NULL, period TEXT NOT NULL, fields TEXT NOT NULL, UNIQUE (series, period))`,
    )
    this.insert = db.connection.prepare<StagedFigure>(
      `INSERT INTO ${this.table} VALUES (@position, @row, @col, @series, @period, @fields) ON CONFLICT DO NOTHING`,
    )
    this.find = db.connection.prepare<[string, string], StagedFigure>(
      `SELECT * FROM ${this.table} WHERE series = ? AND period = ?`,
    )
    this.page = db.connection.prepare<[number, number], StagedFigure>(
      `SELECT * FROM ${this.table} WHERE position > ? ORDER BY position LIMIT ?`,
    )
  }

  /** How many figures wait. */
  get size(): number {
    return this.count
  }

  /** Whether all figures, counted in percent, look like fractions of 1. */
  get areFractions(): boolean {
    return this.watch.areFractions
  }

  /** Adds figures. One whose place another has taken is refused; the same figure again says nothing new. */
  add(figures: readonly ReadFigure[], tally: Tally): void {
    this.db.connection.transaction(() => {
      for (const figure of figures) this.addOne(figure, tally)
    })()
  }

  private addOne(figure: ReadFigure, tally: Tally): void {
    const { row, column, series, period } = figure
    const fields = JSON.stringify(figure.fields)
    const key = `${series} ${period}`
    // Figures that stand in a file again and again are known without asking the database.
    if (this.recent.get(key) === fields) {
      tally.repeat(figure)
      return
    }
    if (!this.recent.has(key) && this.recent.size < recentlyKept) this.recent.set(key, fields)
    const { changes } = this.insert.run({ position: this.count + 1, row, col: column, series, period, fields })
    if (changes > 0) {
      this.count += 1
      this.watch.see(figure)
      return
    }
    const earlier = this.find.get(series, period)
    if (!earlier || earlier.fields === fields) tally.repeat(figure)
    else tally.takeBack(twice(figure, { row: earlier.row, column: earlier.col }))
  }

  /** The figures in the order of the file. */
  *figures(): Generator<StagedFigure> {
    let last = 0
    for (;;) {
      const rows = this.page.all(last, batchSize)
      yield* rows
      const end = rows.at(-1)
      if (!end) return
      last = end.position
    }
  }

  close(): void {
    this.db.connection.exec(`DROP TABLE IF EXISTS ${this.table}`)
  }
}
