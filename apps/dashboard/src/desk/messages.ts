import {
  committeeFieldNotes,
  committeeFields,
  committeeWords,
  meetingWords,
  type CommitteeWords,
  type MeetingWords,
} from './committee-messages.ts'
import { accessWords } from './access-messages.ts'
import type { MatrixState } from '@pejling/domain/desk/matrix'
import type { FieldName } from '@pejling/domain/desk/fields'
import { connectionWords, type ConnectionWords } from './connection-messages.ts'
import type { DeskPage, DeskProblem, DeskUser, EditedKind } from '@pejling/domain/desk/views'
import type { Locale } from '@pejling/domain/text'
import { policyWords, type LogoWords } from './policy-messages.ts'

interface DeskWords {
  readonly titles: Readonly<Record<DeskPage, string>>
  readonly desk: string
  readonly navigation: string
  readonly publicPages: string
  readonly signOut: string
  readonly roles: Readonly<Record<DeskUser['role'], string>>
  readonly email: string
  readonly password: string
  readonly signIn: string
  readonly signInThrough: (provider: string) => string
  readonly wait: (seconds: number) => string
  readonly signInNote: string
  readonly firstPassword: string
  readonly current: string
  readonly next: string
  readonly nextNote: (shortest: number) => string
  readonly change: string
  readonly passwordProblems: Readonly<Record<'wrong' | 'short' | 'same' | 'common' | 'own', string>>
  readonly due: string
  readonly nothingDue: string
  readonly late: (date: string) => string
  readonly expected: (date: string) => string
  readonly noOwner: string
  readonly warnings: string
  readonly moreWarnings: (count: number) => string
  readonly noWarnings: string
  readonly drafts: string
  readonly noDrafts: string
  readonly draftCount: (count: number) => string
  readonly review: string
  readonly matrix: string
  readonly matrixNote: string
  readonly indicator: string
  readonly states: Readonly<Record<MatrixState, string>>
  readonly lastRelease: (number: number, date: string) => string
  readonly nothingPublished: string
  readonly nothingToPublish: string
  readonly reviewNote: string
  readonly choose: string
  readonly chosen: (count: number, of: number) => string
  readonly titleDa: string
  readonly titleEn: string
  readonly noteDa: string
  readonly noteEn: string
  readonly noteHelp: string
  readonly publish: string
  readonly mayNotPublish: string
  readonly publishProblems: Readonly<Record<'title' | 'changed' | 'time' | 'own' | 'gone', string>>
  readonly publishAt: string
  readonly publishAtNote: string
  readonly needsApproval: string
  readonly sendForApproval: string
  readonly cancelPlanned: string
  readonly approval: string
  readonly approvalOn: string
  readonly approvalOff: string
  readonly startApproval: string
  readonly stopApproval: string
  readonly when: string
  readonly who: string
  readonly what: string
  readonly before: string
  readonly after: string
  readonly more: (count: number) => string
  readonly older: string
  readonly emptyHistory: string
  readonly sessionsNote: string
  readonly thisOne: string
  readonly end: string
  readonly signedIn: (date: string) => string
  readonly period: string
  readonly saved: string
  readonly cellsToMend: (count: number) => string
  readonly derivedFigures: string
  readonly mayNotWrite: string
  readonly howToType: string
  readonly reason: string
  readonly reasonNote: string
  readonly save: string
  readonly otherPeriod: string
  readonly partOfSheet: (shown: SheetSize, all: SheetSize, mostCells: string) => string
  readonly otherPeriodNote: string
  readonly addPeriod: string
  readonly keptDraft: string
  readonly discard: string
  readonly withdraw: string
  readonly withdrawNote: string
  readonly withdrawLimits: string
  readonly withdrawProblems: Readonly<Record<'reason' | 'figure', string>>
  readonly figure: string
  readonly withdrawReasonDa: string
  readonly withdrawReasonEn: string
  readonly withdrawReasonNote: string
  readonly sides: Readonly<Record<'before' | 'after', string>>
  readonly seeSides: string
  readonly footnotes: string
  readonly newFootnote: string
  readonly footnoteCell: string
  readonly undo: string
  readonly undoChosen: string
  readonly chooseChangeSet: (number: number) => string
  readonly searchHistory: string
  readonly calledNow: (name: string) => string
  readonly ofOneAccount: string
  readonly ofAll: string
  readonly search: string
  readonly definitionsNote: string
  readonly mayNotEdit: string
  readonly retired: string
  readonly onlyContext: string
  readonly noTarget: string
  readonly comment: (year: number, isSaid: boolean) => string
  readonly aims: {
    readonly value: (when: string, value: string) => string
    readonly follow: (when: string) => string
  }
  readonly fields: Readonly<Record<FieldName, string>>
  readonly fieldNotes: Readonly<Partial<Record<FieldName, string>>>
  readonly inLanguage: Readonly<Record<Locale, string>>
  readonly optional: string
  readonly pick: string
  readonly logo: LogoWords
  readonly editTitles: Readonly<Record<EditedKind, string>>
  readonly publicPage: string
  readonly committee: CommitteeWords
  readonly connection: ConnectionWords
  readonly meeting: MeetingWords
  readonly editNotes: Readonly<Record<EditedKind, string>>
  readonly editProblems: Readonly<Record<'fields' | 'changed', string>>
  readonly savedDefinition: string
  readonly consequences: string
  readonly noConsequences: string
  readonly check: string
  readonly remove: Readonly<Partial<Record<EditedKind, string>>>
  readonly yours: string
  readonly name: string
  readonly role: string
  readonly closed: string
  readonly awaited: string
  readonly newPassword: string
  readonly close: string
  readonly addPerson: string
  readonly add: string
  readonly secretOf: Readonly<Record<'password' | 'token' | 'invitation', (of: string) => string>>
  readonly peopleProblems: Readonly<Record<'taken' | 'missing' | 'invalid' | 'self' | 'second', string>>
  readonly lastSeen: (date: string) => string
  readonly problems: Readonly<Record<DeskProblem, { readonly title: string; readonly text: string }>>
}

