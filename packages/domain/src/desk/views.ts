import type { Scope } from '../scope.ts'
import type { ActionState, PlanName } from '../action-plan/action-plan.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { PlannedRelease } from '../release/planned.ts'
import type { Release, ReleaseChangesDocument } from '../release/release.ts'
import type { TextChange } from '../release/text-changes.ts'
import type { PeriodKind } from '../period/period.ts'
import type { Locale, Text } from '../text.ts'
import type { Measure } from '../unit/format.ts'
import type { Target } from '../target/target.ts'
import type { ValidationFinding } from '../validation/validation-finding.ts'
import type { Meeting, Sharing } from '../meeting/meeting.ts'
import type { Logo } from '../profile/profile.ts'
import type { Mapping, MappedRole } from '../intake/mapping.ts'
import type { ImportOutcome, ImportProgress } from '../intake/outcome.ts'
import type { FileInspection, SourceRow } from '../intake/source-table.ts'
import type { TableDescription } from '../connection/connection.ts'
import type { AccessView } from './access-views.ts'
import type { CellRules } from '../intake/figure-text.ts'
import type { Becoming, ChosenVariable } from './connecting.ts'
import type { EditedField } from './fields.ts'
import type { MatrixRow } from './matrix.ts'

/*
 * What the pages of the administration show: the contract between the server, which knows the workspace, and the dashboard,
 * which draws it.
 */

/** A person at the desk, and what they may do there. */
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
  /** What the account that did it is called now, where that is something else; `null`: it is not. */
  readonly calledNow: string | null
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

/** A footnote of a figure in the sheet; that of no cell yet is a new one. */
export interface GridNote {
  /** `series|period`; empty: not chosen yet. */
  readonly cell: string
  readonly da: string
  readonly en: string
  /** What stood there when the sheet was made, both languages. */
  readonly before: string
  readonly problem: Text | null
}

/** What a committee works with, and what of it is new: an action of a plan, an idea, a meeting, an item of it. */
export const committeeKinds = [
  'indsats',
  'ny-indsats',
  'ide',
  'ny-ide',
  'moede',
  'nyt-moede',
  'punkt',
  'nyt-punkt',
] as const
export type CommitteeKind = (typeof committeeKinds)[number]

/** What can be edited: how the site presents itself, a policy, a focus area, a goal, what is said of it in a year, an indicator, and of an indicator its target, the administration's own verdict, who sends its figures and how it is judged; what a committee works with; and what is new. */
export const editedKinds = [
  'politik',
  'fokusomraade',
  'maal',
  'kommentar',
  'indikator',
  'maaltal',
  'vurdering',
  'ansvarlig',
  'bedoemmelse',
  'ny-indikator',
  'nyt-maal',
  'ny-politik',
  'nyt-fokusomraade',
  'sted',
  ...committeeKinds,
] as const
export type EditedKind = (typeof editedKinds)[number]

/** An indicator among what can be edited, with what is aimed at. */
export interface ListedIndicator {
  readonly indicator: Indicator
  readonly target: Target | null
}

/** A policy with everything under it. */
export interface ListedPolicy {
  readonly slug: string
  readonly title: Text
  readonly areas: readonly {
    readonly slug: string
    readonly title: Text
    readonly goals: readonly {
      readonly number: string
      readonly text: Text
      /** Years with a comment on the goal, the newest first; this year's always, said or not. */
      readonly comments: readonly { readonly year: number; readonly isSaid: boolean }[]
      readonly indicators: readonly ListedIndicator[]
    }[]
  }[]
}

/** How many figures came, or would come. */
export interface FetchedCounts {
  readonly added: number
  /** Corrected by their source. */
  readonly changed: number
  /** The same, and now by way of their source. */
  readonly confirmed: number
  readonly unchanged: number
}

/** A figure from outside that is to be decided about: how a form names it, and its words. */
export interface FetchedQuestion {
  readonly key: string
  readonly name: Text
}

/** Something to choose, by its name. */
export interface NamedChoice {
  readonly key: string
  readonly name: Text
}

/** How far a file on its way in has come: it waits to be explained, to be written, or it has been. */
export type ImportState = 'received' | 'checked' | 'applied'

/** A file on its way in, or that came in. */
export interface ListedImport {
  readonly number: number
  readonly name: string
  readonly indicator: Text
  readonly receivedAt: string
  readonly state: ImportState
}

