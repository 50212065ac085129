import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Observation } from '@pejling/domain/observation/observation'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { seriesName } from '@pejling/domain/release/series-name'
import { isToldOf } from '@pejling/domain/compile/withdraw'
import { parseSeriesKey } from '@pejling/domain/series'
import type { Text } from '@pejling/domain/text'
import type { Database } from '../db/database.ts'
import { familyOf } from './indicator-family.ts'
import { publishedDocuments, readPublished } from './published-documents.ts'
import { openReleaseStore } from './release-store.ts'

/** What a release says of a figure. */
export type PublishedValue = Pick<Observation, 'value' | 'numerator' | 'denominator'>

/** A figure that some release tells, and that can be withdrawn. */
export interface FigureInReleases {
  readonly series: string
  readonly seriesName: Text
  readonly period: string
  /** All it has been said to be, the newest first. */
  readonly said: readonly [PublishedValue, ...PublishedValue[]]
  /** The newest release whose document of the indicator begins to tell it so. */
  readonly release: number
  /** Whether the newest release tells it. */
  readonly isCurrent: boolean
}

/** Everything an indicator has ever published and that still stands. */
export interface IndicatorInReleases {
  readonly indicator: Pick<Indicator, 'slug' | 'name' | 'unit' | 'cadence'>
  readonly figures: readonly FigureInReleases[]
}

/** What a document tells: its observations, and where its targets say they started. */
function toldBy(document: IndicatorDocument): { series: string; period: string; said: PublishedValue }[] {
  const observed = document.series.flatMap(({ key, observations }) =>
    observations.toReversed().flatMap((one) => {
      const { period, value, numerator, denominator } = one
      return isToldOf(one) ? [{ series: key, period, said: { value, numerator, denominator } }] : []
    }),
  )
  // A start that is suppressed says nothing.
  const started = document.targets.flatMap(({ series, baseline: { period, value } }) =>
    value === null ? [] : [{ series, period, said: { value, numerator: null, denominator: null } }],
  )
  return [...observed, ...started]
}

/**
 * The figures of an indicator, under any name it has been published by, that any release tells: those of the newest release
 * first, then what only older ones tell. `null`: nothing of it has ever been published.
 */
export function figuresInReleases(db: Database, slug: string): IndicatorInReleases | null {
  const store = openReleaseStore(db)
  const published = publishedDocuments(db)
  const { own } = familyOf(db, slug)
  const paths = new Set([...own].map(documentPath.indicator))
  const current = new Set(
    [...paths].map((path) => store.version(path, store.latestNumber())?.hash).filter((hash) => hash !== undefined),
  )
  const figures = new Map<string, FigureInReleases>()
  let indicator: Indicator | null = null
  for (const { path, hash, release } of published.toReversed()) {
    const document = paths.has(path) ? readPublished(store, hash, IndicatorDocument) : null
    if (!document) continue
    indicator ??= document.indicator
    for (const { series, period, said } of toldBy(document)) {
      const key = `${series}|${period}`
      const known = figures.get(key)
      const isNew = known?.said.every((one) => JSON.stringify(one) !== JSON.stringify(said)) ?? false
      if (known && isNew) figures.set(key, { ...known, said: [...known.said, said] })
      if (known) continue
      const name = seriesName(document, parseSeriesKey(series))
      figures.set(key, { series, seriesName: name, period, said: [said], release, isCurrent: current.has(hash) })
    }
  }
  return indicator && { indicator, figures: [...figures.values()] }
}
