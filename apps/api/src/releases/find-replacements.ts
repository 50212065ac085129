import {
  FrameworkDocument,
  FrameworksDocument,
  GoalDocument,
  IndicatorDocument,
  IndicatorsDocument,
  ObservationsDocument,
  type IndicatorSummary,
} from '@pejling/domain/release/documents'
import { danishDay } from '@pejling/domain/period/danish-day'
import { documentPath } from '@pejling/domain/release/paths'
import {
  summariseAgain,
  withdrawFromFramework,
  withdrawFromFrameworks,
  withdrawFromGoal,
  withdrawFromIndicator,
  withdrawFromList,
  withdrawFromObservations,
  type WithdrawnFigures,
} from '@pejling/domain/compile/withdraw'
import { seriesKey } from '@pejling/domain/series'
import type { Text } from '@pejling/domain/text'
import type { z } from 'zod'
import type { Database } from '../db/database.ts'
import { familyOf, type IndicatorFamily } from './indicator-family.ts'
import { publishedDocuments, readPublished, type PublishedDocument } from './published-documents.ts'
import { openReleaseStore, type ReleaseStore } from './release-store.ts'

/** A published figure: an indicator by any name it has been published under, a series and a period. */
export interface PublishedFigure {
  readonly indicator: string
  readonly series: string
  readonly period: string
}

/** Documents as they will stand, without their salt (JSON), by the hash they were published with. */
export type Replacements = ReadonlyMap<string, string>

const indicatorPath = /^indicators\/([^/]+)$/
const observationsPath = /^indicators\/([^/]+)\/observations$/

/** Works through everything that is published, in the order in which one thing follows from another. */
class Search {
  readonly found = new Map<string, string>()
  readonly #indicators = new Map<string, IndicatorDocument>()
  readonly #frameworks = new Map<string, FrameworkDocument>()
  readonly #store: ReleaseStore
  readonly #published: readonly PublishedDocument[]
  readonly #family: IndicatorFamily
  /** Whether the indicator's own documents told of the figure. */
  isTold = false

  constructor(store: ReleaseStore, published: readonly PublishedDocument[], family: IndicatorFamily) {
    this.#store = store
    this.#published = published
    this.#family = family
  }

  /** Replaces documents of a kind of path where `redact` answers another one. */
  #replace<Schema extends z.ZodType<{ salt?: string | undefined }>>(
    isMeant: (path: string) => boolean,
    schema: Schema,
    redact: (document: z.output<Schema>, about: PublishedDocument) => z.output<Schema> | null,
  ): void {
    for (const about of this.#published) {
      if (this.found.has(about.hash) || !isMeant(about.path)) continue
      const document = readPublished(this.#store, about.hash, schema)
      const replacement = document && redact(document, about)
      if (!replacement) continue
      const { salt: _, ...content } = replacement
      // Parsed, as whatever is published is: it can be read, and its fields are in the order of the schema.
      this.found.set(about.hash, JSON.stringify(schema.parse(content)))
    }
  }

  /** Takes the figure out of the indicator's own documents, and the period out of what was computed from it. */
  figures(series: string, about: Pick<WithdrawnFigures, 'period' | 'note'>): void {
    const { own, computed } = this.#family
    const of = (pattern: RegExp) => (path: string) => {
      const slug = pattern.exec(path)?.[1] ?? ''
      return own.has(slug) || computed.has(slug)
    }
    const meant = (slug: string): WithdrawnFigures => ({ ...about, series: own.has(slug) ? series : null })
    this.#replace(of(indicatorPath), IndicatorDocument, (document, { hash, release }) => {
      const on = danishDay(this.#store.release(release)?.publishedAt ?? '')
      const redacted = withdrawFromIndicator(document, meant(document.indicator.slug), on)
      if (redacted) this.#indicators.set(hash, redacted)
      if (redacted && own.has(document.indicator.slug)) this.isTold = true
      return redacted
    })
    this.#replace(of(observationsPath), ObservationsDocument, (document) => {
      const redacted = withdrawFromObservations(document, meant(document.indicator), seriesKey)
      if (redacted && own.has(document.indicator)) this.isTold = true
      return redacted
    })
  }

  /** The few words of the indicators that have been redacted in a release. */
  #resummarised(release: number): Map<string, IndicatorSummary> {
    const { own, computed } = this.#family
    return new Map(
      [...own, ...computed].flatMap((slug) => {
        const version = this.#store.version(documentPath.indicator(slug), release)
        const document = version && this.#indicators.get(version.hash)
        const summary = document && summariseAgain(document)
        return summary ? [[slug, summary] as const] : []
      }),
    )
  }

  /** Lists, goals and policies have an indicator in a few words, and those follow from its document in the same release. */
  lists(): void {
    const resummarised = new Map<number, Map<string, IndicatorSummary>>()
    const summariesIn = (release: number): Map<string, IndicatorSummary> => {
      const known = resummarised.get(release) ?? this.#resummarised(release)
      resummarised.set(release, known)
      return known
    }
    const allIn = (release: number): IndicatorSummary[] => {
      const list = this.#store.version(documentPath.indicators, release)
      const all = (list && readPublished(this.#store, list.hash, IndicatorsDocument)?.indicators) ?? []
      const own = summariesIn(release)
      return all.map((summary) => own.get(summary.slug) ?? summary)
    }
    this.#replace(
      (path) => path === documentPath.indicators,
      IndicatorsDocument,
      (document, { release }) => withdrawFromList(document, summariesIn(release)),
    )
    this.#replace(
      (path) => path.startsWith('goals/'),
      GoalDocument,
      (document, { release }) => withdrawFromGoal(document, summariesIn(release)),
    )
    this.#replace(
      (path) => path.startsWith('frameworks/'),
      FrameworkDocument,
      (document, { release, hash }) => {
        if (summariesIn(release).size === 0) return null
        const redacted = withdrawFromFramework(document, summariesIn(release), allIn(release))
        if (redacted) this.#frameworks.set(hash, redacted)
        return redacted
      },
    )
    this.#replace(
      (path) => path === documentPath.frameworks,
      FrameworksDocument,
      (document, { release }) => {
        const redacted = document.frameworks.flatMap(({ slug }) => {
          const version = this.#store.version(documentPath.framework(slug), release)
          const framework = version && this.#frameworks.get(version.hash)
          return framework ? [[slug, framework] as const] : []
        })
        return withdrawFromFrameworks(document, new Map(redacted))
      },
    )
  }
}

/**
 * Every published document that tells of the figure, as it will stand without it; the reason is put in the figure's place. None
 * where the indicator itself never told it: what is computed from others of its figures has nothing to do with it.
 */
export function findReplacements(db: Database, figure: PublishedFigure, reason: Text): Replacements {
  const store = openReleaseStore(db)
  const published = publishedDocuments(db)
  const search = new Search(store, published, familyOf(db, figure.indicator))
  search.figures(figure.series, { period: figure.period, note: withdrawnNote(reason) })
  if (!search.isTold) return new Map()
  search.lists()
  return search.found
}

/** What stands where a withdrawn figure stood. */
export const withdrawnNote = (reason: Text): Text => ({
  da: `Trukket tilbage: ${reason.da}`,
  en: `Withdrawn: ${reason.en}`,
})
