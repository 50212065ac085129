import type { FetchedCounts } from '@pejling/domain/desk/views'
import type { Becoming } from '@pejling/domain/desk/connecting'
import type { Locale } from '@pejling/domain/text/text'

/** The words of the page that connects an indicator to a table. */
export interface ConnectionWords {
  readonly note: string
  readonly notConnected: string
  readonly connected: (table: string) => string
  readonly last: (date: string, by: string) => string
  readonly counts: (counts: FetchedCounts) => string
  readonly waits: string
  readonly fetchNow: string
  readonly remove: string
  readonly search: string
  readonly searchWords: string
  readonly source: string
  readonly found: (count: number) => string
  readonly tableNote: string
  readonly role: string
  readonly roles: Readonly<Record<'period' | 'area' | 'fixed' | 'none', string>>
  readonly dimension: (name: string) => string
  readonly values: string
  readonly all: (count: number) => string
  readonly per: string
  readonly filter: (list: string) => string
  readonly filterHint: string
  readonly group: (group: string, values: number) => string
  readonly everyone: string
  readonly becomes: string
  readonly becoming: Readonly<Record<Becoming, { readonly name: string; readonly note: string }>>
  readonly area: string
  readonly ownArea: string
  readonly belongs: (dimension: string) => string
  readonly crossed: string
  readonly scale: string
  readonly scaleNote: string
  readonly every: string
  readonly often: Readonly<Record<'never' | 'day' | 'week' | 'month', string>>
  readonly check: string
  readonly preview: string
  readonly passedOver: string
  readonly done: Readonly<Record<'saved' | 'fetched' | 'removed', string>>
}

/** In both languages. */
export const connectionWords: Readonly<Record<Locale, ConnectionWords>> = {
  da: {
    note: 'Tal kan hentes fra en tabel hos andre, som Statistikbanken. Det, der hentes, venter på at blive udgivet; intet udgiver sig selv.',
    notConnected: 'Indikatoren er ikke koblet til nogen tabel.',
    connected: (table) => `Indikatoren er koblet til tabellen ${table}.`,
    last: (date, by) => `Hentet ${date} af ${by === 'system' ? 'systemet' : by}:`,
    counts: ({ added, changed, confirmed, unchanged }) =>
      `${added} nye tal, ${changed} rettede, ${confirmed} de samme og nu direkte fra kilden, ${unchanged} som de var.`,
    waits: 'Se forskellen, før det udgives.',
    fetchNow: 'Hent nu',
    remove: 'Fjern koblingen',
    search: 'Find en tabel',
    searchWords: 'Ord, tabelnummer eller fil',
    source: 'Kilde',
    found: (count) => (count === 1 ? '1 tabel' : `${count} tabeller`),
    tableNote: 'Vælg for hver variabel, hvad den er for indikatoren, og hvilke af dens værdier der hentes.',
    role: 'Er for indikatoren',
    roles: {
      period: 'perioden',
      area: 'området',
      fixed: 'fast valgt (lagt sammen)',
      none: 'udeladt: alt regnes sammen',
    },
    dimension: (name) => `opdelingen ${name.toLocaleLowerCase('da')}`,
    values: 'Værdier, der hentes',
    all: (count) => `alle ${count}`,
    per: 'I forhold til',
    filter: (list) => `Find i listen: ${list}`,
    filterHint: 'Find i listen',
    group: (group, values) => `${group}: ${values} værdier lagt sammen`,
    everyone: 'alle',
    becomes: 'Tallet er',
    becoming: {
      value: { name: 'værdien i tabellen', note: 'Som den står; er flere værdier valgt, lægges de sammen.' },
      share: {
        name: 'en andel af det hele',
        note: 'Det valgte divideret med det hele, gange 100. Uden andet valg er det hele tabellens “i alt”.',
      },
      ratio: {
        name: 'forholdet mellem to valg',
        note: 'Det ene valg divideret med det andet, som pigers medlemskaber i forhold til drenges.',
      },
    },
    area: 'Området, når tabellen ikke selv siger det',
    ownArea: 'indikatorens eget',
    belongs: (dimension) => `Alle tal hører til (${dimension.toLocaleLowerCase('da')})`,
    crossed: 'Hent også grupper på tværs af opdelinger, som unge kvinder',
    scale: 'Ganges med',
    scaleNote: '1, når forholdet vises, som det er; 1000, når det vises pr. 1.000.',
    every: 'Hentes af sig selv',
    often: { never: 'aldrig', day: 'hver dag', week: 'hver uge', month: 'hver måned' },
    check: 'Se, hvad det ville bringe',
    preview: 'Det ville komme',
    passedOver: 'Dette kender indikatoren ikke, og det springes over:',
    done: { saved: 'Koblingen er gemt.', fetched: 'Der er hentet.', removed: 'Koblingen er fjernet; tallene står.' },
  },
  en: {
    note: 'Figures can be fetched from somebody else’s table, such as StatBank Denmark’s. What is fetched waits to be published; nothing publishes itself.',
    notConnected: 'The indicator is not connected to a table.',
    connected: (table) => `The indicator is connected to the table ${table}.`,
    last: (date, by) => `Fetched ${date} by ${by === 'system' ? 'the system' : by}:`,
    counts: ({ added, changed, confirmed, unchanged }) =>
      `${added} new figures, ${changed} corrected, ${confirmed} the same and now from their source, ${unchanged} as they were.`,
    waits: 'See the difference before it is published.',
    fetchNow: 'Fetch now',
    remove: 'Remove the connection',
    search: 'Find a table',
    searchWords: 'Words, number of a table, or file',
    source: 'Source',
    found: (count) => (count === 1 ? '1 table' : `${count} tables`),
    tableNote: 'Choose for each variable what it is to the indicator, and which of its values are fetched.',
    role: 'Is to the indicator',
    roles: {
      period: 'the period',
      area: 'the area',
      fixed: 'fixed (added together)',
      none: 'left out: everything is added together',
    },
    dimension: (name) => `the breakdown ${name.toLocaleLowerCase('en')}`,
    values: 'Values that are fetched',
    all: (count) => `all ${count}`,
    per: 'In relation to',
    filter: (list) => `Find in the list: ${list}`,
    filterHint: 'Find in the list',
    group: (group, values) => `${group}: ${values} values added together`,
    everyone: 'everyone',
    becomes: 'The figure is',
    becoming: {
      value: { name: 'the value in the table', note: 'As it stands; where several values are chosen they are added.' },
      share: {
        name: 'a share of the whole',
        note: 'What is chosen divided by the whole, times 100. Unless chosen, the whole is the table’s total.',
      },
      ratio: {
        name: 'one selection by another',
        note: 'The one divided by the other, such as girls’ memberships relative to boys’.',
      },
    },
    area: 'The area, where the table does not say it itself',
    ownArea: 'the indicator’s own',
    belongs: (dimension) => `All figures belong to (${dimension.toLocaleLowerCase('en')})`,
    crossed: 'Also fetch groups across breakdowns, such as young women',
    scale: 'Multiplied by',
    scaleNote: '1 where the quotient is shown as it is; 1000 where it is shown per 1,000.',
    every: 'Fetched by itself',
    often: { never: 'never', day: 'every day', week: 'every week', month: 'every month' },
    check: 'See what it would bring',
    preview: 'This would come',
    passedOver: 'The indicator does not know this, and it is passed over:',
    done: {
      saved: 'The connection is saved.',
      fetched: 'It has been fetched.',
      removed: 'The connection is removed; the figures stay.',
    },
  },
}
