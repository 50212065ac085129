import { assetPath } from '@pejling/addresses/api'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DeskRequest } from '@pejling/domain/desk/views'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import type { MeetingDocument } from '@pejling/domain/meeting/meeting'
import type { Profile } from '@pejling/domain/profile/profile'
import type { Release, ReleaseChangesDocument } from '@pejling/domain/release/release'
import type { Locale } from '@pejling/domain/text'
import { z } from 'zod'
import { isBuilt } from '../jobs/built.ts'
import type { Site } from '../config/config.ts'
import { makeBody, makeServed, type Served } from './served.ts'

type Read = (documentPath: string) => unknown

/** What a page is rendered from. The shape is the dashboard's; the server only carries it. */
export interface PageRequest {
  readonly path: string
  /** What stands behind the question mark, with parameters that pages know. */
  readonly query: string
  readonly read: Read
  readonly release: Release
  readonly pinned: boolean
  readonly site: Site
}

/** A page in place of one that cannot be shown. */
export interface ProblemRequest {
  readonly problem: 'internal' | 'nothingPublished' | 'busy'
  readonly path: string
  readonly site: Site
}

/** A rendered page. */
export interface PageAnswer extends RenderedPage {
  readonly status: 200 | 404
}

/** A page's address in each language of the site. */
export type PageAddress = Readonly<Partial<Record<Locale, string>>>

/** A page of the site: its addresses, and the path of the document it tells of; `null`: of none, or of many. */
export interface SitePage {
  readonly address: PageAddress
  readonly document: string | null
}

/** The ways a meeting is shown. */
export type MeetingView = 'agenda' | 'slides' | 'appendix'

/** What a view of a meeting is rendered from. The shape is the dashboard's; the server only carries it. */
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
  /** What is otherwise in the newest release; `null`: the meeting's own is the newest. */
  readonly after: ReleaseChangesDocument | null
  /** What is otherwise than at the meeting before; `null`: there was none. */
  readonly before: Pick<ReleaseChangesDocument, 'indicators'> | null
  readonly siteUrl: string
}

/** What an indicator on somebody else's page is rendered from. The shape is the dashboard's; the server only carries it. */
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

/** A page with the text of each style sheet it carries. */
export interface RenderedPage {
  readonly html: string
  readonly styles: readonly string[]
}

/** The pages themselves: functions of released documents. */
export interface Pages {
  readonly render: (request: PageRequest) => PageAnswer
  readonly renderProblem: (request: ProblemRequest) => RenderedPage
  /** Where a page is found that was asked for in a language the site is not in; `null`: at its own address. */
  readonly inLanguageOfSite: (
    path: string,
    query: string,
    site: { readonly pinnedTo: number | null; readonly languages: readonly Locale[] },
  ) => string | null
  /** The addresses of all pages of a release. */
  readonly addresses: (read: Read, releases: readonly number[]) => readonly SitePage[]
  readonly renderDesk: (request: DeskRequest) => string
  readonly renderMeeting: (request: MeetingRequest) => RenderedPage
  readonly renderEmbed: (request: EmbedRequest) => RenderedPage
  /** Every parameter a page may have. */
  readonly parameters: ReadonlySet<string>
}

/** The dashboard as the server sees it: pages, and the files they need. */
export interface PageRenderer {
  /** Loads the pages, once. */
  readonly pages: () => Promise<Pages>
  /** The file below `/assets/`, or `null`. */
  readonly asset: (name: string) => Served | null
  readonly assetNames: readonly string[]
  /** Address of the style sheet, for pages that are not rendered here. */
  readonly stylesheet: string
  /** Address of the style sheet of the administration. */
  readonly deskStylesheet: string
  /** Address of the script of the sheet of figures. */
  readonly deskScript: string
  /** Address of the script that gives frames their height, for pages that embed. */
  readonly framesScript: string
  /** Files of the typefaces that pictures are lettered in. */
  readonly pictureFonts: readonly string[]
  /** The text of the script that keeps a meeting for reading without a network. */
  readonly meetingWorker: string
}

const dist = new URL('../../../dashboard/dist/', import.meta.url)
const entry = isBuilt ? new URL('entry-server.js', import.meta.url) : new URL('server/entry-server.js', dist)

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

const hashed = /-[\w-]{8}\.\w+$/
/** The forms a file is sent in lie beside it. */
const packed = /\.(?:br|gz)$/

/** A built file, ready to be sent. */
function readAsset(name: string): Served {
  const file = new URL(`client/assets/${name}`, dist)
  const inForm = (ending: string): Buffer | null => {
    const form = new URL(`${file.href}${ending}`)
    return existsSync(form) ? readFileSync(form) : null
  }
  const body = makeBody(readFileSync(file), () => ({ gzip: inForm('.gz'), brotli: inForm('.br') }))
  return makeServed(body, {
    contentType: contentTypes[extname(name)] ?? 'application/octet-stream',
    lastModified: statSync(file).mtime.toISOString(),
    // A name with a hash in it is never given to other bytes.
    freshness: hashed.test(name) ? 'built' : 'latest',
    vary: 'Accept-Encoding',
  })
}

