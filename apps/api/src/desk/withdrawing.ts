import { writeNumber } from '@pejling/domain/desk/cell'
import type { DeskView } from '@pejling/domain/desk/views'
import { periodName, periodOf } from '@pejling/domain/period/period'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { seriesName } from '@pejling/domain/release/series-name'
import { asMeant, plainProfile } from '@pejling/domain/profile/profile'
import { Text } from '@pejling/domain/text/text'
import type { Actor } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { countTelling, withdraw } from '../releases/withdraw.ts'
import { getProfile } from '../workspace/definitions.ts'

type WithdrawView = Extract<DeskView, { page: 'withdraw' }>

/** The published figures of an indicator, to choose the one that must not stand; `null`: nothing of it is published. */
export function readWithdrawing(
  db: Database,
  slug: string,
  about: Pick<WithdrawView, 'given' | 'telling' | 'problem'>,
): WithdrawView | null {
  const store = openReleaseStore(db)
  const version = store.version(documentPath.indicator(slug), store.latestNumber())
  const stored = version && store.document(version.hash)
  if (!stored) return null
  const document = IndicatorDocument.parse(JSON.parse(stored.bytes.toString()))
  const { indicator } = document
  return {
    page: 'withdraw',
    slug,
    name: indicator.name,
    figures: document.series.flatMap((series) => {
      const name = seriesName(document, series)
      return series.observations.toReversed().flatMap(({ period: code, value }) => {
        if (value === null) return []
        const period = periodOf(indicator.cadence.periodKind, code)
        const of = (locale: 'da' | 'en'): string =>
          `${name[locale]}, ${periodName(period, locale)}: ${writeNumber(value, locale)}`
        return [{ key: `${series.key}|${code}`, name: { da: of('da'), en: of('en') } }]
      })
    }),
    ...about,
  }
}

/**
 * Does with the form what its step says: tells in how many published documents the figure stands, or withdraws it. Answers
 * `done` where it has been withdrawn, otherwise the form again; `null`: there is no such indicator. Throws a NotAllowedError.
 */
export function changeWithdrawing(
  db: Database,
  actor: Actor,
  slug: string,
  typed: (name: string) => string,
): WithdrawView | 'done' | null {
  const given = { figure: typed('figure'), reasonDa: typed('reasonDa'), reasonEn: typed('reasonEn') }
  const reason = Text.safeParse(asMeant({ da: given.reasonDa, en: given.reasonEn }, getProfile(db) ?? plainProfile))
  const show = (telling: number | null, problem: WithdrawView['problem']): WithdrawView | null =>
    readWithdrawing(db, slug, { given, telling, problem })
  const isThere = show(null, null)?.figures.some(({ key }) => key === given.figure)
  if (isThere === undefined) return null
  if (!isThere) return show(null, 'figure')
  const [series = '', period = ''] = given.figure.split('|')
  const figure = { indicator: slug, series, period }
  if (!reason.success) return show(countTelling(db, figure), 'reason')
  // What no button says is only looked at.
  if (typed('step') !== 'withdraw') return show(countTelling(db, figure), null)
  withdraw(db, actor, { ...figure, reason: reason.data })
  return 'done'
}
