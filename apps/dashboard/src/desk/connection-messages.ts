import type { Locale } from '@pejling/domain/text/text'

/** The words of the page that connects an indicator to a table. */
export interface ConnectionWords {
  readonly note: string
  readonly notConnected: string
  readonly connected: (table: string) => string
  readonly last: (date: string, by: string) => string
  readonly counts: (added: number, changed: number, unchanged: number) => string
  readonly fetchNow: string
  readonly remove: string
  readonly search: string
  readonly searchWords: string
  readonly searchNote: string
  readonly found: (count: number) => string
  readonly tableNote: string
  readonly role: string
  readonly roles: Readonly<Record<'period' | 'area' | 'fixed' | 'none', string>>
  readonly dimension: (name: string) => string
  readonly values: string
  readonly all: (count: number) => string
  readonly per: string
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
    note: 'Tal kan hentes fra en tabel i Statistikbanken. Det, der hentes, venter på at blive udgivet; intet udgiver sig selv.',
    notConnected: 'Indikatoren er ikke koblet til nogen tabel.',
    connected: (table) => `Indikatoren er koblet til tabellen ${table}.`,
    last: (date, by) => `Hentet ${date} af ${by === 'system' ? 'systemet' : by}:`,
    counts: (added, changed, unchanged) => `${added} nye tal, ${changed} ændrede, ${unchanged} som de var.`,
    fetchNow: 'Hent nu',
    remove: 'Fjern koblingen',
    search: 'Find en tabel',
    searchWords: 'Ord eller tabelnummer',
    searchNote: 'Der spørges hos Danmarks Statistik, når du søger.',
    found: (count) => (count === 1 ? '1 tabel' : `${count} tabeller`),
    tableNote: 'Vælg for hver variabel, hvad den er for indikatoren, og hvilke af dens værdier der hentes.',
    role: 'Er for indikatoren',
    roles: { period: 'perioden', area: 'området', fixed: 'fast valgt', none: 'udeladt: alt regnes sammen' },
    dimension: (name) => `opdelingen ${name.toLocaleLowerCase('da')}`,
    values: 'Værdier, der hentes (flere lægges sammen, hvis variablen er fast valgt)',
    all: (count) => `alle ${count}`,
    per: 'I forhold til (kun ved en andel; ellers ingen)',
    scale: 'Ganges med',
    scaleNote: '100, når en andel skal vises i procent; ellers 1.',
    every: 'Hentes af sig selv',
    often: { never: 'aldrig', day: 'hver dag', week: 'hver uge', month: 'hver måned' },
    check: 'Se, hvad det ville bringe',
    preview: 'Det ville komme',
    passedOver: 'Dette kender indikatoren ikke, og det springes over:',
    done: { saved: 'Koblingen er gemt.', fetched: 'Der er hentet.', removed: 'Koblingen er fjernet; tallene står.' },
  },
  en: {
    note: 'Figures can be fetched from a table of StatBank Denmark. What is fetched waits to be published; nothing publishes itself.',
    notConnected: 'The indicator is not connected to a table.',
    connected: (table) => `The indicator is connected to the table ${table}.`,
    last: (date, by) => `Fetched ${date} by ${by === 'system' ? 'the system' : by}:`,
    counts: (added, changed, unchanged) => `${added} new figures, ${changed} changed, ${unchanged} as they were.`,
    fetchNow: 'Fetch now',
    remove: 'Remove the connection',
    search: 'Find a table',
    searchWords: 'Words or number of a table',
    searchNote: 'Statistics Denmark is asked when you search; its words are Danish.',
    found: (count) => (count === 1 ? '1 table' : `${count} tables`),
    tableNote: 'Choose for each variable what it is to the indicator, and which of its values are fetched.',
    role: 'Is to the indicator',
    roles: { period: 'the period', area: 'the area', fixed: 'fixed', none: 'left out: everything is added together' },
    dimension: (name) => `the breakdown ${name.toLocaleLowerCase('en')}`,
    values: 'Values that are fetched (several are added together where the variable is fixed)',
    all: (count) => `all ${count}`,
    per: 'In relation to (of a share only; else none)',
    scale: 'Multiplied by',
    scaleNote: '100 where a share is shown in percent; else 1.',
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
