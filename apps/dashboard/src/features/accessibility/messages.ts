import type { Locale } from '@pejling/domain/text/text'

interface AccessibilityWords {
  readonly head: { readonly title: string; readonly description: string }
  readonly lead: string
  readonly registered: string
  readonly statusTitle: string
  readonly status: string
  readonly knownTitle: string
  readonly known: readonly string[]
  readonly testedTitle: string
  readonly tested: readonly string[]
  readonly untested: string
  readonly contactTitle: string
  readonly contact: string
  readonly byEmail: string
  readonly byPhone: string
  readonly noContact: string
  readonly appealTitle: string
  readonly appeal: string
  readonly authority: string
  readonly shownFor: (release: number, date: string) => string
}

/** The words of the accessibility statement. */
export const accessibilityWords: Readonly<Record<Locale, AccessibilityWords>> = {
  da: {
    head: {
      title: 'Tilgængelighed',
      description: 'Hvordan siderne kan bruges af alle, hvad der er prøvet, og hvem man kan skrive til.',
    },
    lead: 'Siderne skal kunne bruges af alle: med tastatur, skærmlæser, stor skrift, egne farver, på papir og uden JavaScript.',
    registered: 'Den registrerede tilgængelighedserklæring',
    statusTitle: 'Status',
    status:
      'Siderne er lavet efter WCAG 2.2 på niveau AA, som går videre end det, lov om tilgængelighed af offentlige organers websteder og mobilapplikationer kræver (EN 301 549).',
    knownTitle: 'Hvad der kan drille',
    known: [
      'Brede tabeller rulles vandret på en smal skærm.',
      'En graf, der aflæses punkt for punkt, kræver JavaScript. De samme tal står i tabellen under grafen.',
      'Beskrivelsen af API’et på /api findes kun på engelsk.',
    ],
    testedTitle: 'Hvad der er prøvet',
    tested: [
      'Hver slags side, i lyse og mørke farver, med axe og alle dets regler.',
      'Tastatur alene, 320 pixels bredde, 200 % skrift, tvungne farver, nedsat bevægelse og udskrift.',
      'Uden JavaScript.',
    ],
    untested:
      'Det er prøver med programmer. Siderne er endnu ikke prøvet af mennesker, der bruger hjælpemidler til daglig.',
    contactTitle: 'Er der noget, du ikke kan bruge?',
    contact: 'Så sig det, og få oplysningerne på en anden måde.',
    byEmail: 'Skriv til',
    byPhone: 'Ring til',
    noContact: 'Denne installation har ikke oplyst, hvem man kan henvende sig til. Henvend dig til kommunen.',
    appealTitle: 'Får du ikke svar?',
    appeal: 'Digitaliseringsstyrelsen fører tilsyn med, at offentlige websteder kan bruges af alle.',
    authority: 'Digitaliseringsstyrelsen om webtilgængelighed',
    shownFor: (release, date) => `Erklæringen gælder siderne, som de er i udgivelse ${release} fra ${date}.`,
  },
  en: {
    head: {
      title: 'Accessibility',
      description: 'How the pages can be used by everyone, what has been tried, and whom to write to.',
    },
    lead: 'The pages are to be usable by everyone: with a keyboard, a screen reader, large type, their own colours, on paper and without JavaScript.',
    registered: 'The registered accessibility statement',
    statusTitle: 'Status',
    status:
      'The pages are made to WCAG 2.2 at level AA, which goes further than the Danish act on the accessibility of public sector bodies’ websites and mobile applications requires (EN 301 549).',
    knownTitle: 'What may be awkward',
    known: [
      'Wide tables scroll sideways on a narrow screen.',
      'Reading a chart point by point takes JavaScript. The same figures stand in the table below the chart.',
      'The description of the API at /api exists in English only.',
    ],
    testedTitle: 'What has been tried',
    tested: [
      'Every kind of page, in light and dark colours, with axe and all its rules.',
      'Keyboard alone, a width of 320 pixels, 200% type, forced colours, reduced motion and print.',
      'Without JavaScript.',
    ],
    untested:
      'Those are tests by programs. The pages have not yet been tried by people who use assistive technology every day.',
    contactTitle: 'Is there something you cannot use?',
    contact: 'Then say so, and get the information in another way.',
    byEmail: 'Write to',
    byPhone: 'Call',
    noContact: 'This installation has not said whom to turn to. Turn to the municipality.',
    appealTitle: 'No answer?',
    appeal: 'The Danish Agency for Digital Government supervises that public websites can be used by everyone.',
    authority: 'The Agency on web accessibility (in Danish)',
    shownFor: (release, date) => `The statement is about the pages as they are in release ${release} of ${date}.`,
  },
}
