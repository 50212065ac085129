import type { Locale } from '@pejling/domain/text/text'

interface PrivacyWords {
  readonly head: { readonly title: string; readonly description: string }
  readonly lead: string
  readonly parts: readonly { readonly id: string; readonly title: string; readonly text: readonly string[] }[]
  readonly authority: string
  readonly authorityText: string
  readonly contact: string
}

/** The words of the page about privacy. */
export const privacyWords: Readonly<Record<Locale, PrivacyWords>> = {
  da: {
    head: { title: 'Privatliv', description: 'Ingen cookies, ingen sporing, ingen andre, der kigger med.' },
    lead: 'Du kan læse alt her, uden at nogen holder øje med dig.',
    parts: [
      {
        id: 'cookies',
        title: 'Ingen cookies og ingen sporing',
        text: [
          'De offentlige sider sætter ingen cookies og gemmer intet i din browser ud over sidernes egne filer. Derfor er der intet at sige ja eller nej til.',
          'Alt kommer fra denne server. Skrifttyper, grafer og programmer hentes ikke hos andre, så ingen andre får at vide, at du har været her.',
        ],
      },
      {
        id: 'log',
        title: 'Hvad serveren husker',
        text: [
          'Den tæller, hvor mange gange hver slags side er vist, og hvor længe det tog. Den skriver ikke din IP-adresse, din browser eller det, du søger efter. Går noget galt, skrives fejlen ned, så den kan rettes.',
          'Står der andet udstyr foran serveren, kan det føre sin egen log. Det svarer den for, der driver det.',
        ],
      },
      {
        id: 'tal',
        title: 'Tallene er om grupper',
        text: ['Der udgives aldrig oplysninger om enkelte personer.'],
      },
    ],
    authority: 'Datatilsynet',
    authorityText: 'Mener du, at dine oplysninger bliver brugt forkert, kan du klage til',
    contact: 'Spørgsmål kan sendes til',
  },
  en: {
    head: { title: 'Privacy', description: 'No cookies, no tracking, nobody else looking on.' },
    lead: 'You can read everything here without anyone watching you.',
    parts: [
      {
        id: 'cookies',
        title: 'No cookies and no tracking',
        text: [
          'The public pages set no cookies and keep nothing in your browser but the pages’ own files. So there is nothing to say yes or no to.',
          'Everything comes from this server. Typefaces, charts and programs are not fetched from others, so nobody else is told that you have been here.',
        ],
      },
      {
        id: 'log',
        title: 'What the server remembers',
        text: [
          'It counts how many times each kind of page has been shown, and how long that took. It does not write down your IP address, your browser or what you search for. If something goes wrong, the error is written down, so that it can be mended.',
          'Other equipment in front of the server may keep a log of its own. Whoever runs it answers for that.',
        ],
      },
      {
        id: 'figures',
        title: 'The figures are about groups',
        text: ['Information about individual persons is never published.'],
      },
    ],
    authority: 'the Danish Data Protection Agency',
    authorityText: 'If you think that your data are used wrongly, you can complain to',
    contact: 'Questions can be sent to',
  },
}
