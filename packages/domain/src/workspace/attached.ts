import { z } from 'zod'
import { DataProviders } from '../indicator/data-providers.ts'
import { Override } from '../progress/assessment.ts'
import { Profile } from '../profile/profile.ts'
import { Slug } from '../slug.ts'
import { checkTarget, Target } from '../target/target.ts'

/* What belongs to an indicator, as the workspace's API has it: with the indicator it is of. */

/** A target of an indicator, for its headline or a group. */
export const IndicatorTarget = z
  .strictObject({ indicator: Slug, ...Target.shape })
  .superRefine(checkTarget)
  .meta({ id: 'IndicatorTarget', description: 'A decided target, with the indicator it is of.' })
export type IndicatorTarget = z.infer<typeof IndicatorTarget>

/** A person's verdict on the headline of an indicator. */
export const IndicatorOverride = z
  .strictObject({ indicator: Slug, ...Override.shape })
  .meta({ id: 'IndicatorOverride', description: 'A verdict given by a person, with the public reason.' })
export type IndicatorOverride = z.infer<typeof IndicatorOverride>

/** Who sends the figures of an indicator. */
export const IndicatorKeepers = z
  .strictObject({ keeper: DataProviders.shape.keeper.nullable(), deputy: DataProviders.shape.deputy })
  .meta({
    id: 'IndicatorKeepers',
    description: 'Who sends the figures of an indicator, by e-mail address; null: nobody.',
  })
export type IndicatorKeepers = z.infer<typeof IndicatorKeepers>

/** What is true of the installation: how the site presents itself, and how releases are made. */
export const WorkspaceSettings = z
  .strictObject({
    profile: Profile,
    approval: z
      .strictObject({
        required: z.boolean().describe('Whether a release takes two people'),
        stopAskedBy: z.string().nullable().describe('Who has asked that one person is enough; another must confirm'),
      })
      .describe('Changed at `/settings/approval`'),
    demonstration: z.boolean().describe('Whether the figures are invented'),
  })
  .meta({ id: 'WorkspaceSettings', description: 'How the site presents itself, and how releases are made.' })
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>
