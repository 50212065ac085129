import { writeNumber } from '@pejling/domain/intake/figure-text'
import type { DeskView } from '@pejling/domain/desk/views'
import { periodName, periodOf } from '@pejling/domain/period/period'
import { asMeant, plainProfile } from '@pejling/domain/profile/profile'
import { Text, type Locale } from '@pejling/domain/text'
import type { AccountHolder } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { needsApproval } from '../releases/approval.ts'
import type { PublishedFigure } from '../releases/find-replacements.ts'
import { findMentions } from '../releases/mentions.ts'
import { askToWithdraw } from '../releases/planned.ts'
import { figuresInReleases, type FigureInReleases, type IndicatorInReleases } from '../releases/published-figures.ts'
import { countShowing } from '../releases/withdraw.ts'
import { getProfile } from '../workspace/definitions.ts'

type WithdrawView = Extract<DeskView, { page: 'withdraw' }>

function nameOf({ seriesName, period, said }: FigureInReleases, { cadence }: IndicatorInReleases['indicator']): Text {
  const [{ value, numerator, denominator }] = said
  const inWords = (locale: Locale): string => {
    const when = periodName(periodOf(cadence.periodKind, period), locale)
    const counted = [numerator, denominator].map((one) => (one === null ? '–' : writeNumber(one, locale))).join('/')
    return `${seriesName[locale]}, ${when}: ${value === null ? counted : writeNumber(value, locale)}`
  }
  return { da: inWords('da'), en: inWords('en') }
}

/** The figures of an indicator that any release tells, to choose the one that must not stand; `null`: there are none. */
export function readWithdrawing(
  db: Database,
  slug: string,
  about: Pick<WithdrawView, 'given' | 'telling' | 'problem'>,
): WithdrawView | null {
  const published = figuresInReleases(db, slug)
  if (!published) return null
  const { indicator, figures } = published
  return {
    page: 'withdraw',
    slug,
    name: indicator.name,
    figures: figures.map((figure) => ({
      key: `${figure.series}|${figure.period}`,
      name: nameOf(figure, indicator),
      release: figure.isCurrent ? null : figure.release,
    })),
    needsApproval: needsApproval(db),
    ...about,
  }
}

/** In how many published documents a figure stands, and where else it is said in words people typed. */
function tellingOf(db: Database, figure: PublishedFigure): WithdrawView['telling'] {
  return { documents: countShowing(db, figure), mentions: findMentions(db, figure) }
}

/**
 * Does with the form what its step says: tells where the figure stands, or withdraws it, or asks another person to approve that.
 * Returns what came of it, otherwise the form again; `null`: there is no such indicator. Throws a NotAllowedError.
 */
export function changeWithdrawing(
  db: Database,
  who: AccountHolder,
  slug: string,
  typed: (name: string) => string,
): WithdrawView | 'withdrawn' | 'planned' | null {
  const given = { figure: typed('figure'), reasonDa: typed('reasonDa'), reasonEn: typed('reasonEn') }
  const reason = Text.safeParse(asMeant({ da: given.reasonDa, en: given.reasonEn }, getProfile(db) ?? plainProfile))
  const show = (telling: WithdrawView['telling'], problem: WithdrawView['problem']): WithdrawView | null =>
    readWithdrawing(db, slug, { given, telling, problem })
  const isThere = show(null, null)?.figures.some(({ key }) => key === given.figure)
  if (isThere === undefined) return null
  if (!isThere) return show(null, 'figure')
  const [series = '', period = ''] = given.figure.split('|')
  const figure = { indicator: slug, series, period }
  if (!reason.success) return show(tellingOf(db, figure), 'reason')
  // What no button says is only looked at.
  if (typed('step') !== 'withdraw') return show(tellingOf(db, figure), null)
  return askToWithdraw(db, who, { ...figure, reason: reason.data }) === null ? 'withdrawn' : 'planned'
}
