import { z } from 'zod'
import { GoalNumber } from '../framework.ts'
import { Verdict } from '../progress/assessment.ts'
import { PlannedRelease } from '../release/planned.ts'
import { IndicatorChange, Release, Timestamp } from '../release/release.ts'
import { textKinds } from '../release/text-changes.ts'
import { Withdrawal } from '../release/withdrawal.ts'
import { SeriesKey } from '../series.ts'
import { Slug } from '../slug.ts'
import { Text } from '../text.ts'
import { ChangedField } from './answers.ts'
import { Finding } from './finding.ts'

/** The indicators a release is of. */
const Chosen = z
  .union([z.literal('all'), z.array(Slug).max(10_000)])
  .describe('all: every indicator that is otherwise; texts come out with every release')

/** Tells what was looked at from anything else it might be. */
const Seen = z
  .string()
  .min(1)
  .max(200)
  .describe('`seen` of the preview that was looked at: nothing else is published than that')

const ShownAssessment = z.strictObject({ verdict: Verdict, sentence: Text })

/** One thing the next release would bring. */
export const PreviewItem = z
  .strictObject({
    id: z.string().describe('Names it: `indicator:<slug>`, or the kind of text and its key'),
    kind: z.enum(['indicator', ...textKinds]),
    change: z.enum(['added', 'changed', 'removed']),
    name: Text,
    indicator: Slug.nullable().describe('The indicator it comes out with; null: with every release'),
    choosable: z
      .boolean()
      .describe('Whether it can be left out: only indicators can that are not computed from others'),
    chosen: z.boolean(),
    follows: z.array(Slug).describe('What it is computed from: it comes out with any of them'),
    figures: IndicatorChange.shape.observations,
    assessment: z
      .strictObject({ before: ShownAssessment.nullable(), after: ShownAssessment.nullable() })
      .nullable()
      .describe('null: it reads the same'),
    definitionChanged: z.boolean(),
    fields: z
      .array(ChangedField)
      .readonly()
      .describe('What of a text, or of the description of an indicator, is otherwise, in words'),
    measure: IndicatorChange.pick({ unit: true, decimals: true, noun: true, periodKind: true })
      .nullable()
      .describe('How the figures are written; null: it has none'),
    goals: z.array(GoalNumber).readonly().describe('The goals it belongs to'),
    findings: z.array(Finding).readonly().describe('What is odd about the figures of the indicator'),
    seen: z.string().describe('Tells what it would bring from anything else it might'),
  })
  .meta({ id: 'PreviewItem', description: 'One thing the next release would bring.' })
export type PreviewItem = z.infer<typeof PreviewItem>

/** `/releases/preview` */
export const ReleasePreview = z
  .strictObject({
    seen: Seen,
    needsApproval: z.boolean().describe('Whether a release takes a second person'),
    sentence: Text.describe('What the chosen would change for readers'),
    items: z.array(PreviewItem).describe('Everything that is otherwise than published, chosen or not'),
  })
  .meta({
    id: 'ReleasePreview',
    description: 'Everything the next release would bring.',
    examples: [
      {
        seen: '3b8f0c51d2a94e67',
        needsApproval: false,
        sentence: { da: '1 tal er nyt.', en: '1 figure is new.' },
        items: [
          {
            id: 'indicator:hoeringssvar',
            kind: 'indicator',
            change: 'changed',
            name: { da: 'Høringssvar pr. offentlig høring', en: 'Responses per public hearing' },
            indicator: 'hoeringssvar',
            choosable: true,
            chosen: true,
            follows: [],
            figures: [
              {
                series: '217',
                seriesName: { da: 'Helsingør', en: 'Helsingør' },
                period: '2026',
                before: null,
                after: { value: 15.2, status: 'A' },
              },
            ],
            assessment: null,
            definitionChanged: false,
            fields: [],
            measure: {
              unit: 'count',
              decimals: 1,
              noun: { one: { da: 'svar', en: 'response' }, other: { da: 'svar', en: 'responses' } },
              periodKind: 'year',
            },
            goals: ['1.2'],
            findings: [],
            seen: '9c1185a5c5e9fc54',
          },
        ],
      },
    ],
  })
export type ReleasePreview = z.infer<typeof ReleasePreview>

/** A release to be made of what was looked at. */
export const ReleaseInput = z
  .strictObject({
    title: Text,
    note: Text.nullable().default(null),
    indicators: Chosen.default('all'),
    seen: Seen,
    publishAt: Timestamp.nullable().default(null).describe('Not before this; null: now, or when it is approved'),
  })
  .meta({ id: 'ReleaseRequest', description: 'A release to be made, or planned, of what was looked at.' })
export type ReleaseInput = z.output<typeof ReleaseInput>

