import type { Indicator } from '../indicator/indicator.ts'
import { hasValue } from '../observation/observation.ts'
import type { Observation } from '../observation/observation.ts'
import { comparePeriods, parsePeriod, periodOf } from '../period/period.ts'
import type { Override } from '../progress/assessment.ts'
import type { SeriesObservations, SuppressedFigure } from '../series-observations.ts'
import { isTotal, parseSeriesKey } from '../series.ts'
import type { Target } from '../target/target.ts'
import type { Text } from '../text.ts'
import { countsOf } from './counts.ts'
import { figureName } from './earlier.ts'
import type { Earlier } from './earlier.ts'
import { tellsNumber } from './numbers-in-text.ts'

/*
 * What people have typed beside the figures may say the very number that is suppressed: where a target starts, stages on its way,
 * a footnote, the reason of an override. None of it is published.
 */

/** What stands beside the figures of an indicator. */
export interface TypedTexts {
  readonly indicator: Indicator
  readonly targets: readonly Target[]
  readonly overrides: readonly { readonly series: string; readonly override: Override }[]
  readonly series: readonly SeriesObservations[]
}

/** Where something that was typed is not published. */
export interface RemovedText {
  readonly what: 'baseline' | 'milestone' | 'target' | 'override' | 'footnote' | 'note' | 'caveat' | 'break'
  /** The target's series, or that of the figure with the footnote; the headline for everything else. */
  readonly series: string
  readonly period: string | null
}

/** A suppressed figure with every number that would tell it. */
interface SuppressedNumbers {
  readonly period: string
  readonly numbers: readonly number[]
}

function suppressedNumbersOf(indicator: Indicator, period: string, observation: Observation): SuppressedNumbers {
  const { value, numerator, denominator, sampleSize } = observation
  const counts = [...(countsOf(indicator, observation)?.values() ?? [])]
  const numbers = [value, numerator, denominator, sampleSize, ...counts].filter((one) => one !== null)
  return { period, numbers }
}

/** What is said of suppressed figures, found by their periods and numbers. */
class TextRemoval {
  readonly silenced: RemovedText[] = []
  readonly #beside: TypedTexts
  readonly #raw: readonly SeriesObservations[]
  readonly #hidden: ReadonlySet<string>
  readonly #hiddenPeriods: ReadonlySet<string>
  readonly #secrets: readonly SuppressedNumbers[]

  constructor(beside: TypedTexts, raw: readonly SeriesObservations[], suppressed: readonly SuppressedFigure[]) {
    this.#beside = beside
    this.#raw = raw
    const statusSuppressed = beside.series.flatMap(({ key, observations }) =>
      observations.filter(({ status }) => status === 'Q').map(({ period }) => ({ series: key, period })),
    )
    const all = [...suppressed, ...statusSuppressed]
    this.#hidden = new Set(all.map(figureName))
    this.#hiddenPeriods = new Set(all.map(({ period }) => period))
    this.#secrets = raw.flatMap(({ key, observations }) =>
      observations
        .filter(({ period }) => this.#hidden.has(figureName({ series: key, period })))
        .map((observation) => suppressedNumbersOf(beside.indicator, observation.period, observation)),
    )
  }

  get isNeeded(): boolean {
    return this.#hidden.size > 0
  }

