import { formatNumber, formatTarget, formatValue } from '../unit/format.ts'
import type { Verdict } from '../progress/assessment.ts'
import type { Locale } from '../text/text.ts'
import { earlierFigure, latestFigure } from './finding.ts'
import type { Figure, Finding } from './finding.ts'
import { inPeriod } from './period-words.ts'

// A count’s noun is in the subject already (“Antallet af partnerskaber var 28”), so it is not said again.
const figure = (value: number, { indicator }: Finding, locale: Locale): string =>
  indicator.unit === 'count' ? formatNumber(value, indicator.decimals, locale) : formatValue(value, indicator, locale)

// The first of two figures leaves a long unit to the second: “fra 3,2 i 2021 til 3,8 pr. 1.000 indbyggere i 2025”.
const firstFigure = (value: number, { indicator }: Finding, locale: Locale): string =>
  indicator.unit === 'percent' || indicator.unit === 'kroner'
    ? formatValue(value, indicator, locale)
    : formatNumber(value, indicator.decimals, locale)

const isFlat = ({ judgement }: Finding): boolean => judgement.verdict === 'no-change' || judgement.verdict === 'stable'

const usesAllPoints = ({ judgement }: Finding): boolean =>
  judgement.inputs.points.length > 2 && (judgement.method.name === 'trend' || judgement.method.name === 'theil-sen')

const outsideBand = (change: number, { judgement }: Finding): boolean =>
  Math.abs(change) > (judgement.inputs.noChangeBand ?? 0)

/** How the two ends relate, as a reader sees them: by the figures shown, not by decimals that are rounded away. */
function shownMove(from: Figure, to: Figure, { indicator }: Finding): number {
  const [first, last] = [from, to].map((end) => formatNumber(end.value, indicator.decimals, 'da'))
  return first === last ? 0 : Math.sign(to.value - from.value)
}

type Course = 'rising' | 'falling' | 'closer' | 'further' | 'flat'

const courseWords: Record<Course, (aim: string) => Record<Locale, string>> = {
  rising: () => ({
    da: 'Set over alle målinger er tendensen stigende',
    en: 'Across all measurements the trend is upward',
  }),
  falling: () => ({
    da: 'Set over alle målinger er tendensen faldende',
    en: 'Across all measurements the trend is downward',
  }),
  closer: (aim) => ({
    da: `Set over alle målinger nærmer tallet sig ${aim}`,
    en: `Across all measurements the figure is approaching ${aim}`,
  }),
  further: (aim) => ({
    da: `Set over alle målinger fjerner tallet sig fra ${aim}`,
    en: `Across all measurements the figure is moving away from ${aim}`,
  }),
  flat: () => ({
    da: 'Set over alle målinger er der ingen klar tendens',
    en: 'Across all measurements there is no clear trend',
  }),
}

/** Whether the figure came closer to the value aimed at or went further from it, where verdict and ends both say so. */
function approach(from: Figure, to: Figure, { indicator, judgement }: Finding): 'closer' | 'further' | null {
  if (indicator.towards === null) return null
  const nearer = Math.abs(from.value - indicator.towards) - Math.abs(to.value - indicator.towards)
  if (judgement.verdict === 'improving' && nearer > 0) return 'closer'
  return judgement.verdict === 'worsening' && nearer < 0 ? 'further' : null
}

const rightWay: ReadonlySet<Verdict> = new Set(['improving', 'on-track', 'behind', 'too-slow'])
const wrongWay: ReadonlySet<Verdict> = new Set(['worsening', 'wrong-way'])

/** Which way the verdict says the figure moves: up 1, down −1; 0 where it says neither. */
function trendSign({ indicator, judgement }: Finding): number {
  if (indicator.direction !== 'increase' && indicator.direction !== 'decrease') return 0
  const wanted = indicator.direction === 'increase' ? 1 : -1
  if (rightWay.has(judgement.verdict)) return wanted
  return wrongWay.has(judgement.verdict) ? -wanted : 0
}

/**
 * What the trend through all points says, where the two ends alone would tell another story; otherwise null.
 * A median slope can rise although the last point lies below the first.
 */
