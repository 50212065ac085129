import { shownYears, yearCells } from '@pejling/domain/workspace/year-cells'
import { expectedFigure } from '@pejling/domain/indicator/expected'
import { hasValue } from '@pejling/domain/observation/observation'
import { danishDay } from '@pejling/domain/period/danish-day'
import type { Verdict } from '@pejling/domain/progress/assessment'
import { FrameworkDocument, IndicatorsDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { PlannedRelease } from '@pejling/domain/release/planned'
import type { Text } from '@pejling/domain/text'
import type { FindingWeight } from '@pejling/domain/validation/finding-weight'
import { findingOf, type Finding } from '@pejling/domain/workspace/finding'
import type { Overview, OverviewFilter, OverviewIndicator } from '@pejling/domain/workspace/overview'
import { reaches, type AccountHolder } from '../../db/actor.ts'
import { byChangeSet } from '../../db/by-change-set.ts'
import type { Database } from '../../db/database.ts'
import { users } from '../../db/schema.ts'
import { listPlanned } from '../../releases/planned.ts'
import { readPublished } from '../../releases/published-documents.ts'
import { releaseChanges } from '../../releases/release-changes.ts'
import { openReleaseStore, type ReleaseStore } from '../../releases/release-store.ts'
import { supposePublished } from '../../releases/preview.ts'
import { textChanges } from '../../releases/text-changes.ts'
import { attachments, getAttached, kinds, listDefinitions } from '../definitions.ts'
import { dataProvidersOf } from '../data-providers.ts'
import { listValidationFindings } from '../validation-findings.ts'
import { readIndicatorStates } from './indicator-states.ts'

/** How many findings are listed; the others are counted. */
const findingsListed = 200

const weights: readonly FindingWeight[] = ['error', 'doubt', 'note']

/** An indicator as the overview tells it, with the addresses of those who send its figures: who asks is told whether it is theirs. */
interface KnownIndicator {
  readonly told: Omit<OverviewIndicator, 'own'>
  readonly addresses: readonly string[]
}

/** What is the same for everybody who asks, as long as nothing is written. */
interface Known {
  readonly indicators: readonly KnownIndicator[]
  readonly goals: Overview['goals']
  readonly findings: readonly { readonly indicator: string; readonly finding: Finding }[]
  readonly waiting: Overview['waiting']
}

const known = byChangeSet<Known>()

interface Verdicts {
  readonly goals: ReadonlyMap<string, { readonly text: Text; readonly verdict: Verdict }>
  readonly indicators: ReadonlyMap<string, Verdict>
}

/** The verdicts of the newest release, of goals by number and of indicators by slug. */
function verdictsIn(db: Database): Verdicts {
  const store = openReleaseStore(db)
  const entries = store.entries(store.latestNumber())
  const frameworks = entries
    .filter(({ path }) => path.startsWith('frameworks/'))
    .flatMap(({ hash }) => readPublished(store, hash, FrameworkDocument) ?? [])
  const list = entries.find(({ path }) => path === documentPath.indicators)
  const summaries = (list && readPublished(store, list.hash, IndicatorsDocument)?.indicators) ?? []
  const goals = frameworks.flatMap(({ focusAreas }) => focusAreas.flatMap((one) => one.goals))
  return {
    goals: new Map(goals.map(({ number, text, verdict }) => [number, { text, verdict }])),
    indicators: new Map(summaries.map(({ slug, verdict }) => [slug, verdict])),
  }
}

/** What the newest release brought that the one `before` did not have. */
function countWaiting(store: ReleaseStore, before: number): Overview['waiting'] {
  const now = store.latestNumber()
  if (now === before) return { indicators: 0, texts: 0 }
  return {
    indicators: releaseChanges(store, before, now).indicators.length,
    texts: textChanges(store, before, now).length,
  }
}

function compareGoals(published: Verdicts, drafted: Verdicts): Overview['goals'] {
  return [...new Map([...published.goals, ...drafted.goals])].map(([number, { text }]) => {
    const [was, is] = [published.goals.get(number)?.verdict ?? null, drafted.goals.get(number)?.verdict ?? null]
    return { number, text, published: was, withDrafts: is, differs: was !== is }
  })
}

function countWeights(findings: readonly Finding[]): OverviewIndicator['findings'] {
  const count = (weight: FindingWeight): number => findings.filter((one) => one.weight === weight).length
  return { error: count('error'), doubt: count('doubt'), note: count('note') }
}

function readKnown(db: Database, today: string): Known {
  const years = shownYears(today)
  const published = verdictsIn(db)
  const before = openReleaseStore(db).latestNumber()
  const { drafted, waiting } = supposePublished(db, 'all', () => ({
    drafted: verdictsIn(db),
    waiting: countWaiting(openReleaseStore(db), before),
  }))
  const found = new Map(
    listValidationFindings(db, 'all').map(({ indicator, warnings }) => [indicator, warnings.map(findingOf)]),
  )
  const names = new Map(
    db.sql
      .select({ email: users.email, name: users.name })
      .from(users)
      .all()
      .map((one) => [one.email, one.name]),
  )
  const nameOf = (email: string | null | undefined): string | null => (email ? (names.get(email) ?? '–') : null)
  const numbers = new Map(listDefinitions(db, kinds.goal).map(({ slug, number }) => [slug, number]))
  const indicators = readIndicatorStates(db).map(
    ({ indicator, workspace, published: released, drafts }): KnownIndicator => {
      const expected = expectedFigure(indicator, workspace, today)
      const { slug, name, owner } = indicator
      const asked = dataProvidersOf(db, slug)
      const latest = workspace.findLast(hasValue)
      return {
        addresses: asked ? [asked.keeper, ...(asked.deputy === null ? [] : [asked.deputy])] : [],
        told: {
          slug,
          name,
          goals: indicator.goals.flatMap(({ goal }) => numbers.get(goal) ?? []),
          owner,
          keeper: nameOf(asked?.keeper),
          deputy: nameOf(asked?.deputy),
          connected: getAttached(db, attachments.connection, slug) !== null,
          expected,
          latest: latest ? { period: latest.period, value: latest.value } : null,
          drafts,
          years: yearCells(indicator, { workspace, published: released }, expected, years),
          findings: countWeights(found.get(slug) ?? []),
          verdict: {
            published: published.indicators.get(slug) ?? null,
            withDrafts: drafted.indicators.get(slug) ?? null,
          },
        },
      }
    },
  )
  const findings = [...found].flatMap(([indicator, own]) => own.map((finding) => ({ indicator, finding })))
  return {
    indicators,
    goals: compareGoals(published, drafted),
    findings: findings.toSorted((a, b) => weights.indexOf(a.finding.weight) - weights.indexOf(b.finding.weight)),
    waiting,
  }
}

type Told = OverviewIndicator

/** Counts of some indicators. */
function countsOf(all: readonly Told[]) {
  const inState = (state: NonNullable<Told['expected']>['state']): number =>
    all.filter(({ expected }) => expected?.state === state).length
  return {
    indicators: all.length,
    late: inState('late'),
    missing: inState('missing'),
    soon: inState('soon'),
    drafts: all.reduce((sum, { drafts }) => sum + drafts, 0),
  }
}

const holds = (text: string, words: string): boolean =>
  text.toLocaleLowerCase('da').includes(words.toLocaleLowerCase('da'))

/** Whether an indicator is one a filter means. */
function isMeant({ goal, status, owner, keeper, state }: OverviewFilter, one: Told): boolean {
  const dataProviders = [one.keeper, one.deputy].flatMap((name) => name ?? [])
  return (
    (goal === undefined || one.goals.some((number) => goal.includes(number))) &&
    (status === undefined || status.includes(one.verdict.withDrafts ?? '')) &&
    (owner === undefined || (one.owner !== null && (holds(one.owner.da, owner) || holds(one.owner.en, owner)))) &&
    (state === undefined || state.includes(one.expected?.state ?? '')) &&
    (keeper === undefined || (keeper === 'me' ? one.own : dataProviders.some((name) => holds(name, keeper))))
  )
}

const inOrder = (a: Told, b: Told): number =>
  (a.goals[0] ?? '~').localeCompare(b.goals[0] ?? '~', 'en', { numeric: true }) || (a.slug < b.slug ? -1 : 1)

function plannedFor(who: AccountHolder, planned: readonly PlannedRelease[]): Overview['planned'] {
  return planned
    .filter(({ state }) => state === 'waiting' || state === 'outdated')
    .map(({ number, title, publishAt, state, problem, plannedBy, needsApproval, approvedBy }) => {
      const awaitsApproval = state === 'waiting' && needsApproval && approvedBy === null
      const mayApprove = awaitsApproval && plannedBy.email !== who.email && reaches(who.actor, 'publisher')
      return { number, title, publishAt, state, problem, plannedBy: plannedBy.name, awaitsApproval, mayApprove }
    })
}

/**
 * What needs doing, to whoever asks: figures that are due, late or were never there, what is odd, who has not sent, and what the
 * next release would change. The work is done once as long as nothing is written. `only`: the indicators the
 * answer may include (`null`: all); it has the progress of goals and releases only where it may include all.
 */
export function readOverview(
  db: Database,
  who: AccountHolder,
  filter: OverviewFilter,
  only: readonly string[] | null,
): Overview {
  const today = danishDay(db.clock())
  const all = known(db, today, () => readKnown(db, today))
  const indicators = all.indicators
    .map(({ told, addresses }) => ({ ...told, own: addresses.includes(who.email) }))
    .filter((one) => (only === null || only.includes(one.slug)) && isMeant(filter, one))
    .toSorted(inOrder)
  const shown = new Set(indicators.map(({ slug }) => slug))
  const findings = all.findings.filter(({ indicator }) => shown.has(indicator))
  const goals = new Set(indicators.flatMap((one) => one.goals))
  const isFiltered = Object.values(filter).some((one) => one !== undefined)
  const store = openReleaseStore(db)
  const byOwner = Map.groupBy(indicators, ({ owner }) => owner?.da ?? null)
  const byKeeper = Map.groupBy(indicators, ({ keeper }) => keeper)
  return {
    today,
    counts: {
      ...countsOf(indicators),
      withoutFigures: indicators.filter(({ latest }) => latest === null).length,
      unassigned: indicators.filter(({ keeper }) => keeper === null).length,
      findings: findings.length,
    },
    indicators,
    owners: [...byOwner.values()].map((own) => ({ owner: own[0]?.owner ?? null, ...countsOf(own) })),
    keepers: [...byKeeper].map(([keeper, own]) => ({ keeper, ...countsOf(own) })),
    goals: only === null ? all.goals.filter(({ number }) => !isFiltered || goals.has(number)) : [],
    findings: findings.slice(0, findingsListed).map(({ indicator, finding }) => ({ indicator, ...finding })),
    lastRelease: store.release(store.latestNumber()),
    waiting: only === null ? all.waiting : { indicators: 0, texts: 0 },
    planned: only === null ? plannedFor(who, listPlanned(db)) : [],
  }
}
