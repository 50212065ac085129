import { z } from 'zod'
import { AreaCode } from '../area.ts'
import { Derivation } from './derivation.ts'
import { defaultDisclosureRule, DisclosureRule } from './disclosure-rule.ts'
import { ruleIssue } from '../issue.ts'
import { PeriodKind, parsePeriod, periodExample } from '../period/period.ts'
import { Slug } from '../slug.ts'
import { CalendarDate } from '../source/source.ts'
import { Text } from '../text.ts'
import { Unit } from '../unit/unit.ts'

/**
 * Which way is better. `towards` a value (parity 1, gap 0) is judged by the distance to it;
 * `maintain` needs a target band; `context` is shown for background and never judged. Never defaulted.
 */
export const Direction = z
  .enum(['increase', 'decrease', 'maintain', 'towards', 'context'])
  .meta({ id: 'Direction', description: 'Which way is better.' })
export type Direction = z.infer<typeof Direction>

/** How often a figure comes and how long after the period's end. */
export const Cadence = z
  .strictObject({
    periodKind: PeriodKind,
    everyYears: z.number().positive().nullable().describe('null: irregular'),
    delayMonths: z
      .int()
      .nonnegative()
      .nullable()
      .describe('Months from the end of the period to publication; null: not known'),
  })
  .meta({ id: 'Cadence', description: 'How often a figure comes, and how long after the period’s end.' })
export type Cadence = z.infer<typeof Cadence>

/**
 * What an indicator is to a goal: a headline indicator decides the goal's verdict. Where the headline indicators of a goal
 * have no figures, an indicator with a reason under `nearest` is shown in their place, unjudged.
 */
const GoalLink = z
  .strictObject({
    goal: Slug,
    headline: z.boolean().describe('Whether it decides the goal’s verdict'),
    nearest: Text.optional().describe(
      'Why it is shown as the nearest figure while the headline indicators have none, and what it does not measure; left out: it is not',
    ),
  })
  .refine(({ headline, nearest }) => !headline || nearest === undefined, {
    ...ruleIssue(['nearest'], {
      da: 'En hovedindikator måler det, målet siger; udelad enten `headline` eller `nearest`',
      en: 'A headline indicator measures what the goal says; take out either `headline` or `nearest`',
    }),
  })
export type GoalLink = z.infer<typeof GoalLink>

const definition = z.strictObject({
  slug: Slug,
  formerSlugs: z.array(Slug).describe('Addresses it had before; they redirect'),
  goals: z.array(GoalLink).min(1),
  name: Text,
  subject: Text.describe('The definite noun phrase a sentence begins with: “Deltagelsen”, “Turnout”'),
  plural: z.strictObject({ da: z.boolean(), en: z.boolean() }).describe('Whether the subject is grammatically plural'),
  kind: z.enum(['outcome', 'output', 'context']),
  definition: Text,
  numerator: Text.nullable(),
  denominator: Text.nullable(),
  numeratorNoun: z
    .strictObject({ one: Text, other: Text })
    .optional()
    .describe(
      'What the people in the numerator are called: “vælger”, “vælgere”. With it, differences are also told in whole people; left out: they are not',
    ),
  unit: Unit,
  noun: z
    .strictObject({ one: Text, other: Text })
    .nullable()
    .describe(
      'What a count counts: “partnerskab”, “partnerskaber”. For a rate, per whom it is: “unge”; null: inhabitants',
    ),
  decimals: z.int().min(0).max(4).describe('Decimals shown; values keep their full precision'),
  direction: Direction,
  towards: z.number().finite().nullable().describe('The value aimed at, where the direction is `towards`'),
  limits: z
    .strictObject({ lower: z.number().finite().nullable(), upper: z.number().finite().nullable() })
    .describe('Natural limits: 0 and 100 for a true share; memberships per 100 inhabitants may pass 100'),
  band: z
    .strictObject({ value: z.number().positive(), reason: Text })
    .nullable()
    .describe('The indicator’s own “no clear change” band, in its unit; null: the default for its unit'),
  cadence: Cadence,
  nextExpectedOn: CalendarDate.nullable(),
  nextExpectedNote: Text.nullable().describe('Why no date is known, or what the date rests on'),
  withoutFigures: Text.optional().describe(
    'Said while there are no figures: where the figure exists and who has to get it, or what it takes to measure it',
  ),
  sources: z.array(Slug),
  area: AreaCode.describe('The area of the headline series'),
  dimensions: z.array(Slug).describe('The breakdowns it is defined for'),
  breaks: z.array(z.strictObject({ period: z.string(), reason: Text })),
  caveats: z.array(Text).describe('What a reader must know to read the figures'),
  owner: Text.nullable().describe('The office that answers for the figure; null: nobody appointed yet'),
  retiredOn: CalendarDate.nullable(),
  derived: Derivation.nullable()
    .default(null)
    .describe('How it is computed from other indicators; null: its figures are given'),
  disclosure: DisclosureRule.default(defaultDisclosureRule),
})

/** What the parts of a definition must be together. */
function checkDefinition(indicator: z.infer<typeof definition>, context: z.RefinementCtx): void {
  if ((indicator.direction === 'towards') !== (indicator.towards !== null)) {
    context.addIssue(
      ruleIssue(['towards'], {
        da: 'Giv `towards` en værdi, når retningen er "towards", og kun da',
        en: 'Give `towards` a value exactly when the direction is "towards"',
      }),
    )
  }
  if ((indicator.kind === 'context') !== (indicator.direction === 'context')) {
    context.addIssue(
      ruleIssue(['kind'], {
        da: 'En baggrundsindikator ("context") har retningen "context", og kun den har det',
        en: 'A context indicator has the direction "context", and only it has',
      }),
    )
  }
  if (indicator.unit === 'count' && indicator.noun === null) {
    context.addIssue(
      ruleIssue(['noun'], {
        da: 'Et antal skal have et navneord: hvad tæller det?',
        en: 'A count needs a noun: what does it count?',
      }),
    )
  }
  indicator.breaks.forEach((entry, index) => {
    if (!parsePeriod(indicator.cadence.periodKind, entry.period)) {
      const [kind, example] = [indicator.cadence.periodKind, periodExample(indicator.cadence.periodKind)]
      context.addIssue(
        ruleIssue(['breaks', index, 'period'], {
          da: `"${entry.period}" er ikke en periode af slagsen ${kind}; skriv den som ${example}`,
          en: `"${entry.period}" is no ${kind}; write it as ${example}`,
        }),
      )
    }
  })
}

/** What an indicator is and how it is counted, as everybody may read it. */
export const PublishedIndicator = definition
  .superRefine(checkDefinition)
  .meta({ id: 'Indicator', description: 'What an indicator is and how it is counted.' })
export type PublishedIndicator = z.infer<typeof PublishedIndicator>

/** What an indicator is and how it is counted. Figures, targets and verdicts stand beside it, not in it. */
export const Indicator = z
  .strictObject({
    ...definition.shape,
    tasks: z
      .array(Text)
      .optional()
      .describe('What the keeper of the figures has to find out or do; never published. Left out: nothing'),
  })
  .superRefine(checkDefinition)
  .meta({ id: 'IndicatorDefinition', description: 'What an indicator is, and what remains to be done about it.' })
export type Indicator = z.infer<typeof Indicator>

/** The definition without what is for the keeper of the figures alone. */
export function publishedIndicator({ tasks: _tasks, ...published }: Indicator): PublishedIndicator {
  return published
}