function hiddenCourse(from: Figure, to: Figure, finding: Finding): Course | null {
  if (!usesAllPoints(finding)) return null
  const { indicator, judgement } = finding
  if (isFlat(finding)) return outsideBand(to.value - from.value, finding) ? 'flat' : null
  if (indicator.direction === 'towards') {
    if (approach(from, to, finding) !== null) return null
    if (judgement.verdict === 'improving') return 'closer'
    return judgement.verdict === 'worsening' ? 'further' : null
  }
  const trend = trendSign(finding)
  if (trend === 0 || trend === shownMove(from, to, finding)) return null
  return trend > 0 ? 'rising' : 'falling'
}

const was = ({ indicator }: Finding, locale: Locale): string => {
  if (locale === 'da') return 'var'
  return indicator.plural.en ? 'were' : 'was'
}

const almostUnchanged = ({ indicator }: Finding, locale: Locale): string => {
  if (locale === 'en') return 'almost unchanged'
  return indicator.plural.da ? 'næsten uændrede' : 'næsten uændret'
}

function compare(from: Figure, to: Figure, finding: Finding, locale: Locale): string {
  const { indicator, judgement } = finding
  const kind = indicator.cadence.periodKind
  const subject = indicator.subject[locale]
  const [earlier, later] = [inPeriod(kind, from.period, locale), inPeriod(kind, to.period, locale)]
  const [first, last] = [firstFigure(from.value, finding, locale), figure(to.value, finding, locale)]
  const and = locale === 'da' ? 'og' : 'and'
  const move = shownMove(from, to, finding)
  if (move === 0) {
    return `${subject} ${was(finding, locale)} ${last} ${locale === 'da' ? 'både' : 'both'} ${earlier} ${and} ${later}`
  }
  if (hiddenCourse(from, to, finding) !== null) {
    return `${subject} ${was(finding, locale)} ${first} ${earlier} ${and} ${last} ${later}`
  }
  if (isFlat(finding) && !judgement.uncertain && !outsideBand(to.value - from.value, finding)) {
    return `${subject} ${was(finding, locale)} ${almostUnchanged(finding, locale)}: ${first} ${earlier} ${and} ${last} ${later}`
  }
  const moved =
    locale === 'da'
      ? `${subject} ${move > 0 ? 'steg' : 'faldt'} fra ${first} ${earlier} til ${last} ${later}`
      : `${subject} ${move > 0 ? 'rose' : 'fell'} from ${first} ${earlier} to ${last} ${later}`
  return moved + qualification(from, to, finding, locale)
}

function qualification(from: Figure, to: Figure, finding: Finding, locale: Locale): string {
  const { indicator, judgement } = finding
  if (judgement.uncertain) {
    return locale === 'da'
      ? ', men ændringen er inden for den statistiske usikkerhed'
      : ', but the change is within the margin of error'
  }
  const approached = approach(from, to, finding)
  if (approached === null || indicator.towards === null) return ''
  const aim = formatTarget(indicator.towards, indicator, locale)
  if (locale === 'da') return ` og kom ${approached === 'closer' ? 'tættere på' : 'længere væk fra'} ${aim}`
  return `, ${approached === 'closer' ? 'closer to' : 'further from'} ${aim}`
}

/**
 * What happened, in one or two sentences without their full stops. The words for a move follow the figures shown:
 * two that look the same neither rise nor fall, and “unchanged” is said only within the judged band.
 */
export function developmentSentences(finding: Finding, locale: Locale): string[] {
  const latest = latestFigure(finding)
  if (latest === null && finding.judgement.reason === 'suppressed') return []
  if (latest === null) return [locale === 'da' ? 'Der er ingen tal endnu' : 'There are no figures yet']
  const { indicator } = finding
  const earlier = earlierFigure(finding)
  if (earlier === null) {
    const when = inPeriod(indicator.cadence.periodKind, latest.period, locale)
    return [`${indicator.subject[locale]} ${was(finding, locale)} ${figure(latest.value, finding, locale)} ${when}`]
  }
  const course = hiddenCourse(earlier, latest, finding)
  const compared = compare(earlier, latest, finding, locale)
  if (course === null) return [compared]
  const aim = indicator.towards === null ? '' : formatTarget(indicator.towards, indicator, locale)
  return [compared, courseWords[course](aim)[locale]]
}
