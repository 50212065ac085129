import { createHash } from 'node:crypto'
import { changesSentence } from '@pejling/domain/sentence/changes-sentence'
import { countChanges } from '@pejling/domain/sentence/count-changes'
import type { PlannedRelease } from '@pejling/domain/release/planned'
import type { Release } from '@pejling/domain/release/release'
import type { Text } from '@pejling/domain/text'
import type { ChangePreview } from '@pejling/domain/workspace/answers'
import { findingOf } from '@pejling/domain/workspace/finding'
import type { PreviewItem, ReleaseInput, ReleasePreview } from '@pejling/domain/workspace/releases'
import { authorise, type AccountHolder } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { needsApproval } from '../../releases/approval.ts'
import { planRelease, replanRelease } from '../../releases/planned.ts'
import { reviewPublication, type Review } from '../../releases/preview.ts'
import { publish } from '../../releases/publish.ts'
import { getIndicator, kinds, listDefinitions } from '../definitions.ts'
import { listValidationFindings } from '../validation-findings.ts'
import { readChoices, type Choice } from './choices.ts'

/** What the chosen would bring, beside everything that could come out. */
export interface LookedAt {
  /** Everything that is otherwise than published. */
  readonly everything: Review
  /** What of it the chosen are. */
  readonly chosen: Review
  readonly choices: readonly Choice[]
}

/** Looks at what a release of some indicators (`null`: all that are otherwise) would bring. Nothing is published. */
export function lookAtChosen(db: Database, only: readonly string[] | null): LookedAt {
  const everything = reviewPublication(db, 'all')
  const choices = readChoices(db, everything, only)
  const chosen = choices.filter((one) => one.chosen).map(({ slug }) => slug)
  const isAll = chosen.length === choices.length
  return { everything, choices, chosen: isAll ? everything : reviewPublication(db, chosen) }
}

/** Kinds of texts that come out with the indicator they are of. */
const withIndicator: ReadonlySet<string> = new Set(['target', 'override'])

/** Tells an item from anything else it might be. */
const withSeen = (item: Omit<PreviewItem, 'seen'>): PreviewItem => {
  // Whether it is chosen, and what is found odd, is no part of what it brings.
  const { chosen: _chosen, findings: _findings, ...brought } = item
  return { ...item, seen: createHash('sha256').update(JSON.stringify(brought)).digest('hex').slice(0, 16) }
}

/** Says the numbers of the goals that an indicator, or a goal's own text, belongs to. */
function goalFinder(db: Database) {
  const numbers = new Map(listDefinitions(db, kinds.goal).map(({ slug, number }) => [slug, number]))
  const numbered = (slugs: readonly string[]): string[] => slugs.flatMap((slug) => numbers.get(slug) ?? [])
  return {
    ofIndicator: (slug: string): string[] => numbered((getIndicator(db, slug)?.goals ?? []).map(({ goal }) => goal)),
    ofText: (kind: string, key: string): string[] =>
      kind === 'goal' || kind === 'comment' ? numbered([key.split('/')[0] ?? '']) : [],
  }
}

function itemsOf(
  db: Database,
  { everything: { changes, assessments, descriptions, texts }, choices }: LookedAt,
): PreviewItem[] {
  const changed = (changes?.indicators ?? []).map(({ indicator }) => indicator)
  const odd = new Map(
    listValidationFindings(db, changed).map(({ indicator, warnings }) => [indicator, warnings.map(findingOf)]),
  )
  const goals = goalFinder(db)
  const read = new Map(assessments.map((one) => [one.indicator, one]))
  const chosenOf = new Map(choices.map((one) => [one.slug, one]))
  const indicators = (changes?.indicators ?? []).map((one): PreviewItem => {
    const choice = chosenOf.get(one.indicator)
    const follows = (choice?.follows ?? []).map(({ slug }) => slug)
    const assessment = read.get(one.indicator)
    const { unit, decimals, noun, periodKind } = one
    return withSeen({
      id: `indicator:${one.indicator}`,
      kind: 'indicator',
      change: one.change,
      name: one.name,
      indicator: one.indicator,
      choosable: follows.length === 0,
      chosen: choice?.chosen ?? false,
      follows,
      figures: one.observations,
      assessment: assessment ? { before: assessment.before, after: assessment.after } : null,
      definitionChanged: one.definitionChanged,
      fields: descriptions.get(one.indicator) ?? [],
      measure: { unit, decimals, noun, periodKind },
      goals: goals.ofIndicator(one.indicator),
      findings: odd.get(one.indicator) ?? [],
    })
  })
  const said = texts.map(({ kind, key, change, name, fields }): PreviewItem => {
    const indicator = withIndicator.has(kind) ? (key.split('/')[0] ?? null) : null
    return withSeen({
      id: `${kind}:${key}`,
      kind,
      change,
      name,
      indicator,
      choosable: false,
      chosen: indicator === null || (chosenOf.get(indicator)?.chosen ?? true),
      follows: [],
      figures: [],
      assessment: null,
      definitionChanged: false,
      fields,
      measure: null,
      goals: indicator === null ? goals.ofText(kind, key) : goals.ofIndicator(indicator),
      findings: [],
    })
  })
  return [...indicators, ...said]
}

