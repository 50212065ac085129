import { danishDay } from '@pejling/domain/period/danish-day'
import { createHash } from 'node:crypto'
import type { Connection } from '@pejling/domain/connection/connection'
import { figuresOf } from '@pejling/domain/connection/figures'
import { resolve } from '@pejling/domain/connection/resolve'
import { breakStatuses, type Observation } from '@pejling/domain/observation/observation'
import type { ReleaseChangesDocument } from '@pejling/domain/release/release'
import { seriesKey } from '@pejling/domain/series/series'
import type { Provenance } from '@pejling/domain/source/source'
import { slugFrom } from '@pejling/domain/slug/slug'
import { Text } from '@pejling/domain/text/text'
import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, system, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { fetches } from '../db/schema.ts'
import { doEachInTurn } from '../do-each.ts'
import { labelContext } from '../importing/imports.ts'
import { previewChange } from '../releases/preview.ts'
import { attachments, getAttached, kinds, listIndicators, putDefinition } from '../workspace/definitions.ts'
import type { ObservationImport } from '../workspace/import-observations.ts'
import { observationFinder, putObservations } from '../workspace/observations.ts'
import { SourceError, type OutsideSource } from './outside-source.ts'
import { ownEntry } from '@pejling/domain/record/own-entry'

/** The sources of an installation, by the name connections give them. */
export type OutsideSources = Readonly<Record<string, OutsideSource>>

/** A figure that stood there and is another at its source now. */
const Corrected = z.strictObject({
  series: z.string(),
  period: z.string(),
  before: z.number().nullable(),
  after: z.number().nullable(),
})

/** So many corrections are named; all of them stand in the differences before publishing. */
const namedAtMost = 20

/** What came of asking a source for an indicator's figures. */
export const FetchOutcome = z.strictObject({
  added: z.int(),
  /** Figures that are others than those that stood there. */
  changed: z.int(),
  /** Figures that stood there by way of somebody else, and now by way of their source. */
  confirmed: z.int().default(0),
  unchanged: z.int(),
  corrected: z.array(Corrected).default([]),
  passedOver: z.array(Text),
  /** Why nothing came; `null`: it came. */
  problem: Text.nullable(),
})
export type FetchOutcome = z.infer<typeof FetchOutcome>

const nothingCame = { added: 0, changed: 0, confirmed: 0, unchanged: 0, corrected: [], passedOver: [] }

/** An outcome with when it was, and who asked. */
export interface Fetched extends FetchOutcome {
  readonly indicator: string
  readonly at: string
  readonly by: string
}

/** What is noted where something failed that nobody foresaw; the log has the error. */
const unexpected: Text = {
  da: 'Tallene kunne ikke hentes på grund af en fejl i programmet. Fejlen er skrevet i loggen; der prøves igen i morgen.',
  en: 'The figures could not be fetched because of an error in the program. It has been logged; it is tried again tomorrow.',
}

/** What came of fetching, also where the source says why nothing comes. */
export async function orProblem(outcome: Promise<FetchOutcome>): Promise<FetchOutcome> {
  try {
    return await outcome
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return { ...nothingCame, problem: error.problem }
  }
}

/** Figures on their way in: nothing has been written. */
interface Arrived {
  readonly figures: ObservationImport
  readonly provenance: Provenance
  readonly passedOver: readonly Text[]
}

/**
 * What tells where the figures of a table come from is called. Only a code such as StatBank's is itself a name in addresses; of
 * others something is lost (`2026/a.csv` and `2026-a.csv` would be the same), and a part of their hash keeps them apart.
 */
export function provenanceSlug(source: string, table: string): string {
  const slug = slugFrom(`${source}-${table}`)
  if (slug === `${source}-${table.toLowerCase()}` && table === table.toUpperCase()) return slug
  const hash = createHash('sha256').update(table).digest('hex').slice(0, 8)
  return `${slug.slice(0, 71).replace(/-+$/, '')}-${hash}`
}

