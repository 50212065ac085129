import { progressWords } from '@pejling/domain/sentence/outcome'
import { printedNumber } from '@pejling/domain/framework'
import type { ShownAction } from '@pejling/domain/meeting/show'
import { goalSentence, headlinesSentence } from '@pejling/domain/sentence/goal-sentence'
import { formatDate } from '@pejling/domain/period/period'
import type { FrameworkDocument, GoalDocument, IndicatorSummary } from '@pejling/domain/release/documents'
import { Fragment } from 'react'
import type { JSX } from 'react'
import { ComparisonText } from '../../components/compared.tsx'
import { IndicatorTrend } from '../../components/indicator-trend.tsx'
import { LatestFigure } from '../../components/latest-figure.tsx'
import { NearestFigureNote, unjudged } from '../../components/nearest-figure.tsx'
import { usePage } from '../../components/page-context.ts'
import { VerdictCounts } from '../../components/verdict-counts.tsx'
import { VerdictMark, VerdictName } from '../../components/verdict.tsx'
import { meetingPath } from '@pejling/addresses/meetings'
import { IndicatorRow } from './indicator-row.tsx'
import { goalWords } from './messages.ts'

interface GoalPart {
  readonly document: GoalDocument
}

interface BreadcrumbProps extends GoalPart {
  /** Whether there are other policies beside the goal's own. */
  readonly isOneOfSeveral: boolean
}

function Breadcrumb({ document: { framework, goal, focusArea }, isOneOfSeveral }: BreadcrumbProps): JSX.Element {
  const { locale, words, links } = usePage()
  return (
    <nav className="breadcrumb" aria-label={words.breadcrumb}>
      <ol>
        <li>
          <a href={links.overview}>{words.overview}</a>
        </li>
        {isOneOfSeveral && (
          <li>
            <a href={links.policy(framework.slug)}>{framework.title[locale]}</a>
          </li>
        )}
        <li>
          <a
            href={links.focusArea(goal.number, focusArea.position)}
          >{`${focusArea.position} ${focusArea.title[locale]}`}</a>
        </li>
      </ol>
    </nav>
  )
}

const isHeadline = ({ headlineOf }: IndicatorSummary, goal: string): boolean => headlineOf.includes(goal)

function Lead({ document: { goal, indicators } }: GoalPart): JSX.Element {
  const { locale } = usePage()
  const { noLonger } = goalWords[locale]
  const restsOn = headlinesSentence(goal, indicators)
  return (
    <>
      <p className="lead goal-lead">
        <VerdictMark verdict={goal.verdict} size={24} />
        <span>
          <VerdictName verdict={goal.verdict} />
          <span className="verdict-stop">.</span> {goalSentence(goal, indicators)[locale]}
        </span>
      </p>
      {goal.retiredOn !== undefined && <p className="aside">{noLonger(formatDate(goal.retiredOn, locale))}</p>}
      {restsOn && <p className="aside">{restsOn[locale]}</p>}
    </>
  )
}

/** The figure the verdict rests on, large; where there is none, what has to come before there can be one. */
function Decisive({ document: { goal, indicators } }: GoalPart): JSX.Element | null {
  const { locale, words, links } = usePage()
  const decisive = indicators.find(({ slug }) => slug === goal.headline)
  if (!decisive) return null
  const { name, latest, nextExpectedOn, nextExpectedNote, withoutFigures, slug } = decisive
  const own = goalWords[locale]
  if (latest === null) {
    return (
      <section className="goal-missing" aria-labelledby="missing">
        <h2 id="missing">{own.whatItTakes}</h2>
        <ul>
          <li>
            {own.toMeasure(name[locale])} <a href={links.indicator(slug)}>{words.whatIsMeasured}</a>
          </li>
          {withoutFigures && <li>{withoutFigures[locale]}</li>}
          {nextExpectedOn !== null && withoutFigures === undefined && (
            <li>{words.nextExpectedOn(formatDate(nextExpectedOn, locale))}</li>
          )}
          {nextExpectedNote !== null && <li>{nextExpectedNote[locale]}</li>}
        </ul>
      </section>
    )
  }
  return (
    <section className="goal-decisive" aria-labelledby="decisive">
      <div>
        <h2 id="decisive">
          <a href={links.indicator(slug)}>{name[locale]}</a>
        </h2>
        <LatestFigure summary={decisive} isExplained />
        <ComparisonText sentences={[decisive.comparison, decisive.people]} />
      </div>
      <a className="goal-trend-large" href={links.indicator(slug)}>
        <IndicatorTrend summary={decisive} size={{ width: 420, height: 112 }} />
      </a>
    </section>
  )
}

