import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { printedNumber } from '@pejling/domain/framework'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { parsePeriod, periodLabel } from '@pejling/domain/period/period'
import type { Verdict } from '@pejling/domain/progress/assessment'
import { isUntranslated } from '@pejling/domain/text'
import { formatTarget, formatTargetBand } from '@pejling/domain/unit/format'
import type { IndicatorTarget } from '@pejling/domain/workspace/attached'
import { locale, textOf } from '../client/locale.ts'
import { overviewQuery } from '../client/overview.ts'
import { targetsQuery } from '../client/policy.ts'
import { Assessment } from '../widgets/assessment.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Untranslated } from '../widgets/said.tsx'
import { lacksEnglish, type ShownGoal } from './policy.ts'
import { words } from './words.ts'

/** How it goes, published, and what it becomes with the drafts where that is otherwise. */
export function Moves({
  published,
  withDrafts,
}: {
  readonly published: Verdict | null
  readonly withDrafts: Verdict | null
}): JSX.Element {
  const now = published ?? withDrafts
  return (
    <span className="moves">
      {now !== null && <Assessment verdict={now} />}
      {published !== null && withDrafts !== null && published !== withDrafts && (
        <>
          <span aria-hidden="true">→</span>
          <span className="visually-hidden">{words.becomes}</span>
          <Assessment verdict={withDrafts} />
        </>
      )}
    </span>
  )
}

/** What the headline of an indicator should reach, in a few words; `null`: nothing has been decided. */
function targetWords(indicator: Indicator, targets: readonly IndicatorTarget[]): string | null {
  const aim = targets.find((one) => one.indicator === indicator.slug && one.series === indicator.area)
  if (!aim) return null
  const label = (code: string): string => {
    const period = parsePeriod(indicator.cadence.periodKind, code)
    return period === null ? code : periodLabel(period, locale)
  }
  if (aim.target) return `${formatTarget(aim.target.value, indicator, locale)} ${words.in} ${label(aim.target.period)}`
  if (aim.band) return `${formatTargetBand(aim.band, indicator, locale)} ${words.in} ${label(aim.band.period)}`
  return aim.benchmark === null ? null : `${aim.benchmark.area} ${words.in} ${label(aim.benchmark.period)}`
}

/** The goals of a focus area with their indicators. */
export function FocusAreaTable({
  label,
  goals,
}: {
  readonly label: string
  readonly goals: readonly ShownGoal[]
}): JSX.Element {
  const overview = useQuery(overviewQuery).data?.value
  const { data: targets = [] } = useQuery(targetsQuery)
  return (
    <div className="table-scroll">
      <table className="list policy-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col" className="column-status">
              {words.assessment}
            </th>
            <th scope="col" className="column-target">
              {words.target}
            </th>
            <th scope="col" className="column-owner">
              {words.office}
            </th>
          </tr>
        </thead>
        {goals.map(({ goal, indicators }) => {
          const state = overview?.goals.find(({ number }) => number === goal.number)
          return (
            <tbody key={goal.slug}>
              <tr className="goal-row">
                <th scope="rowgroup">
                  <span className="goal-number">{printedNumber(goal.number)}</span>{' '}
                  <DeskLink to={deskPath(locale, 'goal', { key: goal.number })}>{textOf(goal.text)}</DeskLink>{' '}
                  {isUntranslated(goal.text) && <Untranslated />}{' '}
                  {goal.retiredOn !== undefined && <span className="lacks">{words.retired}</span>}
                </th>
                <td>{state && <Moves {...state} />}</td>
                <td colSpan={2}>
                  {indicators.length === 0 && (
                    <>
                      <span className="nothing-said">{words.noIndicators}</span>{' '}
                      <DeskLink to={`${deskPath(locale, 'newIndicator')}?maal=${goal.slug}`}>{words.addOne}</DeskLink>
                    </>
                  )}
                </td>
              </tr>
              {indicators.map((indicator) => (
                <IndicatorRow
                  key={indicator.slug}
                  indicator={indicator}
                  isHeadline={indicator.goals.some((link) => link.goal === goal.slug && link.headline)}
                  state={overview?.indicators.find(({ slug }) => slug === indicator.slug)}
                  aim={targetWords(indicator, targets)}
                />
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

function IndicatorRow({
  indicator,
  isHeadline,
  state,
  aim,
}: {
  readonly indicator: Indicator
  readonly isHeadline: boolean
  readonly state:
    | {
        readonly drafts: number
        readonly verdict: { readonly published: Verdict | null; readonly withDrafts: Verdict | null }
      }
    | undefined
  readonly aim: string | null
}): JSX.Element {
  const { slug, name, owner, direction, retiredOn } = indicator
  const isJudged = direction !== 'context'
  return (
    <tr className="indicator-row">
      <th scope="row">
        <DeskLink to={deskPath(locale, 'indicator', { slug })}>{textOf(name)}</DeskLink>{' '}
        {lacksEnglish(indicator) && <Untranslated />}{' '}
        {retiredOn !== null && <span className="lacks">{words.retired}</span>}
        {(isHeadline || (state?.drafts ?? 0) > 0) && (
          <span className="second-line">
            {[
              isHeadline ? words.headline : '',
              state !== undefined && state.drafts > 0 ? words.drafts(state.drafts) : '',
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        )}
      </th>
      <td>
        {state && isJudged && <Moves {...state.verdict} />}
        {!isJudged && <span className="nothing-said">{words.context}</span>}
      </td>
      <td>
        {isJudged && (
          <DeskLink
            to={deskPath(locale, 'indicatorTargets', { slug })}
            aria-label={aim === null ? `${words.noTarget}: ${textOf(name)}` : undefined}
          >
            {aim ?? words.noTarget}
          </DeskLink>
        )}
      </td>
      <td>{owner === null ? <span className="nothing-said">{words.nobody}</span> : textOf(owner)}</td>
    </tr>
  )
}
