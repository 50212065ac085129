import { periodExample } from '../period/period.ts'
import type { Text } from '../text.ts'
import { certainBlanks } from './blanks.ts'
import { isNumeric } from './cell-kinds.ts'
import { isTotalWord } from './compared.ts'
import type { LabelContext } from './labels.ts'
import { headingRowsOf, headingsOf } from './mapping.ts'
import { wordQuestions, type Draft, type ReadSoFar } from './open-words.ts'
import { columnLetters, sourceText, type SourceRow } from './source-table.ts'
import { factorTo, unitSaid } from './unit-words.ts'

const both = (da: string, en: string): Text => ({ da, en })

/** How many values of a column are offered to be chosen among. */
const valuesOffered = 12

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

/** What a file leaves open, each point once. */
export function openPoints(read: ReadSoFar): Draft[] {
  const columns = new Columns(read)
  const drafts = [...structureQuestions(read, columns), ...figureQuestions(read, columns), ...wordQuestions(read)]
  return [...new Map(drafts.map((draft) => [draft.id, draft])).values()]
}
