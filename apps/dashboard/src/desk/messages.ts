import type { MatrixState } from '@pejling/domain/desk/matrix'
import type { DeskPage, DeskUser } from '@pejling/domain/desk/views'
import type { Locale } from '@pejling/domain/text/text'

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
  readonly refused: string
  readonly wait: (seconds: number) => string
  readonly signInNote: string
  readonly firstPassword: string
  readonly current: string
  readonly next: string
  readonly nextNote: (shortest: number) => string
  readonly change: string
  readonly passwordProblems: Readonly<Record<'wrong' | 'short' | 'same', string>>
  readonly due: string
  readonly nothingDue: string
  readonly late: (date: string) => string
  readonly expected: (date: string) => string
  readonly noOwner: string
  readonly warnings: string
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
  readonly titleDa: string
  readonly titleEn: string
  readonly noteDa: string
  readonly noteEn: string
  readonly noteHelp: string
  readonly publish: string
  readonly mayNotPublish: string
  readonly publishProblems: Readonly<Record<'title' | 'changed', string>>
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
  readonly otherPeriodNote: string
  readonly addPeriod: string
  readonly undo: string
  readonly name: string
  readonly role: string
  readonly closed: string
  readonly awaited: string
  readonly newPassword: string
  readonly close: string
  readonly addPerson: string
  readonly add: string
  readonly tokens: string
  readonly tokensNote: string
  readonly tokenName: string
  readonly tokenOf: string
  readonly expiresOn: string
  readonly expires: (date: string) => string
  readonly addToken: string
  readonly secretOf: Readonly<Record<'password' | 'token', (of: string) => string>>
  readonly peopleProblems: Readonly<Record<'taken' | 'missing' | 'invalid' | 'self', string>>
  readonly lastSeen: (date: string) => string
  readonly problems: Readonly<
    Record<'not-allowed' | 'not-found' | 'foreign', { readonly title: string; readonly text: string }>
  >
}

