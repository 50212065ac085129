import { compareEntries, compareIndicator } from '@pejling/domain/release/compare'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { IndicatorChange } from '@pejling/domain/release/release'
import type { AssessmentChange, ChangePreview } from '@pejling/domain/workspace/answers'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { familyOf } from './indicator-family.ts'
import { supposing } from './preview.ts'
import { readPublished } from './published-documents.ts'
import { openReleaseStore } from './release-store.ts'
import { withdraw, type WithdrawalRequest } from './withdraw.ts'

type Documents = ReadonlyMap<string, IndicatorDocument>

const assessmentIn = (document: IndicatorDocument | undefined): AssessmentChange['after'] => {
  const [headline] = document?.assessments ?? []
  return headline ? { verdict: headline.verdict, sentence: headline.sentence } : null
}

/** The newest documents of some indicators, read now: a withdrawal changes the documents themselves. */
function newestOf(db: Database, slugs: readonly string[]): Documents {
  const store = openReleaseStore(db)
  return new Map(
    slugs.flatMap((slug) => {
      const version = store.version(documentPath.indicator(slug), store.latestNumber())
      const document = version && readPublished(store, version.hash, IndicatorDocument)
      return document ? [[slug, document] as const] : []
    }),
  )
}

function compareDocuments(before: Documents, after: Documents) {
  const indicators: IndicatorChange[] = []
  const assessments: AssessmentChange[] = []
  for (const [slug, is] of after) {
    const was = before.get(slug)
    const change = compareIndicator(was ?? null, is)
    if (change && change.observations.length > 0) indicators.push(change)
    const [then, now] = [assessmentIn(was), assessmentIn(is)]
    if (JSON.stringify(then) !== JSON.stringify(now)) {
      assessments.push({ indicator: slug, name: is.indicator.name, before: then, after: now })
    }
  }
  return { indicators, assessments }
}

/**
 * What withdrawing a published figure would change for readers of the newest release: figures, assessments and their sentences, of
 * the indicator and of what is computed from it. Nothing is withdrawn. Throws a `NothingToWithdrawError`.
 */
export function previewWithdrawal(db: Database, figure: WithdrawalRequest): ChangePreview {
  return supposing(db, () => {
    const store = openReleaseStore(db)
    const since = store.latestNumber()
    const { own, computed } = familyOf(db, figure.indicator)
    const slugs = [...own, ...computed]
    const before = newestOf(db, slugs)
    withdraw(db, system, figure)
    const release = store.latestNumber()
    const { indicators, assessments } = compareDocuments(before, newestOf(db, slugs))
    const shown = (hash: string | null): string | null => (hash === null ? null : store.shownHash(hash))
    const documents = compareEntries(store.entries(since), store.entries(release)).map((one) => ({
      path: one.path,
      before: shown(one.before),
      after: shown(one.after),
    }))
    return { changes: { since, release, documents, indicators, late: [] }, assessments, texts: [] }
  })
}
