import { seriesName } from '../release/series-name.ts'
import { parseSeriesKey } from '../series.ts'
import type { Text } from '../text.ts'
import { answerIn, withAnswer } from './answers.ts'
import type { Mapping } from './mapping.ts'
import { openPoints } from './open-points.ts'
import type { Draft, ReadSoFar } from './open-words.ts'
import type { Choice, ImportQuestion } from './outcome.ts'
import { writtenFigure, type ReadFigure } from './read-row.ts'
import { TableReader } from './read-table.ts'
import { columnLetters } from './source-table.ts'

/** How many rows are tried out to show what an answer would store. */
const rowsTried = 300
/** How many answers to a question are tried out. */
const answersTried = 12

type Names = Parameters<typeof seriesName>[0]

/** The figures the first rows give by a mapping, by the cell they stand in. */
function tried(mapping: Mapping, { rows, context }: ReadSoFar): Map<string, ReadFigure> {
  const reader = new TableReader(mapping, context)
  const found = new Map<string, ReadFigure>()
  if (reader.faults.length > 0) return found
  for (const row of rows.slice(0, rowsTried))
    for (const figure of reader.read(row)) found.set(`${figure.row}:${figure.column}`, figure)
  return found
}

function written(figure: ReadFigure, names: Names): Text {
  const name = seriesName(names, parseSeriesKey(figure.series))
  const value = writtenFigure({ value: figure.fields.value, status: figure.fields.status ?? 'A' })
  const cell = `${columnLetters(figure.column)}${figure.row}`
  return {
    da: `${cell}: ${name.da} ${figure.period} = ${value.da}`,
    en: `${cell}: ${name.en} ${figure.period} = ${value.en}`,
  }
}

const said = (figure: ReadFigure | undefined): string =>
  figure ? JSON.stringify([figure.series, figure.period, figure.fields.value]) : ''

/** A mapping with the other questions answered somehow, so that each can be shown by itself. */
const supposing = (mapping: Mapping, area: string): Mapping => ({
  ...mapping,
  area: mapping.area ?? area,
  factor: mapping.factor ?? 1,
  outlook: mapping.outlook ?? 'take',
  hidden: mapping.hidden ?? 'take',
  roles: mapping.roles.map((role) => (role === 'unclear' ? 'ignore' : role)),
})

/** Each answer with the first figure that it would store and that another answer would not. */
function withExamples(draft: Draft, read: ReadSoFar, names: Names): Choice[] {
  const base = supposing(read.mapping, read.context.indicator.area)
  const results = draft.choices.slice(0, answersTried).map(([value]) => {
    const mapping = withAnswer(base, draft.id, value)
    return mapping === null ? new Map<string, ReadFigure>() : tried(mapping, read)
  })
  const cells = [...new Set(results.flatMap((found) => [...found.keys()]))]
  const telling = cells.find((cell) => new Set(results.map((found) => said(found.get(cell)))).size > 1)
  return draft.choices.map(([value, label], index) => {
    const found = results[index]
    const figure = found?.get(telling ?? '') ?? [...(found?.values() ?? [])][0]
    return { value, label, example: figure ? written(figure, names) : null }
  })
}

/** What a file leaves open, each with its answers and an example of what they would store. */
export function questionsOf(read: ReadSoFar): ImportQuestion[] {
  const { indicator, areas, dimensions } = read.context
  const names: Names = { indicator, areas: [...areas], dimensions: [...dimensions] }
  return openPoints(read).map((draft) => ({
    id: draft.id,
    where: { sheet: read.mapping.sheet, row: draft.row, column: draft.column },
    what: draft.what,
    choices: withExamples(draft, read, names),
    lastTime: read.remembered === null ? null : answerIn(read.remembered, draft.id),
  }))
}
