import type { ImportState } from '@pejling/domain/desk/views'
import type { ColumnRole, MarkMeaning } from '@pejling/domain/intake/mapping'
import type { ImportPhase } from '@pejling/domain/intake/outcome'
import type { Delimiter, Encoding } from '@pejling/domain/intake/source-table'
import type { Locale } from '@pejling/domain/text'

interface ImportWords {
  readonly lead: string
  readonly file: string
  readonly fileNote: (largest: number) => string
  readonly indicator: string
  readonly choose: string
  readonly send: string
  readonly problems: Readonly<
    Record<'no-file' | 'too-large' | 'no-indicator' | 'quota' | 'no-room', (largest: number) => string>
  >
  readonly sent: string
  readonly nothingSent: string
  readonly states: Readonly<Record<ImportState, string>>
  readonly original: string
  readonly hash: string
  readonly bytes: (size: string) => string
  readonly phases: Readonly<Record<ImportPhase, string>>
  readonly done: (done: string, total: string) => string
  readonly rowsRead: (rows: string) => string
  readonly reload: string
  readonly cancel: string
  readonly means: string
  readonly meansNote: string
  readonly large: string
  readonly written: string
  readonly encoding: string
  readonly encodings: Readonly<Record<Encoding, string>>
  readonly delimiter: string
  readonly delimiters: Readonly<Record<Delimiter, string>>
  readonly place: string
  readonly sheet: string
  readonly headingRow: string
  readonly headingRows: string
  readonly columns: string
  readonly row: string
  readonly column: (letters: string, heading: string) => string
  readonly roles: Readonly<Record<ColumnRole, string>>
  readonly groups: (dimension: string) => string
  readonly figures: string
  readonly decimal: string
  readonly decimals: Readonly<Record<',' | '.' | '', string>>
  readonly notSaid: string
  readonly filePeriod: string
  readonly questions: string
  readonly questionsNote: string
  readonly lastTime: (answer: string) => string
  readonly skipped: string
  readonly skippedRows: (what: string, rows: string, cell: string) => string
  readonly area: string
  readonly marks: string
  readonly marksNote: string
  readonly mark: (text: string) => string
  readonly meanings: Readonly<Record<MarkMeaning | '', string>>
  readonly say: string
  readonly attempt: string
  readonly discard: string
  readonly outcome: string
  readonly counts: Readonly<Record<'added' | 'changed' | 'unchanged' | 'rejected', (count: string) => string>>
  readonly rejected: string
  readonly changed: string
  readonly added: string
  readonly cell: string
  readonly stands: string
  readonly why: string
  readonly series: string
  readonly period: string
  readonly before: string
  readonly after: string
  readonly more: (count: string) => string
  readonly readers: string
  readonly noReaders: string
  readonly notJudged: string
  readonly nothingNew: string
  readonly withoutRejected: (count: string) => string
  readonly apply: string
  readonly applied: string
  readonly inHistory: (number: number) => string
  readonly toSheet: string
}

