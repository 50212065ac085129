import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'

/** The list of what an export has written, beside it. */
const listName = '.pejling-site.json'
/** Where files lie until all of them are there. */
const stagingName = '.pejling-new'

const List = z.object({ files: z.array(z.string()) })

/** Thrown where a folder holds what is none of ours; the message names some of it. */
export class ForeignFilesError extends Error {
  constructor(folder: string, files: readonly string[]) {
    const some = files.slice(0, 3).join(', ')
    super(
      `${folder} holds files that are not of an export (${files.length > 3 ? `${some} and ${files.length - 3} more` : some}). Nothing was written: name an empty folder, or one that has been exported to before.`,
    )
    this.name = 'ForeignFilesError'
  }
}

/** What an export made of the folder. */
export interface Finished {
  readonly files: number
  /** Files that are new or otherwise than before. */
  readonly changed: number
  /** Files that were there and are no more. */
  readonly removed: number
}

/** A folder the site is written to: nothing in it is touched until everything is there. */
export interface SiteFolder {
  readonly write: (file: string, bytes: Buffer | string) => void
  /** Takes what has been written into use, and removes what is no more. */
  readonly finish: () => Finished
}

/** The files below a folder by their relative path with forward slashes. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

function removeEmptyFolders(folder: string, isRoot = true): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name), false)
  }
  if (!isRoot && readdirSync(folder).length === 0) rmdirSync(folder)
}

function readIfThere(path: string): Buffer | null {
  return existsSync(path) ? readFileSync(path) : null
}

/** Pages are the last to come and what they lead to is the first: no reader finds a link to what is not there yet. */
const pagesLast = (a: string, b: string): number => Number(a.endsWith('.html')) - Number(b.endsWith('.html'))

/**
 * Opens a folder to write the site to. What an earlier export wrote stays until {@link SiteFolder.finish}; a file whose bytes are
 * the same is left as it is, so that whoever copies the folder on copies what has changed. Throws {@link ForeignFilesError}.
 */
export function openSiteFolder(folder: string): SiteFolder {
  const [list, staging] = [join(folder, listName), join(folder, stagingName)]
  mkdirSync(folder, { recursive: true })
  rmSync(staging, { recursive: true, force: true })
  const before = new Set(existsSync(list) ? List.parse(JSON.parse(readFileSync(list, 'utf8'))).files : [])
  const foreign = filesBelow(folder).filter((file) => file !== listName && !before.has(file))
  if (foreign.length > 0) throw new ForeignFilesError(folder, foreign)
  const written = new Set<string>()
  const staged = new Set<string>()
  const keepList = (files: ReadonlySet<string>): void =>
    writeFileSync(list, `${JSON.stringify({ files: [...files].toSorted() })}\n`)
  return {
    write(file, bytes) {
      written.add(file)
      const present = before.has(file) ? readIfThere(join(folder, file)) : null
      if (present?.equals(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)) return
      const path = join(staging, file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes)
      staged.add(file)
    },
    finish() {
      // Ours, however this ends: an export that is cut short is finished by the next.
      keepList(new Set([...before, ...written]))
      for (const file of [...staged].toSorted(pagesLast)) {
        const [from, to] = [join(staging, file), join(folder, file)]
        mkdirSync(dirname(to), { recursive: true })
        renameSync(from, to)
      }
      const gone = [...before].filter((file) => !written.has(file) && existsSync(join(folder, file)))
      for (const file of gone) rmSync(join(folder, file))
      rmSync(staging, { recursive: true, force: true })
      removeEmptyFolders(folder)
      keepList(written)
      return { files: written.size, changed: staged.size, removed: gone.length }
    },
  }
}
