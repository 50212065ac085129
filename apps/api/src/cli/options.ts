import { parseArgs } from 'node:util'
import { UsageError } from './usage-error.ts'

/* What a command line may hold. A command takes what its usage shows and nothing else, so that the two cannot disagree. */

const known = {
  demo: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  overwrite: { type: 'boolean' },
  indicator: { type: 'string', multiple: true },
  answer: { type: 'string', multiple: true },
  scope: { type: 'string', multiple: true },
  title: { type: 'string' },
  'title-en': { type: 'string' },
  note: { type: 'string' },
  'note-en': { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  series: { type: 'string' },
  period: { type: 'string' },
  'reason-da': { type: 'string' },
  'reason-en': { type: 'string' },
  release: { type: 'string' },
  user: { type: 'string' },
  expires: { type: 'string' },
} as const

type Known = typeof known

/** The options of all commands, as one of them is given them. */
export type Options = {
  readonly [Name in keyof Known]?: Known[Name]['type'] extends 'boolean'
    ? boolean
    : Known[Name] extends { readonly multiple: true }
      ? readonly string[]
      : string
}

/** One way to call a command, as its usage shows it. */
interface Call {
  /** The literal words: `token add`. */
  readonly words: readonly string[]
  /** How many other things may follow. */
  readonly places: number
  readonly options: ReadonlySet<string>
}

/** Reads a usage: `token add <name> --user <e-mail> [--indicator <slug> …]`. */
function readUsage(usage: string): Call {
  const parts = usage
    .replaceAll(/[[\]…]/g, ' ')
    .split(' ')
    .filter((part) => part !== '')
  const options = new Set<string>()
  const words: string[] = []
  let places = 0
  for (const [index, part] of parts.entries()) {
    const isValue = part.startsWith('<')
    if (part.startsWith('--')) options.add(part.slice(2))
    else if (!isValue) words.push(part)
    else if (parts[index - 1]?.startsWith('--') !== true) places += 1
  }
  return { words, places, options }
}

/**
 * Reads a command line by the ways its command may be called. Throws a {@link UsageError}, or a TypeError of Node's, that says which
 * part of it the command does not know. `positionals` are what follows the command, words of its own included.
 */
export function readCommandLine(
  argv: readonly string[],
  usages: readonly string[],
): { readonly options: Options; readonly positionals: readonly string[] } {
  const [name = '', ...rest] = argv
  const { values: given, positionals } = parseArgs({ args: rest, allowPositionals: true, options: known })
  const written = [name, ...positionals]
  const calls = usages.map(readUsage)
  const call = calls.find(({ words }) => words.every((word, index) => written[index] === word))
  if (!call) {
    const ways = calls.map(({ words }) => `"${words.join(' ')}"`).join(', ')
    throw new UsageError(`There is no "${written.slice(0, 2).join(' ')}"; there is ${ways}`)
  }
  const called = call.words.join(' ')
  const unknown = Object.keys(given).filter((option) => option !== 'demo' && !call.options.has(option))
  if (unknown.length > 0) {
    throw new UsageError(
      `${called} does not know ${unknown.map((option) => `--${option}`).join(', ')}; nothing was done`,
    )
  }
  const extra = written.slice(call.words.length + call.places)
  if (extra.length > 0)
    throw new UsageError(`${called} does not know what to do with "${extra.join(' ')}"; nothing was done`)
  return { options: given, positionals }
}
