import type { Locale } from '@pejling/domain/text'

/*
 * The table: every word that addresses are made of. To rename one, change it here and nowhere else.
 * A test holds every other file of the product to that.
 */

/** A word of an address in each language. */
export type Word = Readonly<Record<Locale, string>>

/** What addresses in each language begin with. */
export const languagePrefix: Word = { da: '', en: '/en' }

/** The first part of a public page’s address. */
export const pageWords = {
  overview: { da: 'overblik', en: 'overview' },
  policy: { da: 'politik', en: 'policy' },
  goal: { da: 'maal', en: 'goal' },
  indicator: { da: 'indikator', en: 'indicator' },
  releases: { da: 'udgivelser', en: 'releases' },
  data: { da: 'data', en: 'data' },
  about: { da: 'om', en: 'about' },
  accessibility: { da: 'tilgaengelighed', en: 'accessibility' },
  privacy: { da: 'privatliv', en: 'privacy' },
  ideas: { da: 'ideer', en: 'ideas' },
  idea: { da: 'ide', en: 'idea' },
  meetings: { da: 'moeder', en: 'meetings' },
  meeting: { da: 'moede', en: 'meeting' },
  actionPlan: { da: 'handleplan', en: 'action-plan' },
  search: { da: 'soeg', en: 'search' },
  embed: { da: 'embed', en: 'embed' },
  api: { da: 'api', en: 'api' },
} as const satisfies Readonly<Record<string, Word>>

/** The parts of a meeting, below the meeting’s own address. */
export const meetingWords = {
  slides: { da: 'praesentation', en: 'slides' },
  appendix: { da: 'bilag', en: 'appendix' },
  figures: { da: 'tal', en: 'figures' },
  caseText: { da: 'sagsfremstilling', en: 'sagsfremstilling' },
  offline: { da: 'offline', en: 'offline' },
} as const satisfies Readonly<Record<string, Word>>

/** Parameters of public pages. */
export const parameterWords = {
  since: { da: 'siden', en: 'since' },
  query: { da: 'q', en: 'q' },
  /** The secret of a meeting that is shared by link. */
  key: { da: 'noegle', en: 'noegle' },
} as const satisfies Readonly<Record<string, Word>>

/** What follows `#`. */
export const fragmentWords = {
  goal: pageWords.goal,
  focusArea: { da: 'fokusomraade', en: 'focus-area' },
  /** Opens the dialogue for printing. */
  print: { da: 'udskriv', en: 'udskriv' },
  dataset: { da: 'dataset', en: 'dataset' },
} as const satisfies Readonly<Record<string, Word>>

/** Parameters of an indicator’s page, and the values that are words. */
export const viewWords = {
  da: {
    show: 'visning',
    table: 'tabel',
    breakdown: 'opdeling',
    form: 'figur',
    forms: { lines: 'linjer', panels: 'hver-for-sig', gap: 'afstand', latest: 'seneste' },
    groups: 'grupper',
    benchmark: 'sammenlign',
    none: 'ingen',
    all: 'alle',
    from: 'fra',
    to: 'til',
  },
  en: {
    show: 'view',
    table: 'table',
    breakdown: 'breakdown',
    form: 'figure',
    forms: { lines: 'lines', panels: 'one-by-one', gap: 'distance', latest: 'latest' },
    groups: 'groups',
    benchmark: 'compare',
    none: 'none',
    all: 'all',
    from: 'from',
    to: 'to',
  },
} as const satisfies Readonly<Record<Locale, unknown>>

