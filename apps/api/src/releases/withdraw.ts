import { inputsOf } from '@pejling/domain/derived/derivation'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import {
  FrameworkDocument,
  GoalDocument,
  IndicatorDocument,
  IndicatorsDocument,
  ObservationsDocument,
  type IndicatorSummary,
} from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import {
  summariseAgain,
  withdrawFromFramework,
  withdrawFromGoal,
  withdrawFromIndicator,
  withdrawFromList,
  withdrawFromObservations,
} from '@pejling/domain/release/withdraw'
import type { Withdrawal } from '@pejling/domain/release/withdrawal'
import { parseSeriesKey, seriesKey } from '@pejling/domain/series/series'
import type { Text } from '@pejling/domain/text/text'
import { asc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { documents, releaseDocuments, withdrawals, withdrawnDocuments } from '../db/schema.ts'
import { getIndicator, listIndicators } from '../workspace/definitions.ts'
import { findObservation, putObservations } from '../workspace/observations.ts'
import { compress, documentHash, publish } from './publish.ts'
import { openReleaseStore, type ReleaseStore } from './release-store.ts'

/** A figure that must not stand, and why. */
export interface FigureToWithdraw {
  readonly indicator: string
  readonly series: string
  readonly period: string
  readonly reason: Text
}

/** The indicators that are computed from one, directly or by way of others. */
function computedFrom(indicators: readonly Indicator[], slug: string): string[] {
  const found = new Set<string>()
  const visit = (input: string): void => {
    for (const { slug: other, derived } of indicators) {
      if (derived === null || found.has(other) || !inputsOf(derived).includes(input)) continue
      found.add(other)
      visit(other)
    }
  }
  visit(slug)
  return [...found]
}

/** A document as it will stand, by the hash it was published with. */
type Replacements = Map<string, Buffer>

function read<Schema extends z.ZodType>(store: ReleaseStore, hash: string, schema: Schema): z.output<Schema> | null {
  const document = store.document(hash)
  return document && schema.parse(JSON.parse(document.bytes.toString()))
}

const bytesOf = (document: unknown): Buffer => Buffer.from(JSON.stringify(document))

/** Every published document that tells of the figure, as it will stand without it. */
function findReplacements(db: Database, { indicator, series, period, reason }: FigureToWithdraw): Replacements {
  const store = openReleaseStore(db)
  const note = { da: `Trukket tilbage: ${reason.da}`, en: `Withdrawn: ${reason.en}` }
  const published = db.sql.select().from(releaseDocuments).orderBy(asc(releaseDocuments.release)).all()
  const replacements: Replacements = new Map()
  /** Documents of indicators as they will stand, by the hash they were published with. */
  const redacted = new Map<string, IndicatorDocument>()
  const affected = [indicator, ...computedFrom(listIndicators(db), indicator)]
  for (const slug of affected) {
    const figures = { series: slug === indicator ? series : null, period, note }
    for (const { path, hash } of published) {
      if (hash === null || replacements.has(hash)) continue
      if (path === documentPath.indicator(slug)) {
        const document = read(store, hash, IndicatorDocument)
        const anew = document && withdrawFromIndicator(document, figures)
        if (!anew) continue
        redacted.set(hash, anew)
        replacements.set(hash, bytesOf(anew))
      } else if (path === documentPath.observations(slug)) {
        const document = read(store, hash, ObservationsDocument)
        const anew = document && withdrawFromObservations(document, figures, seriesKey)
        if (anew) replacements.set(hash, bytesOf(anew))
      }
    }
  }
  // Lists, goals and policies have an indicator in a few words, and those follow from its document in the same release.
  for (const { path, hash, release } of published) {
    if (hash === null || replacements.has(hash)) continue
    const kind = /^(indicators|goals|frameworks)(?=$|\/)/.exec(path)?.[1]
    if (
      kind === undefined ||
      (kind === 'indicators' && path !== documentPath.indicators) ||
      path === documentPath.frameworks
    )
      continue
    const anew = new Map<string, IndicatorSummary>()
    for (const slug of affected) {
      const version = store.version(documentPath.indicator(slug), release)
      const document = version && redacted.get(version.hash)
      const summary = document && summariseAgain(document)
      if (summary) anew.set(slug, summary)
    }
    if (anew.size === 0) continue
    const list = store.version(documentPath.indicators, release)
    const all = (list && read(store, list.hash, IndicatorsDocument)?.indicators) ?? []
    const document =
      kind === 'indicators'
        ? orNull(read(store, hash, IndicatorsDocument), (one) => withdrawFromList(one, anew))
        : kind === 'goals'
          ? orNull(read(store, hash, GoalDocument), (one) => withdrawFromGoal(one, anew))
          : orNull(read(store, hash, FrameworkDocument), (one) =>
              withdrawFromFramework(
                one,
                anew,
                all.map((summary) => anew.get(summary.slug) ?? summary),
              ),
            )
    if (document) replacements.set(hash, bytesOf(document))
  }
  return replacements
}

const orNull = <From, To>(value: From | null, then: (value: From) => To | null): To | null =>
  value === null ? null : then(value)

/** How many published documents tell of a figure. */
export function countTelling(db: Database, figure: Omit<FigureToWithdraw, 'reason'>): number {
  return findReplacements(db, { ...figure, reason: { da: '', en: '' } }).size
}

function replaceDocuments(changeSet: ChangeSet, figure: FigureToWithdraw): Withdrawal | null {
  const { sql: query } = changeSet.db
  const replaced = [...findReplacements(changeSet.db, figure)].map(([hash, bytes]) => {
    const replacement = documentHash(bytes)
    query
      .update(documents)
      .set({ bytes, ...compress(bytes) })
      .where(eq(documents.hash, hash))
      .run()
    return { hash, replacement }
  })
  if (replaced.length === 0) return null
  const number = query.select().from(withdrawals).all().length + 1
  const withdrawal: Withdrawal = { number, withdrawnAt: changeSet.at, ...figure, documents: replaced }
  const body = JSON.stringify(withdrawal)
  query.insert(withdrawals).values({ number, body }).run()
  for (const { hash, replacement } of replaced) {
    query
      .insert(withdrawnDocuments)
      .values({ hash, replacement })
      .onConflictDoUpdate({ target: withdrawnDocuments.hash, set: { replacement } })
      .run()
  }
  changeSet.record('withdrawal', String(number), null, body)
  return withdrawal
}

/** Thrown where no published document tells of the figure. */
export class NothingToWithdrawError extends Error {
  override name = 'NothingToWithdrawError'
}

/**
 * Withdraws a published figure: takes it, and what was said because of it, out of every document of every release, leaves the
 * reason in its place, empties it in the workspace, and publishes that as a release of its own. All of it happens or nothing.
 * The lists of the releases stay as they were: each document is still known by the hash it was published with, and the
 * withdrawal says what stands in its place. Throws a {@link NothingToWithdrawError}.
 */
export function withdraw(db: Database, actor: Actor, figure: FigureToWithdraw): Withdrawal {
  authorise(actor, 'publisher')
  return db.sql.transaction(
    () => {
      const withdrawal = write(db, actor, { action: 'withdraw', reason: figure.reason.da }, (changeSet) => {
        const replaced = replaceDocuments(changeSet, figure)
        if (!replaced) throw new NothingToWithdrawError()
        const { indicator: slug, series, period, reason } = figure
        if (getIndicator(db, slug)?.derived === null && findObservation(db, slug, series, period)) {
          const footnote = { da: `Trukket tilbage: ${reason.da}`, en: `Withdrawn: ${reason.en}` }
          const nothing = { value: null, numerator: null, denominator: null, sampleSize: null, margin: null }
          const observation = { period, ...nothing, status: 'O', footnote, provenance: null } as const
          putObservations(changeSet, slug, [{ series: parseSeriesKey(series), observation }])
        }
        return replaced
      })
      publish(db, actor, {
        title: { da: 'Et tal er trukket tilbage', en: 'A figure has been withdrawn' },
        note: figure.reason,
        indicators: [figure.indicator],
      })
      return withdrawal
    },
    { behavior: 'immediate' },
  )
}
