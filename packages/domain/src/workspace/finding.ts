import { z } from 'zod'
import { SeriesKey } from '../series.ts'
import { Text } from '../text.ts'
import { FindingWeight, findingWeights } from '../validation/finding-weight.ts'
import type { ValidationFinding, ValidationFindingKind } from '../validation/validation-finding.ts'

/** Something odd about a figure of the workspace: where, in words what, and what to do about it. It stops nothing. */
export const Finding = z
  .strictObject({
    kind: z.enum(Object.keys(findingWeights)).describe('Which rule found it'),
    weight: FindingWeight,
    series: SeriesKey,
    period: z.string(),
    text: Text,
  })
  .meta({
    id: 'Finding',
    description: 'A validation finding: something odd about a figure, which may be right nevertheless.',
    examples: [
      {
        kind: 'jump',
        weight: 'doubt',
        series: '217',
        period: '2025',
        text: {
          da: 'Springer fra 42.535,0 til 4,0, langt mere end serien plejer. Kontrollér tallet, eller markér et brud.',
          en: 'Jumps from 42,535.0 to 4.0, far more than the series usually does. Check the figure, or mark a break.',
        },
      },
    ],
  })
export type Finding = z.infer<typeof Finding>

/** A finding as the API answers it. */
export function findingOf({ kind, series, period, text }: ValidationFinding): Finding {
  const known: ValidationFindingKind = kind
  return { kind, weight: findingWeights[known], series, period, text }
}
