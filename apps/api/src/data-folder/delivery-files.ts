import { Area } from '@pejling/domain/area'
import { ActionPlan } from '@pejling/domain/action-plan/action-plan'
import { Connection } from '@pejling/domain/connection/connection'
import { Dimension } from '@pejling/domain/dimension'
import { FocusArea, Framework, Goal } from '@pejling/domain/framework'
import { Indicator } from '@pejling/domain/indicator/indicator'
import { plainProfile, Profile } from '@pejling/domain/profile/profile'
import { Provenance, Source } from '@pejling/domain/source/source'
import { Target } from '@pejling/domain/target/target'
import { z } from 'zod'

/**
 * `framework.yaml` and `frameworks/<slug>.yaml`: the first policy and any others, each with its focus areas and their goals, one
 * inside the other.
 */
export const FrameworkFile = z.strictObject({
  ...Framework.shape,
  focusAreas: z.array(FocusArea.omit({ framework: true }).extend({ goals: z.array(Goal.omit({ focusArea: true })) })),
})
export type FrameworkFile = z.infer<typeof FrameworkFile>

/** `site.yaml`: how the site presents itself; what is left out is as the product comes. The logo stands beside it. */
export const SiteFile = z.strictObject({
  name: Profile.shape.name,
  languages: Profile.shape.languages.default([...plainProfile.languages]),
  colours: Profile.shape.colours.default(plainProfile.colours),
})

/** The files that hold one list each, by name, with what the list is of. */
export const listFiles = {
  areas: z.array(Area),
  dimensions: z.array(Dimension),
  sources: z.array(Source),
  provenances: z.array(Provenance),
} as const

/** `indicators/<slug>.yaml`, `targets/<indicator>.yaml`, `action-plans/<year>.yaml`. */
export const IndicatorFile = Indicator
export const TargetsFile = z.array(Target)
export const ActionPlanFile = ActionPlan
/** `connections/<indicator>.yaml` */
export const ConnectionFile = Connection
/** `settings.yaml`: what is true of the whole; without it, nothing out of the ordinary is. */
export const SettingsFile = z.strictObject({
  demonstration: z.boolean().describe('Whether all its figures are invented, to show the product at work'),
})

/** What a path in the folder stands for; `null` where no such file belongs there. */
export function roleOf(path: string): { readonly folder: string; readonly name: string } | null {
  const match =
    /^(?:(frameworks|indicators|targets|connections|overrides|comments|ideas|meetings)\/([a-z0-9-]+)\.yaml|(observations)\/([a-z0-9-]+)\.csv|(action-plans)\/((?:[a-z][a-z0-9]*-)?\d{4})\.yaml|(logo)\.(?:svg|png)|(framework|site|areas|dimensions|sources|provenances|keepers|settings)\.yaml)$/.exec(
      path,
    )
  if (!match) return null
  const [, definitions, slug, observations, table, plans, year, picture, single] = match
  return {
    folder: definitions ?? observations ?? plans ?? '',
    name: slug ?? table ?? year ?? picture ?? single ?? '',
  }
}
