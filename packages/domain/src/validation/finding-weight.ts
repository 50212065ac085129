import { z } from 'zod'
import type { ValidationFindingKind } from './validation-finding.ts'

/** How much a validation finding matters: what cannot be right, what is probably wrong, and what is good to know. */
export const FindingWeight = z.enum(['error', 'doubt', 'note']).meta({
  id: 'FindingWeight',
  description: 'error: it cannot be right; doubt: it is probably wrong; note: good to know.',
})
export type FindingWeight = z.infer<typeof FindingWeight>

/** How much each kind of finding matters. */
export const findingWeights: Readonly<Record<ValidationFindingKind, FindingWeight>> = {
  impossible: 'error',
  overlap: 'error',
  'parts-differ': 'error',
  'share-differs': 'error',
  'unit-change': 'doubt',
  jump: 'doubt',
  'baseline-differs': 'doubt',
  'tells-withheld': 'doubt',
  'uncounted-group': 'note',
  'too-many-combinations': 'note',
  'unlinked-people': 'note',
  'unshared-population': 'note',
}
