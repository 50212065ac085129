import type { CitationForm } from '@pejling/domain/citation'
import type { GroupForm } from '@pejling/addresses/view-request'
import type { Locale } from '@pejling/domain/text'

interface ViewWords {
  readonly views: string
  readonly development: string
  readonly table: string
  readonly choices: string
  readonly compareWith: string
  readonly nothing: string
  readonly otherMunicipalities: string
  readonly from: string
  readonly to: string
  readonly first: string
  readonly last: string
  readonly show: string
  readonly explore: string
  readonly readingOf: (title: string) => string
  readonly notReading: string
  readonly howToRead: string
  readonly howToReadSeries: string
  readonly unknownBreakdown: (given: string) => string
  readonly unknownBenchmark: (given: string) => string
  readonly unknownYear: (given: string) => string
  readonly noYears: (from: number, to: number) => string
  readonly nothingInYears: string
  readonly chartFile: string
  readonly chartPicture: string
  readonly cite: string
  readonly citationForms: Readonly<Record<CitationForm, string>>
  readonly copy: string
  readonly copied: string
  readonly embed: string
  readonly embedNote: string
  readonly others: string
  readonly othersNote: string
  /** Of the choices, where pages are files. */
  readonly withoutScript: string
  readonly forms: Readonly<Record<GroupForm, string>>
  readonly formsOf: (dimension: string) => string
  readonly groups: string
  readonly unknownGroup: (given: string, dimension: string) => string
  readonly wholeBehind: (name: string) => string
  readonly dot: string
  readonly bar: (name: string) => string
  readonly latestOf: (name: string, period: string) => string
  readonly representation: string
  readonly representationOf: (name: string, period: string) => string
  readonly seats: string
  readonly population: string
  readonly shares: (seats: string, population: string) => string
  readonly tooFew: string
  readonly computedFrom: string
  readonly and: string
  readonly followsArea: (name: string) => string
  readonly otherMethods: string
  readonly method: string
  readonly verdict: string
  readonly usedHere: string
}