/** The words of the administration. */
export const deskWords: Readonly<Record<Locale, DeskWords>> = {
  da: {
    titles: {
      'sign-in': 'Log ind',
      password: 'Adgangskode',
      desk: 'Hvad skal gøres',
      publish: 'Udgiv',
      history: 'Historik',
      figures: 'Tal',
      people: 'Personer',
      sessions: 'Mine sessioner',
      problem: 'Det går ikke',
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
    refused: 'E-mail og adgangskode passer ikke sammen. Prøv igen, eller bed en administrator om en ny adgangskode.',
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
    },
    due: 'Tal, der ventes',
    nothingDue: 'Ingen tal er forsinket eller ventes de næste to måneder.',
    late: (date) => `Skulle være kommet ${date}`,
    expected: (date) => `Ventes ${date}`,
    noOwner: 'Ingen er ansvarlig endnu',
    warnings: 'Tal, der bør ses efter',
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
    nothingPublished: 'Intet er udgivet endnu.',
    nothingToPublish: 'Der er intet at udgive: alt, hvad der er skrevet, står allerede i den sidste udgivelse.',
    reviewNote: 'Sådan ville næste udgivelse adskille sig fra den sidste. Intet er ændret endnu.',
    titleDa: 'Titel på dansk',
    titleEn: 'Titel på engelsk',
    noteDa: 'Besked til læserne på dansk (kan udelades)',
    noteEn: 'Besked til læserne på engelsk (kan udelades)',
    noteHelp:
      'Ved en rettelse: skriv, hvad der var forkert. Det, der er udgivet, kan ikke ændres; en rettelse er en ny udgivelse.',
    publish: 'Udgiv nu',
    mayNotPublish: 'Kun udgivere og administratorer kan udgive.',
    publishProblems: {
      title: 'Giv udgivelsen en titel på begge sprog. En besked skal også stå på begge.',
      changed: 'En anden har udgivet imens. Se igen, hvad der nu ville blive ændret.',
    },
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
    mayNotWrite: 'Kun redaktører, udgivere og administratorer kan rette tal.',
    howToType:
      'Skriv 71,5 eller tæller og nævner: 34/120. Et bogstav bagefter er en status: P foreløbigt, E skønnet, B brud. Uden tal: L indsamles ikke, M kan ikke findes, Q for få personer. Et felt, der tømmes, bliver til “mangler”. En blok fra Excel kan sættes ind.',
    reason: 'Hvorfor rettes der? (kan udelades)',
    reasonNote: 'Står i historikken.',
    save: 'Gem',
    otherPeriod: 'En anden periode',
    otherPeriodNote: 'For eksempel 2025, 2025/26, 2025-Q3 eller en valgdag: 2025-11-18.',
    addPeriod: 'Tilføj række',
    undo: 'Fortryd',
    name: 'Navn',
    role: 'Rolle',
    closed: 'lukket',
    awaited: 'har ikke valgt sin egen adgangskode endnu',
    newPassword: 'Ny adgangskode',
    close: 'Luk',
    addPerson: 'Ny bruger',
    add: 'Opret',
    tokens: 'Adgang for programmer',
    tokensNote: 'Et program kan det samme som den bruger, det hører til, indtil adgangen udløber.',
    tokenName: 'Programmets navn',
    tokenOf: 'På vegne af',
    expiresOn: 'Udløber',
    expires: (date) => `udløber ${date}`,
    addToken: 'Giv adgang',
    secretOf: {
      password: (of) => `Engangsadgangskode til ${of}, som kun vises nu:`,
      token: (of) => `Nøgle til ${of}, som kun vises nu:`,
    },
    peopleProblems: {
      taken: 'Der er allerede en konto eller en adgang med det navn, eller kontoen findes ikke.',
      missing: 'Skriv et navn, og vælg en rolle.',
      invalid: 'Skriv en e-mailadresse som navn@kommune.dk og en dato.',
      self: 'Du kan ikke lukke din egen konto. Bed en anden administrator om det.',
    },
    problems: {
      'not-allowed': { title: 'Det må du ikke', text: 'Din rolle rækker ikke til det. Spørg en administrator.' },
      'not-found': { title: 'Siden findes ikke', text: 'Der er intet på denne adresse.' },
      foreign: {
        title: 'Formularen kom et andet sted fra',
        text: 'Af hensyn til sikkerheden tages kun imod formularer fra disse sider. Gå tilbage til skrivebordet, og prøv igen.',
      },
    },
  },
  en: {
    titles: {
      'sign-in': 'Sign in',
      password: 'Password',
      desk: 'What needs doing',
      publish: 'Publish',
      history: 'History',
      figures: 'Figures',
      people: 'People',
      sessions: 'My sessions',
      problem: 'That does not work',
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
    refused: 'E-mail and password do not match. Try again, or ask an administrator for a new password.',
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
    },
    due: 'Figures that are awaited',
    nothingDue: 'No figure is late or awaited in the next two months.',
    late: (date) => `Should have come on ${date}`,
    expected: (date) => `Awaited on ${date}`,
    noOwner: 'Nobody is responsible yet',
    warnings: 'Figures to look at',
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
    nothingPublished: 'Nothing is published yet.',
    nothingToPublish: 'There is nothing to publish: everything that is written stands in the last release already.',
    reviewNote: 'This is how the next release would differ from the last. Nothing has changed yet.',
    titleDa: 'Title in Danish',
    titleEn: 'Title in English',
    noteDa: 'Note to readers in Danish (may be left out)',
    noteEn: 'Note to readers in English (may be left out)',
    noteHelp:
      'For a correction: say what was wrong. What is published cannot be changed; a correction is a new release.',
    publish: 'Publish now',
    mayNotPublish: 'Only publishers and administrators can publish.',
    publishProblems: {
      title: 'Give the release a title in both languages. A note must stand in both, too.',
      changed: 'Somebody else has published meanwhile. Look again at what would change now.',
    },
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
    mayNotWrite: 'Only editors, publishers and administrators can correct figures.',
    howToType:
      'Write 71.5, or numerator and denominator: 34/120. A letter behind it is a status: P provisional, E estimated, B break. Without a figure: L not collected, M cannot exist, Q too few people. A cell that is emptied becomes “missing”. A block from Excel can be pasted.',
    reason: 'Why is it corrected? (may be left out)',
    reasonNote: 'Stands in the history.',
    save: 'Save',
    otherPeriod: 'Another period',
    otherPeriodNote: 'Such as 2025, 2025/26, 2025-Q3 or the day of an election: 2025-11-18.',
    addPeriod: 'Add a row',
    undo: 'Undo',
    name: 'Name',
    role: 'Role',
    closed: 'closed',
    awaited: 'has not chosen a password yet',
    newPassword: 'New password',
    close: 'Close',
    addPerson: 'New user',
    add: 'Add',
    tokens: 'Access for programs',
    tokensNote: 'A program may do what the user it belongs to may do, until the access expires.',
    tokenName: 'Name of the program',
    tokenOf: 'On behalf of',
    expiresOn: 'Expires',
    expires: (date) => `expires ${date}`,
    addToken: 'Give access',
    secretOf: {
      password: (of) => `One-time password for ${of}, shown only now:`,
      token: (of) => `Key for ${of}, shown only now:`,
    },
    peopleProblems: {
      taken: 'There is an account or an access of that name already, or there is no such account.',
      missing: 'Write a name and choose a role.',
      invalid: 'Write an e-mail address such as name@municipality.dk, and a date.',
      self: 'You cannot close your own account. Ask another administrator to.',
    },
    problems: {
      'not-allowed': { title: 'You may not do that', text: 'Your role does not reach that far. Ask an administrator.' },
      'not-found': { title: 'There is no such page', text: 'There is nothing at this address.' },
      foreign: {
        title: 'The form came from elsewhere',
        text: 'For safety only forms from these pages are taken. Go back to the desk and try again.',
      },
    },
  },
}
