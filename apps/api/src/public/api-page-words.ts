import type { Locale, Text } from '@pejling/domain/text'

/** What an address is for, in a line and in a sentence. */
export interface OperationWords {
  readonly summary: string
  readonly description: string
}

interface ApiPageWords {
  readonly skip: string
  readonly about: string
  /** What the API is; `null`: as its description says. */
  readonly introduction: string | null
  /** Where documents are on a site that is served as files; holds markup. */
  readonly ofFiles: string
  readonly tryIt: string
  readonly whole: string
  readonly parameters: string
  readonly name: string
  readonly place: string
  readonly inPath: string
  readonly inQuery: string
  readonly what: string
  readonly problems: string
  readonly everyError: string
  readonly kinds: string
  readonly type: string
  readonly when: string
}

/** The words of the page around the description. */
export const apiPageWords: Readonly<Record<Locale, ApiPageWords>> = {
  da: {
    skip: 'Gå til indholdet',
    about: 'Det offentlige REST-API: mål, indikatorer, tal og vurderinger, som de er udgivet.',
    introduction:
      'Hvor langt kommunen er fra sine egne mål: mål, indikatorer, tal og vurderinger, som de er udgivet. Hvert svar hører til en udgivelse; `?release=n` beder om det, som udgivelse n havde det. Et ETag er dokumentets SHA-256, fulgt af indkodningen, hvor svaret er pakket.',
    ofFiles:
      'Dette sted er filer. Et dokument har en endelse (<code>/api/v1/indicators.json</code>), en udgivelse står i stien (<code>/api/v1/releases/1/indicators.json</code>), og et sprog eller en dialekt før endelsen (<code>chart.en.svg</code>, <code>observations.da.csv</code>). Alle henvisninger på siderne fører til sådan en fil. Hvad der ellers vælges med parametre eller med <code>Accept</code>, kræver serveren: hent det hele, og vælg fra det.',
    tryIt: 'Prøv:',
    whole: 'Hele beskrivelsen for programmer:',
    parameters: 'Parametre',
    name: 'Navn',
    place: 'Hvor',
    inPath: 'sti',
    inQuery: 'forespørgsel',
    what: 'Beskrivelse',
    problems: 'Fejl',
    everyError:
      'Enhver fejl er et dokument af typen `application/problem+json` (RFC 9457), på dansk eller engelsk efter `Accept-Language`.',
    kinds: 'Fejltyper',
    type: 'Type',
    when: 'Hvornår',
  },
  en: {
    skip: 'Skip to content',
    about: 'The public REST API of Pejling: goals, indicators, figures and verdicts as published.',
    introduction: null,
    ofFiles:
      'This site is served as files. A document has an ending (<code>/api/v1/indicators.json</code>), a release stands in the path (<code>/api/v1/releases/1/indicators.json</code>), and a language or dialect before the ending (<code>chart.en.svg</code>, <code>observations.da.csv</code>). Every link on the pages leads to such a file. What is chosen by other parameters, or by <code>Accept</code>, needs the server: take the whole and choose from it.',
    tryIt: 'Try it:',
    whole: 'The whole description for programs:',
    parameters: 'Parameters',
    name: 'Name',
    place: 'In',
    inPath: 'path',
    inQuery: 'query',
    what: 'Description',
    problems: 'Problems',
    everyError:
      'Every error is an `application/problem+json` document (RFC 9457), in Danish or English by `Accept-Language`.',
    kinds: 'Error types',
    type: 'Type',
    when: 'When',
  },
}

const across = 'En række for hvert tal på tværs af indikatorer. `indicator` tager nogle indikatorer, ellers alle.'
const onceEach = 'Hver én gang, med de indikatorer, der har den.'
const everything = 'Alle indikatorer i én flad tabel med navne ved koderne, definitionerne, og hvad hver kode betyder.'
const rows =
  'En række for hvert tal. `from` og `to` er perioder eller årstal; en parameter, der hedder som en dimension (`alder=18-29`), tager én af dens kategorier.'
const catalogue =
  'Et katalog efter DCAT-AP: et datasæt for hver indikator, der har tal, med dets formater. JSON-LD, eller Turtle efter Accept.'