/** The hash by which a security policy allows a page the style sheet it carries: SHA-256, base64. */
export const hashOfStyles = (text: string): string => createHash('sha256').update(text).digest('base64')

interface Assets {
  /** The text of the style sheet that stands in a page: the overview's, an indicator's, any other's. */
  readonly styles: Readonly<Record<'overview' | 'indicator' | 'other', string>>
  readonly script: string
  readonly fonts: readonly string[]
}

type OwnAssets = Pick<Assets, 'script' | 'fonts'> & { readonly styles: string }

const aFunction = <Type>() => z.custom<Type>((value) => typeof value === 'function')
const Entry = z.object({
  renderPage: aFunction<(request: PageRequest & { readonly assets: Assets }) => PageAnswer>(),
  renderProblem: aFunction<(request: ProblemRequest & { readonly assets: Assets }) => RenderedPage>(),
  inLanguageOfSite: aFunction<Pages['inLanguageOfSite']>(),
  pageAddresses: aFunction<Pages['addresses']>(),
  pageParameters: z.set(z.string()),
  renderDesk: aFunction<Pages['renderDesk']>(),
  renderMeeting: aFunction<(request: MeetingRequest & { readonly assets: OwnAssets }) => RenderedPage>(),
  renderEmbed: aFunction<(request: EmbedRequest & { readonly assets: OwnAssets }) => RenderedPage>(),
})
const Manifest = z.record(z.string(), z.object({ file: z.string() }))

/**
 * The built dashboard. Its files are read into memory once; its pages are loaded when the first one is asked for, so that
 * a server that only answers the API does not carry them.
 */
export function loadPages(): PageRenderer {
  const assetFiles = readdirSync(new URL('client/assets/', dist)).filter((name) => !packed.test(name))
  const files = new Map(assetFiles.map((name) => [name, readAsset(name)]))
  const manifest = Manifest.parse(JSON.parse(readFileSync(new URL('client/.vite/manifest.json', dist), 'utf8')))
  const built = (source: string): string => `/${manifest[source]?.file ?? ''}`
  const names = [...files.keys()]
  const stylesheet = built('src/app/page.css')
  // A style sheet that has to be fetched keeps a phone waiting for one more round trip before it shows anything.
  const stylesOf = (source: string): string => readFileSync(new URL(`client${built(source)}`, dist), 'utf8').trim()
  const styles = {
    overview: stylesOf('src/pages/overview/overview-page.css'),
    indicator: stylesOf('src/pages/indicator/indicator-page.css'),
    other: stylesOf('src/app/page.css'),
  }
  const assets: Assets = {
    styles,
    script: built('src/islands/entry-client.ts'),
    fonts: names.filter((name) => name.endsWith('.woff2')).map((name) => assetPath(name)),
  }
  const embed: OwnAssets = {
    styles: stylesOf('src/pages/embed/embed.css'),
    script: built('src/pages/embed/embed.ts'),
    fonts: assets.fonts,
  }
  const meeting: OwnAssets = {
    styles: stylesOf('src/pages/meeting/meeting.css'),
    script: built('src/pages/meeting/meeting.ts'),
    fonts: assets.fonts,
  }
  let loaded: Promise<Pages> | null = null
  const load = async (): Promise<Pages> => {
    const module: unknown = await import(fileURLToPath(entry))
    const { renderPage, renderProblem, renderMeeting, renderEmbed, pageAddresses, pageParameters, ...as } =
      Entry.parse(module)
    return {
      ...as,
      render: (request) => renderPage({ ...request, assets }),
      renderProblem: (request) => renderProblem({ ...request, assets }),
      renderMeeting: (request) => renderMeeting({ ...request, assets: meeting }),
      renderEmbed: (request) => renderEmbed({ ...request, assets: embed }),
      addresses: pageAddresses,
      parameters: pageParameters,
    }
  }
  return {
    stylesheet,
    deskStylesheet: built('src/desk/desk.css'),
    deskScript: built('src/desk/desk.ts'),
    framesScript: built('src/pages/embed/embed-frames.ts'),
    pictureFonts: readdirSync(new URL('client/picture-fonts/', dist)).map((name) =>
      fileURLToPath(new URL(`client/picture-fonts/${name}`, dist)),
    ),
    meetingWorker: readFileSync(new URL(`client${built('src/pages/meeting/worker.ts')}`, dist), 'utf8'),
    assetNames: names,
    asset: (name) => files.get(name) ?? null,
    pages: () => (loaded ??= load()),
  }
}
