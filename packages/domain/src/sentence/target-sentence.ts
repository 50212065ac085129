import { comparePeriods, periodOf, yearsBetween } from '../period/period.ts'
import { lowered, type Locale } from '../text.ts'
import { formatDifference, formatNumber, formatTarget, formatTargetBand } from '../unit/format.ts'
import { latestFigure } from './assessed-series.ts'
import type { PeriodValue, AssessedSeries } from './assessed-series.ts'
import { inPeriod, periodWords } from './period-words.ts'

/** A target as values from `low` to `high`; the same value twice where one value was decided. */
interface Aim {
  readonly period: string
  readonly low: number
  readonly high: number
  readonly isBand: boolean
}

function aimOf({ target }: AssessedSeries): Aim | null {
  if (target?.band) return { ...target.band, isBand: true }
  if (!target?.target) return null
  const { period, value } = target.target
  return { period, low: value, high: value, isBand: false }
}

/** How far the figure must move, with its sign; 0 where it is there already, or past it in the wanted direction. */
function distanceTo(aim: Aim, latest: PeriodValue, { indicator }: AssessedSeries): number {
  if (indicator.direction === 'increase') return Math.max(aim.low - latest.value, 0)
  if (indicator.direction === 'decrease') return Math.min(aim.high - latest.value, 0)
  return latest.value < aim.low ? aim.low - latest.value : Math.min(aim.high - latest.value, 0)
}

/** How far the latest figure must move to meet its target, with its sign; `null` where nothing is left to move. */
export function distanceToTarget(finding: AssessedSeries): number | null {
  const [aim, latest] = [aimOf(finding), latestFigure(finding)]
  if (aim === null || latest === null || finding.judgement.verdict === 'reached') return null
  return distanceTo(aim, latest, finding) || null
}

function isNextElection(aim: Aim, latest: PeriodValue, { indicator }: AssessedSeries): boolean {
  const { periodKind, everyYears } = indicator.cadence
  const wait = yearsBetween(periodOf(periodKind, latest.period), periodOf(periodKind, aim.period))
  return periodKind.endsWith('-election') && Math.round(wait) === everyYears
}

function bandWords(aim: Aim, { indicator }: AssessedSeries, locale: Locale): string {
  if (aim.low === aim.high) return `${locale === 'da' ? 'på' : 'at'} ${formatTarget(aim.low, indicator, locale)}`
  return `${locale === 'da' ? 'mellem' : 'between'} ${formatTargetBand(aim, indicator, locale)}`
}

// What a ratio of 1 means is not seen from the number.
function aimedValue(aim: Aim, { indicator }: AssessedSeries, locale: Locale): string {
  const value = formatTarget(aim.low, indicator, locale)
  if (indicator.unit !== 'ratio' || indicator.towards !== 1 || aim.low !== 1) return value
  if (indicator.derived?.kind === 'parity') {
    return `${value} (${locale === 'da' ? 'ligelig repræsentation' : 'equal representation'})`
  }
  return `${value} (${locale === 'da' ? 'ligelig fordeling' : 'parity'})`
}

// Only points and kroner need their unit said again; the target just before has said what is counted.
function amount(distance: number, { indicator }: AssessedSeries, locale: Locale): string {
  const hasOwnUnit = ['percent', 'percentage-point', 'kroner'].includes(indicator.unit)
  return hasOwnUnit
    ? formatDifference(distance, indicator, locale)
    : formatNumber(Math.abs(distance), indicator.decimals, locale)
}

const isVisible = (distance: number, { indicator }: AssessedSeries): boolean =>
  formatNumber(distance, indicator.decimals, 'en') !== formatNumber(0, indicator.decimals, 'en')

function targetName(aim: Aim, finding: AssessedSeries, locale: Locale): string {
  if (aim.isBand) {
    const band = bandWords(aim, finding, locale)
    return locale === 'da' ? `Målet om at ligge ${band}` : `The target of being ${band}`
  }
  const value = formatTarget(aim.low, finding.indicator, locale)
  return locale === 'da' ? `Målet på ${value}` : `The target of ${value}`
}

function missed(aim: Aim, distance: number, finding: AssessedSeries, locale: Locale): string[] {
  const name = `${targetName(aim, finding, locale)} ${inPeriod(finding.indicator.cadence.periodKind, aim.period, locale)}`
  const visible = isVisible(distance, finding)
  if (locale === 'da') {
    const by = visible ? amount(distance, finding, locale) : 'ganske lidt'
    return [`${name} blev ikke nået`, `Tallet endte ${by} ${distance > 0 ? 'under' : 'over'} målet`]
  }
  const by = visible ? amount(distance, finding, locale) : 'very slightly'
  return [`${name} was not reached`, `The figure ended ${by} ${distance > 0 ? 'below' : 'above'} it`]
}

