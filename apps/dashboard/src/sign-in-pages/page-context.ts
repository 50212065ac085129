import { deskPath, type DeskPlace } from '@pejling/addresses/desk'
import type { Filling } from '@pejling/addresses/pattern'
import type { deskPages } from '@pejling/addresses/words'
import type { SignInUser } from '@pejling/domain/sign-in-pages/views'
import type { Locale } from '@pejling/domain/text'
import { createContext, use } from 'react'
import { signInWords } from './words.ts'

/** What every part of a page of signing in may need. */
export interface SignInContext {
  readonly locale: Locale
  readonly user: SignInUser | null
}

/** Carries the {@link SignInContext} to the parts of a page. */
export const CurrentSignInPage = createContext<SignInContext | null>(null)

/** The words, language and user of a page of signing in, and the way to its pages. Throws where the component stands on none. */
export function useSignInPage() {
  const page = use(CurrentSignInPage)
  if (page === null) throw new Error('This component belongs on a page of signing in')
  return {
    ...page,
    words: signInWords[page.locale],
    /** The address of a page of the desk, in its language. */
    href: <Place extends DeskPlace>(place: Place, ...parts: Filling<(typeof deskPages)[Place]>): string =>
      deskPath(page.locale, place, ...parts),
  }
}

/** A moment as these pages write it: `23.11.2026 kl. 14.05`, in the time of Denmark. */
export function writtenMoment(at: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Copenhagen',
  }).format(new Date(at))
}
