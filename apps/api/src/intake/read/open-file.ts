import type { Dialect, SourceFormat, SourceHolds, SourceRow, SourceSheet } from '@pejling/domain/intake/source-table'
import type { OnRead } from './source-bytes.ts'

/** A sheet of a file, or what corresponds to one: a table of a page, a data set. */
export interface OpenSheet {
  readonly name: string
  readonly isHidden?: boolean
  readonly hiddenColumns?: readonly number[]
  readonly about?: SourceSheet['about']
  /** What the file says its columns hold, by column. */
  readonly holds?: readonly SourceHolds[]
  /** Its rows from the first to the last; may be asked for more than once. */
  readonly rows: (onRead: OnRead) => Iterable<SourceRow> | AsyncIterable<SourceRow>
}

/** A file that can be read as tables, whatever it is. */
export interface OpenFile {
  readonly format: SourceFormat
  readonly dialect: Dialect | null
  readonly large: boolean
  readonly sheets: readonly OpenSheet[]
}
