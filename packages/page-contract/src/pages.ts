import type { MeetingDocument } from '@pejling/domain/meeting/meeting'
import type { Profile } from '@pejling/domain/profile/profile'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import type { Release, ReleaseChangesDocument } from '@pejling/domain/release/release'
import type { SignInRequest } from '@pejling/domain/sign-in-pages/views'
import type { Locale } from '@pejling/domain/text'
import type { PageStyles, RenderedPage, Rendering } from './rendering.ts'
import type { Site } from './site.ts'

/** Finds a released document by its path below the API; `undefined` where the release has none. */
export type Read = (documentPath: string) => unknown

/** What a public page is rendered from. */
export interface PageRequest {
  /** Without the prefix of a release: `/goal/2.2` in the words of its language. */
  readonly path: string
  /** What follows the question mark, with parameters that pages know. */
  readonly query: string
  readonly read: Read
  readonly release: Release
  /** Whether the address names the release: then all links stay in it. */
  readonly pinned: boolean
  readonly site: Site
}

/** The page at an address, with its status. */
export interface PageAnswer extends RenderedPage {
  readonly status: 200 | 404
}

/** A page in place of one that cannot be shown. */
export interface ProblemRequest {
  readonly problem: 'internal' | 'nothingPublished' | 'busy'
  readonly path: string
  readonly site: Site
}

/** The ways a meeting is shown. */
export type MeetingView = 'agenda' | 'slides' | 'appendix'

/** What a view of a meeting is rendered from. */
export interface MeetingRequest {
  readonly view: MeetingView
  readonly locale: Locale
  readonly meeting: MeetingDocument
  /** What its addresses carry where it is shared by link; `null`: everybody may see it. */
  readonly secret: string | null
  /** A document of the release it is pinned to. */
  readonly read: Read
  readonly release: Release
  /** The number of the newest release. */
  readonly latest: number
  /** What is otherwise in the newest release; `null`: the meeting’s own is the newest. */
  readonly after: ReleaseChangesDocument | null
  /** What is otherwise than at the meeting before; `null`: there was none. */
  readonly before: Pick<ReleaseChangesDocument, 'indicators'> | null
  readonly siteUrl: string
}

/** What an indicator on another site’s page is rendered from. */
export interface EmbedRequest {
  readonly locale: Locale
  readonly document: IndicatorDocument
  readonly release: Release
  /** Who publishes it. */
  readonly organisation: string
  /** How the site presents itself. */
  readonly profile: Profile
  readonly siteUrl: string
}

/** What a page for something that has another address now is rendered from. */
export interface MovedRequest {
  readonly locale: Locale
  /** Where it is now, as an absolute address. */
  readonly to: string
}

/** A page’s address in each language of the site. */
export type PageAddress = Readonly<Partial<Record<Locale, string>>>

/** A page of the site: its addresses, and the path of the document it tells of; `null`: of none, or of many. */
export interface SitePage {
  readonly address: PageAddress
  readonly document: string | null
}

/** A release that pages stay in, and the languages of the site. */
export interface SpokenIn {
  readonly pinnedTo: number | null
  readonly languages: readonly Locale[]
}

/** What the pages offer to the server. They are built together with it. */
export interface PageEntry {
  readonly renderPage: (request: PageRequest & Rendering<PageStyles>) => PageAnswer
  readonly renderProblem: (request: ProblemRequest & Rendering<PageStyles>) => RenderedPage
  readonly renderMeeting: (request: MeetingRequest & Rendering) => RenderedPage
  readonly renderEmbed: (request: EmbedRequest & Rendering) => RenderedPage
  readonly renderMoved: (request: MovedRequest & Pick<Rendering, 'policy'>) => string
  readonly renderSignInPage: (request: SignInRequest) => string
  /** Where a page is found that was asked for in a language the site is not in; `null`: at its own address. */
  readonly inLanguageOfSite: (path: string, query: string, site: SpokenIn) => string | null
  /** The addresses of all pages of a release. */
  readonly pageAddresses: (read: Read, releases: readonly number[]) => readonly SitePage[]
}
