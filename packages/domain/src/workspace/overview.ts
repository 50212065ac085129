import { z } from 'zod'
import { GoalNumber } from '../framework.ts'
import { Verdict } from '../progress/assessment.ts'
import { PlannedRelease } from '../release/planned.ts'
import { Release, Timestamp } from '../release/release.ts'
import { Slug } from '../slug.ts'
import { CalendarDate } from '../source/source.ts'
import { Text } from '../text.ts'
import { Finding } from './finding.ts'
import { YearCell } from './year-cells.ts'

/** The next figure of an indicator, and how it stands with it. */
const Expected = z
  .strictObject({
    period: z.string().nullable().describe('null: nobody knows which, as with an election without a day'),
    expectedOn: CalendarDate,
    state: z
      .enum(['late', 'missing', 'soon', 'later'])
      .describe('missing: there has never been a figure; soon: within 60 days'),
    basis: z
      .enum(['given', 'cadence', 'assumed', 'never'])
      .describe('What the day rests on; assumed: figures come within a year after the end of their period'),
  })
  .meta({ id: 'ExpectedFigure', description: 'The next figure that is expected of an indicator.' })

const counted = z.int().nonnegative()

/** How it stands with an indicator. */
export const OverviewIndicator = z
  .strictObject({
    slug: Slug,
    name: Text,
    goals: z.array(GoalNumber),
    owner: Text.nullable().describe('The office that answers for it; null: nobody appointed'),
    keeper: z.string().nullable().describe('Who sends the figures; null: nobody has been asked'),
    deputy: z.string().nullable(),
    own: z.boolean().describe('Whether whoever asks is the keeper or the deputy'),
    connected: z.boolean().describe('Whether its figures are fetched from a source'),
    expected: Expected.nullable().describe('null: nothing is expected'),
    latest: z.strictObject({ period: z.string(), value: z.number() }).nullable(),
    drafts: counted.describe('Figures that are not as published'),
    years: z
      .array(YearCell)
      .describe('The ten years up to the present one in which there is, or ought to be, a figure'),
    findings: z.strictObject({ error: counted, doubt: counted, note: counted }),
    verdict: z
      .strictObject({ published: Verdict.nullable(), withDrafts: Verdict.nullable() })
      .describe('null: not published'),
  })
  .meta({ id: 'OverviewIndicator', description: 'How it stands with an indicator in the workspace.' })
export type OverviewIndicator = z.infer<typeof OverviewIndicator>

const groupCounts = { indicators: counted, late: counted, missing: counted, soon: counted, drafts: counted }

/** `/overview` */
export const Overview = z
  .strictObject({
    today: CalendarDate,
    counts: z.strictObject({ ...groupCounts, withoutFigures: counted, unassigned: counted, findings: counted }),
    indicators: z.array(OverviewIndicator),
    owners: z.array(z.strictObject({ owner: Text.nullable(), ...groupCounts })).describe('By the office'),
    keepers: z
      .array(z.strictObject({ keeper: z.string().nullable(), ...groupCounts }))
      .describe('By who sends the figures; `late` and `missing` are those not sent'),
    goals: z.array(
      z.strictObject({
        number: GoalNumber,
        text: Text,
        published: Verdict.nullable().describe('null: not published'),
        withDrafts: Verdict.nullable(),
        differs: z.boolean(),
      }),
    ),
    findings: z
      .array(z.strictObject({ indicator: Slug, ...Finding.shape }))
      .describe('The weightiest first; `counts.findings` says how many there are'),
    lastRelease: Release.nullable(),
    waiting: z
      .strictObject({ indicators: counted, texts: counted })
      .describe('What the next release would bring: indicators that are otherwise, and texts'),
    planned: z.array(
      z.strictObject({
        number: PlannedRelease.shape.number,
        title: Text,
        publishAt: Timestamp.nullable(),
        state: PlannedRelease.shape.state,
        problem: PlannedRelease.shape.problem,
        plannedBy: z.string(),
        awaitsApproval: z.boolean().describe('Whether it needs another person’s approval first'),
        mayApprove: z.boolean().describe('Whether whoever asks is that other person'),
      }),
    ),
  })
  .meta({
    id: 'Overview',
    description: 'What needs doing in the workspace, and what would change for readers.',
    examples: [
      {
        today: '2026-11-30',
        counts: {
          indicators: 57,
          late: 2,
          missing: 36,
          soon: 1,
          drafts: 3,
          withoutFigures: 42,
          unassigned: 12,
          findings: 7,
        },
        indicators: [
          {
            slug: 'hoeringssvar',
            name: { da: 'Høringssvar pr. offentlig høring', en: 'Responses per public hearing' },
            goals: ['1.2'],
            owner: { da: 'Byrådssekretariatet', en: 'City council secretariat' },
            keeper: 'Bente Indberetter',
            deputy: null,
            own: true,
            connected: false,
            expected: { period: '2026', expectedOn: '2028-01-01', state: 'later', basis: 'assumed' },
            latest: { period: '2025', value: 14.2 },
            drafts: 1,
            years: [
              { year: 2025, state: 'published', period: '2025' },
              { year: 2026, state: 'draft', period: '2026' },
            ],
            findings: { error: 0, doubt: 1, note: 0 },
            verdict: { published: 'not-assessed', withDrafts: 'improving' },
          },
        ],
        owners: [{ owner: null, indicators: 57, late: 2, missing: 36, soon: 1, drafts: 3 }],
        keepers: [{ keeper: null, indicators: 57, late: 2, missing: 36, soon: 1, drafts: 3 }],
        goals: [
          {
            number: '1.2',
            text: { da: 'Flere taler', en: 'More speak' },
            published: 'not-assessed',
            withDrafts: 'improving',
            differs: true,
          },
        ],
        findings: [],
        lastRelease: null,
        waiting: { indicators: 1, texts: 0 },
        planned: [],
      },
    ],
  })
export type Overview = z.infer<typeof Overview>

/** Which indicators an overview is about. Of each filter any of the values; all filters together. */
export interface OverviewFilter {
  readonly goal?: readonly string[] | undefined
  /** Verdicts with drafts in. */
  readonly status?: readonly string[] | undefined
  /** Part of the office's name, in Danish or English. */
  readonly owner?: string | undefined
  /** Part of the keeper's or deputy's name; `me`: whoever asks. */
  readonly keeper?: string | undefined
  readonly state?: readonly string[] | undefined
}
