import type { FetchedCounts } from '@pejling/domain/desk/views'
import type { Becoming } from '@pejling/domain/desk/connecting'
import type { Locale } from '@pejling/domain/text'

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
  readonly roles: Readonly<Record<'period' | 'area' | 'fixed' | 'mixed' | 'none', string>>
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
  readonly except: (values: readonly string[]) => string
  readonly error: (value: string) => string
  readonly notMeasured: (periods: readonly string[]) => string
  readonly toDecide: string
  readonly onlyAdministrators: string
  readonly withdrawn: string
  readonly withdrawnNote: string
  readonly wouldBeWithdrawn: (count: number) => string
  readonly keep: string
  readonly takeOut: string
  readonly heldBack: string
  readonly heldBackNote: string
  readonly wouldBeHeldBack: (count: number) => string
  readonly isZero: string
  readonly isNotMeasured: string
  readonly done: Readonly<Record<'saved' | 'fetched' | 'removed' | 'decided', string>>
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
      mixed: 'flere opdelinger i én liste',
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
    except: (values) => `Undtaget fra alle: ${values.join(', ')}`,
    error: (value) => `Usikkerheden er 1,96 gange ${value} (standardfejlen): et interval på 95 procent.`,
    notMeasured: (periods) => `Står i tabellen, men er ikke målt endnu, og hentes ikke: ${periods.join(', ')}.`,
    toDecide: 'Tal, der skal tages stilling til',
    onlyAdministrators: 'En administrator tager stilling til dem.',
    withdrawn: 'Kilden har ikke længere disse tal',
    withdrawnNote:
      'De er hentet fra tabellen tidligere og står, som de stod, indtil en administrator tager stilling. Fjernes et tal, venter det på at blive udgivet som alle andre ændringer.',
    wouldBeWithdrawn: (count) =>
      count === 1
        ? '1 tal, der er hentet tidligere, er ikke længere i tabellen. Det står, til en administrator tager stilling.'
        : `${count} tal, der er hentet tidligere, er ikke længere i tabellen. De står, til en administrator tager stilling.`,
    keep: 'Behold de valgte',
    takeOut: 'Fjern de valgte',
    heldBack: 'Tal på 0, der ikke ligner deres naboer',
    heldBackNote:
      'Kilden skriver 0, men tallet ved siden af er langt fra 0 (i parentes). Ofte er perioden ikke målt endnu. Tallene er ikke taget, før en administrator tager stilling.',
    wouldBeHeldBack: (count) =>
      count === 1
        ? '1 tal på 0 ligner ikke sin nabo. Det tages ikke, før en administrator tager stilling.'
        : `${count} tal på 0 ligner ikke deres naboer. De tages ikke, før en administrator tager stilling.`,
    isZero: 'De valgte er 0',
    isNotMeasured: 'De valgte er ikke målt endnu',
    done: {
      saved: 'Koblingen er gemt.',
      fetched: 'Der er hentet.',
      removed: 'Koblingen er fjernet; tallene står.',
      decided: 'Der er taget stilling, og det huskes.',
    },
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
      mixed: 'several breakdowns in one list',
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
    except: (values) => `Excepted from all: ${values.join(', ')}`,
    error: (value) => `The margin is 1.96 times ${value} (the standard error): a 95 % interval.`,
    notMeasured: (periods) => `In the table, but not measured yet, and not fetched: ${periods.join(', ')}.`,
    toDecide: 'Figures to decide about',
    onlyAdministrators: 'An administrator decides about them.',
    withdrawn: 'The source no longer has these figures',
    withdrawnNote:
      'They were fetched from the table before and stay as they were until an administrator decides. Where a figure is removed, that waits to be published like any other change.',
    wouldBeWithdrawn: (count) =>
      count === 1
        ? '1 figure that was fetched before is no longer in the table. It stays until an administrator decides.'
        : `${count} figures that were fetched before are no longer in the table. They stay until an administrator decides.`,
    keep: 'Keep those chosen',
    takeOut: 'Remove those chosen',
    heldBack: 'Zeros that are unlike their neighbours',
    heldBackNote:
      'The source says 0, but the figure next to it is far from 0 (in brackets). Often the period has not been measured yet. The figures are not taken until an administrator decides.',
    wouldBeHeldBack: (count) =>
      count === 1
        ? '1 zero is unlike its neighbour. It is not taken until an administrator decides.'
        : `${count} zeros are unlike their neighbours. They are not taken until an administrator decides.`,
    isZero: 'Those chosen are 0',
    isNotMeasured: 'Those chosen are not measured yet',
    done: {
      saved: 'The connection is saved.',
      fetched: 'It has been fetched.',
      removed: 'The connection is removed; the figures stay.',
      decided: 'It is decided, and remembered.',
    },
  },
}