async function arrive(
  db: Database,
  sources: OutsideSources,
  indicator: string,
  connection: Connection,
): Promise<Arrived> {
  const source = ownEntry(sources, connection.source)
  if (!source) throw notOffered(connection.source, sources)
  const { table } = connection
  const description = await source.describe(table)
  const resolved = resolve(connection, description)
  if ('problems' in resolved) {
    const said = (locale: 'da' | 'en'): string => resolved.problems.map((problem) => problem[locale]).join(' ')
    throw new SourceError({ da: said('da'), en: said('en') })
  }
  const cells = await source.cells(resolved.connection, description)
  const slug = provenanceSlug(connection.source, table)
  const context = labelContext(db, indicator)
  const { rows, passedOver } = figuresOf(cells, resolved.connection, context, slug)
  if (rows.length === 0) {
    throw new SourceError({
      da: `Tabellen ${table} gav ingen tal, indikatoren kan bruge. Se, hvad der er valgt i den.`,
      en: `The table ${table} gave no figures the indicator can use. See what has been chosen in it.`,
    })
  }
  const retrievedOn = danishDay(db.clock())
  const provenance: Provenance = {
    slug,
    text: {
      da: `Hentet fra ${source.name.da}, tabel ${table}.`,
      en: `Fetched from ${source.name.en}, table ${table}.`,
    },
    viaThirdParty: false,
    url: source.pageOf(table),
    retrievedOn,
  }
  const find = observationFinder(db, indicator)
  const kept = rows.map(({ series, observation }) => {
    const before = find(seriesKey(series), observation.period)
    return { series, observation: before ? withMarks(before, observation) : observation }
  })
  return { figures: { indicator, rows: kept }, provenance, passedOver }
}

/** What is known of a figure beside its source, and a source cannot know: that a series breaks there, and what was noted since. */
function withMarks(before: Observation, fetched: Observation): Observation {
  if (breakStatuses.has(before.status) && fetched.status === 'A')
    return { ...fetched, status: before.status, footnote: before.footnote }
  return before.provenance === fetched.provenance ? { ...fetched, footnote: before.footnote } : fetched
}

/** Whether a figure is the one that stood there: by way of somebody else it may have been rounded. */
function saysTheSame(before: Observation, after: Observation): boolean {
  if (before.value === null || after.value === null || before.provenance === after.provenance)
    return before.value === after.value && before.status === after.status
  const [, decimals = ''] = String(before.value).split('.')
  return Math.abs(before.value - after.value) <= 0.5 * 10 ** -decimals.length + Number.EPSILON * Math.abs(before.value)
}

/** What came beside what stands there. */
function compare(db: Database, { figures, passedOver }: Arrived): FetchOutcome {
  const find = observationFinder(db, figures.indicator)
  const counts = { added: 0, changed: 0, confirmed: 0, unchanged: 0 }
  const corrected: z.infer<typeof Corrected>[] = []
  for (const { series, observation } of figures.rows) {
    const key = seriesKey(series)
    const before = find(key, observation.period)
    if (!before) counts.added += 1
    else if (JSON.stringify(before) === JSON.stringify(observation)) counts.unchanged += 1
    else if (saysTheSame(before, observation)) counts.confirmed += 1
    else {
      counts.changed += 1
      const { period, value: after } = observation
      if (corrected.length < namedAtMost) corrected.push({ series: key, period, before: before.value, after })
    }
  }
  return { ...counts, corrected, passedOver: [...passedOver], problem: null }
}

/** Why a source cannot be asked. */
export function notOffered(name: string, sources: OutsideSources): SourceError {
  const names = Object.keys(sources).join(', ')
  return new SourceError({
    da: `Kilden ${name} er ikke slået til i denne installation, der har ${names}. Se indstillingerne.`,
    en: `The source ${name} is not offered by this installation, which has ${names}. See its settings.`,
  })
}

/** Writes what arrived; the day it was fetched is noted only where a figure is new. */
function take(changeSet: ChangeSet, { figures, provenance }: Arrived): void {
  const find = observationFinder(changeSet.db, figures.indicator)
  const isNew = figures.rows.some(
    ({ series, observation }) =>
      JSON.stringify(find(seriesKey(series), observation.period)) !== JSON.stringify(observation),
  )
  if (!isNew) return
  putDefinition(changeSet, kinds.provenance, provenance)
  putObservations(changeSet, figures.indicator, figures.rows)
}

