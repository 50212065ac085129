import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import type { Verdict } from '@pejling/domain/progress/assessment'
import { haveOneName, verdictWords } from '@pejling/domain/sentence/verdict-words'
import type { Overview } from '@pejling/domain/workspace/overview'
import { dayInWords, locale } from '../client/locale.ts'
import { useMe, useReaches } from '../client/me.ts'
import { overviewQuery } from '../client/overview.ts'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Loaded } from '../widgets/state.tsx'
import { Approvals } from './approvals.tsx'
import { Findings } from './findings.tsx'
import { GoalProgress } from './goal-progress.tsx'
import { MissingFigures } from './missing-figures.tsx'
import { Recent } from './recent.tsx'
import { words } from './overview-words.ts'
import { YearTable } from './year-table.tsx'
import './overview.css'

const WhoHasNotSent = lazy(() => import('./who-has-not-sent.tsx').then((it) => ({ default: it.WhoHasNotSent })))

/** What needs doing, as a sentence. */
function titleOf({ counts, waiting }: Overview): string {
  const missing = counts.late + counts.missing
  const changes = waiting.indicators + waiting.texts
  const parts = [
    ...(missing > 0 ? [words.titles.missing(missing)] : []),
    ...(changes > 0 ? [words.titles.waiting(changes)] : []),
  ]
  return parts.length === 0 ? words.titles.allDone : parts.join(words.titles.and)
}

const nameOf = (verdict: Verdict | null): string => (verdict === null ? '–' : verdictWords[verdict][locale])

/** Which goals the drafts would give another assessment. */
function changesOf({ goals, counts, waiting }: Overview): string | null {
  const differing = goals.filter(({ published, withDrafts }) => !haveOneName(published, withDrafts))
  if (differing.length === 0) return counts.drafts + waiting.texts > 0 ? words.noChange : null
  return words.withDrafts(
    differing.map((goal) => words.oneChange(goal.number, nameOf(goal.published), nameOf(goal.withDrafts))).join(', '),
  )
}

function Morning({ overview }: { readonly overview: Overview }): JSX.Element {
  const mayPublish = useReaches('publisher')
  const { lastRelease, waiting } = overview
  return (
    <Framed
      title={titleOf(overview)}
      lead={changesOf(overview)}
      actions={
        <>
          <span className="field-help">
            {lastRelease === null
              ? words.noRelease
              : words.release(lastRelease.number, dayInWords(lastRelease.publishedAt.slice(0, 10)))}
          </span>
          {mayPublish && (
            <DeskLink className="button" data-weight="primary" to={deskPath(locale, 'publish')}>
              {words.publish(waiting.indicators + waiting.texts)}
            </DeskLink>
          )}
        </>
      }
    >
      <GoalProgress overview={overview} />
      <div className="columns">
        <div>
          <MissingFigures overview={overview} />
          <YearTable overview={overview} />
        </div>
        <div>
          <Approvals overview={overview} />
          <Findings overview={overview} />
          <Suspense>
            <WhoHasNotSent overview={overview} />
          </Suspense>
          <Recent />
        </div>
      </div>
    </Framed>
  )
}

/** A contributor’s own indicators, and nothing else. */
function OwnFigures({ overview }: { readonly overview: Overview }): JSX.Element {
  const own = { ...overview, indicators: overview.indicators.filter((one) => one.own) }
  const due = own.indicators.filter(({ expected }) => expected?.state === 'late' || expected?.state === 'missing')
  return (
    <Framed title={words.own.title} lead={own.indicators.length === 0 ? words.own.none : words.own.lead(due.length)}>
      {own.indicators.length > 0 && (
        <>
          <MissingFigures overview={own} />
          <YearTable overview={own} />
        </>
      )}
    </Framed>
  )
}

/** The first page: what needs doing, and how the goals stand with drafts in. */
export function Page(): JSX.Element {
  const query = useQuery(overviewQuery)
  const { role } = useMe()
  return (
    <Loaded query={query}>
      {({ value }) => (role === 'contributor' ? <OwnFigures overview={value} /> : <Morning overview={value} />)}
    </Loaded>
  )
}
