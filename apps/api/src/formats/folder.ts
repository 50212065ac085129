import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/**
 * The `.yaml` and `.csv` files of a folder and its subfolders, by their relative path with forward slashes, sorted.
 * Throws the file system's error where the folder cannot be read.
 */
export function readFolder(dir: string): Map<string, string> {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:yaml|csv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const files = paths.map((path) => [relative(dir, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const)
  return new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Writes files by their relative path, making folders as needed. What else is in the folder stays as it is. */
export function writeFolder(dir: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const target = join(dir, ...path.split('/'))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
}
