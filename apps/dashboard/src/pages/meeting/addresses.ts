import type { Locale } from '@pejling/domain/text'

/** The parts of a meeting, each at an address of its own below the meeting's. */
export const meetingParts = {
  slides: { da: 'praesentation', en: 'slides' },
  appendix: { da: 'bilag', en: 'appendix' },
  figures: { da: 'tal', en: 'figures' },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>

/** Where a meeting is seen and taken along, each in one language. */
export interface MeetingLinks {
  readonly agenda: string
  readonly slides: string
  readonly appendix: string
  readonly caseText: string
  /** The appendix as a file; where the server cannot make one, its address leads to how it is printed. */
  readonly pdf: string
  readonly powerpoint: string
  readonly workbook: string
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
    pdf: to(`${meetingParts.appendix[locale]}.pdf`),
    powerpoint: to(`${meetingParts.slides[locale]}.pptx`),
    workbook: to(`${meetingParts.figures[locale]}.xlsx`),
    worker: to('offline.js'),
  }
}
