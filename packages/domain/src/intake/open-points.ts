import { periodExample } from '../period/period.ts'
import type { Text } from '../text.ts'
import { certainBlanks } from './blanks.ts'
import { isNumeric } from './cell-kinds.ts'
import { compared, isTotalWord } from './compared.ts'
import type { LabelContext } from './labels.ts'
import { headingRowsOf, headingsOf, type Mapping } from './mapping.ts'
import type { ImportQuestion } from './outcome.ts'
import { columnLetters, sourceText, type SourceRow } from './source-table.ts'
import { isOpenMark } from './status-words.ts'
import type { Tally } from './tally.ts'
import { factorTo, unitSaid } from './unit-words.ts'

/** What was read of a file, to tell what it leaves open. */
export interface ReadSoFar {
  readonly mapping: Mapping
  /** The first rows of the sheet, headings included. */
  readonly rows: readonly SourceRow[]
  readonly context: LabelContext
  readonly tally: Tally
  /** Whether every figure lies between 0 and 1 though the indicator is counted in percent. */
  readonly areFractions: boolean
  /** What was said of the last file of this shape. */
  readonly remembered: Mapping | null
}

const both = (da: string, en: string): Text => ({ da, en })

/** So many values of a column are offered to be chosen among. */
const valuesOffered = 12
/** So many groups of a dimension are offered for a line between rows. */
const groupsOffered = 60
/** So many unknown words are asked about at a time. */
const wordsAsked = 20

/** A question before its answers have been tried out. */
export type Draft = Omit<ImportQuestion, 'choices' | 'lastTime' | 'where'> & {
  readonly row: number | null
  readonly column: number | null
  readonly choices: readonly (readonly [value: string, label: Text])[]
}

const ignored = both('Brug den ikke', 'Do not use it')

/** The headings of the columns, and the texts that stand below them. */
class Columns {
  readonly headings: readonly string[]
  private readonly body: readonly SourceRow[]

  constructor({ mapping, rows }: ReadSoFar) {
    this.headings = headingsOf(headingRowsOf(rows, mapping), mapping.roles.length).map((words) => words.join(' '))
    this.body = rows.filter(({ row }) => row >= mapping.headingRow + mapping.headingRows)
  }

  texts(column: number): string[] {
    return [...new Set(this.body.map(({ cells }) => sourceText(cells[column])).filter((text) => text !== ''))]
  }

  isOfNumbers(column: number): boolean {
    return this.body.some(({ cells }) => isNumeric(cells[column]))
  }

  name(column: number): string {
    const heading = this.headings[column] ?? ''
    return heading === '' ? columnLetters(column) : `${columnLetters(column)} “${heading}”`
  }
}

function columnQuestion(column: number, columns: Columns, { indicator, dimensions }: LabelContext): Draft {
  const texts = columns.texts(column)
  const own = dimensions.filter(({ slug }) => indicator.dimensions.includes(slug))
  const shown = texts.slice(0, 3).join(', ')
  return {
    id: `column:${column}`,
    row: null,
    column,
    what: both(
      `Hvad er kolonnen ${columns.name(column)}? Her står: ${shown}.`,
      `What is the column ${columns.name(column)}? It says: ${shown}.`,
    ),
    choices: [
      ['ignore', ignored],
      ...(columns.isOfNumbers(column) ? [['figures', both('Tallene', 'The figures')] as const] : []),
      ['period', both('Perioden', 'The period')],
      ['area', both('Området', 'The area')],
      ...own.map(({ slug, name }) => [`dim:${slug}`, both(`Grupper: ${name.da}`, `Groups: ${name.en}`)] as const),
      ...(texts.some(isTotalWord)
        ? [
            [
              'breakdown',
              both(
                'Grupper, som indikatoren ikke deles op i: tag kun i alt',
                'Groups the indicator is not divided by: take only the total',
              ),
            ] as const,
          ]
        : []),
      ...texts
        .slice(0, valuesOffered)
        .map(
          (text) =>
            [`only:${text}`, both(`Tag kun rækkerne med “${text}”`, `Take only the rows with “${text}”`)] as const,
        ),
    ],
  }
}

