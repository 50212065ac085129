import { defaultDisclosureRule } from '@pejling/domain/indicator/disclosure-rule'
import { Direction, type Indicator } from '@pejling/domain/indicator/indicator'
import { ruleIssue } from '@pejling/domain/issue'
import { Slug } from '@pejling/domain/slug'
import { Text } from '@pejling/domain/text'
import { Unit } from '@pejling/domain/unit/unit'
import { z } from 'zod'
import { cadenceOf } from './choices.ts'

/* A new indicator is made of a few answers; everything else follows from them, or comes later on its own page. */

/** What is asked for. */
export const NewIndicator = z
  .strictObject({
    name: Text,
    unit: Unit,
    /** What a count counts, in the plural. */
    noun: Text.nullable(),
    goals: z.array(Slug).min(1),
    rhythm: z.string(),
    direction: Direction,
    keeper: z.string().nullable(),
    slug: Slug,
  })
  .superRefine(({ unit, noun }, context) => {
    if (unit === 'count' && noun === null) {
      context.addIssue(
        ruleIssue(['noun', 'da'], {
          da: 'Skriv, hvad der tælles, i flertal: “partnerskaber”.',
          en: 'Write what is counted, in the plural: “partnerships”.',
        }),
      )
    }
  })
export type NewIndicator = z.infer<typeof NewIndicator>

/** Shown with one decimal; everything that is counted whole with none. */
const decimalsOf = (unit: Unit): number => (unit === 'count' || unit === 'kroner' ? 0 : unit === 'ratio' ? 2 : 1)

/** Natural limits of a unit. */
const limitsOf = (unit: Unit): Indicator['limits'] => {
  if (unit === 'percent') return { lower: 0, upper: 100 }
  if (unit === 'mark') return { lower: -3, upper: 12 }
  return { lower: unit === 'percentage-point' || unit === 'kroner' ? null : 0, upper: null }
}

/** The value at which there is no difference, for those units that have one. */
const parityOf: Readonly<Partial<Record<Unit, number>>> = { ratio: 1, 'index-100': 100 }

/** The definition that the answers make. */
export function definitionOf(
  { name, unit, noun, goals, rhythm, direction, slug }: NewIndicator,
  area: string,
): Indicator {
  return {
    slug,
    formerSlugs: [],
    goals: goals.map((goal) => ({ goal, headline: false })),
    name,
    subject: name,
    plural: { da: false, en: false },
    kind: direction === 'context' ? 'context' : 'outcome',
    definition: name,
    numerator: null,
    denominator: null,
    unit,
    noun: noun === null || unit !== 'count' ? null : { one: noun, other: noun },
    decimals: decimalsOf(unit),
    direction,
    towards: direction === 'towards' ? (parityOf[unit] ?? 0) : null,
    limits: limitsOf(unit),
    band: null,
    cadence: cadenceOf(rhythm),
    nextExpectedOn: null,
    nextExpectedNote: null,
    sources: [],
    area,
    dimensions: [],
    breaks: [],
    caveats: [],
    owner: null,
    retiredOn: null,
    derived: null,
    disclosure: defaultDisclosureRule,
  }
}

/** Whether a definition has yet to be written: a new indicator has its name there. */
export const isUndefined = ({ name, definition }: Pick<Indicator, 'name' | 'definition'>): boolean =>
  name.da === definition.da
