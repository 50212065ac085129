import type { Indicator } from '../indicator/indicator.ts'
import type { Release, ReleaseChangesDocument } from '../release/release.ts'
import type { PeriodKind } from '../period/period.ts'
import type { Locale, Text } from '../text/text.ts'
import type { Measure } from '../unit/format.ts'
import type { Target } from '../target/target.ts'
import type { Warning } from '../warning/warning.ts'
import type { EditedField } from './editing.ts'
import type { MatrixRow } from './matrix.ts'

/*
 * What the pages of the administration show: the contract between the server, which knows the workspace, and the dashboard,
 * which draws it.
 */

/** Somebody at the desk, and what they may do there. */
export interface DeskUser {
  readonly name: string
  readonly email: string
  readonly role: 'reader' | 'contributor' | 'editor' | 'publisher' | 'administrator'
}

/** One change of the workspace: before and after as JSON; `null`: was not, or is no more. */
export interface DeskChange {
  readonly kind: string
  readonly key: string
  readonly before: string | null
  readonly after: string | null
}

/** A change set with its first changes. */
export interface DeskChangeSet {
  readonly number: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly reason: string | null
  readonly count: number
  /** Whether all it changed can be changed back, unless something else has been changed since. */
  readonly undoable: boolean
  readonly changes: readonly DeskChange[]
}

/** A cell of the sheet of figures: what is typed in it, what stood there, and what is wrong with it. */
export interface GridCell {
  /** `series|period`. */
  readonly name: string
  readonly typed: string
  readonly before: string
  readonly problem: Text | null
}

/** What can be edited: the policy, a focus area, a goal, an indicator, and of an indicator its target, the administration's own verdict, and who sends its figures. */
export const editedKinds = [
  'politik',
  'fokusomraade',
  'maal',
  'indikator',
  'maaltal',
  'vurdering',
  'ansvarlig',
] as const
export type EditedKind = (typeof editedKinds)[number]

/** An indicator among what can be edited, with what is aimed at. */
export interface ListedIndicator {
  readonly indicator: Indicator
  readonly target: Target | null
}

/** A page of the administration with what it shows. */
export type DeskView =
  | {
      readonly page: 'sign-in'
      readonly email: string
      readonly problem: 'refused' | 'wait' | null
      /** How long to wait before the next try. */
      readonly seconds: number
    }
  | {
      readonly page: 'password'
      /** The one-time password has been used and must be changed. */
      readonly first: boolean
      readonly problem: 'wrong' | 'short' | 'same' | null
      readonly shortest: number
    }
  | {
      readonly page: 'desk'
      readonly rows: readonly MatrixRow[]
      readonly years: readonly number[]
      readonly warnings: readonly {
        readonly indicator: string
        readonly name: Text
        readonly warnings: readonly Warning[]
      }[]
      readonly changedFigures: number
      /** Who sends the figures of which indicator, by their names. */
      readonly keepers: readonly {
        readonly indicator: string
        readonly names: readonly string[]
        /** Whether that is whoever is looking. */
        readonly own: boolean
      }[]
      readonly last: Release | null
    }
  | {
      readonly page: 'publish'
      /** What a release made now would change; `null`: nothing. */
      readonly changes: ReleaseChangesDocument | null
      /** Tells these changes from any others, so that nothing is published that nobody has seen. */
      readonly seen: string
      /** The indicators that are otherwise than published, and whether they are to be in this release. */
      readonly choices: readonly { readonly slug: string; readonly name: Text; readonly chosen: boolean }[]
      readonly mayPublish: boolean
      readonly problem: 'title' | 'changed' | null
      readonly given: {
        readonly titleDa: string
        readonly titleEn: string
        readonly noteDa: string
        readonly noteEn: string
      }
    }
  | {
      readonly page: 'figures'
      readonly slug: string
      readonly name: Text
      readonly unit: Measure
      /** A derived indicator is computed; nothing can be typed. */
      readonly derived: boolean
      readonly periodKind: PeriodKind
      readonly columns: readonly { readonly key: string; readonly name: Text }[]
      /** Newest first. */
      readonly rows: readonly { readonly period: string; readonly cells: readonly GridCell[] }[]
      readonly mayWrite: boolean
      readonly saved: boolean
      readonly reason: string
      /** How many cells keep the sheet from being saved; `null`: nothing was tried. */
      readonly problem: number | null
    }
  | {
      readonly page: 'definitions'
      readonly framework: { readonly slug: string; readonly title: Text } | null
      readonly areas: readonly {
        readonly slug: string
        readonly title: Text
        readonly goals: readonly {
          readonly number: string
          readonly text: Text
          readonly indicators: readonly ListedIndicator[]
        }[]
      }[]
      readonly mayWrite: boolean
    }
  | {
      readonly page: 'edit'
      readonly kind: EditedKind
      readonly key: string
      /** What the thing is called now. */
      readonly name: Text
      readonly fields: readonly EditedField[]
      /** Tells what stood there when the form was made, so that nobody writes over what they have not seen. */
      readonly before: string
      readonly mayWrite: boolean
      /** Whether it can be taken away again. */
      readonly removable: boolean
      readonly saved: boolean
      readonly reason: string
      readonly problem: 'fields' | 'changed' | null
      /** What saving would change for readers; `null`: nothing, `undefined`: not asked yet. */
      readonly changes: ReleaseChangesDocument | null | undefined
    }
  | {
      readonly page: 'history'
      readonly changeSets: readonly DeskChangeSet[]
      readonly older: number | null
      /** What was searched for; empty: everything. */
      readonly search: string
      readonly mayUndo: boolean
      /** Why the last undoing came to nothing. */
      readonly problem: Text | null
    }
  | {
      readonly page: 'people'
      readonly people: readonly (DeskUser & {
        readonly closed: boolean
        /** Has not chosen a password of their own yet. */
        readonly awaited: boolean
      })[]
      readonly tokens: readonly { readonly name: string; readonly email: string; readonly expiresOn: string }[]
      /** A secret that is shown this once: for whom, and what it is. */
      readonly secret: { readonly kind: 'password' | 'token'; readonly of: string; readonly text: string } | null
      readonly problem: 'taken' | 'missing' | 'invalid' | 'self' | null
      readonly today: string
    }
  | {
      readonly page: 'sessions'
      readonly sessions: readonly {
        readonly id: string
        readonly createdAt: string
        readonly lastSeenAt: string
        readonly agent: string
        readonly current: boolean
      }[]
    }
  | { readonly page: 'problem'; readonly problem: 'not-allowed' | 'not-found' | 'foreign' }
export type DeskPage = DeskView['page']

/** What a page of the administration is rendered from. */
export interface DeskRequest {
  readonly view: DeskView
  readonly user: DeskUser | null
  readonly locale: Locale
  readonly demonstration: boolean
  readonly stylesheet: string
  /** What the sheet of figures does more with. */
  readonly script: string
  /** The latest release, which links to public pages lead into. */
  readonly release: Release | null
}
