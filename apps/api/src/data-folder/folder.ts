import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { textOf } from '../intake/read/text-encoding.ts'

const encodingOf = (path: string): 'base64' | 'utf8' => (path.endsWith('.png') ? 'base64' : 'utf8')

/** A file as a text: a table may be in the encoding of an older program, as at every way in. */
function readText(path: string): string {
  if (!path.endsWith('.csv')) return readFileSync(path, encodingOf(path))
  const bytes = readFileSync(path)
  return textOf({ size: bytes.length, pieces: () => [bytes] })
}

/**
 * The `.yaml`, `.csv`, `.svg` and `.png` files of a folder and its subfolders, by their relative path with forward slashes,
 * sorted; a `.png` as base64. Throws the file system's error where the folder cannot be read.
 */
export function readFolder(dir: string): Map<string, string> {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:yaml|csv|svg|png)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const files = paths.map((path) => [relative(dir, path).split(sep).join('/'), readText(path)] as const)
  return new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Writes files by their relative path, a `.png` from base64, making folders as needed. What else is in the folder stays as it is. */
export function writeFolder(dir: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const target = join(dir, ...path.split('/'))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text, encodingOf(path))
  }
}