/** A planned release as people see it. */
export const PlannedReleaseView = z
  .strictObject({
    number: PlannedRelease.shape.number,
    title: Text,
    note: Text.nullable(),
    indicators: PlannedRelease.shape.indicators,
    publishAt: Timestamp.nullable(),
    plannedBy: z.string(),
    plannedAt: Timestamp,
    needsApproval: z.boolean(),
    approvedBy: z.string().nullable(),
    state: PlannedRelease.shape.state,
    problem: PlannedRelease.shape.problem.describe(
      'Why it could not come out, or, while it waits, could not as things stand',
    ),
    withdrawal: PlannedRelease.shape.withdrawal,
    own: z.boolean().describe('Whether whoever asks planned it, and so cannot approve it'),
  })
  .meta({
    id: 'PlannedRelease',
    description: 'A release, or a withdrawal, that has been decided and waits.',
    examples: [
      {
        number: 3,
        title: { da: 'Årets tal', en: 'Figures of the year' },
        note: null,
        indicators: ['hoeringssvar'],
        publishAt: '2027-03-01T07:00:00.000Z',
        plannedBy: 'Ida Udgiver',
        plannedAt: '2026-11-30T09:12:00.000Z',
        needsApproval: true,
        approvedBy: null,
        state: 'waiting',
        problem: null,
        withdrawal: null,
        own: false,
      },
    ],
  })
export type PlannedReleaseView = z.infer<typeof PlannedReleaseView>

/** What came of asking for a release. */
export const ReleaseResult = z
  .strictObject({
    release: Release.nullable().describe('The release that was made; null: none yet, or nothing had changed'),
    planned: PlannedReleaseView.nullable().describe('What waits; null: nothing does'),
  })
  .meta({
    id: 'ReleaseResult',
    description: 'The release that was made, or what waits.',
    examples: [
      {
        release: null,
        planned: {
          number: 3,
          title: { da: 'Årets tal', en: 'Figures of the year' },
          note: null,
          indicators: ['hoeringssvar'],
          publishAt: '2027-03-01T07:00:00.000Z',
          plannedBy: 'Ida Udgiver',
          plannedAt: '2026-11-30T09:12:00.000Z',
          needsApproval: true,
          approvedBy: null,
          state: 'waiting',
          problem: null,
          withdrawal: null,
          own: false,
        },
      },
    ],
  })
export type ReleaseResult = z.infer<typeof ReleaseResult>

/** A published figure, and why it must not stand. */
export const WithdrawalInput = z
  .strictObject({ indicator: Slug, series: SeriesKey, period: z.string().min(4).max(10), reason: Text })
  .meta({ id: 'WithdrawalRequest', description: 'A published figure to be withdrawn from every release.' })
export type WithdrawalInput = z.infer<typeof WithdrawalInput>

/** What came of asking for a withdrawal. */
export const WithdrawalResult = z
  .strictObject({
    withdrawal: Withdrawal.nullable().describe('null: it waits for another person’s approval'),
    planned: PlannedReleaseView.nullable(),
  })
  .meta({
    id: 'WithdrawalResult',
    description: 'The withdrawal, or what waits for approval.',
    examples: [
      {
        withdrawal: {
          number: 1,
          withdrawnAt: '2026-11-30T09:12:00.000Z',
          indicator: 'hoeringssvar',
          series: '217',
          period: '2026',
          reason: { da: 'Tallet fortalte om enkeltpersoner.', en: 'The figure disclosed single persons.' },
          documents: [],
        },
        planned: null,
      },
    ],
  })

/** A figure that some release tells, and that can be withdrawn. */
export const WithdrawableFigure = z
  .strictObject({
    series: SeriesKey,
    seriesName: Text,
    period: z.string(),
    said: z
      .array(
        z.strictObject({
          value: z.number().nullable(),
          numerator: z.number().nullable(),
          denominator: z.number().nullable(),
        }),
      )
      .describe('All it has been said to be, the newest first'),
    release: z.int().positive().describe('The newest release that begins to tell it so'),
    current: z.boolean().describe('Whether the newest release tells it'),
  })
  .meta({
    id: 'WithdrawableFigure',
    description: 'A figure that some release tells.',
    examples: [
      {
        series: '217',
        seriesName: { da: 'Helsingør', en: 'Helsingør' },
        period: '2026',
        said: [{ value: 15.2, numerator: null, denominator: null }],
        release: 4,
        current: true,
      },
    ],
  })
export type WithdrawableFigure = z.infer<typeof WithdrawableFigure>

/** Where a published figure stands. */
export const FigureTelling = z
  .strictObject({
    documents: z.int().nonnegative().describe('In how many published documents it stands'),
    mentions: z
      .array(
        z.strictObject({
          kind: z.string(),
          key: z.string(),
          found: z.array(z.string()).describe('How it is written there'),
          text: z.string(),
          published: z.boolean(),
        }),
      )
      .describe('Where it is said in words that people typed; those have to be changed by hand'),
  })
  .meta({
    id: 'FigureTelling',
    description: 'Where a published figure stands.',
    examples: [
      {
        documents: 4,
        mentions: [
          { kind: 'comment', key: '1.2', found: ['15,2'], text: '… med 15,2 svar pr. høring …', published: true },
        ],
      },
    ],
  })
export type FigureTelling = z.infer<typeof FigureTelling>
