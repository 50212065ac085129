import { planName } from '@pejling/domain/action-plan/action-plan'
import {
  compileActionPlans,
  compileFramework,
  compileFrameworks,
  compileIdeas,
  compileIndicator,
  compileIndicators,
  type CompiledIndicator,
  type IndicatorMaterial,
} from '@pejling/domain/compile/compile'
import {
  ActionPlanDocument,
  ActionPlansDocument,
  FrameworkDocument,
  FrameworksDocument,
  GoalDocument,
  IdeasDocument,
  IndicatorDocument,
  IndicatorsDocument,
  ObservationsDocument,
  RedirectDocument,
  type IndicatorSummary,
} from '@pejling/domain/release/documents'
import { inputsOf } from '@pejling/domain/indicator/derivation'
import { inOrderOfDerivation } from '@pejling/domain/derived/lineage'
import { Indicator } from '@pejling/domain/indicator/indicator'
import { danishDay } from '@pejling/domain/period/danish-day'
import { Profile } from '@pejling/domain/profile/profile'
import { holdsUntil } from '@pejling/domain/release/holds-until'
import { documentPath } from '@pejling/domain/release/paths'
import type { Release } from '@pejling/domain/release/release'
import type { Text } from '@pejling/domain/text'
import { asc, eq } from 'drizzle-orm'
import { authorise, type Actor } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { compilations, indicators } from '../db/schema.ts'
import { getProfile, kinds, listDefinitions } from '../workspace/definitions.ts'
import { readIndicatorMaterial, readSharedMaterial, type SharedMaterial } from '../workspace/material.ts'
import { appendRelease } from './append-release.ts'
import { compiledMark, isOfThisCompiler, stillHolds } from './compiled-mark.ts'
import { versionsIn, methodVersionsOf, withMethodNote } from './method-note.ts'
import { openReleaseStore, type ReleaseStore } from './release-store.ts'
import { parseWords } from './release-words.ts'
import { putRedirects } from './redirects.ts'
import { DocumentWriter } from './document-writer.ts'
import { readEarlier, readLinked } from './earlier-figures.ts'

/** What to publish: everything, or only some indicators, while the others keep what the last release had. */
export interface PublicationOrder {
  readonly title: Text
  readonly note: Text | null
  readonly indicators: readonly string[] | 'all'
}

/** Thrown where an indicator that should be published does not exist. */
export class UnknownIndicatorError extends Error {
  constructor(slug: string, where: 'workspace' | 'releases' = 'workspace') {
    super(`There is no indicator "${slug}" in ${where === 'workspace' ? 'the workspace' : 'any release'}`)
    this.name = 'UnknownIndicatorError'
  }
}

const isExempt = ({ body }: { readonly body: string }): boolean =>
  Indicator.parse(JSON.parse(body)).disclosure.exempt !== null

/**
 * The indicators to compile on a day, each after those it is computed from: those asked for that changed since their last
 * compilation, were made by an older compiler or would be judged otherwise today, and whatever is computed from them.
 */
function staleIndicators(db: Database, wanted: PublicationOrder['indicators'], on: string): Stale[] {
  const rows = db.sql
    .select({
      slug: indicators.slug,
      body: indicators.body,
      changedIn: indicators.changedIn,
      compiledFrom: compilations.changeSet,
      compiler: compilations.compiler,
    })
    .from(indicators)
    .leftJoin(compilations, eq(compilations.indicator, indicators.slug))
    .orderBy(asc(indicators.slug))
    .all()
  if (wanted !== 'all') {
    const known = new Set(rows.map(({ slug }) => slug))
    const unknown = wanted.find((slug) => !known.has(slug))
    if (unknown !== undefined) throw new UnknownIndicatorError(unknown)
  }
  // What is exempt is shown whatever it tells, so those protected together with it have to know it first.
  const exemptFirst = [...rows.filter(isExempt), ...rows.filter((row) => !isExempt(row))]
  const all = inOrderOfDerivation(
    exemptFirst.map((row) => ({ ...row, derived: Indicator.parse(JSON.parse(row.body)).derived })),
  )
  const stale = new Set<string>()
  return all.filter(({ slug, derived, changedIn, compiledFrom, compiler }) => {
    const changed = compiler === null || !stillHolds(compiler, on) || compiledFrom !== changedIn
    const isStale =
      (changed && (wanted === 'all' || wanted.includes(slug))) ||
      (derived !== null && inputsOf(derived).some((input) => stale.has(input)))
    if (isStale) stale.add(slug)
    return isStale
  })
}

/** What a derived indicator is computed from, as it will be published: from documents, never from the workspace. */
function readInputs(db: Database, writer: DocumentWriter, { derived }: Indicator): IndicatorMaterial['inputs'] {
  const store = openReleaseStore(db)
  return (derived ? inputsOf(derived) : []).flatMap((slug) => {
    const hash = writer.entries.get(documentPath.indicator(slug))
    const document = hash === undefined ? null : store.document(hash)
    if (!document) return []
    const { indicator, series } = IndicatorDocument.parse(JSON.parse(document.bytes.toString()))
    return [{ indicator, series }]
  })
}

interface Stale {
  readonly slug: string
  readonly changedIn: number
  readonly derived: Indicator['derived']
  /** The mark of its last compilation; `null`: it was never compiled. */
  readonly compiler: string | null
}

