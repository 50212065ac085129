import { deskPath, type DeskPlace } from '@pejling/addresses/desk'
import type { Filling } from '@pejling/addresses/pattern'
import type { deskPages } from '@pejling/addresses/words'
import type { DeskUser } from '@pejling/domain/desk/views'
import type { Locale } from '@pejling/domain/text'
import { createContext, use } from 'react'
import { deskWords } from './messages.ts'

/** What every part of a desk page may need. */
export interface DeskContext {
  readonly locale: Locale
  readonly user: DeskUser | null
  /** The languages texts are written in. */
  readonly languages: readonly Locale[]
}

/** Carries the {@link DeskContext} to the parts of a page. */
export const CurrentDesk = createContext<DeskContext | null>(null)

/** The words, language and user of the desk, and the way to its pages. Throws where the component stands on none. */
export function useDesk() {
  const desk = use(CurrentDesk)
  if (desk === null) throw new Error('This component belongs at the desk')
  return {
    ...desk,
    words: deskWords[desk.locale],
    /** The address of a page of the desk, in its language. */
    href: <Place extends DeskPlace>(place: Place, ...parts: Filling<(typeof deskPages)[Place]>): string =>
      deskPath(desk.locale, place, ...parts),
    /** Whether texts are written in a language. */
    isIn: (language: Locale): boolean => desk.languages.includes(language),
  }
}

/** A moment as the desk writes it: `23.11.2026 kl. 14.05`, in the time of Denmark. */
export function writtenMoment(at: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Copenhagen',
  }).format(new Date(at))
}
