import { apiPath } from '@pejling/addresses/api'
import { homePath, localeOfPath } from '@pejling/addresses/language'
import { languagePrefix, siteFiles } from '@pejling/addresses/words'
import { Locale } from '@pejling/domain/text'
import { buildApp } from '../../app.ts'
import type { Config } from '../../config/config.ts'
import type { Database } from '../../db/database.ts'
import { findChromium, printWith } from '../../meetings/pdf.ts'
import { loadPages, type Pages } from '../../public/page-renderer.ts'
import { profileIn } from '../../public/site-of-edition.ts'
import { ReleaseCache } from '../../public/release-cache.ts'
import { openReleaseStore } from '../../releases/release-store.ts'
import { outsideSources } from '../../intake/sources/sources.ts'
import { allAddresses } from './all-addresses.ts'
import { isPage, filePlaceOf, type FilePlace } from './file-address.ts'
import { formerAddresses } from './former-addresses.ts'
import {
  headerRules,
  headersFile,
  nginxFile,
  redirectsFile,
  type AnsweredFile,
  type Redirect,
} from './headers-files.ts'
import { rewriteDocument, rewritePage, type Rewrite } from './own-addresses.ts'
import { openSiteFolder, type Finished, type SiteFolder } from './site-folder.ts'

/** Thrown where a page leads to what is not there; the message names both. */
export class DeadLinkError extends Error {
  override name = 'DeadLinkError'
}

/** Thrown where there is nothing to write. */
export class NothingPublishedError extends Error {
  constructor() {
    super('Nothing has been published yet, so there is nothing to write. Publish a release first.')
    this.name = 'NothingPublishedError'
  }
}

type App = Awaited<ReturnType<typeof buildApp>>
type Answer = Awaited<ReturnType<App['inject']>>

const headersOf = ({ headers }: Answer): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

/** Asks the server for every address it has, and writes what it answers. */
class Export {
  readonly #app: App
  readonly #pages: Pages
  readonly #siteUrl: string
  readonly #folder: SiteFolder
  readonly #page: Rewrite
  readonly #document: Rewrite
  /** What has been asked for, and where it is linked to: elsewhere where the server sends its readers on. */
  readonly #linked = new Map<string, string>()
  readonly #waiting: { readonly place: FilePlace; readonly from: string }[] = []
  readonly #files = new Map<string, AnsweredFile>()
  readonly #redirects: Redirect[] = []

  constructor(app: App, pages: Pages, siteUrl: string, folder: SiteFolder) {
    this.#app = app
    this.#pages = pages
    this.#siteUrl = siteUrl
    this.#folder = folder
    this.#page = rewritePage(siteUrl)
    this.#document = rewriteDocument(siteUrl)
  }

