import { Locale } from '@pejling/domain/text'
import { linksFor } from '@pejling/addresses/links'
import { messages } from '../i18n/messages.ts'
import type { PageContext } from '../components/page-context.ts'

/** What a script knows of the page its part stands on. */
export interface IslandPage {
  readonly context: PageContext
  /** The number of the release the page was made from. */
  readonly release: number
  /** What the part is about; empty where that is not one thing. */
  readonly subject: string
  /** What of its choices the page shows as it was written. The address may ask for others where pages are files. */
  readonly shown: string
}

/** How a reader has turned to a part before its script was there. */
export interface Turning {
  /** What a pointer came to; `null`: the reader came by keyboard. */
  readonly pointedAt: Element | null
  /** The button that has been pressed meanwhile. */
  readonly clicked: () => Element | null
}

/** Reads from the element of an `Island` what it was rendered with. */
export function islandPageOf(element: HTMLElement): IslandPage {
  const { locale, release, pinned, subject, shown } = element.dataset
  const language = Locale.parse(locale)
  const number = Number(release)
  const links = linksFor(language, pinned === 'true' ? number : null)
  return {
    context: { locale: language, words: messages[language], links, release: null },
    release: number,
    subject: subject ?? '',
    shown: shown ?? '',
  }
}