function structureQuestions(read: ReadSoFar, columns: Columns): Draft[] {
  const { mapping, context, tally, rows } = read
  const { roles } = mapping
  const drafts = roles.flatMap((role, column) => (role === 'unclear' ? [columnQuestion(column, columns, context)] : []))
  if (tally.countOf('two-figures') > 0) {
    const dividing = roles.flatMap((role, column) => {
      const texts = columns.texts(column)
      return (role === 'ignore' || role === 'breakdown') &&
        texts.length > 1 &&
        texts.length <= 200 &&
        !columns.isOfNumbers(column)
        ? [column]
        : []
    })
    drafts.push(...dividing.map((column) => columnQuestion(column, columns, context)))
  }
  const needsArea = tally.countOf('no-area') > 0
  if (needsArea) {
    const own = context.areas.find(({ code }) => code === context.indicator.area)
    const others = context.areas.filter((area) => area !== own)
    drafts.push({
      id: 'area',
      row: null,
      column: null,
      what: both(
        'Filen siger ikke, hvilket område tallene gælder. Hvilket er det?',
        'The file does not say which area the figures are of. Which is it?',
      ),
      choices: [...(own ? [own] : []), ...others].map(({ code, name }) => [code, name] as const),
    })
  }
  if (tally.countOf('no-period') > 0) {
    const example = periodExample(context.indicator.cadence.periodKind)
    drafts.push({
      id: 'period',
      row: null,
      column: null,
      what: both(
        `Filen siger ikke, hvilken periode tallene gælder. Skriv den som ${example}.`,
        `The file does not say which period the figures are of. Write it as ${example}.`,
      ),
      choices: [],
    })
  }
  if (tally.countOf('blank') > 0) {
    const body = rows.filter(({ row }) => row >= mapping.headingRow + mapping.headingRows)
    const open = certainBlanks(body, roles).open.filter((column) => !Object.hasOwn(mapping.blanks, String(column)))
    drafts.push(
      ...open.map((column): Draft => ({
        id: `blank:${column}`,
        row: null,
        column,
        what: both(
          `Hvad betyder en tom celle i kolonnen ${columns.name(column)}?`,
          `What does an empty cell in the column ${columns.name(column)} mean?`,
        ),
        choices: [
          ['above', both('Det samme som cellen over', 'The same as the cell above')],
          ...(roles[column] === 'area'
            ? []
            : [['total', both('I alt: alle grupper tilsammen', 'The total: all groups together')] as const]),
        ],
      })),
    )
  }
  return drafts
}

function unitQuestion({ mapping, context, rows }: ReadSoFar, columns: Columns): Draft {
  const { unit } = context.indicator
  const inRows = mapping.roles.flatMap((role, column) => (role === 'unit' ? columns.texts(column) : []))
  const over = mapping.roles.flatMap((role, column) => (role === 'figures' ? [columns.headings[column] ?? ''] : []))
  const above = rows.filter(({ row }) => row < mapping.headingRow).flatMap(({ cells }) => cells.map(sourceText))
  const said = [...over, ...inRows, ...above]
    .flatMap((text) => unitSaid(text) ?? [])
    .find((one) => factorTo(unit, one) !== 1)
  const factor = said ? factorTo(unit, said) : null
  const words = said?.words ?? ''
  return {
    id: 'unit',
    row: null,
    column: mapping.roles.indexOf('figures'),
    what: both(
      `Filen siger “${words}”, men indikatoren regnes i en anden enhed (${unit}). Hvad skal der ske med tallene?`,
      `The file says “${words}”, but the indicator is counted in another unit (${unit}). What is to be done with the figures?`,
    ),
    choices: [
      ...(factor === null || factor === 1
        ? []
        : [[String(factor), both(`Gang dem med ${factor}`, `Multiply them by ${factor}`)] as const]),
      ['1', both('Tag dem, som de står', 'Take them as they stand')],
    ],
  }
}

const takeOrSkip: Draft['choices'] = [
  ['skip', both('Spring dem over', 'Pass them over')],
  ['take', both('Tag dem med', 'Take them')],
]

function figureQuestions(read: ReadSoFar, columns: Columns): Draft[] {
  const { mapping, tally, areFractions } = read
  const plain = { row: null, column: null }
  return [
    ...(tally.countOf('unit') > 0 && mapping.factor === null ? [unitQuestion(read, columns)] : []),
    ...(areFractions && mapping.fractions === null
      ? [
          {
            id: 'fractions',
            ...plain,
            what: both(
              'Alle tal ligger mellem 0 og 1. Er 0,71 det samme som 71 %, eller er det 0,71 %?',
              'All figures lie between 0 and 1. Is 0.71 the same as 71 %, or is it 0.71 %?',
            ),
            choices: [
              ['fraction', both('0,71 er 71 %: gang med 100', '0.71 is 71 %: multiply by 100')],
              ['percent', both('0,71 er 0,71 %: tag dem, som de står', '0.71 is 0.71 %: take them as they stand')],
            ] as const,
          },
        ]
      : []),
    ...(tally.countOf('outlook') > 0
      ? [
          {
            id: 'outlook',
            ...plain,
            what: both(
              'Filen har budgetter, prognoser eller perioder, der ikke er begyndt. Skal de med, som skøn?',
              'The file has budgets, forecasts or periods that have not begun. Are they to be taken, as estimates?',
            ),
            choices: takeOrSkip,
          },
        ]
      : []),
    ...(tally.countOf('hidden') > 0
      ? [
          {
            id: 'hidden',
            ...plain,
            what: both('Arket har skjulte rækker. Skal de med?', 'The sheet has hidden rows. Are they to be taken?'),
            choices: takeOrSkip,
          },
        ]
      : []),
    ...(tally.countOf('two-readings') > 0 && mapping.decimal === null
      ? [
          {
            id: 'decimal',
            ...plain,
            what: both(
              'Tal i filen kan læses på to måder. Hvad er decimaltegnet?',
              'Numbers of the file can be read in two ways. What is the decimal mark?',
            ),
            choices: [
              [
                ',',
                both(
                  'Komma: 1.234 er et tusind to hundrede og fireogtredive',
                  'Comma: 1.234 is one thousand two hundred and thirty-four',
                ),
              ],
              ['.', both('Punktum: 1.234 er lidt over 1', 'Point: 1.234 is a little over 1')],
            ] as const,
          },
        ]
      : []),
  ]
}

