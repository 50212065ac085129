import type { DisclosureRule } from '../indicator/disclosure-rule.ts'
import { Slug } from '../slug.ts'
import { choice, plain, problemOf } from './fields.ts'
import type { Field } from './fields.ts'
import { option } from './indicator-options.ts'

/* Whom an indicator counts, in the form of how it is judged: what the rule on few people has to know. */

/** Whom an indicator counts, while it is being typed. */
export interface CountedDraft {
  /** `yes` or `no`. */
  readonly mayExceedWhole: string
  readonly numeratorPopulation: string | null
  readonly denominatorPopulation: string | null
}

const shares = [
  option('no', 'Nej, tælleren er en del af nævneren', 'No, the numerator is part of the denominator'),
  option('yes', 'Ja, som medlemskaber pr. indbygger', 'Yes, as memberships per inhabitant'),
]

/** The name of a population, which indicators that count the same people share. */
const population = <Draft extends CountedDraft>(name: 'numeratorPopulation' | 'denominatorPopulation'): Field<Draft> =>
  plain(
    { name, form: 'line', optional: true },
    (draft) => draft[name] ?? '',
    (draft, text) =>
      text === '' || Slug.safeParse(text).success
        ? { ...draft, [name]: text === '' ? null : text }
        : problemOf(
            `“${text}” kan ikke bruges. Skriv navnet med små bogstaver, tal og bindestreger, som modtagere-af-hjaelp.`,
            `“${text}” cannot be used. Write the name in lower-case letters, digits and hyphens, such as people-helped.`,
          ),
  )

/** Whether the numerator may be larger than the denominator, and the names of those in them. */
export const countedFields = <Draft extends CountedDraft>(): readonly Field<Draft>[] => [
  choice('mayExceedWhole', shares),
  population('numeratorPopulation'),
  population('denominatorPopulation'),
]

/** The values of the fields of an indicator's rule. */
export const draftOfCounted = ({ mayExceedWhole, populations }: DisclosureRule): CountedDraft => ({
  mayExceedWhole: mayExceedWhole ? 'yes' : 'no',
  numeratorPopulation: populations.numerator,
  denominatorPopulation: populations.denominator,
})

/** The rule as it was typed; what the form does not show stays. */
export const countedBy = (rule: DisclosureRule, draft: CountedDraft): DisclosureRule => ({
  ...rule,
  mayExceedWhole: draft.mayExceedWhole === 'yes',
  populations: { numerator: draft.numeratorPopulation, denominator: draft.denominatorPopulation },
})
