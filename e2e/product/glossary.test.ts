import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documents, repository } from './examples.ts'

/* One word for one thing: docs/glossary.md says which, and code, documents and pages keep to it. */

const read = (file: string): string => readFileSync(join(repository, file), 'utf8')
const glossary = read('docs/glossary.md')

/** The cells of every table row under a heading, but for the table's own heading. */
function rowsUnder(heading: RegExp): string[][] {
  const sections = glossary.split(/^## /m).filter((section) => heading.test(section.split('\n')[0] ?? ''))
  return sections.flatMap((section) => {
    const lines = section.split('\n').filter((line) => line.startsWith('|'))
    return lines.slice(2).map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  })
}

const files = (...patterns: readonly string[]): string[] =>
  globSync([...patterns], { cwd: repository, exclude: (path) => /(^|\/)(node_modules|dist|desk)$/.test(path) })
    .filter((file) => !/\.(?:test|fixture)\.tsx?$/.test(file))
    .sort()

/** Code without its comments. */
const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')

/** What the literals of code say. */
const textsIn = (file: string): string[] => withoutComments(read(file)).match(/'(?:[^'\\\n]|\\.)*'|`[^`]*`/g) ?? []

/** The names that a file exports, and the identities of its schemas. */
function namesIn(file: string): string[] {
  const code = withoutComments(read(file))
  const exported = code.matchAll(/^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm)
  const identities = code.matchAll(/\bid: '([A-Z]\w+)'/g)
  return [...exported, ...identities].map(([, name = '']) => name)
}

const source = files('packages/*/src/**/*.{ts,tsx}', 'apps/*/src/**/*.{ts,tsx}')
const names = new Set(source.flatMap(namesIn))

const apart = (name: string): string => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ').toLowerCase()

const pageFiles = files(
  'apps/dashboard/src/pages/**/*.{ts,tsx}',
  'apps/dashboard/src/i18n/*.ts',
  'packages/domain/src/sentence/*.ts',
  'packages/figures/src/**/*.ts',
)
const apiFiles = files('packages/domain/src/**/*.ts', 'apps/api/src/{http,public,workspace}/**/*.ts')
const descriptions = (file: string): string[] =>
  [...withoutComments(read(file)).matchAll(/(?:description:|\.describe\()\s*('(?:[^'\\\n]|\\.)*'|`[^`]*`)/g)].map(
    ([, text = '']) => text,
  )

/** Where a word may not stand, as the glossary calls it: the places, each with what is said there. */
const scopes: Readonly<Record<string, () => (readonly [place: string, text: string])[]>> = {
  documents: () =>
    documents()
      .filter((file) => !['CHANGELOG.md', 'docs/glossary.md'].includes(file))
      .map((file) => [file, read(file).replace(/```[\s\S]*?```|`[^`\n]*`|\]\([^)]*\)/g, '')]),
  pages: () => pageFiles.flatMap((file) => textsIn(file).map((text) => [file, text] as const)),
  API: () => apiFiles.flatMap((file) => descriptions(file).map((text) => [file, text] as const)),
  code: () => source.flatMap((file) => namesIn(file).map((name) => [file, apart(name)] as const)),
}

describe('the glossary', () => {
  const terms = rowsUnder(/^(?!Words we avoid)/)

  it('says of each word what it is called in both languages, and what it is', () => {
    expect(terms.length).toBeGreaterThan(50)
    for (const [danish, english, , meaning] of terms) {
      expect(
        [danish, english, meaning].every((cell) => cell !== undefined && cell !== ''),
        `${danish}`,
      ).toBe(true)
    }
    const english = terms.map(([, word]) => word)
    expect(english.filter((word, index) => english.indexOf(word) !== index)).toEqual([])
  })

  it('names what there is in the code', () => {
    const named = terms.flatMap(([, , cell = '']) => cell.match(/^`(\w+)`$/)?.[1] ?? [])
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter((name) => !names.has(name))).toEqual([])
  })
})

describe('words that have a better one', () => {
  const avoided = rowsUnder(/^Words we avoid/)

  it.each(avoided)('instead of “%s” stands “%s”', (words, _, where = '') => {
    const forms = words.split(',').map((word) => word.trim().replaceAll(' ', '\\s+'))
    const pattern = new RegExp(`\\b(?:${forms.join('|')})\\b`, 'i')
    const places = where.split(',').map((scope) => scope.trim())
    expect(places.length).toBeGreaterThan(0)
    const found = places.flatMap((scope) =>
      (scopes[scope]?.() ?? [[scope, `no such place: ${words}`] as const]).flatMap(([place, text]) => {
        const hit = pattern.exec(text)
        return hit ? [`${place}: …${text.slice(Math.max(0, hit.index - 40), hit.index + 40)}…`] : []
      }),
    )
    expect(found).toEqual([])
  })
})
