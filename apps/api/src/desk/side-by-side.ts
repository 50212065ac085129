import { linksFor } from '@pejling/addresses/links'
import type { Locale } from '@pejling/domain/text'
import type { Site } from '@pejling/page-contract/site'
import type { Database } from '../db/database.ts'
import type { PageAnswer } from '@pejling/page-contract/pages'
import type { Pages } from '../public/page-renderer.ts'
import { ReleaseCache } from '../public/release-cache.ts'
import { supposePublished } from '../releases/preview.ts'
import { openReleaseStore } from '../releases/release-store.ts'

/** A public page as it is, or as the next release would make it. */
export type Side = 'before' | 'after'

/** What a public page is about. */
export type PageKind = 'indicator' | 'goal'

function renderLatest(db: Database, pages: Pages, path: string, site: Site): PageAnswer {
  const publication = new ReleaseCache(openReleaseStore(db), () => 0)
  const edition = publication.edition(undefined)
  const { release } = edition
  const read = (document: string): unknown => publication.readJson(edition, document)
  // Its script would fetch what is published; the page says all it has to say without.
  const alone = { mode: 'standalone', policy: 'compared' } as const
  return pages.render({ path, query: '', read, release, pinned: false, site }, alone)
}

/** The public page of an indicator or a goal, before the next release or after. Nothing is published. */
export function renderSide(
  db: Database,
  pages: Pages,
  about: { readonly kind: PageKind; readonly key: string; readonly side: Side; readonly locale: Locale },
  site: Site,
): PageAnswer {
  const path = linksFor(about.locale, null)[about.kind](about.key)
  const render = (): PageAnswer => renderLatest(db, pages, path, site)
  return about.side === 'before' ? render() : supposePublished(db, 'all', render)
}
