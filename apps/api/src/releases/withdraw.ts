import { isSalted } from '@pejling/domain/release/salt'
import { Withdrawal } from '@pejling/domain/release/withdrawal'
import { parseSeriesKey } from '@pejling/domain/series'
import type { Text } from '@pejling/domain/text'
import { eq } from 'drizzle-orm'
import { authorise, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { documents, withdrawals, withdrawnDocuments } from '../db/schema.ts'
import { getIndicator, listTargets, removeTarget } from '../workspace/definitions.ts'
import { findObservation, putObservations } from '../workspace/observation-store.ts'
import { appendRelease } from './append-release.ts'
import { findReplacements, withdrawnNote, type PublishedFigure, type Replacements } from './find-replacements.ts'
import { familyOf } from './indicator-family.ts'
import { documentHash } from './release-hash.ts'
import { openReleaseStore } from './release-store.ts'
import { parseReason } from './release-words.ts'
import { compress, saltedBytes, DocumentWriter } from './document-writer.ts'

/** A figure that must not stand, and why. */
export interface WithdrawalRequest extends PublishedFigure {
  readonly reason: Text
}

/** What the release of a withdrawal is called. */
export const withdrawalTitle: Text = { da: 'Et tal er trukket tilbage', en: 'A figure has been withdrawn' }

/** How many published documents tell of a figure. */
export function countShowing(db: Database, figure: PublishedFigure): number {
  return findReplacements(db, figure, { da: '', en: '' }).size
}

/** A document as it stands now: its bytes with their salt, by the hash it was published with. */
type Replaced = Map<string, Buffer>

function replaceDocuments(changeSet: ChangeSet, found: Replacements): [Replaced, Withdrawal['documents']] {
  const { db } = changeSet
  const replaced: Replaced = new Map()
  const told = [...found].map(([hash, content]) => {
    const here = eq(documents.hash, hash)
    const before = db.sql.select({ bytes: documents.bytes }).from(documents).where(here).get()
    // The salt that went into the hash goes with what is withdrawn; another one protects what is left.
    const bytes = saltedBytes(db, content)
    db.sql
      .update(documents)
      .set({ bytes, ...compress(bytes) })
      .where(here)
      .run()
    replaced.set(hash, bytes)
    const replacement = documentHash(bytes)
    db.sql
      .insert(withdrawnDocuments)
      .values({ hash, replacement })
      .onConflictDoUpdate({ target: withdrawnDocuments.hash, set: { replacement } })
      .run()
    return { hash, replacement, salted: before !== undefined && isSalted(before.bytes.toString()) }
  })
  return [replaced, told]
}

function recordWithdrawal(
  changeSet: ChangeSet,
  { indicator, series, period, reason }: WithdrawalRequest,
  told: Withdrawal['documents'],
): Withdrawal {
  const { sql: query } = changeSet.db
  const number = query.select().from(withdrawals).all().length + 1
  const about = { number, withdrawnAt: changeSet.at, indicator, series, period, reason }
  const withdrawal = Withdrawal.parse({ ...about, documents: told })
  const body = JSON.stringify(withdrawal)
  query.insert(withdrawals).values({ number, body }).run()
  changeSet.record('withdrawal', String(number), null, body)
  return withdrawal
}

/** Empties the figure in the workspace: the next release would publish it again. */
function emptyCell(changeSet: ChangeSet, slug: string, { series, period, reason }: WithdrawalRequest): void {
  const { db } = changeSet
  if (getIndicator(db, slug)?.derived !== null || !findObservation(db, slug, series, period)) return
  const nothing = { value: null, numerator: null, denominator: null, sampleSize: null, margin: null }
  const observation = { period, ...nothing, status: 'O', footnote: withdrawnNote(reason), provenance: null } as const
  putObservations(changeSet, slug, [{ series: parseSeriesKey(series), observation }])
}

/** Takes targets that begin with the figure out of the workspace, as well; `series` is `null` for all of the indicator. */
function removeTargets(changeSet: ChangeSet, slug: string, { period }: PublishedFigure, series: string | null): void {
  for (const target of listTargets(changeSet.db, slug)) {
    const isOf = series === null || target.series === series
    if (isOf && target.baseline.period === period) removeTarget(changeSet, slug, target.slug)
  }
}

/** The next release: the documents of the last one, with what has been replaced in its place. Drafts are no part of it. */
function publishReplaced(changeSet: ChangeSet, actor: Actor, reason: Text, replaced: Replaced): void {
  const store = openReleaseStore(changeSet.db)
  const writer = new DocumentWriter(changeSet.db, store.entries(store.latestNumber()))
  for (const { path, hash } of writer.list()) {
    const bytes = replaced.get(hash)
    if (bytes) writer.store(path, bytes)
  }
  // Made also where the last release did not tell of the figure: a withdrawal is public.
  appendRelease(changeSet, actor, { title: withdrawalTitle, note: reason }, writer, 'always')
}

/** Thrown where no published document tells of the figure. */
export class NothingToWithdrawError extends Error {
  override name = 'NothingToWithdrawError'
  constructor({ indicator, series, period }: PublishedFigure) {
    super(`No release tells of ${indicator}, ${series}, ${period}; list its published figures to see what there is`)
  }
}

/**
 * Withdraws a published figure: takes it, and what was said because of it, out of every document of every release, leaves the
 * reason in its place, empties it in the workspace, and publishes that as a release of its own, made of what is published and of
 * no draft. All of it happens or nothing. The lists of the releases stay as they were: each document is still known by the hash
 * it was published with, and the withdrawal says what is answered in its place. Where releases take two people this is for
 * `askToWithdraw` to call. Throws a {@link NothingToWithdrawError}.
 */
export function withdraw(db: Database, actor: Actor, figure: WithdrawalRequest): Withdrawal {
  authorise(actor, 'publisher')
  const asked = { ...figure, reason: parseReason(figure.reason) }
  return write(db, actor, { action: 'withdraw', reason: asked.reason.da }, (changeSet) => {
    const found = findReplacements(db, asked, asked.reason)
    if (found.size === 0) throw new NothingToWithdrawError(asked)
    const { own, computed } = familyOf(db, asked.indicator)
    const [replaced, told] = replaceDocuments(changeSet, found)
    const withdrawal = recordWithdrawal(changeSet, asked, told)
    for (const slug of own) emptyCell(changeSet, slug, asked)
    for (const slug of own) removeTargets(changeSet, slug, asked, asked.series)
    for (const slug of computed) removeTargets(changeSet, slug, asked, null)
    publishReplaced(changeSet, actor, asked.reason, replaced)
    return withdrawal
  })
}