/** The pages and forms of the desk, below {@link languagePrefix}: the same words in both languages. */
export const deskPages = {
  home: '/admin',
  account: '/admin/konto',
  allFigures: '/admin/tal',
  goals: '/admin/maal',
  goal: '/admin/maal/:key',
  framework: '/admin/politik/:slug',
  newIndicator: '/admin/ny-indikator',
  indicator: '/admin/indikator/:slug',
  indicatorTargets: '/admin/indikator/:slug/maaltal',
  indicatorAssessment: '/admin/indikator/:slug/vurdering',
  lists: '/admin/lister',
  list: '/admin/lister/:list',
  listItem: '/admin/lister/:list/:key',
  connections: '/admin/kilder',
  changeSet: '/admin/historik/:number',
  assignments: '/admin/fordeling',
  tokens: '/admin/api-noegler',
  reminders: '/admin/paamindelser',
  website: '/admin/hjemmeside',
  actionPlans: '/admin/handleplaner',
  actionPlan: '/admin/handleplaner/:slug',
  action: '/admin/handleplaner/:slug/:key',
  newAction: '/admin/ny-indsats/:slug',
  allIdeas: '/admin/ideer',
  idea: '/admin/ideer/:slug',
  newIdea: '/admin/ny-ide',
  ideaFile: '/admin/ideer-fra-fil',
  meetings: '/admin/moeder',
  newMeeting: '/admin/nyt-moede',
  decisions: '/admin/beslutninger',
  /** Where the window ends in which a person has signed in again beside their work. */
  signedIn: '/admin/log-ind/faerdig',
  signIn: '/admin/log-ind',
  signInCode: '/admin/log-ind/kode',
  signOut: '/admin/log-ud',
  provider: '/admin/sso',
  providerReturn: '/admin/sso/retur',
  providerAttach: '/admin/sso/tilknyt',
  publish: '/admin/udgiv',
  publishPages: '/admin/udgiv/sider',
  publishTitle: '/admin/udgiv/titel',
  publishConfirm: '/admin/udgiv/bekraeft',
  published: '/admin/udgiv/faerdig/:number',
  plannedReleases: '/admin/udgiv/planlagt',
  plannedRelease: '/admin/udgiv/planlagt/:number',
  withdrawals: '/admin/traek',
  compareSide: '/admin/se/:kind/:key/:side',
  figures: '/admin/tal/:slug',
  withdraw: '/admin/traek/:slug',
  connection: '/admin/kilde/:slug',
  meeting: '/admin/moede/:slug',
  notes: '/admin/moede/:slug/noter',
  meetingItem: '/admin/moede/:slug/punkt/:key',
  imports: '/admin/indlaes',
  import: '/admin/indlaes/:number',
  history: '/admin/historik',
  people: '/admin/personer',
  signIns: '/admin/adgangslog',
  security: '/admin/sikkerhed',
  password: '/admin/adgangskode',
  forgotPassword: '/admin/glemt-adgangskode',
  newPassword: '/admin/ny-adgangskode',
} as const

/** Where a person who has been sent a link sends one figure without signing in, below {@link languagePrefix}. */
export const answerPage = '/indberet/:key'

/** The lists of the desk, by the resource of the workspace’s API, and the part of the address in place of the key of something new. */
export const deskLists = {
  areas: 'omraader',
  dimensions: 'opdelinger',
  sources: 'kilder',
  provenances: 'veje',
} as const
export const newItem = '+'

/** Addresses the desk had before, and where what they led to is now. */
export const formerDeskPages = [
  ['/admin/ramme', 'goals'],
  ['/admin/udvalg', 'meetings'],
  ['/admin/sessioner', 'account'],
  ['/admin/planlagt', 'publish'],
  ['/admin/se/:kind/:key', 'publish'],
  ['/admin/indlaes/:number/fil', 'import'],
  ['/admin/ret/politik/:slug', 'framework'],
  ['/admin/ret/indikator/:slug', 'indicator'],
  ['/admin/ret/maaltal/:slug', 'indicatorTargets'],
  ['/admin/ret/vurdering/:slug', 'indicatorAssessment'],
  ['/admin/ret/bedoemmelse/:slug', 'indicator'],
  ['/admin/ret/ansvarlig/:slug', 'assignments'],
  ['/admin/ret/ny-indikator/:key', 'newIndicator'],
  ['/admin/ret/sted/:key', 'website'],
  ['/admin/ret/indsats/:key', 'actionPlans'],
  ['/admin/ret/ny-indsats/:key', 'actionPlans'],
  ['/admin/ret/ide/:slug', 'idea'],
  ['/admin/ret/ny-ide/:key', 'allIdeas'],
  ['/admin/ret/moede/:slug', 'meeting'],
  ['/admin/ret/nyt-moede/:key', 'meetings'],
  ['/admin/ret/punkt/:key', 'meetings'],
  ['/admin/ret/nyt-punkt/:key', 'meetings'],
  ['/admin/ret/:kind/:key', 'goals'],
] as const satisfies readonly (readonly [pattern: string, place: keyof typeof deskPages])[]

