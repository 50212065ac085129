import type { Indicator } from '@pejling/domain/indicator/indicator'
import { IndicatorsDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { parameters } from '../../http/parameters.ts'
import { readPublished } from '../../releases/published-documents.ts'
import { openReleaseStore } from '../../releases/release-store.ts'
import { kinds, listDefinitions } from '../definitions.ts'
import { dataProvidersOf } from '../data-providers.ts'

const yesOrNo = (description: string) => z.enum(['true', 'false']).meta({ description, examples: ['false'] })

/** What lists of indicators can be narrowed to. */
export const IndicatorFilter = z.strictObject({
  goal: parameters.goal.optional(),
  status: parameters.status
    .meta({ description: 'Only indicators with this verdict in the newest release', examples: ['improving'] })
    .optional(),
  department: z
    .string()
    .min(1)
    .max(200)
    .meta({ description: 'Part of the name of the office that answers for it', examples: ['Center for Børn'] })
    .optional(),
  keeper: z
    .string()
    .max(254)
    .meta({
      description: 'E-mail of who sends its figures, or does so when they are away',
      examples: ['bente@example.dk'],
    })
    .optional(),
  published: yesOrNo('Whether a release has it').optional(),
  retired: yesOrNo('Whether it has been retired').optional(),
  q: parameters.q.optional(),
})
export type IndicatorFilter = z.infer<typeof IndicatorFilter>

/** The verdicts of the newest release, by indicator. */
function publishedVerdicts(db: Database): ReadonlyMap<string, string> {
  const store = openReleaseStore(db)
  const version = store.version(documentPath.indicators, store.latestNumber())
  const document = version && readPublished(store, version.hash, IndicatorsDocument)
  return new Map((document?.indicators ?? []).map(({ slug, verdict }) => [slug, verdict]))
}

const contains = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase())

const says = ({ owner }: Indicator, office: string): boolean =>
  owner !== null && (contains(owner.da, office) || contains(owner.en, office))

/** The indicators of a list that a filter lets through. */
export function filterIndicators(
  db: Database,
  { goal, status, department, keeper, published, retired, q }: IndicatorFilter,
  all: readonly Indicator[],
): readonly Indicator[] {
  const verdicts = publishedVerdicts(db)
  const slug =
    goal === undefined ? null : (listDefinitions(db, kinds.goal).find(({ number }) => number === goal)?.slug ?? '')
  const words = q?.split(/\s+/) ?? []
  return all.filter((one) => {
    const dataProviders = keeper === undefined ? null : dataProvidersOf(db, one.slug)
    return (
      (slug === null || one.goals.some((link) => link.goal === slug)) &&
      (status === undefined || verdicts.get(one.slug) === status) &&
      (department === undefined || says(one, department)) &&
      (keeper === undefined || dataProviders?.keeper === keeper || dataProviders?.deputy === keeper) &&
      (published === undefined || String(verdicts.has(one.slug)) === published) &&
      (retired === undefined || String(one.retiredOn !== null) === retired) &&
      words.every((word) => contains(`${one.name.da} ${one.name.en} ${one.slug}`, word))
    )
  })
}
