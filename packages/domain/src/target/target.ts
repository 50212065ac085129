import { z } from 'zod'
import { AreaCode } from '../area.ts'
import { ruleIssue } from '../issue.ts'
import { SeriesKey } from '../series.ts'
import { Slug } from '../slug.ts'
import { CalendarDate } from '../source/source.ts'
import { Text } from '../text.ts'

/** A value at a period, in the indicator's unit. */
export const TargetPoint = z
  .strictObject({ period: z.string(), value: z.number().finite() })
  .meta({ id: 'TargetPoint' })
export type TargetPoint = z.infer<typeof TargetPoint>

/** The methods a verdict can be computed by. See docs/method.md. */
export const ProgressMethod = z
  .enum(['trend', 'five-year-trend', 'latest-two', 'linear', 'cagr', 'cagr-trend', 'un', 'theil-sen'])
  .meta({ id: 'ProgressMethod', description: 'How a verdict is computed.' })
export type ProgressMethod = z.infer<typeof ProgressMethod>

/** What the parts of a target must be together. */
export function checkTarget(
  {
    target,
    band,
    benchmark,
  }: {
    readonly target: object | null
    readonly band: { low: number; high: number } | null
    readonly benchmark: object | null
  },
  context: z.RefinementCtx,
): void {
  if (benchmark !== null ? band !== null : (target === null) === (band === null)) {
    context.addIssue(
      ruleIssue(['target'], {
        da: 'Giv enten en målværdi, et bånd eller et område at følge, og kun én af delene',
        en: 'Give either a target value, a band or a benchmark to follow, and only one of them',
      }),
    )
  }
  if (band !== null && band.low > band.high) {
    context.addIssue(
      ruleIssue(['band'], {
        da: 'Båndets laveste værdi ligger over den højeste',
        en: 'The band’s low end lies above its high end',
      }),
    )
  }
}

/**
 * What a person with the right to do so has decided that a series should reach. Never invented by the software:
 * `decidedBy` and `decidedOn` are required. A target is a value at a period, or a band for `maintain`.
 */
export const Target = z
  .strictObject({
    slug: Slug,
    series: SeriesKey,
    baseline: z.strictObject({
      period: z.string(),
      value: z
        .number()
        .finite()
        .nullable()
        .describe('null: it is not told, because the figure of that period is about too few people'),
    }),
    target: TargetPoint.nullable(),
    band: z.strictObject({ period: z.string(), low: z.number().finite(), high: z.number().finite() }).nullable(),
    benchmark: z
      .strictObject({
        area: AreaCode,
        period: z.string().describe('When it must be reached'),
        difference: z.number().finite().describe('How far beside the benchmark; 0: at least its level'),
      })
      .nullable()
      .default(null)
      .describe(
        'A target that follows another area; its value is the newest figure there, put in when a release is made',
      ),
    milestones: z.array(TargetPoint),
    method: ProgressMethod.nullable().describe('null: the default method, linear'),
    decidedBy: Text,
    decidedOn: CalendarDate,
    note: Text.nullable(),
  })
  .superRefine(checkTarget)
  .meta({ id: 'Target', description: 'A decided target, with who decided it and when.' })
export type Target = z.infer<typeof Target>
