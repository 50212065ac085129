import { provisionalStatuses } from '../observation/observation.ts'
import type { Observation, ObservationStatus } from '../observation/observation.ts'
import { ended, inARow, type Locale, type Text } from '../text.ts'
import { formatDifference, formatNumber } from '../unit/format.ts'
import { midpoint, periodOf } from '../period/period.ts'
import type { PeriodKind } from '../period/period.ts'
import { comparableFigures, latestFigure } from './assessed-series.ts'
import type { AssessedSeries } from './assessed-series.ts'
import { movementOf, roundingShows } from './movement.ts'
import { betweenPeriods, periodWords } from './period-words.ts'
import { stabilitySentence } from './stability-sentence.ts'
import { distanceToTarget } from './target-sentence.ts'
import { verdictWords } from './verdict-words.ts'

/** A note that can be said in either language. */
type Note = (locale: Locale) => string

const isAssessed = ({ judgement }: AssessedSeries): boolean =>
  judgement.verdict !== 'not-assessed' && judgement.verdict !== 'no-data'

const provisionalWords: Partial<Record<ObservationStatus, Record<Locale, { one: string; other: string }>>> = {
  P: { da: { one: 'foreløbigt', other: 'foreløbige' }, en: { one: 'provisional', other: 'provisional' } },
  E: { da: { one: 'anslået', other: 'anslåede' }, en: { one: 'estimated', other: 'estimated' } },
  U: { da: { one: 'usikkert', other: 'usikre' }, en: { one: 'uncertain', other: 'uncertain' } },
}

const figuresFor: Record<Locale, Record<'one' | 'other', (periods: string) => string>> = {
  da: { one: (period) => `Tallet for ${period} er`, other: (periods) => `Tallene for ${periods} er` },
  en: { one: (period) => `The figure for ${period} is`, other: (periods) => `The figures for ${periods} are` },
}

const surveyWords: Record<Locale, Record<'based' | 'spread' | 'figure', (words: string) => string> & { and: string }> =
  {
    da: {
      figure: (period) => `Tallet for ${period}`,
      based: (count) => `bygger på ${count} svar`,
      spread: (margin) => `har en statistisk usikkerhed på ${margin}`,
      and: ' og ',
    },
    en: {
      figure: (period) => `The figure for ${period}`,
      based: (count) => `is based on ${count} answers`,
      spread: (margin) => `has a margin of error of ${margin}`,
      and: ' and ',
    },
  }

/** The chosen figures as runs of figures that follow each other among all of them. */
function runsOf(chosen: readonly Observation[], all: readonly Observation[]): Observation[][] {
  const runs: Observation[][] = []
  let before = -2
  for (const one of chosen) {
    const at = all.indexOf(one)
    if (at === before + 1) runs.at(-1)?.push(one)
    else runs.push([one])
    before = at
  }
  return runs
}

/** A run of periods: one or two by name, more as `perioden fra skoleåret 2015/16 til 2025/26`. */
function spanWords(run: readonly Observation[], kind: PeriodKind, locale: Locale): string[] {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last || run.length < 3) return run.map(({ period }) => periodWords(kind, period, locale))
  const span = betweenPeriods(kind, first.period, last.period, locale)
  return [locale === 'da' ? `perioden ${span}` : `the period ${span}`]
}

function provisional(finding: AssessedSeries): Note[] {
  const { indicator, judgement, observations } = finding
  if (!judgement.provisional) return []
  const figures = [...judgement.inputs.points, judgement.inputs.baseline, latestFigure(finding)]
  const used = new Set(figures.map((figure) => figure?.period))
  const measured = observations.filter(({ period }) => used.has(period))
  const byStatus = Map.groupBy(
    measured.filter(({ status }) => provisionalStatuses.has(status)),
    ({ status }) => status,
  )
  const consequence = isAssessed(finding)
    ? { da: ', så vurderingen kan ændre sig.', en: ', so the assessment may change.' }
    : { da: '.', en: '.' }
  return [...byStatus].map(([status, affected]) => (locale) => {
    const runs = runsOf(affected, measured)
    const periods = runs.flatMap((run) => spanWords(run, indicator.cadence.periodKind, locale))
    const number = affected.length === 1 ? 'one' : 'other'
    const which = figuresFor[locale][number](inARow(periods, locale))
    return `${which} ${provisionalWords[status]?.[locale][number]}${consequence[locale]}`
  })
}

const fewWords: Record<Locale, readonly string[]> = {
  da: ['ingen målinger', 'én måling', 'to målinger', 'tre målinger'],
  en: ['no measurements', 'one measurement', 'two measurements', 'three measurements'],
}

function fewPoints(finding: AssessedSeries): Note[] {
  if (!finding.judgement.fewPoints || !isAssessed(finding)) return []
  const start = finding.judgement.inputs.baseline
  const kind = finding.indicator.cadence.periodKind
  const count = comparableFigures(finding).filter(
    ({ period }) => start === null || start.time <= midpoint(periodOf(kind, period)),
  ).length
  return [
    (locale) => {
      const words = fewWords[locale][count] ?? `${count} ${locale === 'da' ? 'målinger' : 'measurements'}`
      return locale === 'da' ? `Vurderingen bygger kun på ${words}.` : `The assessment rests on only ${words}.`
    },
  ]
}