/** How much there is in a sheet of figures. */
interface SheetSize {
  readonly periods: number
  readonly series: number
}

/** The words of the administration. */
export const deskWords: Readonly<Record<Locale, DeskWords>> = {
  da: {
    titles: {
      'sign-in': 'Log ind',
      welcome: 'Du er logget ind',
      password: 'Adgangskode',
      desk: 'Hvad skal gøres',
      publish: 'Udgiv',
      history: 'Historik',
      definitions: 'Mål og indikatorer',
      edit: 'Ret',
      figures: 'Tal',
      withdraw: 'Træk et tal tilbage',
      'side-by-side': 'Siden før og efter',
      imports: 'Indlæs filer',
      import: 'Indlæs en fil',
      committee: 'Til udvalget',
      meeting: 'Møde',
      connection: 'Hent tal fra en kilde',
      notes: 'Talerens noter',
      people: 'Personer',
      sessions: 'Mine sessioner',
      problem: 'Det går ikke',
      ...accessWords.da.titles,
    },
    desk: 'Skrivebord',
    navigation: 'Skrivebord',
    publicPages: 'De offentlige sider',
    signOut: 'Log ud',
    roles: {
      reader: 'læser',
      contributor: 'indberetter',
      editor: 'redaktør',
      publisher: 'udgiver',
      administrator: 'administrator',
    },
    email: 'E-mail',
    password: 'Adgangskode',
    signIn: 'Log ind',
    signInThrough: (provider) => `Log ind med ${provider}`,
    wait: (seconds) => `For mange forsøg. Prøv igen om ${seconds} sekunder.`,
    signInNote: 'Den første adgangskode får du af en administrator. Den kan kun bruges til at vælge din egen.',
    firstPassword: 'Vælg din egen adgangskode, før du går videre. Den, du har fået, gælder kun til det.',
    current: 'Nuværende adgangskode',
    next: 'Ny adgangskode',
    nextNote: (shortest) => `Mindst ${shortest} tegn. Nogle ord, du kan huske, er bedre end tegn, du må skrive op.`,
    change: 'Skift adgangskode',
    passwordProblems: {
      wrong: 'Den nuværende adgangskode er ikke rigtig.',
      short: 'Den nye adgangskode er for kort.',
      same: 'Den nye adgangskode er den samme som den gamle.',
      common: 'Den nye adgangskode er for let at gætte. Vælg nogle ord, der ikke hører sammen.',
      own: 'Den nye adgangskode består for meget af dit navn, din e-mail eller kommunens navn. Vælg nogle andre ord.',
    },
    due: 'Tal, der ventes',
    nothingDue: 'Ingen tal er forsinket eller ventes de næste to måneder.',
    late: (date) => `Skulle være kommet ${date}`,
    expected: (date) => `Ventes ${date}`,
    noOwner: 'Ingen er ansvarlig endnu',
    warnings: 'Tal, der bør ses efter',
    moreWarnings: (count) => (count === 1 ? 'Og ét til.' : `Og ${count} til.`),
    noWarnings: 'Intet ser mærkeligt ud.',
    drafts: 'Klar til udgivelse',
    noDrafts: 'Alt, hvad der er skrevet, er udgivet.',
    draftCount: (count) => `${count} tal er nye eller ændrede siden sidste udgivelse.`,
    review: 'Se, hvad der ville blive ændret',
    matrix: 'År for år',
    matrixNote: 'Hovedtallet for hver indikator. Hver linje fører til indikatorens tal.',
    indicator: 'Indikator',
    states: {
      published: 'udgivet',
      provisional: 'foreløbigt',
      draft: 'kladde',
      withheld: 'for få personer',
      missing: 'mangler',
      late: 'forsinket',
      none: 'intet tal',
    },
    lastRelease: (number, date) => `Sidste udgivelse er nr. ${number}, ${date}.`,
    nothingPublished: 'Intet er udgivet endnu, og intet bliver udgivet af sig selv: Se udkastet igennem, og udgiv det.',
    nothingToPublish: 'Der er intet at udgive: alt, hvad der er skrevet, står allerede i den sidste udgivelse.',
    reviewNote: 'Sådan ville næste udgivelse adskille sig fra den sidste. Intet er udgivet endnu.',
    choose: 'Med i udgivelsen',
    chosen: (count, of) => `${count} af ${of} ændrede indikatorer er med`,
    titleDa: 'Titel på dansk',
    titleEn: 'Titel på engelsk',
    noteDa: 'Besked til læserne på dansk (kan udelades)',
    noteEn: 'Besked til læserne på engelsk (kan udelades)',
    noteHelp:
      'Ved en rettelse: skriv, hvad der var forkert. Det, der er udgivet, kan ikke ændres; en rettelse er en ny udgivelse.',
    publish: 'Udgiv',
    mayNotPublish: 'Kun udgivere og administratorer kan udgive.',
    publishProblems: {
      title: 'Giv udgivelsen en titel på begge sprog. En besked skal også stå på begge.',
      changed: 'Noget af det, der skulle udgives, er skrevet om imens. Se igen, hvad der nu vil komme ud.',
      time: 'Skriv et tidspunkt, der ikke er gået endnu, eller lad feltet stå tomt.',
      own: 'Du har selv planlagt udgivelsen, så en anden må godkende den.',
      gone: 'Udgivelsen venter ikke længere: den er udgivet, opgivet eller forældet.',
    },
    publishAt: 'Udgiv på et tidspunkt (kan udelades)',
    publishAtNote:
      'Dansk tid. Indtil da ser kun de, der er logget ind, hvad der er i den. Bliver noget af det, den indeholder, skrevet om forinden, udgives den ikke, før nogen har set den igen.',
    needsApproval: 'En anden udgiver skal godkende det, før det kommer ud.',
    sendForApproval: 'Send til godkendelse',
    cancelPlanned: 'Opgiv',
    approval: 'To om en udgivelse',
    approvalOn: 'En udgivelse, eller at trække et tal tilbage, skal godkendes af en anden end den, der beder om det.',
    approvalOff: 'Den, der må udgive, udgiver alene.',
    startApproval: 'Kræv godkendelse af en anden',
    stopApproval: 'Lad udgivere udgive alene',
    when: 'Hvornår',
    who: 'Hvem',
    what: 'Hvad',
    before: 'Før',
    after: 'Efter',
    more: (count) => `og ${count} ændringer mere`,
    older: 'Ældre',
    emptyHistory: 'Der er ingen ændringer.',
    sessionsNote: 'Her er du logget ind. Afslut dem, du ikke kender.',
    thisOne: 'denne',
    end: 'Afslut',
    signedIn: (date) => `Logget ind ${date}`,
    lastSeen: (date) => `sidst set ${date}`,
    period: 'Periode',
    saved: 'Gemt. Tallene er kladder, indtil de udgives.',
    cellsToMend: (count) =>
      count === 1
        ? 'Ét felt skal ses efter. Intet er gemt endnu.'
        : `${count} felter skal ses efter. Intet er gemt endnu.`,
    derivedFigures: 'Tallet beregnes af andre indikatorer. Ret dem i stedet.',
    mayNotWrite: 'Du kan ikke rette disse tal. Det kan redaktører, og de indberettere, der er bedt om at sende dem.',
    howToType:
      'Skriv 71,5 eller tæller og nævner: 34/120. Et bogstav bagefter er en status: P foreløbigt, E skønnet, B brud. Uden tal: L indsamles ikke, M kan ikke findes, Q for få personer. Et felt, der tømmes, bliver til “mangler”. En blok fra Excel kan sættes ind; Ctrl+Z fortryder, Ctrl+D og Ctrl+R udfylder fra feltet ovenover og fra venstre.',
    reason: 'Hvorfor rettes der? (kan udelades)',
    reasonNote: 'Står i historikken.',
    save: 'Gem',
    otherPeriod: 'En anden periode',
    partOfSheet: (shown, all, mostCells) =>
      `Her vises ${shown.periods} af ${all.periods} perioder, de nyeste, og ${shown.series} af ${all.series} serier: et ark viser højst ${mostCells} felter. En ældre periode findes frem under “En anden periode”, og mange tal rettes bedst med en fil.`,
    otherPeriodNote: 'For eksempel 2025, 2025/26, 2025-Q3 eller en valgdag: 2025-11-18.',
    addPeriod: 'Tilføj række',
    keptDraft: 'Det, du skrev før siden blev indlæst igen, er her stadig. Det er ikke gemt endnu.',
    discard: 'Kassér det',
    withdraw: 'Træk tallet tilbage',
    withdrawNote:
      'Et tal, der ikke må stå, bliver taget ud af alle udgivelser, også de gamle, sammen med det, der er sagt på grund af det. Begrundelsen står i stedet, og det kan ikke fortrydes. Er tallet bare forkert, så ret det i arket og udgiv igen.',
    withdrawLimits:
      'Kan tallet regnes ud af andre tal, må de også trækkes tilbage. Kopier hos andre kan ikke hentes hjem, og historikken her husker tallet.',
    withdrawProblems: {
      reason: 'Skriv begrundelsen på begge sprog: den står offentligt, hvor tallet stod.',
      figure: 'Vælg det tal, der skal trækkes tilbage.',
    },
    figure: 'Tal',
    withdrawReasonDa: 'Begrundelse, som alle kan læse, dansk',
    withdrawReasonEn: 'Begrundelse, som alle kan læse, engelsk',
    withdrawReasonNote: 'Sig ikke selve tallet.',
    undoChosen: 'Fortryd de valgte',
    chooseChangeSet: (number) => `Vælg nr. ${number}`,
    sides: { before: 'Før', after: 'Efter' },
    seeSides: 'Se siderne før og efter',
    footnotes: 'Fodnoter',
    newFootnote: 'Ny fodnote',
    footnoteCell: 'Til tallet for',
    undo: 'Fortryd',
    calledNow: (name) => `(hedder nu ${name})`,
    ofOneAccount: 'Kun det, én konto har gjort.',
    ofAll: 'Vis alt',
    searchHistory: 'Søg på person, begrundelse, indikator eller periode',
    search: 'Søg',
    definitionsNote: 'Alt kan rettes her. Læserne ser det først, når det udgives; det, der er udgivet, bliver stående.',
    mayNotEdit: 'Kun redaktører, udgivere og administratorer kan rette her.',
    retired: '(udgået)',
    onlyContext: 'baggrund, vurderes ikke',
    noTarget: 'Intet mål',
    comment: (year, isSaid) => (isSaid ? `Kommentar for ${year}` : `Skriv kommentar for ${year}`),
    aims: {
      value: (when, value) => `Mål ${when}: ${value}`,
      follow: (when) => `Mål ${when}: som et andet område`,
    },
    fields: {
      ...policyWords.da.fields,
      ...committeeFields.da,
      title: 'Titel',
      text: 'Målets ordlyd',
      vision: 'Vision',
      purpose: 'Formål',
      audience: 'Hvem politikken er for',
      carriedOutBy: 'Hvem der fører den ud i livet',
      name: 'Navn',
      subject: 'Det, en sætning begynder med',
      definition: 'Definition',
      numerator: 'Tæller',
      denominator: 'Nævner',
      peopleOne: 'Hvad én i tælleren kaldes',
      peopleOther: 'Hvad flere i tælleren kaldes',
      caveats: 'Forbehold, som alle kan læse',
      tasks: 'Det mangler at blive gjort',
      owner: 'Ansvarlig',
      nextExpectedOn: 'Næste tal ventes',
      nextExpectedNote: 'Om den dato',
      withoutFigures: 'Mens der ikke er tal',
      decimals: 'Decimaler, der vises',
      retiredOn: 'Udgået den',
      period: 'Nås senest',
      value: 'Værdi',
      low: 'Nedre grænse',
      high: 'Øvre grænse',
      follow: 'Følger et andet område',
      difference: 'Så meget fra det',
      baselinePeriod: 'Udgangspunkt, periode',
      baselineValue: 'Udgangspunkt, værdi',
      milestones: 'Delmål',
      method: 'Metode',
      decidedBy: 'Besluttet af',
      decidedOn: 'Besluttet den',
      note: 'Bemærkning',
      verdict: 'Vurdering',
      publicReason: 'Begrundelse, som alle kan læse',
      keeper: 'Sender tallene',
      deputy: 'Stedfortræder',
      goals: 'Hører til målene',
      headlines: 'Afgør vurderingen af målene',
      nearest: 'Er det nærmeste tal for målene',
      kind: 'Hvad den måler',
      direction: 'Hvad er bedre',
      towards: 'Værdien, der sigtes mod',
      lower: 'Mindste mulige værdi',
      upper: 'Største mulige værdi',
      everyYears: 'Kommer hvert … år',
      delayMonths: 'Måneder fra perioden slutter, til tallet kommer',
      mayExceedWhole: 'Kan tælleren være større end nævneren?',
      numeratorPopulation: 'Kort navn på dem, der tælles',
      denominatorPopulation: 'Kort navn på dem, de tælles blandt',
      unit: 'Enhed',
      nounOne: 'Hvad der tælles, én',
      nounOther: 'Hvad der tælles, flere',
      periodKind: 'Periode',
      number: 'Nummer',
      meaning: 'Hvad tallene betyder',
      action: 'Hvad vi gør ved det',
    },
    fieldNotes: {
      ...committeeFieldNotes.da,
      ...policyWords.da.fieldNotes,
      goals: 'Målenes numre, som 1.1, 2.3.',
      headlines: 'Blandt dem ovenfor. Et mål vurderes efter den af sine hovedindikatorer, det går dårligst.',
      upper: 'Et tal udenfor kan ikke gemmes. 0 og 100 for en sand andel; tom, hvor der ingen grænse er.',
      towards: 'Kun hvor retningen er mod en værdi.',
      mayExceedWhole:
        'Er tælleren en del af nævneren, tæller de øvrige også som mennesker, og er de få, tilbageholdes tallet.',
      numeratorPopulation:
        'Kun hvor en anden indikator tæller de samme mennesker. Giv dem samme navn i begge, så de beskyttes sammen.',
      denominatorPopulation: 'Kun hvor en anden indikator har de samme mennesker i tælleren eller nævneren.',
      nounOne: 'Kun for antal: “partnerskab”, og i flertal “partnerskaber”.',
      peopleOne:
        'Kun for andele af mennesker: “vælger”, og i flertal “vælgere”. Så vises forskelle også i hele mennesker.',
      nearest:
        'Vises, så længe målets hovedindikatorer mangler tal, og vurderes ikke. Ét mål på hver linje, med hvad tallet viser, og hvad det ikke måler: “3.2: Beskæftigelsen viser …”.',
      subject: 'Med lille forskel fra navnet: “Deltagelsen”, så sætningen kan blive “Deltagelsen steg …”.',
      caveats: 'Ét på hver linje, i samme rækkefølge på begge sprog.',
      tasks: 'Vises aldrig for andre. Én opgave på hver linje, i samme rækkefølge på begge sprog.',
      withoutFigures: 'Hvor tallet findes, og hvem der skal hente det, eller hvad der skal til for at måle det.',
      owner: 'Det kontor, der svarer for tallet.',
      retiredOn: 'En indikator slettes aldrig: den bliver stående, men ventes ikke længere.',
      period: 'Skrives som perioderne i tallene: 2029, 2029/30, 2029-Q3 eller en valgdag, 2029-11-20.',
      difference: '0: mindst på niveau med området. 2: to over det.',
      milestones: 'Ét på hver linje: 2027: 71,5',
      decidedBy: 'For eksempel Byrådet. Et mål uden den, der besluttede det, er ikke et mål.',
      text: 'Den gamle ordlyd kan stadig læses i de udgivelser, den stod i.',
    },
    inLanguage: { da: 'dansk', en: 'engelsk' },
    optional: '(kan udelades)',
    pick: 'Vælg …',
    logo: policyWords.da.logo,
    committee: committeeWords.da,
    connection: connectionWords.da,
    meeting: meetingWords.da,
    editTitles: {
      ...committeeWords.da.editTitles,
      politik: 'Politikkens tekster',
      fokusomraade: 'Del af politikken',
      maal: 'Mål',
      kommentar: 'Kommentar til målet',
      indikator: 'Indikator',
      maaltal: 'Indikatorens mål',
      vurdering: 'Egen vurdering',
      ansvarlig: 'Hvem sender tallene',
      bedoemmelse: 'Sådan vurderes den',
      'ny-indikator': 'Ny indikator',
      'nyt-maal': 'Nyt mål',
      'ny-politik': 'Ny politik',
      'nyt-fokusomraade': 'Ny del af politikken',
      sted: 'Stedets navn, sprog og farver',
    },
    publicPage: 'Den offentlige side',
    editNotes: {
      ...committeeWords.da.editNotes,
      politik: 'Politikkens egne ord, som de står på forsiden.',
      fokusomraade: 'Delens titel; hvad politikken kalder sine dele, rettes ved politikken.',
      maal: 'Målets ordlyd, som byrådet har vedtaget den.',
      kommentar: 'Står på målets side under vurderingen: hvad tallene betyder, og hvad kommunen gør ved det.',
      indikator: 'Hvad indikatoren hedder, hvordan den tælles, og hvem der svarer for den.',
      vurdering:
        'Står ved siden af den beregnede vurdering, aldrig i stedet for den, med begrundelsen. Den gælder det nyeste tal og falder bort, når det næste kommer.',
      ansvarlig:
        'De to, der kan skrive indikatorens tal, også som indberettere. Navnene vises ikke for offentligheden.',
      bedoemmelse:
        'Afgør alle vurderinger af indikatoren, også af de tal, der allerede står. Se, hvad det ville ændre, før du gemmer.',
      'ny-indikator':
        'Adressen bliver til af det danske navn og ændres aldrig. Kilder, opdelinger og mål kan komme bagefter.',
      'nyt-maal': 'Målets ordlyd, som byrådet har vedtaget den. Nummeret er det, det kaldes her.',
      'ny-politik':
        'En politik mere ved siden af den, der er. Dens adresser begynder med det korte ord, som aldrig ændres. Dens dele og mål kommer bagefter.',
      'nyt-fokusomraade': 'Delens titel. Den kommer efter de andre; målene kommer bagefter.',
      sted: 'Det, læserne ser øverst på hver side, og de sprog, siderne findes på. Det følger med næste udgivelse.',
      maaltal: 'Hvad hovedtallet skal nå, og hvem der har besluttet det. Programmet foreslår aldrig et mål.',
    },
    editProblems: {
      fields: 'Noget skal ses efter. Intet er gemt endnu.',
      changed: 'En anden har rettet det samme imens. Intet er gemt endnu; det, du skrev, står her stadig.',
    },
    savedDefinition: 'Gemt. Læserne ser det, når det udgives.',
    consequences: 'Det ville blive ændret for læserne',
    noConsequences: 'Intet: det, der vises, er det samme.',
    check: 'Se, hvad det ville ændre',
    remove: {
      ...committeeWords.da.remove,
      kommentar: 'Fjern kommentaren',
      maaltal: 'Fjern målet',
      vurdering: 'Fjern vurderingen',
      ansvarlig: 'Ingen er ansvarlig',
    },
    yours: 'Dit.',
    name: 'Navn',
    role: 'Rolle',
    closed: 'lukket',
    awaited: 'har ikke valgt sin egen adgangskode endnu',
    newPassword: 'Ny adgangskode',
    close: 'Luk',
    addPerson: 'Ny bruger',
    add: 'Opret',
    secretOf: {
      password: (of) => `Engangsadgangskode til ${of}, som kun vises nu:`,
      token: (of) => `Nøgle til ${of}, som kun vises nu:`,
      invitation: (of) => `Link til ${of}, som gælder én gang i syv dage og kun vises nu:`,
    },
    peopleProblems: {
      taken:
        'Navnet eller e-mailadressen er optaget eller forbeholdt systemet, kontoen findes ikke, eller det er den sidste administrator.',
      missing: 'Skriv et navn, og vælg en rolle.',
      invalid: 'Skriv en e-mailadresse som navn@kommune.dk og en dato.',
      self: 'Du kan ikke lukke din egen konto, ændre din egen rolle eller fjerne dine egne koder her. Bed en anden administrator om det.',
      second: 'Du har selv bedt om det. En anden administrator skal bekræfte det.',
    },
    problems: {
      'not-allowed': { title: 'Det må du ikke', text: 'Din rolle rækker ikke til det. Spørg en administrator.' },
      'not-found': { title: 'Siden findes ikke', text: 'Der er intet på denne adresse.' },
      foreign: {
        title: 'Formularen kom et andet sted fra',
        text: 'Af hensyn til sikkerheden tages kun imod formularer fra disse sider. Gå tilbage til skrivebordet, og prøv igen.',
      },
      'too-large': {
        title: 'Det er for meget på én gang',
        text: 'Intet er gemt. Gå tilbage, og send mindre ad gangen; mange tal indlæses bedst som en fil.',
      },
      'wrong-type': {
        title: 'Formularen kan ikke læses',
        text: 'Den er ikke sendt som en formular fra disse sider. Gå tilbage, hent siden igen, og prøv en gang til.',
      },
      unreadable: {
        title: 'Forespørgslen kan ikke læses',
        text: 'Intet er gemt. Gå tilbage, hent siden igen, og prøv en gang til.',
      },
      internal: {
        title: 'Noget gik galt på serveren',
        text: 'Fejlen er skrevet i loggen. Se efter, om det, du var i gang med, blev gemt, og prøv ellers igen.',
      },
      busy: {
        title: 'Vent et øjeblik',
        text: 'En stor fil bliver indlæst lige nu, og imens kan intet andet gemmes. Gå tilbage, og prøv igen om lidt; det, du har skrevet, står der stadig.',
      },
    },
  },
  en: {
    titles: {
      'sign-in': 'Sign in',
      welcome: 'You are signed in',
      password: 'Password',
      desk: 'What needs doing',
      publish: 'Publish',
      history: 'History',
      definitions: 'Goals and indicators',
      edit: 'Edit',
      figures: 'Figures',
      withdraw: 'Withdraw a figure',
      'side-by-side': 'The page before and after',
      imports: 'Import files',
      import: 'Import a file',
      committee: 'For the committee',
      meeting: 'Meeting',
      connection: 'Fetch figures from a source',
      notes: 'Speaker’s notes',
      people: 'People',
      sessions: 'My sessions',
      problem: 'That does not work',
      ...accessWords.en.titles,
    },
    desk: 'Desk',
    navigation: 'Desk',
    publicPages: 'The public pages',
    signOut: 'Sign out',
    roles: {
      reader: 'reader',
      contributor: 'contributor',
      editor: 'editor',
      publisher: 'publisher',
      administrator: 'administrator',
    },
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    signInThrough: (provider) => `Sign in with ${provider}`,
    wait: (seconds) => `Too many tries. Try again in ${seconds} seconds.`,
    signInNote: 'An administrator gives you the first password. It can only be used to choose your own.',
    firstPassword: 'Choose a password of your own before you go on. The one you were given is good for that alone.',
    current: 'Present password',
    next: 'New password',
    nextNote: (shortest) =>
      `At least ${shortest} characters. A few words you remember are better than signs you must write down.`,
    change: 'Change password',
    passwordProblems: {
      wrong: 'The present password is not right.',
      short: 'The new password is too short.',
      same: 'The new password is the same as the old one.',
      common: 'The new password is too easy to guess. Choose some words that do not belong together.',
      own: 'The new password is made too much of your name, your e-mail or the name of the municipality. Choose other words.',
    },
    due: 'Figures that are awaited',
    nothingDue: 'No figure is late or awaited in the next two months.',
    late: (date) => `Should have come on ${date}`,
    expected: (date) => `Awaited on ${date}`,
    noOwner: 'Nobody is responsible yet',
    warnings: 'Figures to look at',
    moreWarnings: (count) => (count === 1 ? 'And one more.' : `And ${count} more.`),
    noWarnings: 'Nothing looks odd.',
    drafts: 'Ready to publish',
    noDrafts: 'Everything that is written is published.',
    draftCount: (count) => `${count} figures are new or changed since the last release.`,
    review: 'See what would change',
    matrix: 'Year by year',
    matrixNote: 'The headline figure of each indicator. Every line leads to the indicator’s figures.',
    indicator: 'Indicator',
    states: {
      published: 'published',
      provisional: 'provisional',
      draft: 'draft',
      withheld: 'too few people',
      missing: 'missing',
      late: 'late',
      none: 'no figure',
    },
    lastRelease: (number, date) => `The last release is no. ${number}, ${date}.`,
    nothingPublished: 'Nothing is published yet, and nothing is published by itself: review the draft and publish it.',
    nothingToPublish: 'There is nothing to publish: everything that is written stands in the last release already.',
    reviewNote: 'This is how the next release would differ from the last. Nothing is published yet.',
    choose: 'In the release',
    chosen: (count, of) => `${count} of ${of} changed indicators are in it`,
    titleDa: 'Title in Danish',
    titleEn: 'Title in English',
    noteDa: 'Note to readers in Danish (may be left out)',
    noteEn: 'Note to readers in English (may be left out)',
    noteHelp:
      'For a correction: say what was wrong. What is published cannot be changed; a correction is a new release.',
    publish: 'Publish',
    mayNotPublish: 'Only publishers and administrators can publish.',
    publishProblems: {
      title: 'Give the release a title in both languages. A note must stand in both, too.',
      changed: 'Something that was to be published has been changed meanwhile. Look again at what would come out now.',
      time: 'Write a time that has not passed yet, or leave the field empty.',
      own: 'You planned the release yourself, so somebody else has to approve it.',
      gone: 'The release does not wait any longer: it has been published, given up or become outdated.',
    },
    publishAt: 'Publish at a time (may be left out)',
    publishAtNote:
      'Danish time. Until then only those signed in see what is in it. If anything it carries is changed before, it is not published until a person has looked at it again.',
    needsApproval: 'Another publisher has to approve this before it comes out.',
    sendForApproval: 'Send for approval',
    cancelPlanned: 'Give up',
    approval: 'Two for a release',
    approvalOn: 'A release or a withdrawal has to be approved by another person than the one who asks for it.',
    approvalOff: 'Whoever may publish publishes alone.',
    startApproval: 'Require somebody else’s approval',
    stopApproval: 'Let publishers publish alone',
    when: 'When',
    who: 'Who',
    what: 'What',
    before: 'Before',
    after: 'After',
    more: (count) => `and ${count} more changes`,
    older: 'Older',
    emptyHistory: 'There are no changes.',
    sessionsNote: 'You are signed in here. End those you do not know.',
    thisOne: 'this one',
    end: 'End',
    signedIn: (date) => `Signed in ${date}`,
    lastSeen: (date) => `last seen ${date}`,
    period: 'Period',
    saved: 'Saved. The figures are drafts until they are published.',
    cellsToMend: (count) =>
      count === 1
        ? 'One cell needs a look. Nothing is saved yet.'
        : `${count} cells need a look. Nothing is saved yet.`,
    derivedFigures: 'The figure is computed from other indicators. Correct those instead.',
    mayNotWrite:
      'You cannot correct these figures. Editors can, and the contributors who have been asked to send them.',
    howToType:
      'Write 71.5, or numerator and denominator: 34/120. A letter behind it is a status: P provisional, E estimated, B break. Without a figure: L not collected, M cannot exist, Q too few people. A cell that is emptied becomes “missing”. A block from Excel can be pasted; Ctrl+Z undoes, Ctrl+D and Ctrl+R fill from the cell above and from the left.',
    reason: 'Why is it corrected? (may be left out)',
    reasonNote: 'Stands in the history.',
    save: 'Save',
    otherPeriod: 'Another period',
    partOfSheet: (shown, all, mostCells) =>
      `This shows ${shown.periods} of ${all.periods} periods, the newest, and ${shown.series} of ${all.series} series: a sheet shows at most ${mostCells} cells. An earlier period is found under “Another period”, and many figures are best corrected with a file.`,
    otherPeriodNote: 'Such as 2025, 2025/26, 2025-Q3 or the day of an election: 2025-11-18.',
    addPeriod: 'Add a row',
    keptDraft: 'What you wrote before the page was loaded again is still here. It is not saved yet.',
    discard: 'Discard it',
    withdraw: 'Withdraw the figure',
    withdrawNote:
      'A figure that must not stand is taken out of all releases, the old ones too, with what was said because of it. The reason stands in its place, and it cannot be undone. If the figure is only wrong, correct it in the sheet and publish again.',
    withdrawLimits:
      'If the figure can be worked out from others, they have to be withdrawn as well. Copies elsewhere cannot be called back, and the history here remembers the figure.',
    withdrawProblems: {
      reason: 'Write the reason in both languages: it stands in public where the figure stood.',
      figure: 'Choose the figure to withdraw.',
    },
    figure: 'Figure',
    withdrawReasonDa: 'Reason everybody can read, Danish',
    withdrawReasonEn: 'Reason everybody can read, English',
    withdrawReasonNote: 'Do not say the figure itself.',
    undoChosen: 'Undo those chosen',
    chooseChangeSet: (number) => `Choose no. ${number}`,
    sides: { before: 'Before', after: 'After' },
    seeSides: 'See the pages before and after',
    footnotes: 'Footnotes',
    newFootnote: 'New footnote',
    footnoteCell: 'To the figure for',
    undo: 'Undo',
    calledNow: (name) => `(now called ${name})`,
    ofOneAccount: 'Only what one account has done.',
    ofAll: 'Show everything',
    searchHistory: 'Search by person, reason, indicator or period',
    search: 'Search',
    definitionsNote:
      'Everything can be edited here. Readers see it when it is published; what has been published stays.',
    mayNotEdit: 'Only editors, publishers and administrators can edit here.',
    retired: '(retired)',
    onlyContext: 'background, not judged',
    noTarget: 'No target',
    comment: (year, isSaid) => (isSaid ? `Comment for ${year}` : `Write a comment for ${year}`),
    aims: {
      value: (when, value) => `Target ${when}: ${value}`,
      follow: (when) => `Target ${when}: as another area`,
    },
    fields: {
      ...policyWords.en.fields,
      ...committeeFields.en,
      title: 'Title',
      text: 'Wording of the goal',
      vision: 'Vision',
      purpose: 'Purpose',
      audience: 'Whom the policy is for',
      carriedOutBy: 'Who carries it out',
      name: 'Name',
      subject: 'What a sentence begins with',
      definition: 'Definition',
      numerator: 'Numerator',
      denominator: 'Denominator',
      peopleOne: 'What one person in the numerator is called',
      peopleOther: 'What several people in the numerator are called',
      caveats: 'Caveats, which everybody can read',
      tasks: 'Remains to be done',
      owner: 'Responsible',
      nextExpectedOn: 'Next figure expected',
      nextExpectedNote: 'About that date',
      withoutFigures: 'While there are no figures',
      decimals: 'Decimals shown',
      retiredOn: 'Retired on',
      period: 'To be reached by',
      value: 'Value',
      low: 'Lower end',
      high: 'Upper end',
      follow: 'Follows another area',
      difference: 'So far from it',
      baselinePeriod: 'Baseline, period',
      baselineValue: 'Baseline, value',
      milestones: 'Milestones',
      method: 'Method',
      decidedBy: 'Decided by',
      decidedOn: 'Decided on',
      note: 'Note',
      verdict: 'Verdict',
      publicReason: 'Reason, which everybody can read',
      keeper: 'Sends the figures',
      deputy: 'Deputy',
      goals: 'Belongs to the goals',
      headlines: 'Decides the verdict of the goals',
      nearest: 'Is the nearest figure for the goals',
      kind: 'What it measures',
      direction: 'What is better',
      towards: 'The value aimed at',
      lower: 'Smallest possible value',
      upper: 'Largest possible value',
      everyYears: 'Comes every … years',
      delayMonths: 'Months from the end of the period to the figure',
      mayExceedWhole: 'Can the numerator be larger than the denominator?',
      numeratorPopulation: 'Short name of those who are counted',
      denominatorPopulation: 'Short name of those they are counted among',
      unit: 'Unit',
      nounOne: 'What is counted, one',
      nounOther: 'What is counted, several',
      periodKind: 'Period',
      number: 'Number',
      meaning: 'What the figures mean',
      action: 'What we do about it',
    },
    fieldNotes: {
      ...committeeFieldNotes.en,
      ...policyWords.en.fieldNotes,
      goals: 'The numbers of the goals, such as 1.1, 2.3.',
      headlines: 'Among those above. A goal is judged by the poorest of its headline indicators.',
      upper: 'A figure beyond cannot be saved. 0 and 100 for a true share; empty where there is no limit.',
      towards: 'Only where the direction is towards a value.',
      mayExceedWhole:
        'Where the numerator is part of the denominator, the others are people too, and where they are few the figure is withheld.',
      numeratorPopulation:
        'Only where another indicator counts the same people. Give them the same name in both, so that they are protected together.',
      denominatorPopulation: 'Only where another indicator has the same people in its numerator or denominator.',
      nounOne: 'For counts only: “partnership”, and in the plural “partnerships”.',
      peopleOne:
        'For shares of people only: “voter”, and in the plural “voters”. Differences are then also shown in whole people.',
      nearest:
        'Shown while the goal’s headline indicators have no figures, and not judged. A goal on each line, with what the figure shows and what it does not measure: “3.2: Employment shows …”.',
      subject: 'A little other than the name: “Turnout”, so that the sentence can be “Turnout rose …”.',
      caveats: 'One on each line, in the same order in both languages.',
      tasks: 'Never shown to others. One task on each line, in the same order in both languages.',
      withoutFigures: 'Where the figure exists and who has to get it, or what it takes to measure it.',
      owner: 'The office that answers for the figure.',
      retiredOn: 'An indicator is never deleted: it stays, but is no longer awaited.',
      period: 'Written as the periods of the figures: 2029, 2029/30, 2029-Q3 or the day of an election, 2029-11-20.',
      difference: '0: at least level with the area. 2: two above it.',
      milestones: 'One on each line: 2027: 71.5',
      decidedBy: 'Such as the City Council. A target that nobody decided is none.',
      text: 'The old wording can still be read in the releases it stood in.',
    },
    inLanguage: { da: 'Danish', en: 'English' },
    optional: '(may be left out)',
    pick: 'Choose …',
    logo: policyWords.en.logo,
    committee: committeeWords.en,
    connection: connectionWords.en,
    meeting: meetingWords.en,
    editTitles: {
      ...committeeWords.en.editTitles,
      politik: 'Texts of the policy',
      fokusomraade: 'Part of the policy',
      maal: 'Goal',
      kommentar: 'Comment on the goal',
      indikator: 'Indicator',
      maaltal: 'Target of the indicator',
      vurdering: 'Own verdict',
      ansvarlig: 'Who sends the figures',
      bedoemmelse: 'How it is judged',
      'ny-indikator': 'New indicator',
      'nyt-maal': 'New goal',
      'ny-politik': 'New policy',
      'nyt-fokusomraade': 'New part of the policy',
      sted: 'Name, languages and colours of the site',
    },
    publicPage: 'The public page',
    editNotes: {
      ...committeeWords.en.editNotes,
      politik: 'The policy’s own words, as they stand on the front page.',
      fokusomraade: 'The title of the part; what the policy calls its parts is edited with the policy.',
      maal: 'The wording of the goal as the council adopted it.',
      kommentar:
        'Stands on the goal’s page below the verdict: what the figures mean, and what the municipality does about it.',
      indikator: 'What the indicator is called, how it is counted, and who answers for it.',
      vurdering:
        'Stands beside the computed verdict, never in its place, with its reason. It is about the newest figure and lapses when the next one comes.',
      ansvarlig:
        'The two who can write the figures of the indicator, also as contributors. Their names are not shown to the public.',
      bedoemmelse:
        'Decides every verdict on the indicator, on the figures that stand already, too. See what it would change before you save.',
      'ny-indikator':
        'The address is made from the Danish name and never changes. Sources, breakdowns and targets can come later.',
      'nyt-maal': 'The wording of the goal as the council adopted it. The number is what it is called here.',
      'ny-politik':
        'One more policy beside the one there is. Its addresses begin with the short word, which never changes. Its parts and goals come afterwards.',
      'nyt-fokusomraade': 'The title of the part. It comes after the others; its goals come afterwards.',
      sted: 'What readers see on top of each page, and the languages the pages are in. It comes with the next release.',
      maaltal: 'What the headline figure shall reach, and who decided it. The program never suggests a target.',
    },
    editProblems: {
      fields: 'Something needs a look. Nothing is saved yet.',
      changed: 'Somebody else has changed the same meanwhile. Nothing is saved yet; what you wrote still stands here.',
    },
    savedDefinition: 'Saved. Readers see it when it is published.',
    consequences: 'This would change for readers',
    noConsequences: 'Nothing: what is shown stays the same.',
    check: 'See what it would change',
    remove: {
      ...committeeWords.en.remove,
      kommentar: 'Remove the comment',
      maaltal: 'Remove the target',
      vurdering: 'Remove the verdict',
      ansvarlig: 'Nobody is responsible',
    },
    yours: 'Yours.',
    name: 'Name',
    role: 'Role',
    closed: 'closed',
    awaited: 'has not chosen a password yet',
    newPassword: 'New password',
    close: 'Close',
    addPerson: 'New user',
    add: 'Add',
    secretOf: {
      password: (of) => `One-time password for ${of}, shown only now:`,
      token: (of) => `Key for ${of}, shown only now:`,
      invitation: (of) => `Link for ${of}, good once within seven days and shown only now:`,
    },
    peopleProblems: {
      taken:
        'The name or the e-mail address is taken or reserved, there is no such account, or it is the last administrator.',
      missing: 'Write a name and choose a role.',
      invalid: 'Write an e-mail address such as name@municipality.dk, and a date.',
      self: 'You cannot close your own account, change your own role or remove your own codes here. Ask another administrator to.',
      second: 'You asked for it yourself. Another administrator has to confirm it.',
    },
    problems: {
      'not-allowed': { title: 'You may not do that', text: 'Your role does not reach that far. Ask an administrator.' },
      'not-found': { title: 'There is no such page', text: 'There is nothing at this address.' },
      foreign: {
        title: 'The form came from elsewhere',
        text: 'For safety only forms from these pages are taken. Go back to the desk and try again.',
      },
      'too-large': {
        title: 'That is too much at once',
        text: 'Nothing has been saved. Go back and send less at a time; many figures are best imported as a file.',
      },
      'wrong-type': {
        title: 'The form cannot be read',
        text: 'It was not sent as a form from these pages. Go back, reload the page and try again.',
      },
      unreadable: {
        title: 'The request cannot be read',
        text: 'Nothing has been saved. Go back, reload the page and try again.',
      },
      internal: {
        title: 'Something went wrong on the server',
        text: 'The error has been logged. Check whether what you were doing was saved, and otherwise try again.',
      },
      busy: {
        title: 'Wait a moment',
        text: 'A large file is being imported just now, and nothing else can be saved meanwhile. Go back and try again shortly; what you have written is still there.',
      },
    },
  },
}
