import type { Locale } from '@pejling/domain/text'

/** Everything the pages say that is neither a figure nor a text of a document. */
export interface Messages {
  readonly skipToContent: string
  readonly notices: string
  readonly mainNavigation: string
  readonly overview: string
  readonly data: string
  readonly aboutFigures: string
  readonly search: string
  readonly actionPlans: string
  readonly ideas: string
  readonly meetings: string
  readonly method: string
  readonly accessibility: string
  readonly privacy: string
  readonly contact: string
  readonly otherLanguage: string
  readonly demonstration: { readonly title: string; readonly text: string }
  readonly pinned: (release: number, date: string) => string
  readonly toLatest: string
  readonly shownRelease: (release: number, date: string) => string
  readonly frozen: string
  readonly allReleases: string
  readonly openData: string
  readonly about: string
  readonly figuresUntil: (period: string) => string
  /** `15 rammemål i 5 fokusområder`, in the policy's own words. */
  readonly goalsInParts: (goals: string, parts: string) => string
  readonly purpose: (purpose: string) => string
  readonly goalsAtAGlance: string
  readonly goalsByVerdict: string
  readonly allWithoutTarget: string
  readonly someWithoutTarget: (count: number, total: number) => string
  readonly noTarget: string
  readonly nobodyDecided: string
  readonly noMeasurementYet: string
  readonly noIndicatorYet: string
  readonly provisional: string
  readonly marginOfError: string
  readonly moreIndicators: (count: number) => string
  readonly breadcrumb: string
  readonly keyFigures: string
  readonly comparison: string
  readonly latest: (period: string) => string
  readonly changeSince: (period: string) => string
  readonly target: (period: string) => string
  readonly between: (band: string) => string
  readonly decided: (by: string, date: string) => string
  readonly otherTargets: string
  readonly source: string
  readonly development: string
  readonly table: string
  readonly tableCaption: (name: string, unit: string) => string
  readonly period: string
  readonly footnote: (number: number) => string
  readonly footnotes: string
  readonly noFigure: string
  readonly marks: string
  readonly whatIsMeasured: string
  readonly numerator: string
  readonly denominator: string
  readonly caveats: string
  readonly breaks: string
  readonly howSure: string
  readonly computedBy: (method: string, version: string) => string
  readonly sourceAndRelease: string
  readonly viaThirdParty: string
  readonly tableAtProducer: (table: string) => string
  readonly licence: string
  readonly provenances: string
  readonly retrievedOn: (date: string) => string
  readonly owner: (owner: string) => string
  readonly nextExpectedOn: (date: string) => string
  readonly fromUnrounded: string
  readonly retiredOn: (date: string) => string
  readonly download: string
  readonly downloadCsv: string
  readonly downloadJson: string
  readonly downloadZip: string
}

const da: Messages = {
  skipToContent: 'Gå til indhold',
  notices: 'Om disse tal',
  mainNavigation: 'Hovedmenu',
  overview: 'Overblik',
  data: 'Data',
  aboutFigures: 'Om tallene',
  search: 'Søg',
  actionPlans: 'Handleplaner',
  ideas: 'Idéer fra borgere',
  meetings: 'Møder',
  method: 'Sådan vurderes målene',
  accessibility: 'Tilgængelighed',
  privacy: 'Privatliv',
  contact: 'Kontakt:',
  otherLanguage: 'English',
  demonstration: {
    title: 'Demonstration: tallene er opfundet.',
    text: 'De viser, hvordan siden virker, og siger intet om virkeligheden.',
  },
  pinned: (release, date) => `Du ser siden, som den var i udgivelse ${release} fra ${date}.`,
  toLatest: 'Gå til den nyeste udgivelse',
  shownRelease: (release, date) => `Udgivelse ${release}, ${date}.`,
  frozen: 'Siden, som den var i udgivelsen',
  allReleases: 'Alle udgivelser',
  openData: 'Åbne data og API',
  about: 'Om siden',
  figuresUntil: (period) => `tal til og med ${period}`,
  goalsInParts: (goals, parts) => `${goals} i ${parts}`,
  purpose: (purpose) => `Politikkens formål: ${purpose} Her kan du følge, hvordan det går med hvert mål.`,
  goalsAtAGlance: 'Målene i overblik',
  goalsByVerdict: 'Antal mål efter vurdering',
  allWithoutTarget: 'Der er ikke fastsat måltal for nogen af målene. Derfor vurderes kun, hvilken vej udviklingen går.',
  someWithoutTarget: (count, total) =>
    `For ${count} af de ${total} mål er der ikke fastsat et måltal. For dem vurderes kun, hvilken vej udviklingen går.`,
  noTarget: 'Intet måltal fastsat',
  nobodyDecided: 'Der er ikke fastsat et måltal.',
  noMeasurementYet: 'Ingen måling endnu',
  noIndicatorYet: 'Ingen hovedindikator endnu',
  provisional: 'Foreløbig vurdering',
  marginOfError: 'Statistisk usikkerhed (95 % sikkerhed)',
  moreIndicators: (count) => (count === 1 ? '1 anden indikator' : `${count} andre indikatorer`),
  breadcrumb: 'Brødkrummesti',
  keyFigures: 'Nøgletal',
  comparison: 'Sammenligning',
  latest: (period) => `Seneste, ${period}`,
  changeSince: (period) => `Siden ${period}`,
  target: (period) => `Mål, ${period}`,
  between: (band) => `mellem ${band}`,
  decided: (by, date) => `Målet er besluttet af ${by} den ${date}.`,
  otherTargets: 'Mål for enkelte grupper',
  source: 'Kilde:',
  development: 'Udvikling',
  table: 'Tabel',
  tableCaption: (name, unit) => (unit === '' ? name : `${name} (${unit})`),
  period: 'Periode',
  footnote: (number) => `Fodnote ${number}`,
  footnotes: 'Fodnoter',
  noFigure: 'Ingen tal',
  marks: 'Tegn i tabellen',
  whatIsMeasured: 'Hvad måler tallet?',
  numerator: 'Tæller',
  denominator: 'Nævner',
  caveats: 'Forbehold',
  breaks: 'Brud i serien',
  howSure: 'Hvor sikkert er det?',
  computedBy: (method, version) => `Beregnet med metoden “${method}”, version ${version}.`,
  sourceAndRelease: 'Kilde',
  viaThirdParty: 'Tallene er hentet via en tredjepart. Se hvor',
  tableAtProducer: (table) => `Tabel ${table}`,
  licence: 'Licens:',
  provenances: 'Se, hvor tallene er hentet',
  retrievedOn: (date) => `Hentet ${date}.`,
  owner: (owner) => `Ansvarlig for tallet: ${owner}.`,
  nextExpectedOn: (date) => `Næste tal ventes den ${date}.`,
  fromUnrounded: 'Beregnet af uafrundede tal.',
  retiredOn: (date) => `Indikatoren er udgået ${date} og opdateres ikke mere.`,
  download: 'Hent data',
  downloadCsv: 'CSV til Excel',
  downloadJson: 'JSON med beregning',
  downloadZip: 'CSV med beskrivelse (ZIP)',
}

