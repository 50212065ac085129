import { writableTexts } from '@pejling/domain/writable-text'
import { Feed } from 'feed'

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

/** A feed after Atom 1.0 (RFC 4287), the newest first. */
export function atomFeed(parts: FeedParts): string {
  const { url, page, title, subtitle, language, entries } = writableTexts(parts)
  const [newest] = entries
  const feed = new Feed({
    id: url,
    title,
    description: subtitle,
    link: page,
    language,
    feedLinks: { atom: url },
    copyright: '',
    generator: 'Pejling',
    updated: new Date(newest?.at ?? 0),
  })
  for (const entry of entries) {
    feed.addItem({
      id: entry.url,
      link: entry.url,
      title: entry.title,
      description: entry.text,
      date: new Date(entry.at),
      published: new Date(entry.at),
      author: [{ name: entry.by }],
    })
  }
  return feed.atom1()
}
