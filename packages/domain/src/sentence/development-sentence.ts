import { lowered, type Locale } from '../text.ts'
import { formatDifference, formatNumber, formatTarget, formatValue } from '../unit/format.ts'
import {
  aimWords,
  approach,
  courseWords,
  crossing,
  hiddenCourse,
  isFlat,
  isOutsideBand,
  shownMove,
  turnClause,
  turnOf,
  turnSentence,
  uncertainWords,
} from './course.ts'
import { comparableFigures, decidedBaseline, earlierFigure, latestFigure } from './assessed-series.ts'
import type { PeriodValue, AssessedSeries } from './assessed-series.ts'
import { inPeriod } from './period-words.ts'
import { subjectWords } from './subject.ts'

/** `skala 1–5`: what a score lies on; empty where that is not known, or for other units. */
function scaleWords({ indicator: { unit, limits } }: AssessedSeries, locale: Locale): string {
  if (unit !== 'score' || limits.lower === null || limits.upper === null) return ''
  return ` (${locale === 'da' ? 'skala' : 'scale'} ${limits.lower}–${limits.upper})`
}

// A count’s noun is in the subject already (“Antallet af partnerskaber var 28”), so it is not said again.
const figure = (value: number, finding: AssessedSeries, locale: Locale): string => {
  const { indicator } = finding
  return indicator.unit === 'count'
    ? formatNumber(value, indicator.decimals, locale)
    : `${formatValue(value, indicator, locale)}${scaleWords(finding, locale)}`
}

// The first of two figures leaves a long unit to the second: “fra 3,2 i 2021 til 3,8 pr. 1.000 indbyggere i 2025”.
const firstFigure = (value: number, { indicator }: AssessedSeries, locale: Locale): string =>
  indicator.unit === 'percent' || indicator.unit === 'kroner'
    ? formatValue(value, indicator, locale)
    : formatNumber(value, indicator.decimals, locale)

const was = ({ indicator }: AssessedSeries, locale: Locale): string => {
  if (locale === 'da') return 'var'
  return indicator.plural.en ? 'were' : 'was'
}

const almostUnchanged = ({ indicator }: AssessedSeries, locale: Locale): string => {
  if (locale === 'en') return 'almost unchanged'
  return indicator.plural.da ? 'næsten uændrede' : 'næsten uændret'
}

/** Where it is counted from: `72,0 %`, or `det besluttede udgangspunkt på 50 %` where that is no measurement. */
function start(from: PeriodValue, finding: AssessedSeries, locale: Locale): string {
  if (decidedBaseline(finding)?.period !== from.period) return firstFigure(from.value, finding, locale)
  const value = formatTarget(from.value, finding.indicator, locale)
  return locale === 'da' ? `det besluttede udgangspunkt på ${value}` : `the decided baseline of ${value}`
}

function compare(from: PeriodValue, to: PeriodValue, finding: AssessedSeries, locale: Locale, by = ''): string {
  const { indicator } = finding
  const kind = indicator.cadence.periodKind
  const subject = subjectWords(indicator.subject, locale)
  const [earlier, later] = [inPeriod(kind, from.period, locale), inPeriod(kind, to.period, locale)]
  const [first, last] = [start(from, finding, locale), figure(to.value, finding, locale)]
  const and = locale === 'da' ? 'og' : 'and'
  const move = shownMove(from, to, finding)
  if (move === 0) {
    return `${subject} ${was(finding, locale)} ${last} ${locale === 'da' ? 'både' : 'both'} ${earlier} ${and} ${later}`
  }
  if (hiddenCourse(from, to, finding) !== null) {
    return `${subject} ${was(finding, locale)} ${first} ${earlier} ${and} ${last} ${later}`
  }
  if (isFlat(finding) && !finding.judgement.uncertain && !isOutsideBand(to.value - from.value, finding)) {
    return `${subject} ${was(finding, locale)} ${almostUnchanged(finding, locale)}: ${first} ${earlier} ${and} ${last} ${later}`
  }
  return locale === 'da'
    ? `${subject} ${move > 0 ? 'steg' : 'faldt'}${by} fra ${first} ${earlier} til ${last} ${later}`
    : `${subject} ${move > 0 ? 'rose' : 'fell'}${by} from ${first} ${earlier} to ${last} ${later}`
}

const fewNumbers: Readonly<Record<Locale, readonly string[]>> = {
  da: ['ingen', 'én', 'to', 'tre'],
  en: ['no', 'one', 'two', 'three'],
}