const en: Messages = {
  skipToContent: 'Skip to content',
  notices: 'About these figures',
  mainNavigation: 'Main menu',
  overview: 'Overview',
  data: 'Data',
  aboutFigures: 'About the figures',
  search: 'Search',
  actionPlans: 'Action plans',
  ideas: 'Ideas from citizens',
  meetings: 'Meetings',
  method: 'How the goals are assessed',
  accessibility: 'Accessibility',
  privacy: 'Privacy',
  contact: 'Contact:',
  otherLanguage: 'Dansk',
  demonstration: {
    title: 'Demonstration: the figures are invented.',
    text: 'They show how the page works and say nothing about the real world.',
  },
  pinned: (release, date) => `You are seeing the page as it was in release ${release} of ${date}.`,
  toLatest: 'Go to the latest release',
  shownRelease: (release, date) => `Release ${release}, ${date}.`,
  frozen: 'The page as it was in the release',
  allReleases: 'All releases',
  openData: 'Open data and API',
  about: 'About this site',
  figuresUntil: (period) => `figures up to ${period}`,
  goalsInParts: (goals, parts) => `${goals} in ${parts}`,
  purpose: (purpose) => `The policy’s purpose: ${purpose} Here you can follow how each goal is going.`,
  goalsAtAGlance: 'The goals at a glance',
  goalsByVerdict: 'Number of goals by assessment',
  allWithoutTarget: 'No targets have been set for any of the goals, so only the direction of change is assessed.',
  someWithoutTarget: (count, total) =>
    `No target has been set for ${count} of the ${total} goals. For ${count === 1 ? 'it' : 'them'} only the direction of change is assessed.`,
  noTarget: 'No target set',
  nobodyDecided: 'No target has been set.',
  noMeasurementYet: 'No measurement yet',
  noIndicatorYet: 'No headline indicator yet',
  provisional: 'Provisional assessment',
  marginOfError: 'Margin of error (95% confidence)',
  moreIndicators: (count) => (count === 1 ? '1 other indicator' : `${count} other indicators`),
  breadcrumb: 'Breadcrumb',
  keyFigures: 'Key figures',
  comparison: 'Comparison',
  latest: (period) => `Latest, ${period}`,
  changeSince: (period) => `Since ${period}`,
  target: (period) => `Target, ${period}`,
  between: (band) => `between ${band}`,
  decided: (by, date) => `The target was decided by ${by} on ${date}.`,
  otherTargets: 'Targets for particular groups',
  source: 'Source:',
  development: 'Development',
  table: 'Table',
  tableCaption: (name, unit) => (unit === '' ? name : `${name} (${unit})`),
  period: 'Period',
  footnote: (number) => `Footnote ${number}`,
  footnotes: 'Footnotes',
  noFigure: 'No figure',
  marks: 'Marks in the table',
  whatIsMeasured: 'What does the figure measure?',
  numerator: 'Numerator',
  denominator: 'Denominator',
  caveats: 'Caveats',
  breaks: 'Breaks in the series',
  howSure: 'How sure is it?',
  computedBy: (method, version) => `Computed by the method “${method}”, version ${version}.`,
  sourceAndRelease: 'Source',
  viaThirdParty: 'The figures were fetched through a third party. See where',
  tableAtProducer: (table) => `Table ${table}`,
  licence: 'Licence:',
  provenances: 'See where the figures were fetched',
  retrievedOn: (date) => `Fetched ${date}.`,
  owner: (owner) => `Responsible for the figure: ${owner}.`,
  nextExpectedOn: (date) => `The next figure is expected on ${date}.`,
  fromUnrounded: 'Computed from unrounded figures.',
  retiredOn: (date) => `The indicator was retired on ${date} and is no longer updated.`,
  download: 'Download data',
  downloadCsv: 'CSV',
  downloadJson: 'JSON with the computation',
  downloadZip: 'CSV with its description (ZIP)',
}

/** The words of the pages in each language. */
export const messages: Readonly<Record<Locale, Messages>> = { da, en }
