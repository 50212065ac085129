import { fileURLToPath } from 'node:url'
import type { Delivery } from './delivery.ts'
import { readDelivery } from './data-folder.ts'
import type { FileProblem } from '../intake/read/file-problem.ts'
import { readFolder } from './folder.ts'

/** The files the product is delivered with. */
export const deliveredFiles: ReadonlyMap<string, string> = readFolder(
  fileURLToPath(new URL('../../../../data', import.meta.url)),
)

/** Reads files that have to be in order. Throws with the problems where they are not. */
export function wellRead(files: ReadonlyMap<string, string>): Delivery {
  const read = readDelivery(files)
  if ('delivery' in read) return read.delivery
  throw new Error(read.problems.map(({ file, where, detail }) => `${file} ${where}: ${detail}`).join('\n'))
}

/** The problems of files that are not in order; none where they are. */
export function problemsOf(files: ReadonlyMap<string, string>): readonly FileProblem[] {
  const read = readDelivery(files)
  return 'problems' in read ? read.problems : []
}
