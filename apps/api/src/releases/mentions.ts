import { findFigure, type SoughtFigure } from '@pejling/domain/release/find-figure'
import { documentPath } from '@pejling/domain/release/paths'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ChangeKind } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { indicators, observations, plannedReleases, sharedMeetings, targets } from '../db/schema.ts'
import { attachments, kinds } from '../workspace/definitions.ts'
import type { PublishedFigure } from './find-replacements.ts'
import { publishedDocuments } from './published-documents.ts'
import { figuresInReleases } from './published-figures.ts'
import { openReleaseStore } from './release-store.ts'

/** A text a person typed that says a figure. */
export interface Mention {
  /** What the text belongs to, and which. */
  readonly kind: ChangeKind
  readonly key: string
  /** How the figure is written there. */
  readonly found: readonly string[]
  /** The text, or what is around the figure in it. */
  readonly text: string
  /** Whether it is published; else it is in the workspace alone. */
  readonly isPublished: boolean
}

type Source = Pick<Mention, 'kind' | 'key' | 'isPublished'> & { readonly json: string }

const Json = z.json()
type Json = z.infer<typeof Json>

/** Names, days and secrets: no words. */
const noWords = /^(?:slug|secret|url|hash|number|hashedWords|.*(?:On|At))$/
const day = /^\d{4}-\d{2}-\d{2}(?:T.*)?$/

/** Every text in a state, in whatever field. */
function textsIn(value: Json, field = ''): string[] {
  if (typeof value === 'string') return noWords.test(field) || day.test(value) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, field))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, name))
}

function* workspaceSources(db: Database): Generator<Source> {
  const typed = { isPublished: false }
  for (const { name, table, key } of Object.values(kinds)) {
    const rows = db.sql.all<{ id: string | number; json: string }>(sql`SELECT ${key} AS id, body AS json FROM ${table}`)
    for (const { id, json } of rows) yield { kind: name, key: String(id), json, ...typed }
  }
  for (const { slug, body } of db.sql.select().from(indicators).all()) {
    yield { kind: 'indicator', key: slug, json: body, ...typed }
  }
  for (const { indicator, slug, body } of db.sql.select().from(targets).all()) {
    yield { kind: 'target', key: `${indicator}/${slug}`, json: body, ...typed }
  }
  for (const { indicator, body } of db.sql.select().from(attachments.override.table).all()) {
    yield { kind: 'override', key: indicator, json: body, ...typed }
  }
  const { indicator, series, period, footnote } = observations
  const noted = db.sql
    .select({ indicator, series, period, footnote })
    .from(observations)
    .where(sql`${footnote} IS NOT NULL`)
  for (const row of noted.all()) {
    const key = `${row.indicator}/${row.series}/${row.period}`
    yield { kind: 'observation', key, json: row.footnote ?? 'null', ...typed }
  }
  for (const { number, body } of db.sql.select().from(plannedReleases).all()) {
    yield { kind: 'planned-release', key: String(number), json: body, ...typed }
  }
}

/** What of a published document was typed by a person; the rest is computed and follows the figures. */
const Typed = z.object({
  comments: Json.optional(),
  actions: Json.optional(),
  actionPlan: Json.optional(),
  ideas: Json.optional(),
  framework: Json.optional(),
  indicator: Json.optional(),
  targets: Json.optional(),
  assessments: z.array(z.object({ override: Json })).optional(),
  series: z.array(z.object({ key: z.string(), observations: z.array(z.object({ footnote: Json })) })).optional(),
})

const kindOf: Readonly<Record<string, ChangeKind>> = {
  goals: 'comment',
  'action-plans': 'action-plan',
  ideas: 'idea',
  frameworks: 'framework',
  indicators: 'indicator',
}

function* publishedSources(db: Database): Generator<Source> {
  const store = openReleaseStore(db)
  const told = { isPublished: true }
  const lists = new Set<string>([documentPath.indicators, documentPath.frameworks, documentPath.actionPlans])
  for (const { path, hash } of publishedDocuments(db)) {
    const kind = Object.hasOwn(kindOf, path.split('/')[0] ?? '') ? kindOf[path.split('/')[0] ?? ''] : undefined
    if (kind === undefined || lists.has(path) || path.endsWith('/observations')) continue
    const document = store.document(hash)
    const typed = document && Typed.parse(JSON.parse(document.bytes.toString()))
    if (typed) yield { kind, key: path.split('/')[1] ?? path, json: JSON.stringify(typed), ...told }
  }
  for (const { number, title, note } of store.releases(store.latestNumber())) {
    yield { kind: 'release', key: String(number), json: JSON.stringify([title, note]), ...told }
  }
  for (const { slug, body } of db.sql.select().from(sharedMeetings).all()) {
    if (body !== null) yield { kind: 'shared-meeting', key: slug, json: body, ...told }
  }
}

/** How many characters of a text are shown on each side of a figure. */
const around = 80

function excerpt(text: string, found: string): string {
  const at = text.indexOf(found)
  const [from, to] = [Math.max(0, at - around), at + found.length + around]
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
}

/**
 * Where else a published figure is said, in words that people typed: in the workspace and in every release, as it is and as it
 * has been. None of that goes away with the figure; whoever withdraws it has to look at it. The same text is told once.
 */
export function findMentions(db: Database, { indicator: slug, series, period }: PublishedFigure): Mention[] {
  const published = figuresInReleases(db, slug)
  const figure = published?.figures.find((one) => one.series === series && one.period === period)
  if (!published || !figure) return []
  const isPercent = published.indicator.unit === 'percent'
  const sought = figure.said.map((said): SoughtFigure => ({ ...said, isPercent }))
  const mentions = new Map<string, Mention>()
  for (const source of [publishedSources(db), workspaceSources(db)]) {
    for (const { json, ...about } of source) {
      for (const text of textsIn(Json.parse(JSON.parse(json)))) {
        const found = [...new Set(sought.flatMap((one) => findFigure(text, one)))]
        const [first] = found
        const key = `${about.kind} ${text}`
        if (first === undefined || mentions.has(key)) continue
        mentions.set(key, { ...about, found, text: excerpt(text, first) })
      }
    }
  }
  return [...mentions.values()]
}
