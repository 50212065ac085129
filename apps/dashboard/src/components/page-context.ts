import type { Release } from '@pejling/domain/release/release'
import type { Locale } from '@pejling/domain/text/text'
import { createContext, use } from 'react'
import type { Links } from '../app/paths.ts'
import type { Messages } from '../i18n/messages.ts'

/** What every part of a page may need: its language and words, where its links lead, and the release it shows. */
export interface PageContext {
  readonly locale: Locale
  readonly words: Messages
  readonly links: Links
  readonly release: Release
}

/** Carries the {@link PageContext} to the parts of a page. */
export const CurrentPage = createContext<PageContext | null>(null)

/** The page this component stands on. Throws where it stands on none. */
export function usePage(): PageContext {
  const page = use(CurrentPage)
  if (page === null) throw new Error('This component belongs inside a page')
  return page
}
