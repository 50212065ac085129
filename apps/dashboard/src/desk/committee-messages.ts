import type { FieldName, NamedField } from '@pejling/domain/desk/fields'
import type { CommitteeKind } from '@pejling/domain/desk/views'
import type { Sharing } from '@pejling/domain/meeting/meeting'
import type { Locale } from '@pejling/domain/text'

/** The words of the page with meetings, action plans and ideas, and of their forms. */
export interface CommitteeWords {
  readonly meetings: string
  readonly noMeetings: string
  readonly sharing: Readonly<Record<Sharing, string>>
  readonly plans: string
  readonly makePlan: (plan: string, goesOn: number) => string
  readonly ideas: string
  readonly ideaStates: Readonly<Record<'taken-up' | 'declined' | 'open', string>>
  readonly ideasFile: string
  readonly ideasFileNote: string
  readonly importIdeas: string
  readonly imported: (count: number) => string
  readonly notImported: string
  readonly editTitles: Readonly<Record<CommitteeKind, string>>
  readonly editNotes: Readonly<Record<CommitteeKind, string>>
  readonly remove: Readonly<Partial<Record<CommitteeKind, string>>>
}

/** The words of a meeting at the desk. */
export interface MeetingWords {
  readonly items: string
  readonly noItems: string
  readonly decided: string
  readonly pinned: (release: number) => string
  readonly sharing: string
  readonly notShared: string
  readonly shared: Readonly<Record<Exclude<Sharing, 'draft'>, (date: string, version: number) => string>>
  readonly changedSince: string
  readonly share: Readonly<Record<Sharing, string>>
  readonly newLink: string
  readonly lastDay: string
  readonly until: (date: string) => string
  readonly agenda: string
  readonly slides: string
  readonly appendix: string
  readonly pdf: string
  readonly caseText: string
  readonly workbook: string
  readonly saved: string
  readonly notesNote: string
  readonly noNotes: string
}

type Fields = Readonly<
  Record<
    Locale,
    Pick<
      Record<NamedField, string>,
      | 'heading'
      | 'words'
      | 'theme'
      | 'voicedAt'
      | 'voicedOn'
      | 'takenUpBy'
      | 'whyNot'
      | 'committee'
      | 'date'
      | 'place'
      | 'release'
      | 'sharing'
      | 'about'
      | 'position'
      | 'point'
      | 'recommendation'
      | 'notes'
      | 'said'
      | 'decision'
    >
  >
>

/** What the fields of these forms are called. */
export const committeeFields: Fields = {
  da: {
    heading: 'Overskrift',
    words: 'Idéen, som den blev sagt',
    theme: 'Tema',
    voicedAt: 'Hvor den blev sagt',
    voicedOn: 'Hvornår den blev sagt',
    takenUpBy: 'Indsatser, der tog den op',
    whyNot: 'Hvorfor den ikke er taget op',
    committee: 'Udvalg',
    date: 'Dato',
    place: 'Sted',
    release: 'Udgivelse, tallene er fra',
    sharing: 'Hvem der kan se mødet',
    about: 'Hvad punktet handler om',
    position: 'Nummer på dagsordenen',
    point: 'Sagen i få ord',
    recommendation: 'Indstilling',
    notes: 'Talerens egne noter',
    said: 'Hvad der blev sagt',
    decision: 'Beslutning',
  },
  en: {
    heading: 'Heading',
    words: 'The idea as it was said',
    theme: 'Theme',
    voicedAt: 'Where it was said',
    voicedOn: 'When it was said',
    takenUpBy: 'Actions that took it up',
    whyNot: 'Why it has not been taken up',
    committee: 'Committee',
    date: 'Date',
    place: 'Place',
    release: 'Release its figures are from',
    sharing: 'Who can see the meeting',
    about: 'What the item is about',
    position: 'Number on the agenda',
    point: 'The matter in a few words',
    recommendation: 'Recommendation',
    notes: 'The speaker’s own notes',
    said: 'What was said',
    decision: 'Decision',
  },
}