/** How far the figure moved in the latest step, of too few figures to speak of a development. */
function latestStep(from: PeriodValue, to: PeriodValue, finding: AssessedSeries, locale: Locale): string {
  const { indicator } = finding
  const count = comparableFigures(finding).length
  const number = fewNumbers[locale][count] ?? String(count)
  const few =
    locale === 'da'
      ? `${number} målinger er for få til at tale om en udvikling`
      : `${number} measurements are too few to speak of a development`
  const measure = indicator.unit === 'count' ? { ...indicator, unit: 'ratio' as const } : indicator
  const by = formatDifference(to.value - from.value, measure, locale)
  return `${compare(from, to, finding, locale, locale === 'da' ? ` med ${by}` : ` by ${by}`)}; ${few}`
}

/** Past the value or the band aimed at, to its other side; empty where it is not. */
function crossingWords(from: PeriodValue, to: PeriodValue, finding: AssessedSeries, locale: Locale): string {
  const side = crossing(from, to, finding)
  if (side === null) return ''
  const aim = aimWords(finding, locale)
  if (locale === 'da')
    return ` og ligger nu ${side > 0 ? 'over' : 'under'} ${aim} i stedet for ${side > 0 ? 'under' : 'over'}`
  return ` and is now ${side > 0 ? 'above' : 'below'} ${aim} instead of ${side > 0 ? 'below' : 'above'}`
}

/** Closer to the value aimed at, or further from it; empty where there is none. */
function approachWords(from: PeriodValue, to: PeriodValue, finding: AssessedSeries, locale: Locale): string {
  const { indicator } = finding
  const crossed = crossingWords(from, to, finding, locale)
  const approached = approach(from, to, finding)
  if (crossed !== '') {
    if (approached === null) return crossed
    if (locale === 'da') return `${crossed}, men er ${approached === 'closer' ? 'tættere på' : 'længere fra'}`
    return `${crossed}, but ${approached === 'closer' ? 'closer' : 'further away'}`
  }
  if (approached === null || indicator.towards === null) return ''
  const aim = formatTarget(indicator.towards, indicator, locale)
  if (locale === 'da') return ` og er dermed ${approached === 'closer' ? 'tættere på' : 'længere fra'} ${aim}`
  return `, ${approached === 'closer' ? 'closer to' : 'further from'} ${aim}`
}

function compared(from: PeriodValue, to: PeriodValue, finding: AssessedSeries, locale: Locale): string[] {
  const turn = turnOf(finding)
  const told = compare(from, to, finding, locale)
  if (finding.judgement.uncertain && shownMove(from, to, finding) !== 0) {
    const within = `${locale === 'da' ? 'men' : 'but'} ${lowered(uncertainWords(finding)[locale])}`
    return [`${told}, ${within}`, ...(turn ? [turnSentence(turn, finding, locale)] : [])]
  }
  const approached = hiddenCourse(from, to, finding) === null ? approachWords(from, to, finding, locale) : ''
  if (turn && /, (?:men|but) /.test(approached)) return [`${told}${approached}`, turnSentence(turn, finding, locale)]
  return [`${told}${approached}${turn ? `, ${turnClause(turn, finding)[locale]}` : ''}`]
}

/**
 * What happened, in one to three sentences without their full stops. The words for a move follow the figures shown: two
 * that look the same neither rise nor fall, and “unchanged” is said only within the judged band. Where the latest step
 * or the trend goes another way than the two ends, that is said.
 */
export function developmentSentences(finding: AssessedSeries, locale: Locale): string[] {
  const latest = latestFigure(finding)
  if (latest === null && finding.judgement.reason === 'suppressed') return []
  if (latest === null) return [locale === 'da' ? 'Der er ingen tal endnu' : 'There are no figures yet']
  const { indicator } = finding
  const earlier = earlierFigure(finding)
  if (earlier === null) {
    const when = inPeriod(indicator.cadence.periodKind, latest.period, locale)
    const subject = subjectWords(indicator.subject, locale)
    return [`${subject} ${was(finding, locale)} ${figure(latest.value, finding, locale)} ${when}`]
  }
  if (finding.judgement.reason === 'few-points') return [latestStep(earlier, latest, finding, locale)]
  const course = hiddenCourse(earlier, latest, finding)
  return [
    ...compared(earlier, latest, finding, locale),
    ...(course === null ? [] : [courseWords(course, finding)[locale]]),
  ]
}
