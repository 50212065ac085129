import { meetingPath } from '@pejling/addresses/meetings'
import { Locale } from '@pejling/domain/text'
import { buildApp } from '../app.ts'
import type { Config } from '../config/config.ts'
import type { Database } from '../db/database.ts'
import { loadPages } from '../public/page-renderer.ts'
import { ReleaseCache } from '../public/release-cache.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { outsideSources } from '../intake/sources/sources.ts'
import { NothingPublishedError } from '../extras/static-site/export-site.ts'
import { pageLines } from './page-lines.ts'

const languageNames: Readonly<Record<Locale, string>> = { da: 'Dansk', en: 'English' }

function meetingAddresses(slug: string): Readonly<Record<Locale, readonly string[]>> {
  const inLanguage = (locale: Locale): string[] =>
    (['agenda', 'slides', 'appendix'] as const).map((part) => meetingPath(part, { slug, secret: null }, locale))
  return { da: inLanguage('da'), en: inLanguage('en') }
}

/**
 * Everything the public pages of the newest release say, as one Markdown document: each page, each of its views and each public
 * meeting, in every language of the site. The sentences are read off the pages themselves. What an earlier page has said in
 * the same words is not repeated. Throws a {@link NothingPublishedError}.
 */
export async function allSentences(db: Database, config: Config): Promise<string> {
  const store = openReleaseStore(db)
  if (store.latestNumber() === 0) throw new NothingPublishedError()
  const renderer = loadPages()
  const app = await buildApp({
    store,
    milliseconds: () => 0,
    config: { ...config, logLevel: 'error', metricsToken: null },
    pages: renderer,
    sources: outsideSources(config.sourceUrls),
    printPdf: null,
    workspace: null,
    elsewhere: null,
  })
  const said: Readonly<Record<Locale, Set<string>>> = { da: new Set(), en: new Set() }

  const read = async (address: string): Promise<ReturnType<typeof pageLines>> => {
    const answer = await app.inject({ method: 'GET', url: address })
    if (answer.statusCode !== 200) throw new Error(`${address} answers ${answer.statusCode}; no sentences can be read`)
    return pageLines(answer.body)
  }
  /** What an address and its views say that has not been said; `null`: nothing new. */
  const tell = async (address: string, locale: Locale): Promise<string | null> => {
    const page = await read(address)
    const views = await Promise.all(page.views.map(async (view) => (await read(view)).lines))
    const fresh = [page.title, ...page.lines, ...views.flat()].filter((line) => {
      const isNew = !said[locale].has(line)
      said[locale].add(line)
      return isNew
    })
    if (fresh.length === 0) return null
    return `### ${languageNames[locale]}: ${address}\n\n${fresh.join('\n\n')}\n`
  }
  try {
    const publication = new ReleaseCache(store, () => 0)
    const edition = publication.edition(undefined)
    const { addresses } = await renderer.pages()
    const { number } = edition.release
    const pages = addresses((path) => publication.readJson(edition, path), [number])
    const meetings = store.meetings().meetings.map(({ slug }) => meetingAddresses(slug))
    const parts: string[] = []
    const add = async (title: string, places: readonly (readonly [Locale, string])[]): Promise<void> => {
      const told: string[] = []
      // One after the other: what has been said depends on the order.
      for (const [locale, address] of places) told.push(...[await tell(address, locale)].filter((one) => one !== null))
      if (told.length > 0) parts.push(`## ${title}\n`, ...told)
    }
    for (const page of pages) {
      const places = Locale.options.flatMap((locale) => {
        const address = page.address[locale]
        return address === undefined ? [] : [[locale, address] as const]
      })
      await add(places[0]?.[1] ?? '', places)
    }
    for (const meeting of meetings) {
      const places = Locale.options.flatMap((locale) => meeting[locale].map((address) => [locale, address] as const))
      await add(meeting.da[0] ?? '', places)
    }
    return [
      `# Alle sætninger / All sentences: ${config.site.url}\n`,
      `Udgivelse ${number}. Hver tekst står ved den første side, der siger den. / Release ${number}. Each text is given at the first page that says it.\n`,
      ...parts,
    ].join('\n')
  } finally {
    await app.close()
  }
}
