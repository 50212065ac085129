import { outcomeKinds, outcomeWords, progressWords } from '@pejling/domain/sentence/outcome'
import { planName } from '@pejling/domain/action-plan/action-plan'
import type { Action, ActionPlan } from '@pejling/domain/action-plan/action-plan'
import { printedNumber } from '@pejling/domain/framework'
import type { ShownAction } from '@pejling/domain/meeting/show'
import { formatDate } from '@pejling/domain/period/period'
import type { FrameworkDocument, IndicatorSummary } from '@pejling/domain/release/documents'
import type { JSX, ReactNode } from 'react'
import { usePage } from '../../components/page-context.ts'
import { VerdictMark, VerdictName } from '../../components/verdict.tsx'
import { actionPlanWords } from './messages.ts'

interface ActionPlanProps {
  readonly plan: ActionPlan
  readonly actions: readonly ShownAction[]
  /** All policies: an action may serve goals of several. */
  readonly frameworks: readonly FrameworkDocument[]
  readonly indicators: readonly IndicatorSummary[]
  /** All plans, the newest first. */
  readonly plans: readonly Pick<ActionPlan, 'year' | 'mark' | 'title'>[]
}

const hasBegun = ({ state }: Action): boolean => state !== 'idea' && state !== 'planned'

/** How many actions came out in each way, none of them left out. */
function Result({ actions }: Pick<ActionPlanProps, 'actions'>): JSX.Element {
  const { locale } = usePage()
  const words = actionPlanWords[locale]
  const counts = outcomeKinds.map((kind) => ({
    kind,
    count: actions.filter(({ outcome }) => outcome.kind === kind).length,
  }))
  return (
    <section aria-labelledby="result">
      <h2 id="result">{words.result}</h2>
      <p className="note">{words.resultNote}</p>
      <ul className="outcomes">
        {counts
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <li key={kind}>
              <span className="outcome-count">{words.count(count)}</span> <span>{outcomeWords[kind][locale]}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function ActionEntry({
  shown: { year, mark, action, outcome },
  frameworks,
  indicators,
}: { readonly shown: ShownAction } & Pick<ActionPlanProps, 'frameworks' | 'indicators'>): JSX.Element {
  const { locale, links } = usePage()
  const words = actionPlanWords[locale]
  const goals = frameworks.flatMap(({ focusAreas }) => focusAreas.flatMap((area) => area.goals))
  const served = goals.filter(({ slug }) => action.goals.includes(slug))
  const moved = indicators.filter(({ slug }) => action.indicators.includes(slug))
  return (
    <li className="action" id={`${year}-${action.slug}`}>
      <h3>{action.title[locale]}</h3>
      <p className="action-state">{progressWords(action, outcome)[locale]}</p>
      <p>{action.description[locale]}</p>
      {action.stateReason !== null && <p>{`${words.stopped} ${action.stateReason[locale]}`}</p>}
      <dl className="action-facts">
        <Fact label={words.responsible}>{action.responsible[locale]}</Fact>
        {action.partners !== null && <Fact label={words.partners}>{action.partners[locale]}</Fact>}
        {action.targetGroup !== null && <Fact label={words.targetGroup}>{action.targetGroup[locale]}</Fact>}
        {(action.startsOn !== null || action.endsOn !== null) && (
          <Fact label={words.when}>{words.time(action.startsOn, action.endsOn)}</Fact>
        )}
        {served.length > 0 && (
          <Fact label={words.goals}>
            {served.map(({ number, text }) => (
              <span key={number}>
                <a href={links.goal(number)}>{`${printedNumber(number)} ${text[locale]}`}</a>{' '}
              </span>
            ))}
          </Fact>
        )}
        {moved.length > 0 && (
          <Fact label={words.shallMove}>
            {moved.map(({ slug, name, verdict }) => (
              <span key={slug} className="action-indicator">
                <VerdictMark verdict={verdict} size={18} /> <a href={links.indicator(slug)}>{name[locale]}</a>{' '}
                <VerdictName verdict={verdict} />{' '}
              </span>
            ))}
            {action.effect !== null && <span>{action.effect[locale]}</span>}
          </Fact>
        )}
        {action.milestones.length > 0 && (
          <Fact label={words.milestones}>
            {action.milestones.map(({ title, due, done }) => (
              <span key={`${due} ${title.da}`}>
                {`${formatDate(due, locale)}: ${title[locale]} (${done ? words.done : words.notDone}) `}
              </span>
            ))}
          </Fact>
        )}
      </dl>
      {action.continues !== null && (
        <p className="note">
          <a
            href={`${links.actionPlan({ mark, year: action.continues.year })}#${action.continues.year}-${action.continues.action}`}
          >
            {words.continues(action.continues.year)}
          </a>
        </p>
      )}
    </li>
  )
}

/** A year's plan: what is done, by whom, for which goals, and what came of it. */
export function ActionPlanPage(props: ActionPlanProps): JSX.Element {
  const { locale, links } = usePage()
  const words = actionPlanWords[locale]
  const { plan, actions, plans } = props
  const others = plans.filter((one) => planName(one) !== planName(plan))
  return (
    <>
      <h1>{plan.title[locale]}</h1>
      <p className="lead">{words.lead(plan.actions.length)}</p>
      {actions.some(({ action }) => hasBegun(action)) && <Result actions={actions} />}
      <ul className="actions">
        {actions.map((shown) => (
          <ActionEntry
            key={shown.action.slug}
            shown={shown}
            frameworks={props.frameworks}
            indicators={props.indicators}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <nav className="other-plans" aria-labelledby="other-years">
          <h2 id="other-years">{words.others}</h2>
          <ul className="link-row">
            {others.map((one) => (
              <li key={planName(one)}>
                <a href={links.actionPlan(one)}>{one.mark === plan.mark ? one.year : one.title[locale]}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}

/** What stands where no plan has been published. */
export function NoActionPlan(): JSX.Element {
  const { locale } = usePage()
  const { title, text } = actionPlanWords[locale].none
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
    </>
  )
}