/** The figure that comes nearest to the goal while its headline indicators have none; it decides nothing. */
function Nearest({ document: { goal, indicators } }: GoalPart): JSX.Element | null {
  const { locale, links } = usePage()
  const nearest = indicators.find(({ slug }) => slug === goal.nearest?.indicator)
  if (!nearest || !goal.nearest) return null
  const summary = unjudged(nearest)
  return (
    <section className="goal-decisive" aria-labelledby="nearest">
      <div>
        <h2 id="nearest">{goalWords[locale].nearest}</h2>
        <LatestFigure summary={summary} />
        <ComparisonText sentences={[summary.comparison, summary.people]} />
        <NearestFigureNote summary={summary} reason={goal.nearest.reason} />
      </div>
      <a className="goal-trend-large" href={links.indicator(summary.slug)}>
        <IndicatorTrend summary={summary} size={{ width: 420, height: 112 }} />
      </a>
    </section>
  )
}

/** What the administration says of the goal; earlier years are kept below the newest. */
function Comments({ document: { comments } }: GoalPart): JSX.Element | null {
  const { locale } = usePage()
  const words = goalWords[locale]
  const [newest, ...earlier] = comments ?? []
  if (!newest) return null
  const texts = ({ meaning, action }: typeof newest): JSX.Element => (
    <>
      <p>{meaning[locale]}</p>
      {action !== null && (
        <p>
          <strong>{words.whatIsDone}</strong> {action[locale]}
        </p>
      )}
    </>
  )
  return (
    <section className="goal-comments" aria-labelledby="comments">
      <h2 id="comments">{words.comment(newest.year)}</h2>
      {texts(newest)}
      {earlier.map((comment) => (
        <details key={comment.year}>
          <summary>{words.comment(comment.year)}</summary>
          {texts(comment)}
        </details>
      ))}
    </section>
  )
}

