import { aimOf } from '../progress/aim.ts'
import type { Verdict } from '../progress/assessment.ts'
import { defaultTrendBand, isWithin } from '../progress/tolerance.ts'
import type { ProgressMethod } from '../target/target.ts'
import { ended, type Locale, type Text } from '../text.ts'
import { formatChange, formatDifference, formatTarget, moveAsShown } from '../unit/format.ts'
import { earlierFigure, latestFigure, previousFigure } from './assessed-series.ts'
import type { PeriodValue, AssessedSeries } from './assessed-series.ts'
import { betweenPeriods, inPeriod } from './period-words.ts'
import { methodWords } from './verdict-words.ts'

/*
 * How the figures beside a verdict relate to it: the two ends that are compared, the latest step, and what has to be
 * said where one of them points another way than the verdict.
 */

const rightWay: ReadonlySet<Verdict> = new Set(['improving', 'on-track', 'behind', 'too-slow'])
const wrongWay: ReadonlySet<Verdict> = new Set(['worsening', 'wrong-way'])

/** Whether the verdict says that nothing has changed. */
export const isFlat = ({ judgement }: AssessedSeries): boolean =>
  judgement.verdict === 'no-change' || judgement.verdict === 'stable'

/** Whether a change is larger than what counts as no change. */
export const isOutsideBand = (change: number, { judgement }: AssessedSeries): boolean =>
  !isWithin(change, judgement.inputs.noChangeBand ?? 0)

/** Which way a figure moved as a reader sees it. */
export const shownMove = (
  from: PeriodValue,
  to: PeriodValue,
  { indicator: { decimals } }: AssessedSeries,
): -1 | 0 | 1 => moveAsShown(from.value, to.value, decimals)

/** The tolerance of the indicator's unit, or its own, over the given change. */
const usualBand = (from: PeriodValue, { indicator }: AssessedSeries): number =>
  indicator.band?.value ?? defaultTrendBand(indicator, from.value)

/**
 * Whether the latest step is too small to be told as a turn: no more than half of what counts as a change over the
 * whole period.
 */
export function isSmallStep(from: PeriodValue, to: PeriodValue, finding: AssessedSeries): boolean {
  const band = Math.max(finding.judgement.inputs.noChangeBand ?? 0, usualBand(from, finding))
  return isWithin(to.value - from.value, band / 2)
}

/** Which way the verdict says it goes: the right way 1, the wrong way −1; 0 where it says neither. */
function judgedWay({ judgement: { verdict } }: AssessedSeries): number {
  if (rightWay.has(verdict)) return 1
  return wrongWay.has(verdict) ? -1 : 0
}

/** Whether a move as shown is one in the wanted direction, 1, or against it, −1; 0 where there is neither. */
function shownWay(from: PeriodValue, to: PeriodValue, finding: AssessedSeries): number {
  const aim = aimOf(finding.indicator, finding.target)
  if (aim === null || shownMove(from, to, finding) === 0) return 0
  return Math.sign(aim.wanted * (aim.measure(to.value) - aim.measure(from.value)))
}

const byAllPoints: ReadonlySet<ProgressMethod> = new Set(['trend', 'five-year-trend', 'theil-sen'])

const usesAllPoints = ({ judgement }: AssessedSeries): boolean =>
  judgement.inputs.points.length > 2 && byAllPoints.has(judgement.method.name)

/** Whether the figure came closer to the value aimed at or went further from it, where verdict and ends both say so. */
export function approach(from: PeriodValue, to: PeriodValue, finding: AssessedSeries): 'closer' | 'further' | null {
  const { verdict } = finding.judgement
  if (finding.indicator.towards === null || (verdict !== 'improving' && verdict !== 'worsening')) return null
  if (shownWay(from, to, finding) !== judgedWay(finding)) return null
  return verdict === 'improving' ? 'closer' : 'further'
}

/** What the verdict says where the two ends alone would tell another story. */
export type JudgedCourse =
  'rising' | 'falling' | 'closer' | 'further' | 'flat' | 'unclear' | 'uncertain' | 'too-small' | 'ahead'

/**
 * What the verdict rests on, where the two ends alone would tell another story; otherwise `null`. A median slope can rise
 * although the last point lies below the first.
 */
