import { z } from 'zod'
import { Verdict } from '../progress/assessment.ts'
import { IndicatorDocument } from '../release/documents.ts'
import { ReleaseChangesDocument } from '../release/release.ts'
import { textKinds } from '../release/text-changes.ts'
import { Slug } from '../slug.ts'
import { Text } from '../text.ts'

/* What answers of the workspace's API have in common. */

/** A page of a list. */
export const pageSchema = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    total: z.int().nonnegative().describe('How many items the whole list has'),
    next: z.string().nullable().describe('The address of the next page; null: this is the last'),
  })

const assessment = z.strictObject({ verdict: Verdict, sentence: Text }).nullable()

/** The finding of an indicator before and after a change. */
export const AssessmentChange = z
  .strictObject({
    indicator: Slug,
    name: Text,
    before: assessment.describe('null: the indicator is new'),
    after: assessment.describe('null: the indicator would be gone'),
  })
  .meta({ id: 'AssessmentChange', description: 'The finding of an indicator before and after a change.' })
export type AssessmentChange = z.infer<typeof AssessmentChange>

/** A field that is otherwise, in words. */
export const ChangedField = z.strictObject({
  field: z.string(),
  name: Text,
  before: Text.nullable().describe('null: nothing'),
  after: Text.nullable().describe('null: nothing'),
})

/** What a change of the workspace would change for readers, apart from what waits to be published already. */
export const ChangePreview = z
  .strictObject({
    changes: ReleaseChangesDocument.nullable().describe(
      'Figures, verdicts and documents; null: readers would see no change',
    ),
    assessments: z.array(AssessmentChange).describe('Findings that would be otherwise, with their sentences'),
    texts: z
      .array(
        z.strictObject({
          kind: z.enum(textKinds),
          key: z.string(),
          change: z.enum(['added', 'changed', 'removed']),
          name: Text,
          fields: z.array(ChangedField).readonly().describe('What of it is otherwise, in words'),
        }),
      )
      .describe('Texts that would be otherwise'),
    document: IndicatorDocument.nullable()
      .optional()
      .describe('With `document=true`: the indicator as readers would get it; null: it would not be published'),
  })
  .meta({ id: 'ChangePreview', description: 'What a change would change for readers.' })
export type ChangePreview = z.infer<typeof ChangePreview>

/** The answer to a change with `?dryRun=true`: nothing has been written. */
export const DryRun = z
  .strictObject({
    dryRun: z.literal(true),
    status: z.int().describe('The status the change would be answered with'),
    answer: z.unknown().describe('What the change would be answered with'),
    preview: ChangePreview,
  })
  .meta({
    id: 'DryRun',
    description: 'What a change would answer, and what it would change for readers. Nothing has been written.',
    examples: [{ dryRun: true, status: 200, answer: null, preview: { changes: null, assessments: [], texts: [] } }],
  })
export type DryRun = z.infer<typeof DryRun>