function compileStale(
  db: Database,
  shared: SharedMaterial,
  writer: DocumentWriter,
  stale: readonly Stale[],
  on: string,
): CompiledIndicator[] {
  return stale.flatMap(({ slug, changedIn }) => {
    const workspace = readIndicatorMaterial(db, shared, slug)
    if (!workspace) return []
    const { indicator } = workspace
    const compiled = compileIndicator({
      ...workspace,
      on,
      inputs: readInputs(db, writer, indicator),
      earlier: readEarlier(db, indicator),
      linked: readLinked(db, writer.entries, indicator),
    })
    writer.put(documentPath.indicator(slug), IndicatorDocument, compiled.document)
    writer.put(documentPath.observations(slug), ObservationsDocument, compiled.observations)
    for (const former of indicator.formerSlugs) {
      writer.put(documentPath.redirect(documentPath.indicator(former)), RedirectDocument, { indicator: slug })
    }
    const row = { indicator: slug, changeSet: changedIn, compiler: compiledMark(holdsUntil(compiled.document, on)) }
    db.sql.insert(compilations).values(row).onConflictDoUpdate({ target: compilations.indicator, set: row }).run()
    return [compiled]
  })
}

function compileRest(
  db: Database,
  shared: SharedMaterial,
  writer: DocumentWriter,
  summaries: ReadonlyMap<string, IndicatorSummary>,
): void {
  const { demonstration } = shared
  const profile = getProfile(db)
  if (profile === null) writer.entries.delete(documentPath.profile)
  else writer.put(documentPath.profile, Profile, profile)
  const list = compileIndicators([...summaries.values()], demonstration)
  writer.put(documentPath.indicators, IndicatorsDocument, list)
  const kept = new Set<string>()
  const frameworks = shared.frameworks.map((material) => {
    const { document, goals } = compileFramework(material, list.indicators)
    writer.put(documentPath.framework(document.framework.slug), FrameworkDocument, document)
    for (const goal of goals) {
      kept.add(documentPath.goal(goal.goal.number))
      for (const former of goal.goal.formerNumbers ?? []) {
        const path = documentPath.redirect(documentPath.goal(former))
        writer.put(path, RedirectDocument, { goal: goal.goal.number })
      }
      writer.put(documentPath.goal(goal.goal.number), GoalDocument, goal)
    }
    return document
  })
  writer.keepOnly('goals/', kept)
  writer.keepOnly('frameworks/', new Set(frameworks.map(({ framework }) => documentPath.framework(framework.slug))))
  writer.put(documentPath.frameworks, FrameworksDocument, compileFrameworks(frameworks, demonstration))
  const plans = compileActionPlans(listDefinitions(db, kinds.actionPlan), demonstration)
  writer.put(documentPath.actionPlans, ActionPlansDocument, plans.list)
  for (const plan of plans.documents) {
    writer.put(documentPath.actionPlan(planName(plan.actionPlan)), ActionPlanDocument, plan)
  }
  writer.keepOnly(
    'action-plans/',
    new Set(plans.list.actionPlans.map((plan) => documentPath.actionPlan(planName(plan)))),
  )
  writer.put(documentPath.ideas, IdeasDocument, compileIdeas(listDefinitions(db, kinds.idea), demonstration))
}

function summariesOf(store: ReleaseStore, release: number): Map<string, IndicatorSummary> {
  const version = store.version(documentPath.indicators, release)
  const document = version && store.document(version.hash)
  if (!document) return new Map()
  const { indicators: list } = IndicatorsDocument.parse(JSON.parse(document.bytes.toString()))
  return new Map(list.map((summary) => [summary.slug, summary]))
}

/**
 * Publishes the workspace as the next release: compiles what changed, stores documents that are new by their hash, and
 * chains the list to the release before. What is judged is judged as of the day in Denmark, and the first release that is
 * judged by another version of a method says so in its note. All of it happens or nothing. Answers `null`, and publishes nothing, where no
 * document would change. Throws {@link UnknownIndicatorError}, and a ReleaseWordsError where the title or the note cannot stand.
 */
export function publish(db: Database, actor: Actor, publication: PublicationOrder): Release | null {
  authorise(actor, 'publisher')
  const words = parseWords(publication)
  return write(db, actor, { action: 'publish' }, (changeSet) => {
    const store = openReleaseStore(db)
    const last = store.latestNumber()
    const writer = new DocumentWriter(db, store.entries(last))
    const shared = readSharedMaterial(db)
    const summaries = summariesOf(store, last)
    const on = danishDay(changeSet.at)
    const stale = staleIndicators(db, publication.indicators, on)
    const compiled = compileStale(db, shared, writer, stale, on)
    for (const { summary } of compiled) summaries.set(summary.slug, summary)
    compileRest(db, shared, writer, summaries)
    putRedirects(db, writer, store.entries(last))
    // Only another compiler has other methods, so only then is the release before read for the methods it was assessed by.
    const isUpgraded = stale.some(({ compiler }) => compiler !== null && !isOfThisCompiler(compiler))
    const before = isUpgraded ? versionsIn(store, store.entries(last)) : new Map<string, ReadonlySet<string>>()
    const now = methodVersionsOf(compiled.map(({ document }) => document))
    return appendRelease(changeSet, actor, withMethodNote(words, before, now), writer)
  })
}
