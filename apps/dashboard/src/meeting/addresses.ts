import type { Locale } from '@pejling/domain/text/text'

/** The parts of a meeting, each at an address of its own below the meeting's. */
export const meetingParts = {
  slides: { da: 'praesentation', en: 'slides' },
  appendix: { da: 'bilag', en: 'appendix' },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>

/** Where a meeting is seen and taken along, each in one language. */
export interface MeetingLinks {
  readonly agenda: string
  readonly slides: string
  readonly appendix: string
  readonly caseText: string
  /** The script that keeps the agenda for reading without a network. */
  readonly worker: string
}

/** The addresses of a meeting from its Danish one, `/moede/x` or `/moede/x?noegle=…`. */
export function meetingLinks(address: string, locale: Locale): MeetingLinks {
  const [path = '', query] = address.split('?')
  const secret = query === undefined ? '' : `?${query}`
  const base = locale === 'da' ? path : path.replace(/^\/moede\//, '/en/meeting/')
  const to = (part: string): string => `${base}/${part}${secret}`
  return {
    agenda: `${base}${secret}`,
    slides: to(meetingParts.slides[locale]),
    appendix: to(meetingParts.appendix[locale]),
    caseText: to('sagsfremstilling.txt'),
    worker: to('offline.js'),
  }
}
