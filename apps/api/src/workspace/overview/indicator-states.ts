import { isDraft } from '@pejling/domain/workspace/year-cells'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Observation } from '@pejling/domain/observation/observation'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { Verdict } from '@pejling/domain/progress/assessment'
import type { Database } from '../../db/database.ts'
import { openReleaseStore, type StoredDocument } from '../../releases/release-store.ts'
import { listIndicators } from '../definitions.ts'
import { listSeries } from '../observation-store.ts'

/** An indicator that is in use: its headline as the workspace has it and as it is published, and its drafts. */
export interface IndicatorState {
  readonly indicator: Indicator
  readonly workspace: readonly Observation[]
  readonly published: readonly Observation[]
  /** The published verdict; `null`: it is not published. */
  readonly verdict: Verdict | null
  /** How many figures are not as they are published. */
  readonly drafts: number
}

interface ReadDocument {
  readonly hash: string
  readonly content: IndicatorDocument
}

/** What has been read of each database: the published document of each indicator, the newest alone. */
const readBefore = new WeakMap<Database, Map<string, ReadDocument>>()

/** Reads published documents, each once as long as it stands: most are the same from one look to the next. */
function readerOf(db: Database): (slug: string, document: StoredDocument) => IndicatorDocument {
  const before = readBefore.get(db) ?? new Map<string, ReadDocument>()
  readBefore.set(db, before)
  return (slug, { hash, bytes }) => {
    const known = before.get(slug)
    if (known?.hash === hash) return known.content
    const content = IndicatorDocument.parse(JSON.parse(bytes.toString()))
    before.set(slug, { hash, content })
    return content
  }
}

/** How it stands with each indicator that is not retired, by slug; all figures are read once. */
export function readIndicatorStates(db: Database): IndicatorState[] {
  const store = openReleaseStore(db)
  const latest = store.latestNumber()
  const read = readerOf(db)
  return listIndicators(db)
    .filter(({ retiredOn }) => retiredOn === null)
    .map((indicator) => {
      const version = store.version(documentPath.indicator(indicator.slug), latest)
      const document = version && store.document(version.hash)
      const published = document && read(indicator.slug, document)
      const publishedAt = new Map(
        (published?.series ?? []).flatMap(({ key, observations }) =>
          observations.map((one) => [`${key}|${one.period}`, one] as const),
        ),
      )
      const series = indicator.derived === null ? listSeries(db, indicator) : (published?.series ?? [])
      const drafts = series.reduce(
        (sum, { key, observations }) =>
          sum + observations.filter((one) => isDraft(one, publishedAt.get(`${key}|${one.period}`))).length,
        0,
      )
      const headlineOf = (all: typeof series): readonly Observation[] =>
        all.find(({ key }) => key === indicator.area)?.observations ?? []
      return {
        indicator,
        workspace: headlineOf(series),
        published: headlineOf(published?.series ?? []),
        verdict: published?.assessments[0]?.verdict ?? null,
        drafts,
      }
    })
}