/** The addresses in Danish, by the names the description gives them. It is itself in English, as programs expect it. */
export const danishOperations: ReadonlyMap<string, OperationWords> = new Map(
  Object.entries({
    getCatalogue: { summary: 'Hvad der findes som åbne data', description: catalogue },
    getCatalogueAsJsonLd: { summary: 'Hvad der findes som åbne data, som JSON-LD', description: catalogue },
    getCatalogueAsTurtle: { summary: 'Hvad der findes som åbne data, som Turtle', description: catalogue },
    followReleases: {
      summary: 'Følg udgivelserne',
      description: 'De seneste 50 udgivelser, og hvad hver ændrede, som feed (Atom 1.0).',
    },
    followGoal: {
      summary: 'Følg et mål',
      description: 'De udgivelser, der ændrede noget om målet, som feed (Atom 1.0).',
    },
    getIndicatorChartAsPng: {
      summary: 'En indikators graf som billede',
      description: 'Samme tegning som `chart.svg`, som PNG.',
    },
    getIndicatorCard: {
      summary: 'En indikator som billede til at dele',
      description: 'Navn, vurdering, sætning og graf; 1200 × 630 pixels.',
    },
    getActionPlanCard: {
      summary: 'En handleplan som billede til deling',
      description: 'Dens navn, og hvor langt indsatserne er; 1200 × 630 billedpunkter.',
    },
    getReleaseCard: {
      summary: 'En udgivelse som billede til deling',
      description: 'Hvad den ændrede, og hvordan det stod til med målene; 1200 × 630 billedpunkter.',
    },
    getGoalCard: {
      summary: 'Et mål som billede til at dele',
      description: 'Målets ord, dets vurdering og grafen for den indikator, der afgør den; 1200 × 630 pixels.',
    },
    getFrameworkCard: {
      summary: 'En politik som billede til at dele',
      description: 'Dens navn og sætningen om alle dens mål; 1200 × 630 pixels.',
    },
    getOembed: {
      summary: 'Sådan indlejres en indikator',
      description: 'oEmbed: tager adressen på en indikators side og svarer med den ramme, der viser den et andet sted.',
    },
    getProfile: {
      summary: 'Hjemmesidens profil',
      description: 'Hvad det hedder, hvilke sprog det findes på, dets logo og farver.',
    },
    getLogoAsSvg: { summary: 'Logoet, hvor det er et SVG-billede', description: 'Som det blev givet.' },
    getLogoAsPng: { summary: 'Logoet, hvor det er et PNG-billede', description: 'Som det blev givet.' },
    listFrameworks: {
      summary: 'Alle politikker',
      description: 'De politikker, der er her, hver med det, der er fundet, i en sætning.',
    },
    getFramework: {
      summary: 'En politik med dens mål',
      description: 'Politikkens dele og mål, og hvor mange mål og indikatorer der har hver vurdering.',
    },
    getGoal: {
      summary: 'Et mål med dets indikatorer',
      description: 'Målet i politikkens egne ord, dets vurdering og et resumé af hver indikator.',
    },
    listIndicators: {
      summary: 'Alle indikatorer',
      description: 'Resuméer med vurdering, seneste tal og hovedserie. `q` søger i danske og engelske navne.',
    },
    getIndicator: {
      summary: 'En indikator',
      description: 'Definition, kilder, måltal, vurderinger med alt det, de er regnet ud af, og alle serier.',
    },
    getIndicatorChart: {
      summary: 'En indikators graf',
      description: 'En tegning af hovedserien med sammenligning, måltal og forventet forløb, hel i sig selv.',
    },
    listObservations: {
      summary: 'En indikators tal',
      description: `${rows} Formatet tages fra \`format\`, eller fra Accept.`,
    },
    listObservationsAsJson: { summary: 'En indikators tal som JSON', description: rows },
    listObservationsAsCsv: { summary: 'En indikators tal som CSV', description: rows },
    listObservationsAsXlsx: { summary: 'En indikators tal som projektmappe (XLSX)', description: rows },
    listObservationsAsJsonStat: { summary: 'En indikators tal som JSON-stat 2.0', description: rows },
    listObservationsAsSdmxCsv: { summary: 'En indikators tal som SDMX-CSV 2.0.0', description: rows },
    listObservationsAsParquet: { summary: 'En indikators tal som Apache Parquet', description: rows },
    listFigures: {
      summary: 'Tal på tværs af indikatorer',
      description: `${across} Formatet tages fra \`format\`, eller fra Accept.`,
    },
    listFiguresAsJson: { summary: 'Tal på tværs af indikatorer som JSON', description: across },
    listFiguresAsCsv: { summary: 'Tal på tværs af indikatorer som CSV', description: across },
    listFiguresAsXlsx: { summary: 'Tal på tværs af indikatorer som projektmappe (XLSX)', description: across },
    listFiguresAsParquet: { summary: 'Tal på tværs af indikatorer som Apache Parquet', description: across },
    listAreas: { summary: 'Alle områder', description: onceEach },
    listDimensions: { summary: 'Alle dimensioner med deres kategorier', description: onceEach },
    listSources: { summary: 'Alle kilder med deres licenser', description: onceEach },
    getEverythingAsZip: { summary: 'Alle tal i én fil: CSV med koder og beskrivelse', description: everything },
    getEverythingAsSqlite: { summary: 'Alle tal i én fil: en SQLite-database', description: everything },
    getEverythingAsParquet: { summary: 'Alle tal i én fil: Apache Parquet', description: everything },
    describeObservationsCsv: {
      summary: 'Kolonnerne i CSV-filen',
      description: 'Hvad hver kolonne i `observations.csv` er, efter CSV on the Web (W3C).',
    },
    listObservationsAsZip: {
      summary: 'En indikators tal som CSV med en vejledning og beskrevne kolonner (CSVW)',
      description: rows,
    },
    listActionPlans: {
      summary: 'Alle handleplaner',
      description: 'De år, der har en handleplan, det nyeste først.',
    },
    getActionPlan: {
      summary: 'Handleplanen for et år',
      description: 'Årets indsatser, hvem der har ansvaret, hvor langt de er, og hvilke mål og indikatorer de tjener.',
    },
    listIdeas: {
      summary: 'Idéer fra borgere',
      description:
        'Hvad borgere har foreslået, med deres egne ord, og de indsatser, der tog det op, eller hvorfor ingen gjorde.',
    },
    listMeetings: {
      summary: 'Alle offentlige møder',
      description: 'Det nyeste først. Møder er ikke del af en udgivelse: hvert nævner den, dets tal er fra.',
    },
    getMeeting: {
      summary: 'Et offentligt møde',
      description:
        'Dagsordenen, hvad der blev indstillet, sagt og besluttet, og hvad der før er besluttet om det samme.',
    },
    listReleases: {
      summary: 'Alle udgivelser',
      description: 'Den nyeste først. Hver er kædet til den forrige ved dens hash.',
    },
    getRelease: {
      summary: 'En udgivelse',
      description:
        'Dens liste over dokumenter, sti → SHA-256. Dens egen hash er SHA-256 af JSON-listen [number, publishedAt, title, note, publishedBy, previousHash] på én linje, og derefter en linje `path hash` for hvert dokument. Er `hashedWords` givet, står dens tekster for title og note i listen. Står der `replaced` ved et dokument, er et tal trukket tilbage fra det, og udgivelsens hash kan ikke beregnes af listen.',
    },
    getReleaseChanges: {
      summary: 'Hvad en udgivelse ændrede',
      description: 'Dokumenter, tal og vurderinger, der ikke er, som de var i udgivelsen før, eller i `since`.',
    },
    getReleaseWithdrawals: {
      summary: 'Hvad der er trukket tilbage fra en udgivelse',
      description:
        'Tal, der ikke måtte stå, og som er taget ud efter udgivelsen, hvert med sin grund. `documents` siger, hvilke dokumenter der nu er anderledes: ved hashen i udgivelsens liste, og hashen af det, der svares nu.',
    },
  }),
)

