import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from './database.ts'

/** How much room a disk must have, in bytes, or this part of a small one: below it a change of a few figures may not fit. */
const [leastFree, leastPart] = [64_000_000, 0.05]

/** The room on a disk, in bytes. */
export interface DiskSpace {
  readonly free: number
  readonly total: number
}

/** The room on the disk the database is on; `null`: it is in memory, or its folder is gone. */
export function diskSpace({ connection }: Database): DiskSpace | null {
  if (connection.memory) return null
  try {
    const { bavail, blocks, bsize } = statfsSync(dirname(connection.name))
    return { free: bavail * bsize, total: blocks * bsize }
  } catch {
    return null
  }
}

/** Whether there is room for what people write. */
export const isRoomy = ({ free, total }: DiskSpace): boolean => free >= Math.min(leastFree, leastPart * total)