export function hiddenCourse(from: PeriodValue, to: PeriodValue, finding: AssessedSeries): JudgedCourse | null {
  const { indicator, judgement } = finding
  if (judgement.verdict === 'unclear') return 'unclear'
  if (isFlat(finding)) {
    if (judgement.uncertain || !isOutsideBand(to.value - from.value, finding)) return null
    return usesAllPoints(finding) ? 'flat' : 'too-small'
  }
  const judged = judgedWay(finding)
  if (judged === 0 || indicator.direction === 'context') return null
  const shown = shownWay(from, to, finding)
  if (!usesAllPoints(finding)) return judged === 1 && shown === -1 ? 'ahead' : null
  if (shown === judged) return null
  if (indicator.direction === 'increase') return judged === 1 ? 'rising' : 'falling'
  if (indicator.direction === 'decrease') return judged === 1 ? 'falling' : 'rising'
  return judged === 1 ? 'closer' : 'further'
}

/** What is aimed at: the decided band, else the value aimed at. */
export function aimWords({ indicator, target }: AssessedSeries, locale: Locale): string {
  if (indicator.towards === null || target?.band) return locale === 'da' ? 'målet' : 'the target'
  return formatTarget(indicator.towards, indicator, locale)
}

/** Whether the figure passed from one side of what is aimed at to the other: above it now 1, below it −1; `null`: neither. */
export function crossing(from: PeriodValue, to: PeriodValue, { indicator, target }: AssessedSeries): 1 | -1 | null {
  if (indicator.direction !== 'towards' && indicator.direction !== 'maintain') return null
  const low = target?.band?.low ?? indicator.towards
  const high = target?.band?.high ?? indicator.towards
  if (low === null || high === null) return null
  if (from.value < low && to.value > high) return 1
  return from.value > high && to.value < low ? -1 : null
}

/** Whether a change reads as smaller than its limit, when both are rounded as they are shown. */
const looksSmaller = (change: number, band: number, decimals: number): boolean =>
  moveAsShown(Math.abs(change), band, decimals) > 0

/**
 * What “unchanged” rests on where the two ends differ by more than the tolerance: the change between all measurements, and
 * how large it has to be. A distance from a value aimed at is no change of the figure, and has no number.
 */
function flatWords({ indicator, judgement: { inputs } }: AssessedSeries): Text {
  const { change, noChangeBand: band } = inputs
  const isOfFigure = indicator.direction === 'increase' || indicator.direction === 'decrease'
  if (change === null || band === null || !isOfFigure || !looksSmaller(change, band, indicator.decimals)) {
    return { da: 'Der er ingen klar tendens i perioden', en: 'There is no clear trend over the period' }
  }
  return {
    da: `Den typiske ændring mellem alle målinger i perioden er ${formatChange(change, indicator, 'da')}, og den skal være over ${formatDifference(band, indicator, 'da')} for at tælle`,
    en: `The typical change between all measurements of the period is ${formatChange(change, indicator, 'en')}, and it must exceed ${formatDifference(band, indicator, 'en')} to count`,
  }
}

/** Why a change may be none: the margin of error of a survey, or chance among the people who were counted. */
export function uncertainWords({ observations }: AssessedSeries): Text {
  if (observations.some(({ margin }) => margin !== null)) {
    return {
      da: 'Ændringen er inden for den statistiske usikkerhed',
      en: 'The change is within the margin of error',
    }
  }
  return {
    da: 'Ændringen er så lille, at den kan være tilfældig',
    en: 'The change is so small that it may be chance',
  }
}

/** The course as a sentence without its full stop. */
export function courseWords(course: JudgedCourse, finding: AssessedSeries): Text {
  const aim = (locale: Locale): string => aimWords(finding, locale)
  const method = methodWords[finding.judgement.method.name]
  const words: Readonly<Record<JudgedCourse, Text>> = {
    rising: { da: 'Tendensen i perioden er stigende', en: 'The trend over the period is upward' },
    falling: { da: 'Tendensen i perioden er faldende', en: 'The trend over the period is downward' },
    closer: {
      da: `Set over hele perioden nærmer tallet sig ${aim('da')}`,
      en: `Over the whole period the figure is approaching ${aim('en')}`,
    },
    further: {
      da: `Set over hele perioden fjerner tallet sig fra ${aim('da')}`,
      en: `Over the whole period the figure is moving away from ${aim('en')}`,
    },
    flat: flatWords(finding),
    unclear: {
      da: 'Tallene svinger så meget, at retningen ikke er sikker',
      en: 'The figures vary so much that the direction is not certain',
    },
    uncertain: uncertainWords(finding),
    'too-small': {
      da: `Efter metoden “${method.da}” er ændringen for lille til at tælle`,
      en: `By the method “${method.en}” the change is too small to count`,
    },
    ahead: {
      da: 'Tallet er stadig foran den besluttede vej til målet',
      en: 'The figure is still ahead of the decided path to the target',
    },
  }
  return words[course]
}

