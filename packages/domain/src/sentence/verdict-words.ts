import type { ObservationStatus } from '../observation/observation.ts'
import type { NotAssessedReason, Verdict } from '../progress/assessment.ts'
import type { ProgressMethod } from '../target/target.ts'
import type { Text } from '../text.ts'

/** The name of each verdict, as it stands before the sentence and in lists. `no-change` and `stable` have the same name, and are counted together where names are counted. */
export const verdictWords: Readonly<Record<Verdict, Text>> = {
  reached: { da: 'Målet er nået', en: 'Target reached' },
  'on-track': { da: 'På vej', en: 'On track' },
  behind: { da: 'Lidt for langsomt', en: 'Slightly behind' },
  'too-slow': { da: 'For langsomt', en: 'Too slow' },
  'no-change': { da: 'Uændret', en: 'No clear change' },
  'wrong-way': { da: 'Den forkerte vej', en: 'Wrong way' },
  overdue: { da: 'Målåret er gået', en: 'Target year has passed' },
  improving: { da: 'Forbedret', en: 'Improving' },
  stable: { da: 'Uændret', en: 'No clear change' },
  unclear: { da: 'Ingen sikker retning', en: 'No certain direction' },
  worsening: { da: 'Forværret', en: 'Worsening' },
  'not-assessed': { da: 'Ikke vurderet', en: 'Not assessed' },
  'no-data': { da: 'Ingen data endnu', en: 'No data yet' },
}

/** Whether two verdicts read alike, so that one in place of the other is no change to a reader. */
export const haveOneName = (a: Verdict | null, b: Verdict | null): boolean =>
  a === b || (a !== null && b !== null && verdictWords[a].da === verdictWords[b].da)

/** Why an indicator with figures has no verdict: whole sentences, shown to the reader. */
export const notAssessedWords: Readonly<Record<NotAssessedReason, Text>> = {
  context: {
    da: 'Tallet vises som baggrund og vurderes ikke.',
    en: 'The figure is shown for background and is not assessed.',
  },
  'too-few-points': {
    da: 'Der er for få målinger til at vurdere udviklingen.',
    en: 'There are too few measurements to assess the development.',
  },
  'few-points': {
    da: 'To eller tre målinger er for få til at tale om en udvikling.',
    en: 'Two or three measurements are too few to speak of a development.',
  },
  suppressed: {
    da: 'Tallene handler om for få personer til, at de kan vises.',
    en: 'The figures are about too few people to be shown.',
  },
  break: {
    da: 'Tallene er opgjort på forskellige måder undervejs, så udviklingen kan ikke vurderes.',
    en: 'The figures have been compiled in different ways over time, so the development cannot be assessed.',
  },
  'target-is-baseline': {
    da: 'Målet er det samme som udgangspunktet, så der er ingen udvikling at vurdere.',
    en: 'The target is the same as the baseline, so there is no development to assess.',
  },
  'no-band': {
    da: 'Tallet skal holdes på niveau, men der er ikke fastsat, hvor meget det må svinge.',
    en: 'The figure is to be kept level, but no limits have been set for how much it may vary.',
  },
  'method-undefined': {
    da: 'Metoden giver intet resultat for disse tal, så udviklingen er ikke vurderet.',
    en: 'The method gives no result for these figures, so the development is not assessed.',
  },
  'benchmark-missing': {
    da: 'Målet følger et andet område, og derfra er der intet tal for samme periode.',
    en: 'The target follows another area, which has no figure for the same period.',
  },
  'baseline-missing': {
    da: 'Tallet, som målet regnes fra, mangler, så udviklingen kan ikke vurderes.',
    en: 'The figure the target is counted from is missing, so the development cannot be assessed.',
  },
}

/**
 * What each status of an observation is called, and the mark that stands beside the value, or in its place where there
 * is none. `*`, `..` and `.` are the signs of Danish official statistics, the letters those of the European ones.
 */
export const statusWords: Readonly<Record<ObservationStatus, { readonly mark: string; readonly words: Text }>> = {
  A: { mark: '', words: { da: 'Normal', en: 'Normal' } },
  B: { mark: '(b)', words: { da: 'Brud i serien', en: 'Break in series' } },
  D: { mark: '(d)', words: { da: 'Anden definition', en: 'Definition differs' } },
  E: { mark: '(e)', words: { da: 'Anslået', en: 'Estimated' } },
  P: { mark: '*', words: { da: 'Foreløbigt', en: 'Provisional' } },
  U: { mark: '(u)', words: { da: 'Usikkert', en: 'Low reliability' } },
  O: { mark: '..', words: { da: 'Mangler', en: 'Missing' } },
  L: { mark: '…', words: { da: 'Ikke indsamlet', en: 'Not collected' } },
  M: { mark: '.', words: { da: 'Ikke relevant', en: 'Not applicable' } },
  Q: { mark: '(c)', words: { da: 'For få personer', en: 'Too few people' } },
}

/** What each method is called. */
export const methodWords: Readonly<Record<ProgressMethod, Text>> = {
  trend: { da: 'Tendens', en: 'Trend' },
  'five-year-trend': { da: 'Tendens over fem år', en: 'Trend over five years' },
  'latest-two': { da: 'De to seneste målinger', en: 'The two latest measurements' },
  linear: { da: 'Lige linje mod målet', en: 'Straight line to the target' },
  cagr: { da: 'Årlig vækst mod målet', en: 'Annual growth towards the target' },
  'cagr-trend': { da: 'Årlig vækst', en: 'Annual growth' },
  un: { da: 'FN’s metode', en: 'The UN’s method' },
  'theil-sen': { da: 'Tendens mod målet', en: 'Trend towards the target' },
}
