import type { Connection } from '@pejling/domain/connection/connection'
import { writeNumber } from '@pejling/domain/intake/figure-text'
import { ownEntry } from '@pejling/domain/record/own-entry'
import { periodName, periodOf } from '@pejling/domain/period/period'
import { seriesName } from '@pejling/domain/release/series-name'
import { parseSeriesKey } from '@pejling/domain/series'
import { inBoth } from '@pejling/domain/change/field-changes'
import type { ConnectionSummary, FetchedQuestion, FetchResult } from '@pejling/domain/workspace/connections'
import { desc, eq } from 'drizzle-orm'
import { authorise, type Actor } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { fetches } from '../../db/schema.ts'
import { Problem } from '../../http/problem.ts'
import { notOffered, type OutsideSources } from '../../intake/sources/arrive.ts'
import { FetchOutcome } from '../../intake/sources/fetch-outcome.ts'
import { openQuestions } from '../../intake/sources/questions.ts'
import { connectedIndicators, lastFetch, type Fetched } from '../../intake/sources/renew.ts'
import { attachments, getIndicator, isDemonstration, kinds, listDefinitions, putAttached } from '../definitions.ts'

/** What came of a fetch, as it is told: figures to be decided about are counted. */
export function fetchResult({ at, by, ...outcome }: Omit<Fetched, 'indicator'>): FetchResult {
  return { at, by, ...countedOutcome(outcome) }
}

/** An outcome with its figures counted. */
export function countedOutcome(outcome: FetchOutcome): Omit<FetchResult, 'at' | 'by'> {
  const { added, changed, confirmed, unchanged, withdrawn, heldBack, passedOver, notMeasured, problem } = outcome
  return {
    added,
    changed,
    confirmed,
    unchanged,
    withdrawn: withdrawn.length,
    heldBack: heldBack.length,
    passedOver,
    notMeasured,
    problem,
  }
}

/** The indicators whose figures are fetched from a source, and what came of it last. */
export function listConnections(db: Database): ConnectionSummary[] {
  return connectedIndicators(db).flatMap(({ slug, connection: { source, table, every } }) => {
    const indicator = getIndicator(db, slug)
    const last = lastFetch(db, slug)
    const { withdrawn, heldBack } = openQuestions(db, slug)
    if (!indicator) return []
    return [
      {
        indicator: slug,
        name: indicator.name,
        source,
        table,
        every,
        last: last && fetchResult(last),
        toDecide: withdrawn.length + heldBack.length,
      },
    ]
  })
}

/** How many fetches of an indicator are listed. */
const fetchesListed = 100

/** What came of the newest fetches of an indicator, the newest first. */
export function listFetches(db: Database, indicator: string): FetchResult[] {
  return db.sql
    .select()
    .from(fetches)
    .where(eq(fetches.indicator, indicator))
    .orderBy(desc(fetches.number))
    .limit(fetchesListed)
    .all()
    .map(({ at, by, outcome }) => fetchResult({ at, by, ...FetchOutcome.parse(JSON.parse(outcome)) }))
}

/** Why figures of a source cannot be asked for: it is no source of this installation. */
export function requireSource(sources: OutsideSources, name: string): OutsideSources[string] {
  const source = ownEntry(sources, name)
  if (!source) throw new Problem('unprocessable', notOffered(name, sources).problem)
  return source
}

/** Throws a Problem where connections are not kept here. */
export function refuseInDemonstration(db: Database): void {
  if (!isDemonstration(db)) return
  throw new Problem('conflict', {
    da: 'Blandt opfundne tal gemmes ingen kobling til rigtige.',
    en: 'Among invented figures no connection to real ones is kept.',
  })
}

/**
 * Connects an indicator to a table, in place of what it was connected to; `null`: to nothing, and the figures it brought stay.
 * Throws a Problem among invented figures, and for a derived indicator.
 */
export function saveConnection(db: Database, actor: Actor, indicator: string, connection: Connection | null): void {
  authorise(actor, 'editor')
  if (connection !== null) refuseInDemonstration(db)
  if (connection !== null && getIndicator(db, indicator)?.derived !== null) {
    throw new Problem('conflict', {
      da: 'Indikatoren beregnes af andre; dens tal kan ikke hentes.',
      en: 'The indicator is computed from others; its figures cannot be fetched.',
    })
  }
  write(db, actor, { action: 'definition' }, (changeSet) =>
    putAttached(changeSet, attachments.connection, indicator, connection),
  )
}

/** What the newest fetch of an indicator left to be decided; nothing where there is no such indicator. */
export function listQuestions(db: Database, slug: string): FetchedQuestion[] {
  const indicator = getIndicator(db, slug)
  if (!indicator) return []
  const names = { indicator, areas: listDefinitions(db, kinds.area), dimensions: listDefinitions(db, kinds.dimension) }
  const { withdrawn, heldBack } = openQuestions(db, slug)
  const nameOf = (series: string, period: string, value: number | null) =>
    inBoth((locale) => {
      const when = periodName(periodOf(indicator.cadence.periodKind, period), locale)
      const shown = value === null ? '–' : writeNumber(value, locale)
      return `${seriesName(names, parseSeriesKey(series))[locale]}, ${when}: ${shown}`
    })
  return [
    ...withdrawn.map(({ series, period, value }): FetchedQuestion => ({
      kind: 'withdrawn',
      series,
      period,
      value,
      neighbour: null,
      name: nameOf(series, period, value),
    })),
    ...heldBack.map(({ series, observation: { period, value }, neighbour }): FetchedQuestion => ({
      kind: 'held-back',
      series,
      period,
      value,
      neighbour,
      name: nameOf(series, period, value),
    })),
  ]
}
