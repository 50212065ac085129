import { formatDate } from '@pejling/domain/period/period'
import type { Locale } from '@pejling/domain/text'

interface MeetingWords {
  readonly agenda: string
  readonly itemOf: (number: number, of: number) => string
  readonly figuresFrom: (release: number, date: string) => string
  readonly sharedOn: (date: string, version: number) => string
  readonly withLink: string
  readonly kept: (time: string) => string
  readonly away: (time: string) => string
  readonly corrected: (count: number) => string
  readonly correctedNote: string
  readonly compare: string
  readonly gone: string
  readonly since: (date: string) => string
  readonly unchanged: (date: string) => string
  readonly verdicts: string
  readonly added: string
  readonly correctedFigures: string
  readonly late: string
  readonly expected: (date: string) => string
  readonly figures: (count: number) => string
  readonly more: (count: number) => string
  readonly point: string
  readonly done: string
  readonly recommendation: string
  readonly said: string
  readonly decision: string
  readonly earlier: string
  readonly decided: (date: string) => string
  readonly ways: string
  readonly previous: string
  readonly next: string
  readonly slides: string
  readonly appendix: string
  readonly pdf: string
  readonly caseText: string
  readonly powerpoint: string
  readonly workbook: string
  readonly otherLanguage: string
  readonly source: (producers: string) => string
  readonly contents: string
  readonly print: string
  readonly appendixTo: string
  readonly table: string
  readonly keys: string
  readonly keyNames: readonly (readonly [key: string, does: string])[]
  readonly groups: (dimension: string) => string
}

/** The words around a meeting; its own are Danish. */
export const meetingWords: Readonly<Record<Locale, MeetingWords>> = {
  da: {
    agenda: 'Dagsorden',
    itemOf: (number, of) => `${number} / ${of}`,
    figuresFrom: (release, date) => `Tal fra udgivelse ${release}, ${formatDate(date, 'da')}.`,
    sharedOn: (date, version) =>
      version === 1 ? `Delt ${formatDate(date, 'da')}.` : `Delt ${formatDate(date, 'da')}, ${version}. udgave.`,
    withLink: 'Kan kun ses af dem, der har linket.',
    kept: (time) => `Hentet ${time}. Kan læses offline.`,
    away: (time) => `Offline. Siden blev hentet ${time}.`,
    corrected: (count) =>
      count === 1 ? 'Tal i én indikator er rettet siden.' : `Tal i ${count} indikatorer er rettet siden.`,
    correctedNote: 'Mødets tal er, som de var. Det er rettet i en senere udgivelse:',
    compare: 'Se alt, hvad der er ændret siden',
    gone: 'fjernet',
    since: (date) => `Siden mødet ${formatDate(date, 'da')}`,
    unchanged: (date) => `Tal og vurderinger er, som de var ved mødet ${formatDate(date, 'da')}.`,
    verdicts: 'Vurderinger',
    added: 'Nye tal',
    correctedFigures: 'Rettede tal',
    late: 'Forsinkede tal',
    expected: (date) => `ventet ${formatDate(date, 'da')}`,
    figures: (count) => (count === 1 ? '1 tal' : `${count} tal`),
    more: (count) => `og ${count} til`,
    point: 'Sagen',
    done: 'Indsatser',
    recommendation: 'Indstilling',
    said: 'Drøftelse',
    decision: 'Besluttet',
    earlier: 'Tidligere',
    decided: (date) => `besluttet ${formatDate(date, 'da')}:`,
    ways: 'Bladring',
    previous: 'Forrige',
    next: 'Næste',
    slides: 'Vis på storskærm',
    appendix: 'Bilag til udskrift',
    pdf: 'Bilag som PDF',
    caseText: 'Tekst til sagsfremstillingen',
    powerpoint: 'PowerPoint',
    workbook: 'Alle tal (XLSX)',
    otherLanguage: 'English',
    source: (producers) => `Kilde: ${producers}.`,
    contents: 'Indhold',
    print: 'Vælg Udskriv i browseren for at få bilaget på papir, og Gem som PDF dér for at få det som fil.',
    appendixTo: 'Bilag til dagsordenen',
    table: 'Tabel',
    keys: 'Taster',
    keyNames: [
      ['→ ←', 'næste og forrige (også mellemrum, klik og fjernbetjening)'],
      ['7 ⏎', 'spring til punkt 7'],
      ['B', 'sort skærm'],
      ['T', 'tabel'],
      ['O', 'opdeling'],
      ['N', 'talerens noter i et vindue for sig'],
      ['F', 'fuld skærm'],
    ],
    groups: (dimension) => `Efter ${dimension.toLocaleLowerCase('da')}`,
  },
  en: {
    agenda: 'Agenda',
    itemOf: (number, of) => `${number} / ${of}`,
    figuresFrom: (release, date) => `Figures of release ${release}, ${formatDate(date, 'en')}.`,
    sharedOn: (date, version) =>
      version === 1 ? `Shared ${formatDate(date, 'en')}.` : `Shared ${formatDate(date, 'en')}, version ${version}.`,
    withLink: 'Can be seen only by those who have the link.',
    kept: (time) => `Fetched ${time}. Can be read offline.`,
    away: (time) => `Offline. This page was fetched ${time}.`,
    corrected: (count) =>
      count === 1
        ? 'Figures of one indicator have been corrected since.'
        : `Figures of ${count} indicators have been corrected since.`,
    correctedNote: 'The figures of the meeting are as they were. A later release has corrected:',
    compare: 'See everything that has changed since',
    gone: 'removed',
    since: (date) => `Since the meeting of ${formatDate(date, 'en')}`,
    unchanged: (date) => `Figures and assessments are as they were at the meeting of ${formatDate(date, 'en')}.`,
    verdicts: 'Assessments',
    added: 'New figures',
    correctedFigures: 'Corrected figures',
    late: 'Late figures',
    expected: (date) => `expected ${formatDate(date, 'en')}`,
    figures: (count) => (count === 1 ? '1 figure' : `${count} figures`),
    more: (count) => `and ${count} more`,
    point: 'The matter',
    done: 'Actions',
    recommendation: 'Recommendation',
    said: 'Discussion',
    decision: 'Decided',
    earlier: 'Earlier',
    decided: (date) => `decided ${formatDate(date, 'en')}:`,
    ways: 'Turn pages',
    previous: 'Previous',
    next: 'Next',
    slides: 'Show on a large screen',
    appendix: 'Appendix for print',
    pdf: 'Appendix as PDF',
    caseText: 'Text for the case presentation',
    powerpoint: 'PowerPoint',
    workbook: 'All figures (XLSX)',
    otherLanguage: 'Dansk',
    source: (producers) => `Source: ${producers}.`,
    contents: 'Contents',
    print: 'Choose Print in the browser to get the appendix on paper, and Save as PDF there to get it as a file.',
    appendixTo: 'Appendix to the agenda',
    table: 'Table',
    keys: 'Keys',
    keyNames: [
      ['→ ←', 'next and previous (also space, a click and a remote control)'],
      ['7 ⏎', 'jump to item 7'],
      ['B', 'black screen'],
      ['T', 'table'],
      ['O', 'breakdown'],
      ['N', 'the speaker’s notes in a window of their own'],
      ['F', 'full screen'],
    ],
    groups: (dimension) => `By ${dimension.toLocaleLowerCase('en')}`,
  },
}
