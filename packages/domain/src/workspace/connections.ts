import { z } from 'zod'
import { Connection } from '../connection/connection.ts'
import { Timestamp, ReleaseChangesDocument } from '../release/release.ts'
import { SeriesKey } from '../series.ts'
import { Slug } from '../slug.ts'
import { Text } from '../text.ts'

/** A source an installation may fetch figures from. */
export const OfferedSource = z
  .strictObject({
    key: z.string().describe('What connections call it'),
    name: Text,
    hint: Text.describe('What to write to find a table'),
  })
  .meta({
    id: 'OfferedSource',
    description: 'A source figures may be fetched from.',
    examples: [
      {
        key: 'statbank',
        name: { da: 'Danmarks Statistik, Statistikbanken', en: 'Statistics Denmark, StatBank' },
        hint: { da: 'Skriv ord eller tabellens navn', en: 'Write words or the name of the table' },
      },
    ],
  })

/** A table that was found. */
export const FoundTable = z
  .strictObject({ table: z.string(), name: z.string(), updated: z.string(), from: z.string(), to: z.string() })
  .meta({
    id: 'FoundTable',
    description: 'A table of a source.',
    examples: [
      { table: 'FOLK1A', name: 'Befolkningen den 1. i kvartalet', updated: '2026-11-12', from: '2008K1', to: '2026K4' },
    ],
  })

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
  .meta({
    id: 'DescribedTable',
    description: 'A table as its source describes it.',
    examples: [
      {
        table: 'FOLK1A',
        name: 'Befolkningen den 1. i kvartalet',
        unit: 'Antal',
        updated: '2026-11-12',
        variables: [
          {
            code: 'OMRÅDE',
            name: 'område',
            isTime: false,
            mayBeLeftOut: true,
            values: [{ code: '217', name: 'Helsingør' }],
          },
        ],
      },
    ],
  })

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
    withdrawn: counted.describe('Figures the source no longer has; they await a decision'),
    heldBack: counted.describe('Zeros that are not taken before a decision'),
    passedOver: z.array(Text),
    notMeasured: z.array(z.string()).describe('Periods the source lists before they are measured'),
    problem: Text.nullable().describe('Why nothing came; null: it came'),
  })
  .meta({
    id: 'FetchResult',
    description: 'What came of asking a source for the figures of an indicator.',
    examples: [
      {
        at: '2026-11-30T09:12:00.000Z',
        by: 'Ida Udgiver',
        added: 1,
        changed: 0,
        confirmed: 0,
        unchanged: 12,
        withdrawn: 0,
        heldBack: 0,
        passedOver: [],
        notMeasured: [],
        problem: null,
      },
    ],
  })
export type FetchResult = z.infer<typeof FetchResult>

/** How the figures of an indicator are fetched from a source. */
export const ConnectionView = z
  .strictObject({ indicator: Slug, connection: Connection.nullable().describe('null: it is connected to nothing') })
  .meta({
    id: 'IndicatorConnection',
    description: 'How the figures of an indicator are fetched.',
    examples: [{ indicator: 'befolkning-18-plus', connection: null }],
  })
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
    toDecide: counted.describe('Figures that await a decision'),
  })
  .meta({
    id: 'ConnectionSummary',
    description: 'A connection and what came of it last.',
    examples: [
      {
        indicator: 'befolkning-18-plus',
        name: { da: 'Befolkning', en: 'Population' },
        source: 'statbank',
        table: 'FOLK1A',
        every: 'month',
        last: {
          at: '2026-11-30T09:12:00.000Z',
          by: 'Ida Udgiver',
          added: 1,
          changed: 0,
          confirmed: 0,
          unchanged: 12,
          withdrawn: 0,
          heldBack: 0,
          passedOver: [],
          notMeasured: [],
          problem: null,
        },
        toDecide: 0,
      },
    ],
  })
export type ConnectionSummary = z.infer<typeof ConnectionSummary>

/** What a connection would bring. */
export const ConnectionPreview = z
  .strictObject({
    result: FetchResult.omit({ at: true, by: true }),
    changes: ReleaseChangesDocument.nullable().describe('What readers would see change; null: nothing'),
  })
  .meta({
    id: 'ConnectionPreview',
    description: 'What fetching by a connection would bring. Nothing is written.',
    examples: [
      {
        result: {
          added: 1,
          changed: 0,
          confirmed: 0,
          unchanged: 12,
          withdrawn: 0,
          heldBack: 0,
          passedOver: [],
          notMeasured: [],
          problem: null,
        },
        changes: null,
      },
    ],
  })

/** A fetch that was asked for. */
export const FetchJob = z
  .strictObject({
    id: z.string(),
    indicator: Slug,
    state: z.enum(['running', 'done', 'failed']),
    startedAt: Timestamp,
    result: FetchResult.nullable().describe('null: it is under way, or has failed'),
  })
  .meta({
    id: 'FetchJob',
    description: 'A fetch that was asked for, and how it goes.',
    examples: [
      {
        id: '5b0c7f8e-1d0a-4f43-9f6b-8f2b1c6d9e11',
        indicator: 'befolkning-18-plus',
        state: 'running',
        startedAt: '2026-11-30T09:12:00.000Z',
        result: null,
      },
    ],
  })
export type FetchJob = z.infer<typeof FetchJob>

/** A figure that awaits a decision. */
export const FetchedQuestion = z
  .strictObject({
    kind: z
      .enum(['withdrawn', 'held-back'])
      .describe('The source took it back; or it gave a 0 that may mean “not yet”'),
    series: SeriesKey,
    period: z.string(),
    value: z.number().nullable(),
    neighbour: z.strictObject({ period: z.string(), value: z.number().nullable() }).nullable(),
    name: Text,
  })
  .meta({
    id: 'FetchedQuestion',
    description: 'A figure from a source that awaits a decision.',
    examples: [
      {
        kind: 'withdrawn',
        series: '217',
        period: '2025',
        value: 51234,
        neighbour: null,
        name: { da: 'Helsingør, 2025: 51234', en: 'Helsingør, 2025: 51234' },
      },
    ],
  })
export type FetchedQuestion = z.infer<typeof FetchedQuestion>

/** What is decided about such figures. */
export const DecisionInput = z
  .strictObject({
    answer: z
      .enum(['keep', 'remove', 'zero', 'not-measured'])
      .describe('Of what was taken back: keep or remove; of a 0: zero, or not measured yet'),
    figures: z
      .array(z.strictObject({ series: SeriesKey, period: z.string() }))
      .min(1)
      .max(500),
  })
  .meta({ id: 'FetchedDecision', description: 'One answer to the questions about some figures.' })
