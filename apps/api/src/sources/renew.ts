import type { Connection, SourceName } from '@pejling/domain/connection/connection'
import { figuresOf } from '@pejling/domain/connection/figures'
import type { ReleaseChangesDocument } from '@pejling/domain/release/release'
import type { Provenance } from '@pejling/domain/source/source'
import { Text } from '@pejling/domain/text/text'
import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, system, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { fetches } from '../db/schema.ts'
import { labelContext } from '../importing/imports.ts'
import { previewChange } from '../releases/preview.ts'
import { attachments, getAttached, kinds, listIndicators, putDefinition } from '../workspace/definitions.ts'
import { previewObservations, type ObservationImport } from '../workspace/import-observations.ts'
import { putObservations } from '../workspace/observations.ts'
import { SourceError, type OutsideSource } from './outside-source.ts'

/** The sources of an installation. */
export type OutsideSources = Readonly<Record<SourceName, OutsideSource>>

/** What came of asking a source for an indicator's figures. */
export const FetchOutcome = z.strictObject({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  passedOver: z.array(Text),
  /** Why nothing came; `null`: it came. */
  problem: Text.nullable(),
})
export type FetchOutcome = z.infer<typeof FetchOutcome>

/** An outcome with when it was, and who asked. */
export interface Fetched extends FetchOutcome {
  readonly indicator: string
  readonly at: string
  readonly by: string
}

/** What came of fetching, also where the source says why nothing comes. */
export async function orProblem(outcome: Promise<FetchOutcome>): Promise<FetchOutcome> {
  try {
    return await outcome
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return { added: 0, changed: 0, unchanged: 0, passedOver: [], problem: error.problem }
  }
}

/** Figures on their way in: nothing has been written. */
interface Arrived {
  readonly figures: ObservationImport
  readonly provenance: Provenance
  readonly passedOver: readonly Text[]
}

async function arrive(
  db: Database,
  sources: OutsideSources,
  indicator: string,
  connection: Connection,
): Promise<Arrived> {
  const source = sources[connection.source]
  const { table } = connection
  const description = await source.describe(table)
  const cells = await source.cells(connection, description)
  const slug = `${connection.source}-${table.toLowerCase().replace(/[^a-z0-9]/g, '-')}`
  const context = labelContext(db, indicator)
  const { rows, passedOver } = figuresOf(cells, connection, context, slug)
  if (rows.length === 0) {
    throw new SourceError({
      da: `Tabellen ${table} gav ingen tal, indikatoren kan bruge. Se, hvad der er valgt i den.`,
      en: `The table ${table} gave no figures the indicator can use. See what has been chosen in it.`,
    })
  }
  const retrievedOn = db.clock().slice(0, 10)
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
  return { figures: { indicator, rows }, provenance, passedOver }
}

/** Writes what arrived; the day it was fetched is noted only where a figure is new. */
function take(changeSet: ChangeSet, { figures, provenance }: Arrived): void {
  const { added, changed } = previewObservations(changeSet.db, figures)
  if (added + changed === 0) return
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
    outcome: { ...previewObservations(db, arrived.figures), passedOver: [...arrived.passedOver], problem: null },
    changes: previewChange(db, (changeSet) => take(changeSet, arrived)),
    figures: arrived.figures,
  }
}

/**
 * Fetches an indicator's figures as its connection says, and writes those that are new or others into the workspace, in one
 * change set. They are published like any others: by a person. What cannot be fetched changes nothing and is noted.
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
  const outcome = await orProblem(
    arrive(db, sources, indicator, connection).then((arrived) => {
      const counts = previewObservations(db, arrived.figures)
      write(db, actor, { action: 'fetch', reason: arrived.provenance.text.da }, (changeSet) => take(changeSet, arrived))
      return { ...counts, passedOver: [...arrived.passedOver], problem: null }
    }),
  )
  db.sql
    .insert(fetches)
    .values({ indicator, at: db.clock(), by: actor.name, outcome: JSON.stringify(outcome) })
    .run()
  return outcome
}

/** The indicators whose figures come from somebody else's table. */
export function connectedIndicators(db: Database): { readonly slug: string; readonly connection: Connection }[] {
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

/** The connected indicators whose time it is, one after another; those that failed are asked again the next day. */
export function dueForFetch(db: Database, now: string): string[] {
  return connectedIndicators(db).flatMap(({ slug, connection: { every } }) => {
    if (every === null) return []
    const last = lastFetch(db, slug)
    const days = last?.problem === null ? daysOf[every] : 1
    const age = last === null ? Infinity : (Date.parse(now) - Date.parse(last.at)) / 86_400_000
    return age >= days ? [slug] : []
  })
}

/** Fetches what administrators have asked to be fetched by itself and whose time has come, one after another. */
export async function renewDue(db: Database, sources: OutsideSources): Promise<void> {
  for (const slug of dueForFetch(db, db.clock())) await renew(db, system, sources, slug)
}
