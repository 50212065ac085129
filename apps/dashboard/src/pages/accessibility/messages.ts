import type { Locale } from '@pejling/domain/text'

const da = {
  head: {
    title: 'Tilgængelighed',
    description: 'Hvordan siderne kan bruges af alle, hvad der er prøvet, og hvem man kan skrive til.',
  },
  registered: 'Tilgængelighedserklæringen, som den er registreret hos Digitaliseringsstyrelsen',
  notRegistered: 'Der er endnu ikke registreret en tilgængelighedserklæring hos Digitaliseringsstyrelsen.',
  lead: 'Siderne skal kunne bruges af alle: med tastatur, skærmlæser, stor skrift, med egne farver, på papir og uden JavaScript.',
  statusTitle: 'Status',
  status: [
    'Siderne er lavet efter WCAG 2.2 på niveau AA. Lov om tilgængelighed af offentlige organers websteder og mobilapplikationer kræver den europæiske standard EN 301 549, som bygger på WCAG.',
    'Der er ingen kendte steder, hvor siderne ikke lever op til kravene. Det er ikke kontrolleret af en uafhængig part.',
  ],
  shownFor: (release: number, date: string) => `Erklæringen gælder udgivelse ${release} fra ${date}.`,
  knownTitle: 'Kendte begrænsninger',
  known: [
    'Brede tabeller rulles vandret på en smal skærm.',
    'En graf kan kun aflæses punkt for punkt med JavaScript. De samme tal kan altid ses som tabel.',
    'Beskrivelsen af API’et findes kun på engelsk.',
    'Tal og tekster kommer fra mange kilder. Links til dem kan føre til sider, der ikke er tilgængelige.',
  ],
  testedTitle: 'Sådan er siderne testet',
  testedLead: 'Siderne testes automatisk ved hver ændring:',
  tested: [
    'med axe, som leder efter fejl, i lyse og mørke farver og uden at slå nogen af reglerne fra',
    'med tastatur alene',
    'på en skærm, der er 320 pixels bred, og med 200 % tekst på en skærm på 360 pixels',
    'med tvungne farver, nedsat bevægelse og udskrift',
    'uden JavaScript',
    'ved at måle graferne, så ingen tekst dækker en anden',
  ],
  untested: 'Siderne er endnu ikke testet af mennesker, der bruger hjælpemidler til daglig.',
  contactTitle: 'Er der noget, du ikke kan bruge?',
  contact: 'Så sig til, og få oplysningerne på en anden måde.',
  byEmail: 'Skriv til',
  byPhone: 'Ring til',
  noEmail: 'Der er ikke oplyst en adresse at skrive til.',
  noPhone: 'Der er ikke oplyst et telefonnummer.',
  noContact: 'Kontakt kommunen. Der er endnu ikke oplyst en adresse eller et telefonnummer her.',
  appealTitle: 'Hvis du ikke får svar',
  appeal:
    'Har du ikke fået svar inden for 10 arbejdsdage, eller kan du ikke bruge svaret, kan du henvende dig til Digitaliseringsstyrelsen, som fører tilsyn efter loven.',
  authority: 'Digitaliseringsstyrelsen: Oplever du ikke-tilgængeligt indhold?',
}

const en: typeof da = {
  head: {
    title: 'Accessibility',
    description: 'How the pages can be used by everyone, what has been tried, and whom to write to.',
  },
  registered: 'The accessibility statement as registered with the Danish Agency for Digital Government',
  notRegistered: 'No accessibility statement is registered with the Danish Agency for Digital Government yet.',
  lead: 'The pages are to be usable by everyone: with a keyboard, a screen reader, large type, their own colours, on paper and without JavaScript.',
  statusTitle: 'Status',
  status: [
    'The pages are made to WCAG 2.2 at level AA. The Danish act on the accessibility of public sector bodies’ websites and mobile applications requires the European standard EN 301 549, which builds on WCAG.',
    'There are no known places where the pages fall short of the requirements. They have not been independently audited.',
  ],
  shownFor: (release, date) => `The statement applies to release ${release} of ${date}.`,
  knownTitle: 'Known limitations',
  known: [
    'Wide tables scroll sideways on a narrow screen.',
    'A chart can be read point by point only with JavaScript. The same figures can always be seen as a table.',
    'The description of the API exists in English only.',
    'Figures and texts come from many sources. Links to them may lead to pages that are not accessible.',
  ],
  testedTitle: 'How the pages are tested',
  testedLead: 'The pages are tested automatically at every change:',
  tested: [
    'with axe, which looks for faults, in light and dark colours and with none of its rules off',
    'with the keyboard alone',
    'on a screen 320 pixels wide, and with 200% text on one of 360 pixels',
    'with forced colours, reduced motion and print',
    'without JavaScript',
    'by measuring the charts, so that no text covers another',
  ],
  untested: 'The pages have not yet been tested by people who use assistive technology every day.',
  contactTitle: 'Is there something you cannot use?',
  contact: 'Then say so, and get the information in another way.',
  byEmail: 'Write to',
  byPhone: 'Call',
  noEmail: 'No address to write to has been given.',
  noPhone: 'No telephone number has been given.',
  noContact: 'Contact the municipality. No address or telephone number has been given here yet.',
  appealTitle: 'If you get no answer',
  appeal:
    'If you have had no answer within 10 working days, or cannot use the answer, you can turn to the Danish Agency for Digital Government, which supervises the act.',
  authority: 'The Agency: Have you met content that is not accessible? (in Danish)',
}

/** The words of the accessibility statement. What it says was tested is what the tests in `e2e` do: change both. */
export const accessibilityWords: Readonly<Record<Locale, typeof da>> = { da, en }
