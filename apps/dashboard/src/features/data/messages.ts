import type { Locale } from '@pejling/domain/text/text'

interface DataWords {
  readonly head: { readonly title: string; readonly description: string }
  readonly lead: string
  readonly tableTitle: string
  readonly caption: (count: number, without: number) => string
  readonly indicator: string
  readonly latest: string
  readonly periods: string
  readonly download: string
  readonly none: string
  readonly apiTitle: string
  readonly api: string
  readonly examples: string
  readonly exampleGoal: string
  readonly exampleIndicator: string
  readonly exampleTable: string
  readonly describes: string
  readonly openApi: string
  readonly stableTitle: string
  readonly stable: readonly string[]
  readonly missingTitle: string
  readonly missing: string
  readonly marks: string
  readonly citeTitle: string
  readonly cite: string
  readonly citation: (organisation: string, release: number, date: string, address: string) => string
  readonly licenceTitle: string
  readonly licence: string
  readonly releases: string
}

/** The words of the page about open data. */
export const dataWords: Readonly<Record<Locale, DataWords>> = {
  da: {
    head: { title: 'Åbne data', description: 'Hent alle tal som CSV eller JSON, eller læs dem med et program.' },
    lead: 'Alt, hvad siderne viser, kan hentes: tallene, vurderingerne og det, de er regnet ud af. Det kræver ingen konto.',
    tableTitle: 'Tallene, indikator for indikator',
    caption: (count, without) =>
      `${count} indikatorer. ${without === 0 ? 'Alle har tal.' : `${without} har endnu ingen tal for kommunen.`}`,
    indicator: 'Indikator',
    latest: 'Seneste',
    periods: 'Målinger',
    download: 'Hent',
    none: 'ingen tal endnu',
    apiTitle: 'For programmer',
    api: 'Et REST-API svarer på de samme adresser for alle, fra alle steder (CORS er åbent), og giver JSON eller CSV.',
    examples: 'Prøv for eksempel',
    exampleGoal: 'et mål med dets indikatorer',
    exampleIndicator: 'en indikator med definition, vurdering og alle tal',
    exampleTable: 'dens tal som tabel fra 2015',
    describes: 'Alle adresser, forklaret',
    openApi: 'Beskrivelsen for programmer (OpenAPI 3.1)',
    stableTitle: 'Hvad man kan regne med',
    stable: [
      'En indikators adresse ændres ikke; får den et nyt navn, viderestiller den gamle.',
      'Med ?release=n svarer enhver adresse, som udgivelse n gjorde. Det svar ændres aldrig.',
      'Hvert svar har et ETag, der er dokumentets SHA-256. Det samme tal har det samme fingeraftryk.',
      'Der kommer nye felter til, men ingen forsvinder fra version 1 af API’et.',
    ],
    missingTitle: 'Når et tal mangler',
    missing: 'I JSON er værdien null og i CSV tom, altid med en status ved siden af. Et manglende tal er aldrig 0.',
    marks: 'Se, hvad hver status betyder',
    citeTitle: 'Henvis til tallene',
    cite: 'Nævn udgivelsen, så enhver kan finde det samme tal igen:',
    citation: (organisation, release, date, address) =>
      `${organisation}: Pejling, udgivelse ${release}, ${date}. ${address}`,
    licenceTitle: 'Må tallene bruges?',
    licence:
      'De fleste tal er opgjort af andre. Ved hver indikator står, hvem der har opgjort tallet, og under hvilken licens. Nævn producenten, når tallet bruges.',
    releases: 'Alle udgivelser',
  },
  en: {
    head: { title: 'Open data', description: 'Download all figures as CSV or JSON, or read them with a program.' },
    lead: 'Everything the pages show can be downloaded: the figures, the assessments, and what they were computed from. No account is needed.',
    tableTitle: 'The figures, indicator by indicator',
    caption: (count, without) =>
      `${count} indicators. ${without === 0 ? 'All have figures.' : `${without} have no figures for the municipality yet.`}`,
    indicator: 'Indicator',
    latest: 'Latest',
    periods: 'Measurements',
    download: 'Download',
    none: 'no figures yet',
    apiTitle: 'For programs',
    api: 'A REST API answers at the same addresses for everyone, from everywhere (CORS is open), with JSON or CSV.',
    examples: 'Try, for instance',
    exampleGoal: 'a goal with its indicators',
    exampleIndicator: 'an indicator with definition, assessment and all figures',
    exampleTable: 'its figures as a table from 2015',
    describes: 'All addresses, explained',
    openApi: 'The description for programs (OpenAPI 3.1)',
    stableTitle: 'What you can count on',
    stable: [
      'The address of an indicator does not change; if it gets a new name, the old one redirects.',
      'With ?release=n every address answers as release n did. That answer never changes.',
      'Every answer has an ETag, which is the SHA-256 of the document. The same figure has the same fingerprint.',
      'New fields are added, but none disappears from version 1 of the API.',
    ],
    missingTitle: 'Where a figure is missing',
    missing:
      'In JSON the value is null and in CSV it is empty, always with a status beside it. A missing figure is never 0.',
    marks: 'See what each status means',
    citeTitle: 'Cite the figures',
    cite: 'Name the release, so that anyone can find the same figure again:',
    citation: (organisation, release, date, address) =>
      `${organisation}: Pejling, release ${release}, ${date}. ${address}`,
    licenceTitle: 'May the figures be used?',
    licence:
      'Most figures are compiled by others. Beside each indicator stands who compiled the figure, and under which licence. Name the producer when you use the figure.',
    releases: 'All releases',
  },
}