/** What a public page is about that the desk shows before and after a release, and the two sides. */
export const comparedKinds = { indicator: 'indikator', goal: 'maal' } as const
export const comparedSides = { before: 'foer', after: 'efter' } as const

/** Parameters of the desk’s pages. */
export const deskParameters = {
  returnTo: 'til',
  saved: 'gemt',
  done: 'gjort',
  expired: 'udloebet',
  /** That indicators were chosen, and which. */
  chosen: 'valg',
  only: 'kun',
  before: 'foer',
  account: 'konto',
  indicator: 'indikator',
  source: 'kilde',
  table: 'tabel',
  search: 'soeg',
  role: 'rolle',
  /** The step of a path that has several. */
  step: 'trin',
  period: 'periode',
  area: 'omraade',
  goal: 'maal',
  status: 'vurdering',
  state: 'tilstand',
  owner: 'kontor',
  provider: 'indberetter',
  sort: 'orden',
  weight: 'vaegt',
  late: 'overskredet',
  committee: 'udvalg',
  theme: 'tema',
  invitation: 'invitation',
  /** What the link to a new password ends with. */
  passwordKey: 'noegle',
} as const

/** The API, below {@link apiRoot}. */
export const apiPlaces = {
  profile: '/profile',
  logo: '/profile/logo.:ending',
  frameworks: '/frameworks',
  framework: '/frameworks/:framework',
  frameworkCard: '/frameworks/:framework/card.png',
  goal: '/goals/:number',
  goalCard: '/goals/:number/card.png',
  goalFeed: '/goals/:number/feed.atom',
  indicators: '/indicators',
  indicator: '/indicators/:slug',
  indicatorCard: '/indicators/:slug/card.png',
  chart: '/indicators/:slug/chart.:ending',
  observations: '/indicators/:slug/observations',
  observationsAs: '/indicators/:slug/observations.:format',
  figures: '/observations',
  figuresAs: '/observations.:format',
  areas: '/areas',
  dimensions: '/dimensions',
  sources: '/sources',
  everythingAs: '/data.:ending',
  actionPlans: '/action-plans',
  actionPlan: '/action-plans/:year',
  actionPlanCard: '/action-plans/:year/card.png',
  ideas: '/ideas',
  meetings: '/meetings',
  meeting: '/meetings/:meeting',
  releases: '/releases',
  release: '/releases/:n',
  releaseCard: '/releases/:n/card.png',
  releaseChanges: '/releases/:n/changes',
  releaseWithdrawals: '/releases/:n/withdrawals',
  catalogue: '/catalogue',
  catalogueAs: '/catalogue.:ending',
  feed: '/feed.atom',
  oembed: '/oembed',
  openApi: '/openapi.json',
} as const

/** Where the API is; the workspace’s lies below it. */
export const apiRoot = '/api/v1'
export const workspaceRoot = '/workspace'

/** Single files and answers for programs. */
export const siteFiles = {
  robots: '/robots.txt',
  sitemap: '/sitemap.xml',
  openApi: '/openapi.json',
  embedScript: '/embed.js',
  /** Danish law asks every public body to have it: leads to the accessibility statement. */
  statement: '/was',
  securityText: '/.well-known/security.txt',
  apiCatalog: '/.well-known/api-catalog',
  csvDescriptions: '/.well-known/csvm',
  icon: '/assets/icon.svg',
  asset: '/assets/:name',
  health: '/healthz',
  ready: '/readyz',
  metrics: '/metrics',
} as const
