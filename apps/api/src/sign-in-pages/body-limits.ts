import { deskPages } from '@pejling/addresses/words'
import type { DeskPath } from './door.ts'

/* How much the forms of signing in may send, in bytes. */

/** A few short fields. */
const shortForm = 16_000

const limits: Readonly<Partial<Record<DeskPath, number>>> = {
  // Anybody may send these.
  [deskPages.signIn]: 4000,
  [deskPages.forgotPassword]: 1000,
  [deskPages.newPassword]: 4000,
  [deskPages.password]: 4000,
}

/** How large the body of a form may be, in bytes. */
export const bodyLimitOf = (path: DeskPath): number => limits[path] ?? shortForm