/** A text a person typed that says a figure. */
export interface SaidElsewhere {
  readonly kind: string
  readonly key: string
  /** What is around the figure in the text. */
  readonly text: string
  readonly isPublished: boolean
}

/** Why a person has not come in. */
export type DeskProblem =
  'not-allowed' | 'not-found' | 'foreign' | 'busy' | 'too-large' | 'wrong-type' | 'unreadable' | 'internal'

/** Why a token could not be made or revoked. */
export type TokenProblem =
  | 'token-name'
  | 'token-taken'
  | 'token-expires'
  | 'token-scopes'
  | 'token-role'
  | 'token-indicators'
  | 'token-owner'
  | 'token-gone'

/** A page of the administration with what it shows. */
export type DeskView =
  | AccessView
  | {
      readonly page: 'desk'
      readonly rows: readonly MatrixRow[]
      readonly years: readonly number[]
      readonly warnings: readonly {
        readonly indicator: string
        readonly name: Text
        /** The first of them. */
        readonly warnings: readonly ValidationFinding[]
        readonly count: number
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
      /** Releases and withdrawals that wait for their time or for approval, and those that could not come out. */
      readonly planned: readonly Pick<
        PlannedRelease,
        'number' | 'title' | 'state' | 'problem' | 'publishAt' | 'needsApproval' | 'approvedBy' | 'plannedBy'
      >[]
    }
  | {
      readonly page: 'publish'
      /** Whether it is chosen what comes out, or what was chosen is looked at for the last time. */
      readonly step: 'choose' | 'confirm'
      /** What a release made now of all that is changed, or of what was chosen, would change; `null`: nothing. */
      readonly changes: ReleaseChangesDocument | null
      /** Every text that would come out with it, whichever indicators are chosen. */
      readonly texts: readonly TextChange[]
      /** Tells these changes from any others, so that nothing is published that no one has seen. */
      readonly seen: string
      /** The indicators that are otherwise than published, and whether they are to be in this release. */
      readonly choices: readonly {
        readonly slug: string
        readonly name: Text
        readonly chosen: boolean
        /** Those among them that it is computed from: it comes out with any of them, chosen or not. */
        readonly follows: readonly Text[]
      }[]
      readonly mayPublish: boolean
      /** Whether another person has to approve a release. */
      readonly needsApproval: boolean
      /** Releases that wait for their time or for approval, and those that came to nothing of late. */
      readonly planned: readonly (PlannedRelease & {
        readonly own: boolean
      })[]
      readonly problem: 'title' | 'changed' | 'time' | 'own' | 'gone' | null
      readonly given: {
        readonly titleDa: string
        readonly titleEn: string
        readonly noteDa: string
        readonly noteEn: string
        /** When to publish, as clocks in Denmark show it; empty: now. */
        readonly publishAt: string
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
      /** How many periods and series there are in all, where a sheet has no room for every cell; `null`: all are there. */
      readonly outOf: { readonly periods: number; readonly series: number; readonly mostCells: number } | null
      readonly notes: readonly GridNote[]
      /** What a figure may be, so that it can be told while it is typed. */
      readonly rules: CellRules
      /** What is odd about the figures as they stand: the first of them, and how many there are. */
      readonly warnings: readonly ValidationFinding[]
      readonly warningCount: number
      readonly mayWrite: boolean
      readonly saved: boolean
      readonly reason: string
      /** How many cells keep the sheet from being saved; `null`: nothing was tried. */
      readonly problem: number | null
    }
  | {
      readonly page: 'imports'
      readonly imports: readonly ListedImport[]
      /** The indicators whoever is looking may write figures of. */
      readonly indicators: readonly NamedChoice[]
      readonly chosen: string
      readonly problem: 'no-file' | 'too-large' | 'no-indicator' | 'quota' | 'no-room' | null
      /** How large a file may be, in MB. */
      readonly largest: number
    }
  | {
      readonly page: 'import'
      readonly number: number
      readonly name: string
      /** In bytes. */
      readonly size: number
      readonly hash: string
      readonly receivedAt: string
      readonly indicator: NamedChoice
      readonly periodKind: PeriodKind
      readonly state: ImportState
      readonly changeSet: number | null
      /** What is being done with it just now; `null`: nothing. */
      readonly progress: ImportProgress | null
      readonly problem: Text | null
      readonly look: FileInspection | null
      readonly mapping: Mapping | null
      /** The rows of the chosen sheet that are shown: the headings and the first figures. */
      readonly rows: readonly SourceRow[]
      readonly roles: readonly { readonly role: MappedRole; readonly name: Text | null }[]
      /** Texts that stand where figures are expected. */
      readonly marks: readonly string[]
      readonly areas: readonly NamedChoice[]
      /** Names of the series the outcome speaks of. */
      readonly seriesNames: readonly NamedChoice[]
      readonly outcome: ImportOutcome | null
    }
  | {
      readonly page: 'definitions'
      readonly policies: readonly ListedPolicy[]
      /** The logo of the site; `null`: it has none. */
      readonly logo: Logo | null
      /** Why a file could not be the logo; `null`: nothing is wrong. */
      readonly problem: Text | null
      readonly mayWrite: boolean
    }
  | {
      readonly page: 'edit'
      readonly kind: EditedKind
      readonly key: string
      /** What the thing is called now. */
      readonly name: Text
      readonly fields: readonly EditedField[]
      /** The languages texts are written in. */
      readonly languages: readonly Locale[]
      /** Tells what stood there when the form was made, so that no one writes over what they have not seen. */
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
      readonly page: 'committee'
      /** The newest first. */
      readonly meetings: readonly Pick<Meeting, 'slug' | 'committee' | 'date' | 'sharing'>[]
      /** The newest first. */
      readonly plans: readonly {
        readonly name: PlanName
        readonly title: Text
        readonly actions: readonly { readonly slug: string; readonly title: Text; readonly state: ActionState }[]
      }[]
      /** For each policy: the plan that could be made next, and how many actions it would go on with. */
      readonly next: readonly { readonly framework: string; readonly title: Text; readonly goesOn: number }[]
      /** The newest first. */
      readonly ideas: readonly {
        readonly slug: string
        readonly title: string
        readonly theme: string
        readonly state: 'taken-up' | 'declined' | 'open'
      }[]
      readonly mayWrite: boolean
      /** How many ideas a file has just brought; `null`: none has come. */
      readonly imported: number | null
      /** Why a file could not be read, row by row. */
      readonly problems: readonly Text[]
    }
  | {
      readonly page: 'meeting'
      readonly meeting: Omit<Meeting, 'secret'>
      /** What each item is called, in the order of the agenda. */
      readonly items: readonly { readonly slug: string; readonly name: Text; readonly decided: boolean }[]
      /** How it is shared; `null`: not at all. */
      readonly shared: {
        readonly version: number
        readonly sharedAt: string
        /** Whether what others see is what stands here. */
        readonly isCurrent: boolean
        readonly sharing: Exclude<Sharing, 'draft'>
        /** The last day it is shown; `null`: until it is taken back. */
        readonly lastDay: string | null
      } | null
      /** Where it is to be seen: by those who have the secret where it is shared by link. `null`: whoever is looking may not pass it on. */
      readonly address: { readonly slug: string; readonly secret: string | null } | null
      readonly mayWrite: boolean
      readonly mayShare: boolean
    }
  | {
      readonly page: 'connection'
      readonly slug: string
      readonly name: Text
      readonly mayWrite: boolean
      /** The sources there are, and the one that is asked. */
      readonly sources: readonly (NamedChoice & { readonly hint: Text })[]
      readonly source: string
      /** What tables were looked for by. */
      readonly words: string
      /** What was found; `null`: nothing was looked for. */
      readonly tables:
        | readonly {
            readonly table: string
            readonly name: string
            readonly from: string
            readonly to: string
          }[]
        | null
      /** The table that is being connected; `null`: none is picked. */
      readonly table: TableDescription | null
      /** The indicator's dimensions, as what a variable can be. */
      readonly roles: readonly NamedChoice[]
      readonly variables: readonly ChosenVariable[]
      readonly becoming: Becoming
      /** Where no variable tells it, the area of all figures; empty: the indicator's own. */
      readonly area: string
      readonly areas: readonly NamedChoice[]
      /** The groups all figures belong to, one choice for each dimension; empty: none. */
      readonly belongs: readonly (NamedChoice & { readonly chosen: string; readonly groups: readonly NamedChoice[] })[]
      readonly crossed: boolean
      readonly scale: string
      readonly every: string
      /** The table it is connected to; `null`: to none. */
      readonly connected: string | null
      readonly last:
        | (FetchedCounts & {
            readonly at: string
            readonly by: string
            readonly passedOver: readonly Text[]
            /** Periods the table lists before they are measured. */
            readonly notMeasured: readonly string[]
            readonly problem: Text | null
          })
        | null
      /** Figures the source no longer has, and zeros that are not taken, until an administrator decides. */
      readonly withdrawn: readonly FetchedQuestion[]
      readonly heldBack: readonly FetchedQuestion[]
      readonly mayDecide: boolean
      /** Whether figures that came wait to be published. */
      readonly waits: boolean
      /** What fetching would bring; `null`: no one asked. */
      readonly preview:
        | (FetchedCounts & {
            readonly passedOver: readonly Text[]
            readonly notMeasured: readonly string[]
            /** How many figures would be to be decided about. */
            readonly withdrawn: number
            readonly heldBack: number
            readonly changes: ReleaseChangesDocument | null
          })
        | null
      readonly problem: Text | null
      readonly done: 'saved' | 'fetched' | 'removed' | 'decided' | null
    }
  | {
      readonly page: 'notes'
      readonly slug: string
      /** The items in the order of the slides, after the first of them. */
      readonly items: readonly { readonly name: Text; readonly notes: string | null; readonly point: string | null }[]
    }
  | {
      readonly page: 'side-by-side'
      /** What the page is about, by its slug or number. */
      readonly kind: 'indicator' | 'goal'
      readonly key: string
    }
  | {
      readonly page: 'withdraw'
      readonly slug: string
      readonly name: Text
      /** The figures any release tells, by `series|period`: those of the last release first. */
      readonly figures: readonly (NamedChoice & {
        /** The newest release that tells it; `null`: it is in the last one. */
        readonly release: number | null
      })[]
      readonly given: { readonly figure: string; readonly reasonDa: string; readonly reasonEn: string }
      /** Whether another person has to approve a withdrawal. */
      readonly needsApproval: boolean
      /** How many published documents tell of the chosen figure, and texts people typed that say it, too; `null`: not asked yet. */
      readonly telling: { readonly documents: number; readonly mentions: readonly SaidElsewhere[] } | null
      readonly problem: 'reason' | 'figure' | null
    }
  | {
      readonly page: 'history'
      readonly changeSets: readonly DeskChangeSet[]
      readonly older: number | null
      /** What was searched for; empty: everything. */
      readonly search: string
      /** The id of the account whose changes are shown; empty: everybody's. */
      readonly account: string
      readonly mayUndo: boolean
      /** Why the last undoing came to nothing. */
      readonly problem: Text | null
    }
  | {
      readonly page: 'people'
      readonly people: readonly (DeskUser & {
        /** The id the history knows the account by. */
        readonly id: string
        readonly closed: boolean
        /** Has not chosen a password of their own yet. */
        readonly awaited: boolean
      })[]
      /** What the identity provider is called that people can be invited to sign in through; `null`: there is none. */
      readonly provider: string | null
      readonly tokens: readonly {
        readonly name: string
        readonly email: string
        readonly expiresOn: string
        readonly scopes: readonly Scope[]
        /** The only indicators it is good for; `null`: all. */
        readonly indicators: readonly string[] | null
        /** `null`: never, give or take an hour. */
        readonly lastUsedAt: string | null
      }[]
      /** The indicators a new token may be limited to. */
      readonly indicators: readonly { readonly slug: string; readonly name: Text }[]
      /** The last day a new token may have. */
      readonly lastTokenDay: string
      /** A secret that is shown this once: for whom, and what it is. */
      readonly secret: {
        readonly kind: 'password' | 'token' | 'invitation'
        readonly of: string
        readonly text: string
      } | null
      readonly problem: 'taken' | 'missing' | 'invalid' | 'self' | 'second' | TokenProblem | null
      readonly today: string
      /** Whether a release takes two people. */
      readonly needsApproval: boolean
      /** Which administrator has asked that it should not any more; another has to confirm it. `null`: no one. */
      readonly stopAskedBy: { readonly name: string; readonly own: boolean } | null
    }
  | { readonly page: 'problem'; readonly problem: DeskProblem }
export type DeskPage = DeskView['page']

/** What a page of the administration is rendered from. */
export interface DeskRequest {
  readonly view: DeskView
  readonly user: DeskUser | null
  readonly locale: Locale
  readonly demonstration: boolean
  /** The languages texts are written in. */
  readonly languages: readonly Locale[]
  readonly stylesheet: string
  /** What some pages do more with. */
  readonly script: string
  /** The latest release, which links to public pages lead into. */
  readonly release: Release | null
}
