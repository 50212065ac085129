import { assetPath } from '@pejling/addresses/api'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type {
  EmbedRequest,
  MeetingRequest,
  MovedRequest,
  PageAnswer,
  PageEntry,
  PageRequest,
  ProblemRequest,
} from '@pejling/page-contract/pages'
import type { Assets, PageStyles, RenderedPage, Rendering, RenderMode } from '@pejling/page-contract/rendering'
import { z } from 'zod'
import { statedPolicy, type PolicyName } from '../http/security-headers.ts'
import { isBuilt } from '../processes/built.ts'
import type { Site } from '@pejling/page-contract/site'
import { makeBody, makeCachedResponse, type CachedResponse } from './cached-response.ts'

/** What a page is rendered for, and the policy it is shown under. */
export interface RenderedFor {
  readonly mode: RenderMode
  readonly policy: PolicyName
}

/** What the pages of a site are rendered for: to be sent by the server, or to be kept as files. */
export const renderedFor = ({ asFiles }: Site, policy: PolicyName = 'page'): RenderedFor => ({
  mode: asFiles ? 'file' : 'live',
  policy,
})

/** The pages themselves: functions of released documents. */
export interface Pages {
  readonly render: (request: PageRequest, purpose: RenderedFor) => PageAnswer
  readonly renderProblem: (request: ProblemRequest, purpose: RenderedFor) => RenderedPage
  readonly renderMeeting: (request: MeetingRequest, purpose: RenderedFor) => RenderedPage
  readonly renderEmbed: (request: EmbedRequest, purpose: RenderedFor) => RenderedPage
  readonly renderMoved: (request: MovedRequest) => string
  readonly renderDesk: PageEntry['renderDesk']
  readonly inLanguageOfSite: PageEntry['inLanguageOfSite']
  readonly addresses: PageEntry['pageAddresses']
}

/** The dashboard as the server sees it: pages, and the files they need. */
export interface PageRenderer {
  /** Loads the pages, once. */
  readonly pages: () => Promise<Pages>
  /** The file below `/assets/`, or `null`. */
  readonly asset: (name: string) => CachedResponse | null
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
function readAsset(name: string): CachedResponse {
  const file = new URL(`client/assets/${name}`, dist)
  const inForm = (ending: string): Buffer | null => {
    const form = new URL(`${file.href}${ending}`)
    return existsSync(form) ? readFileSync(form) : null
  }
  const body = makeBody(readFileSync(file), () => ({ gzip: inForm('.gz'), brotli: inForm('.br') }))
  return makeCachedResponse(body, {
    contentType: contentTypes[extname(name)] ?? 'application/octet-stream',
    lastModified: statSync(file).mtime.toISOString(),
    // A name with a hash in it is never given to other bytes.
    freshness: hashed.test(name) ? 'built' : 'latest',
    vary: 'Accept-Encoding',
  })
}

const Manifest = z.record(z.string(), z.object({ file: z.string() }))

/**
 * A style sheet with its typefaces in it, for a page that may ask the network for nothing. They are waited for, since no one sees
 * the page while it is made.
 */
function withFonts(styles: string, fontData: (name: string) => string | null): string {
  return styles
    .replaceAll('font-display:optional', 'font-display:block')
    .replace(/url\(["']?\/assets\/([\w.-]+\.woff2)["']?\)/g, (address, name: string) => {
      const data = fontData(name)
      return data === null ? address : `url(${data})`
    })
}

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
  const fonts = names.filter((name) => name.endsWith('.woff2')).map(assetPath)
  const fontData = (name: string): string | null => {
    const file = files.get(name)
    return file ? `data:font/woff2;base64,${file.variants.identity.body.toString('base64')}` : null
  }
  const page: Assets<PageStyles> = {
    styles: {
      overview: stylesOf('src/pages/overview/overview-page.css'),
      indicator: stylesOf('src/pages/indicator/indicator-page.css'),
      other: stylesOf('src/app/page.css'),
    },
    script: built('src/app/entry-client.ts'),
    fonts,
  }
  const ownAssets = (folder: string): Assets => ({
    styles: stylesOf(`src/pages/${folder}/${folder}.css`),
    script: built(`src/pages/${folder}/${folder}.ts`),
    fonts,
  })
  const [embed, meeting] = [ownAssets('embed'), ownAssets('meeting')]
  const rendering = <Styles>(
    assets: Assets<Styles>,
    { mode, policy }: RenderedFor,
    inEach: (styles: Styles, carried: (text: string) => string) => Styles,
  ): Rendering<Styles> => ({
    mode,
    policy: (carried) => statedPolicy(policy, carried),
    assets:
      mode === 'standalone'
        ? { ...assets, styles: inEach(assets.styles, (text) => withFonts(text, fontData)), fonts: [] }
        : assets,
  })
  const ofPage = (purpose: RenderedFor): Rendering<PageStyles> =>
    rendering(page, purpose, ({ overview, indicator, other }, carried) => ({
      overview: carried(overview),
      indicator: carried(indicator),
      other: carried(other),
    }))
  const ofOther = (assets: Assets, purpose: RenderedFor): Rendering =>
    rendering(assets, purpose, (styles, carried) => carried(styles))
  let loaded: Promise<Pages> | null = null
  const load = async (): Promise<Pages> => {
    const { pageEntry: as }: { readonly pageEntry: PageEntry } = await import(fileURLToPath(entry))
    return {
      renderDesk: as.renderDesk,
      inLanguageOfSite: as.inLanguageOfSite,
      addresses: as.pageAddresses,
      renderMoved: (request) => as.renderMoved({ ...request, policy: (styles) => statedPolicy('standalone', styles) }),
      render: (request, purpose) => as.renderPage({ ...request, ...ofPage(purpose) }),
      renderProblem: (request, purpose) => as.renderProblem({ ...request, ...ofPage(purpose) }),
      renderMeeting: (request, purpose) => as.renderMeeting({ ...request, ...ofOther(meeting, purpose) }),
      renderEmbed: (request, purpose) => as.renderEmbed({ ...request, ...ofOther(embed, purpose) }),
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
