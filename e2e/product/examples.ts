import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** A fenced block of a document. */
export interface Example {
  /** Where it stands: file, the heading it is under, and its first line. */
  readonly name: string
  readonly heading: string
  readonly language: string
  /** Whether it is marked `no-run`: it needs a machine of one's own. */
  readonly isForReading: boolean
  readonly text: string
}

/** Every document of the repository that people read, by its path. */
export function documents(): string[] {
  return globSync('**/*.md', { cwd: repository, exclude: (path) => /(^|\/)(node_modules|var|dist)$/.test(path) }).sort()
}

/** The fenced blocks of a document, in their order. Each says after its fence what it is written in. */
export function examplesIn(file: string): Example[] {
  const examples: Example[] = []
  let heading = ''
  let open: { readonly fence: string; readonly info: string; readonly lines: string[] } | null = null
  for (const line of readFileSync(join(repository, file), 'utf8').split('\n')) {
    const [, fence = '', info = ''] = /^(`{3,})(.*)$/.exec(line) ?? []
    if (open === null) {
      heading = /^#+ (.+)$/.exec(line)?.[1] ?? heading
      if (fence !== '') open = { fence, info, lines: [] }
    } else if (fence === open.fence && info === '') {
      const [language = '', ...marks] = open.info.split(' ')
      examples.push({
        name: `${file} › ${heading} › ${open.lines[0] ?? ''}`,
        heading,
        language,
        isForReading: marks.includes('no-run'),
        text: open.lines.join('\n'),
      })
      open = null
    } else {
      open.lines.push(line)
    }
  }
  return examples
}
