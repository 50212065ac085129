import type { Locale } from '@pejling/domain/text'

/** A part of the page under its own heading. */
export interface Part {
  readonly id: string
  readonly title: string
  readonly text: readonly string[]
}

const da = {
  head: { title: 'Privatliv', description: 'Ingen cookies, ingen sporing, ingen andre, der kigger med.' },
  lead: 'Du kan læse alt her, uden at nogen holder øje med dig. Siderne gemmer ingen oplysninger om dig.',
  parts: [
    {
      id: 'cookies',
      title: 'Ingen cookies og ingen sporing',
      text: [
        'De offentlige sider sætter ingen cookies og gemmer ingen oplysninger i din browser. Derfor er der intet at sige ja eller nej til. Browseren kan beholde en kopi af de sider, du har set, så de vises hurtigere.',
        'Det kræver ingen konto at læse, søge eller hente data.',
      ],
    },
    {
      id: 'andre',
      title: 'Vi deler ikke oplysninger med andre',
      text: [
        'Skrifttyper, grafer og programmer kommer fra denne server og hentes ikke hos andre. Følger du et link herfra til et andet websted, får det ikke at vide, hvilken side du kom fra.',
      ],
    },
    {
      id: 'log',
      title: 'Hvad serveren husker',
      text: [
        'Serveren tæller, hvor mange svar den har givet, og måler, hvor længe de tog. Den skriver ikke ned, hvem der spurgte: hverken din IP-adresse, din browser eller det, du søger efter. Går noget galt, skrives fejlen i en log, så den kan rettes.',
        'Servere foran løsningen kan føre deres egen log. Det er driftsleverandørens ansvar.',
      ],
    },
    {
      id: 'tal',
      title: 'Tallene er om grupper',
      text: [
        'Ingen tal er om en enkelt person. Et tal, der er holdt tilbage for at beskytte nogen, står som “For få personer”.',
        'Et navn kan stå der, hvor nogen har et ansvar: hvem der har udgivet, hvem der er ansvarlig for et tal, og hvem der har besluttet et måltal. Udgiverens navn bevares som en del af udgivelsen.',
      ],
    },
    {
      id: 'medarbejdere',
      title: 'De, der arbejder med tallene',
      text: [
        'Medarbejdere har en konto med navn og e-mailadresse, og de får en cookie, når de logger ind. Vi registrerer, hvem der har rettet hvad, så tallene kan efterprøves. Når en konto har været lukket i en tid, som kommunen har fastsat, slettes navn og adresse, også fra historikken.',
        'Forsøg på at logge ind registreres: tidspunkt, konto og den første del af IP-adressen, men ikke resten. Det slettes efter en tid, som kommunen har fastsat.',
      ],
    },
  ],
  rights: {
    id: 'rettigheder',
    title: 'Dine rettigheder',
    text: [
      'Du har ret til at få at vide, hvad der er gemt om dig, og til at få det rettet eller slettet. Fordi siderne intet gemmer om dem, der læser, er der normalt intet at finde. Skriver eller ringer du, behandles din henvendelse efter modtagerens egne regler.',
    ],
  },
  contact: 'Spørgsmål kan stilles til',
  or: 'eller',
  noContact: 'Har du spørgsmål, så kontakt kommunen. Der er endnu ikke oplyst en adresse eller et telefonnummer her.',
  complain: 'Mener du, at dine oplysninger bliver brugt forkert, kan du klage til',
  authority: 'Datatilsynet',
}

const en: typeof da = {
  head: { title: 'Privacy', description: 'No cookies, no tracking, nobody else looking on.' },
  lead: 'You can read everything here without anyone watching you. The pages keep no information about you.',
  parts: [
    {
      id: 'cookies',
      title: 'No cookies and no tracking',
      text: [
        'The public pages set no cookies and store no information in your browser. So there is nothing to say yes or no to. The browser may keep a copy of the pages you have seen, to show them faster.',
        'No account is needed to read, search or download data.',
      ],
    },
    {
      id: 'others',
      title: 'Nothing is shared with others',
      text: [
        'Typefaces, charts and programs come from this server and are not fetched from others. If you follow a link from here to another site, it is not told which page you came from.',
      ],
    },
    {
      id: 'log',
      title: 'What the server remembers',
      text: [
        'The server counts how many answers it has given and measures how long they took. It does not write down who asked: neither your IP address, nor your browser, nor what you search for. If something goes wrong, the error is written to a log, so that it can be mended.',
        'Servers in front of the site may keep their own logs. Their operator is responsible for that.',
      ],
    },
    {
      id: 'figures',
      title: 'The figures are about groups',
      text: [
        'No figure is about a single person. A figure that is withheld to protect people is shown as “Too few people”.',
        'A name may appear where a person has a responsibility: who published, who is responsible for a figure, and who decided a target. The publisher’s name is kept as part of the release.',
      ],
    },
    {
      id: 'staff',
      title: 'Those who work with the figures',
      text: [
        'Staff have an account with their name and e-mail address, and get a cookie when they sign in. We record who changed what, so that the figures can be checked. When an account has been closed for a time the municipality has set, its name and address are deleted, from the history too.',
        'Attempts to sign in are recorded: when, which account, and the first part of the IP address, but not the rest. That is deleted after a time the municipality has set.',
      ],
    },
  ],
  rights: {
    id: 'rights',
    title: 'Your rights',
    text: [
      'You have the right to be told what is kept about you, and to have it corrected or erased. As the pages keep nothing about those who read them, there is normally nothing to find. If you write or call, your message is handled by the rules of whoever receives it.',
    ],
  },
  contact: 'Questions can be put to',
  or: 'or',
  noContact: 'If you have questions, contact the municipality. No address or telephone number has been given here yet.',
  complain: 'If you think that your data are used wrongly, you can complain to',
  authority: 'the Danish Data Protection Agency (Datatilsynet)',
}

/** The words of the page about privacy. */
export const privacyWords: Readonly<Record<Locale, typeof da>> = { da, en }
