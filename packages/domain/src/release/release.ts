import { z } from 'zod'
import { Indicator } from '../indicator/indicator.ts'
import { ObservationStatus } from '../observation/observation.ts'
import { PeriodKind } from '../period/period.ts'
import { Verdict } from '../progress/assessment.ts'
import { SeriesKey } from '../series.ts'
import { Slug } from '../slug.ts'
import { Text } from '../text.ts'
import { Unit } from '../unit/unit.ts'
import { LateIndicator } from './late.ts'

/** A SHA-256 in lower-case hexadecimal. */
export const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ id: 'Hash', description: 'SHA-256, hexadecimal.' })
export type Hash = z.infer<typeof Hash>

/** A moment in UTC, `2026-02-12T09:30:00.000Z`. Fields that hold one are called `…At`. */
export const Timestamp = z.iso
  .datetime()
  .meta({ id: 'Timestamp', description: 'A moment in UTC.', examples: ['2026-02-12T09:30:00.000Z'] })
export type Timestamp = z.infer<typeof Timestamp>

/** One published state of everything: a list of documents, chained to the release before it. */
export const Release = z
  .strictObject({
    number: z.int().positive(),
    publishedAt: Timestamp,
    title: Text,
    note: Text.nullable(),
    publishedBy: z.string(),
    previousHash: Hash.nullable().describe('Hash of the release before; null for the first'),
    hash: Hash.describe('Hash of this release: of everything above and of the list of documents'),
    hashedWords: z
      .strictObject({ title: z.string(), note: z.string().nullable() })
      .optional()
      .describe(
        'The JSON of the title and the note that went into the hash, where they could not be shown as they were written',
      ),
  })
  .meta({ id: 'Release', description: 'One published state of everything, chained to the one before.' })
export type Release = z.infer<typeof Release>

/** A document of a release: its path below /api/v1 and its hash. */
export const ReleaseEntry = z
  .strictObject({
    path: z.string(),
    hash: Hash,
    replaced: z
      .literal(true)
      .optional()
      .describe(
        'A figure was withdrawn from the document, which had no salt: the hash is that of what is answered now, and the hash of the release cannot be computed from this list',
      ),
  })
  .meta({ id: 'ReleaseEntry', description: 'A document of a release.' })
export type ReleaseEntry = z.infer<typeof ReleaseEntry>

/** `/releases` */
export const ReleasesDocument = z
  .strictObject({ releases: z.array(Release) })
  .meta({ id: 'ReleasesDocument', description: 'All releases, newest first.' })
export type ReleasesDocument = z.infer<typeof ReleasesDocument>

/** `/releases/{n}` */
export const ReleaseDocument = z
  .strictObject({ release: Release, documents: z.array(ReleaseEntry) })
  .meta({ id: 'ReleaseDocument', description: 'A release and its list of documents.' })
export type ReleaseDocument = z.infer<typeof ReleaseDocument>

const changedValue = z.strictObject({ value: z.number().nullable(), status: ObservationStatus })

/** A figure that is not as it was. */
const ObservationChange = z
  .strictObject({
    series: SeriesKey,
    seriesName: Text,
    period: z.string(),
    before: changedValue.nullable().describe('null: new'),
    after: changedValue.nullable().describe('null: removed'),
  })
  .meta({ id: 'ObservationChange', description: 'A figure that is not as it was.' })

/** What changed in one indicator between two releases. */
export const IndicatorChange = z
  .strictObject({
    indicator: Slug,
    name: Text,
    unit: Unit,
    decimals: Indicator.shape.decimals,
    noun: Indicator.shape.noun,
    periodKind: PeriodKind,
    change: z.enum(['added', 'changed', 'removed']),
    verdict: z
      .strictObject({ before: Verdict.nullable(), after: Verdict.nullable() })
      .nullable()
      .describe('null: the verdict is the same'),
    definitionChanged: z.boolean(),
    observations: z.array(ObservationChange),
  })
  .meta({ id: 'IndicatorChange', description: 'What changed in one indicator between two releases.' })
export type IndicatorChange = z.infer<typeof IndicatorChange>

/** A document that is not as it was: its hashes, `null` where there was or is none. */
const DocumentChange = z
  .strictObject({ path: z.string(), before: Hash.nullable(), after: Hash.nullable() })
  .meta({ id: 'DocumentChange', description: 'A document that is not as it was.' })

/** `/releases/{n}/changes` */
export const ReleaseChangesDocument = z
  .strictObject({
    since: z.int().nonnegative().describe('0: since before the first release'),
    release: z.int().positive(),
    documents: z.array(DocumentChange),
    indicators: z.array(IndicatorChange),
    late: z.array(LateIndicator).describe('Whose next figures were late when the later release was made'),
  })
  .meta({ id: 'ReleaseChangesDocument', description: 'The difference between two releases.' })
export type ReleaseChangesDocument = z.infer<typeof ReleaseChangesDocument>
