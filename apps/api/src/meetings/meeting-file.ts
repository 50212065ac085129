import type { MeetingDocument } from '@pejling/domain/meeting/meeting'
import { showMeeting, type ReadReleased, type ShownItem } from '@pejling/domain/meeting/show'
import { sinceLast, type SinceLast } from '@pejling/domain/meeting/since'
import { IndicatorsDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { Release, ReleaseChangesDocument } from '@pejling/domain/release/release'
import type { Locale } from '@pejling/domain/text'
import { releaseChanges } from '../releases/release-changes.ts'
import type { ReleaseStore } from '../releases/release-store.ts'

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

/** What is otherwise in a meeting's release than in that of the committee's meeting before; `null`: there was none. */
export function changesBefore(
  store: ReleaseStore,
  { before, release }: MeetingDocument,
): Pick<ReleaseChangesDocument, 'indicators'> | null {
  if (before === null) return null
  return before.release < release ? releaseChanges(store, before.release, release) : { indicators: [] }
}

/** Puts together what the files of a meeting are made from. `read`: what stands at a path of the meeting's release. */
export function meetingFile({
  store,
  read,
  ...about
}: Pick<MeetingFile, 'meeting' | 'release' | 'locale' | 'address'> & {
  readonly store: ReleaseStore
  readonly read: ReadReleased
}): MeetingFile {
  const { meeting } = about
  const before = changesBefore(store, meeting)
  const summaries = IndicatorsDocument.parse(read(documentPath.indicators)).indicators
  return {
    ...about,
    shown: showMeeting(meeting, read),
    since: before && sinceLast(before, summaries, meeting.date),
  }
}