  #note(what: RemovedText['what'], series: string, period: string | null): void {
    this.silenced.push({ what, series, period })
  }

  /** Whether a value of a series may be told: a plan may, a figure only where it is shown or takes nothing away. */
  mayTell(series: string, period: string): boolean {
    if (this.#hidden.has(figureName({ series, period }))) return false
    const own = this.#beside.series.find(({ key }) => key === series)?.observations ?? []
    if (own.some((one) => one.period === period && one.value !== null)) return true
    const kind = this.#beside.indicator.cadence.periodKind
    const recorded = this.#raw.flatMap(({ observations }) => observations.map((one) => periodOf(kind, one.period)))
    const typed = parsePeriod(kind, period)
    const isPlan = typed !== null && recorded.every((one) => comparePeriods(one, typed) < 0)
    return isPlan || (isTotal(parseSeriesKey(series)) && !this.#hiddenPeriods.has(period))
  }

  /** Whether a text names a number of a figure that is suppressed in one of its own periods, or in one that it names. */
  #tells(text: Text, periods: readonly string[]): boolean {
    return this.#secrets.some(({ period, numbers }) =>
      (['da', 'en'] as const).some(
        (locale) =>
          (periods.includes(period) || text[locale].includes(period)) &&
          tellsNumber(text[locale], locale, numbers, period),
      ),
    )
  }

  text(text: Text | null, periods: readonly string[], what: RemovedText['what'], series: string): Text | null {
    if (text === null || !this.#tells(text, periods)) return text
    this.#note(what, series, periods[0] ?? null)
    return null
  }

  target(target: Target): Target[] {
    const { series, baseline, milestones } = target
    const end = target.target?.period ?? target.band?.period
    // A decided value is no figure, but one for a period that is suppressed may be nothing else.
    if (end !== undefined && this.#hidden.has(figureName({ series, period: end }))) {
      this.#note('target', series, end)
      return []
    }
    const value = this.mayTell(series, baseline.period) ? baseline.value : null
    if (value !== baseline.value) this.#note('baseline', series, baseline.period)
    const kept = milestones.filter(({ period }) => this.mayTell(series, period))
    for (const stage of milestones) if (!kept.includes(stage)) this.#note('milestone', series, stage.period)
    const periods = [baseline.period, ...milestones.map(({ period }) => period)]
    const note = this.text(target.note, [...periods, ...this.#hiddenPeriods], 'note', series)
    return [{ ...target, baseline: { ...baseline, value }, milestones: kept, note }]
  }
}

/** What the newest of the earlier releases suppressed and the next does not show: it must not be told by other means either. */
export function stillSuppressed(earlier: Earlier, series: readonly SeriesObservations[]): readonly SuppressedFigure[] {
  const shown = new Set(
    series.flatMap(({ key, observations }) =>
      observations.filter(hasValue).map(({ period }) => figureName({ series: key, period })),
    ),
  )
  return (earlier.at(-1)?.withheld ?? []).filter((figure) => !shown.has(figureName(figure)))
}

const unnamed: Text = { da: 'Brud i serien', en: 'Break in the series' }

/**
 * Takes out what would tell a suppressed figure: the start of a target whose figure is suppressed, stages at such periods, and
 * texts that name a number of a figure suppressed in their period. `raw` are the figures as they are, before anything was
 * suppressed; `withheld` are those suppressed now or before. Where the rule is not applied nothing is taken out.
 */
export function removeRevealingTexts<Material extends TypedTexts>(
  material: Material,
  raw: readonly SeriesObservations[],
  suppressed: readonly SuppressedFigure[],
): Material & { readonly silenced: readonly RemovedText[] } {
  const found = new TextRemoval(material, raw, suppressed)
  const { indicator } = material
  const isChecked = indicator.disclosure.exempt === null
  if (!isChecked || (!found.isNeeded && material.targets.every(({ series }) => isTotal(parseSeriesKey(series))))) {
    return { ...material, silenced: [] }
  }
  const all = [...new Set(raw.flatMap(({ observations }) => observations.map(({ period }) => period)))]
  const targets = material.targets.flatMap((target) => found.target(target))
  const overrides = material.overrides.filter(
    ({ series, override }) => found.text(override.reason, all, 'override', series) !== null,
  )
  const series = material.series.map((one) => ({
    ...one,
    observations: one.observations.map((observation) => ({
      ...observation,
      footnote: found.text(observation.footnote, [observation.period], 'footnote', one.key),
    })),
  }))
  const caveats = indicator.caveats.filter((caveat) => found.text(caveat, [], 'caveat', indicator.area) !== null)
  const breaks = indicator.breaks.map(({ period, reason }) => ({
    period,
    reason: found.text(reason, [period], 'break', indicator.area) ?? unnamed,
  }))
  const told = { ...material, indicator: { ...indicator, caveats, breaks }, targets, overrides, series }
  return { ...told, silenced: found.silenced }
}
