import type { TableDescription } from '@pejling/domain/connection/connection'
import type { FetchedCell } from '@pejling/domain/connection/places'
import type { Asked } from '@pejling/domain/connection/selection'
import type { Text } from '@pejling/domain/text'

/** Thrown where a source cannot be reached, or says no: what happened, and what to do. */
export class SourceError extends Error {
  override name = 'SourceError'
  readonly problem: Text
  constructor(problem: Text) {
    super(problem.en)
    this.problem = problem
  }
}

/** A table in a list. */
export interface TableSummary {
  readonly table: string
  readonly name: string
  /** When its source last renewed it. */
  readonly updated: string
  readonly from: string
  readonly to: string
}

/** Tables of another producer. Another source is one more of these. Everything throws {@link SourceError}. */
export interface OutsideSource {
  readonly name: Text
  /** What to write to find a table. */
  readonly hint: Text
  /** Tables whose name or number has all the words. */
  readonly tables: (words: string) => Promise<readonly TableSummary[]>
  readonly describe: (table: string) => Promise<TableDescription>
  /**
   * The cells of one or several selections of a table, by codes of its description: all of them, of one state of the table, or none.
   * A source may answer with more cells than were asked for.
   */
  readonly cells: (
    selections: readonly (readonly Asked[])[],
    description: TableDescription,
  ) => Promise<Iterable<FetchedCell>>
  /** Where people see a table; `null`: nowhere. */
  readonly pageOf: (table: string) => string | null
}