function brokenSeries({ indicator, judgement }: AssessedSeries): Note[] {
  const { breakAt, reason } = judgement
  if (breakAt === null) return []
  const known = indicator.breaks.find((entry) => entry.period === breakAt)
  // Without a known reason there is nothing to add to a sentence that has named the break.
  if (!known && reason === 'break') return []
  return [
    (locale) => {
      const period = periodWords(indicator.cadence.periodKind, breakAt, locale)
      const since =
        locale === 'da'
          ? `Kun tal fra og med ${period} kan sammenlignes`
          : `Only figures from ${period} onwards can be compared`
      return ended(known ? `${since}: ${known.reason[locale]}` : since)
    },
  ]
}

function survey(finding: AssessedSeries): Note[] {
  const { indicator, observations } = finding
  const latest = observations.find(({ period }) => period === latestFigure(finding)?.period)
  if (!latest || (latest.sampleSize === null && latest.margin === null)) return []
  const { margin, period, sampleSize } = latest
  return [
    (locale) => {
      const { based, spread, figure, and } = surveyWords[locale]
      const facts = [
        ...(sampleSize === null ? [] : [based(formatNumber(sampleSize, 0, locale))]),
        ...(margin === null ? [] : [spread(`±${formatDifference(margin, indicator, locale)}`)]),
      ]
      return ended(`${figure(periodWords(indicator.cadence.periodKind, period, locale))} ${facts.join(and)}`)
    },
  ]
}

function stability({ indicator, judgement }: AssessedSeries): Note[] {
  const byVerdict = Map.groupBy(
    judgement.variants.filter((variant) => variant.differs),
    (variant) => variant.verdict,
  )
  return [...byVerdict].map(
    ([verdict, variants]) =>
      (locale) =>
        stabilitySentence(verdict, variants, indicator.cadence.periodKind, locale),
  )
}

/** When the target is reached at this pace, or what assessment and projection rest on where they point different ways. */
function expectedCourse({ indicator, judgement, target }: AssessedSeries): Note[] {
  const { expected, verdict } = judgement
  if (expected === null || !target?.target || verdict === 'reached' || verdict === 'overdue') return []
  const { reachesTargetIn: year, reaching } = expected
  if (reaching === 'not-told') return []
  if (reaching === 'disagrees') {
    const start = (locale: Locale): string => periodWords(indicator.cadence.periodKind, target.baseline.period, locale)
    const differing: Text = {
      da: `Vurderingen bygger på udviklingen siden udgangspunktet, ${start('da')}, mens fremskrivningen bygger på tendensen gennem alle målinger siden da. De to peger hver sin vej, så der er ikke angivet et år for, hvornår målet nås.`,
      en: `The assessment rests on the change since the baseline, ${start('en')}, while the projection rests on the trend through all measurements since then. The two point different ways, so no year is given for reaching the target.`,
    }
    return [(locale) => differing[locale]]
  }
  if (year !== null) {
    const course: Text = {
      da: `Med den nuværende udvikling nås målet i ${year}.`,
      en: `At the current pace the target will be reached in ${year}.`,
    }
    return [(locale) => course[locale]]
  }
  const never: Text =
    verdict === 'wrong-way'
      ? { da: 'Udviklingen går væk fra målet.', en: 'The figure is moving away from the target.' }
      : {
          da: 'Med den nuværende udvikling nås målet ikke inden for 50 år.',
          en: 'At the current pace the target will not be reached within 50 years.',
        }
  return [(locale) => never[locale]]
}

/** That differences are of unrounded figures, where a reader could find another one in the figures shown. */
function rounding(finding: AssessedSeries): Note[] {
  const { decimals } = finding.indicator
  const latest = latestFigure(finding)
  const distance = distanceToTarget(finding)
  const shows =
    movementOf(finding)?.roundingShows === true ||
    (latest !== null && distance !== null && roundingShows(latest.value, latest.value + distance, decimals))
  const words: Text = {
    da: 'Ændringer og afstande er beregnet af uafrundede tal.',
    en: 'Changes and distances are computed from unrounded figures.',
  }
  return shows ? [(locale) => words[locale]] : []
}

function override({ judgement }: AssessedSeries): Note[] {
  if (judgement.override === null) return []
  const { reason, verdict } = judgement.override
  const whose: Text = { da: 'Forvaltningens egen vurdering er', en: 'The administration’s own assessment is' }
  return [(locale) => ended(`${whose[locale]} “${verdictWords[verdict][locale]}”: ${reason[locale]}`)]
}

/** How sure the finding is, in short sentences: only what applies, what bears most on the verdict first. */
export function assessmentNotes(finding: AssessedSeries): Text[] {
  return [override, provisional, fewPoints, brokenSeries, survey, stability, expectedCourse, rounding]
    .flatMap((notes) => notes(finding))
    .map((note) => ({ da: note('da'), en: note('en') }))
}