/** What fetching by a connection would bring, and what it would change for readers. Nothing is kept. Throws {@link SourceError}. */
export async function previewFetch(
  db: Database,
  sources: OutsideSources,
  indicator: string,
  connection: Connection,
): Promise<{
  readonly outcome: FetchOutcome
  readonly changes: ReleaseChangesDocument | null
  readonly figures: ObservationImport
}> {
  const arrived = await arrive(db, sources, indicator, connection)
  return {
    outcome: compare(db, arrived),
    changes: previewChange(db, (changeSet) => take(changeSet, arrived)),
    figures: arrived.figures,
  }
}

/**
 * Fetches an indicator's figures as its connection says, and writes those that are new or others into the workspace, in one
 * change set. They are published like any others: by a person. What cannot be fetched changes nothing and is noted; an error that
 * is no {@link SourceError} is noted, too, and thrown.
 */
export async function renew(
  db: Database,
  actor: Actor,
  sources: OutsideSources,
  indicator: string,
): Promise<FetchOutcome | null> {
  authorise(actor, 'editor')
  const connection = getAttached(db, attachments.connection, indicator)
  if (connection === null) return null
  const failed: unknown[] = []
  const outcome = await orProblem(
    arrive(db, sources, indicator, connection).then((arrived) => {
      const counts = compare(db, arrived)
      write(db, actor, { action: 'fetch', reason: arrived.provenance.text.da }, (changeSet) => take(changeSet, arrived))
      return counts
    }),
  ).catch((error: unknown): FetchOutcome => {
    failed.push(error)
    return { ...nothingCame, problem: unexpected }
  })
  db.sql
    .insert(fetches)
    .values({ indicator, at: db.clock(), by: actor.name, outcome: JSON.stringify(outcome) })
    .run()
  for (const error of failed) throw error
  return outcome
}

/** An indicator whose figures come from somebody else's table. */
export interface ConnectedIndicator {
  readonly slug: string
  readonly connection: Connection
}

/** The indicators whose figures come from somebody else's table. */
export function connectedIndicators(db: Database): ConnectedIndicator[] {
  return listIndicators(db).flatMap(({ slug, retiredOn }) => {
    const connection = retiredOn === null ? getAttached(db, attachments.connection, slug) : null
    return connection ? [{ slug, connection }] : []
  })
}

/** What came of the last time an indicator was fetched; `null`: it never was. */
export function lastFetch(db: Database, indicator: string): Fetched | null {
  const row = db.sql
    .select()
    .from(fetches)
    .where(eq(fetches.indicator, indicator))
    .orderBy(desc(fetches.number))
    .limit(1)
    .get()
  return row ? { indicator, at: row.at, by: row.by, ...FetchOutcome.parse(JSON.parse(row.outcome)) } : null
}

const daysOf: Readonly<Record<NonNullable<Connection['every']>, number>> = { day: 1, week: 7, month: 30 }

/** Whether an indicator is to be fetched by itself now. One whose fetch failed is asked for again the next day. */
function isDue(db: Database, { slug, connection: { every } }: ConnectedIndicator, now: string): boolean {
  if (every === null) return false
  const last = lastFetch(db, slug)
  const days = last?.problem === null ? daysOf[every] : 1
  return last === null || (Date.parse(now) - Date.parse(last.at)) / 86_400_000 >= days
}

/** The connected indicators whose time it is, one after another. */
export function dueForFetch(db: Database, now: string): string[] {
  return connectedIndicators(db).flatMap((one) => (isDue(db, one, now) ? [one.slug] : []))
}

/**
 * Fetches what administrators have asked to be fetched by itself and whose time has come, one after another. One that fails does
 * not keep the others from being fetched. Throws a `SomeFailedError` at the end.
 */
export async function renewDue(db: Database, sources: OutsideSources): Promise<void> {
  await doEachInTurn(
    connectedIndicators(db),
    ({ slug }) => slug,
    async (one) => {
      if (isDue(db, one, db.clock())) await renew(db, system, sources, one.slug)
    },
  )
}
