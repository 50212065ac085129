import { largestFile } from '../files.ts'
import type { DeskPath } from './door.ts'

/* How much the forms of the desk may send, in bytes. */

/** What surrounds a file in a form: the other fields, and the boundaries between them. */
const aroundFile = 64_000

/** The largest form of the desk: a file of figures. */
export const largestUpload = largestFile * 1_000_000 + aroundFile

/** The largest file of ideas that is read. */
export const largestIdeas = 5_000_000

/** So much of a picture is taken, to tell how much too large it is as a logo. */
export const largestPicture = 2_000_000

/** A few short fields. */
const shortForm = 16_000

const limits: Readonly<Partial<Record<DeskPath, number>>> = {
  // Anybody may send this one.
  '/admin/log-ind': 4000,
  '/admin/adgangskode': 4000,
  '/admin/indlaes': largestUpload,
  '/admin/udvalg/ideer': largestIdeas + aroundFile,
  '/admin/logo': largestPicture + aroundFile,
  // Every cell of a sheet, as it was and as it is, and its footnotes.
  '/admin/tal/:slug': 2_000_000,
  '/admin/ret/:kind/:key': 300_000,
  '/admin/kilde/:slug': 300_000,
  '/admin/indlaes/:number': 300_000,
  '/admin/udgiv': 300_000,
}

/** How large the body of a form at an address of the desk may be, in bytes. */
export const bodyLimitOf = (path: DeskPath): number => limits[path] ?? shortForm
