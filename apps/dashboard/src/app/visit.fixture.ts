import { documentPath } from '@pejling/domain/release/paths'
import type { Release } from '@pejling/domain/release/release'
import { documentsOf } from '../documents/documents.fixture.ts'
import type { Circumstances } from '../documents/documents.fixture.ts'
import { renderPage } from './entry-server.tsx'
import type { Assets, PageAnswer, PageRequest } from './entry-server.tsx'

const hash = 'a'.repeat(64)

/** The release the pages of a test are made from. */
export const exampleRelease: Release = {
  number: 7,
  publishedAt: '2026-02-12T09:30:00.000Z',
  title: { da: 'Valget 2025', en: 'The 2025 election' },
  note: null,
  publishedBy: 'Redaktionen',
  previousHash: hash,
  hash,
}

/** The files of the pages of a test; each style sheet can be told from the others. */
export const exampleAssets: Assets = {
  styles: { overview: 'body{margin:1px}', indicator: 'body{margin:2px}', other: 'body{margin:0}' },
  script: '/assets/entry-client.js',
  fonts: ['/assets/inter.woff2'],
}

/** What a test may want to be otherwise about a visit. */
export interface VisitChange extends Partial<Pick<PageRequest, 'pinned' | 'site'>> {
  readonly circumstances?: Circumstances
  /** Documents beside those of the example, or in their place; `undefined`: not there. */
  readonly documents?: Readonly<Record<string, unknown>>
}

/** Opens an address of the example municipality, `/indikator/valgdeltagelse-kv?opdeling=alder`. */
export function visit(address: string, { circumstances, documents = {}, ...change }: VisitChange = {}): PageAnswer {
  const known = documentsOf(circumstances)
  const [path = '/', query = ''] = address.split('?')
  const releases = { releases: [exampleRelease] }
  return renderPage({
    path,
    query,
    read: (document) =>
      document in documents
        ? documents[document]
        : (known.get(document) ?? (document === documentPath.releases ? releases : undefined)),
    release: exampleRelease,
    pinned: false,
    assets: exampleAssets,
    site: {
      url: 'https://maal.example.dk',
      contact: { email: null, phone: null },
      registeredStatement: null,
      asFiles: false,
    },
    ...change,
  })
}

/** The page as it reads: without tags and drawings, spaces as one. */
export function wordsOf({ html }: Pick<PageAnswer, 'html'>): string {
  return html
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replaceAll('<!-- -->', '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

/**
 * Where two parts of a line are written without a space between them, with a few letters around: those who listen or copy
 * would have them as one word.
 */
export function joinedWords({ html }: Pick<PageAnswer, 'html'>): string[] {
  const lines = html
    .slice(html.indexOf('<body'))
    .replace(/<(svg|script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll('<!-- -->', '')
    .replace(/<\/?(?:a|abbr|code|q|small|span|strong|time)(?: [^>]*)?>/g, '¦')
  const joined = /[^\s<>]{0,20}[\p{L}\p{N}%)]¦+[\p{L}\p{N}+−(][^\s<>]{0,20}/gu
  return (lines.match(joined) ?? []).map((found) => found.replace(/¦+/g, '¦'))
}

/** Where the links of a page lead. */
export function linksOf({ html }: Pick<PageAnswer, 'html'>): string[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
}
