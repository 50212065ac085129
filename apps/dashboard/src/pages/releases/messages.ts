import { formatDate } from '@pejling/domain/period/period'
import type { Release } from '@pejling/domain/release/release'
import type { Locale } from '@pejling/domain/text'
import { formatNumber } from '@pejling/domain/unit/format'

interface Head {
  readonly title: string
  readonly description: string
}

interface ReleaseWords {
  readonly list: Head
  readonly lead: string
  readonly feed: string
  readonly publishedBy: (date: string, by: string) => string
  readonly whatChanged: (release: number) => string
  readonly asItWas: (release: number) => string
  readonly current: string
  readonly one: (release: Release) => Head
  /** `changes` is a whole sentence, written as it is continued here. */
  readonly since: (release: number, changes: string) => string
  /** `holds` is what {@link holds} says. */
  readonly firstRelease: (holds: string) => string
  readonly everythingUntil: (release: number, holds: string) => string
  readonly holds: (indicators: number, figures: number) => string
  readonly compareWith: string
  readonly compare: string
  readonly beforeFirst: string
  readonly numbered: (release: number, date: string) => string
  readonly corrected: string
  readonly correctedNote: string
  readonly removed: string
  readonly removedNote: string
  readonly verdicts: string
  readonly verdictsNote: string
  readonly noVerdict: string
  readonly added: string
  readonly definitions: string
  readonly definitionsNote: string
  readonly others: string
  readonly othersNote: string
  readonly late: string
  readonly lateNote: string
  readonly expected: (date: string) => string
  readonly newIndicators: string
  readonly goneIndicators: string
  readonly texts: string
  readonly textsNote: (since: number) => string
  readonly policy: string
  readonly profile: string
  readonly goal: (number: string) => string
  readonly actionPlan: (year: string) => string
  readonly withoutFigures: (count: number) => string
  readonly figures: (count: number) => string
  readonly figure: string
  readonly seeIndicator: string
  readonly asInRelease: (release: number) => string
  readonly group: string
  readonly period: string
  readonly was: string
  readonly is: string
  readonly withdrawn: string
  readonly withdrawnNote: string
  readonly withdrawnOn: (date: string) => string
  readonly proof: string
  readonly proofText: string
  readonly hash: string
  readonly previousHash: string
  readonly allHashes: string
  readonly json: string
  readonly moreReleases: string
}

const inDanish = (date: string, by: string): string => `${date}, udgivet af ${by === 'system' ? 'systemet' : by}`
const inEnglish = (date: string, by: string): string => `${date}, published by ${by === 'system' ? 'the system' : by}`

