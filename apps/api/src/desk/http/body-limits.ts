import { deskPages } from '@pejling/addresses/words'
import { largestFile } from '../../workspace/imports/import-access.ts'
import type { DeskPath } from './door.ts'

/* How much the forms of the desk may send, in bytes. */

/** What surrounds a file in a form: the other fields, and the boundaries between them. */
const aroundFile = 64_000

/** The largest form of the desk: a file of figures. */
export const largestUpload = largestFile * 1_000_000 + aroundFile

/** The largest file of ideas that is read. */
export const largestIdeas = 5_000_000

/** How much of a picture is taken, to tell how much too large it is as a logo. */
export const largestPicture = 2_000_000

/** A few short fields. */
const shortForm = 16_000

const limits: Readonly<Partial<Record<DeskPath, number>>> = {
  // Anybody may send this one.
  [deskPages.signIn]: 4000,
  [deskPages.forgotPassword]: 1000,
  [deskPages.newPassword]: 4000,
  [deskPages.password]: 4000,
  [deskPages.imports]: largestUpload,
  [deskPages.ideas]: largestIdeas + aroundFile,
  [deskPages.logo]: largestPicture + aroundFile,
  // Every cell of a sheet, as it was and as it is, and its footnotes.
  [deskPages.figures]: 2_000_000,
  [deskPages.edit]: 300_000,
  [deskPages.connection]: 300_000,
  [deskPages.import]: 300_000,
  [deskPages.publish]: 300_000,
}

/** How large the body of a form at an address of the desk may be, in bytes. */
export const bodyLimitOf = (path: DeskPath): number => limits[path] ?? shortForm