const meaningLabels: Draft['choices'] = [
  ['zero', both('Nul', 'Zero')],
  ['O', both('Tallet mangler', 'The figure is missing')],
  ['L', both('Ikke indsamlet', 'Not collected')],
  ['M', both('Kan ikke forekomme', 'Cannot exist')],
  ['Q', both('Diskretioneret: for få personer', 'Suppressed: too few people')],
  ['skip', both('Ingenting: spring over', 'Nothing: pass over')],
]

/** The groups a line may be about, those it names first. */
function groupsFor(text: string, { indicator, dimensions }: LabelContext): Draft['choices'] {
  const isNamed = (name: Text): boolean => compared(text).includes(compared(name.da))
  const groups = dimensions
    .filter(({ slug }) => indicator.dimensions.includes(slug))
    .flatMap(({ slug, categories }) =>
      categories.map(({ slug: category, name }) => ({ value: `${slug}:${category}`, name })),
    )
  return [...groups.filter(({ name }) => isNamed(name)), ...groups.filter(({ name }) => !isNamed(name))]
    .slice(0, groupsOffered)
    .map(({ value, name }) => [value, name] as const)
}

function wordQuestions({ mapping, tally, context }: ReadSoFar): Draft[] {
  const drafts = new Map<string, Draft>()
  for (const { code, text, row, column } of tally.rejected) {
    if (code === 'not-a-number' && isOpenMark(text)) {
      const what = both(
        `Hvad betyder “${text}”, hvor der skulle stå et tal?`,
        `What does “${text}” mean where a number should stand?`,
      )
      drafts.set(`mark:${text}`, { id: `mark:${text}`, row, column, what, choices: meaningLabels })
    }
    const role = mapping.roles[column] ?? 'ignore'
    if (code === 'unknown-group' && role.startsWith('dim:')) {
      const dimension = context.dimensions.find(({ slug }) => slug === role.slice(4))
      const id = `group:${role.slice(4)}:${compared(text)}`
      const name = dimension?.name ?? both('', '')
      drafts.set(id, {
        id,
        row,
        column,
        what: both(`Hvilken gruppe i ${name.da} er “${text}”?`, `Which group of ${name.en} is “${text}”?`),
        choices: [
          ...(dimension?.categories ?? []).map((one) => [one.slug, one.name] as const),
          ['', both('I alt: alle grupper tilsammen', 'The total: all groups together')],
          ['-', both('Spring rækkerne over', 'Pass the rows over')],
        ],
      })
    }
    if (code === 'unknown-area') {
      const id = `place:${compared(text)}`
      drafts.set(id, {
        id,
        row,
        column,
        what: both(`Hvilket område er “${text}”?`, `Which area is “${text}”?`),
        choices: [
          ['-', both('Et andet: spring rækkerne over', 'Another: pass its rows over')],
          ...context.areas.filter(({ name }) => text.includes(name.da)).map((one) => [one.code, one.name] as const),
        ],
      })
    }
    if (code === 'unknown-section') {
      const id = `section:${compared(text)}`
      drafts.set(id, {
        id,
        row,
        column: null,
        what: both(
          `Linjen “${text}” står over tal. Siger den, hvad de er af?`,
          `The line “${text}” stands over figures. Does it say what they are of?`,
        ),
        choices: [
          ...groupsFor(text, context),
          [
            '-',
            both(
              'Ja, noget andet: spring rækkerne under den over',
              'Yes, of something else: pass the rows below it over',
            ),
          ],
          ['', both('Nej: tag rækkerne, som de står', 'No: take the rows as they stand')],
        ],
      })
    }
  }
  return [...drafts.values()].slice(0, wordsAsked)
}

/** What a file leaves open, each point once. */
export function openPoints(read: ReadSoFar): Draft[] {
  const columns = new Columns(read)
  const drafts = [...structureQuestions(read, columns), ...figureQuestions(read, columns), ...wordQuestions(read)]
  return [...new Map(drafts.map((draft) => [draft.id, draft])).values()]
}
