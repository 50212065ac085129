import type { Locale } from '@pejling/domain/text'

/** A part of the page under its own heading. */
export interface Part {
  readonly id: string
  readonly title: string
  readonly text: readonly string[]
}

const da = {
  head: { title: 'Åbne data', description: 'Hent alle tal som CSV eller JSON, eller læs dem med et program.' },
  lead: 'Alt, hvad siderne viser, kan hentes: tallene, vurderingerne og det, de er regnet ud af. Det kræver ingen konto.',
  contents: 'På denne side',
  figures: {
    id: 'tal',
    title: 'Tallene, indikator for indikator',
    text: [
      'CSV er en tabel, som Excel på dansk kan åbne: semikolon mellem felterne og komma i tallene. Den har alle grupper og områder, også tal for hele landet. JSON har desuden definition, kilder og vurdering med alt det, den er regnet ud af.',
    ],
  },
  measured: (count: number) => (count === 1 ? '1 indikator med tal' : `${count} indikatorer med tal`),
  unmeasured: (count: number) => `${count} ${count === 1 ? 'indikator' : 'indikatorer'} endnu uden tal for kommunen`,
  indicator: 'Indikator',
  latest: 'Seneste',
  periods: 'Perioder',
  download: 'Hent',
  together: 'Alle indikatorer i ét dokument (JSON)',
  programs: {
    id: 'api',
    title: 'For udviklere',
    text: [
      'Et REST-API giver JSON og CSV. Det kan kaldes fra alle websteder (CORS er åbent), og det kræver hverken konto eller nøgle. Adresserne begynder med',
    ],
  },
  examples: 'Prøv for eksempel',
  exampleGoal: 'et mål med dets indikatorer',
  exampleIndicator: 'en indikator med definition, vurdering og alle tal',
  exampleTable: 'dens tal fra 2015 som CSV med komma mellem felterne og punktum i tallene',
  inThreeLines: 'Regn selv videre: tre linjer, du kan kopiere',
  copy: 'Kopiér',
  copied: 'Kopieret',
  describes: 'Alle adresser, forklaret',
  openApi: 'Beskrivelsen for programmer (OpenAPI 3.1)',
  catalogue: 'Katalog (DCAT-AP)',
  feed: 'Følg udgivelserne (Atom)',
  missing: {
    id: 'status',
    title: 'Når et tal mangler eller er usikkert',
    text: [
      'Et manglende tal er null i JSON og et tomt felt i CSV. Det er aldrig 0. Ved siden af hvert tal står en status med ét bogstav:',
    ],
  },
  withValue: 'Med et tal',
  withoutValue: 'Uden et tal',
  marks: 'Tegnene, som de ser ud på siderne',
  stable: {
    id: 'regn-med',
    title: 'Hvad du kan regne med',
    text: [
      'En indikators adresse ændres ikke. Får den et nyt navn, sender den gamle adresse videre.',
      'Med ?release=n svarer enhver adresse i API’et, som udgivelse n gjorde. Det svar ændres kun, hvis et tal må trækkes tilbage; det står der så offentligt. Gem det højst en time uden at spørge igen.',
      'Hvert svar har et ETag, som er indholdets SHA-256. Er intet ændret, er det det samme, og svaret på If-None-Match er 304.',
      'Der kan komme nye felter til i version 1 af API’et, men ingen forsvinder.',
    ],
  },
  releases: 'Alle udgivelser, og hvad de ændrede',
  cite: {
    id: 'henvis',
    title: 'Henvis til tallene',
    text: ['Nævn udgivelsen, så enhver kan finde det samme tal igen:'],
  },
  citation: (organisation: string, site: string, release: number, date: string, address: string) =>
    `${organisation}: ${site}, udgivelse ${release}, ${date}. ${address}`,
  licence: {
    id: 'licens',
    title: 'Må tallene bruges?',
    text: [
      'De fleste tal er opgjort af andre. Ved hver indikator står, hvem der har opgjort tallet, og under hvilken licens, når den kendes. Nævn producenten, når du bruger tallet.',
      'Samlingen som helhed (definitioner, vurderinger og sætninger) har endnu ingen licens. Spørg, hvis du vil genbruge mere end enkelte tal.',
    ],
  },
}

const en: typeof da = {
  head: { title: 'Open data', description: 'Download all figures as CSV or JSON, or read them with a program.' },
  lead: 'Everything the pages show can be downloaded: the figures, the assessments, and what they were computed from. No account is needed.',
  contents: 'On this page',
  figures: {
    id: 'figures',
    title: 'The figures, indicator by indicator',
    text: [
      'CSV is a table for any spreadsheet: commas between fields and points in numbers. It has all groups and areas, also figures for the whole country. JSON has, besides, the definition, the sources, and the assessment with everything it was computed from.',
    ],
  },
  measured: (count) => (count === 1 ? '1 indicator with figures' : `${count} indicators with figures`),
  unmeasured: (count) =>
    `${count} ${count === 1 ? 'indicator' : 'indicators'} without figures for the municipality yet`,
  indicator: 'Indicator',
  latest: 'Latest',
  periods: 'Periods',
  download: 'Get',
  together: 'All indicators in one document (JSON)',
  programs: {
    id: 'api',
    title: 'For developers',
    text: [
      'A REST API gives JSON and CSV. It can be called from any website (CORS is open), and takes neither account nor key. Its addresses begin with',
    ],
  },
  examples: 'Try, for instance',
  exampleGoal: 'a goal with its indicators',
  exampleIndicator: 'an indicator with definition, assessment and all figures',
  exampleTable: 'its figures from 2015 as CSV with commas between fields and points in numbers',
  inThreeLines: 'Compute with them: three lines to copy',
  copy: 'Copy',
  copied: 'Copied',
  describes: 'All addresses, explained',
  openApi: 'The description for programs (OpenAPI 3.1)',
  catalogue: 'Catalogue (DCAT-AP)',
  feed: 'Follow the releases (Atom)',
  missing: {
    id: 'status',
    title: 'Where a figure is missing or uncertain',
    text: [
      'A missing figure is null in JSON and an empty field in CSV. It is never 0. Beside each figure stands a status of one letter:',
    ],
  },
  withValue: 'With a figure',
  withoutValue: 'Without a figure',
  marks: 'The marks as they look on the pages',
  stable: {
    id: 'stable',
    title: 'What you can count on',
    text: [
      'The address of an indicator does not change. If it gets a new name, the old address redirects.',
      'With ?release=n every address of the API answers as release n did. That answer changes only where a figure has to be withdrawn, and then says so in public. Keep it for at most an hour without asking again.',
      'Every answer has an ETag, which is the SHA-256 of its content. Where nothing has changed it is the same, and the answer to If-None-Match is 304.',
      'New fields may be added to version 1 of the API, but none disappears.',
    ],
  },
  releases: 'All releases, and what they changed',
  cite: {
    id: 'cite',
    title: 'Cite the figures',
    text: ['Name the release, so that anyone can find the same figure again:'],
  },
  citation: (organisation, site, release, date, address) =>
    `${organisation}: ${site}, release ${release}, ${date}. ${address}`,
  licence: {
    id: 'licence',
    title: 'May the figures be used?',
    text: [
      'Most figures are compiled by others. Beside each indicator stands who compiled the figure, and under which licence where that is known. Name the producer when you use the figure.',
      'The collection as a whole (definitions, assessments and sentences) has no licence yet. Ask if you want to reuse more than single figures.',
    ],
  },
}

/** The words of the page about open data. */
export const dataWords: Readonly<Record<Locale, typeof da>> = { da, en }