/** What the choices around an indicator's chart and table are called. */
export const viewMessages: Readonly<Record<Locale, ViewWords>> = {
  da: {
    views: 'Vis tallene som',
    development: 'Udvikling',
    table: 'Tabel',
    choices: 'Vælg, hvad der vises',
    compareWith: 'Sammenlign med',
    nothing: 'Ingen',
    otherMunicipalities: 'Andre kommuner …',
    from: 'Fra',
    to: 'Til',
    first: 'første år',
    last: 'seneste år',
    show: 'Vis',
    explore: 'Se tallene i grafen',
    readingOf: (title) => `Aflæs grafen: ${title}`,
    notReading: 'Ingen værdi valgt',
    howToRead: 'Piletasterne til venstre og højre går fra måling til måling, Home og End til den første og den sidste.',
    howToReadSeries:
      'Piletasterne til venstre og højre går fra måling til måling, op og ned fra linje til linje, Home og End til den første og den sidste.',
    unknownBreakdown: (given) => `Tallet findes ikke opdelt efter “${given}”. Her vises det samlede tal.`,
    unknownBenchmark: (given) => `Der er ingen tal for “${given}” at sammenligne med.`,
    unknownYear: (given) => `“${given}” er ikke et årstal. Skriv det som 2021.`,
    noYears: (from, to) => `Startåret ${from} ligger efter slutåret ${to}. Her vises alle år.`,
    nothingInYears: 'Der er ingen tal i de valgte år.',
    chartFile: 'Graf (SVG)',
    chartPicture: 'Graf (PNG)',
    cite: 'Kildehenvisning',
    citationForms: { text: 'Til tekst', bibtex: 'BibTeX', ris: 'RIS (Zotero, EndNote, Mendeley)' },
    copy: 'Kopiér',
    copied: 'Kopieret.',
    embed: 'Indlejr grafen',
    embedNote:
      'Grafen følger den nyeste udgivelse og sætter ingen cookies. Den sidste linje giver rammen den rette højde og kan undværes.',
    others: 'Tal fra andre steder',
    withoutScript:
      'Valgene herunder kræver JavaScript, som er slået fra. Alle tal, også dem for hver gruppe, kan hentes:',
    othersNote: 'Tallene siger noget om andre steder, ikke om kommunen, og indgår ikke i nogen vurdering.',
    forms: { lines: 'Linjer', panels: 'Hver for sig', gap: 'Afstand', latest: 'Seneste' },
    formsOf: (dimension) => `Vis ${dimension} som`,
    groups: 'Grupper',
    unknownGroup: (given, dimension) => `Der er ingen tal for gruppen “${given}” i ${dimension}.`,
    wholeBehind: (name) => `Den tynde linje er hele ${name}. Alle grafer har samme skala.`,
    dot: 'gruppen',
    bar: (name) => `hele ${name}`,
    latestOf: (name, period) => `${name}, ${period}`,
    representation: 'Hvem sidder med?',
    representationOf: (name, period) => `${name} efter gruppe, ${period}`,
    seats: 'andel af pladserne',
    population: 'andel af befolkningen',
    shares: (seats, population) => `${seats} · befolkning ${population}`,
    tooFew: 'for få personer',
    computedFrom: 'Beregnet af',
    and: 'og',
    followsArea: (name) => `Målet følger tallet for ${name} og flytter sig med det.`,
    otherMethods: 'Samme tal efter andre metoder',
    method: 'Metode',
    verdict: 'Vurdering',
    usedHere: 'bruges her',
  },
  en: {
    views: 'Show the figures as',
    development: 'Development',
    table: 'Table',
    choices: 'Choose what is shown',
    compareWith: 'Compare with',
    nothing: 'Nothing',
    otherMunicipalities: 'Other municipalities …',
    from: 'From',
    to: 'To',
    first: 'first year',
    last: 'latest year',
    show: 'Show',
    explore: 'See the figures in the chart',
    readingOf: (title) => `Read the chart: ${title}`,
    notReading: 'No value chosen',
    howToRead:
      'The left and right arrow keys go from measurement to measurement, Home and End to the first and the last.',
    howToReadSeries:
      'The left and right arrow keys go from measurement to measurement, up and down from line to line, Home and End to the first and the last.',
    unknownBreakdown: (given) => `The figure does not exist divided by “${given}”. The total is shown.`,
    unknownBenchmark: (given) => `There are no figures for “${given}” to compare with.`,
    unknownYear: (given) => `“${given}” is not a year. Write it as 2021.`,
    noYears: (from, to) => `The first year, ${from}, lies after the last, ${to}. All years are shown.`,
    nothingInYears: 'There are no figures in the chosen years.',
    chartFile: 'Chart (SVG)',
    chartPicture: 'Chart (PNG)',
    cite: 'Cite the figures',
    citationForms: { text: 'For text', bibtex: 'BibTeX', ris: 'RIS (Zotero, EndNote, Mendeley)' },
    copy: 'Copy',
    copied: 'Copied.',
    embed: 'Embed the chart',
    embedNote:
      'The chart follows the latest release and sets no cookies. The last line gives the frame the right height and can be left out.',
    others: 'Figures from elsewhere',
    withoutScript:
      'The choices below need JavaScript, which is turned off. All figures, those of each group too, can be fetched:',
    othersNote: 'The figures are about other places, not the municipality, and count in no assessment.',
    forms: { lines: 'Lines', panels: 'One by one', gap: 'Distance', latest: 'Latest' },
    formsOf: (dimension) => `Show ${dimension} as`,
    groups: 'Groups',
    unknownGroup: (given, dimension) => `There are no figures for the group “${given}” of ${dimension}.`,
    wholeBehind: (name) => `The thin line is ${name} as a whole. All charts have the same scale.`,
    dot: 'the group',
    bar: (name) => `${name} as a whole`,
    latestOf: (name, period) => `${name}, ${period}`,
    representation: 'Who has a seat?',
    representationOf: (name, period) => `${name} by group, ${period}`,
    seats: 'share of the seats',
    population: 'share of the population',
    shares: (seats, population) => `${seats} · population ${population}`,
    tooFew: 'too few people',
    computedFrom: 'Computed from',
    and: 'and',
    followsArea: (name) => `The target follows the figure for ${name} and moves with it.`,
    otherMethods: 'The same figures by other methods',
    method: 'Method',
    verdict: 'Verdict',
    usedHere: 'used here',
  },
}
