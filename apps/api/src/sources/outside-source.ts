import type { Connection, TableDescription } from '@pejling/domain/connection/connection'
import type { FetchedCell } from '@pejling/domain/connection/places'
import type { Text } from '@pejling/domain/text/text'

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

/** Somebody else's tables. Another source is one more of these. Everything throws {@link SourceError}. */
export interface OutsideSource {
  readonly name: Text
  /** What to write to find a table. */
  readonly hint: Text
  /** Tables whose name or number has all the words. */
  readonly tables: (words: string) => Promise<readonly TableSummary[]>
  readonly describe: (table: string) => Promise<TableDescription>
  /** The cells a connection asks for; it has been held against the table's description. */
  readonly cells: (connection: Connection, description: TableDescription) => Promise<Iterable<FetchedCell>>
  /** Where people see a table; `null`: nowhere. */
  readonly pageOf: (table: string) => string | null
}
