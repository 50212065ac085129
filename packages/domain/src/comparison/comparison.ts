import { z } from 'zod'
import { AreaCode } from '../area.ts'
import { Text } from '../text.ts'

/** What has become of the distance to a benchmark; `crossed`: from one side of it to the other. */
export const DistanceCourse = z
  .enum(['grown', 'shrunk', 'unchanged', 'crossed'])
  .meta({ id: 'DistanceCourse', description: 'What has become of the distance to a benchmark.' })
export type DistanceCourse = z.infer<typeof DistanceCourse>

const DistanceAt = z
  .strictObject({
    period: z.string(),
    difference: z.number().describe('Own figure minus the benchmark’s, of unrounded figures, in the indicator’s unit'),
  })
  .meta({ id: 'DistanceAt', description: 'The distance to a benchmark in one period.' })

/** How an indicator's own figure lies against another area's figure for the same period. */
export const Benchmark = z
  .strictObject({
    area: AreaCode,
    ...DistanceAt.shape,
    value: z.number().describe('The other area’s figure'),
    margin: z
      .number()
      .nonnegative()
      .nullable()
      .describe('Half-width of the 95 % interval of the difference; null: neither figure has a margin'),
    since: DistanceAt.nullable().describe(
      'The first period of the judged window in which both have comparable figures; null: there is none before the latest',
    ),
    course: DistanceCourse.nullable().describe('null: there is no earlier distance to compare with'),
    people: z
      .strictObject({ count: z.int().positive(), approximate: z.boolean() })
      .nullable()
      .describe('The difference in whole people; null: the counts are not known, or there is nothing to tell'),
    sentence: Text,
  })
  .meta({ id: 'Benchmark', description: 'An indicator’s own figure against another area’s for the same period.' })
export type Benchmark = z.infer<typeof Benchmark>

/** The place of the indicator's own municipality among the municipalities that have a figure for the same period. */
export const Rank = z
  .strictObject({
    period: z.string(),
    from: z.enum(['highest', 'lowest']).describe('Which figure has place 1: the lowest where less is better'),
    place: z.int().positive(),
    lastPlace: z
      .int()
      .positive()
      .describe('The last of the places it shares with those whose figures look the same; equal to `place`: none do'),
    of: z.int().positive().describe('Municipalities that have a figure'),
    sentence: Text,
  })
  .meta({ id: 'Rank', description: 'The place among the municipalities that have a figure for the same period.' })
export type Rank = z.infer<typeof Rank>

/** What a difference amounts to in whole people, at the denominator of the latest figure. */
export const PeopleCount = z
  .strictObject({
    count: z.int().positive(),
    more: z.boolean().describe('Whether there are more of them, or fewer'),
    sentence: Text,
  })
  .meta({ id: 'PeopleCount', description: 'What a difference amounts to in whole people.' })
export type PeopleCount = z.infer<typeof PeopleCount>

/** How an indicator's own figures lie against those of others, and what that amounts to in people. */
export const Comparison = z
  .strictObject({
    benchmarks: z
      .array(Benchmark)
      .describe('The country first, then regions, groups of municipalities, municipalities'),
    municipalities: z.int().nonnegative().describe('Municipalities there are, with a figure or without'),
    rank: Rank.nullable().describe(
      'null: the area is no municipality, too few have a figure, or figures are of a survey',
    ),
    toTarget: PeopleCount.nullable().describe('How many people more or fewer reach the target'),
    sinceLast: PeopleCount.nullable().describe('What the change since the figure before amounts to'),
  })
  .meta({ id: 'Comparison', description: 'An indicator’s own figures against those of others, and in people.' })
export type Comparison = z.infer<typeof Comparison>
