import { defaultDisclosureRule } from './disclosure-rule.ts'
import type { Indicator } from './indicator.ts'

/** Turnout at municipal elections: a percentage with one decimal where more is better; change what the test is about. */
export function exampleIndicator(change: Partial<Indicator> = {}): Indicator {
  return {
    slug: 'valgdeltagelse-kv',
    formerSlugs: [],
    goals: [{ goal: 'hoej-valgdeltagelse', headline: true }],
    name: { da: 'Valgdeltagelse', en: 'Turnout' },
    subject: { da: 'Deltagelsen', en: 'Turnout' },
    plural: { da: false, en: false },
    kind: change.direction === 'context' ? 'context' : 'outcome',
    definition: { da: 'Andelen, der stemte.', en: 'The share who voted.' },
    numerator: null,
    denominator: null,
    unit: 'percent',
    noun: null,
    decimals: 1,
    direction: 'increase',
    towards: null,
    limits: { lower: null, upper: null },
    band: null,
    cadence: { periodKind: 'municipal-election', everyYears: 4, delayMonths: 1 },
    nextExpectedOn: null,
    nextExpectedNote: null,
    sources: [],
    area: '217',
    dimensions: [],
    breaks: [],
    caveats: [],
    owner: null,
    retiredOn: null,
    derived: null,
    disclosure: defaultDisclosureRule,
    ...change,
  }
}