/** What is said beside some of the fields. */
export const committeeFieldNotes: Readonly<Record<Locale, Readonly<Partial<Record<FieldName, string>>>>> = {
  da: {
    takenUpBy: 'År og navn, som de står i handleplanens adresser: 2026.min-foerste-stemme.',
    release: 'Mødets tal bliver ved med at være dem, der står i udgivelsen.',
    heading: 'For et punkt om et mål kan den udelades: så er det målets ordlyd.',
    notes: 'Vises kun her ved skrivebordet.',
  },
  en: {
    takenUpBy: 'Year and name as they stand in the addresses of the action plan: 2026.min-foerste-stemme.',
    release: 'The figures of the meeting stay those of the release.',
    heading: 'May be left out for an item about a goal: then it is the wording of the goal.',
    notes: 'Shown here at the desk only.',
  },
}

/** The words of the page with meetings, action plans and ideas. */
export const committeeWords: Readonly<Record<Locale, CommitteeWords>> = {
  da: {
    meetings: 'Møder',
    noMeetings: 'Ingen møder endnu.',
    sharing: { draft: 'Kladde', link: 'Delt med et link', public: 'Offentligt' },
    plans: 'Handleplaner',
    makePlan: (plan, goesOn) =>
      goesOn === 0 ? `Lav “${plan}”` : `Lav “${plan}” med ${goesOn} indsatser, der fortsætter`,
    ideas: 'Idéer fra borgere',
    ideaStates: { 'taken-up': 'taget op', declined: 'ikke taget op', open: 'ikke afgjort' },
    ideasFile: 'Fil med idéer',
    ideasFileNote:
      'CSV, XLSX eller ODS. Den første række har overskrifterne Titel, Sted og Dato; Tekst, Tema og Mål er frivillige. Den samme fil to gange er som én gang.',
    importIdeas: 'Indlæs idéerne',
    imported: (count) => (count === 1 ? '1 idé er kommet med.' : `${count} idéer er kommet med.`),
    notImported: 'Intet er indlæst.',
    editTitles: {
      indsats: 'Indsats',
      'ny-indsats': 'Ny indsats',
      ide: 'Idé fra borgere',
      'ny-ide': 'Ny idé',
      moede: 'Mødets oplysninger',
      'nyt-moede': 'Nyt møde',
      punkt: 'Punkt på dagsordenen',
      'nyt-punkt': 'Nyt punkt',
    },
    editNotes: {
      indsats: 'Står i årets handleplan og på målenes sider.',
      'ny-indsats': 'Står i årets handleplan og på målenes sider, når den er udgivet.',
      ide: 'Borgernes egne ord oversættes ikke.',
      'ny-ide': 'Borgernes egne ord oversættes ikke.',
      moede: 'Mødets tal er dem, der står i udgivelsen, uanset hvad der rettes siden.',
      'nyt-moede': 'Punkterne lægges på bagefter. Ingen andre ser mødet, før det deles.',
      punkt: 'Det, der blev sagt og besluttet, skrives her efter mødet. Del mødet igen, så andre ser det.',
      'nyt-punkt': 'Et mål, en indikator, en handleplan eller en fri tekst.',
    },
    remove: {
      indsats: 'Fjern indsatsen',
      ide: 'Fjern idéen',
      moede: 'Fjern mødet',
      punkt: 'Fjern punktet',
    },
  },
  en: {
    meetings: 'Meetings',
    noMeetings: 'No meetings yet.',
    sharing: { draft: 'Draft', link: 'Shared by link', public: 'Public' },
    plans: 'Action plans',
    makePlan: (plan, goesOn) => (goesOn === 0 ? `Make “${plan}”` : `Make “${plan}” with ${goesOn} actions that go on`),
    ideas: 'Ideas from citizens',
    ideaStates: { 'taken-up': 'taken up', declined: 'not taken up', open: 'undecided' },
    ideasFile: 'File of ideas',
    ideasFileNote:
      'CSV, XLSX or ODS. The first row has the headings Title, Place and Date; Text, Theme and Goals are optional. The same file twice is as once.',
    importIdeas: 'Import the ideas',
    imported: (count) => (count === 1 ? '1 idea has come in.' : `${count} ideas have come in.`),
    notImported: 'Nothing has been imported.',
    editTitles: {
      indsats: 'Action',
      'ny-indsats': 'New action',
      ide: 'Idea from citizens',
      'ny-ide': 'New idea',
      moede: 'About the meeting',
      'nyt-moede': 'New meeting',
      punkt: 'Item of the agenda',
      'nyt-punkt': 'New item',
    },
    editNotes: {
      indsats: 'Stands in the year’s action plan and on the pages of the goals.',
      'ny-indsats': 'Stands in the year’s action plan and on the pages of the goals when it has been published.',
      ide: 'Citizens’ own words are not translated.',
      'ny-ide': 'Citizens’ own words are not translated.',
      moede: 'The figures of the meeting are those of the release, whatever is corrected since.',
      'nyt-moede': 'Items are added afterwards. Nobody else sees the meeting before it is shared.',
      punkt:
        'What was said and decided is written here after the meeting. Share the meeting again so that others see it.',
      'nyt-punkt': 'A goal, an indicator, an action plan or a free text.',
    },
    remove: {
      indsats: 'Remove the action',
      ide: 'Remove the idea',
      moede: 'Remove the meeting',
      punkt: 'Remove the item',
    },
  },
}