/** The words of the releases' pages. */
export const releaseWords: Readonly<Record<Locale, ReleaseWords>> = {
  da: {
    list: {
      title: 'Udgivelser',
      description: 'Alt, hvad der er udgivet, og hvad der blev ændret hver gang.',
    },
    lead: 'En udgivelse er alle mål, tal og vurderinger, som de var på én dag. Intet udgivet ændres i stilhed: en rettelse er en ny udgivelse, og den gamle kan stadig ses.',
    feed: 'Følg udgivelserne (Atom)',
    publishedBy: inDanish,
    whatChanged: (release) => `Hvad udgivelse ${release} ændrede`,
    asItWas: (release) => `Siderne, som de var i udgivelse ${release}`,
    current: 'Den nyeste',
    one: ({ number, title, publishedAt }) => ({
      title: `Udgivelse ${number}: ${title.da}`,
      description: `Hvad der blev ændret i udgivelse ${number} fra ${formatDate(publishedAt, 'da')}.`,
    }),
    since: (release, changes) => `Siden udgivelse ${release}: ${changes}`,
    firstRelease: (holds) => `Det er den første udgivelse, så alt er nyt: ${holds}.`,
    everythingUntil: (release, holds) => `Alt, hvad der er udgivet til og med udgivelse ${release}: ${holds}.`,
    holds: (indicators, figures) =>
      `${indicators} ${indicators === 1 ? 'indikator' : 'indikatorer'} med ${formatNumber(figures, 0, 'da')} tal`,
    compareWith: 'Sammenlign med',
    compare: 'Sammenlign',
    beforeFirst: 'før den første',
    numbered: (release, date) => `udgivelse ${release}, ${date}`,
    corrected: 'Tal, der er rettet',
    correctedNote: 'De var udgivet og er ændret.',
    removed: 'Fjernede tal',
    removedNote: 'De var offentliggjort, men er fjernet.',
    verdicts: 'Vurderinger, der er ændret',
    verdictsNote: 'Vurderinger beregnes igen ved hver udgivelse.',
    noVerdict: 'ingen',
    added: 'Nye tal',
    definitions: 'Ændrede beskrivelser',
    definitionsNote: 'Navn, definition, forbehold eller andet i beskrivelsen er ændret.',
    others: 'Andet, der er ændret ved en indikator',
    othersNote: 'Tal, vurdering og beskrivelse er de samme; fx kan en kilde, en fodnote eller et måltal være ændret.',
    late: 'Tal, der er forsinkede',
    lateNote: 'De skulle have været med i udgivelsen, men manglede.',
    expected: (date) => `ventet ${date}`,
    newIndicators: 'Nye indikatorer',
    goneIndicators: 'Indikatorer, der er taget ud',
    texts: 'Det er kun tekster, der er ændret',
    textsNote: (since) => `Hvert tal og hver vurdering er som i udgivelse ${since}. Ændret er:`,
    policy: 'Politikkens tekster',
    profile: 'Hjemmesidens navn, sprog, logo eller farver',
    goal: (number) => `Mål ${number}`,
    actionPlan: (year) => `Handleplanen for ${year}`,
    withoutFigures: (count) => `${count} endnu uden tal`,
    figures: (count) => `${formatNumber(count, 0, 'da')} tal`,
    figure: 'Tal',
    seeIndicator: 'Se indikatoren',
    asInRelease: (release) => `som den var i udgivelse ${release}`,
    group: 'Gruppe',
    period: 'Periode',
    was: 'Før',
    is: 'Nu',
    withdrawn: 'Trukket tilbage siden',
    withdrawnNote: 'Disse tal burde ikke have været offentliggjort og er fjernet siden. Resten er uændret.',
    withdrawnOn: (date) => `Trukket tilbage ${date}:`,
    proof: 'Fingeraftryk',
    proofText:
      'Fingeraftrykket (SHA-256) er regnet ud af alle udgivelsens tal og tekster og af fingeraftrykket før den. Ændres blot et tegn, passer hverken dette eller senere fingeraftryk. Gem det, og du kan selv se efter.',
    hash: 'Denne udgivelse',
    previousHash: 'Den forrige',
    allHashes: 'Alle fingeraftryk (JSON)',
    json: 'Ændringerne som data (JSON)',
    moreReleases: 'Flere udgivelser',
  },
  en: {
    list: { title: 'Releases', description: 'Everything that has been published, and what changed each time.' },
    lead: 'A release is all goals, figures and assessments as they were on one day. Nothing published changes silently: a correction is a new release, and the old one can still be seen.',
    feed: 'Follow the releases (Atom)',
    publishedBy: inEnglish,
    whatChanged: (release) => `What release ${release} changed`,
    asItWas: (release) => `The pages as they were in release ${release}`,
    current: 'The latest',
    one: ({ number, title, publishedAt }) => ({
      title: `Release ${number}: ${title.en}`,
      description: `What changed in release ${number} of ${formatDate(publishedAt, 'en')}.`,
    }),
    since: (release, changes) => `Since release ${release}: ${changes}`,
    firstRelease: (holds) => `This is the first release, so everything is new: ${holds}.`,
    everythingUntil: (release, holds) => `Everything published up to and including release ${release}: ${holds}.`,
    holds: (indicators, figures) =>
      `${indicators} ${indicators === 1 ? 'indicator' : 'indicators'} with ${formatNumber(figures, 0, 'en')} ${figures === 1 ? 'figure' : 'figures'}`,
    compareWith: 'Compare with',
    compare: 'Compare',
    beforeFirst: 'before the first',
    numbered: (release, date) => `release ${release}, ${date}`,
    corrected: 'Figures that have been corrected',
    correctedNote: 'They were published and have been changed.',
    removed: 'Figures that have been removed',
    removedNote: 'They were published, but have been removed.',
    verdicts: 'Assessments that have changed',
    verdictsNote: 'Assessments are computed again at every release.',
    noVerdict: 'none',
    added: 'New figures',
    definitions: 'Changed descriptions',
    definitionsNote: 'The name, definition, reservations or something else in the description has changed.',
    others: 'Something else about an indicator has changed',
    othersNote:
      'Figures, assessment and description are the same; a source, a footnote or a target, for instance, may have changed.',
    late: 'Figures that are late',
    lateNote: 'They should have been in the release, but were missing.',
    expected: (date) => `expected ${date}`,
    newIndicators: 'New indicators',
    goneIndicators: 'Indicators that have been removed',
    texts: 'Only texts have changed',
    textsNote: (since) => `Every figure and every assessment is as in release ${since}. What changed:`,
    policy: 'The texts of the policy',
    profile: 'The name, languages, logo or colours of the site',
    goal: (number) => `Goal ${number}`,
    actionPlan: (year) => `The action plan for ${year}`,
    withoutFigures: (count) => `${count} without figures yet`,
    figures: (count) => (count === 1 ? '1 figure' : `${formatNumber(count, 0, 'en')} figures`),
    figure: 'Figure',
    seeIndicator: 'See the indicator',
    asInRelease: (release) => `as it was in release ${release}`,
    group: 'Group',
    period: 'Period',
    was: 'Before',
    is: 'Now',
    withdrawn: 'Withdrawn since',
    withdrawnNote: 'These figures should not have been published and have been removed. Nothing else has changed.',
    withdrawnOn: (date) => `Withdrawn ${date}:`,
    proof: 'Fingerprint',
    proofText:
      'The fingerprint (SHA-256) is computed from all figures and texts of the release and from the fingerprint before it. If a single character is changed, neither this fingerprint nor any later one matches. Keep it, and you can check for yourself.',
    hash: 'This release',
    previousHash: 'The one before',
    allHashes: 'All fingerprints (JSON)',
    json: 'The changes as data (JSON)',
    moreReleases: 'More releases',
  },
}