/** The words of importing files. */
export const importWords: Readonly<Record<Locale, ImportWords>> = {
  da: {
    lead: 'Send filen, som den er. Du ser, hvad den betyder, og hvad den ville ændre, før noget bliver indlæst.',
    file: 'Fil',
    fileNote: (largest) =>
      `CSV, TSV, Excel (.xlsx), ODS, PX, JSON-stat, SDMX-CSV eller en HTML-tabel, højst ${largest} MB.`,
    indicator: 'Indikator',
    choose: 'Vælg',
    send: 'Send filen',
    problems: {
      'no-file': () => 'Der var ingen fil med. Vælg en fil, og send igen.',
      'too-large': (largest) => `Filen er større end ${largest} MB. Del den i flere.`,
      'no-indicator': () => 'Vælg den indikator, filens tal hører til.',
      quota: () => 'Der ligger for mange filer, som ikke er indlæst. Indlæs dem, eller opgiv dem, og send filen igen.',
      'no-room': () =>
        'Der er næsten ikke mere plads på serveren. Bed administratoren om at skaffe plads. Filen er ikke modtaget.',
    },
    sent: 'Sendte filer',
    nothingSent: 'Ingen filer er sendt endnu.',
    states: { received: 'skal forklares', checked: 'klar til at blive indlæst', applied: 'indlæst' },
    original: 'Hent filen, som den kom',
    hash: 'SHA-256',
    bytes: (size) => `${size} byte`,
    phases: {
      waiting: 'Venter på, at en anden fil bliver færdig',
      looking: 'Ser på filen',
      reading: 'Læser filen',
      comparing: 'Sammenligner med de tal, der står',
      judging: 'Regner vurderingerne ud',
      writing: 'Indlæser tallene',
    },
    done: (done, total) => `${done} af ${total}`,
    rowsRead: (rows) => `${rows} rækker`,
    reload: 'Se, hvor langt det er nået',
    cancel: 'Afbryd',
    means: 'Hvad betyder filen?',
    meansNote: 'Forslaget er læst af filens egne ord. Ret det, der ikke passer.',
    large: 'Regnearket er så stort, at det læses række for række. Det tager lidt længere tid.',
    written: 'Sådan er filen skrevet',
    encoding: 'Tegnkodning',
    encodings: {
      'utf-8': 'UTF-8',
      'windows-1252': 'Windows (1252)',
      'utf-16le': 'UTF-16',
      'utf-16be': 'UTF-16, omvendt',
      macintosh: 'Macintosh',
    },
    delimiter: 'Kolonnerne skilles af',
    delimiters: { ';': 'semikolon', ',': 'komma', '\t': 'tabulator', '|': 'lodret streg' },
    place: 'Her står tabellen',
    sheet: 'Ark',
    headingRow: 'Overskrifterne begynder i række',
    headingRows: 'Rækker med overskrifter',
    columns: 'Det her er kolonnerne',
    row: 'Række',
    column: (letters, heading) => `Kolonne ${letters}${heading === '' ? '' : `, ${heading}`}: hvad er det?`,
    roles: {
      ignore: '(bruges ikke)',
      unclear: '(ikke sagt: spørg)',
      period: 'Periode',
      area: 'Område',
      figures: 'Tal',
      numerator: 'Tæller',
      denominator: 'Nævner',
      status: 'Status',
      sampleSize: 'Antal svar',
      margin: 'Usikkerhed',
      footnoteDa: 'Fodnote, dansk',
      footnoteEn: 'Fodnote, engelsk',
      provenance: 'Hentet via',
      breakdown: 'Grupper, der ikke bruges: kun i alt',
      indicator: 'Indikator',
      unit: 'Enhed',
      demonstration: 'Demonstration',
      action: 'Handling (SDMX)',
    },
    groups: (dimension) => `Grupper: ${dimension}`,
    figures: 'Sådan læses tallene',
    decimal: 'Decimaltegn',
    decimals: { ',': 'komma (71,5)', '.': 'punktum (71.5)', '': 'filen siger det ikke' },
    notSaid: '(ikke sagt: spørg)',
    filePeriod: 'Tal uden periode er for (skriv perioden, hvis filen ikke har den)',
    questions: 'Det siger filen ikke',
    questionsNote: 'Svar, og se igen, hvad der ville ske. Intet bliver indlæst, før alt er besvaret.',
    lastTime: (answer) => `Sidste gang: ${answer}. Gælder det også nu?`,
    skipped: 'Sprunget over',
    skippedRows: (what, rows, cell) => `${what} (${rows} rækker, fra ${cell})`,
    area: 'Rækker uden område gælder',
    marks: 'Hvad betyder det, når der ikke står et tal?',
    marksNote: 'Tomme celler bliver sprunget over.',
    mark: (text) => `“${text}” betyder`,
    meanings: {
      '': 'ved ikke: afvis',
      zero: 'nul',
      skip: 'ingenting: spring over',
      O: 'tallet mangler',
      L: 'ikke indsamlet',
      M: 'kan ikke forekomme',
      Q: 'diskretioneret (for få personer)',
    },
    say: 'Vis tabellen igen',
    attempt: 'Se, hvad der ville ske',
    discard: 'Opgiv filen',
    outcome: 'Det ville ske',
    counts: {
      added: (count) => `${count} nye`,
      changed: (count) => `${count} ændrede`,
      unchanged: (count) => `${count} som de var`,
      rejected: (count) => `${count} afviste`,
    },
    rejected: 'Afviste celler',
    changed: 'Tal, der ville blive ændret',
    added: 'Nye tal',
    cell: 'Celle',
    stands: 'Der står',
    why: 'Hvorfor',
    series: 'Serie',
    period: 'Periode',
    before: 'Før',
    after: 'Efter',
    more: (count) => `… og ${count} til.`,
    readers: 'Det ville læserne se ændret',
    noReaders: 'Ingen vurdering og intet udgivet tal ville blive ændret.',
    notJudged: 'Der er så mange tal, at vurderingerne først bliver regnet ud i gennemsynet før udgivelsen.',
    nothingNew: 'Alle tal står der allerede. Der er intet at indlæse.',
    withoutRejected: (count) => `Indlæs resten uden de ${count} afviste`,
    apply: 'Indlæs tallene',
    applied: 'Tallene er indlæst. De er kladder, til de bliver udgivet.',
    inHistory: (number) => `Se dem i historikken som nr. ${number}; dér kan de fortrydes`,
    toSheet: 'Se tallene',
  },
  en: {
    lead: 'Send the file as it is. You see what it means and what it would change before anything is imported.',
    file: 'File',
    fileNote: (largest) =>
      `CSV, TSV, Excel (.xlsx), ODS, PX, JSON-stat, SDMX-CSV or an HTML table, at most ${largest} MB.`,
    indicator: 'Indicator',
    choose: 'Choose',
    send: 'Send the file',
    problems: {
      'no-file': () => 'There was no file. Choose one and send again.',
      'too-large': (largest) => `The file is larger than ${largest} MB. Divide it.`,
      'no-indicator': () => 'Choose the indicator the figures of the file belong to.',
      quota: () => 'Too many files wait to be imported. Import or discard them, and send the file again.',
      'no-room': () =>
        'The server has almost no room left. Ask the administrator to make room. The file was not taken.',
    },
    sent: 'Files sent',
    nothingSent: 'No files have been sent yet.',
    states: { received: 'to be explained', checked: 'ready to be imported', applied: 'imported' },
    original: 'Download the file as it came',
    hash: 'SHA-256',
    bytes: (size) => `${size} bytes`,
    phases: {
      waiting: 'Waiting for another file to be finished',
      looking: 'Looking at the file',
      reading: 'Reading the file',
      comparing: 'Comparing with the figures that stand',
      judging: 'Working out the verdicts',
      writing: 'Importing the figures',
    },
    done: (done, total) => `${done} of ${total}`,
    rowsRead: (rows) => `${rows} rows`,
    reload: 'See how far it has come',
    cancel: 'Cancel',
    means: 'What does the file mean?',
    meansNote: 'This is proposed from the file’s own words. Correct what is not right.',
    large: 'The workbook is so large that it is read row by row. It takes a little longer.',
    written: 'How the file is written',
    encoding: 'Encoding',
    encodings: {
      'utf-8': 'UTF-8',
      'windows-1252': 'Windows (1252)',
      'utf-16le': 'UTF-16',
      'utf-16be': 'UTF-16, reversed',
      macintosh: 'Macintosh',
    },
    delimiter: 'Columns are separated by',
    delimiters: { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'vertical bar' },
    place: 'Where the table stands',
    sheet: 'Sheet',
    headingRow: 'Headings begin in row',
    headingRows: 'Rows of headings',
    columns: 'What the columns are',
    row: 'Row',
    column: (letters, heading) => `Column ${letters}${heading === '' ? '' : `, ${heading}`}: what is it?`,
    roles: {
      ignore: '(not used)',
      unclear: '(not said: ask)',
      period: 'Period',
      area: 'Area',
      figures: 'Figures',
      numerator: 'Numerator',
      denominator: 'Denominator',
      status: 'Status',
      sampleSize: 'Sample size',
      margin: 'Margin',
      footnoteDa: 'Footnote, Danish',
      footnoteEn: 'Footnote, English',
      provenance: 'Fetched by way of',
      breakdown: 'Groups that are not used: the total only',
      indicator: 'Indicator',
      unit: 'Unit',
      demonstration: 'Demonstration',
      action: 'Action (SDMX)',
    },
    groups: (dimension) => `Groups: ${dimension}`,
    figures: 'How the figures are read',
    decimal: 'Decimal mark',
    decimals: { ',': 'comma (71,5)', '.': 'point (71.5)', '': 'the file does not say' },
    notSaid: '(not said: ask)',
    filePeriod: 'Figures without a period are of (write the period if the file does not have it)',
    questions: 'What the file does not say',
    questionsNote: 'Answer, and look again at what would happen. Nothing is imported before everything is answered.',
    lastTime: (answer) => `Last time: ${answer}. Is it so now, too?`,
    skipped: 'Passed over',
    skippedRows: (what, rows, cell) => `${what} (${rows} rows, from ${cell})`,
    area: 'Rows without an area are about',
    marks: 'What does it mean where there is no number?',
    marksNote: 'Empty cells are passed over.',
    mark: (text) => `“${text}” means`,
    meanings: {
      '': 'not known: reject',
      zero: 'zero',
      skip: 'nothing: pass over',
      O: 'the figure is missing',
      L: 'not collected',
      M: 'cannot exist',
      Q: 'suppressed (too few people)',
    },
    say: 'Show the table again',
    attempt: 'See what would happen',
    discard: 'Give the file up',
    outcome: 'What would happen',
    counts: {
      added: (count) => `${count} new`,
      changed: (count) => `${count} changed`,
      unchanged: (count) => `${count} as they were`,
      rejected: (count) => `${count} rejected`,
    },
    rejected: 'Rejected cells',
    changed: 'Figures that would change',
    added: 'New figures',
    cell: 'Cell',
    stands: 'It says',
    why: 'Why',
    series: 'Series',
    period: 'Period',
    before: 'Before',
    after: 'After',
    more: (count) => `… and ${count} more.`,
    readers: 'What readers would see change',
    noReaders: 'No verdict and no published figure would change.',
    notJudged: 'There are so many figures that the verdicts are worked out in the review before publishing.',
    nothingNew: 'All figures stand there already. There is nothing to import.',
    withoutRejected: (count) => `Import the rest without the ${count} rejected`,
    apply: 'Import the figures',
    applied: 'The figures have been imported. They are drafts until they are published.',
    inHistory: (number) => `See them in the history as no. ${number}; they can be undone there`,
    toSheet: 'See the figures',
  },
}
