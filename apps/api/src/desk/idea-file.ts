import { Idea } from '@pejling/domain/idea'
import { readDateText } from '@pejling/domain/intake/period-text'
import { sourceText, type SourceRow } from '@pejling/domain/intake/source-table'
import { freeSlug } from '@pejling/domain/slug'
import { listedWords, type Text } from '@pejling/domain/text'
import { authorise, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { patiently } from '../db/patiently.ts'
import { lookAt, readRows } from '../intake/read/source-file.ts'
import { UnreadableFileError } from '../intake/read/unreadable.ts'
import { kinds, listDefinitions, putDefinition } from '../workspace/definitions.ts'

/** The columns of a file of ideas, by the words they may be headed with. */
const headings = {
  title: ['titel', 'title', 'idé', 'ide', 'idea'],
  text: ['tekst', 'text', 'beskrivelse', 'description'],
  theme: ['tema', 'theme'],
  voicedAt: ['sted', 'møde', 'hvor', 'place', 'meeting', 'where'],
  voicedOn: ['dato', 'hvornår', 'date', 'when'],
  goals: ['mål', 'rammemål', 'goals', 'goal'],
} as const
type Column = keyof typeof headings

const columns: readonly Column[] = ['title', 'text', 'theme', 'voicedAt', 'voicedOn', 'goals']

function placesOf({ cells }: SourceRow): ReadonlyMap<Column, number> {
  const names = cells.map((cell) => sourceText(cell).toLowerCase())
  return new Map(
    columns.flatMap((column) => {
      const words: readonly string[] = headings[column]
      const place = names.findIndex((name) => words.includes(name))
      return place === -1 ? [] : [[column, place] as const]
    }),
  )
}

const wrong = (row: number, da: string, en: string): Text => ({ da: `Række ${row}: ${da}`, en: `Row ${row}: ${en}` })

/** One row as an idea, or what is wrong with it. */
function readIdea(
  row: SourceRow,
  places: ReadonlyMap<Column, number>,
  goals: readonly { readonly slug: string; readonly number: string }[],
): Omit<Idea, 'slug'> | Text {
  const at = (column: Column): string => {
    const place = places.get(column)
    return place === undefined ? '' : sourceText(row.cells[place])
  }
  const voicedOn = readDateText(at('voicedOn'))
  if (voicedOn === null) {
    return wrong(
      row.row,
      `“${at('voicedOn')}” er ikke en dato. Skriv den som 23.11.2026.`,
      `“${at('voicedOn')}” is no date. Write it as 23.11.2026.`,
    )
  }
  const numbers = listedWords(at('goals'))
  const unknown = numbers.find((one) => !goals.some(({ number }) => number === one))
  if (unknown !== undefined) {
    return wrong(row.row, `Der er intet mål ${unknown}.`, `There is no goal ${unknown}.`)
  }
  const idea = Idea.omit({ slug: true }).safeParse({
    title: at('title'),
    text: at('text') === '' ? at('title') : at('text'),
    theme: at('theme') === '' ? 'Andet' : at('theme'),
    voicedAt: at('voicedAt'),
    voicedOn,
    goals: numbers.flatMap((one) => goals.find(({ number }) => number === one)?.slug ?? []),
    takenUpBy: [],
    whyNot: null,
  })
  if (idea.success) return idea.data
  const field = String(idea.error.issues[0]?.path[0] ?? '')
  return wrong(row.row, `“${field}” mangler eller er for lang.`, `“${field}” is missing or too long.`)
}

interface Imported {
  /** How many came; `null`: the file could not be read, and nothing came. */
  readonly imported: number | null
  /** What is wrong, row by row. */
  readonly problems: readonly Text[]
}

const refused = (da: string, en: string): Imported => ({ imported: null, problems: [{ da, en }] })

/** So many problems are told of at once. */
const mostProblems = 20

/** The rows of a file's first sheet that are not empty. Throws an UnreadableFileError. */
async function rowsOf(bytes: Buffer): Promise<SourceRow[]> {
  const file = { size: bytes.length, pieces: () => [bytes] }
  const { dialect, sheets } = await lookAt(file)
  const rows: SourceRow[] = []
  for await (const row of readRows(file, { dialect, sheet: sheets[0]?.name ?? '' }, () => undefined)) {
    if (row.cells.some((cell) => sourceText(cell) !== '')) rows.push(row)
  }
  return rows
}

/** What tells one idea from another: the same words, said on the same day in the same place, are the same idea. */
const nameOf = ({ title, voicedOn, voicedAt }: Omit<Idea, 'slug'>): string =>
  JSON.stringify([title, voicedOn, voicedAt])

function putIdeas(changeSet: ChangeSet, read: readonly Omit<Idea, 'slug'>[]): number {
  const all = listDefinitions(changeSet.db, kinds.idea)
  const taken = new Set(all.map(({ slug }) => slug))
  const known = new Set(all.map(nameOf))
  const anew = new Map(read.map((idea) => [nameOf(idea), idea] as const).filter(([name]) => !known.has(name)))
  for (const idea of anew.values()) {
    const slug = freeSlug(idea.title, taken)
    taken.add(slug)
    putDefinition(changeSet, kinds.idea, { slug, ...idea })
  }
  return anew.size
}

/**
 * Reads ideas from a file with a row of headings (Titel, Tekst, Tema, Sted, Dato, Mål) in its first sheet: all of them in one
 * change set, or none. An idea with the title, day and place of one that is there already is that one. Throws a
 * NotAllowedError.
 */
export async function importIdeas(db: Database, actor: Actor, bytes: Buffer | null): Promise<Imported> {
  authorise(actor, 'editor')
  if (bytes === null) return refused('Filen er større end 5 MB.', 'The file is larger than 5 MB.')
  if (bytes.length === 0) return refused('Vælg en fil.', 'Choose a file.')
  const rows = await rowsOf(bytes).catch((error: unknown) => {
    if (error instanceof UnreadableFileError) return error.problem
    throw error
  })
  if (!Array.isArray(rows)) return { imported: null, problems: [rows] }
  const [first, ...rest] = rows
  const places = first ? placesOf(first) : new Map<Column, number>()
  if (!places.has('title') || !places.has('voicedOn') || !places.has('voicedAt')) {
    return refused(
      'Den første række skal have overskrifterne Titel, Sted og Dato; Tekst, Tema og Mål er frivillige.',
      'The first row must have the headings Titel, Sted and Dato; Tekst, Tema and Mål are optional.',
    )
  }
  const goals = listDefinitions(db, kinds.goal)
  const read = rest.map((row) => readIdea(row, places, goals))
  const problems = read.flatMap((one) => ('da' in one ? [one] : []))
  if (problems.length > 0) return { imported: null, problems: problems.slice(0, mostProblems) }
  const ideas = read.flatMap((one) => ('da' in one ? [] : [one]))
  const imported = await patiently(() =>
    write(db, actor, { action: 'ideas' }, (changeSet) => putIdeas(changeSet, ideas)),
  )
  return { imported, problems: [] }
}
