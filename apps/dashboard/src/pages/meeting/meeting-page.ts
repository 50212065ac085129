import type { MeetingDocument } from '@pejling/domain/meeting/meeting'
import type { ShownItem } from '@pejling/domain/meeting/show'
import type { ChangedIndicator, SinceLast } from '@pejling/domain/meeting/since'
import type { Release } from '@pejling/domain/release/release'
import { createContext, use } from 'react'
import type { MeetingLinks } from '@pejling/addresses/meetings'

/** What every view of a meeting is made from. */
export interface MeetingPage {
  readonly meeting: MeetingDocument
  readonly shown: readonly ShownItem[]
  /** The release it is pinned to. */
  readonly release: Release
  /** The newest release. */
  readonly latest: number
  /** What has been corrected since its release. */
  readonly corrected: readonly ChangedIndicator[]
  /** What is otherwise than at the committee's meeting before; `null`: there was none. */
  readonly since: SinceLast | null
  readonly links: MeetingLinks
  /** Where it is seen in the other language; `null`: the site is in one alone. */
  readonly otherLanguage: string | null
  /** The address of the site, for what is taken along. */
  readonly siteUrl: string
}

/** Carries the {@link MeetingPage} to the parts of a view. */
export const CurrentMeeting = createContext<MeetingPage | null>(null)

/** The meeting this component shows. Throws where it stands in none. */
export function useMeeting(): MeetingPage {
  const meeting = use(CurrentMeeting)
  if (meeting === null) throw new Error('This component belongs inside a meeting')
  return meeting
}
