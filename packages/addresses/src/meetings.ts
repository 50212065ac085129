import { Locale } from '@pejling/domain/text'
import { fill, match } from './pattern.ts'
import { fragmentWords, languagePrefix, meetingWords, pageWords, parameterWords } from './words.ts'

/** What a meeting is seen as and taken along as. */
export const meetingParts = [
  'agenda',
  'slides',
  'appendix',
  'caseText',
  'pdf',
  'powerpoint',
  'workbook',
  'worker',
] as const
export type MeetingPart = (typeof meetingParts)[number]

/** The addresses of a meeting’s parts, in one language. */
export type MeetingLinks = Readonly<Record<MeetingPart, string>>

const endings: Readonly<Record<MeetingPart, (locale: Locale) => string>> = {
  agenda: () => '',
  slides: (locale) => `/${meetingWords.slides[locale]}`,
  appendix: (locale) => `/${meetingWords.appendix[locale]}`,
  caseText: (locale) => `/${meetingWords.caseText[locale]}.txt`,
  /** The appendix as a file; where the server cannot make one, its address leads to how it is printed. */
  pdf: (locale) => `/${meetingWords.appendix[locale]}.pdf`,
  powerpoint: (locale) => `/${meetingWords.slides[locale]}.pptx`,
  workbook: (locale) => `/${meetingWords.figures[locale]}.xlsx`,
  /** The script that keeps the agenda for reading without a network. */
  worker: (locale) => `/${meetingWords.offline[locale]}.js`,
}

/** The pattern of a meeting’s part, as a router reads it: with `:slug`. */
export const meetingPattern = (part: MeetingPart, locale: Locale): string =>
  `${languagePrefix[locale]}/${pageWords.meeting[locale]}/:slug${endings[part](locale)}`

/** A meeting as addresses know it. */
export interface MeetingAddress {
  readonly slug: string
  /** What whoever is to see it must know; `null`: everybody may see it. */
  readonly secret: string | null
}

/** The address of a part of a meeting. */
export function meetingPath(part: MeetingPart, { slug, secret }: MeetingAddress, locale: Locale): string {
  const query = secret === null ? '' : `?${new URLSearchParams({ [parameterWords.key[locale]]: secret })}`
  return fill(meetingPattern(part, locale), { slug }) + query
}

/** The appendix where a browser is asked to print it. */
export const meetingPrintPath = (meeting: MeetingAddress, locale: Locale): string =>
  `${meetingPath('appendix', meeting, locale)}#${fragmentWords.print[locale]}`

/** All addresses of a meeting in a language. */
export function meetingLinks(meeting: MeetingAddress, locale: Locale): MeetingLinks {
  const to = (part: MeetingPart): string => meetingPath(part, meeting, locale)
  return {
    agenda: to('agenda'),
    slides: to('slides'),
    appendix: to('appendix'),
    caseText: to('caseText'),
    pdf: to('pdf'),
    powerpoint: to('powerpoint'),
    workbook: to('workbook'),
    worker: to('worker'),
  }
}

/** The meeting and the part of it at a path; `null`: none. */
export function meetingAt(
  path: string,
): { readonly part: MeetingPart; readonly locale: Locale; readonly slug: string } | null {
  for (const locale of Locale.options) {
    for (const part of meetingParts) {
      const slug = match(meetingPattern(part, locale), path)?.['slug']
      if (slug !== undefined) return { part, locale, slug }
    }
  }
  return null
}
