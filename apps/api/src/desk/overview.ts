import { isDraft, matrixOf } from '@pejling/domain/desk/matrix'
import type { MatrixMaterial } from '@pejling/domain/desk/matrix'
import type { DeskView } from '@pejling/domain/desk/views'
import { danishDay } from '@pejling/domain/period/danish-day'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { listPeople } from '../accounts/users.ts'
import type { Database } from '../db/database.ts'
import { listPlanned } from '../releases/planned.ts'
import { openReleaseStore, type StoredDocument } from '../releases/release-store.ts'
import { listIndicators } from '../workspace/definitions.ts'
import { keepersOf } from '../workspace/keepers.ts'
import { listSeries } from '../workspace/observations.ts'
import { listWarnings } from '../workspace/warnings.ts'

/** So many years stand in the matrix. */
const yearsShown = 10

/** So many warnings of an indicator are listed; the others are counted. */
const warningsShown = 50

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

/** What needs doing, to whoever has the address: figures that are due, what is odd, and what is not published yet. */
export function readDesk(db: Database, email: string): Extract<DeskView, { page: 'desk' }> {
  const store = openReleaseStore(db)
  const latest = store.latestNumber()
  const today = danishDay(db.clock())
  const thisYear = Number(today.slice(0, 4))
  const years = Array.from({ length: yearsShown }, (_, index) => thisYear - yearsShown + 1 + index)
  const indicators = listIndicators(db)
  const read = readerOf(db)
  let changedFigures = 0
  const materials = indicators
    .filter(({ retiredOn }) => retiredOn === null)
    .map((indicator): MatrixMaterial => {
      const version = store.version(documentPath.indicator(indicator.slug), latest)
      const document = version && store.document(version.hash)
      const published = document && read(indicator.slug, document)
      const publishedAt = new Map(
        (published?.series ?? []).flatMap(({ key, observations }) =>
          observations.map((one) => [`${key}|${one.period}`, one] as const),
        ),
      )
      const series = indicator.derived === null ? listSeries(db, indicator) : (published?.series ?? [])
      for (const { key, observations } of series) {
        for (const one of observations) {
          if (isDraft(one, publishedAt.get(`${key}|${one.period}`))) changedFigures += 1
        }
      }
      const headlineOf = (all: typeof series): MatrixMaterial['workspace'] =>
        all.find(({ key }) => key === indicator.area)?.observations ?? []
      return { indicator, workspace: headlineOf(series), published: headlineOf(published?.series ?? []) }
    })
  const people = listPeople(db)
  const names = new Map(indicators.map(({ slug, name }) => [slug, name]))
  return {
    page: 'desk',
    rows: matrixOf(materials, years, today),
    years,
    warnings: listWarnings(db, 'all').map(({ indicator, warnings }) => ({
      indicator,
      name: names.get(indicator) ?? { da: indicator, en: indicator },
      warnings: warnings.slice(0, warningsShown),
      count: warnings.length,
    })),
    changedFigures,
    keepers: indicators.flatMap(({ slug }) => {
      const asked = keepersOf(db, slug)
      if (!asked) return []
      const addresses = [asked.keeper, ...(asked.deputy === null ? [] : [asked.deputy])]
      const named = addresses.map((address) => people.find((one) => one.email === address)?.name ?? address)
      return [{ indicator: slug, names: named, own: addresses.includes(email) }]
    }),
    last: store.release(latest),
    planned: listPlanned(db).filter(({ state }) => state === 'waiting' || state === 'outdated'),
  }
}