/** The words of a meeting at the desk. */
export const meetingWords: Readonly<Record<Locale, MeetingWords>> = {
  da: {
    items: 'Dagsorden',
    noItems: 'Ingen punkter endnu.',
    decided: 'Besluttet',
    pinned: (release) => `Tallene er fra udgivelse ${release} og bliver ved med at være det.`,
    sharing: 'Deling',
    notShared: 'Mødet er en kladde. Ingen andre end dem ved skrivebordet ser det.',
    shared: {
      link: (date, version) => `Delt ${date} med dem, der har linket (version ${version}).`,
      public: (date, version) => `Offentligt siden ${date} (version ${version}).`,
    },
    changedSince: 'Mødet er rettet, siden det blev delt. Del det igen, så andre ser rettelserne.',
    newLink: 'Del med et nyt link; det gamle åbner ikke mere',
    lastDay: 'Sidste dag, det vises (kan udelades)',
    until: (date) => `Vises til og med ${date}.`,
    share: { draft: 'Del ikke mere', link: 'Del med et link', public: 'Gør det offentligt' },
    agenda: 'Mødet',
    slides: 'Præsentation',
    appendix: 'Bilag til print',
    pdf: 'Bilag som PDF',
    caseText: 'Tekst til sagsfremstilling',
    workbook: 'Alle tal (XLSX)',
    saved: 'Gemt. Andre ser det, når mødet deles igen.',
    notesNote: 'Følger med præsentationen i det andet vindue. Piletasterne skifter slide begge steder.',
    noNotes: 'Ingen noter.',
  },
  en: {
    items: 'Agenda',
    noItems: 'No items yet.',
    decided: 'Decided',
    pinned: (release) => `The figures are from release ${release} and stay so.`,
    sharing: 'Sharing',
    notShared: 'The meeting is a draft. Nobody but those at the desk sees it.',
    shared: {
      link: (date, version) => `Shared on ${date} with those who have the link (version ${version}).`,
      public: (date, version) => `Public since ${date} (version ${version}).`,
    },
    changedSince: 'The meeting has been changed since it was shared. Share it again so that others see the changes.',
    newLink: 'Share by a new link; the old one opens no more',
    lastDay: 'Last day it is shown (may be left out)',
    until: (date) => `Shown until ${date}, that day included.`,
    share: { draft: 'Share no more', link: 'Share by link', public: 'Make it public' },
    agenda: 'The meeting',
    slides: 'Slides',
    appendix: 'Appendix for print',
    pdf: 'Appendix as PDF',
    caseText: 'Text for the case',
    workbook: 'All figures (XLSX)',
    saved: 'Saved. Others see it when the meeting is shared again.',
    notesNote: 'Follows the slides in the other window. The arrow keys change slides in both.',
    noNotes: 'No notes.',
  },
}
