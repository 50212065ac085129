import { escapeMarkup } from '@pejling/figures/escape'

/** Something that happened. */
export interface FeedEntry {
  /** Its address, which is also its name for ever. */
  readonly url: string
  readonly title: string
  readonly text: string
  readonly at: string
  readonly by: string
}

/** What a feed tells of. */
export interface FeedParts {
  readonly url: string
  /** The page that tells the same. */
  readonly page: string
  readonly title: string
  readonly subtitle: string
  readonly language: 'da' | 'en'
  readonly entries: readonly FeedEntry[]
}

/** An element that holds text: what looks like a tag in it stays text for readers. */
const element = (name: string, text: string, attributes = ''): string =>
  `<${name}${attributes}>${escapeMarkup(text)}</${name}>`
const plain = ' type="text"'

function entryXml({ url, title, text, at, by }: FeedEntry): string {
  return [
    '<entry>',
    element('id', url),
    element('title', title, plain),
    `<link href="${escapeMarkup(url)}"/>`,
    element('updated', at),
    element('published', at),
    `<author>${element('name', by)}</author>`,
    element('summary', text, plain),
    '</entry>',
  ].join('\n')
}

/** A feed after Atom 1.0 (RFC 4287), the newest first. */
export function atomFeed({ url, page, title, subtitle, language, entries }: FeedParts): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', url),
    element('title', title, plain),
    element('subtitle', subtitle, plain),
    element('updated', entries[0]?.at ?? new Date(0).toISOString()),
    element('generator', 'Pejling'),
    `<link rel="alternate" type="text/html" href="${escapeMarkup(page)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(url)}"/>`,
    ...entries.map(entryXml),
    '</feed>',
    '',
  ].join('\n')
}