/** What is written in each parameter, in Danish: by its name, or by operation and name where one means something else by it. */
export const danishParameters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    area: 'Kun tal for disse områder, fx `217,000`',
    dialect: '`da`: CSV til dansk Excel, med semikolon og decimalkomma',
    dimensions: 'Én kategori af en dimension, fx `alder=18-29`; indikatorens eget dokument nævner begge.',
    format:
      'Svarets format; også efter Accept, eller som endelse (.csv). `json-stat`: JSON-stat 2.0; `sdmx-csv`: SDMX-CSV 2.0.0; `zip`: CSV med en vejledning og beskrevne kolonner (CSVW)',
    'getOembed.format': 'Svarets format: `json`',
    framework: 'Id for en politik',
    from: 'Første periode eller år',
    goal: 'Kun indikatorer for dette mål',
    height: 'Højde i pixels',
    lang: 'Teksternes sprog',
    indicator: 'Kun disse indikatorer, med komma imellem',
    labels: 'Om tabeller har koder, navnene i stedet for dem, eller begge dele (det sædvanlige)',
    last: 'Kun de nyeste perioder af hver serie, så mange, med tal eller uden',
    maxheight: 'Så høj må den højst være, i pixels',
    maxwidth: 'Så bred må den højst være, i pixels',
    meeting: 'Id for et offentligt møde',
    n: 'En udgivelses nummer',
    number: 'Et måls nummer',
    period: 'Kun disse perioder, fx `2024,2025`',
    q: 'Ord at søge efter i navnene',
    release: 'Svaret, som det var i denne udgivelse; ellers den nyeste',
    since: 'Udgivelsen at sammenligne med; ellers den forrige',
    slug: 'Id for en indikator',
    status: 'Kun indikatorer med denne vurdering',
    to: 'Sidste periode eller år',
    url: 'Adressen på en indikators side her',
    width: 'Bredde i pixels',
    year: 'En handleplans år',
  }),
)

