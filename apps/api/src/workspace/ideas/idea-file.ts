import { Idea } from '@pejling/domain/idea'
import { readDateText } from '@pejling/domain/intake/period-text'
import { sourceText, type SourceRow } from '@pejling/domain/intake/source-table'
import { freeSlug } from '@pejling/domain/slug'
import { listedWords, type Text } from '@pejling/domain/text'
import type { IdeaFileOutcome } from '@pejling/domain/workspace/ideas'
import { authorise, type Actor } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { inspectFile, readRows } from '../../intake/read/source-file.ts'
import { UnreadableFileError } from '../../intake/read/unreadable.ts'
import { kinds, listDefinitions, putDefinition } from '../definitions.ts'

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

/** What the columns are called in messages, in Danish and English. */
const shownNames: Readonly<Record<Column, readonly [da: string, en: string]>> = {
  title: ['Titel', 'Title'],
  text: ['Tekst', 'Text'],
  theme: ['Tema', 'Theme'],
  voicedAt: ['Sted', 'Place'],
  voicedOn: ['Dato', 'Date'],
  goals: ['Mål', 'Goals'],
}

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
  const field = columns.find((column) => column === idea.error.issues[0]?.path[0])
  const [da, en] = field === undefined ? ['Noget', 'Something'] : shownNames[field]
  return wrong(row.row, `${da} mangler eller er for lang.`, `${en} is missing or too long.`)
}

/** What a file of ideas says, or what is wrong with it, row by row: then nothing of it is taken. */
export type IdeaFile =
  { readonly ideas: readonly Omit<Idea, 'slug'>[] } | { readonly problems: readonly [Text, ...Text[]] }

const refused = (da: string, en: string): IdeaFile => ({ problems: [{ da, en }] })

/** How many problems are told of at once. */
const mostProblems = 20

/** The rows of a file's first sheet that are not empty. Throws an UnreadableFileError. */
async function rowsOf(bytes: Buffer): Promise<SourceRow[]> {
  const file = { size: bytes.length, pieces: () => [bytes] }
  const { dialect, sheets } = await inspectFile(file)
  const rows: SourceRow[] = []
  for await (const row of readRows(file, { dialect, sheet: sheets[0]?.name ?? '' }, () => undefined)) {
    if (row.cells.some((cell) => sourceText(cell) !== '')) rows.push(row)
  }
  return rows
}

/** What tells one idea from another: the same words, said on the same day in the same place, are the same idea. */
const nameOf = ({ title, voicedOn, voicedAt }: Omit<Idea, 'slug'>): string =>
  JSON.stringify([title, voicedOn, voicedAt])

/** The ideas of a file that are not there already, each once. */
function newIdeas(db: Database, read: readonly Omit<Idea, 'slug'>[]): readonly Omit<Idea, 'slug'>[] {
  const known = new Set(listDefinitions(db, kinds.idea).map(nameOf))
  return [...new Map(read.map((idea) => [nameOf(idea), idea] as const).filter(([name]) => !known.has(name))).values()]
}

/** What adding the ideas of a file would come to. */
export function tryIdeas(db: Database, read: readonly Omit<Idea, 'slug'>[]): IdeaFileOutcome {
  const added = newIdeas(db, read).length
  return { read: read.length, added, known: read.length - added }
}

/** Reads ideas from a file with a row of headings (Titel, Tekst, Tema, Sted, Dato, Mål) in its first sheet. Writes nothing. */
export async function readIdeaFile(db: Database, bytes: Buffer): Promise<IdeaFile> {
  if (bytes.length === 0) return refused('Vælg en fil.', 'Choose a file.')
  const rows = await rowsOf(bytes).catch((error: unknown) => {
    if (error instanceof UnreadableFileError) return error.problem
    throw error
  })
  if (!Array.isArray(rows)) return { problems: [rows] }
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
  const [problem, ...others] = read.flatMap((one) => ('da' in one ? [one] : []))
  if (problem) return { problems: [problem, ...others.slice(0, mostProblems - 1)] }
  return { ideas: read.flatMap((one) => ('da' in one ? [] : [one])) }
}

/**
 * Adds the ideas of a file in one change set. One with the title, day and place of an idea that is there already is that idea. Throws
 * a NotAllowedError.
 */
export function addIdeas(db: Database, actor: Actor, ideas: readonly Omit<Idea, 'slug'>[]): IdeaFileOutcome {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'ideas' }, (changeSet) => {
    const outcome = tryIdeas(db, ideas)
    const taken = new Set(listDefinitions(db, kinds.idea).map(({ slug }) => slug))
    for (const idea of newIdeas(db, ideas)) {
      const slug = freeSlug(idea.title, taken)
      taken.add(slug)
      putDefinition(changeSet, kinds.idea, { slug, ...idea })
    }
    return outcome
  })
}
