import { z } from 'zod'
import { Connection } from '../connection/connection.ts'
import { Timestamp, ReleaseChangesDocument } from '../release/release.ts'
import { SeriesKey } from '../series.ts'
import { Slug } from '../slug.ts'
import { Text } from '../text.ts'

/** A source an installation may fetch figures from. */
export const OfferedSource = z
  .strictObject({ key: z.string().describe('What connections call it'), name: Text, hint: Text.describe('What to write to find a table') })
  .meta({ id: 'OfferedSource', description: 'A source figures may be fetched from.' })

/** A table that was found. */
export const FoundTable = z
  .strictObject({ table: z.string(), name: z.string(), updated: z.string(), from: z.string(), to: z.string() })
  .meta({ id: 'FoundTable', description: 'A table of a source.' })

/** A table as its source describes it. */
export const DescribedTable = z
  .strictObject({
    table: z.string(),
    name: z.string(),
    unit: z.string(),
    updated: z.string().describe('When its source last renewed it'),
    variables: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        isTime: z.boolean(),
        mayBeLeftOut: z.boolean().describe('Left out, all its values are added together by the source'),
        values: z.array(z.strictObject({ code: z.string(), name: z.string() })),
      }),
    ),
  })
  .meta({ id: 'DescribedTable', description: 'A table as its source describes it.' })

const counted = z.int().nonnegative()

/** What came of asking a source. */
export const FetchResult = z
  .strictObject({
    at: Timestamp,
    by: z.string(),
    added: counted,
    changed: counted,
    confirmed: counted.describe('Known by way of a third party before, and now fetched from their source'),
    unchanged: counted,
    withdrawn: counted.describe('Figures the source no longer has; somebody has to decide'),
    heldBack: counted.describe('Zeros that are not taken before somebody decides'),
    passedOver: z.array(Text),
    notMeasured: z.array(z.string()).describe('Periods the source lists before they are measured'),
    problem: Text.nullable().describe('Why nothing came; null: it came'),
  })
  .meta({ id: 'FetchResult', description: 'What came of asking a source for the figures of an indicator.' })
export type FetchResult = z.infer<typeof FetchResult>

/** How the figures of an indicator come from somebody else's table. */
export const ConnectionView = z
  .strictObject({ indicator: Slug, connection: Connection.nullable().describe('null: it is connected to nothing') })
  .meta({ id: 'IndicatorConnection', description: 'How the figures of an indicator are fetched.' })
export type ConnectionView = z.infer<typeof ConnectionView>

/** A connection in a list. */
export const ConnectionSummary = z
  .strictObject({
    indicator: Slug,
    name: Text,
    source: z.string(),
    table: z.string(),
    every: Connection.shape.every,
    last: FetchResult.nullable().describe('null: it was never fetched'),
    toDecide: counted.describe('Figures somebody has to decide about'),
  })
  .meta({ id: 'ConnectionSummary', description: 'A connection and what came of it last.' })
export type ConnectionSummary = z.infer<typeof ConnectionSummary>

/** What a connection would bring. */
export const ConnectionPreview = z
  .strictObject({
    result: FetchResult.omit({ at: true, by: true }),
    changes: ReleaseChangesDocument.nullable().describe('What readers would see change; null: nothing'),
  })
  .meta({ id: 'ConnectionPreview', description: 'What fetching by a connection would bring. Nothing is written.' })

/** A fetch that was asked for. */
export const FetchJob = z
  .strictObject({
    id: z.string(),
    indicator: Slug,
    state: z.enum(['running', 'done', 'failed']),
    startedAt: Timestamp,
    result: FetchResult.nullable().describe('null: it is under way, or has failed'),
  })
  .meta({ id: 'FetchJob', description: 'A fetch that was asked for, and how it goes.' })
export type FetchJob = z.infer<typeof FetchJob>

/** A figure somebody has to decide about. */
export const FetchedQuestion = z
  .strictObject({
    kind: z.enum(['withdrawn', 'held-back']).describe('The source took it back; or it gave a 0 that may mean “not yet”'),
    series: SeriesKey,
    period: z.string(),
    value: z.number().nullable(),
    neighbour: z.strictObject({ period: z.string(), value: z.number().nullable() }).nullable(),
    name: Text,
  })
  .meta({ id: 'FetchedQuestion', description: 'A figure from a source that somebody has to decide about.' })
export type FetchedQuestion = z.infer<typeof FetchedQuestion>

/** What is decided about such figures. */
export const DecisionInput = z
  .strictObject({
    answer: z
      .enum(['keep', 'remove', 'zero', 'not-measured'])
      .describe('Of what was taken back: keep or remove; of a 0: zero, or not measured yet'),
    figures: z.array(z.strictObject({ series: SeriesKey, period: z.string() })).min(1).max(500),
  })
  .meta({ id: 'DecisionInput', description: 'One answer to the questions about some figures.' })
