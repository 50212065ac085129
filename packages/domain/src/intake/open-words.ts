import type { Text } from '../text.ts'
import { compared } from './compared.ts'
import type { LabelContext } from './labels.ts'
import type { Mapping } from './mapping.ts'
import type { ImportQuestion } from './outcome.ts'
import type { SourceRow } from './source-table.ts'
import { isOpenMark } from './status-words.ts'
import type { Tally } from './tally.ts'

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

/** A question before its answers have been tried out. */
export type Draft = Omit<ImportQuestion, 'choices' | 'lastTime' | 'where'> & {
  readonly row: number | null
  readonly column: number | null
  readonly choices: readonly (readonly [value: string, label: Text])[]
}

const both = (da: string, en: string): Text => ({ da, en })

/** How many groups of a dimension are offered for a line between rows. */
const groupsOffered = 60
/** How many unknown words are asked about at a time. */
const wordsAsked = 20

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

/** Words of a file that stand for nothing known, each asked about once. */
export function wordQuestions({ mapping, tally, context }: ReadSoFar): Draft[] {
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
          `The line “${text}” is above figures. Does it say what they are of?`,
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