/** The latest step, where it goes another way than what stands before it. */
export interface Turn {
  readonly from: PeriodValue
  readonly to: PeriodValue
  readonly move: -1 | 1
  /** Whether the figure had moved the other way before, so that this is a way back. */
  readonly isBack: boolean
}

/**
 * The latest step where it must be said: a clear one against the whole change, or a larger one where the whole is none. It is
 * a way back only where the whole is a change. `null`: there is no such step.
 */
export function turnOf(finding: AssessedSeries): Turn | null {
  const [earlier, previous, latest] = [earlierFigure(finding), previousFigure(finding), latestFigure(finding)]
  if (!earlier || !previous || !latest || previous.period === earlier.period) return null
  const [whole, move] = [shownMove(earlier, latest, finding), shownMove(previous, latest, finding)]
  if (move === 0 || isSmallStep(previous, latest, finding)) return null
  const isWholeFlat = whole === 0 || (isFlat(finding) && !isOutsideBand(latest.value - earlier.value, finding))
  const turn = { from: previous, to: latest, move, isBack: !isWholeFlat }
  if (whole === -move) return turn
  const judged = judgedWay(finding)
  const isClear = isFlat(finding)
    ? isOutsideBand(latest.value - previous.value, finding)
    : judged !== 0 && shownWay(previous, latest, finding) === -judged
  return isWholeFlat && isClear ? turn : null
}

/** “men steg igen fra 2021 til 2025”: what follows a comma. */
export function turnClause({ from, to, move, isBack }: Turn, { indicator }: AssessedSeries): Text {
  const span = (locale: Locale): string => betweenPeriods(indicator.cadence.periodKind, from.period, to.period, locale)
  return {
    da: `men ${move > 0 ? 'steg' : 'faldt'}${isBack ? ' igen' : ''} ${span('da')}`,
    en: `but ${move > 0 ? 'rose' : 'fell'}${isBack ? ' again' : ''} ${span('en')}`,
  }
}

/** “Fra 2021 til 2025 steg tallet igen”: a sentence of its own, without its full stop. */
export function turnSentence({ from, to, move, isBack }: Turn, { indicator }: AssessedSeries, locale: Locale): string {
  const span = betweenPeriods(indicator.cadence.periodKind, from.period, to.period, locale)
  if (locale === 'da') return `${span} ${move > 0 ? 'steg' : 'faldt'} tallet${isBack ? ' igen' : ''}`
  return `${span} the figure ${move > 0 ? 'rose' : 'fell'}${isBack ? ' again' : ''}`
}

/** How the latest figure lies against the one it is compared with: “lavere end i 2017”, “næsten uændret siden 2019”. */
function standing(
  earlier: PeriodValue,
  latest: PeriodValue,
  { isBack }: Turn,
  finding: AssessedSeries,
  locale: Locale,
): string {
  const when = inPeriod(finding.indicator.cadence.periodKind, earlier.period, locale)
  const whole = shownMove(earlier, latest, finding)
  if (isBack) {
    if (locale === 'da') return `${whole > 0 ? 'Højere' : 'Lavere'} end ${when}`
    return `${whole > 0 ? 'Higher' : 'Lower'} than ${when}`
  }
  if (whole === 0) return locale === 'da' ? `Det samme som ${when}` : `The same as ${when}`
  return locale === 'da' ? `Næsten det samme som ${when}` : `Almost the same as ${when}`
}

/** Whether a change that is larger than the usual tolerance counts as none because it is uncertain. */
function doubt(earlier: PeriodValue, latest: PeriodValue, finding: AssessedSeries): JudgedCourse | null {
  const isLarge = !isWithin(latest.value - earlier.value, usualBand(earlier, finding))
  return isFlat(finding) && finding.judgement.uncertain && isLarge ? 'uncertain' : null
}

/**
 * What has to stand beside the signs of a verdict's changes, so that none of them is read against it: “Lavere end i 2017,
 * men steg igen fra 2021 til 2025.” `null` where every sign agrees with the verdict.
 */
export function explanationOf(finding: AssessedSeries): Text | null {
  const [earlier, latest, turn] = [earlierFigure(finding), latestFigure(finding), turnOf(finding)]
  if (!earlier || !latest) return null
  const course = hiddenCourse(earlier, latest, finding) ?? doubt(earlier, latest, finding)
  const say = (locale: Locale): string =>
    [
      ...(turn ? [`${standing(earlier, latest, turn, finding, locale)}, ${turnClause(turn, finding)[locale]}`] : []),
      ...(course ? [courseWords(course, finding)[locale]] : []),
    ]
      .map(ended)
      .join(' ')
  return turn || course ? { da: say('da'), en: say('en') } : null
}
