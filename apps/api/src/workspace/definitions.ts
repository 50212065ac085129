import { ActionPlan, planName } from '@pejling/domain/action-plan/action-plan'
import { Area } from '@pejling/domain/area'
import { commentKey, GoalComment } from '@pejling/domain/comment'
import { Dimension } from '@pejling/domain/dimension'
import { Connection } from '@pejling/domain/connection/connection'
import { FocusArea, Framework, Goal, inOrderOfPolicies } from '@pejling/domain/framework'
import { DataProviders } from '@pejling/domain/indicator/data-providers'
import { Idea } from '@pejling/domain/idea'
import { Indicator } from '@pejling/domain/indicator/indicator'
import { Meeting } from '@pejling/domain/meeting/meeting'
import { Override } from '@pejling/domain/progress/assessment'
import { Profile } from '@pejling/domain/profile/profile'
import { Provenance, Source } from '@pejling/domain/source/source'
import { Target } from '@pejling/domain/target/target'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { z } from 'zod'
import type { ChangeKind, ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import {
  actionPlans,
  areas,
  comments,
  connections,
  dimensions,
  focusAreas,
  frameworks,
  goals,
  ideas,
  indicatorGoals,
  indicators,
  dataProviders,
  meetings,
  overrides,
  profiles,
  provenances,
  settings,
  sources,
  targets,
} from '../db/schema.ts'

/*
 * The definitions of the workspace, read and written whole. Each is checked by its schema on the way in, and what
 * comes out of the check is what is kept: keys in the schema's order, so that equal things are equal bytes.
 */

/** A kind of definition: where it is kept, by what key, and what it must look like. */
interface Kind<Schema extends z.ZodType> {
  readonly name: ChangeKind
  readonly schema: Schema
  readonly table: SQLiteTable & { readonly body: SQLiteColumn }
  readonly key: SQLiteColumn
  readonly keyOf: (value: z.output<Schema>) => string
}

const kind = <Schema extends z.ZodType>(definition: Kind<Schema>): Kind<Schema> => definition

/** The kinds of definition that others point at, and that stand on their own. */
export const kinds = {
  profile: kind({ name: 'profile', schema: Profile, table: profiles, key: profiles.name, keyOf: () => 'site' }),
  framework: kind({
    name: 'framework',
    schema: Framework,
    table: frameworks,
    key: frameworks.slug,
    keyOf: (value) => value.slug,
  }),
  focusArea: kind({
    name: 'focus-area',
    schema: FocusArea,
    table: focusAreas,
    key: focusAreas.slug,
    keyOf: (value) => value.slug,
  }),
  goal: kind({ name: 'goal', schema: Goal, table: goals, key: goals.slug, keyOf: (value) => value.slug }),
  area: kind({ name: 'area', schema: Area, table: areas, key: areas.code, keyOf: (value) => value.code }),
  dimension: kind({
    name: 'dimension',
    schema: Dimension,
    table: dimensions,
    key: dimensions.slug,
    keyOf: (value) => value.slug,
  }),
  source: kind({ name: 'source', schema: Source, table: sources, key: sources.slug, keyOf: (value) => value.slug }),
  provenance: kind({
    name: 'provenance',
    schema: Provenance,
    table: provenances,
    key: provenances.slug,
    keyOf: (value) => value.slug,
  }),
  comment: kind({
    name: 'comment',
    schema: GoalComment,
    table: comments,
    key: comments.id,
    keyOf: commentKey,
  }),
  actionPlan: kind({
    name: 'action-plan',
    schema: ActionPlan,
    table: actionPlans,
    key: actionPlans.name,
    keyOf: planName,
  }),
  idea: kind({ name: 'idea', schema: Idea, table: ideas, key: ideas.slug, keyOf: (value) => value.slug }),
  meeting: kind({
    name: 'meeting',
    schema: Meeting,
    table: meetings,
    key: meetings.slug,
    keyOf: (value) => value.slug,
  }),
}

/** Kinds that no indicator's documents are made of. */
const apart: ReadonlySet<ChangeKind> = new Set(['profile', 'comment', 'action-plan', 'idea', 'meeting'])

/** Writes a definition that stands on its own. Where indicators may be made of it, all of them count as changed. */
export function putDefinition<Schema extends z.ZodType>(
  changeSet: ChangeSet,
  { name, schema, table, key, keyOf }: Kind<Schema>,
  value: z.input<Schema>,
): void {
  const parsed = schema.parse(value)
  const id = keyOf(parsed)
  const body = JSON.stringify(parsed)
  const where = sql`${sql.identifier(key.name)} = ${id}`
  const before = definitionBody(changeSet.db, { table, key }, id)
  if (before === body) return
  changeSet.db.sql.run(
    before === null
      ? sql`INSERT INTO ${table} (${sql.identifier(key.name)}, body) VALUES (${id}, ${body})`
      : sql`UPDATE ${table} SET body = ${body} WHERE ${where}`,
  )
  changeSet.record(name, id, before, body)
  if (!apart.has(name)) changeSet.db.sql.update(indicators).set({ changedIn: changeSet.number }).run()
}

/** All definitions of a kind, by key. */
export function listDefinitions<Schema extends z.ZodType>(db: Database, definition: Kind<Schema>): z.output<Schema>[] {
  return db.sql
    .all<{ body: string }>(sql`SELECT body FROM ${definition.table} ORDER BY ${definition.key}`)
    .map(({ body }) => definition.schema.parse(JSON.parse(body)))
}

/** How the site presents itself; `null`: no one has said. */
export const getProfile = (db: Database): Profile | null => listDefinitions(db, kinds.profile)[0] ?? null

/** All policies, in the order they are shown in. */
export const listFrameworks = (db: Database): Framework[] => inOrderOfPolicies(listDefinitions(db, kinds.framework))

/** The definition as it is kept; `null`: there is none. */
function definitionBody(
  db: Database,
  { table, key }: Pick<Kind<z.ZodType>, 'table' | 'key'>,
  id: string,
): string | null {
  const where = sql`${sql.identifier(key.name)} = ${id}`
  return db.sql.get<{ body: string } | undefined>(sql`SELECT body FROM ${table} WHERE ${where}`)?.body ?? null
}

/** A kind of definition whose states change sets keep: how one is looked at, and how it is brought back. */
interface KeptKind {
  readonly name: ChangeKind
  readonly body: (db: Database, id: string) => string | null
  readonly put: (changeSet: ChangeSet, body: string) => void
  readonly remove: (changeSet: ChangeSet, id: string) => void
}

const kept = <Schema extends z.ZodType>(definition: Kind<Schema>): KeptKind => ({
  name: definition.name,
  body: (db, id) => definitionBody(db, definition, id),
  put: (changeSet, body) => putDefinition(changeSet, definition, JSON.parse(body)),
  remove: (changeSet, id) => removeDefinition(changeSet, definition, id),
})

/** Takes away a definition that nothing points at, by its key; what has been published with it keeps it. */
export function removeDefinition(
  changeSet: ChangeSet,
  { name, table, key }: Pick<Kind<z.ZodType>, 'name' | 'table' | 'key'>,
  id: string,
): void {
  const before = definitionBody(changeSet.db, { table, key }, id)
  if (before === null) return
  changeSet.db.sql.run(sql`DELETE FROM ${table} WHERE ${sql.identifier(key.name)} = ${id}`)
  changeSet.record(name, id, before, null)
}

/** The kinds of definition that stand on their own, as change sets know them. */
export const keptKinds: readonly KeptKind[] = [
  kept(kinds.profile),
  kept(kinds.framework),
  kept(kinds.focusArea),
  kept(kinds.goal),
  kept(kinds.area),
  kept(kinds.dimension),
  kept(kinds.source),
  kept(kinds.provenance),
  kept(kinds.comment),
  kept(kinds.actionPlan),
  kept(kinds.idea),
  kept(kinds.meeting),
]

/** Writes an indicator and the goals it serves. */
export function putIndicator(changeSet: ChangeSet, value: z.input<typeof Indicator>): void {
  const { sql: query } = changeSet.db
  const indicator = Indicator.parse(value)
  const body = JSON.stringify(indicator)
  const existing = query.select().from(indicators).where(eq(indicators.slug, indicator.slug)).get()
  if (existing?.body === body) return
  query
    .insert(indicators)
    .values({ slug: indicator.slug, body, changedIn: changeSet.number })
    .onConflictDoUpdate({ target: indicators.slug, set: { body, changedIn: changeSet.number } })
    .run()
  query.delete(indicatorGoals).where(eq(indicatorGoals.indicator, indicator.slug)).run()
  for (const { goal } of indicator.goals) query.insert(indicatorGoals).values({ indicator: indicator.slug, goal }).run()
  changeSet.record('indicator', indicator.slug, existing?.body ?? null, body)
}

/** Takes an indicator away that has neither figures nor anything attached to it. */
export function removeIndicator(changeSet: ChangeSet, slug: string): void {
  const { sql: query } = changeSet.db
  const existing = query.select().from(indicators).where(eq(indicators.slug, slug)).get()
  if (!existing) return
  query.delete(indicators).where(eq(indicators.slug, slug)).run()
  changeSet.record('indicator', slug, existing.body, null)
}

/** The indicator, or `null` where there is none of that name. */
export function getIndicator(db: Database, slug: string): Indicator | null {
  const row = db.sql.select({ body: indicators.body }).from(indicators).where(eq(indicators.slug, slug)).get()
  return row ? Indicator.parse(JSON.parse(row.body)) : null
}

/** All indicators, by slug. */
export function listIndicators(db: Database): Indicator[] {
  const rows = db.sql.select({ body: indicators.body }).from(indicators).orderBy(asc(indicators.slug)).all()
  return rows.map((row) => Indicator.parse(JSON.parse(row.body)))
}

/** Writes a target of an indicator. */
export function putTarget(changeSet: ChangeSet, indicator: string, value: z.input<typeof Target>): void {
  const { sql: query } = changeSet.db
  const target = Target.parse(value)
  const body = JSON.stringify(target)
  const existing = query
    .select()
    .from(targets)
    .where(and(eq(targets.indicator, indicator), eq(targets.slug, target.slug)))
    .get()
  if (existing?.body === body) return
  query
    .insert(targets)
    .values({ indicator, slug: target.slug, body })
    .onConflictDoUpdate({ target: [targets.indicator, targets.slug], set: { body } })
    .run()
  changeSet.record('target', `${indicator}/${target.slug}`, existing?.body ?? null, body)
  markChanged(changeSet, indicator)
}

/** Takes a target away; what has been published with it keeps it. */
export function removeTarget(changeSet: ChangeSet, indicator: string, slug: string): void {
  const { sql: query } = changeSet.db
  const here = and(eq(targets.indicator, indicator), eq(targets.slug, slug))
  const existing = query.select().from(targets).where(here).get()
  if (!existing) return
  query.delete(targets).where(here).run()
  changeSet.record('target', `${indicator}/${slug}`, existing.body, null)
  markChanged(changeSet, indicator)
}

/** The targets of an indicator, by slug. */
export function listTargets(db: Database, indicator: string): Target[] {
  const rows = db.sql.select().from(targets).where(eq(targets.indicator, indicator)).orderBy(asc(targets.slug)).all()
  return rows.map((row) => Target.parse(JSON.parse(row.body)))
}

/** Something an indicator has one of at most: where it is kept, and whether readers see it. */
interface Attachment<Schema extends z.ZodType> {
  readonly name: ChangeKind
  readonly schema: Schema
  readonly table: typeof overrides | typeof dataProviders | typeof connections
  readonly isPublic: boolean
}

const attachment = <Schema extends z.ZodType>(one: Attachment<Schema>): Attachment<Schema> => one

/** What can be attached to an indicator. */
export const attachments = {
  override: attachment({ name: 'override', schema: Override, table: overrides, isPublic: true }),
  keepers: attachment({ name: 'keepers', schema: DataProviders, table: dataProviders, isPublic: false }),
  connection: attachment({ name: 'connection', schema: Connection, table: connections, isPublic: false }),
}

const attachedBody = (db: Database, table: Attachment<z.ZodType>['table'], indicator: string): string | null =>
  db.sql.select({ body: table.body }).from(table).where(eq(table.indicator, indicator)).get()?.body ?? null

/** What is attached to an indicator; `null`: nothing of the kind. */
export function getAttached<Schema extends z.ZodType>(
  db: Database,
  { schema, table }: Attachment<Schema>,
  indicator: string,
): z.output<Schema> | null {
  const body = attachedBody(db, table, indicator)
  return body === null ? null : schema.parse(JSON.parse(body))
}

/** Attaches something to an indicator in place of what was there; `null` takes it away. */
export function putAttached<Schema extends z.ZodType>(
  changeSet: ChangeSet,
  { name, schema, table, isPublic }: Attachment<Schema>,
  indicator: string,
  value: z.output<Schema> | null,
): void {
  const { sql: query } = changeSet.db
  const before = attachedBody(changeSet.db, table, indicator)
  const body = value === null ? null : JSON.stringify(schema.parse(value))
  if (before === body) return
  if (body === null) query.delete(table).where(eq(table.indicator, indicator)).run()
  else {
    query.insert(table).values({ indicator, body }).onConflictDoUpdate({ target: table.indicator, set: { body } }).run()
  }
  changeSet.record(name, indicator, before, body)
  if (isPublic) markChanged(changeSet, indicator)
}

/** Notes that an indicator's documents have to be compiled again. */
export function markChanged(changeSet: ChangeSet, indicator: string): void {
  changeSet.db.sql.update(indicators).set({ changedIn: changeSet.number }).where(eq(indicators.slug, indicator)).run()
}

/** Whether this workspace holds the demonstration set. */
export function isDemonstration(db: Database): boolean {
  return db.sql.select().from(settings).where(eq(settings.name, 'demonstration')).get()?.body === 'true'
}

/** Marks the workspace as holding the demonstration set. */
export function markDemonstration(changeSet: ChangeSet): void {
  if (isDemonstration(changeSet.db)) return
  changeSet.db.sql.insert(settings).values({ name: 'demonstration', body: 'true' }).run()
  changeSet.record('setting', 'demonstration', null, 'true')
}