/** Everything the next release would bring, and what of it a release of some indicators (`null`: all) would carry. */
export function previewRelease(db: Database, only: readonly string[] | null): ReleasePreview {
  const looked = lookAtChosen(db, only)
  const { changes, seen } = looked.chosen
  return {
    seen,
    needsApproval: needsApproval(db),
    sentence: changesSentence(countChanges(changes ?? { indicators: [] })),
    items: itemsOf(db, looked),
  }
}

/** What came of asking for a release: one that waits, or one that was made (`null`: nothing had changed). */
export type PublishedOrPlanned = { readonly planned: PlannedRelease } | { readonly release: Release | null }

/** Thrown where what would come out is not what was looked at. Nothing has been published. */
export class ChangedMeanwhileError extends Error {
  override name = 'ChangedMeanwhileError'
  readonly problem: Text = {
    da: 'Noget er ændret eller udgivet, siden du så på det. Intet er udgivet. Se udkastet igen.',
    en: 'Something has been changed or published since you looked at it. Nothing has been published. Look at the preview again.',
  }
}

/** The indicators that come out where what was looked at still is what would come out. Throws a {@link ChangedMeanwhileError}. */
function stillLookedAt(db: Database, asked: Pick<ReleaseInput, 'indicators' | 'seen'>): readonly string[] | 'all' {
  const { choices, chosen } = lookAtChosen(db, asked.indicators === 'all' ? null : asked.indicators)
  if (asked.seen !== chosen.seen) throw new ChangedMeanwhileError()
  const slugs = choices.filter((one) => one.chosen).map(({ slug }) => slug)
  // All that is changed is everything: what was changed and comes to the same counts as published, too.
  return slugs.length === choices.length ? 'all' : slugs
}

/** What publishing what was looked at would change for readers. Throws a {@link ChangedMeanwhileError}. */
export function tryChosen(db: Database, asked: Pick<ReleaseInput, 'indicators' | 'seen'>): ChangePreview {
  const { chosen } = lookAtChosen(db, asked.indicators === 'all' ? null : asked.indicators)
  if (asked.seen !== chosen.seen) throw new ChangedMeanwhileError()
  const { changes, assessments, texts } = chosen
  return { changes, assessments: [...assessments], texts: [...texts] }
}

/** The same by name: what a planned release is of must not grow while it waits. */
const named = (db: Database, indicators: readonly string[] | 'all'): readonly string[] =>
  indicators === 'all' ? readChoices(db, reviewPublication(db, 'all'), null).map(({ slug }) => slug) : indicators

/**
 * Publishes what was looked at, or plans it where it is to come out later or takes a second person. It is looked at, compared and
 * published in one transaction: what another process writes meanwhile comes after it. Throws a {@link ChangedMeanwhileError}, a
 * ReleaseWordsError, or a NotAllowedError.
 */
export function publishChosen(db: Database, who: AccountHolder, asked: ReleaseInput): PublishedOrPlanned {
  authorise(who.actor, 'publisher')
  return db.sql.transaction(
    (): PublishedOrPlanned => {
      const indicators = stillLookedAt(db, asked)
      const { title, note, seen, publishAt } = asked
      if (publishAt !== null || needsApproval(db)) {
        const own = named(db, indicators)
        return { planned: planRelease(db, who, { title, note, indicators: own, seen, publishAt }) }
      }
      return { release: publish(db, who.actor, { title, note, indicators }) }
    },
    { behavior: 'immediate' },
  )
}

/**
 * Plans a release that waits, or that could not come out, once more: of what was looked at now. Answers `null` where there is none
 * of that number to be planned. Throws as {@link publishChosen} does.
 */
export function replanChosen(
  db: Database,
  who: AccountHolder,
  number: number,
  asked: ReleaseInput,
): PlannedRelease | null {
  authorise(who.actor, 'publisher')
  return db.sql.transaction(
    () => {
      const indicators = named(db, stillLookedAt(db, asked))
      const { title, note, seen, publishAt } = asked
      return replanRelease(db, who, number, { title, note, indicators, seen, publishAt })
    },
    { behavior: 'immediate' },
  )
}
