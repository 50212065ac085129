import { formatDate } from '@pejling/domain/period/period'
import type { Release } from '@pejling/domain/release/release'
import type { Locale } from '@pejling/domain/text/text'

interface Head {
  readonly title: string
  readonly description: string
}

interface ReleaseWords {
  readonly list: Head
  readonly lead: string
  readonly publishedBy: (date: string, by: string) => string
  readonly whatChanged: string
  readonly asItWas: string
  readonly current: string
  readonly one: (release: Release) => Head
  readonly since: (release: number) => string
  readonly firstRelease: string
  readonly compareWith: string
  readonly compare: string
  readonly beforeFirst: string
  readonly numbered: (release: number, date: string) => string
  readonly verdicts: string
  readonly verdictsNote: string
  readonly noVerdict: string
  readonly corrected: string
  readonly correctedNote: string
  readonly removed: string
  readonly added: string
  readonly definitions: string
  readonly newIndicators: string
  readonly goneIndicators: string
  readonly figures: (count: number) => string
  readonly indicator: string
  readonly group: string
  readonly period: string
  readonly was: string
  readonly is: string
  readonly proof: string
  readonly proofText: string
  readonly hash: string
  readonly previousHash: string
  readonly json: string
}

/** The words of the releases' pages. */
export const releaseWords: Readonly<Record<Locale, ReleaseWords>> = {
  da: {
    list: {
      title: 'Udgivelser',
      description: 'Alt, hvad der er udgivet, og hvad der blev ændret hver gang.',
    },
    lead: 'Intet udgivet ændres i stilhed. En rettelse er en ny udgivelse, og den gamle kan stadig ses.',
    publishedBy: (date, by) => (by === 'system' ? `${date}, ved installationen` : `${date}, udgivet af ${by}`),
    whatChanged: 'Hvad der blev ændret',
    asItWas: 'Se siderne, som de var',
    current: 'Den nyeste',
    one: ({ number, publishedAt }) => ({
      title: `Udgivelse ${number}`,
      description: `Hvad der blev ændret i udgivelse ${number} fra ${formatDate(publishedAt, 'da')}.`,
    }),
    since: (release) => `Siden udgivelse ${release}`,
    firstRelease: 'Det er den første udgivelse, så alt er nyt.',
    compareWith: 'Sammenlign med',
    compare: 'Sammenlign',
    beforeFirst: 'før den første',
    numbered: (release, date) => `udgivelse ${release}, ${date}`,
    verdicts: 'Vurderinger, der er andre nu',
    verdictsNote: 'Regnet ud på ny efter de samme regler.',
    noVerdict: 'ingen',
    corrected: 'Tal, der er rettet',
    correctedNote: 'De stod i den tidligere udgivelse og er andre nu.',
    removed: 'Tal, der er taget bort',
    added: 'Nye tal',
    definitions: 'Indikatorer, der er beskrevet på ny',
    newIndicators: 'Nye indikatorer',
    goneIndicators: 'Indikatorer, der er udgået',
    figures: (count) => (count === 0 ? 'ingen tal endnu' : `${count} tal`),
    indicator: 'Indikator',
    group: 'Gruppe',
    period: 'Periode',
    was: 'Før',
    is: 'Nu',
    proof: 'Fingeraftryk',
    proofText:
      'Udgivelsens fingeraftryk dækker alle dens tal og tekster og fingeraftrykket før den. Var noget ændret bagefter, passede det ikke mere.',
    hash: 'Denne udgivelse',
    previousHash: 'Den forrige',
    json: 'Ændringerne som data (JSON)',
  },
  en: {
    list: { title: 'Releases', description: 'Everything that has been published, and what changed each time.' },
    lead: 'Nothing published changes silently. A correction is a new release, and the old one can still be seen.',
    publishedBy: (date, by) => (by === 'system' ? `${date}, at installation` : `${date}, published by ${by}`),
    whatChanged: 'What changed',
    asItWas: 'See the pages as they were',
    current: 'The latest',
    one: ({ number, publishedAt }) => ({
      title: `Release ${number}`,
      description: `What changed in release ${number} of ${formatDate(publishedAt, 'en')}.`,
    }),
    since: (release) => `Since release ${release}`,
    firstRelease: 'This is the first release, so everything is new.',
    compareWith: 'Compare with',
    compare: 'Compare',
    beforeFirst: 'before the first',
    numbered: (release, date) => `release ${release}, ${date}`,
    verdicts: 'Assessments that are others now',
    verdictsNote: 'Computed anew by the same rules.',
    noVerdict: 'none',
    corrected: 'Figures that have been corrected',
    correctedNote: 'They stood in the earlier release and are others now.',
    removed: 'Figures that have been removed',
    added: 'New figures',
    definitions: 'Indicators that are described anew',
    newIndicators: 'New indicators',
    goneIndicators: 'Indicators that are gone',
    figures: (count) => (count === 0 ? 'no figures yet' : count === 1 ? '1 figure' : `${count} figures`),
    indicator: 'Indicator',
    group: 'Group',
    period: 'Period',
    was: 'Before',
    is: 'Now',
    proof: 'Fingerprint',
    proofText:
      'The fingerprint of the release covers all its figures and texts and the fingerprint before it. Had anything been changed afterwards, it would no longer match.',
    hash: 'This release',
    previousHash: 'The one before',
    json: 'The changes as data (JSON)',
  },
}
