import type { Release } from '@pejling/domain/release/release'
import type { Locale } from '@pejling/domain/text'
import { createContext, use } from 'react'
import type { Links } from '@pejling/addresses/links'
import type { Messages } from '../i18n/messages.ts'

/** What every part of a page may need: its language and words, where its links lead, and the release it shows. */
export interface PageContext {
  readonly locale: Locale
  readonly words: Messages
  readonly links: Links
  /** `null` on a page that is shown because nothing can be read. */
  readonly release: Release | null
}

/** Carries the {@link PageContext} to the parts of a page. */
export const CurrentPage = createContext<PageContext | null>(null)

/** The page this component stands on. Throws where it stands on none. */
export function usePage(): PageContext {
  const page = use(CurrentPage)
  if (page === null) throw new Error('This component belongs inside a page')
  return page
}

/** The release the page shows. Throws on a page that shows none. */
export function useRelease(): Release {
  const { release } = usePage()
  if (release === null) throw new Error('This component belongs on a page that shows a release')
  return release
}
