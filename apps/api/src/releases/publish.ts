import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { planName } from '@pejling/domain/action-plan/action-plan'
import {
  compileActionPlans,
  compileFramework,
  compileFrameworks,
  compileIdeas,
  compileIndicator,
  compileIndicators,
  compilerVersion,
  type IndicatorMaterial,
} from '@pejling/domain/release/compile'
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
import { inputsOf } from '@pejling/domain/derived/derivation'
import { inOrderOfDerivation } from '@pejling/domain/derived/lineage'
import { Indicator } from '@pejling/domain/indicator/indicator'
import { Profile } from '@pejling/domain/profile/profile'
import { documentPath } from '@pejling/domain/release/paths'
import type { Release, ReleaseEntry } from '@pejling/domain/release/release'
import type { Text } from '@pejling/domain/text/text'
import { asc, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { compilations, documents, indicators, releaseDocuments, releases } from '../db/schema.ts'
import { getProfile, kinds, listDefinitions } from '../workspace/definitions.ts'
import { readIndicatorMaterial, readSharedMaterial, type SharedMaterial } from '../workspace/material.ts'
import { openReleaseStore, type ReleaseStore } from './release-store.ts'
import { readEarlier, readLinked } from './told.ts'
import { queueRelease } from '../webhooks/webhooks.ts'

/** What to publish: everything, or only some indicators, while the others keep what the last release had. */
export interface Publication {
  readonly title: Text
  readonly note: Text | null
  readonly indicators: readonly string[] | 'all'
}

/** Thrown where an indicator that should be published does not exist. */
export class UnknownIndicatorError extends Error {
  constructor(slug: string) {
    super(`There is no indicator "${slug}" in the workspace`)
    this.name = 'UnknownIndicatorError'
  }
}

/** The hash of a release: of its own fields and the whole list of its documents, one `path hash` a line. */
export function releaseHash(release: Omit<Release, 'hash'>, entries: readonly ReleaseEntry[]): string {
  const { number, publishedAt, title, note, publishedBy, previousHash } = release
  const digest = createHash('sha256')
  digest.update(`${JSON.stringify([number, publishedAt, title, note, publishedBy, previousHash])}\n`)
  for (const { path, hash } of entries) digest.update(`${path} ${hash}\n`)
  return digest.digest('hex')
}

/** The hash a document is stored by: of its bytes. */
export function documentHash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Up to this size, in bytes, a document is packed thoroughly; above it the time is felt and the gain is not. Brotli's 10
 * makes the delivered documents a tenth smaller than 9, and in a tenth of the time.
 */
const thoroughUpTo = 200_000

/** The forms a document is sent in. */
export function compress(bytes: Buffer): { gzip: Buffer; brotli: Buffer; packedHash: string } {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: bytes.length > thoroughUpTo ? 5 : 10,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  const gzip = gzipSync(bytes, { level: 9 })
  const brotli = brotliCompressSync(bytes, { params })
  return { gzip, brotli, packedHash: documentHash(Buffer.concat([gzip, brotli])) }
}

/** Takes documents in, stores those whose hash is new, and keeps the list path → hash. */
class Shelf {
  readonly entries = new Map<string, string>()
  readonly #db: Database

  constructor(db: Database, entries: readonly ReleaseEntry[]) {
    this.#db = db
    for (const { path, hash } of entries) this.entries.set(path, hash)
  }

  put<Schema extends z.ZodType>(path: string, schema: Schema, value: z.input<Schema>): void {
    const bytes = Buffer.from(JSON.stringify(schema.parse(value)))
    const hash = documentHash(bytes)
    this.entries.set(path, hash)
    const known = this.#db.sql.select({ hash: documents.hash }).from(documents).where(eq(documents.hash, hash)).get()
    if (!known) {
      this.#db.sql
        .insert(documents)
        .values({ hash, bytes, ...compress(bytes) })
        .run()
    }
  }

  /** Takes every path away that begins so and is not among those to keep. */
  keepOnly(prefix: string, kept: ReadonlySet<string>): void {
    for (const path of this.entries.keys()) if (path.startsWith(prefix) && !kept.has(path)) this.entries.delete(path)
  }

  list(): ReleaseEntry[] {
    return [...this.entries].map(([path, hash]) => ({ path, hash })).sort((a, b) => (a.path < b.path ? -1 : 1))
  }
}

const isExempt = ({ body }: { readonly body: string }): boolean =>
  Indicator.parse(JSON.parse(body)).disclosure.exempt !== null

/**
 * The indicators to compile, each after those it is computed from: those asked for that changed since their last compilation or
 * were made by an older compiler, and whatever is computed from them.
 */
function staleIndicators(db: Database, wanted: Publication['indicators']): Stale[] {
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
    const changed = compiler !== compilerVersion || compiledFrom !== changedIn
    const isStale =
      (changed && (wanted === 'all' || wanted.includes(slug))) ||
      (derived !== null && inputsOf(derived).some((input) => stale.has(input)))
    if (isStale) stale.add(slug)
    return isStale
  })
}