  /** Takes an address and everything it leads to. */
  async take(address: string): Promise<void> {
    await this.#meet(address, 'the site itself')
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      await this.#fill(next.place, next.from)
    }
  }

  /** Takes a page that is shown in place of others: for what is not there. */
  async takeMissing(asked: string, file: string): Promise<void> {
    const answer = await this.#app.inject({ method: 'GET', url: asked })
    await this.#write({ file, address: `/${file}`, asked }, answer)
  }

  /** Sends readers of one address to another, also where a file server knows of no redirects. */
  redirect(redirect: Redirect): void {
    const { from, to } = redirect
    this.#redirects.push(redirect)
    // So that a frame on another site may show it, and a cache keeps it as long, where that holds for the present address.
    const like = this.#files.get(filePlaceOf(to).file) ?? this.#files.get('index.html')
    const page = this.#pages.renderMoved({ locale: localeOfPath(from), to: new URL(to, this.#siteUrl).href })
    this.#keep(filePlaceOf(from).file, page, { ...like?.headers })
  }

  /** What has been asked for. */
  asked(): string[] {
    return [...this.#linked.keys()]
  }

  /**
   * Sends readers of a former address on. Where a file server knows of no redirects, a page says where it has gone, and data is
   * there as it is at its present address.
   */
  async takeFormer(former: string, present: string): Promise<void> {
    const [from, to] = [filePlaceOf(former), filePlaceOf(present)]
    // Two addresses of the server may be one file.
    if (this.#files.has(from.file)) return
    if (!isPage(from)) await this.#write(from, await this.inject(to.asked))
    const redirect = { from: from.address, to: to.address, permanent: true }
    if (isPage(from)) this.redirect(redirect)
    else this.#redirects.push(redirect)
  }

  /** Asks without following. */
  inject(url: string): Promise<Answer> {
    return this.#app.inject({ method: 'GET', url })
  }

  finish(): Finished {
    const files = [...this.#files.values()]
    this.#folder.write('_headers', headersFile(headerRules(files)))
    this.#folder.write('_redirects', redirectsFile(this.#redirects))
    this.#folder.write('_nginx.conf', nginxFile(files, this.#redirects))
    return this.#folder.finish()
  }

  #keep(file: string, bytes: Buffer | string, headers: Readonly<Record<string, string>>): void {
    this.#files.set(file, { file, headers })
    this.#folder.write(file, bytes)
  }

  /** Pages wait for their turn; what they name is asked for at once, since its address may turn out to be another. */
  async #meet(address: string, from: string): Promise<void> {
    const place = filePlaceOf(address)
    if (this.#linked.has(place.asked)) return
    this.#linked.set(place.asked, place.address.split('?')[0] ?? place.address)
    if (isPage(place)) this.#waiting.push({ place, from })
    else await this.#fill(place, from)
  }

  #linkTo = (address: string): string => {
    const place = filePlaceOf(address)
    const known = this.#linked.get(place.asked)
    // Of a page the choices in its address stay in the link.
    return known === undefined || known === place.address.split('?')[0] ? place.address : known
  }

  async #fill(place: FilePlace, from: string): Promise<void> {
    const answer = await this.inject(place.asked)
    if (answer.statusCode === 200) return this.#write(place, answer)
    const target = answer.statusCode >= 300 && answer.statusCode < 400 ? String(answer.headers['location']) : null
    if (target === null) throw new DeadLinkError(`${from} leads to ${place.asked}, which answers ${answer.statusCode}`)
    if (place.file.endsWith('.js')) return this.#write(place, await this.inject(target))
    this.#linked.set(place.asked, target)
  }

  async #write({ file, address, asked }: FilePlace, answer: Answer): Promise<void> {
    const headers = headersOf(answer)
    const type = headers['content-type'] ?? ''
    const isHtml = type.startsWith('text/html')
    const rewrite = isHtml
      ? this.#page
      : /atom\+xml|ld\+json|turtle/.test(type) || asked.startsWith(apiPath('oembed', {}))
        ? this.#document
        : null
    if (rewrite === null) return this.#keep(file, answer.rawPayload, headers)
    const named = new Set<string>()
    rewrite(answer.body, (one) => {
      named.add(one)
      return one
    })
    for (const one of named) await this.#meet(one, address)
    const text = rewrite(answer.body, this.#linkTo)
    this.#keep(file, text, headers)
  }
}

/**
 * Writes all that is published as files: every public page of every release, API answer, table and chart, as the server itself
 * answers them, with links that are files. Throws {@link DeadLinkError}, or `ForeignFilesError` where the folder has other files in it;
 * what was there before is then as it was.
 */
export async function exportSite(db: Database, config: Config, path: string): Promise<Finished> {
  const store = openReleaseStore(db)
  if (store.latestNumber() === 0) throw new NothingPublishedError()
  const pages = loadPages()
  const folder = openSiteFolder(path)
  const site = { ...config.site, asFiles: true }
  const chromium = findChromium(config.chromium)
  const app = await buildApp({
    store,
    milliseconds: () => 0,
    config: { ...config, site, logLevel: 'error', metricsToken: null },
    pages,
    sources: outsideSources(config.sourceUrls),
    printPdf: chromium === null ? null : printWith(chromium),
    workspace: null,
    elsewhere: null,
  })
  try {
    const publication = new ReleaseCache(store, () => 0)
    const exporting = new Export(app, await pages.pages(), site.url, folder)
    for (const address of await allAddresses(publication, pages)) await exporting.take(address)
    const edition = publication.edition(undefined)
    const { languages } = profileIn(publication, edition)
    for (const locale of Locale.options) {
      const page = `${languagePrefix[locale]}/404`
      await exporting.takeMissing(page, `${page.slice(1)}.html`)
    }
    // A site in English alone begins there.
    if (!languages.includes('da')) exporting.redirect({ from: homePath('da'), to: homePath('en'), permanent: false })
    for (const { former, present } of formerAddresses(publication, exporting.asked())) {
      await exporting.takeFormer(former, present)
    }
    const registered = (await exporting.inject(siteFiles.statement)).headers['location']
    exporting.redirect({ from: siteFiles.statement, to: String(registered), permanent: false })
    return exporting.finish()
  } finally {
    await app.close()
  }
}
