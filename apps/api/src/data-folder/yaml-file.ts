import { LineCounter, isNode, parseDocument, stringify, type Document } from 'yaml'
import type { z } from 'zod'
import type { FileProblem } from '../intake/read/file-problem.ts'

/** The way to a part of a YAML file: keys and positions. */
export type YamlPath = readonly PropertyKey[]

/** A YAML file that has the right form, and the means to point at a part of it. */
export interface YamlFile<T> {
  readonly value: T
  readonly problem: (path: YamlPath, detail: string) => FileProblem
}

function pathWords(path: YamlPath): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}

function lineOf(document: Document, lines: LineCounter, path: YamlPath): number {
  // What is missing has no place of its own: then the nearest thing around it is pointed at.
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/**
 * Reads a YAML file by a schema: its value, or everything that is wrong with it. `named` are keys whose values the
 * file's name gives, and which must not be repeated in it; `complete` adds what the file may leave out.
 */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  named: Readonly<Record<string, string>> = {},
  complete: (content: unknown) => unknown = (content) => content,
): YamlFile<z.output<Schema>> | { readonly problems: readonly FileProblem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    return {
      problems: faults.map(({ pos, message }) => ({
        file,
        where: `line ${lines.linePos(pos[0]).line}`,
        detail: `Not readable as YAML: ${message}`,
      })),
    }
  }
  const problem = (path: YamlPath, detail: string): FileProblem => {
    const words = pathWords(path)
    return { file, where: `line ${lineOf(document, lines, path)}${words ? `, ${words}` : ''}`, detail }
  }
  const content: unknown = document.toJS({ maxAliasCount: -1 })
  const repeated = Object.keys(named).filter((key) => document.has(key))
  if (repeated.length > 0) {
    return { problems: repeated.map((key) => problem([key], 'The file’s name says this already; remove it here')) }
  }
  const whole = typeof content === 'object' && !Array.isArray(content) ? { ...named, ...content } : content
  const parsed = schema.safeParse(complete(whole))
  if (parsed.success) return { value: parsed.data, problem }
  return { problems: parsed.error.issues.map((issue) => problem(issue.path, issue.message)) }
}

/** Writes a value as YAML: one text on one line, so that a changed text is a changed line. */
export function writeYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, singleQuote: true })
}
