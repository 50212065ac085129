import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A line of a table of rooms: rooms that do not import one another, and what they may import. */
interface Row {
  /** Paths below the folder the table is of; `*` is any one name. */
  readonly names: readonly string[]
  /** Rooms by name; `null`: all in the lines above. */
  readonly mayImport: readonly string[] | null
}

/** A table of rooms, the lowest first, and the folder it is of. */
interface Plan {
  readonly folder: string
  readonly rows: readonly Row[]
}

const namesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')

/** Reads the tables below headings such as "### Rooms of `apps/api/src`". */
function readPlans(): Plan[] {
  const [, ...sections] = readFileSync(join(root, 'docs/architecture.md'), 'utf8').split(/^### Rooms of /m)
  return sections.map((section) => {
    const [heading = '', ...lines] = section.split('\n')
    const rows = lines
      .filter((line) => line.startsWith('| `'))
      .map((line): Row => {
        const cells = line.split('|').map((cell) => cell.trim())
        const last = cells.at(-2) ?? ''
        return { names: namesIn(cells[1] ?? ''), mayImport: last === 'the rows above' ? null : namesIn(last) }
      })
    return { folder: namesIn(heading)[0] ?? '', rows }
  })
}

const isProduction = (file: string): boolean =>
  /\.tsx?$/.test(file) && !/\.(?:test|fixture)\.tsx?$|\.d\.ts$/.test(file) && !file.includes('/testing/')

const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter(isProduction)

/** The room a file is in, with its line; `null`: no line names it. The longest name decides. */
function roomOf(plan: Plan, file: string): { readonly name: string; readonly line: number } | null {
  const path = relative(plan.folder, file)
    .replace(/\.tsx?$/, '')
    .split('/')
  const fits = plan.rows.flatMap(({ names }, line) =>
    names
      .map((name) => name.split('/'))
      .filter((parts) =>
        parts.every((part, index) => part === path[index] || (part === '*' && index < path.length - 1)),
      )
      .map((parts) => ({ name: path.slice(0, parts.length).join('/'), pattern: parts, line })),
  )
  return fits.toSorted((a, b) => b.pattern.length - a.pattern.length)[0] ?? null
}

/** The files of the same folder of sources that a file imports. */
function importsOf(file: string, plan: Plan): string[] {
  const code = readFileSync(join(root, file), 'utf8')
  const found = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+\.tsx?)'/g)]
  return found
    .map(([, to]) => join(dirname(file), to ?? ''))
    .filter((to) => to.startsWith(`${plan.folder}/`) && existsSync(join(root, to)))
}

const fits = (name: string, pattern: string): boolean => new RegExp(`^${pattern.replace('*', '[^/]+')}$`).test(name)

describe.each(readPlans())('the rooms of $folder', (plan) => {
  it('are all in the table', () => {
    expect(filesOf(plan.folder).filter((file) => roomOf(plan, file) === null)).toEqual([])
  })

  it('import only what the table says, and never one that lies above', () => {
    const wrong = filesOf(plan.folder).flatMap((file) => {
      const own = roomOf(plan, file)
      const { mayImport = [] } = plan.rows[own?.line ?? -1] ?? {}
      return importsOf(file, plan).flatMap((to) => {
        const target = roomOf(plan, to)
        if (!own || !target || own.name === target.name) return []
        const isBelow = target.line < own.line
        const isNamed = mayImport === null || mayImport.some((name) => fits(target.name, name))
        return isBelow && isNamed ? [] : [`${file} → ${to}`]
      })
    })
    expect(wrong).toEqual([])
  })
})

it('there is a table for each part that has rooms', () => {
  expect(readPlans().map(({ folder }) => folder)).toEqual(['packages/domain/src', 'apps/api/src', 'apps/dashboard/src'])
})
