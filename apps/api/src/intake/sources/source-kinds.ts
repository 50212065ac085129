import { csvAddress } from './csv-address.ts'
import type { SourceKind } from './source-kind.ts'
import { statbank } from './statbank.ts'

/** Every kind of source there is. Another is one more file beside these, and one more line here. */
export const sourceKinds: readonly SourceKind[] = [statbank, csvAddress]