/** The kinds of problem, with their status and when they occur. */
export const problemKinds: readonly (readonly [kind: string, status: number, when: Text])[] = [
  [
    'invalid-request',
    400,
    {
      da: 'Adressen eller en parameter kan ikke bruges. `errors` siger hvilken, og hvad der ville være rigtigt.',
      en: 'The address or a parameter cannot be used. `errors` says which, and what would be right.',
    },
  ],
  [
    'not-found',
    404,
    { da: 'Det findes ikke i den udgivelse, der spørges i.', en: 'There is no such thing in the release asked for.' },
  ],
  [
    'method-not-allowed',
    405,
    { da: 'Offentlige adresser svarer kun på GET og HEAD.', en: 'Public addresses answer GET and HEAD only.' },
  ],
  [
    'not-acceptable',
    406,
    {
      da: 'Svaret findes ikke i det format, der bedes om.',
      en: 'The answer does not exist in the format asked for.',
    },
  ],
  ['not-implemented', 501, { da: 'oEmbed svares kun som JSON.', en: 'oEmbed is answered as JSON alone.' }],
  [
    'not-signed-in',
    401,
    { da: 'Arbejdsrummet læses og skrives med et token.', en: 'The workspace is read and written with a token.' },
  ],
  [
    'invalid-token',
    401,
    {
      da: 'Tokenet findes ikke, er udløbet eller er trukket tilbage.',
      en: 'There is no such token, or it has expired or been revoked.',
    },
  ],
  [
    'insufficient-scope',
    403,
    {
      da: 'Tokenet har ikke den adgang, det kræver, gælder ikke for indikatoren, eller er sendt til en side for mennesker.',
      en: 'The token does not have the scope this takes, is not good for the indicator, or was sent to a page for people.',
    },
  ],
  ['not-allowed', 403, { da: 'Dine rettigheder rækker ikke til dette.', en: 'Your rights do not reach this.' }],
  [
    'conflict',
    409,
    {
      da: 'Det strider mod noget andet i arbejdsrummet; `references` nævner, hvad der henviser til det.',
      en: 'It is in conflict with something else in the workspace; `references` names what refers to it.',
    },
  ],
  [
    'unprocessable',
    422,
    {
      da: 'Forespørgslen kan læses, men ikke udføres, som den er.',
      en: 'The request can be read and cannot be done as it is.',
    },
  ],
  [
    'content-too-large',
    413,
    {
      da: 'Der er sendt mere, end adressen tager imod, eller noget til en adresse, der intet tager imod.',
      en: 'More was sent than the address takes, or something to an address that takes nothing.',
    },
  ],
  [
    'unsupported-media-type',
    415,
    { da: 'Det sendte er ikke af en type, adressen læser.', en: 'What was sent is not of a type the address reads.' },
  ],
  [
    'precondition-failed',
    412,
    {
      da: 'Nogen har ændret tallene, siden du hentede dem: hent dem igen.',
      en: 'Somebody has changed the figures since you got them: get them again.',
    },
  ],
  [
    'precondition-required',
    428,
    { da: 'En blok af tal sendes med `If-Match`.', en: 'A block of figures is sent with `If-Match`.' },
  ],
  ['internal', 500, { da: 'Noget gik galt på serveren.', en: 'Something went wrong on the server.' }],
  ['nothing-published', 503, { da: 'Intet er udgivet endnu.', en: 'Nothing has been published yet.' }],
  [
    'busy',
    503,
    {
      da: 'En stor fil er ved at blive indlæst. Prøv igen om lidt.',
      en: 'A large file is being read in. Try again in a moment.',
    },
  ],
]