/** What is done about the goal, with what came of it. */
function Actions({ actions }: Pick<GoalPageProps, 'actions'>): JSX.Element | null {
  const { locale, links } = usePage()
  const words = goalWords[locale]
  if (actions.length === 0) return null
  return (
    <section className="goal-around" aria-labelledby="actions">
      <h2 id="actions">{words.actions}</h2>
      <ul>
        {actions.map(({ year, mark, action, outcome }) => (
          <li key={`${year} ${action.slug}`}>
            <a href={`${links.actionPlan({ year, mark })}#${year}-${action.slug}`}>{action.title[locale]}</a>{' '}
            <span className="note">{`${year} · ${progressWords(action, outcome)[locale]}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What committees have decided of the goal, in their own words. */
function Decisions({ document: { decisions } }: GoalPart): JSX.Element | null {
  const { locale } = usePage()
  const words = goalWords[locale]
  if (decisions === undefined) return null
  return (
    <section className="goal-around" aria-labelledby="decisions">
      <h2 id="decisions">{words.decisions}</h2>
      <ul>
        {decisions.map(({ meeting, committee, date, decision }) => (
          <li key={`${meeting} ${decision}`}>
            <span lang="da">{decision}</span>{' '}
            <a className="note" href={meetingPath('agenda', { slug: meeting, secret: null }, locale)}>
              {words.decided(committee, formatDate(date, locale))}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What citizens have wished for. */
function Ideas({ document: { ideas } }: GoalPart): JSX.Element | null {
  const { locale, links } = usePage()
  if (ideas === undefined) return null
  return (
    <section className="goal-around" aria-labelledby="ideas">
      <h2 id="ideas">{goalWords[locale].ideas}</h2>
      <ul>
        {ideas.map(({ slug, title, voicedOn }) => (
          <li key={slug}>
            <a href={links.idea(slug)} lang="da">
              {title}
            </a>{' '}
            <span className="note">{formatDate(voicedOn, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface GroupProps {
  readonly id: string
  readonly title: string
  readonly note: string | null
  readonly summaries: readonly IndicatorSummary[]
  /** The indicator whose figure stands above; `null`: none does. */
  readonly told: string | null
}

function Group({ id, title, note, summaries, told }: GroupProps): JSX.Element | null {
  if (summaries.length === 0) return null
  return (
    <section className="goal-group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {note !== null && <p className="note">{note}</p>}
      <ul className="goal-list">
        {summaries.map((summary) => (
          <IndicatorRow key={summary.slug} summary={summary} isTold={summary.slug === told} />
        ))}
      </ul>
    </section>
  )
}

function Indicators({ document: { goal, indicators } }: GoalPart): JSX.Element | null {
  const { locale, links } = usePage()
  const words = goalWords[locale]
  if (indicators.length === 0) return null
  const kept = indicators.filter(({ retired }) => !retired)
  // Its figure stands above.
  const told = goal.nearest?.indicator ?? goal.headline
  const context = kept.filter(({ kind }) => kind === 'context')
  const headlines = kept.filter((one) => isHeadline(one, goal.number))
  const others = kept.filter((one) => !headlines.includes(one) && !context.includes(one))
  return (
    <section aria-labelledby="indicators">
      <h2 id="indicators">{words.indicators}</h2>
      <VerdictCounts counts={goal.counts} label={words.counts} />
      <Group id="headlines" title={words.headlines} note={words.headlinesNote} summaries={headlines} told={told} />
      <Group id="others" title={words.others} note={null} summaries={others} told={told} />
      <Group id="context" title={words.context} note={words.contextNote} summaries={context} told={told} />
      <Group
        id="retired"
        title={words.retired}
        note={null}
        summaries={indicators.filter(({ retired }) => retired)}
        told={told}
      />
      <ul className="link-row goal-method">
        <li>
          <a href={links.page('about')}>{words.howToRead}</a>
        </li>
        <li>
          <a href={links.feed(goal.number)}>{words.follow}</a>
        </li>
      </ul>
    </section>
  )
}

/** The goals before and after, so that a meeting can go through them one by one. */
function Neighbours({ document, framework }: Pick<GoalPageProps, 'document' | 'framework'>): JSX.Element | null {
  const { locale, links } = usePage()
  const words = goalWords[locale]
  const goals = framework?.focusAreas.flatMap((area) => area.goals) ?? []
  const index = goals.findIndex(({ number }) => number === document.goal.number)
  const ways = [
    [words.previous, goals[index - 1]],
    [words.next, index === -1 ? undefined : goals[index + 1]],
  ] as const
  if (ways.every(([, goal]) => goal === undefined)) return null
  return (
    <nav className="goal-neighbours" aria-label={words.neighbours}>
      {ways.map(([label, goal]) => (
        <Fragment key={label}>
          {goal ? (
            <a href={links.goal(goal.number)}>
              <span className="note">{`${label}, ${printedNumber(goal.number)}`}</span> <span>{goal.text[locale]}</span>
            </a>
          ) : (
            <span />
          )}{' '}
        </Fragment>
      ))}
    </nav>
  )
}

interface GoalPageProps extends BreadcrumbProps {
  /** The policy the goal is part of, for its neighbours; `null`: not at hand. */
  readonly framework: FrameworkDocument | null
  /** What is done about it. */
  readonly actions: readonly ShownAction[]
}

/** One goal: its own words, how it goes and by what that is known, or what is missing to know it. */
export function GoalPage({ document, framework, actions, isOneOfSeveral }: GoalPageProps): JSX.Element {
  const { locale } = usePage()
  return (
    <>
      <Breadcrumb document={document} isOneOfSeveral={isOneOfSeveral} />
      <h1>{document.goal.text[locale]}</h1>
      <Lead document={document} />
      <Decisive document={document} />
      <Nearest document={document} />
      <Comments document={document} />
      <Actions actions={actions} />
      <Decisions document={document} />
      <Indicators document={document} />
      <Ideas document={document} />
      <Neighbours document={document} framework={framework} />
    </>
  )
}
