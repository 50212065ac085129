import type { Indicator } from '@pejling/domain/indicator/indicator'
import { hasValue, type Observation } from '@pejling/domain/observation/observation'
import { comparePeriods, periodOf } from '@pejling/domain/period/period'
import { storedRole, type AccountHolder } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { awaitedFigures } from '../extras/mail/due-reminders.ts'
import { openAnswerLink } from '../extras/mail/answer-links.ts'
import { figuresInReleases } from '../releases/published-figures.ts'
import { mayWriteFigures } from '../workspace/data-providers.ts'
import { getIndicator } from '../workspace/definitions.ts'
import { listSeries } from '../workspace/observation-store.ts'

/** One figure that a person has been asked for, and what they need to know to send it. */
export interface AskedFigure {
  readonly who: AccountHolder
  readonly indicator: Indicator
  readonly period: string
  /** The figure as it stands; `null`: it has not been sent. */
  readonly figure: Observation | null
  /** The figures before it, the oldest first. */
  readonly earlier: readonly Observation[]
  /** The last day to send it; `null`: it is not known, or the figure has been sent. */
  readonly expectedOn: string | null
  /** Whether readers have it: then it is corrected at the desk. */
  readonly isPublished: boolean
}

/** How many figures before it are shown. */
const shown = 6

/** The figure that a link asks for; `null`: the link has ended, or the person may no longer write the figure. */
export function readAskedFigure(db: Database, secret: string): AskedFigure | null {
  const opened = openAnswerLink(db, secret)
  if (!opened) return null
  const { link, user } = opened
  const who = { actor: { name: user.name, role: storedRole(user.role), account: user.id }, email: user.email }
  const indicator = getIndicator(db, link.indicator)
  if (!indicator || indicator.derived !== null || !mayWriteFigures(db, who, indicator.slug)) return null
  const { period } = link
  const headline = listSeries(db, indicator).find(({ key }) => key === indicator.area)?.observations ?? []
  const kind = indicator.cadence.periodKind
  const asked = periodOf(kind, period)
  const awaited = awaitedFigures(db).find((one) => one.indicator.slug === indicator.slug && one.period === period)
  const published = figuresInReleases(db, indicator.slug)?.figures ?? []
  return {
    who,
    indicator,
    period,
    figure: headline.find((one) => one.period === period) ?? null,
    earlier: headline
      .filter((one) => hasValue(one) && comparePeriods(periodOf(kind, one.period), asked) < 0)
      .slice(-shown),
    expectedOn: awaited?.expectedOn ?? null,
    isPublished: published.some((one) => one.isCurrent && one.series === indicator.area && one.period === period),
  }
}
