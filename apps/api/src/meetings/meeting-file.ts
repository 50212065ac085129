import type { MeetingDocument } from '@pejling/domain/meeting/meeting'
import type { ShownItem } from '@pejling/domain/meeting/show'
import type { SinceLast } from '@pejling/domain/meeting/since'
import type { Release } from '@pejling/domain/release/release'
import type { Locale } from '@pejling/domain/text'

/** What the files of a meeting are made from: what its pages show, and nothing else. */
export interface MeetingFile {
  readonly meeting: MeetingDocument
  readonly shown: readonly ShownItem[]
  /** The release its figures are from. */
  readonly release: Release
  /** What is otherwise than at the meeting before; `null`: there was none. */
  readonly since: SinceLast | null
  readonly locale: Locale
  /** Where the meeting is seen, with scheme and host. */
  readonly address: string
}