/** What a derived indicator is computed from, as it will be published: from documents, never from the workspace. */
function readInputs(db: Database, shelf: Shelf, { derived }: Indicator): IndicatorMaterial['inputs'] {
  const store = openReleaseStore(db)
  return (derived ? inputsOf(derived) : []).flatMap((slug) => {
    const hash = shelf.entries.get(documentPath.indicator(slug))
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
}

function compileStale(db: Database, shared: SharedMaterial, shelf: Shelf, stale: readonly Stale[]): IndicatorSummary[] {
  return stale.flatMap(({ slug, changedIn }) => {
    const workspace = readIndicatorMaterial(db, shared, slug)
    if (!workspace) return []
    const { indicator } = workspace
    const compiled = compileIndicator({
      ...workspace,
      inputs: readInputs(db, shelf, indicator),
      earlier: readEarlier(db, indicator),
      linked: readLinked(db, shelf.entries, indicator),
    })
    shelf.put(documentPath.indicator(slug), IndicatorDocument, compiled.document)
    shelf.put(documentPath.observations(slug), ObservationsDocument, compiled.observations)
    for (const former of indicator.formerSlugs) {
      shelf.put(documentPath.redirect(documentPath.indicator(former)), RedirectDocument, { indicator: slug })
    }
    const row = { indicator: slug, changeSet: changedIn, compiler: compilerVersion }
    db.sql.insert(compilations).values(row).onConflictDoUpdate({ target: compilations.indicator, set: row }).run()
    return [compiled.summary]
  })
}

function compileRest(
  db: Database,
  shared: SharedMaterial,
  shelf: Shelf,
  summaries: ReadonlyMap<string, IndicatorSummary>,
): void {
  const { demonstration } = shared
  const profile = getProfile(db)
  if (profile === null) shelf.entries.delete(documentPath.profile)
  else shelf.put(documentPath.profile, Profile, profile)
  const list = compileIndicators([...summaries.values()], demonstration)
  shelf.put(documentPath.indicators, IndicatorsDocument, list)
  const kept = new Set<string>()
  const frameworks = shared.frameworks.map((material) => {
    const { document, goals } = compileFramework(material, list.indicators)
    shelf.put(documentPath.framework(document.framework.slug), FrameworkDocument, document)
    for (const goal of goals) {
      kept.add(documentPath.goal(goal.goal.number))
      shelf.put(documentPath.goal(goal.goal.number), GoalDocument, goal)
    }
    return document
  })
  shelf.keepOnly('goals/', kept)
  shelf.keepOnly('frameworks/', new Set(frameworks.map(({ framework }) => documentPath.framework(framework.slug))))
  shelf.put(documentPath.frameworks, FrameworksDocument, compileFrameworks(frameworks, demonstration))
  const plans = compileActionPlans(listDefinitions(db, kinds.actionPlan), demonstration)
  shelf.put(documentPath.actionPlans, ActionPlansDocument, plans.list)
  for (const plan of plans.documents) {
    shelf.put(documentPath.actionPlan(planName(plan.actionPlan)), ActionPlanDocument, plan)
  }
  shelf.keepOnly(
    'action-plans/',
    new Set(plans.list.actionPlans.map((plan) => documentPath.actionPlan(planName(plan)))),
  )
  shelf.put(documentPath.ideas, IdeasDocument, compileIdeas(listDefinitions(db, kinds.idea), demonstration))
}

function summariesOf(store: ReleaseStore, release: number): Map<string, IndicatorSummary> {
  const version = store.version(documentPath.indicators, release)
  const document = version && store.document(version.hash)
  if (!document) return new Map()
  const { indicators: list } = IndicatorsDocument.parse(JSON.parse(document.bytes.toString()))
  return new Map(list.map((summary) => [summary.slug, summary]))
}

function appendRelease(changeSet: ChangeSet, actor: Actor, publication: Publication, shelf: Shelf): Release {
  const { db, at } = changeSet
  const store = openReleaseStore(db)
  const last = store.release(store.latestNumber())
  const before = new Map((last ? store.entries(last.number) : []).map(({ path, hash }) => [path, hash]))
  const entries = shelf.list()
  const header = {
    number: (last?.number ?? 0) + 1,
    publishedAt: at,
    title: publication.title,
    note: publication.note,
    publishedBy: actor.name,
    previousHash: last?.hash ?? null,
  }
  const release = { ...header, hash: releaseHash(header, entries) }
  db.sql
    .insert(releases)
    .values({
      ...release,
      title: JSON.stringify(release.title),
      note: release.note === null ? null : JSON.stringify(release.note),
    })
    .run()
  const insert = db.sql
    .insert(releaseDocuments)
    .values({ path: sql.placeholder('path'), release: release.number, hash: sql.placeholder('hash') })
    .prepare()
  for (const { path, hash } of entries) if (before.get(path) !== hash) insert.run({ path, hash })
  for (const path of before.keys()) if (!shelf.entries.has(path)) insert.run({ path, hash: null })
  changeSet.record('release', String(release.number), null, JSON.stringify(release))
  queueRelease(db, release.number, at)
  return release
}

/**
 * Publishes the workspace as the next release: compiles what changed, stores documents that are new by their hash, and
 * chains the list to the release before. All of it happens or nothing. Answers `null`, and publishes nothing, where no
 * document would change. Throws {@link UnknownIndicatorError}.
 */
export function publish(db: Database, actor: Actor, publication: Publication): Release | null {
  authorise(actor, 'publisher')
  return write(db, actor, { action: 'publish' }, (changeSet) => {
    const store = openReleaseStore(db)
    const last = store.latestNumber()
    const before = store.entries(last)
    const shelf = new Shelf(db, before)
    const shared = readSharedMaterial(db)
    const summaries = summariesOf(store, last)
    for (const summary of compileStale(db, shared, shelf, staleIndicators(db, publication.indicators))) {
      summaries.set(summary.slug, summary)
    }
    compileRest(db, shared, shelf, summaries)
    const changed =
      shelf.entries.size !== before.length || before.some(({ path, hash }) => shelf.entries.get(path) !== hash)
    return changed ? appendRelease(changeSet, actor, publication, shelf) : null
  })
}
