import { planName } from '@pejling/domain/action-plan/action-plan'
import {
  ActionPlanDocument,
  FrameworkDocument,
  GoalDocument,
  RedirectDocument,
  redirectTarget,
} from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { ReleaseEntry } from '@pejling/domain/release/release'
import type { z } from 'zod'
import type { Database } from '../db/database.ts'
import { kinds, listDefinitions } from '../workspace/definitions.ts'
import { openReleaseStore } from './release-store.ts'
import type { DocumentWriter } from './document-writer.ts'

type Redirect = z.input<typeof RedirectDocument>

/** Where a document of the release before has gone, by what it is about; `null`: nowhere. */
function redirectFrom(db: Database, path: string, json: unknown): Redirect | null {
  if (path.startsWith('goals/')) {
    const { slug } = GoalDocument.parse(json).goal
    const goal = listDefinitions(db, kinds.goal).find((one) => one.slug === slug)
    return goal ? { goal: goal.number } : null
  }
  if (path.startsWith('action-plans/')) {
    const { framework, year } = ActionPlanDocument.parse(json).actionPlan
    const plan = listDefinitions(db, kinds.actionPlan).find((one) => one.framework === framework && one.year === year)
    return plan ? { actionPlan: planName(plan) } : null
  }
  if (path.startsWith('frameworks/')) {
    // A policy is known again by its focus areas.
    const parts = new Set(FrameworkDocument.parse(json).focusAreas.map(({ slug }) => slug))
    const area = listDefinitions(db, kinds.focusArea).find(({ slug }) => parts.has(slug))
    return area ? { framework: area.framework } : null
  }
  return null
}

/**
 * Puts a redirect at the address of each goal, action plan and policy that the release before had at another address than the next
 * one has. `before`: the documents of the release before; `shelf`: those of the next one, complete.
 */
export function putRedirects(db: Database, writer: DocumentWriter, before: readonly ReleaseEntry[]): void {
  const store = openReleaseStore(db)
  for (const { path, hash } of before) {
    if (writer.entries.has(path) || path.startsWith('redirects/')) continue
    const document = store.document(hash)
    const redirect = document && redirectFrom(db, path, JSON.parse(document.bytes.toString()))
    if (!redirect) continue
    const { kind, name } = redirectTarget(RedirectDocument.parse(redirect))
    if (writer.entries.has(documentPath[kind](name)))
      writer.put(documentPath.redirect(path), RedirectDocument, redirect)
  }
}