function needDanish(aim: Aim, distance: number, atNextElection: boolean, finding: AssessedSeries): string {
  const { indicator } = finding
  const goal = aim.isBand ? `ligge ${bandWords(aim, finding, 'da')}` : `nå ${aimedValue(aim, finding, 'da')}`
  const by = isVisible(distance, finding) ? `med ${amount(distance, finding, 'da')}` : 'ganske lidt'
  const when = inPeriod(indicator.cadence.periodKind, aim.period, 'da')
  const verb = distance > 0 ? 'stige' : 'falde'
  return `For at ${goal} ${when} skal tallet ${verb} ${by}${atNextElection ? ' ved næste valg' : ''}`
}

function needEnglish(aim: Aim, distance: number, atNextElection: boolean, finding: AssessedSeries): string {
  const { indicator } = finding
  const goal = aim.isBand ? `be ${bandWords(aim, finding, 'en')}` : `reach ${aimedValue(aim, finding, 'en')}`
  const by = isVisible(distance, finding) ? `by ${amount(distance, finding, 'en')}` : 'very slightly'
  const when = `${atNextElection ? 'in' : 'by'} ${periodWords(indicator.cadence.periodKind, aim.period, 'en')}`
  const verb = distance > 0 ? 'rise' : 'fall'
  return `To ${goal} ${when}, the figure must ${verb} ${by}${atNextElection ? ' at the next election' : ''}`
}

/** That the target's time has passed without a figure, and where the latest figure lay. */
function overdue(aim: Aim, distance: number | null, finding: AssessedSeries, locale: Locale): string[] {
  const kind = finding.indicator.cadence.periodKind
  const [name, when] = [targetName(aim, finding, locale), inPeriod(kind, aim.period, locale)]
  const year = periodWords(kind, aim.period, locale)
  const by = distance !== null && isVisible(distance, finding) ? amount(distance, finding, locale) : null
  const below = (distance ?? 0) > 0
  if (locale === 'da') {
    const told = `Om ${lowered(name)} ${when} blev nået, kan ikke siges, for der er endnu intet tal for ${year}`
    return by === null ? [told] : [told, `Det seneste tal lå ${by} ${below ? 'under' : 'over'} målet`]
  }
  const told = `It cannot be said whether ${lowered(name)} ${when} was met, as there is no figure for ${year} yet`
  return by === null ? [told] : [told, `The latest figure was ${by} ${below ? 'below' : 'above'} it`]
}

/**
 * What would have to happen, without full stops: reached, missed, or how far the figure must still move; empty without
 * a target. The distance is computed from the unrounded figures and then rounded: that is its true size, also where
 * the difference between the figures as shown would differ in the last decimal.
 */
export function targetSentences(finding: AssessedSeries, locale: Locale): string[] {
  const aim = aimOf(finding)
  if (aim === null) return []
  const { indicator, judgement } = finding
  const kind = indicator.cadence.periodKind
  const when = inPeriod(kind, aim.period, locale)
  const latest = latestFigure(finding)
  if (latest === null) {
    const words = aim.isBand ? bandWords(aim, finding, locale) : formatTarget(aim.low, indicator, locale)
    if (locale === 'da') return [`Målet er ${aim.isBand ? 'at ligge ' : ''}${words} ${when}`]
    return [`The target is ${aim.isBand ? 'to be ' : ''}${words} ${when}`]
  }
  if (judgement.verdict === 'reached') {
    const name = targetName(aim, finding, locale)
    if (aim.isBand) return [locale === 'da' ? `${name} er opfyldt` : `${name} is met`]
    return [locale === 'da' ? `${name} ${when} er nået` : `${name} ${when} has been reached`]
  }
  const distance = distanceToTarget(finding)
  if (judgement.verdict === 'overdue') return overdue(aim, distance, finding, locale)
  if (distance === null) return []
  if (comparePeriods(periodOf(kind, latest.period), periodOf(kind, aim.period)) >= 0) {
    return missed(aim, distance, finding, locale)
  }
  const atNextElection = isNextElection(aim, latest, finding)
  return [(locale === 'da' ? needDanish : needEnglish)(aim, distance, atNextElection, finding)]
}
